import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../src/domain/calendar.ts';
import type { PlanRequest } from '../../../src/domain/plan/back-schedule.ts';
import { expectOutlook, type Outlook } from '../../../src/domain/plan/forecast.ts';
import type { NetworkLink } from '../../../src/domain/plan/network.ts';
import { recountPlan } from '../../../src/domain/plan/recount-plan.ts';
import {
  anyNetwork,
  GOLDEN_BASIS,
  GOLDEN_MONDAY,
  goldenLinks,
  goldenPlan,
} from '../../support/any-network.ts';

const calendar = createCalendar();
const MONDAY = GOLDEN_MONDAY;
const dayAt = (n: number) => (n === 1 ? MONDAY : calendar.addWorkingDays(MONDAY, n - 1));

const planOf = (facts: Partial<PlanRequest>, by = calendar) => goldenPlan(facts, by);

describe('an agreed plan under another calendar', () => {
  /** 1 and 2 done, 3 under way since the first day when it was agreed on the eighth. */
  const then = goldenLinks().map((link): NetworkLink => {
    const { no } = link.definition;
    if (no <= 2) return { ...link, startedOn: dayAt(1), finishedOn: dayAt(2 * no) };
    return no === 3 ? { ...link, startedOn: dayAt(2) } : link;
  });
  const agreed = planOf({ links: then, from: dayAt(8), today: dayAt(8) });
  // Thursday of the fourth week, within link 3, becomes a day off.
  const changed = createCalendar([{ day: '2026-12-24', kind: 'off' }]);

  test('says what moved by it alone: by hand a day each from link 3 on, though links went on and one went away since', () => {
    const since = then.map((link): NetworkLink => {
      const { no } = link.definition;
      if (no === 3) return { ...link, finishedOn: dayAt(30) };
      return no === 15 ? { ...link, unconcerned: true } : link;
    });
    const again = recountPlan(agreed, { links: since, basis: GOLDEN_BASIS }, changed)!;
    const moved = new Map(again.moved.map((one) => [one.code, one]));
    for (const code of ['L4', 'L5', 'L10', 'L11', 'L13', 'L14', 'L15', 'L18', 'construction', 'L22'])
      expect(moved.get(code)?.workingDays, code).toBe(1);
    // Six ends on the eighth working day of the eighth on: before the day off.
    expect(moved.has('L1')).toBe(false);
    expect(again.reached.start).toBe(calendar.nextWorkingDay(agreed.reached.start!));
    const same = recountPlan(agreed, { links: since, basis: GOLDEN_BASIS }, calendar)!;
    expect(same.moved).toEqual([]);
    expect(same.reached).toEqual(agreed.reached);
  });

  test('is expected a day later, its days and floats kept, and the day off is where it comes from', () => {
    const made = expectOutlook(
      { links: then, basis: GOLDEN_BASIS, plan: agreed, today: dayAt(8) },
      changed,
    ) as Outlook;
    expect(made.shift).toEqual({ start: 1, production: 1 });
    expect(made.because).toBe('L3');
    for (const { step, planned, float } of made.steps) {
      expect(planned, step.code).toEqual(agreed.steps.find(({ code }) => code === step.code));
      if (planned && planned.start > '2026-12-24') expect(float, step.code).toBe(planned.float);
    }
  });

  test('of any network and any progress: unchanged under its own calendar, else what it would have been made as', () => {
    const anyDayOff = fc.array(
      fc.record({
        day: fc.nat({ max: 150 }).map(dayFrom),
        kind: fc.constantFrom('off' as const, 'work' as const),
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(
        anyNetwork(['working-days', 'days']),
        fc.record({
          done: fc.nat({ max: 8 }),
          at: fc.integer({ min: 1, max: 40 }),
          spare: fc.nat({ max: 30 }),
        }),
        anyDayOff,
        (network, { done, at, spare }, rows) => {
          const free = planOf(network);
          const links = network.links.map((link, index): NetworkLink => {
            const step = free.steps.find(({ code }) => code === link.definition.code);
            if (!step || index >= done || link.definition.stage === 'accept') return link;
            return step.finish < dayAt(at)
              ? { ...link, startedOn: step.start, finishedOn: step.finish }
              : step.start <= dayAt(at)
                ? { ...link, startedOn: step.start }
                : link;
          });
          const production = calendar.addWorkingDays(free.reached.production!, spare);
          const facts = {
            ...network,
            links,
            targets: { start: null, production },
            from: dayAt(at),
            today: dayAt(at),
          };
          const plan = planOf(facts);
          // Whatever happens later: all of it done, none of it concerned.
          const later = links.map((link) => ({ ...link, unconcerned: true, finishedOn: dayAt(60) }));
          const same = recountPlan(plan, { links: later, basis: network.basis }, calendar)!;
          expect([same.moved, same.reached]).toEqual([[], plan.reached]);
          const other = createCalendar(rows);
          const again = recountPlan(plan, { links: later, basis: network.basis }, other)!;
          expect(again.reached).toEqual(planOf(facts, other).reached);
        },
      ),
      { numRuns: 200 },
    );
  });
});

function dayFrom(n: number) {
  return new Date(Date.UTC(2026, 10, 30) + n * 86_400_000).toISOString().slice(0, 10);
}
