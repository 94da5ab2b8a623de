import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Grant } from '../../src/db/pacing.ts';
import { createPacer, LIMITS, type Pacer, SKEW_MS, VALID_MS } from '../../src/engine/pacing.ts';

const T0 = 1_800_000_000_000;

/** The most that fall into any window of this length. */
function densest(times: number[], ms: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  let most = 0;
  for (let from = 0, to = 0; to < sorted.length; to++) {
    while (sorted[to]! - sorted[from]! >= ms) from++;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

/** Reserves and uses at once. */
function admit(pacer: Pacer, lane: string, target: string, now: number) {
  pacer.reserve([{ lane, target }], now);
  return pacer.admit(lane, target, now);
}

describe('the pacer', () => {
  test('whatever is asked for, no limit of the platform is ever passed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 60 })), {
          minLength: 100,
          maxLength: 400,
        }),
        (asks) => {
          const pacer = createPacer();
          const left: number[] = [];
          const byTarget = new Map<string, number[]>();
          let now = T0;
          for (const [who, pause] of asks) {
            now += pause;
            const target = `chat:${who}`;
            if (!admit(pacer, 'send', target, now).ok) continue;
            left.push(now);
            byTarget.set(target, [...(byTarget.get(target) ?? []), now]);
          }
          expect(densest(left, 1000)).toBeLessThanOrEqual(LIMITS.perSecond);
          for (const times of byTarget.values())
            expect(densest(times, 1000)).toBeLessThanOrEqual(LIMITS.targetPerSecond);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('who asks again at the time named is admitted', () => {
    const pacer = createPacer();
    let now = T0;
    for (let i = 0; i < 40; i++) {
      const answer = admit(pacer, 'send', 'chat:a', now);
      if (answer.ok) continue;
      expect(answer.at).toBeGreaterThan(now);
      now = answer.at!;
      expect(admit(pacer, 'send', 'chat:a', now).ok).toBe(true);
    }
  });

  test('a thousand a minute is not passed in a long wave, and alone 980 are used', () => {
    const pacer = createPacer();
    let count = 0;
    for (let ms = 0; ms < 60_000; ms += 20) if (admit(pacer, 'send', `person:${ms}`, T0 + ms).ok) count++;
    expect(count).toBe(980);
    expect(pacer.room('send', T0 + 59_999)).toBe(0);
    expect(pacer.freeAt('send', T0 + 59_999)).toBe(T0 + 60_000);
    expect(pacer.room('patch', T0 + 59_999)).toBeGreaterThan(0);
  });

  test('a slot that is not used in time is lost, and one given back is free at once', () => {
    const pacer = createPacer();
    const want = { lane: 'send', target: 'chat:a' };
    pacer.reserve([want], T0);
    expect(pacer.admit('send', 'chat:a', T0 + VALID_MS)).toEqual({ ok: false });
    const wants = Array.from({ length: 5 }, () => want);
    const reserved = pacer.reserve(wants, T0 + 10_000);
    expect(reserved.slots).toEqual({ 'lane:send': 4, 'chat:a': 4 });
    reserved.release();
    expect(pacer.admit('send', 'chat:a', T0 + 10_000)).toEqual({ ok: false });
    expect(pacer.reserve(wants, T0 + 10_000).slots).toEqual({ 'lane:send': 4, 'chat:a': 4 });
  });

  test('a block holds until its time and is not shortened by a later one', () => {
    const pacer = createPacer();
    pacer.block('chat:a', T0 + 5000);
    pacer.block('chat:a', T0 + 1000);
    expect(admit(pacer, 'send', 'chat:a', T0 + 4999)).toEqual({ ok: false, at: T0 + 5000 });
    expect(admit(pacer, 'send', 'chat:b', T0).ok).toBe(true);
    expect(admit(pacer, 'send', 'chat:a', T0 + 5000).ok).toBe(true);
  });

  test('a clock that was set back does not stop everything', () => {
    const pacer = createPacer();
    for (let i = 0; i < 4; i++) admit(pacer, 'send', 'chat:a', T0 + 3_600_000);
    expect(admit(pacer, 'send', 'chat:a', T0).ok).toBe(true);
  });
});

/** Processes with clocks of their own and the one row between them; `sent` is the platform's view. */
function fleet(skews: number[]) {
  const ledger: Grant[] = [];
  const sent: { at: number; target: string }[] = [];
  const processes = skews.map((skew, n) => ({ pacer: createPacer(`p${n}`), skew }));
  let calls: { at: number; by: number; target: string }[] = [];
  let version = 0;
  /** Lets the calls happen whose time has come. */
  const pass = (to: number) => {
    const due = calls.filter(({ at }) => at <= to).toSorted((a, b) => a.at - b.at);
    calls = calls.filter(({ at }) => at > to);
    for (const { at, by, target } of due) {
      const { pacer, skew } = processes[by]!;
      if (pacer.admit('send', target, at + skew).ok) sent.push({ at, target });
    }
  };
  return {
    sent,
    pass,
    /** What a process would claim at most. */
    room: (by: number, at: number) => processes[by]!.pacer.room('send', at + processes[by]!.skew),
    /** Reserves for these; the calls follow `delay` later. */
    send(by: number, targets: string[], at: number, delay = 0) {
      pass(at);
      const { pacer, skew } = processes[by]!;
      const now = at + skew;
      version++;
      const news = ledger.filter((grant) => grant.version > pacer.seen && grant.holder !== pacer.holder);
      pacer.learn(news, now);
      const wants = targets.map((target) => ({ lane: 'send', target }));
      ledger.push({ version, holder: pacer.holder, at: now, slots: pacer.reserve(wants, now).slots });
      pacer.seen = version;
      calls.push(...targets.map((target) => ({ at: at + delay, by, target })));
      if (delay === 0) pass(at);
    },
  };
}

const inSecond = (sent: { at: number }[]) =>
  densest(
    sent.map(({ at }) => at),
    1000,
  );

describe('several processes', () => {
  test('with clocks seconds apart, late calls and idle times never pass a limit together', () => {
    const step = fc.record({
      by: fc.integer({ min: 0, max: 2 }),
      pause: fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 9000 })),
      delay: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: VALID_MS + 500 })),
      count: fc.integer({ min: 1, max: 40 }),
      narrow: fc.boolean(),
    });
    const skew = fc.integer({ min: -SKEW_MS / 2, max: SKEW_MS / 2 });
    fc.assert(
      fc.property(
        fc.tuple(skew, skew, skew),
        fc.array(step, { minLength: 20, maxLength: 120 }),
        (skews, steps) => {
          const { sent, send, pass } = fleet(skews);
          let at = T0;
          let person = 0;
          for (const { by, pause, delay, count, narrow } of steps) {
            at += pause;
            const targets = Array.from({ length: count }, () =>
              narrow ? `chat:${count % 3}` : `person:${++person}`,
            );
            send(by, targets, at, delay);
          }
          pass(at + 10_000);
          expect(inSecond(sent)).toBeLessThanOrEqual(LIMITS.perSecond);
          const times = sent.map((one) => one.at);
          expect(densest(times, 60_000)).toBeLessThanOrEqual(LIMITS.perMinute);
          for (const chat of ['chat:0', 'chat:1', 'chat:2'])
            expect(inSecond(sent.filter(({ target }) => target === chat))).toBeLessThanOrEqual(
              LIMITS.targetPerSecond,
            );
        },
      ),
      { numRuns: 200 },
    );
  });

  test.each([[[0]], [[0, 0]], [[0, 3000, -2000]]])(
    'a wave of 5,700 takes at most a tenth longer than the limits ask for (clocks %j)',
    (skews) => {
      const { sent, send, room } = fleet(skews);
      let asked = 0;
      let at = T0;
      // Whoever has room takes up to a batch, a new one every 60 ms.
      for (let turn = 0; sent.length < 5700; turn++) {
        at += 60;
        const by = turn % skews.length;
        const count = Math.min(40, 5700 - sent.length, room(by, at));
        if (count > 0)
          send(
            by,
            Array.from({ length: count }, () => `person:${++asked}`),
            at,
            50,
          );
      }
      const floor = 5 * 60_000 + (700 / 50) * 1000;
      expect(sent.at(-1)!.at - sent[0]!.at).toBeLessThanOrEqual(floor * 1.1);
      expect(
        densest(
          sent.map((one) => one.at),
          60_000,
        ),
      ).toBeLessThanOrEqual(LIMITS.perMinute);
    },
  );

  test('one that died with slots in hand holds up the others for seconds, not minutes', () => {
    const { sent, send } = fleet([0, 0]);
    // Reserves all there is and is gone: nothing is used in time.
    send(
      0,
      Array.from({ length: 45 }, (_, n) => `person:${n}`),
      T0,
      VALID_MS,
    );
    send(1, ['person:a'], T0 + 100);
    expect(sent).toEqual([]);
    send(1, ['person:a'], T0 + 3000);
    expect(sent).toHaveLength(1);
  });

  test('one that slept does not take old messages of the others for new ones', () => {
    const { sent, send } = fleet([0, 0]);
    for (let second = 0; second < 300; second++) {
      send(
        0,
        Array.from({ length: 15 }, (_, n) => `person:${second}:${n}`),
        T0 + second * 1000,
      );
    }
    expect(sent).toHaveLength(4500);
    send(1, ['person:a', 'chat:b'], T0 + 306_000);
    expect(sent).toHaveLength(4502);
  });

  test('a chat that two processes answer in turn gets one message a second without waiting', () => {
    const { sent, send } = fleet([0, -2000]);
    for (let second = 0; second < 60; second++) send(second % 2, ['chat:a'], T0 + second * 1000);
    expect(sent).toHaveLength(60);
  });
});
