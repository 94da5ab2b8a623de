import { isRecord } from '../content/json.ts';
import type { Core } from '../core.ts';
import { appendLog, sleep } from '../core.ts';
import type { Fault } from '../faults.ts';
import { newLogId } from '../ids.ts';
import { chatTooBusy, checkApiRate, checkScope, tooManyRequests } from './gate.ts';
import { readBody, shownBody } from './request-body.ts';
import type { ApiAnswer, ApiContext, Route } from './route.ts';
import { ApiError, BrokenConnection } from './route.ts';
import { findRoute } from './table.ts';
import { checkToken, invalidToken } from './token.ts';

interface Answered {
  status: number;
  body: Record<string, unknown>;
  headers: Record<string, string>;
  file?: ApiAnswer['file'];
}

/** Serves one call to /open-apis. Rejects with {@link BrokenConnection} where a fault breaks the line. */
export async function serveApi(core: Core, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const found = findRoute(request.method, url.pathname);
  if (!found) {
    record(core, request, url, `${request.method} ${url.pathname}`, {}, 404, -1, '404 page not found');
    return new Response('404 page not found', { status: 404 });
  }
  const { route, params } = found;
  const logId = newLogId(core.world.ids, core.now());
  const body = await readBody(route, request);
  const label = `${route.method} ${route.path}`;
  const faults = core.faults.take({ route: label, path: url.pathname, body: shownBody(route, body) });
  const context: ApiContext = {
    core,
    params,
    query: url.searchParams,
    body: body.json,
    bodyBytes: body.bytes,
    form: body.form,
  };

  const answered = await answer(route, context, request, faults, body.bad).catch((error: unknown) => {
    if (error instanceof BrokenConnection) {
      record(core, request, url, label, shownBody(route, body), 0, -1, 'connection broken');
    }
    throw error;
  });
  if (answered.body.code !== 0 && !route.open) {
    const error = isRecord(answered.body.error) ? answered.body.error : {};
    answered.body.error = { log_id: logId, ...error };
  }
  const code = Number(answered.body.code ?? 0);
  const shown = route.open ? { code, msg: answered.body.msg } : answered.body;
  const response = answered.file ? `${answered.file.bytes.length} bytes` : shown;
  record(core, request, url, label, shownBody(route, body), answered.status, code, response);
  if (faults.some((f) => f.kind === 'resetAfterCommit')) throw new BrokenConnection();
  return toResponse(answered, logId, core.now());
}

async function answer(
  route: Route,
  context: ApiContext,
  request: Request,
  faults: readonly Fault[],
  badBody: boolean,
): Promise<Answered> {
  try {
    await strike(context.core, faults);
    if (!route.open) checkToken(context.core, request.headers.get('authorization'));
    checkScope(context.core, route);
    checkApiRate(context.core, route);
    if (badBody) throw new ApiError(9499, 'Invalid parameter type in json: body is not valid json.');
    const done = await route.handle(context);
    const body = { code: 0, msg: done.msg ?? 'success', ...done.flat };
    const data = done.flat === undefined || done.data !== undefined ? { data: done.data ?? {} } : {};
    return { status: 200, body: { ...body, ...data }, headers: {}, file: done.file };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { data, ...details } = error.details;
    return {
      status: error.status,
      body: {
        code: error.code,
        msg: error.message,
        ...(data === undefined ? {} : { data }),
        ...(Object.keys(details).length === 0 ? {} : { error: details }),
      },
      headers: error.headers,
    };
  }
}

/** Faults that strike before the work is done. */
async function strike(core: Core, faults: readonly Fault[]): Promise<void> {
  for (const fault of faults) {
    switch (fault.kind) {
      case 'latency':
        await sleep(core, fault.ms ?? 0);
        break;
      case 'resetBefore':
        throw new BrokenConnection();
      case 'http429':
        throw tooManyRequests(50, fault.resetSeconds ?? 1);
      case 'rate230020':
        throw chatTooBusy(5, fault.resetSeconds ?? 1);
      case 'http500':
        throw new ApiError(fault.code ?? 2200, fault.msg ?? 'Internal Error', {
          status: fault.status ?? 500,
        });
      case 'code':
        throw new ApiError(fault.code ?? 230001, fault.msg ?? 'fault', { status: fault.status ?? 400 });
      case 'tokenExpired':
        throw invalidToken(core.world.strict.tokenErrorStatus);
      default:
        break;
    }
  }
}

function record(
  core: Core,
  request: Request,
  url: URL,
  route: string,
  requestBody: unknown,
  status: number,
  code: number,
  response: unknown,
): void {
  const path = url.pathname + url.search;
  const call = { at: core.now(), method: request.method, path, route, status, code, requestBody, response };
  appendLog(core.calls, call);
  core.emit({ kind: 'call', call });
}

function toResponse(answered: Answered, logId: string, now: number): Response {
  const date = new Date(now).toUTCString();
  const headers = { ...answered.headers, Date: date, 'X-Tt-Logid': logId, 'X-Request-Id': logId };
  if (answered.file) {
    const { bytes, mime, name } = answered.file;
    return new Response(bytes, {
      status: 200,
      headers: {
        ...headers,
        'Content-Type': mime,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      },
    });
  }
  return new Response(JSON.stringify(answered.body), {
    status: answered.status,
    headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
  });
}
