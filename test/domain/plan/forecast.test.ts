import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../src/domain/calendar.ts';
import { backSchedule, type PlanRequest } from '../../../src/domain/plan/back-schedule.ts';
import { expectOutlook, type Outlook } from '../../../src/domain/plan/forecast.ts';
import { CONSTRUCTION, type PlanPayload } from '../../../src/domain/plan/model.ts';
import type { NetworkLink } from '../../../src/domain/plan/network.ts';
import { projectWeather, weatherOf } from '../../../src/domain/plan/weather.ts';
import type { Day } from '../../../src/domain/time.ts';
import { anyNetwork, GOLDEN_BASIS, goldenLinks } from '../../support/any-network.ts';

const calendar = createCalendar();
const MONDAY = '2026-11-30';
const dayAt = (n: number) => (n === 1 ? MONDAY : calendar.addWorkingDays(MONDAY, n - 1));

type Facts = Record<number, { startedOn?: Day; reportedOn?: Day; finishedOn?: Day }>;

function planOf(facts: Partial<PlanRequest> = {}): PlanPayload {
  const made = backSchedule(
    {
      links: goldenLinks(),
      basis: GOLDEN_BASIS,
      construction: { n: 100, unit: 'working-days' },
      targets: { start: null, production: null },
      from: MONDAY,
      today: MONDAY,
      ...facts,
    },
    calendar,
  );
  if ('fault' in made) throw new Error(made.fault);
  return made.payload;
}

const withFacts = (facts: Facts): NetworkLink[] =>
  goldenLinks().map((link) => ({ ...link, ...facts[link.definition.no] }));

function outlook(facts: Facts, today: Day, plan = planOf()): Outlook {
  const made = expectOutlook({ links: withFacts(facts), basis: GOLDEN_BASIS, plan, today }, calendar);
  if ('fault' in made) throw new Error(made.fault);
  return made;
}

const floatOf = (made: Outlook, no: number) => made.steps.find(({ step }) => step.code === `L${no}`)!.float;
/** Everything up to a link done as planned. */
const doneAsPlanned = (...numbers: number[]): Facts => {
  const plan = planOf();
  return Object.fromEntries(
    numbers.map((no) => {
      const step = plan.steps.find(({ code }) => code === `L${no}`)!;
      return [no, { startedOn: step.start, finishedOn: step.finish }];
    }),
  );
};

describe('the forecast', () => {
  test('on the first day is the plan', () => {
    const made = outlook({}, MONDAY);
    expect(made.shift).toEqual({ start: 0, production: 0 });
    expect(made.because).toBeNull();
    expect(made.steps.map(({ step, start, finish, float }) => [step.code, start, finish, float])).toEqual(
      planOf().steps.map(({ code, start, finish, float }) => [code, start, finish, float]),
    );
  });

  test('a critical link that has not begun moves the nodes a working day each day, and is named', () => {
    const facts = doneAsPlanned(1, 2, 6, 7, 8, 9);
    const made = outlook(facts, dayAt(2 + 5));
    expect(made.shift).toEqual({ start: 5, production: 5 });
    expect(made.because).toBe('L3');
    expect(floatOf(made, 3)).toBe(0);
  });

  test('a link that ended late is the reason even when it is done', () => {
    const facts = { ...doneAsPlanned(1, 2, 6, 7, 8, 9), 3: { startedOn: dayAt(2), finishedOn: dayAt(27) } };
    const made = outlook(facts, dayAt(27));
    expect(made.shift.start).toBe(4);
    expect(made.because).toBe('L3');
  });

  test('a link done early moves the nodes forward', () => {
    const facts = { ...doneAsPlanned(1), 3: { startedOn: dayAt(2), finishedOn: dayAt(18) } };
    const made = outlook(facts, dayAt(18));
    expect(made.shift.start).toBe(-5);
    expect(made.because).toBe('L3');
  });

  test('a late link within its float moves nothing and has that much less', () => {
    const facts = {
      ...doneAsPlanned(1, 2, 3, 4, 6, 7, 8, 9),
      5: { startedOn: dayAt(24) },
      10: { startedOn: dayAt(29) },
    };
    const made = outlook(facts, dayAt(30));
    expect(made.shift.start).toBe(0);
    expect(floatOf(made, 5)).toBe(9 - (30 - 26));
  });

  test('time the plan left before its beginning or before acceptance is used up before anything moves', () => {
    const start = calendar.addWorkingDays(dayAt(59), 5);
    const production = calendar.addWorkingDays(start, 122 + 9);
    const plan = planOf({ targets: { start, production } });
    expect(outlook({}, dayAt(6), plan).shift).toEqual({ start: 0, production: 0 });
    expect(outlook({}, dayAt(7), plan).shift).toEqual({ start: 1, production: 0 });
    expect(outlook({}, dayAt(6 + 12), plan).shift).toEqual({ start: 12, production: 3 });
  });

  test('施工 begins on the day 开工 really was', () => {
    const facts = doneAsPlanned(...Array.from({ length: 18 }, (_, index) => index + 1));
    const made = expectOutlook(
      {
        links: withFacts(facts),
        basis: GOLDEN_BASIS,
        plan: planOf(),
        today: dayAt(70),
        constructionStartedOn: dayAt(66),
      },
      calendar,
    ) as Outlook;
    expect(made.shift).toEqual({ start: 0, production: 6 });
    expect(made.because).toBe(CONSTRUCTION);
  });

  test('of any network: on the plan’s own days nothing shifts, and every float stays', () => {
    fc.assert(
      fc.property(anyNetwork(['working-days', 'days']), fc.nat({ max: 90 }), (network, spare) => {
        const first = planOf(network);
        const production = calendar.addWorkingDays(first.reached.production!, spare);
        const plan = planOf({ ...network, targets: { start: null, production } });
        const made = expectOutlook({ ...network, plan, today: MONDAY }, calendar) as Outlook;
        expect(made.reached).toEqual(plan.reached);
        expect(made.steps.map(({ float }) => float)).toEqual(plan.steps.map(({ float }) => float));
      }),
      { numRuns: 200 },
    );
  });
});

describe('晴雨', () => {
  const weather = (facts: Facts, today: Day, problems: [string, boolean][] = []) => {
    const made = outlook(facts, today);
    const blocking = new Map(problems.map(([code, red], index) => [code, [{ id: index + 1, red }]]));
    const byCode = weatherOf(made, blocking, today, calendar);
    return { byCode, project: projectWeather(made, byCode) };
  };
  const early = doneAsPlanned(1, 2, 6, 7, 8, 9);
  const begun3 = { ...early, 3: { startedOn: dayAt(2) } };

  test.each<[string, Facts, Day, [string, boolean][], string, string, string]>([
    ['a critical link on time', begun3, dayAt(8), [], 'L3', 'sun', 'on-time'],
    ['a done link', begun3, dayAt(8), [], 'L1', 'sun', 'done'],
    ['on the day it begins', early, dayAt(2), [], 'L3', 'sun', 'on-time'],
    ['not begun the day after', early, dayAt(3), [], 'L3', 'rain', 'late-start'],
    ['on its last day', begun3, dayAt(23), [], 'L3', 'cloud', 'near-due'],
    ['the day after its last', begun3, dayAt(24), [], 'L3', 'rain', 'late-finish'],
    ['what waits for a late one', begun3, dayAt(24), [], 'L4', 'cloud', 'predecessor-late'],
    ['an open problem', begun3, dayAt(8), [['L3', false]], 'L3', 'cloud', 'problem'],
    ['a red problem', begun3, dayAt(8), [['L3', true]], 'L3', 'rain', 'red-problem'],
    [
      'reported in time, not confirmed',
      { ...early, 3: { startedOn: dayAt(2), reportedOn: dayAt(22) } },
      dayAt(25),
      [],
      'L3',
      'sun',
      'on-time',
    ],
  ])('%s', (_, facts, today, problems, code, light, kind) => {
    const one = weather(facts, today, problems).byCode.get(code);
    expect([one?.weather, one?.reason.kind]).toEqual([light, kind]);
  });

  test('a link whose float was eaten up to three days is at risk, though not late yet', () => {
    const begun = {
      11: { startedOn: dayAt(36) },
      12: { startedOn: dayAt(36) },
      13: { startedOn: dayAt(38) },
    };
    const facts = { ...doneAsPlanned(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), ...begun };
    expect(weather(facts, dayAt(40)).byCode.get('L13')).toEqual({
      weather: 'cloud',
      reason: { kind: 'little-float', days: 1 },
    });
  });

  test('lateness that was excused is none, and what is late only because of it is excused with it', () => {
    const made = outlook({}, dayAt(8), planOf()) as Outlook;
    const of = (excused: string[]) => weatherOf(made, new Map(), dayAt(8), calendar, new Set(excused));
    const [first, second] = made.steps.filter((one) => one.critical).map((one) => one.step.code);
    expect(of([]).get(first!)?.weather).toBe('rain');
    expect(of([]).get(second!)?.weather).not.toBe('sun');
    expect(of([first!]).get(first!)).toEqual({ weather: 'sun', reason: { kind: 'excused' } });
    expect(of([first!]).get(second!)?.weather).toBe('sun');
    expect(projectWeather(made, of([first!]))?.weather).toBe('sun');
    const held = new Map([[first!, [{ id: 3, red: true }]]]);
    expect(weatherOf(made, held, dayAt(8), calendar, new Set([first!])).get(first!)?.weather).toBe('rain');
  });

  test('the project’s is the worst on its critical chain: a late link with float is not on it', () => {
    const facts = { ...begun3, 2: {} };
    const { byCode, project } = weather(facts, dayAt(8));
    expect(byCode.get('L2')?.weather).toBe('rain');
    expect(project).toMatchObject({ weather: 'sun' });
    expect(weather(begun3, dayAt(25)).project).toMatchObject({ weather: 'rain', code: 'L3' });
  });
});
