import { isRecord, parseJson } from '../content/json.ts';
import type { Part } from './multipart.ts';
import { parseMultipart } from './multipart.ts';
import type { Route } from './route.ts';

export interface RequestBody {
  json: Record<string, unknown>;
  bytes: number;
  form: Map<string, Part> | undefined;
  /** Neither JSON object nor form, where one is due. */
  bad: boolean;
}

/** Reads the body once, as the route takes it. */
export async function readBody(route: Route, request: Request): Promise<RequestBody> {
  const none: RequestBody = { json: {}, bytes: 0, form: undefined, bad: false };
  if (request.method === 'GET') return none;
  const raw = new Uint8Array(await request.arrayBuffer());
  if (route.multipart) {
    const form = parseMultipart(request.headers.get('content-type'), raw);
    return { ...none, bytes: raw.length, form, bad: form === undefined };
  }
  if (raw.length === 0) return none;
  const json = parseJson(Buffer.from(raw).toString('utf8'));
  return isRecord(json) ? { ...none, bytes: raw.length, json } : { ...none, bytes: raw.length, bad: true };
}

/** The body for the log: never a secret, never the bytes of a file. */
export function shownBody(route: Route, body: RequestBody): unknown {
  if (route.open) return { ...body.json, app_secret: '***' };
  if (!body.form) return body.json;
  return Object.fromEntries(
    [...body.form].map(([name, part]) => [
      name,
      name === 'file' || name === 'image'
        ? `${part.bytes.length} bytes`
        : Buffer.from(part.bytes).toString('utf8'),
    ]),
  );
}
