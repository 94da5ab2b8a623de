import type { Core } from '../core.ts';
import type { Part } from './multipart.ts';

/** One call as a method sees it: token, scope and rate have been checked. */
export interface ApiContext {
  core: Core;
  params: Record<string, string>;
  query: URLSearchParams;
  /** Parsed JSON body; {} when there is none. */
  body: Record<string, unknown>;
  /** Size of the request body as received. */
  bodyBytes: number;
  /** Multipart fields, when the route takes them. */
  form: Map<string, Part> | undefined;
}

export interface ApiAnswer {
  /** Goes under `data`. */
  data?: unknown;
  /** Goes beside `code` and `msg` (old APIs: token, bot info). */
  flat?: Record<string, unknown>;
  msg?: string;
  /** Instead of JSON: a file. */
  file?: { bytes: Uint8Array<ArrayBuffer>; mime: string; name: string };
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path pattern, parameters as :name. */
  path: string;
  /** Any one of these is needed; empty = none. */
  scopes: readonly string[];
  /** The token endpoint is the only one without a token. */
  open?: boolean;
  multipart?: boolean;
  /** Calls per second and per minute for the app; default 50 and 1000. */
  perSecond?: number;
  perMinute?: number;
  handle(context: ApiContext): ApiAnswer | Promise<ApiAnswer>;
}

/** A refusal. Thrown by methods; becomes `{code,msg,error:{log_id}}` under `status` (feishu.md §4.7). */
export class ApiError extends Error {
  readonly code: number;
  readonly status: number;
  readonly details: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(
    code: number,
    message: string,
    o: { status?: number; details?: Record<string, unknown>; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.code = code;
    this.status = o.status ?? 400;
    this.details = o.details ?? {};
    this.headers = o.headers ?? {};
  }
}

/** The connection broke: the caller gets no answer at all and cannot know the outcome. */
export class BrokenConnection extends TypeError {
  constructor() {
    super('fetch failed', { cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) });
  }
}
