import type { FailureKind } from './codes.ts';
import { findCodeRule } from './codes.ts';

export type Failure =
  | { kind: 'retry'; reason: string; afterMs?: number }
  | { kind: Exclude<FailureKind, 'retry'>; reason: string };

export interface FailureFacts {
  kind: FailureKind;
  reason: string;
  /** Platform code, 0 when there was no answer to read. */
  code: number;
  /** 0 when there was no answer. */
  httpStatus: number;
  method: string;
  /** Path without query. */
  path: string;
  logId?: string;
  retryAfterMs?: number;
  /** Safe extra: missing scopes, the card's inner error number. Never the platform's own sentence. */
  detail?: string;
}

/** A call to the Open Platform failed. Holds no token, secret or message text, so it may be logged whole. */
export class FeishuError extends Error {
  override readonly name = 'FeishuError';
  readonly kind: FailureKind;
  readonly reason: string;
  readonly code: number;
  readonly httpStatus: number;
  readonly method: string;
  readonly path: string;
  readonly logId: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly detail: string | undefined;

  constructor(facts: FailureFacts) {
    const detail = facts.detail ? ` (${facts.detail})` : '';
    super(
      `${facts.method} ${facts.path}: ${facts.reason}${detail}, code ${facts.code}, HTTP ${facts.httpStatus}`,
    );
    this.kind = facts.kind;
    this.reason = facts.reason;
    this.code = facts.code;
    this.httpStatus = facts.httpStatus;
    this.method = facts.method;
    this.path = facts.path;
    this.logId = facts.logId;
    this.retryAfterMs = facts.retryAfterMs;
    this.detail = facts.detail;
  }
}

/** What to do about a failure. Anything but a FeishuError is a fault of our own program: give up, loudly. */
export function classifyFailure(error: unknown): Failure {
  if (!(error instanceof FeishuError)) return { kind: 'give-up', reason: 'unexpected' };
  const { kind, reason, retryAfterMs } = error;
  if (kind !== 'retry') return { kind, reason };
  return retryAfterMs === undefined ? { kind, reason } : { kind, reason, afterMs: retryAfterMs };
}

/** POSTs that leave nothing behind a person could see twice. */
const HARMLESS_POST = /^\/open-apis\/(auth|contact|im\/v1\/(images|files)$)/;

/** True when repeating the call can do no harm: reads, uploads, replacing a card, recalling. Urgents do harm. */
export function isRepeatable(method: string, path: string): boolean {
  if (method === 'GET' || method === 'DELETE') return true;
  if (HARMLESS_POST.test(path)) return true;
  return method === 'PATCH' && !path.includes('/urgent_');
}

interface Answer {
  code: number;
  httpStatus: number;
  method: string;
  path: string;
  logId?: string;
  retryAfterMs?: number;
  detail?: string;
  /** The message was addressed by open_id. */
  toPerson?: boolean;
  /** The card error is only that the card is being clicked on at this moment. */
  cardBusy?: boolean;
}

/** Reads a refusal of the platform: by code first (a 429 or 400 alike), by HTTP status when the code is unlisted. */
export function explainAnswer(answer: Answer): FeishuError {
  const { toPerson, cardBusy, ...facts } = answer;
  if (cardBusy) return new FeishuError({ ...facts, kind: 'retry', reason: 'card-busy' });
  const rule = findCodeRule(answer.code);
  if (rule !== undefined && !(rule.reason === 'internal-error' && answer.httpStatus >= 500)) {
    const kind = (toPerson && rule.toPerson) || rule.kind;
    const retryAfterMs = answer.retryAfterMs ?? rule.afterMs;
    return new FeishuError({
      ...facts,
      kind,
      reason: rule.reason,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    });
  }
  if (answer.httpStatus === 429) return new FeishuError({ ...facts, kind: 'retry', reason: 'rate-limited' });
  if (answer.httpStatus >= 500) {
    const kind = isRepeatable(answer.method, answer.path) ? 'retry' : 'uncertain';
    return new FeishuError({ ...facts, kind, reason: 'server-error' });
  }
  return new FeishuError({ ...facts, kind: 'give-up', reason: 'unlisted-code' });
}
