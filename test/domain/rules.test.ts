import { describe, expect, test } from 'vitest';
import { decideAdopt } from '../../src/domain/adopt-rules.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { decideTick } from '../../src/domain/ladder.ts';
import { lightOf } from '../../src/domain/lights.ts';
import type { Rung } from '../../src/domain/model.ts';
import { DEFAULT_RULES, type Post, type Rules } from '../../src/domain/model.ts';
import { checkNewRules } from '../../src/domain/new-rules.ts';
import { changedRules, checkRules, completeRules, mergeRules, patchBetween } from '../../src/domain/rules.ts';
import { run } from '../support/clock-run.ts';
import { given, givenIn, logged } from '../support/given.ts';
import { at, HOLLOW, HOUSING, MEILIXIN, TOWN, town, townWith, until, who, XINGFA } from '../support/town.ts';

const hears = (more: Partial<Record<Rung, Post[]>>): Rules['hears'] => ({ ...DEFAULT_RULES.hears, ...more });
const sign = { verb: 'sign' } as const;
const working = given(logged(), [who.landMember, '2026-11-23 11:00', sign]).issue;
const withRules = (issue: Issue, more: Partial<Rules>): Issue => ({
  ...issue,
  rules: { ...issue.rules, ...more },
});

test('the defaults are those of the specification, and make sense', () => {
  expect(DEFAULT_RULES).toMatchObject({
    nearDueDays: 2,
    yellowDays: 3,
    deepRedDays: 6,
    yellowRepeatDays: 30,
    unsignedDays: [1, 2],
    acknowledgeLapseDays: 2,
    hears: {
      blue: ['assignee'],
      yellow: ['head', 'secretary'],
      red: ['leader'],
      'deep-red': ['principal'],
      'unsigned-1': ['coordinator'],
      'unsigned-2': ['head'],
      unrouted: ['office'],
    },
  });
  expect(checkRules(DEFAULT_RULES)).toBeUndefined();
});

describe('rules that make no sense', () => {
  test.each<[string, Partial<Rules>, object]>([
    ['deep red with red or before', { yellowDays: 3, deepRedDays: 3 }, { code: 'deep-red-not-after-red' }],
    ['a negative number', { nearDueDays: -1 }, { code: 'out-of-range', field: 'nearDueDays' }],
    ['half a day', { yellowDays: 1.5 }, { code: 'out-of-range', field: 'yellowDays' }],
    ['nobody on red', { hears: hears({ red: [] }) }, { code: 'nobody', rung: 'red' }],
    ['nobody on the lowest', { hears: hears({ blue: [] }) }, { code: 'nobody', rung: 'blue' }],
    ['the second call not after the first', { unsignedDays: [2, 2] }, { code: 'unsigned-not-later' }],
    ['a call at once', { unsignedDays: [0, 2] }, { code: 'out-of-range', field: 'unsignedDays' }],
    [
      'of a unit before there is one',
      { hears: hears({ unrouted: ['head', 'coordinator'] }) },
      { code: 'unrouted-knows-no-unit' },
    ],
  ])('%s', (_, more, problem) => {
    expect(checkRules({ ...DEFAULT_RULES, ...more })).toMatchObject(problem);
  });

  test('no yellow and no window for the second yellow are allowed', () => {
    expect(
      checkRules({ ...DEFAULT_RULES, yellowDays: 0, yellowRepeatDays: 0, nearDueDays: 0 }),
    ).toBeUndefined();
  });

  test('a project that lives with other rules of its own counts, too', () => {
    const projects = TOWN.projects.map((one) => ({
      ...one,
      rules: one.id === XINGFA ? { yellowDays: 5 } : null,
    }));
    const directory = townWith({ projects });
    const rules = { ...DEFAULT_RULES, deepRedDays: 5 };
    expect(checkNewRules({ projectId: null, rules }, directory)).toMatchObject({ projectId: XINGFA });
    expect(checkNewRules({ projectId: null, rules }, town)).toBeUndefined();
  });
});

describe('laid over each other', () => {
  test('what stands between two sets of rules is the least that leads from one to the other', () => {
    const wanted = { ...DEFAULT_RULES, yellowDays: 5, hears: hears({ red: ['leader', 'office'] }) };
    const patch = patchBetween(DEFAULT_RULES, wanted);
    expect(patch).toEqual({ yellowDays: 5, hears: { red: ['leader', 'office'] } });
    expect(mergeRules(DEFAULT_RULES, patch)).toEqual(wanted);
    expect(patchBetween(wanted, wanted)).toBeNull();
  });

  test('the order in which people hear is no difference', () => {
    const turned = { ...DEFAULT_RULES, hears: hears({ yellow: ['secretary', 'head'] }) };
    expect(changedRules(DEFAULT_RULES, turned)).toEqual([]);
  });

  test('a snapshot of before there were dispatch levels has the default ones', () => {
    const { hears: _, ...old } = { ...DEFAULT_RULES, yellowDays: 4 };
    expect(completeRules(old)).toEqual({ ...DEFAULT_RULES, yellowDays: 4 });
  });

  test('a new issue starts with its project’s rules over the deployment’s', () => {
    const projects = TOWN.projects.map((one) => ({
      ...one,
      rules: one.id === XINGFA ? { yellowDays: 1 } : null,
    }));
    const settings = { ...TOWN.settings, rules: { ...DEFAULT_RULES, nearDueDays: 4 } };
    const directory = townWith({ projects, settings });
    expect(logged({ directory }).rules).toMatchObject({ yellowDays: 1, nearDueDays: 4 });
    const other = logged({ directory, by: who.office, projectId: MEILIXIN, unitId: HOUSING });
    expect(other.rules).toMatchObject({ yellowDays: 3, nearDueDays: 4 });
    expect(directory.rulesFor(null).yellowDays).toBe(3);
  });

  test('put right into another project it takes that project’s rules; where they are alike the snapshot stays', () => {
    const rules = (id: number) => (id === MEILIXIN ? { yellowDays: 1 } : null);
    const directory = townWith({ projects: TOWN.projects.map((one) => ({ ...one, rules: rules(one.id) })) });
    const started = withRules(logged(), { nearDueDays: 7 });
    const move = { verb: 'correct', projectId: MEILIXIN } as const;
    const there = givenIn(directory, started).when(who.office, '2026-11-23 12:00', move).issue;
    expect(there.rules).toEqual({ ...DEFAULT_RULES, yellowDays: 1 });
    const alike = givenIn(town, started).when(who.office, '2026-11-23 12:00', move).issue;
    expect(alike.rules.nearDueDays).toBe(7);
  });
});

describe('who hears is data', () => {
  test('the posts of a rung, and again all below', () => {
    const issue = withRules(working, {
      hears: hears({ blue: ['coordinator'], yellow: ['office'], red: ['secretary', 'principal'] }),
    });
    expect(run(issue, '2026-12-03 09:00').heard.map((one) => [one.rung, one.people])).toEqual([
      ['blue', [who.landCoordinator]],
      ['yellow', [who.office, who.landCoordinator].sort((a, b) => a - b)],
      ['red', [who.secretary, who.office, who.principal, who.landCoordinator].sort((a, b) => a - b)],
    ]);
  });

  test('without yellow it is red the moment the deadline is over, and red alone is heard', () => {
    const issue = withRules(working, { yellowDays: 0 });
    expect(lightOf(issue, town, at('2026-11-27 17:30')).color).toBe('blue');
    expect(lightOf(issue, town, at('2026-11-27 17:31'))).toMatchObject({
      color: 'red',
      reason: { code: 'overdue', overdueDays: 0 },
    });
    expect(run(issue, '2026-11-30 09:00').heard.map((one) => one.rung)).toEqual(['blue', 'red']);
  });

  const nobody = townWith({
    units: TOWN.units.map((unit) => ({ ...unit, headId: null, coordinatorId: null })),
    projects: TOWN.projects.map((one) => ({ ...one, secretaryId: null, leaderId: null })),
    grants: TOWN.grants.filter((grant) => grant.role === 'office' || grant.role === 'principal'),
  });
  const due = until('2026-11-27');
  test.each<[Rung, Partial<Issue>, string]>([
    ['unsigned-1', { status: 'unsigned', deadline: until('2026-12-31') }, '2026-11-24 10:00'],
    [
      'unsigned-2',
      {
        status: 'unsigned',
        deadline: until('2026-12-31'),
        ladder: { ...working.ladder, fired: ['unsigned-1'] },
      },
      '2026-11-25 10:00',
    ],
    ['blue', { status: 'working', assigneeId: null, deadline: due }, '2026-11-25 09:00'],
    ['yellow', { status: 'working', assigneeId: null, deadline: due }, '2026-11-27 17:31'],
    ['red', { status: 'working', assigneeId: null, deadline: due }, '2026-12-03 09:00'],
  ])('an empty rung passes to the next at once and the office is told: %s', (rung, state, when) => {
    const issue = { ...logged({ unitId: HOLLOW, by: who.office, projectId: MEILIXIN }), ...state };
    const decision = decideTick(issue, { now: at(when), directory: nobody });
    const told = decision?.effects.map((one) => one.kind === 'notify' && [one.personId, one.reason]);
    expect(told).toEqual([
      [who.principal, `rung-${rung}`],
      [who.office, 'rung-empty'],
    ]);
  });

  test('an empty office passes 未转办 to the leader; an empty top leaves it to the office', () => {
    const officeless = townWith({ grants: TOWN.grants.filter((grant) => grant.role !== 'office') });
    const queued = logged({ unitId: null, deadline: until('2026-12-31') });
    expect(decideTick(queued, { now: at('2026-11-23 17:00'), directory: officeless })?.effects).toMatchObject(
      [{ personId: who.projectLeader, reason: 'rung-unrouted' }],
    );
    const topless = townWith({ grants: TOWN.grants.filter((grant) => grant.role !== 'principal') });
    const late = decideTick(working, { now: at('2026-12-08 09:00'), directory: topless });
    expect(late?.effects).toContainEqual(
      expect.objectContaining({ personId: who.office, reason: 'rung-empty', note: '主要领导' }),
    );
  });
});

describe('a running issue under new rules', () => {
  const adopt = (issue: Issue, more: Partial<Rules>, now: string) =>
    decideAdopt(issue, { ...issue.rules, ...more }, { now: at(now), directory: town });
  const yellow = run(working, '2026-11-27 18:00').issue;
  const red = run(working, '2026-12-03 09:00').issue;

  test('is on record; what was heard is not heard again', () => {
    const decision = adopt(yellow, { deepRedDays: 9 }, '2026-11-30 10:00')!;
    expect(decision.events).toEqual([
      { verb: 'rules', detail: { changes: [{ field: 'deepRedDays', from: 6, to: 9 }] } },
    ]);
    expect(decision.effects).toEqual([]);
    expect(decision.issue.ladder).toEqual(yellow.ladder);
    expect(decision.issue.changedAt).toBe(yellow.changedAt);
    expect(run(decision.issue, '2026-12-03 09:00').heard.map((one) => one.rung)).toEqual(['red']);
  });

  test('hears at once what is newly crossed', () => {
    const stricter = adopt(yellow, { yellowDays: 1 }, '2026-12-01 10:00')!.issue;
    expect(decideTick(stricter, { now: at('2026-12-01 10:00'), directory: town })?.events).toMatchObject([
      { verb: 'rung', detail: { rung: 'red' } },
    ]);
  });

  test('steps back, in a new generation, and hears again what it crosses again', () => {
    const milder = adopt(red, { yellowDays: 5 }, '2026-12-03 10:00')!.issue;
    expect(milder.ladder).toMatchObject({
      fired: ['blue', 'yellow'],
      generation: red.ladder.generation + 1,
    });
    expect(run(milder, '2026-12-07 09:00').heard.map((one) => one.rung)).toEqual(['red']);
  });

  test('not when they are the same, not when it is over', () => {
    expect(adopt(yellow, {}, '2026-11-30 10:00')).toBeNull();
    const closed = { ...yellow, status: 'closed' as const };
    expect(adopt(closed, { yellowDays: 1 }, '2026-11-30 10:00')).toBeNull();
  });
});
