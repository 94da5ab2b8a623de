import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../src/domain/calendar.ts';
import type { PlanRequest } from '../../../src/domain/plan/back-schedule.ts';
import { expectOutlook, type Outlook } from '../../../src/domain/plan/forecast.ts';
import { CONSTRUCTION, type PlanPayload } from '../../../src/domain/plan/model.ts';
import type { NetworkLink } from '../../../src/domain/plan/network.ts';
import { projectWeather, weatherOf } from '../../../src/domain/plan/weather.ts';
import type { Day } from '../../../src/domain/time.ts';
import {
  anyNetwork,
  GOLDEN_BASIS,
  GOLDEN_MONDAY,
  goldenLinks,
  goldenPlan,
} from '../../support/any-network.ts';
import { expectTasks, type OracleTask } from '../../support/plan-oracle.ts';

const calendar = createCalendar();
const MONDAY = GOLDEN_MONDAY;
const dayAt = (n: number) => (n === 1 ? MONDAY : calendar.addWorkingDays(MONDAY, n - 1));

type Facts = Record<number, { startedOn?: Day; reportedOn?: Day; finishedOn?: Day }>;

const planOf = (facts: Partial<PlanRequest> = {}) => goldenPlan(facts, calendar);

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

  test('of two links that are late the first is named first, each with the days it added; one moved along is not', () => {
    const done = doneAsPlanned(2, 6, 7, 8, 9);
    const facts = {
      ...done,
      1: { startedOn: dayAt(2), finishedOn: dayAt(2) },
      3: { startedOn: dayAt(3), finishedOn: dayAt(34) },
    };
    const made = outlook(facts, dayAt(35));
    expect(made.shift.start).toBe(11);
    expect(made.causes).toEqual([
      { code: 'L1', days: 1 },
      { code: 'L3', days: 10 },
    ]);
    // 4 did a day's work less than planned: that much is made good.
    const quick = outlook({ ...facts, 4: { startedOn: dayAt(35), finishedOn: dayAt(38) } }, dayAt(38));
    expect(quick.causes).toEqual([
      { code: 'L1', days: 1 },
      { code: 'L3', days: 9 },
    ]);
  });

  test('施工 whose permit came as planned begins the day after it, and nothing moves', () => {
    const facts = doneAsPlanned(...Array.from({ length: 18 }, (_, index) => index + 1));
    for (const today of [dayAt(59), dayAt(60), dayAt(80)])
      expect(outlook(facts, today).shift).toEqual({ start: 0, production: 0 });
  });

  test('a link that became 不涉及 after the plan was agreed takes no day, and what it waited for passes through', () => {
    const gone = (no: number, facts: Facts, today: Day) =>
      expectOutlook(
        {
          links: withFacts(facts).map((link) =>
            link.definition.no === no ? { ...link, unconcerned: true } : link,
          ),
          basis: GOLDEN_BASIS,
          plan: planOf(),
          today,
        },
        calendar,
      ) as Outlook;
    // 15 (7 days) goes: 18 waits for 17 then, 3 days earlier; 13 and 17 have no float any more.
    const made = gone(15, {}, MONDAY);
    expect(made.shift).toEqual({ start: -3, production: -3 });
    expect(made.because).toBe('L15');
    expect(made.steps.some(({ step }) => step.code === 'L15')).toBe(false);
    const on = new Map(made.steps.map((one) => [one.step.code, one]));
    expect(on.get('L18')!.start).toBe(dayAt(54));
    // Against the agreed day: what was won is to spare.
    expect([floatOf(made, 13), floatOf(made, 14), floatOf(made, 18)]).toEqual([3, 4, 3]);
    // The first link of all, before which the plan left time: the next begins where that would have.
    const late = planOf({ targets: { start: dayAt(64), production: null } });
    const first = expectOutlook(
      {
        links: goldenLinks().map((link) =>
          link.definition.no === 1 ? { ...link, unconcerned: true } : link,
        ),
        basis: GOLDEN_BASIS,
        plan: late,
        today: MONDAY,
      },
      calendar,
    ) as Outlook;
    expect(first.steps.find(({ step }) => step.code === 'L3')!.start).toBe(dayAt(6));
    expect(first.shift.start).toBe(-1);
    expect(first.because).toBe('L1');
    // The node itself: 开工 is where what it waited for ends.
    expect(gone(18, {}, MONDAY)).toMatchObject({ shift: { start: -3, production: -3 }, because: 'L18' });
    // A delay before it stays a delay of what follows, less what went.
    const delayed = gone(15, doneAsPlanned(1, 2, 6, 7, 8, 9), dayAt(2 + 5));
    expect(delayed.shift).toEqual({ start: 2, production: 2 });
    expect(delayed.because).toBe('L3');
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

describe('a plan that really happens, beside an oracle in whole numbers', () => {
  const indexOf = (day: Day) => calendar.workingDaysBetween(MONDAY, day);
  const dayOf = (index: number) => calendar.addWorkingDays(MONDAY, index);

  /** A plan, what became of it until a day, and the same as numbers. */
  const anyHappening = fc
    .record({
      network: anyNetwork(['working-days']),
      spare: fc.nat({ max: 20 }),
      today: fc.nat({ max: 120 }),
      luck: fc.array(fc.record({ start: fc.nat({ max: 4 }), days: fc.integer({ min: -3, max: 4 }) }), {
        minLength: 12,
        maxLength: 12,
      }),
      gone: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      calm: fc.boolean(),
    })
    .map(({ network, spare, today, luck, gone, calm }) => {
      const first = planOf(network);
      const production = calendar.addWorkingDays(first.reached.production!, spare);
      const plan = planOf({ ...network, targets: { start: null, production } });
      const { after, before } = network.basis.construction;
      const waits = (code: string): string[] => {
        if (code === CONSTRUCTION) return [after];
        const { definition } = network.links.find((link) => link.definition.code === code)!;
        const on = definition.dependencies.map((dependency) => dependency.on);
        return before.includes(code) ? [...on, CONSTRUCTION] : on;
      };
      // What never concerned the project is passed through before the oracle sees it.
      const planned = new Map(plan.steps.map((step) => [step.code, step]));
      const through = (code: string): string[] => (planned.has(code) ? [code] : waits(code).flatMap(through));
      const tasks: OracleTask[] = plan.steps.map((step) => ({
        code: step.code,
        on: [...new Set(waits(step.code).flatMap(through))],
        days: step.duration.n,
        planned: indexOf(step.start),
        gone: false,
        began: null,
        ended: null,
      }));
      // Day by day, each after what it waits for, a little late or long by luck.
      for (const [index, task] of tasks.entries()) {
        if (task.code === CONSTRUCTION) break;
        const own = luck[index % luck.length]!;
        const [late, longer] = calm && index % 4 !== 0 ? [0, 0] : [own.start, own.days];
        const expected = expectTasks(tasks.slice(0, index + 1), Number.NEGATIVE_INFINITY).get(task.code)!;
        const began = expected.start + late;
        const open = task.on.some((code) => tasks.find((one) => one.code === code)!.ended === null);
        if (open || began > today) continue;
        task.began = began;
        const ended = began + Math.max(1, task.days + longer) - 1;
        if (ended < today) task.ended = ended;
      }
      for (const [index, task] of tasks.entries()) {
        const ends = [network.basis.nodes.start, network.basis.nodes.production, CONSTRUCTION];
        if (task.began === null && !ends.includes(task.code))
          task.gone = gone[index % gone.length]! && index % 3 === 0;
      }
      const facts = new Map(tasks.map((task) => [task.code, task]));
      const links = network.links.map((link): NetworkLink => {
        const fact = facts.get(link.definition.code);
        return {
          ...link,
          unconcerned: fact === undefined || fact.gone ? true : null,
          startedOn: fact?.began == null ? null : dayOf(fact.began),
          finishedOn: fact?.ended == null ? null : dayOf(fact.ended),
        };
      });
      // 施工 begins the day after its permit came.
      const site = facts.get(CONSTRUCTION)!;
      const permit = facts.get(after)!;
      if (permit.ended !== null) site.began = permit.ended + 1;
      return { network: { ...network, links }, plan, tasks, today };
    });

  const run = ({
    network,
    plan,
    today,
  }: {
    network: { links: NetworkLink[] } & Pick<PlanRequest, 'basis'>;
    plan: PlanPayload;
    today: number;
  }) =>
    expectOutlook(
      { links: network.links, basis: network.basis, plan, today: dayOf(today) },
      calendar,
    ) as Outlook;

  test('every step falls where the oracle has it, whatever is late, early, done, under way or has become 不涉及', () => {
    fc.assert(
      fc.property(anyHappening, (happening) => {
        const expected = expectTasks(happening.tasks, happening.today);
        const made = run(happening);
        const told = made.steps.map(({ step: { code }, start, finish }) => [
          code,
          indexOf(start),
          indexOf(finish),
        ]);
        expect(told).toEqual(
          made.steps.map(({ step: { code } }) => [code, expected.get(code)!.start, expected.get(code)!.end]),
        );
        expect(told).toHaveLength(expected.size);
        const node = expected.get(happening.network.basis.nodes.production)!.end;
        expect(made.shift.production).toBe(node - indexOf(happening.plan.reached.production!));
      }),
      { numRuns: 400 },
    );
  });

  test('a link may slip by its float without moving the last node, and by a day more it moves it', () => {
    let tried = 0;
    fc.assert(
      fc.property(anyHappening, fc.nat(), ({ tasks, ...happening }, pick) => {
        const made = run(happening);
        const { production } = happening.network.basis.nodes;
        // What leads to nothing must be ready by the node of its stage instead, and so must all before it.
        const ends = (index: number): string[] => {
          const { step } = made.steps[index]!;
          return step.after.length === 0 ? [step.code] : step.after.flatMap(ends);
        };
        const open = made.steps.filter(
          ({ step }, index) =>
            step.actual?.state !== 'done' && ends(index).every((code) => code === production),
        );
        const one = open[pick % Math.max(1, open.length)];
        if (!one) return;
        tried++;
        const bound = Math.max(
          indexOf(happening.plan.targets.production!),
          indexOf(made.reached.production!),
        );
        const moves = (by: number) =>
          expectTasks(tasks, happening.today, { code: one.step.code, by }).get(production)!.end > bound;
        expect(moves(one.float), `${one.step.code} ${one.float}`).toBe(false);
        expect(moves(one.float + 1), `${one.step.code} ${one.float} + 1`).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(tried).toBeGreaterThan(150);
  });

  test('the reason of a delay is a link that is late by itself, not one that is only moved along', () => {
    let told = 0;
    fc.assert(
      fc.property(anyHappening, (happening) => {
        const made = run(happening);
        if (made.because === null) return;
        const late = Math.max(made.shift.start ?? 0, made.shift.production ?? 0) > 0;
        const early = Math.min(made.shift.start ?? 0, made.shift.production ?? 0) < 0;
        if (!late || early) return;
        told++;
        const expected = expectTasks(happening.tasks, happening.today);
        const task = happening.tasks.find(({ code }) => code === made.because)!;
        const end = (code: string) => expected.get(code)?.end ?? Number.NEGATIVE_INFINITY;
        expect(end(task.code)).toBeGreaterThan(task.planned + task.days - 1);
        // The first: of what it waits for, one that ends last ends as planned.
        const ends = task.on.map(end);
        const driver = task.on.find((code) => end(code) === Math.max(...ends));
        const before = happening.tasks.find(({ code }) => code === driver);
        if (before && !before.gone && ends.every(Number.isFinite))
          expect(end(before.code)).toBeLessThanOrEqual(before.planned + before.days - 1);
        expect(made.causes[0]?.code).toBe(made.because);
        // Together they make up the shift that is told.
        const begun = happening.tasks.find(({ code }) => code === happening.network.basis.nodes.start)!;
        const open = begun.ended === null ? (made.shift.start ?? 0) : 0;
        const most = Math.max(open, made.shift.production ?? 0);
        expect(made.causes.reduce((sum, { days }) => sum + days, 0)).toBe(most);
        // Alone it would be late: had all before it ended as planned, it still ends later than planned.
        const alone = happening.tasks.map((one) => {
          if (!task.on.includes(one.code) || one.gone) return one;
          const planned = one.planned + one.days - 1;
          return {
            ...one,
            began: Math.min(one.began ?? one.planned, one.planned),
            ended: Math.min(end(one.code), planned),
          };
        });
        expect(expectTasks(alone, happening.today).get(task.code)!.end).toBeGreaterThan(
          task.planned + task.days - 1,
        );
      }),
      { numRuns: 600 },
    );
    expect(told).toBeGreaterThan(100);
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
