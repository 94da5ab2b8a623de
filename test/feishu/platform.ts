/** A platform of one table: what the next calls answer, and what was asked. Tests of src/feishu only. */
import { createFeishuClient, type FeishuClientOptions } from '../../src/feishu/client.ts';
import type { CallRecord } from '../../src/feishu/http.ts';
import { APP, NOW } from './seal.ts';

export const SECRET = 's3cr3t-of-the-app-0123456789abcd';
export const DOMAIN = 'http://feishu.test';
export const TOKEN_CALL = 'POST /open-apis/auth/v3/tenant_access_token/internal';

export interface Call {
  /** `POST /open-apis/…` without query. */
  what: string;
  query: Record<string, string>;
  headers: Headers;
  redirect: string;
  /** Parsed JSON; the FormData of an upload; undefined without a body. */
  body: unknown;
}

export type Reply = Response | Error | (() => Response | Promise<Response>);

export const ok = (data: unknown = {}, more: object = {}) =>
  Response.json({ code: 0, msg: 'success', data, ...more });
export const refuse = (
  code: number,
  status = 400,
  more: { msg?: string; headers?: ConstructorParameters<typeof Headers>[0] } = {},
) =>
  Response.json(
    { code, msg: more.msg ?? 'refused', error: { log_id: 'log-1' } },
    { status, headers: { 'x-tt-logid': 'log-1', ...more.headers } },
  );

/** Answers each route from its queue, the last reply again and again; the token endpoint by itself. */
export function createPlatform(
  routes: Record<string, Reply[]> = {},
  over: Partial<FeishuClientOptions> = {},
) {
  const calls: Call[] = [];
  const records: CallRecord[] = [];
  const time = { now: NOW };
  let issued = 0;
  const nextToken = () => {
    issued += 1;
    return Response.json({ code: 0, msg: 'ok', tenant_access_token: `t-token-${issued}`, expire: 7200 });
  };

  const fetcher: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const what = `${request.method} ${url.pathname}`;
    calls.push({
      what,
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      redirect: request.redirect,
      body: await bodyOf(request),
    });
    const queue = routes[what] ?? (what === TOKEN_CALL ? [nextToken] : undefined);
    if (queue === undefined) throw new Error(`no route ${what}`);
    const reply = (queue.length > 1 ? queue.shift() : queue[0]) as Reply;
    if (reply instanceof Error) throw reply;
    return typeof reply === 'function' ? await reply() : reply.clone();
  };

  const client = createFeishuClient({
    appId: APP,
    appSecret: SECRET,
    domain: DOMAIN,
    clock: () => time.now,
    fetch: fetcher,
    log: (record) => records.push(record),
    ...over,
  });
  const asked = (what: string) => calls.filter((call) => call.what === what);
  return { client, calls, asked, records, time };
}

async function bodyOf(request: Request): Promise<unknown> {
  if (request.headers.get('content-type')?.startsWith('multipart/form-data')) return await request.formData();
  const text = await request.text();
  return text === '' ? undefined : JSON.parse(text);
}
