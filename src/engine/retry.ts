/** When to try a failed message again, and when to stop. Pure. */
import type { Instant } from '../domain/time.ts';
import type { Failure, FeishuError } from '../feishu/errors.ts';
import type { LeaveBy } from '../feishu/http.ts';

/** The platform's uuid makes a repeat harmless for one hour; a margin for clocks and for a lease. */
export const DEDUPE_WINDOW_MS = 50 * 60_000;
/** Longer than any call with its retries; a crashed sender's rows are free again after this. */
export const LEASE_MS = 90_000;
/** After this many tries a message that keeps being refused is a dead letter. */
export const MAX_ATTEMPTS = 12;

export type NextStep =
  | { kind: 'retry'; at: Instant }
  | { kind: 'dead'; reason: string }
  | { kind: 'drop'; reason: string; mark?: 'chat' | 'person' }
  | { kind: 'text-fallback' }
  /** Again without phone numbers and addresses. */
  | { kind: 'mask' }
  /** Again with names in place of mentions. */
  | { kind: 'unmention' }
  /** The platform has it from an earlier try, but does not say under which id. */
  | { kind: 'taken' }
  | { kind: 'new-anchor' };

export interface Attempt {
  /** Tries made so far, this one included. */
  attempts: number;
  /** When the first try began that may have come through with this uuid; this one, when no earlier one may. */
  firstTriedAt: Instant;
  now: Instant;
  /** The plain-text form was tried already. */
  textTried: boolean;
  /** The form without phone numbers was tried already. */
  maskTried?: boolean;
  /** The form without mentions was tried already, or would be refused the same. */
  namesTried?: boolean;
}

/** Number inside 230099: somebody mentioned is known to nobody any more. */
const NOBODY = '100290';

/** Whether a card was refused because of whom it mentions. */
export function namesNobody(error: Pick<FeishuError, 'detail'>): boolean {
  return error.detail?.includes(NOBODY) === true;
}

/** So many tries with one uuid, the last ones answered with "being sent": then it has been sent. */
const TAKEN_AFTER = 4;

const CONFIGURATION_WAIT_MS = 300_000;
const CONFIGURATION_ATTEMPTS = (24 * 3_600_000) / CONFIGURATION_WAIT_MS;

/** What a claimed row says of its tries. */
export interface Tried {
  leaseUntil: Instant | null;
  leaseHolder?: string | null;
  firstTriedAt: Instant | null;
}

/**
 * Whether a try before this claim may have come through: its sender died, or heard nothing. The first claim is its own
 * first try, to the millisecond; any other instant is another's, whose clock may be ahead of ours.
 */
export function mayHaveArrived({ leaseUntil, firstTriedAt }: Tried): boolean {
  return leaseUntil !== null && firstTriedAt !== null && firstTriedAt !== leaseUntil - LEASE_MS;
}

/** The same, and so long ago that the platform no longer knows its uuid: to send it again may be to send it twice. */
export function isTooLate(row: Tried, now: Instant): boolean {
  return mayHaveArrived(row) && now - (row.firstTriedAt ?? now) > DEDUPE_WINDOW_MS;
}

/**
 * A call leaves only while its row is held. A sender that was suspended leaves it to whoever took the row meanwhile:
 * it would send an old state, or, past the hour of the uuid, a second message.
 */
export function sendDeadline({ leaseUntil, leaseHolder }: Omit<Tried, 'firstTriedAt'>): LeaveBy {
  return {
    ...(leaseUntil !== null && { notAfter: leaseUntil }),
    ...(leaseHolder != null && { heldBy: leaseHolder }),
  };
}

/** 2 s, 4 s, 8 s … at most five minutes. */
export function backoffMs(attempts: number): number {
  return Math.min(2000 * 2 ** Math.min(attempts - 1, 10), 300_000);
}

/** What becomes of a message after this failure. */
export function planAfterFailure(failure: Failure, attempt: Attempt): NextStep {
  const { now, attempts, firstTriedAt } = attempt;
  switch (failure.kind) {
    case 'retry': {
      if (failure.reason === 'being-sent' && attempts >= TAKEN_AFTER) return { kind: 'taken' };
      const waited = failure.afterMs ?? backoffMs(attempts);
      // Being told to wait is not the message's fault, so pacing does not use up its tries.
      if (attempts >= MAX_ATTEMPTS && failure.afterMs === undefined)
        return { kind: 'dead', reason: failure.reason };
      return { kind: 'retry', at: now + Math.max(waited, 200) };
    }
    case 'uncertain': {
      const at = now + backoffMs(attempts);
      if (at - firstTriedAt > DEDUPE_WINDOW_MS)
        return { kind: 'dead', reason: `${failure.reason}-unknown-outcome` };
      return { kind: 'retry', at };
    }
    case 'card-refused':
      if (attempt.namesTried === false) return { kind: 'unmention' };
      return attempt.textTried ? { kind: 'dead', reason: failure.reason } : { kind: 'text-fallback' };
    case 'card-too-old':
    case 'message-gone':
      return { kind: 'new-anchor' };
    case 'chat-gone':
      return { kind: 'drop', reason: failure.reason, mark: 'chat' };
    case 'person-unreachable':
      return { kind: 'drop', reason: failure.reason, mark: 'person' };
    case 'configuration':
      // An administrator will mend it; what waits goes out then, for a day.
      if (attempts > CONFIGURATION_ATTEMPTS) return { kind: 'dead', reason: failure.reason };
      return { kind: 'retry', at: now + CONFIGURATION_WAIT_MS };
    case 'give-up':
      if (failure.reason === 'data-loss-prevention' && attempt.maskTried === false) return { kind: 'mask' };
      return { kind: 'dead', reason: failure.reason };
  }
}
