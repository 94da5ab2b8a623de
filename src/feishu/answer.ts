import { explainAnswer, FeishuError, isRepeatable } from './errors.ts';
import type { RawAnswer } from './transport.ts';
import { type ApiAnswer, apiAnswer } from './wire.ts';

/** The call an answer belongs to. */
export interface Asked {
  method: string;
  url: URL;
}

/** A JSON answer with code 0; anything else is thrown as FeishuError. */
export function readJsonAnswer(raw: RawAnswer, asked: Asked): ApiAnswer {
  const answer = apiAnswer.safeParse(parseJson(raw.bytes)).data;
  if (isOk(raw) && answer === undefined) throw unreadableAnswer(asked.method, asked.url.pathname, raw.status);
  if (isOk(raw) && answer?.code === 0) return answer;
  throw refusal(raw, answer, asked);
}

/** A file's bytes. A refusal may come with HTTP 200 and JSON; somebody's own .json file has a file name. */
export function readFileAnswer(raw: RawAnswer, asked: Asked) {
  const contentType = raw.headers.get('content-type') ?? undefined;
  const file = { bytes: raw.bytes, ...(contentType && { contentType }) };
  if (isOk(raw) && raw.headers.has('content-disposition')) return file;
  const answer = apiAnswer.safeParse(parseJson(raw.bytes)).data;
  if (isOk(raw) && (answer === undefined || answer.code === 0)) return file;
  throw refusal(raw, answer, asked);
}

/** The platform did answer, but not as documented: for a send nobody knows whether it happened. */
export function unreadableAnswer(method: string, path: string, httpStatus = 200): FeishuError {
  const kind = isRepeatable(method, path) ? 'retry' : 'uncertain';
  return new FeishuError({ kind, reason: 'unreadable-answer', code: 0, httpStatus, method, path });
}

export function logIdOf(raw: RawAnswer, answer?: ApiAnswer): { logId?: string } {
  const logId = raw.headers.get('x-tt-logid') ?? answer?.error?.log_id;
  return logId ? { logId } : {};
}

function refusal(raw: RawAnswer, answer: ApiAnswer | undefined, { method, url }: Asked): FeishuError {
  return explainAnswer({
    code: answer?.code ?? 0,
    httpStatus: raw.status,
    method,
    path: url.pathname,
    toPerson: url.searchParams.get('receive_id_type') === 'open_id',
    ...logIdOf(raw, answer),
    ...retryAfterOf(raw.headers),
    cardBusy: answer?.code === 230099 && CARD_BUSY.test(answer.msg ?? ''),
    ...detailOf(answer),
  });
}

/** 11310 also stands for too many elements or tables; only its words tell the two apart. */
const CARD_BUSY = /ErrCode:\s*(200810\b|11310\b.*\block)/i;

const isOk = (raw: RawAnswer) => raw.status >= 200 && raw.status < 300;

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function retryAfterOf(headers: Headers): { retryAfterMs?: number } {
  const text = headers.get('x-ogw-ratelimit-reset') ?? headers.get('retry-after');
  const seconds = text === null || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(seconds) && seconds >= 0 ? { retryAfterMs: seconds * 1000 } : {};
}

/** Of the platform's sentence only numbers and scope names are kept: it may quote the message itself. */
function detailOf(answer: ApiAnswer | undefined): { detail?: string } {
  const msg = answer?.msg ?? '';
  if (answer?.code === 230099) {
    const inner = /ErrCode:\s*(\d+)/.exec(msg)?.[1];
    return inner ? { detail: `card error ${inner}` } : {};
  }
  if (answer?.code !== 99991672) return {};
  const scopes = [...new Set(msg.match(/\b[a-z]+:[a-z_]+(?:[.:][a-z_]+)*\b/g) ?? [])];
  return scopes.length > 0 ? { detail: `scopes: ${scopes.join(', ')}` } : {};
}
