import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everyMinute, type MinuteClock } from '../src/minute.ts';

let worked: number[];
let clock: MinuteClock;
/** Ends the work under way; the next one waits again. */
let finish: (() => void) | undefined;
let slow = false;

/** Lets real time and the wall clock go by together. */
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Sets the wall clock, which moves no timer. */
const turn = (ms: number) => vi.setSystemTime(Date.now() + ms);

const minuteOf = (at: number) => new Date(at).getUTCMinutes();

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(Date.UTC(2026, 10, 23, 1, 0, 30));
  worked = [];
  slow = false;
  clock = everyMinute(Date.now, () => {
    worked.push(Date.now());
    return slow ? new Promise((resolve) => (finish = resolve)) : Promise.resolve();
  });
});

afterEach(async () => {
  finish?.();
  await clock.stop();
  vi.useRealTimers();
});

test('works once in every minute', async () => {
  await pass(5 * 60_000);
  expect(worked.map(minuteOf)).toEqual([1, 2, 3, 4, 5]);
});

test('a clock that is set back by hours costs no minute', async () => {
  await pass(60_000);
  turn(-5 * 3_600_000);
  await pass(3 * 60_000);
  expect(worked.slice(1).map(minuteOf)).toEqual([1, 2, 3, 4]);
});

test('after a suspended hour it works at once, and once', async () => {
  turn(3_600_000);
  await pass(1000);
  expect(worked).toHaveLength(1);
  await pass(60_000);
  expect(worked.map(minuteOf)).toEqual([0, 1]);
});

test('a process that was busy at the full minute works as soon as it can', async () => {
  await pass(29_500);
  turn(20_000);
  await pass(1000);
  expect(worked).toHaveLength(1);
  await pass(60_000);
  expect(worked.map(minuteOf)).toEqual([1, 2]);
});

test('works once in a minute that is lived through twice at a restart of the task', async () => {
  await pass(40_000);
  turn(-5000);
  await pass(10_000);
  expect(worked.map(minuteOf)).toEqual([1]);
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
  await pass(90_000);
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
