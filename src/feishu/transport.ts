import { FeishuError, isRepeatable } from './errors.ts';

/** One HTTP exchange, without tokens or platform codes. */
export interface Exchange {
  method: string;
  url: URL;
  headers: Headers;
  body?: string | FormData;
  timeoutMs: number;
  /** Stop reading the answer beyond this many bytes. */
  maxBytes: number;
}

export interface RawAnswer {
  status: number;
  headers: Headers;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The request cannot have reached the platform when one of these came up. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Sends and reads the whole answer within `timeoutMs`. Throws FeishuError: 'retry' when nothing was sent
 * or repeating is harmless, 'uncertain' when the outcome is unknown, 'give-up' when the answer is too large.
 * The cause's own words are dropped: they may quote the URL or headers.
 */
export async function exchange(fetcher: typeof fetch, x: Exchange): Promise<RawAnswer> {
  const abort = new AbortController();
  const timedOut = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    timedOut.reject(fail(x, 'timeout'));
    abort.abort();
  }, x.timeoutMs);
  try {
    // Raced, because an injected fetch may not listen to the signal.
    return await Promise.race([timedOut.promise, run(fetcher, x, abort.signal)]);
  } catch (error) {
    if (error instanceof FeishuError) throw error;
    const code = networkCode(error);
    throw fail(x, NOT_SENT.has(code ?? '') ? 'not-sent' : 'connection-lost', code);
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}

async function run(fetcher: typeof fetch, x: Exchange, signal: AbortSignal): Promise<RawAnswer> {
  const { method, headers, body } = x;
  // 'manual': a redirect must never carry the token elsewhere; workerd has no 'error'.
  const init: RequestInit = {
    method,
    headers,
    signal,
    redirect: 'manual',
    ...(body !== undefined && { body }),
  };
  const response = await fetcher(new Request(x.url, init));
  return { status: response.status, headers: response.headers, bytes: await readCapped(response, x) };
}

async function readCapped(response: Response, x: Exchange): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(response.headers.get('content-length') ?? 0) > x.maxBytes) throw fail(x, 'too-large');
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    length += next.value.length;
    if (length > x.maxBytes) throw fail(x, 'too-large');
    parts.push(next.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

type Trouble = 'timeout' | 'connection-lost' | 'not-sent' | 'too-large';

function fail({ method, url }: Exchange, reason: Trouble, detail?: string): FeishuError {
  const path = url.pathname;
  const harmless = reason === 'not-sent' || isRepeatable(method, path);
  const kind = reason === 'too-large' ? 'give-up' : harmless ? 'retry' : 'uncertain';
  return new FeishuError({ kind, reason, code: 0, httpStatus: 0, method, path, ...(detail && { detail }) });
}

/** `fetch failed` hides its errno in `cause`; only a word of capitals is passed on. */
function networkCode(error: unknown): string | undefined {
  for (let e = error, depth = 0; e instanceof Error && depth < 4; e = e.cause, depth++) {
    if ('code' in e && typeof e.code === 'string' && /^[A-Z0-9_]+$/.test(e.code)) return e.code;
  }
  return undefined;
}
