import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../src/domain/calendar.ts';
import { type BackSchedule, backSchedule, type PlanRequest } from '../../../src/domain/plan/back-schedule.ts';
import { CONSTRUCTION, type LinkDuration } from '../../../src/domain/plan/model.ts';
import { addDays, type Day } from '../../../src/domain/time.ts';
import {
  type AnyNetwork,
  aBasis,
  aDefinition,
  aLink,
  anyNetwork,
  GOLDEN_BASIS,
  goldenLinks,
} from '../../support/any-network.ts';

const calendar = createCalendar();
const MONDAY = '2026-11-30';
const work = (n: number): LinkDuration => ({ n, unit: 'working-days' });

function plan(facts: Partial<PlanRequest> = {}): BackSchedule {
  const made = backSchedule(
    {
      links: goldenLinks(),
      basis: GOLDEN_BASIS,
      construction: work(100),
      targets: { start: null, production: null },
      from: MONDAY,
      today: MONDAY,
      ...facts,
    },
    calendar,
  );
  if ('fault' in made) throw new Error(made.fault);
  return made;
}

const stepOf = ({ payload }: BackSchedule, code: string) => payload.steps.find((step) => step.code === code)!;
/** Working day of the plan on which a step ends; the first is 1. */
const endOf = (made: BackSchedule, code: string) =>
  calendar.workingDaysBetween(MONDAY, stepOf(made, code).finish) + 1;

describe('the default links', () => {
  test.each([
    [1, 1, 0],
    [2, 6, 53],
    [3, 23, 0],
    [4, 28, 0],
    [5, 26, 9],
    [6, 8, 48],
    [7, 11, 45],
    [8, 6, 50],
    [9, 11, 45],
    [10, 35, 0],
    [11, 42, 0],
    [12, 45, 14],
    [13, 50, 3],
    [14, 49, 0],
    [15, 56, 0],
    [16, 45, 11],
    [17, 53, 3],
    [18, 59, 0],
  ])('link %i ends on working day %i at the earliest and may slip %i', (no, end, float) => {
    for (const construction of [work(100), null]) {
      const made = plan({ construction });
      expect([endOf(made, `L${no}`), stepOf(made, `L${no}`).float]).toEqual([end, float]);
    }
  });

  test('the critical chain to 开工 is 1 3 4 10 11 14 15 18', () => {
    expect(plan({ construction: null }).payload.critical).toEqual(
      [1, 3, 4, 10, 11, 14, 15, 18].map((no) => `L${no}`),
    );
  });
});

describe('a plan from a node', () => {
  const latest = calendar.addWorkingDays(MONDAY, 58);

  test('ends on the node, begins as many working days later as there are to spare, and is the same plan', () => {
    const node = calendar.addWorkingDays(latest, 7);
    const made = plan({ targets: { start: node, production: null }, construction: null });
    expect(made.payload.reached.start).toBe(node);
    expect(made.reserve).toBe(7);
    expect(stepOf(made, 'L1').start).toBe(calendar.addWorkingDays(MONDAY, 7));
    expect(stepOf(made, 'L13').float).toBe(3);
    expect(made.payload.choice).toBe('fits');
  });

  test('that falls on a day off is met on the working day before', () => {
    const made = plan({ targets: { start: '2027-12-25', production: null }, construction: null });
    expect(made.payload.reached.start).toBe('2027-12-24');
  });

  test('that is too early begins at once and tells the gap in working days', () => {
    const made = plan({ targets: { start: calendar.addWorkingDays(latest, -4), production: null } });
    expect(made.gaps).toEqual([
      { node: 'start', wanted: calendar.addWorkingDays(latest, -4), earliest: latest, workingDays: 4 },
    ]);
    expect(made.payload.choice).toBe('gap-kept');
    expect(made.payload.reached.start).toBe(latest);
    expect(made.reserve).toBe(0);
  });

  test('of two nodes each binds its part: what is to spare lies before 开工 and between 施工 and acceptance', () => {
    const start = calendar.addWorkingDays(latest, 5);
    const production = calendar.addWorkingDays(start, 100 + 22 + 9);
    const made = plan({ targets: { start, production } });
    expect(made.payload.reached).toEqual({ start, production });
    expect(stepOf(made, CONSTRUCTION).start).toBe(calendar.nextWorkingDay(start));
    expect(stepOf(made, CONSTRUCTION).float).toBe(9);
    expect(stepOf(made, 'L22').float).toBe(0);
    expect(made.payload.critical).toContain('L18');
  });

  test('a 投产 that leaves no time after 开工 pulls 开工 before its own node', () => {
    const start = calendar.addWorkingDays(latest, 30);
    const production = calendar.addWorkingDays(latest, 100 + 22 + 10);
    const made = plan({ targets: { start, production } });
    expect(made.payload.reached).toEqual({ start: calendar.addWorkingDays(latest, 10), production });
    expect(made.gaps).toEqual([]);
  });
});

describe('what has happened already', () => {
  const done = (facts: Record<number, { startedOn?: Day; reportedOn?: Day; finishedOn?: Day }>) =>
    goldenLinks().map((link) => ({ ...link, ...facts[link.definition.no] }));

  test('is kept as it was, a finish before the start included', () => {
    const links = done({ 1: { startedOn: '2026-11-20', finishedOn: '2026-11-18' } });
    const step = stepOf(plan({ links }), 'L1');
    expect(step).toMatchObject({ start: '2026-11-20', finish: '2026-11-18', actual: 'done', float: 0 });
  });

  test('a begun link keeps its start and is not over before today', () => {
    const links = done({ 1: { finishedOn: '2026-09-01' }, 2: { startedOn: '2026-09-02' } });
    expect(stepOf(plan({ links }), 'L2')).toMatchObject({
      start: '2026-09-02',
      finish: MONDAY,
      actual: 'begun',
    });
  });

  test('what is done before its predecessors holds nothing up', () => {
    const links = done({ 10: { finishedOn: '2026-11-20' } });
    expect(stepOf(plan({ links }), 'L13').start).toBe(MONDAY);
  });

  test('开工 once reached is a fact: its target asks nothing any more', () => {
    const facts = Object.fromEntries(
      [...Array(18).keys()].map((no) => [no + 1, { finishedOn: '2026-11-20' }]),
    );
    const made = plan({ links: done(facts), targets: { start: '2026-11-10', production: null } });
    expect(made.gaps).toEqual([]);
    expect(stepOf(made, CONSTRUCTION)).toMatchObject({ actual: 'begun', start: '2026-11-23' });
  });
});

describe('不涉及', () => {
  test('takes no time and hands its predecessors on', () => {
    const links = goldenLinks().map((link) => ({
      ...link,
      unconcerned: link.definition.no === 14 || link.definition.no === 15 ? true : null,
    }));
    const made = plan({ links, construction: null });
    expect(stepOf(made, 'L14')).toBeUndefined();
    expect(stepOf(made, 'L17').start).toBe(calendar.nextWorkingDay(stepOf(made, 'L13').finish));
    expect(endOf(made, 'L18')).toBe(56);
  });

  test('said of the permit itself leaves 开工 to what it would have waited for', () => {
    const links = goldenLinks().map((link) => ({
      ...link,
      unconcerned: link.definition.no === 18 ? true : null,
    }));
    const made = plan({ links });
    expect(made.payload.reached.start).toBe(stepOf(made, 'L15').finish);
    expect(stepOf(made, CONSTRUCTION).start).toBe(calendar.nextWorkingDay(stepOf(made, 'L15').finish));
  });
});

describe('durations', () => {
  const one = (promised: LinkDuration, from: Day) => {
    const links = [
      aLink(aDefinition(1, [], { promised })),
      aLink(aDefinition(2, ['L1'])),
      aLink(aDefinition(3, [], { stage: 'accept' })),
    ];
    const basis = aBasis({ start: 2, production: 3, accept: [3] });
    return plan({ links, basis, from, today: from, construction: null });
  };

  test.each<[string, LinkDuration, Day, Day, Day]>([
    ['2 working days over a weekend', work(2), '2026-12-04', '2026-12-07', '2026-12-08'],
    ['即办 ends where it began', { n: 1, unit: 'same-day' }, '2026-12-04', '2026-12-04', '2026-12-07'],
    [
      '日 counts each day and may end on one off',
      { n: 2, unit: 'days' },
      '2026-12-04',
      '2026-12-05',
      '2026-12-07',
    ],
    ['日 never begins on a day off', { n: 2, unit: 'days' }, '2026-12-05', '2026-12-08', '2026-12-09'],
  ])('%s', (_, promised, from, finish, next) => {
    const made = one(promised, from);
    expect([stepOf(made, 'L1').finish, stepOf(made, 'L2').start]).toEqual([finish, next]);
  });

  test.each([0, -1, 1.5, 4000, Number.NaN])('%d days are refused and the link is named', (n) => {
    const links = goldenLinks().map((link) =>
      link.definition.no === 7 ? aLink({ ...link.definition, promised: work(n) }) : link,
    );
    expect(backSchedule({ ...asked, links }, calendar)).toEqual({ fault: 'duration', code: 'L7' });
  });
});

const asked: PlanRequest = {
  links: goldenLinks(),
  basis: GOLDEN_BASIS,
  construction: work(100),
  targets: { start: null, production: null },
  from: MONDAY,
  today: MONDAY,
};

describe('a template that cannot be planned is named, never followed', () => {
  test('a cycle, each waiting for the one before it', () => {
    const links = [aDefinition(1, ['L3']), aDefinition(2, ['L1']), aDefinition(3, ['L2'])].map((one) =>
      aLink(one),
    );
    expect(backSchedule({ ...asked, links }, calendar)).toEqual({
      fault: 'cycle',
      codes: ['L2', 'L3', 'L1'],
    });
  });

  test('a cycle through 施工', () => {
    const links = goldenLinks().map((link) =>
      link.definition.no === 1 ? aLink(aDefinition(1, ['L22'])) : link,
    );
    expect(backSchedule({ ...asked, links }, calendar)).toMatchObject({ fault: 'cycle' });
  });

  test('a predecessor that is not there', () => {
    const links = [aLink(aDefinition(1, ['L9']))];
    expect(backSchedule({ ...asked, links }, calendar)).toEqual({ fault: 'unknown', code: 'L1', on: 'L9' });
  });
});

/** The longest way through, all ways tried one by one. */
function longestPath({ links, basis, construction }: AnyNetwork, end: string): number {
  const lengths = new Map(links.map(({ definition }) => [definition.code, definition.promised.n]));
  const length = (code: string): number => {
    if (code === CONSTRUCTION) return construction.n + length(basis.nodes.start);
    const link = links.find((one) => one.definition.code === code)!;
    const own = link.unconcerned ? 0 : lengths.get(code)!;
    const on = link.definition.dependencies.map((one) => one.on);
    if (basis.construction.before.includes(code)) on.push(CONSTRUCTION);
    return own + Math.max(0, ...on.map(length));
  };
  return length(end);
}

describe('of any network', () => {
  const free = { targets: { start: null, production: null }, from: MONDAY, today: MONDAY };
  const make = (network: AnyNetwork, facts: Partial<PlanRequest> = {}) =>
    plan({ ...network, ...free, ...facts });
  const RUNS = { numRuns: 300 };
  const worked = anyNetwork(['working-days', 'same-day']).map(toOneDay);
  const mixed = anyNetwork(['working-days', 'days', 'same-day']);

  test('in working days the node falls where the longest way ends, and the chain is that long', () => {
    fc.assert(
      fc.property(worked, (network) => {
        const { payload } = make(network);
        const length = longestPath(network, network.basis.nodes.production);
        expect(payload.reached.production).toBe(calendar.addWorkingDays(MONDAY, length - 1));
        const chain = payload.steps.filter((step) => payload.critical.includes(step.code));
        expect(chain.reduce((sum, step) => sum + step.duration.n, 0)).toBe(length);
        expect(chain.every((step) => step.float === 0)).toBe(true);
      }),
      RUNS,
    );
  });

  test('float is never below 0, and no step begins before what it waits for is over', () => {
    fc.assert(
      fc.property(mixed, fc.integer({ min: -40, max: 40 }), (network, spare) => {
        const first = make(network).payload.reached.production!;
        const made = make(network, { targets: { start: null, production: addDays(first, spare) } });
        for (const { step, start, finish, float, latest } of made.scheduled) {
          expect(float).toBeGreaterThanOrEqual(0);
          expect(calendar.isWorkingDay(start)).toBe(true);
          expect(finish <= latest).toBe(true);
          for (const before of step.before) expect(made.scheduled[before]!.finish < start).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('backward and forward agree: a plan from the day its own forward pass reached begins at once and is the same', () => {
    fc.assert(
      fc.property(worked, fc.nat({ max: 60 }), (network, spare) => {
        const first = make(network).payload;
        const node = first.reached.production!;
        const same = make(network, { targets: { start: null, production: node } }).payload;
        expect(same.steps).toEqual(first.steps);
        const later = make(network, {
          targets: { start: null, production: calendar.addWorkingDays(node, spare) },
        });
        expect(later.payload.reached.production).toBe(calendar.addWorkingDays(node, spare));
      }),
      RUNS,
    );
  });

  test('a plan that meets its node cannot begin a working day later', () => {
    fc.assert(
      fc.property(mixed.map(withoutFreeEnds), fc.nat({ max: 60 }), (network, spare) => {
        const node = addDays(make(network).payload.reached.production!, spare);
        const made = make(network, { targets: { start: null, production: node } });
        expect(made.gaps).toEqual([]);
        expect(made.payload.reached.production! <= node).toBe(true);
        const from = calendar.addWorkingDays(firstDay(made), 1);
        const begun = make(network, { targets: { start: null, production: node }, from, today: from });
        expect(begun.gaps.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  test('one more day moves the node by a working day on the chain, and by none within the float', () => {
    fc.assert(
      fc.property(worked, fc.nat(), (network, pick) => {
        const made = make(network).payload;
        const step = made.steps[pick % made.steps.length]!;
        const slipped = (n: number) =>
          make(network, { durations: new Map([[step.code, work(step.duration.n + n)]]) }).payload.reached;
        const moved = (n: number) =>
          calendar.workingDaysBetween(made.reached.production!, slipped(n).production!);
        if (made.critical.includes(step.code)) expect(moved(1)).toBe(1);
        else expect(moved(step.float)).toBe(0);
      }),
      RUNS,
    );
  });
});

/** The first day on which anything begins. */
function firstDay({ scheduled }: BackSchedule): Day {
  return scheduled.map(({ start }) => start).sort()[0]!;
}

/** Every link before the permit leads to it. */
function withoutFreeEnds(network: AnyNetwork): AnyNetwork {
  const before = network.links.filter((link) => link.definition.stage !== 'accept');
  const permit = before.at(-1)!.definition;
  const all = before.slice(0, -1).map((link) => link.definition.code);
  const links = network.links.map((link) =>
    link.definition === permit
      ? {
          ...link,
          definition: aDefinition(permit.no, all, { stage: permit.stage, promised: permit.promised }),
        }
      : link,
  );
  return { ...network, links };
}

/** 即办 counts one day whatever else is written. */
function toOneDay(network: AnyNetwork): AnyNetwork {
  const one = (duration: LinkDuration) => (duration.unit === 'same-day' ? { ...duration, n: 1 } : duration);
  return {
    ...network,
    construction: one(network.construction),
    links: network.links.map((link) => ({
      ...link,
      definition: { ...link.definition, promised: one(link.definition.promised) },
    })),
  };
}
