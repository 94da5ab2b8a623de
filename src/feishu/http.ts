import type { HttpInstance } from '@larksuiteoapi/node-sdk';
import { logIdOf, readFileAnswer, readJsonAnswer, unreadableAnswer } from './answer.ts';
import { FeishuError } from './errors.ts';
import type { Instant } from './incoming.ts';
import { createTokenSource, type TokenCell, type TokenSource } from './token.ts';
import { exchange } from './transport.ts';
import { tokenAnswer } from './wire.ts';

/** One call as it went: for logs and metrics. No token, no secret, no text. */
export interface CallRecord {
  method: string;
  /** Path without query. */
  path: string;
  /** 0 when no answer came. */
  httpStatus: number;
  /** Platform code, 0 when all was well or no answer came. */
  code: number;
  /** 'ok' or the failure's reason. */
  outcome: string;
  durationMs: number;
  logId?: string;
}

export interface HttpOptions {
  appId: string;
  appSecret: string;
  /** Origin such as https://open.feishu.cn; the token goes nowhere else. */
  domain: string;
  fetch: typeof fetch;
  timeoutMs: number;
  clock: () => Instant;
  tokenCell: TokenCell;
  mayLeave?: (heldBy: string) => boolean;
  log?: (call: CallRecord) => void;
}

/** What the SDK hands over; `maxContentLength` is axios' name for a cap on the answer. */
interface SdkRequest {
  url?: string;
  method?: string;
  headers?: Record<string, unknown>;
  params?: Record<string, unknown>;
  data?: unknown;
  responseType?: string;
  maxContentLength?: number;
  timeout?: number;
}

export interface FeishuHttp {
  /** Plugs into `new Client({ httpInstance, disableTokenCache: true })`. */
  instance: HttpInstance;
  tokens: TokenSource;
  /** See FeishuClient. */
  clockOffset: () => number | undefined;
}

const TOKEN_PATH = '/open-apis/auth/v3/tenant_access_token/internal';
const STALE_TOKEN = new Set([99991661, 99991663]);
const MAX_JSON_BYTES = 8 * 1024 * 1024;
/** Travels from the caller through the SDK to us, and no further. */
const NOT_AFTER = 'x-not-after';
const HELD_BY = 'x-held-by';

/** What a call says that gave up waiting for its turn: nothing was sent. */
export const TOO_LATE = 'too-late';

/** While a call may leave; later it fails with {@link TOO_LATE}, and nothing is sent. */
export interface LeaveBy {
  /** An instant of our clock. */
  notAfter?: Instant;
  /** Whose it is; `mayLeave` of the client says whether that still holds. */
  heldBy?: string;
}

/** For the SDK's second argument. */
export function leavingBy({ notAfter, heldBy }: LeaveBy): { headers: Record<string, string> } {
  return {
    headers: {
      ...(notAfter !== undefined && { [NOT_AFTER]: String(notAfter) }),
      ...(heldBy !== undefined && { [HELD_BY]: heldBy }),
    },
  };
}

/**
 * The SDK's seam to the network: fetch with a deadline, our own tenant token, one more try when the token
 * was refused (whatever the HTTP status), and FeishuError for everything that is not code 0.
 */
export function createHttp(options: HttpOptions): FeishuHttp {
  const home = new URL(options.domain).origin;
  let offset: number | undefined;
  const tokens = createTokenSource({ cell: options.tokenCell, clock: options.clock, request: requestToken });

  async function requestToken() {
    const url = new URL(TOKEN_PATH, home);
    const data = { app_id: options.appId, app_secret: options.appSecret };
    const answer = tokenAnswer.safeParse(await callOnce({ url: url.href, method: 'POST', data }));
    if (!answer.success) throw unreadableAnswer('POST', TOKEN_PATH);
    return { token: answer.data.tenant_access_token, expire: answer.data.expire };
  }

  async function call(request: SdkRequest): Promise<unknown> {
    const token = await tokens.get();
    try {
      return await callOnce(request, token);
    } catch (error) {
      if (!(error instanceof FeishuError) || !STALE_TOKEN.has(error.code)) throw error;
      tokens.drop(token);
      return await callOnce(request, await tokens.get());
    }
  }

  async function callOnce(request: SdkRequest, token?: string): Promise<unknown> {
    const url = targetOf(request, home);
    const method = (request.method ?? 'GET').toUpperCase();
    const startedAt = options.clock();
    const record = (facts: Pick<CallRecord, 'httpStatus' | 'code' | 'outcome' | 'logId'>) =>
      options.log?.({ method, path: url.pathname, durationMs: options.clock() - startedAt, ...facts });
    try {
      const headers = headersOf(request, token);
      // Asked last of all: getting a token, or a machine that was suspended, may have taken long.
      const notAfter = headers.get(NOT_AFTER);
      const heldBy = headers.get(HELD_BY);
      headers.delete(NOT_AFTER);
      headers.delete(HELD_BY);
      const over = notAfter !== null && options.clock() > Number(notAfter);
      if (over || (heldBy !== null && options.mayLeave?.(heldBy) === false)) {
        const facts = { code: 0, httpStatus: 0, method, path: url.pathname };
        throw new FeishuError({ kind: 'retry', reason: TOO_LATE, ...facts });
      }
      const body = bodyOf(request, method, headers);
      const maxBytes = request.maxContentLength ?? MAX_JSON_BYTES;
      const timeoutMs = request.timeout ?? options.timeoutMs;
      const raw = await exchange(options.fetch, {
        method,
        url,
        headers,
        timeoutMs,
        maxBytes,
        ...(body && { body }),
      });
      const date = Date.parse(raw.headers.get('date') ?? '');
      if (!Number.isNaN(date)) offset = date - options.clock();
      const read = request.responseType === 'arraybuffer' ? readFileAnswer : readJsonAnswer;
      const result = read(raw, { method, url });
      record({ httpStatus: raw.status, code: 0, outcome: 'ok', ...logIdOf(raw) });
      return result;
    } catch (error) {
      if (error instanceof FeishuError) {
        const { httpStatus, code, reason, logId } = error;
        record({ httpStatus, code, outcome: reason, ...(logId && { logId }) });
      }
      throw error;
    }
  }

  // The SDK's generics promise whatever its caller names; the answers are checked in wire.ts.
  const send = <R>(request: SdkRequest): Promise<R> => call(request) as Promise<R>;
  const instance: HttpInstance = {
    request: (opts) => send(opts),
    get: (url, opts) => send({ ...opts, url, method: 'GET' }),
    delete: (url, opts) => send({ ...opts, url, method: 'DELETE' }),
    head: (url, opts) => send({ ...opts, url, method: 'HEAD' }),
    options: (url, opts) => send({ ...opts, url, method: 'OPTIONS' }),
    post: (url, data, opts) => send({ ...opts, url, data, method: 'POST' }),
    put: (url, data, opts) => send({ ...opts, url, data, method: 'PUT' }),
    patch: (url, data, opts) => send({ ...opts, url, data, method: 'PATCH' }),
  };
  return { instance, tokens, clockOffset: () => offset };
}

function targetOf(request: SdkRequest, home: string): URL {
  const url = new URL(request.url ?? '', home);
  if (url.origin !== home) throw new Error(`refusing to carry a token to ${url.origin}`);
  for (const [name, value] of Object.entries(request.params ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) url.searchParams.append(name, String(one));
    }
  }
  return url;
}

function headersOf(request: SdkRequest, token: string | undefined): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers ?? {})) headers.set(name, String(value));
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  return headers;
}

/** The SDK gives `{}` as data for calls without a body, and names multipart by header only. */
function bodyOf(request: SdkRequest, method: string, headers: Headers): string | FormData | undefined {
  const data = Object.entries(request.data ?? {});
  if (method === 'GET' || method === 'HEAD' || (method === 'DELETE' && data.length === 0)) return undefined;
  if (headers.get('content-type')?.startsWith('multipart/form-data')) {
    headers.delete('content-type');
    const form = new FormData();
    for (const [name, value] of data) form.append(name, value instanceof Blob ? value : String(value));
    return form;
  }
  headers.set('content-type', 'application/json; charset=utf-8');
  return JSON.stringify(request.data ?? {});
}
