import { describe, expect, test } from 'vitest';
import {
  countdownOf,
  type DigestPart,
  digestAt,
  digestWindow,
  groupDigest,
  leaderDigest,
  personDigest,
} from '../../src/domain/digest.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { clockOf } from '../../src/domain/time.ts';
import { given, logged } from '../support/given.ts';
import { actorOf, at, HOUSING, town, until, who, XINGFA, ZONE } from '../support/town.ts';

const numbered = (id: number, issue: Issue): Issue => ({ ...issue, id });
const working = (id: number, due: string): Issue =>
  numbered(
    id,
    given(logged({ deadline: until(due) }), [who.landMember, '2026-11-23 11:00', { verb: 'sign' }]).issue,
  );

const NOW = at('2026-12-04 08:35');
const red = working(1, '2026-11-25');
const yellow = working(2, '2026-12-02');
const today = working(3, '2026-12-04');
const monday = working(4, '2026-12-07');
const later = working(5, '2026-12-18');
const unsigned = numbered(6, logged({ deadline: until('2026-12-18') }));
const unrouted = numbered(7, logged({ unitId: null, deadline: until('2026-12-18') }));
const verifying = numbered(
  8,
  given(later, [who.landMember, '2026-12-01 10:00', { verb: 'report-done', result: '好了' }]).issue,
);
const asked = numbered(
  9,
  given(later, [
    who.landMember,
    '2026-12-01 10:00',
    { verb: 'request-extension', to: until('2026-12-25'), reason: '等' },
  ]).issue,
);
const closed = numbered(
  10,
  given(verifying, [who.office, '2026-12-02 10:00', { verb: 'verify', confirmed: true }]).issue,
);
const appealed = numbered(
  11,
  given(yellow, [who.landMember, '2026-12-03 10:00', { verb: 'appeal', reason: '雨' }]).issue,
);
const all = [later, monday, today, yellow, red, unsigned, unrouted, verifying, asked, closed];

const ids = (part: { issues: Issue[] } | undefined) => part?.issues.map((issue) => issue.id);
const morning = (person: number, issues: readonly Issue[] = all, cap?: number) =>
  personDigest(issues, actorOf(person), town, NOW, cap);

describe('晨报', () => {
  test('the signer gets overdue, red first, and due today; nothing that can wait', () => {
    const digest = morning(who.landMember);
    expect(ids(digest?.overdue)).toEqual([1, 2]);
    expect(ids(digest?.dueToday)).toEqual([3]);
    expect(
      [digest?.toSign, digest?.toRoute, digest?.toApprove, digest?.toVerify].flatMap((part) => ids(part)),
    ).toEqual([]);
  });

  test('coordinator, office, secretary and contact get their own moves', () => {
    expect(ids(morning(who.landCoordinator)?.toSign)).toEqual([6]);
    expect(ids(morning(who.office)?.toRoute)).toEqual([7]);
    expect(ids(morning(who.office, [...all, appealed])?.toApprove)).toEqual([11, 9]);
    expect(ids(morning(who.secretary)?.toVerify)).toEqual([8]);
    expect(ids(morning(who.contact)?.toVerify)).toEqual([8]);
  });

  test('is silent when there is nothing to do', () => {
    expect(morning(who.housingHead)).toBeNull();
    expect(morning(who.landMember, [later, closed, verifying])).toBeNull();
    expect(morning(who.administrator)).toBeNull();
  });

  test('lists the first of many and counts the rest', () => {
    const many = Array.from({ length: 25 }, (_, i) => working(100 + i, '2026-12-04'));
    const digest = morning(who.landMember, many, 10);
    expect(digest?.dueToday.issues).toHaveLength(10);
    expect(digest?.dueToday.more).toBe(15);
  });
});

describe('the digest of a group', () => {
  const project = { ...town.project(XINGFA)!, startOn: '2026-12-14', productionOn: '2027-07-01' };

  test('counts lights, lists due today and until the next working day, counts down in days and working days', () => {
    const digest = groupDigest(all, project, town, NOW);
    expect(digest?.lights).toMatchObject({ red: 1, yellow: 1, blue: 2, done: 0 });
    expect(ids(digest?.overdue)).toEqual([1, 2]);
    expect(ids(digest?.dueToday)).toEqual([3]);
    expect(ids(digest?.toVerify)).toEqual([8]);
    expect(ids(digest?.toRate)).toEqual([10]);
    expect(ids(digest?.dueNext)).toEqual([4]);
    expect(digest?.countdown[0]).toEqual({ node: 'start', day: '2026-12-14', days: 10, workingDays: 6 });
  });

  const idle = { ...project, startOn: null };
  test.each<[string, Issue[], boolean]>([
    ['nothing at all', [], false],
    ['what is over', [closed], false],
    ['what has time, today and tomorrow', [later, unsigned, unrouted, monday], false],
    ['something due today', [later, today], true],
    ['something yellow', [yellow], true],
    ['something red', [red], true],
    ['something to verify', [verifying], true],
  ])('concerns the group today only when there is a reason: %s', (_, issues, comes) => {
    expect(groupDigest(issues, idle, town, NOW) !== null).toBe(comes);
  });

  test('a node within ten working days concerns the group, too; one further away or past does not', () => {
    const comes = (startOn: string) => groupDigest([later], { ...project, startOn }, town, NOW) !== null;
    expect(comes('2026-12-18')).toBe(true);
    expect(comes('2026-12-21')).toBe(false);
    expect(comes('2026-12-03')).toBe(false);
  });

  test('a rating is asked for during five working days after the strike-off', () => {
    const on = (now: string) => ids(groupDigest([red, closed], project, town, at(now))?.toRate);
    expect(on('2026-12-09 08:35')).toEqual([10]);
    expect(on('2026-12-10 08:35')).toEqual([]);
  });

  test('a node that is over is not counted down to, the day itself is 0', () => {
    expect(
      countdownOf({ ...project, startOn: '2026-12-03' }, town, '2026-12-04').map((one) => one.node),
    ).toEqual(['production']);
    expect(countdownOf({ ...project, startOn: '2026-12-04' }, town, '2026-12-04')[0]).toMatchObject({
      days: 0,
      workingDays: 0,
    });
  });
});

describe('the digest of a leader', () => {
  test('reds, yellows, what waits and what was instructed', () => {
    const instructed = { ...later, id: 20, reporterId: who.leader };
    const digest = leaderDigest([...all, instructed], actorOf(who.leader), town, NOW);
    expect(ids(digest?.reds)).toEqual([1]);
    expect(ids(digest?.yellows)).toEqual([2]);
    expect(ids(digest?.instructed)).toEqual([20]);
    expect(leaderDigest([later, closed], actorOf(who.leader), town, NOW)).toBeNull();
  });

  test('each issue once, what waits for the office before its light', () => {
    const digest = leaderDigest(
      [...all, appealed, { ...red, id: 21, reporterId: who.office }],
      actorOf(who.office),
      town,
      NOW,
    )!;
    expect(ids(digest.toApprove)).toEqual([11, 9]);
    expect(ids(digest.toRoute)).toEqual([7]);
    const everything = Object.values(digest).flatMap((part: DigestPart) =>
      part.issues.map((issue) => issue.id),
    );
    expect(new Set(everything).size).toBe(everything.length);
    expect(ids(digest.reds)).toEqual([1, 21]);
  });
});

describe('the morning window', () => {
  test('every recipient has one minute of its own between 08:31 and 08:39, the same every time', () => {
    const clocks = new Set<string>();
    for (let i = 0; i < 500; i++) {
      const sendAt = digestAt('2026-12-04', `ou_${i}`, town);
      expect(sendAt).toBe(digestAt('2026-12-04', `ou_${i}`, town));
      clocks.add(clockOf(sendAt, ZONE));
    }
    expect([...clocks].sort()).toEqual(
      ['31', '32', '33', '34', '35', '36', '37', '38', '39'].map((minute) => `08:${minute}`),
    );
    expect(digestWindow('2026-12-04', town)).toEqual({
      from: at('2026-12-04 08:31'),
      until: at('2026-12-04 08:40'),
    });
  });
});

test('an unsigned overdue item stands once, under what its people must do first', () => {
  const late = numbered(30, logged({ unitId: HOUSING, deadline: until('2026-12-01') }));
  const digest = morning(who.housingCoordinator, [late]);
  expect(ids(digest?.toSign)).toEqual([30]);
  expect(ids(digest?.overdue)).toEqual([]);
});
