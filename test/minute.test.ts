import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everyMinute, type MinuteClock } from '../src/minute.ts';

let now: number;
let worked: number[];
let clock: MinuteClock;
/** Ends the work under way; the next one waits again. */
let finish: (() => void) | undefined;
let slow = false;

/** Lets real time and the wall clock go by together. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 500) {
    now += 500;
    await vi.advanceTimersByTimeAsync(500);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  now = Date.UTC(2026, 10, 23, 1, 0, 30);
  worked = [];
  slow = false;
  clock = everyMinute(
    () => now,
    () => {
      worked.push(now);
      return slow ? new Promise((resolve) => (finish = resolve)) : Promise.resolve();
    },
  );
});

afterEach(async () => {
  finish?.();
  await clock.stop();
  vi.useRealTimers();
});

test('works once in every minute', async () => {
  await pass(5 * 60_000);
  expect(worked.map((at) => new Date(at).getUTCMinutes())).toEqual([1, 2, 3, 4, 5]);
});

test('a clock that is set back by hours costs no minute', async () => {
  await pass(60_000);
  now -= 5 * 3_600_000;
  await pass(60_000);
  expect(worked.slice(1).length).toBeGreaterThanOrEqual(1);
});

test('after a suspended hour it works at once, and once', async () => {
  now += 3_600_000;
  await vi.advanceTimersByTimeAsync(1000);
  expect(worked).toHaveLength(1);
});

test('never works twice at once, and goes on afterwards', async () => {
  slow = true;
  await pass(3 * 60_000);
  expect(worked).toHaveLength(1);
  finish?.();
  slow = false;
  await pass(2000);
  expect(worked).toHaveLength(2);
});

test('stopping waits for the work under way', async () => {
  slow = true;
  await pass(60_000);
  let stopped = false;
  const stopping = clock.stop().then(() => {
    stopped = true;
  });
  await vi.advanceTimersByTimeAsync(10);
  expect(stopped).toBe(false);
  finish?.();
  await stopping;
  await pass(3 * 60_000);
  expect(worked).toHaveLength(1);
});
