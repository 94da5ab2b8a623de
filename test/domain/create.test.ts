import { describe, expect, test } from 'vitest';
import { createIssue, type NewIssue } from '../../src/domain/create.ts';
import type { HistoryRow, Issue, IssueCommand } from '../../src/domain/issue.ts';
import { titleOf } from '../../src/domain/title.ts';
import { decideIssue, decideUndo } from '../../src/verbs/decide.ts';
import { logged } from '../support/given.ts';
import {
  actorOf,
  at,
  COUNTY,
  ELSEWHERE,
  HOLLOW,
  HOUSING,
  LAND,
  LAND_CATEGORY,
  MEILIXIN,
  OTHER_CATEGORY,
  OTHER_COUNTY,
  PARK,
  town,
  until,
  who,
  XINGFA,
} from '../support/town.ts';

const log = (by: number, input: Partial<NewIssue>) =>
  createIssue(
    { text: '磷石膏仓库堆放不下。请协调', ...input },
    { now: at('2026-11-23 10:00'), actor: actorOf(by), directory: town },
  );

const told = (created: ReturnType<typeof log>) =>
  created.ok
    ? created.effects.flatMap((one) => (one.kind === 'notify' ? [[one.personId, one.reason]] : []))
    : created;

describe('报', () => {
  test('keeps the whole text, titles it by its first sentence, starts at version 1', () => {
    expect(log(who.secretary, { projectId: XINGFA })).toMatchObject({
      issue: {
        version: 1,
        title: '磷石膏仓库堆放不下',
        text: '磷石膏仓库堆放不下。请协调',
        areaId: PARK,
        reporterId: who.secretary,
      },
      events: [{ verb: 'log' }],
    });
  });

  test('goes to the unit named, else the category’s, else the office', () => {
    const named = log(who.secretary, { projectId: XINGFA, unitId: HOUSING, categoryId: LAND_CATEGORY });
    expect(named).toMatchObject({ issue: { status: 'unsigned', unitId: HOUSING } });
    expect(told(named)).toEqual([[who.housingCoordinator, 'to-sign']]);
    const byCategory = log(who.secretary, { projectId: XINGFA, categoryId: LAND_CATEGORY });
    expect(byCategory).toMatchObject({
      issue: { status: 'unsigned', unitId: LAND, routedAt: at('2026-11-23 10:00') },
    });
    const neither = log(who.secretary, { projectId: XINGFA, categoryId: OTHER_CATEGORY });
    expect(neither).toMatchObject({ issue: { status: 'unrouted', unitId: null, routedAt: null } });
    expect(told(neither)).toEqual([[who.office, 'to-route']]);
  });

  test('tells a person named, not the coordinator; the office when the unit has nobody; never the reporter', () => {
    expect(told(log(who.secretary, { projectId: XINGFA, unitId: LAND, assigneeId: who.landMember }))).toEqual(
      [[who.landMember, 'to-sign']],
    );
    expect(told(log(who.secretary, { projectId: XINGFA, unitId: HOLLOW }))).toEqual([
      [who.office, 'rung-empty'],
    ]);
    expect(told(log(who.landCoordinator, { projectId: XINGFA, unitId: LAND }))).toEqual([]);
  });

  test('without a deadline takes the limit of the category, halved and rounded up on the green channel', () => {
    const due = (input: Partial<NewIssue>) => {
      const created = log(who.office, input);
      return created.ok ? created.issue.deadline : created;
    };
    expect(due({ projectId: XINGFA })).toMatchObject({
      day: '2026-11-30',
      at: at('2026-11-30 17:30'),
      phrase: '默认5个工作日',
      rule: { kind: 'working-days', start: '2026-11-23', count: 5 },
    });
    expect(due({ projectId: XINGFA, categoryId: OTHER_CATEGORY })).toMatchObject({ day: '2026-11-26' });
    expect(due({ projectId: MEILIXIN })).toMatchObject({ day: '2026-11-26', phrase: '默认3个工作日' });
    expect(due({ projectId: MEILIXIN, categoryId: LAND_CATEGORY })).toMatchObject({ day: '2026-11-27' });
    expect(due({ deadline: until('2026-12-20') })).toMatchObject({ day: '2026-12-20' });
  });

  test('当场 logs and closes in one step, tells nobody and is not looked back at', () => {
    const created = log(who.secretary, { projectId: XINGFA, unitId: LAND, onTheSpot: true });
    expect(created).toMatchObject({
      issue: {
        status: 'closed',
        onTheSpot: true,
        closedBy: who.secretary,
        doneBy: who.secretary,
        lookBackOn: null,
      },
      effects: [],
    });
  });

  test('the enterprise logs for its own project and does not close on the spot', () => {
    expect(log(who.contact, { projectId: XINGFA })).toMatchObject({ ok: true });
    expect(log(who.contact, { projectId: MEILIXIN })).toMatchObject({ refusal: { code: 'may-not' } });
    expect(log(who.contact, {})).toMatchObject({ refusal: { code: 'enterprise-only-here' } });
    expect(log(who.contact, { projectId: XINGFA, onTheSpot: true })).toMatchObject({
      refusal: { code: 'may-not' },
    });
    expect(log(who.stranger, { projectId: XINGFA, chatProjectIds: [XINGFA] })).toMatchObject({ ok: true });
    expect(log(who.administrator, { projectId: XINGFA })).toMatchObject({ refusal: { code: 'may-not' } });
  });

  test('refuses an empty text, one over 5,000 characters with the count, unknown projects and units, a past deadline', () => {
    expect(log(who.office, { text: ' \n' })).toMatchObject({ refusal: { code: 'text-needed' } });
    expect(log(who.office, { text: '字'.repeat(5001) })).toMatchObject({
      refusal: { code: 'text-too-long', params: { count: 5001, limit: 5000 } },
    });
    expect(log(who.office, { text: '𠮷'.repeat(5000) })).toMatchObject({ ok: true });
    expect(log(who.office, { projectId: 999 })).toMatchObject({ refusal: { code: 'no-project' } });
    expect(log(who.office, { unitId: 999 })).toMatchObject({ refusal: { code: 'unit-unknown' } });
    expect(log(who.office, { projectId: XINGFA, unitId: ELSEWHERE })).toMatchObject({
      refusal: { code: 'unit-unknown' },
    });
    expect(log(who.office, { deadline: until('2026-11-20') })).toMatchObject({
      refusal: { code: 'deadline-past' },
    });
  });

  test('without a project the area is that of the group, the unit, the reporter', () => {
    const area = (by: number, input: Partial<NewIssue>) => {
      const created = log(by, input);
      return created.ok ? created.issue.areaId : created;
    };
    expect(area(who.cityOffice, { areaId: OTHER_COUNTY })).toBe(OTHER_COUNTY);
    expect(area(who.cityOffice, { unitId: LAND })).toBe(COUNTY);
    expect(area(who.landMember, {})).toBe(COUNTY);
    expect(area(who.otherOffice, {})).toBe(OTHER_COUNTY);
    expect(area(who.groupMember, {})).toBe(1);
  });

  test('the author of a quoted message is kept as source unless it is the reporter', () => {
    expect(log(who.secretary, { projectId: XINGFA, sourcePersonId: who.contact })).toMatchObject({
      issue: { sourcePersonId: who.contact },
    });
    expect(log(who.secretary, { projectId: XINGFA, sourcePersonId: who.secretary })).toMatchObject({
      issue: { sourcePersonId: null },
    });
  });

  test('a title is the first sentence, one line, at most 80 characters', () => {
    expect(titleOf('  仓库漏雨！第二句')).toBe('仓库漏雨');
    expect(titleOf('第一行\n第二行')).toBe('第一行');
    expect([...titleOf('字'.repeat(200))]).toHaveLength(80);
    expect(titleOf('施工'.repeat(60))).toBe(`${'施工'.repeat(39)}…`);
    expect(titleOf('。开头是句号')).not.toBe('');
  });
});

describe('撤销', () => {
  const undo = (
    current: Issue,
    before: Issue | null,
    last: Partial<HistoryRow>,
    by: number,
    when: string,
  ) => {
    const row = {
      id: 1,
      issueId: 12,
      verb: 'sign',
      detail: {},
      at: at('2026-11-23 11:00'),
      actorId: by,
      messageId: null,
      ...last,
    } as HistoryRow;
    return decideUndo(current, before, row, { now: at(when), actor: actorOf(by), directory: town });
  };
  const done = (issue: Issue, by: number, command: IssueCommand) => {
    const decision = decideIssue(issue, command, {
      now: at('2026-11-23 11:00'),
      actor: actorOf(by),
      directory: town,
    });
    if (!decision.ok) throw new Error(decision.refusal.code);
    const event = decision.events.at(-1)!;
    return { before: issue, after: decision.issue, last: { ...event } };
  };

  test('brings back the state before, one version on, one generation on', () => {
    const { before, after, last } = done(logged(), who.landCoordinator, { verb: 'sign' });
    const decision = undo(after, before, last, who.landCoordinator, '2026-11-23 11:02');
    expect(decision).toMatchObject({
      ok: true,
      issue: {
        ...before,
        version: after.version + 1,
        ladder: { ...before.ladder, generation: after.ladder.generation + 1 },
      },
      events: [{ verb: 'undo', detail: { undone: 'sign' } }],
    });
  });

  test('tells those who were told', () => {
    const { before, after, last } = done(logged({ unitId: null }), who.office, {
      verb: 'route',
      unitId: HOUSING,
    });
    expect(undo(after, before, last, who.office, '2026-11-23 11:01')).toMatchObject({
      effects: [{ kind: 'notify', personId: who.housingCoordinator, reason: 'undone' }],
    });
  });

  test('of logging is void, and tells the unit', () => {
    const issue = logged();
    const last = { verb: 'log', detail: { told: [who.landCoordinator] }, actorId: who.secretary } as const;
    expect(undo(issue, null, last, who.secretary, '2026-11-23 11:01')).toMatchObject({
      issue: { status: 'void', version: 2 },
      effects: [{ personId: who.landCoordinator, reason: 'voided' }],
    });
  });

  test('only the own step, within two minutes, nothing since, not an undo', () => {
    const { before, after, last } = done(logged(), who.landCoordinator, { verb: 'sign' });
    expect(
      undo(after, before, { ...last, actorId: who.landHead }, who.landCoordinator, '2026-11-23 11:01'),
    ).toMatchObject({
      refusal: { code: 'undo-not-yours' },
    });
    expect(
      undo(after, before, { ...last, actorId: null }, who.landCoordinator, '2026-11-23 11:01'),
    ).toMatchObject({
      refusal: { code: 'undo-not-yours' },
    });
    expect(undo(after, before, last, who.landCoordinator, '2026-11-23 11:03')).toMatchObject({
      refusal: { code: 'undo-too-late', params: { minutes: 2 } },
    });
    expect(
      undo({ ...after, version: after.version + 1 }, before, last, who.landCoordinator, '2026-11-23 11:01'),
    ).toMatchObject({
      refusal: { code: 'undo-not-last' },
    });
    expect(undo(after, null, last, who.landCoordinator, '2026-11-23 11:01')).toMatchObject({
      refusal: { code: 'undo-not-last' },
    });
    expect(
      undo(after, before, { ...last, verb: 'undo' }, who.landCoordinator, '2026-11-23 11:01'),
    ).toMatchObject({
      refusal: { code: 'undo-not-last' },
    });
  });
});
