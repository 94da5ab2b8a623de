import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPacer, LIMITS } from '../../src/engine/pacing.ts';

const T0 = 1_800_000_000_000;

/** The most that fall into any window of this length. */
function densest(times: number[], ms: number): number {
  return times.reduce(
    (most, from) => Math.max(most, times.filter((at) => at >= from && at < from + ms).length),
    0,
  );
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
            if (!pacer.admit('send', target, now).ok) continue;
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
      const answer = pacer.admit('send', 'chat:a', now);
      if (answer.ok) continue;
      expect(answer.at).toBeGreaterThan(now);
      now = answer.at;
      expect(pacer.admit('send', 'chat:a', now).ok).toBe(true);
    }
  });

  test('a thousand a minute is not passed in a long wave', () => {
    const pacer = createPacer();
    let count = 0;
    for (let ms = 0; ms < 60_000; ms += 20) if (pacer.admit('send', `person:${ms}`, T0 + ms).ok) count++;
    expect(count).toBeLessThanOrEqual(LIMITS.perMinute);
    expect(count).toBeGreaterThan(900);
    expect(pacer.room('send', T0 + 59_999)).toBe(0);
    expect(pacer.room('patch', T0 + 59_999)).toBeGreaterThan(0);
  });

  test('a block holds until its time and is not shortened by a later one', () => {
    const pacer = createPacer();
    pacer.block('chat:a', T0 + 5000);
    pacer.block('chat:a', T0 + 1000);
    expect(pacer.admit('send', 'chat:a', T0 + 4999)).toEqual({ ok: false, at: T0 + 5000 });
    expect(pacer.admit('send', 'chat:b', T0).ok).toBe(true);
    expect(pacer.admit('send', 'chat:a', T0 + 5000).ok).toBe(true);
  });

  test('a clock that was set back does not stop everything', () => {
    const pacer = createPacer();
    for (let i = 0; i < 4; i++) pacer.admit('send', 'chat:a', T0 + 3_600_000);
    expect(pacer.admit('send', 'chat:a', T0).ok).toBe(true);
  });
});
