import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../src/domain/calendar.ts';
import { type BackSchedule, backSchedule, type PlanRequest } from '../../../src/domain/plan/back-schedule.ts';
import { comparePlans } from '../../../src/domain/plan/compare.ts';
import { compress } from '../../../src/domain/plan/compress.ts';
import { daysOffWithin, provisionalYears } from '../../../src/domain/plan/days-off.ts';
import { shortestOf } from '../../../src/domain/plan/duration.ts';
import { CONSTRUCTION } from '../../../src/domain/plan/model.ts';
import { aLink, anyNetwork, GOLDEN_BASIS, goldenLinks } from '../../support/any-network.ts';

const calendar = createCalendar();
const MONDAY = '2026-11-30';

const request: PlanRequest = {
  links: goldenLinks(),
  basis: GOLDEN_BASIS,
  construction: { n: 100, unit: 'working-days' },
  targets: { start: null, production: null },
  from: MONDAY,
  today: MONDAY,
};

function sound(facts: Partial<PlanRequest>): { asked: PlanRequest; made: BackSchedule } {
  const asked = { ...request, ...facts };
  const made = backSchedule(asked, calendar);
  if ('fault' in made) throw new Error(made.fault);
  return { asked, made };
}

/** 开工 so many working days after the plan begins. */
const startOn = (days: number) => ({ start: calendar.addWorkingDays(MONDAY, days - 1), production: null });

describe('压缩', () => {
  test('takes the days from the critical chain in proportion, link by link, and meets the node exactly', () => {
    const { asked, made } = sound({ targets: startOn(50), construction: null });
    const { plan, cuts, gaps } = compress(made, asked, calendar);
    expect(gaps).toEqual([]);
    expect(plan.payload.choice).toBe('compressed');
    expect(plan.payload.reached.start).toBe(asked.targets.start);
    const total = cuts.reduce((sum, { from, to }) => sum + from.n - to.n, 0);
    expect(total).toBeLessThanOrEqual(12);
    expect(cuts.find(({ code }) => code === 'L3')).toMatchObject({ from: { n: 22 }, to: { n: 19 } });
    expect(cuts.some(({ code }) => code === 'L1')).toBe(false);
  });

  test('never goes below a statutory minimum, and tells the gap that is left', () => {
    const links = goldenLinks().map((link) =>
      link.definition.no === 3
        ? aLink({
            ...link.definition,
            statutory: { n: 30, unit: 'days', law: '招拍挂公告', minimum: true },
          })
        : link,
    );
    const { asked, made } = sound({ links, targets: startOn(20), construction: null });
    const { plan, cuts, gaps } = compress(made, asked, calendar);
    expect(cuts.some(({ code }) => code === 'L3')).toBe(false);
    expect(cuts.every(({ to }) => to.n >= 1)).toBe(true);
    expect(gaps).toMatchObject([{ node: 'start', workingDays: 9 }]);
    expect(plan.payload.choice).toBe('gap-kept');
  });

  test('never touches 施工, nor what is done or begun', () => {
    const links = goldenLinks().map((link) => {
      if (link.definition.no < 3) return { ...link, finishedOn: '2026-11-20' };
      return link.definition.no === 3 ? { ...link, startedOn: '2026-11-27' } : link;
    });
    const { asked, made } = sound({ links, targets: { start: null, production: '2027-03-31' } });
    const { cuts } = compress(made, asked, calendar);
    const touched = cuts.map(({ code }) => code);
    expect(touched).not.toContain(CONSTRUCTION);
    expect(touched).not.toContain('L3');
    expect(touched).toContain('L22');
  });

  test.each([
    [
      'the same unit',
      { n: 5, unit: 'working-days' },
      { n: 3, unit: 'working-days', law: '', minimum: true },
      3,
    ],
    [
      '日 in working days',
      { n: 22, unit: 'working-days' },
      { n: 30, unit: 'days', law: '', minimum: true },
      22,
    ],
    [
      'what the authority may take at most',
      { n: 5, unit: 'working-days' },
      { n: 20, unit: 'working-days', law: '' },
      1,
    ],
    ['none', { n: 5, unit: 'working-days' }, null, 1],
  ] as const)('the shortest a link may be: %s', (_, duration, minimum, shortest) => {
    expect(shortestOf(duration, minimum)).toBe(shortest);
  });

  test('of any network meets the node or leaves no link that could give a day', () => {
    fc.assert(
      fc.property(anyNetwork(['working-days', 'days']), fc.integer({ min: 1, max: 60 }), (network, early) => {
        const first = sound(network).made.payload.reached.production!;
        const production = calendar.addWorkingDays(first, -early);
        const { asked, made } = sound({ ...network, targets: { start: null, production } });
        const { plan, cuts, gaps } = compress(made, asked, calendar);
        for (const { from, to } of cuts) expect(to.n >= 1 && to.n < from.n).toBe(true);
        if (gaps.length === 0) {
          expect(plan.payload.reached.production! <= production).toBe(true);
          // One cut taken back misses the node again: no link gives more than is wanted.
          for (const { code, to } of cuts) {
            const durations = new Map(plan.network.steps.map((step) => [step.code, step.duration]));
            durations.set(code, { ...to, n: to.n + 1 });
            expect(sound({ ...asked, durations }).made.gaps.length).toBeGreaterThan(0);
          }
          return;
        }
        const chain = plan.payload.steps.filter((step) => plan.payload.critical.includes(step.code));
        expect(chain.filter((step) => step.code !== CONSTRUCTION && step.duration.n > 1)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('days off', () => {
  test('a holiday inside the chain is named with the link it falls on', () => {
    const { made } = sound({ from: '2026-01-05', today: '2026-01-05', construction: null });
    const runs = daysOffWithin(made.payload, calendar);
    expect(runs.map(({ name, days, code }) => [name, days, code])).toContainEqual(['春节', 9, 'L10']);
    expect(runs.every(({ days }) => days >= 3)).toBe(true);
  });

  test('years whose holidays are not published are told', () => {
    const { made } = sound({ from: '2026-11-30', construction: { n: 300, unit: 'working-days' } });
    expect(provisionalYears(made.payload, calendar)).toEqual(
      [2027, 2028].filter((year) => calendar.isProvisional(year)),
    );
  });
});

describe('two versions', () => {
  test('list what moved, by how many working days, and what one has and the other has not', () => {
    const before = sound({ construction: null }).made.payload;
    const links = goldenLinks()
      .filter((link) => link.definition.no !== 2)
      .map((link) =>
        link.definition.no === 15
          ? aLink({ ...link.definition, promised: { n: 10, unit: 'working-days' } })
          : link,
      );
    const after = sound({ links, construction: null }).made.payload;
    const moved = comparePlans(before, after, calendar);
    expect(moved.map(({ code, workingDays }) => [code, workingDays])).toEqual([
      ['L15', 3],
      ['L18', 3],
      ['L2', null],
    ]);
    expect(comparePlans(before, before, calendar)).toEqual([]);
  });
});
