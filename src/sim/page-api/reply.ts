import { isRecord, parseJson } from '../content/json.ts';

/** A refusal of the page's API. */
export class PageError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The page runs nothing that does not come from here; VChart needs blob workers and data images. */
export const SECURITY_HEADERS: Record<string, string> = {
  'Content-Security-Policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** A JSON answer under the page's security headers. */
export function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...SECURITY_HEADERS, 'Content-Type': 'application/json; charset=utf-8' },
  });
}

/** Parsed JSON body; {} for none and for forms. */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
  if (request.method === 'GET' || request.headers.get('content-type')?.startsWith('multipart/')) return {};
  const text = await request.text();
  if (text === '') return {};
  const body = parseJson(text);
  if (!isRecord(body)) throw new PageError(400, '请求不是 JSON');
  return body;
}

/** A required string of the body. */
export function needText(body: Record<string, unknown>, field: string): string {
  const value = body[field];
  if (typeof value !== 'string' || value === '') throw new PageError(400, `缺少 ${field}`);
  return value;
}

/** A string of the body, or undefined when absent or empty. */
export function optionalText(body: Record<string, unknown>, field: string): string | undefined {
  const value = body[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
