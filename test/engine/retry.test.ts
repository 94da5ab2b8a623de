import { describe, expect, test } from 'vitest';
import {
  backoffMs,
  isTooLate,
  LEASE_MS,
  MAX_ATTEMPTS,
  mayHaveArrived,
  planAfterFailure,
} from '../../src/engine/retry.ts';
import type { Failure } from '../../src/feishu/errors.ts';

const NOW = 1_000_000_000;
const MINUTE = 60_000;
const plan = (
  failure: Failure,
  o: { attempts?: number; since?: number; textTried?: boolean; maskTried?: boolean } = {},
) =>
  planAfterFailure(failure, {
    attempts: o.attempts ?? 1,
    firstTriedAt: NOW - (o.since ?? 0),
    now: NOW,
    textTried: o.textTried ?? false,
    maskTried: o.maskTried ?? false,
  });

describe('after a failure', () => {
  test('the waits grow from two seconds to five minutes and no further', () => {
    const waits = Array.from({ length: 12 }, (_, i) => backoffMs(i + 1) / 1000);
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300]);
  });

  test('the platform says how long to wait, and waiting uses up no tries', () => {
    const told: Failure = { kind: 'retry', reason: 'rate-limited', afterMs: 4000 };
    expect(plan(told, { attempts: 99 })).toEqual({ kind: 'retry', at: NOW + 4000 });
    expect(plan({ ...told, afterMs: 0 })).toEqual({ kind: 'retry', at: NOW + 200 });
  });

  test('a message that keeps failing is a dead letter in the end', () => {
    const failure: Failure = { kind: 'retry', reason: 'server-error' };
    expect(plan(failure, { attempts: MAX_ATTEMPTS - 1 }).kind).toBe('retry');
    expect(plan(failure, { attempts: MAX_ATTEMPTS })).toEqual({ kind: 'dead', reason: 'server-error' });
  });

  test('an unknown outcome is repeated only while the uuid makes that harmless', () => {
    const failure: Failure = { kind: 'uncertain', reason: 'timeout' };
    expect(plan(failure, { since: 10 * MINUTE, attempts: 3 }).kind).toBe('retry');
    expect(plan(failure, { since: 56 * MINUTE, attempts: 3 })).toEqual({
      kind: 'dead',
      reason: 'timeout-unknown-outcome',
    });
  });

  test('only what an earlier claim left open may have arrived; after the hour it is too late to ask again', () => {
    const leaseUntil = NOW + LEASE_MS;
    expect(mayHaveArrived({ leaseUntil, firstTriedAt: NOW })).toBe(false);
    expect(mayHaveArrived({ leaseUntil, firstTriedAt: NOW - 1 })).toBe(true);
    // Tried by a process whose clock is ahead of this one's.
    expect(mayHaveArrived({ leaseUntil, firstTriedAt: NOW + 5000 })).toBe(true);
    expect(isTooLate({ leaseUntil, firstTriedAt: NOW - 49 * MINUTE }, NOW)).toBe(false);
    expect(isTooLate({ leaseUntil, firstTriedAt: NOW - 51 * MINUTE }, NOW)).toBe(true);
    expect(isTooLate({ leaseUntil, firstTriedAt: NOW }, NOW + 70 * MINUTE)).toBe(false);
  });

  test('a message said to be on its way already is left to it after a few tries', () => {
    const failure: Failure = { kind: 'retry', reason: 'being-sent' };
    expect(plan(failure, { attempts: 2 }).kind).toBe('retry');
    expect(plan(failure, { attempts: 4 })).toEqual({ kind: 'taken' });
  });

  test('a refused card becomes a text once, a leak is masked once', () => {
    expect(plan({ kind: 'card-refused', reason: 'card-content' })).toEqual({ kind: 'text-fallback' });
    expect(plan({ kind: 'card-refused', reason: 'card-content' }, { textTried: true }).kind).toBe('dead');
    const leak: Failure = { kind: 'give-up', reason: 'data-loss-prevention' };
    expect(plan(leak)).toEqual({ kind: 'mask' });
    expect(plan(leak, { maskTried: true })).toEqual({ kind: 'dead', reason: 'data-loss-prevention' });
  });

  test('what an administrator must mend is waited for, a day long', () => {
    const failure: Failure = { kind: 'configuration', reason: 'scope-missing' };
    expect(plan(failure, { attempts: 288 })).toEqual({ kind: 'retry', at: NOW + 5 * MINUTE });
    expect(plan(failure, { attempts: 289 })).toEqual({ kind: 'dead', reason: 'scope-missing' });
  });

  test('who cannot be reached is marked, and nothing is tried again', () => {
    expect(plan({ kind: 'chat-gone', reason: 'bot-not-in-chat' })).toMatchObject({
      kind: 'drop',
      mark: 'chat',
    });
    expect(plan({ kind: 'person-unreachable', reason: 'x' })).toMatchObject({ kind: 'drop', mark: 'person' });
    expect(plan({ kind: 'card-too-old', reason: 'x' })).toEqual({ kind: 'new-anchor' });
    expect(plan({ kind: 'message-gone', reason: 'x' })).toEqual({ kind: 'new-anchor' });
  });
});
