import { describe, expect, test } from 'vitest';
import { createItem } from '../../src/domain/create-item.ts';
import { groupDigest, leaderDigest, personDigest } from '../../src/domain/digest.ts';
import { type Issue, ITEM_KINDS, type ItemKind, isPosted, isRated } from '../../src/domain/issue.ts';
import { mustActNow } from '../../src/domain/issue-people.ts';
import { given, logged, say } from '../support/given.ts';
import { actorOf, at, LAND, MEILIXIN, town, until, who, XINGFA } from '../support/town.ts';

const MADE = '2026-11-23 10:00';

function item(kind: ItemKind, due: string, id = 40, unitId: number | null = LAND): Issue {
  const made = createItem(
    {
      kind,
      title: '第11环节 建设工程规划许可证',
      text: '第11环节 建设工程规划许可证',
      projectId: XINGFA,
      unitId,
      assigneeId: null,
      reporterId: who.secretary,
      deadline: until(due),
      now: at(MADE),
      linkId: kind === 'link' || kind === 'deferral' ? 7 : null,
      batchId: kind === 'task' ? 3 : null,
    },
    who.secretary,
    town,
  );
  return { ...made.issue, id };
}

const closed = (kind: ItemKind) =>
  given(
    item(kind, '2026-12-04'),
    [who.landMember, '2026-11-23 11:00', { verb: 'sign' }],
    [who.landMember, '2026-11-24 10:00', { verb: 'report-done', result: '已领证' }],
  ).when(who.office, '2026-11-24 15:00', { verb: 'verify', confirmed: true });

describe('an item of another kind than 问题', () => {
  test('waits for its unit, which is told; without a unit for the office', () => {
    const known = createItem({ ...facts('link'), unitId: LAND }, null, town);
    expect(known.issue).toMatchObject({ kind: 'link', status: 'unsigned', unitId: LAND, linkId: 7 });
    expect(known.effects).toMatchObject([{ kind: 'notify', reason: 'to-sign' }]);
    const unknown = createItem({ ...facts('link'), unitId: null }, null, town);
    expect(unknown.issue).toMatchObject({ status: 'unrouted', routedAt: null });
    expect(unknown.effects).toMatchObject([{ kind: 'notify', reason: 'to-route' }]);
  });

  test('made in the morning tells nobody by itself: the digest does', () => {
    expect(createItem({ ...facts('link'), unitId: LAND, tell: false }, null, town).effects).toEqual([]);
  });

  test('confirmed by the enterprise tells the secretary no second time: the card that asked changes in place', () => {
    const confirmed = (kind: ItemKind, reporterId: number) =>
      given(
        { ...item(kind, '2026-12-04'), reporterId },
        [who.landMember, '2026-11-23 11:00', { verb: 'sign' }],
        [who.landMember, '2026-11-24 10:00', { verb: 'report-done', result: '已领证' }],
      ).when(who.contact, '2026-11-24 15:00', { verb: 'verify', confirmed: true });
    confirmed('link', who.secretary).tells();
    // Who logged it and was not asked is told; so is the secretary of a problem, whose card stands in the group.
    confirmed('link', who.office).tells([who.office, 'closed']);
    confirmed('problem', who.secretary).tells([who.secretary, 'closed']);
  });

  test.each(ITEM_KINDS)('%s runs the same life: signed, reported, verified by another, closed', (kind) => {
    closed(kind).becomes({ status: 'closed', closedBy: who.office });
    const reported = given(
      item(kind, '2026-12-04'),
      [who.landMember, '2026-11-23 11:00', { verb: 'sign' }],
      [who.secretary, '2026-11-24 10:00', { verb: 'report-done', result: '已领证' }],
    ).issue;
    expect(
      say(reported, [who.secretary, '2026-11-24 15:00', { verb: 'verify', confirmed: true }]),
    ).toMatchObject({ ok: false, refusal: { code: 'own-report' } });
  });

  test.each(ITEM_KINDS.filter((kind) => !isRated(kind)))(
    '%s is not rated, not looked back at and leaves no measure',
    (kind) => {
      const { issue } = closed(kind).becomes({ lookBackOn: null });
      expect(mustActNow(issue, town)).toMatchObject({ what: 'none', personIds: [] });
      const rate = say(issue, [who.contact, '2026-11-24 16:00', { verb: 'rate', score: 'satisfied' }]);
      expect(rate).toMatchObject({ ok: false, refusal: { code: 'problems-only' } });
      const measure = say(issue, [
        who.landMember,
        '2026-11-24 16:00',
        { verb: 'write-measure', text: '先做' },
      ]);
      expect(measure).toMatchObject({ ok: false, refusal: { code: 'problems-only' } });
    },
  );

  test.each(ITEM_KINDS.filter((kind) => kind !== 'problem'))('%s stays with its project', (kind) => {
    const moved = say(item(kind, '2026-12-04'), [
      who.office,
      '2026-11-23 11:00',
      { verb: 'correct', projectId: MEILIXIN },
    ]);
    expect(moved).toMatchObject({ ok: false, refusal: { code: 'of-a-link' } });
  });

  test('links, promises and tasks have no card in groups; problems, decisions and instructions do', () => {
    expect(ITEM_KINDS.filter(isPosted)).toEqual(['problem', 'decision', 'instruction']);
  });
});

describe('the morning tells of all kinds, problems first', () => {
  const NOW = at('2026-12-04 08:35');
  const late = { ...item('link', '2026-11-25', 41), status: 'working' as const, assigneeId: who.landMember };
  const problem: Issue = {
    ...logged({ deadline: until('2026-12-02') }),
    id: 42,
    status: 'working',
    assigneeId: who.landMember,
  };

  test('a person: an overdue problem stands before a link that is longer overdue', () => {
    const digest = personDigest([late, problem], actorOf(who.landMember), town, NOW);
    expect(digest?.overdue.issues.map(({ id }) => id)).toEqual([42, 41]);
  });

  test('a group: lights are of problems, and each other kind is counted by itself', () => {
    const project = town.project(XINGFA);
    if (!project) throw new Error('no project');
    const task = item('task', '2026-12-18', 43);
    const digest = groupDigest([late, problem, task], project, town, NOW);
    expect(digest?.lights).toMatchObject({ yellow: 1, red: 0 });
    expect(digest?.others).toEqual([
      { kind: 'link', open: 1, overdue: 1 },
      { kind: 'task', open: 1, overdue: 0 },
    ]);
    expect(digest?.overdue.issues.map(({ id }) => id)).toEqual([42, 41]);
  });

  test('a leader: a red link is among the reds, behind the problems', () => {
    const red: Issue = { ...problem, id: 44, deadline: until('2026-11-26') };
    const digest = leaderDigest([late, red], actorOf(who.leader), town, NOW);
    expect(digest?.reds.issues.map(({ id }) => id)).toEqual([44, 41]);
  });
});

function facts(kind: ItemKind) {
  const { title, text, projectId, reporterId, deadline } = item(kind, '2026-12-04');
  return {
    kind,
    title,
    text,
    projectId,
    assigneeId: null,
    reporterId,
    deadline,
    now: at(MADE),
    linkId: 7,
  };
}
