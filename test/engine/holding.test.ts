/** Who may claim and send, and which process counts as dead: by what the observer itself has seen. */
import { describe, expect, test, vi } from 'vitest';
import { createHolding, createSilence, LASTS_MS, SILENT_MS } from '../../src/engine/holding.ts';
import { CALL_TIMEOUT_MS } from '../../src/feishu/client.ts';
import { createLog } from '../../src/log.ts';

const row = (holder: string, beats: number, at = 0) => ({ holder, beats, at });
const names = (rows: { holder: string }[]) => rows.map((one) => one.holder);

test('who was silent long enough to count as dead has no call of his own under way', () => {
  expect(LASTS_MS + CALL_TIMEOUT_MS).toBeLessThan(SILENT_MS);
});

describe('a process counts as dead', () => {
  test('when its row has not changed for 15 s of the clock of the one who looks, whatever time it bears', () => {
    const silent = createSilence();
    const yearAway = Number.MAX_SAFE_INTEGER / 4;
    expect(names(silent([row('a', 7, yearAway), row('b', 1)], 1000))).toEqual([]);
    expect(names(silent([row('a', 7, yearAway), row('b', 2)], 15_999))).toEqual([]);
    expect(names(silent([row('a', 7, yearAway), row('b', 3)], 16_000))).toEqual(['a']);
  });

  test('not when its row has changed in whatever way, nor when nobody looked', () => {
    const silent = createSilence();
    silent([row('a', 7)], 0);
    // The one who looks was suspended: the other has gone on meanwhile.
    expect(names(silent([row('a', 8)], 900_000))).toEqual([]);
    expect(names(silent([row('a', 8)], 914_999))).toEqual([]);
    silent([], 915_000);
    expect(names(silent([row('a', 8)], 930_000))).toEqual([]);
  });
});

describe('a process may claim and send', () => {
  function build() {
    const time = { wall: 1_800_000_000_000, monotonic: 5 };
    const broken = { yes: false };
    let ids = 0;
    let woken = 0;
    // What the database does with it is tested on a real one (test/stories/holding.test.ts).
    const tx = {
      insert: () => ({ values: async () => {} }),
      update: () => ({ set: () => ({ where: () => ({ returning: async () => [{}] }) }) }),
      select: () => ({ from: () => ({ orderBy: async () => [] }) }),
    };
    const db = {
      transaction: async (work: (tx: never) => Promise<unknown>) => {
        if (broken.yes) throw new Error('away');
        return work(tx as never);
      },
    };
    const needs = {
      db: db as never,
      clock: () => time.wall,
      newId: () => `h${++ids}`,
      log: createLog(
        'silent',
        () => {},
        () => 0,
      ),
      wake: () => {
        woken++;
      },
    };
    return {
      woken: () => woken,
      holding: createHolding(
        () => needs,
        () => time.monotonic,
      ),
      time,
      broken,
    };
  }
  const may = ({ holding }: ReturnType<typeof build>) => [holding.claimant(), holding.mayLeave('h1')];

  test('from its first sign of life on, for 4 s, and on with each further one', async () => {
    const one = build();
    expect(may(one)).toEqual([undefined, false]);
    await one.holding.beat();
    for (let n = 0; n < 5; n++) {
      one.time.wall += LASTS_MS - 1;
      one.time.monotonic += LASTS_MS - 1;
      expect(may(one)).toEqual(['h1', true]);
      await one.holding.beat();
    }
    one.broken.yes = true;
    one.time.wall += LASTS_MS;
    one.time.monotonic += LASTS_MS;
    await one.holding.beat();
    expect(may(one)).toEqual([undefined, false]);
  });

  test.each([
    ['slept: the clock nobody sets stood still', { wall: LASTS_MS, monotonic: 0 }],
    ['was suspended while its clock was set back', { wall: -3_600_000, monotonic: LASTS_MS }],
    ['was suspended while its clock was set back to the minute', { wall: 100, monotonic: LASTS_MS }],
    ['has had its clock set back', { wall: -1, monotonic: 1 }],
  ])('not after it %s', async (_, { wall, monotonic }) => {
    const one = build();
    await one.holding.beat();
    one.time.wall += wall;
    one.time.monotonic += monotonic;
    expect(may(one)).toEqual([undefined, false]);
    await one.holding.beat();
    expect(may(one)).toEqual(['h1', true]);
  });

  test('at once again when it asks after a leap of its clock, and the sender is woken', async () => {
    const one = build();
    await one.holding.start();
    const woken = one.woken();
    one.time.wall += 60_000;
    expect(one.holding.claimant()).toBeUndefined();
    await vi.waitFor(() => expect(one.holding.claimant()).toBe('h1'));
    expect(one.woken()).toBe(woken + 1);
    one.holding.stop();
    one.time.wall += 60_000;
    expect(one.holding.claimant()).toBeUndefined();
    await Promise.resolve();
    expect(one.holding.claimant()).toBeUndefined();
  });

  test('not under a name that is not its own, and not after it has left', async () => {
    const one = build();
    await one.holding.beat();
    expect(one.holding.mayLeave('h0')).toBe(false);
    await one.holding.leave();
    expect(may(one)).toEqual([undefined, false]);
  });
});
