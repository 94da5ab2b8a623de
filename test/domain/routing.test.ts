import { describe, expect, test } from 'vitest';
import type { IssueCommand } from '../../src/domain/issue.ts';
import { given, logged } from '../support/given.ts';
import { at, ELSEWHERE, HOLLOW, HOUSING, LAND, MEILIXIN, POWER, town, until, who } from '../support/town.ts';

const sign: IssueCommand = { verb: 'sign' };
const bounce: IssueCommand = { verb: 'bounce', reason: '不属于我局职责' };
const toHousing: IssueCommand = { verb: 'route', unitId: HOUSING };
const toLand: IssueCommand = { verb: 'route', unitId: LAND };

const unrouted = logged({ unitId: null });
const unsigned = logged();
const bounced = given(unsigned, [who.landCoordinator, '2026-11-23 11:00', bounce]).issue;
const frozen = given(
  bounced,
  [who.secretary, '2026-11-23 12:00', toHousing],
  [who.housingCoordinator, '2026-11-23 13:00', bounce],
).issue;
const working = given(unsigned, [who.landCoordinator, '2026-11-23 11:00', sign]).issue;

describe('转办', () => {
  test('hands the issue to a unit, whose coordinator is told; the deadline stays', () => {
    given(unrouted)
      .when(who.office, '2026-11-23 11:00', toHousing)
      .becomes({ status: 'unsigned', unitId: HOUSING, assigneeId: null, routedAt: at('2026-11-23 11:00') })
      .becomes({ deadline: unrouted.deadline })
      .tells([who.housingCoordinator, 'to-sign'])
      .records('route');
  });

  test('to a named person tells that person instead', () => {
    given(unrouted)
      .when(who.office, '2026-11-23 11:00', { verb: 'route', unitId: LAND, assigneeId: who.landMember })
      .becomes({ assigneeId: who.landMember })
      .tells([who.landMember, 'to-sign']);
  });

  test('a unit without coordinator tells its head; one without anybody tells the office', () => {
    given(unrouted)
      .when(who.secretary, '2026-11-23 11:00', { verb: 'route', unitId: POWER })
      .tells([who.powerHead, 'to-sign']);
    given(unrouted)
      .when(who.secretary, '2026-11-23 11:00', { verb: 'route', unitId: HOLLOW })
      .tells([who.office, 'rung-empty']);
  });

  test('the same unit without a new person is refused, with a new person it is not', () => {
    given(unsigned).when(who.office, '2026-11-23 11:00', toLand).thenRefused('same-unit');
    given(unsigned)
      .when(who.office, '2026-11-23 11:00', { verb: 'route', unitId: LAND, assigneeId: who.landMember })
      .becomes({ unitId: LAND, assigneeId: who.landMember });
  });

  test('a unit member names a person of the own unit, and nothing else', () => {
    given(unsigned)
      .when(who.landCoordinator, '2026-11-23 11:00', {
        verb: 'route',
        unitId: LAND,
        assigneeId: who.landMember,
      })
      .tells([who.landMember, 'to-sign']);
    given(unsigned).when(who.landCoordinator, '2026-11-23 11:00', toHousing).thenRefused('may-not');
    given(unsigned).when(who.housingHead, '2026-11-23 11:00', toHousing).thenRefused('may-not');
  });

  test('the secretary routes own projects until somebody signed, the office and leaders also after', () => {
    given(unsigned).when(who.secretary, '2026-11-23 11:00', toHousing).becomes({ unitId: HOUSING });
    given(working)
      .when(who.secretary, '2026-11-23 12:00', toHousing)
      .thenRefused('wrong-status', { status: 'working' });
    given(logged({ projectId: MEILIXIN, by: who.office }))
      .when(who.secretary, '2026-11-23 11:00', toHousing)
      .thenRefused('may-not');
    given(working)
      .when(who.office, '2026-11-23 12:00', toHousing)
      .becomes({ status: 'unsigned', unitId: HOUSING, assigneeId: null, signedAt: null });
    given(working).when(who.leader, '2026-11-23 12:00', toHousing).becomes({ status: 'unsigned' });
  });

  test('a unit of another branch of the tree, or of no register, is unknown here', () => {
    given(unrouted)
      .when(who.office, '2026-11-23 11:00', { verb: 'route', unitId: ELSEWHERE })
      .thenRefused('unit-unknown');
    given(unrouted)
      .when(who.office, '2026-11-23 11:00', { verb: 'route', unitId: 999 })
      .thenRefused('unit-unknown');
  });

  test('nothing is routed while the office has a request to decide, or while somebody verifies', () => {
    const asked = given(working, [
      who.landCoordinator,
      '2026-11-23 12:00',
      { verb: 'request-extension', to: until('2026-12-04'), reason: '等测绘' },
    ]).issue;
    given(asked).when(who.office, '2026-11-23 13:00', toHousing).thenRefused('request-pending');
    const done = given(working, [
      who.landCoordinator,
      '2026-11-23 12:00',
      { verb: 'report-done', result: '已清运' },
    ]).issue;
    given(done).when(who.office, '2026-11-23 13:00', toHousing).thenRefused('wrong-status');
  });

  test('a co-unit that becomes the lead is no co-unit any more', () => {
    const helped = given(unsigned, [
      who.office,
      '2026-11-23 11:00',
      { verb: 'add-co-unit', unitId: HOUSING },
    ]).issue;
    given(helped).when(who.office, '2026-11-23 12:00', toHousing).becomes({ coUnits: [] });
  });
});

describe('签收', () => {
  test('whoever signs for the unit answers for it; nobody is told what the card shows', () => {
    given(unsigned)
      .when(who.landMember, '2026-11-23 11:00', sign)
      .becomes({ status: 'working', assigneeId: who.landMember, signedAt: at('2026-11-23 11:00') })
      .tells()
      .records('sign');
  });

  test('of two people at once the second hears who was first', () => {
    given(working)
      .when(who.landHead, '2026-11-23 11:00', sign)
      .thenRefused('already-signed', { byId: who.landCoordinator });
  });

  test('the named person may sign though of another unit; others of that unit may not', () => {
    const named = given(unsigned, [
      who.office,
      '2026-11-23 11:00',
      { verb: 'route', unitId: LAND, assigneeId: who.housingCoordinator },
    ]).issue;
    given(named).when(who.housingCoordinator, '2026-11-23 12:00', sign).becomes({ status: 'working' });
    given(named).when(who.housingHead, '2026-11-23 12:00', sign).thenRefused('may-not');
  });

  test('office and secretary sign on behalf of the coordinator', () => {
    for (const person of [who.office, who.secretary]) {
      given(unsigned).when(person, '2026-11-23 11:00', sign).becomes({ assigneeId: who.landCoordinator });
    }
  });

  test('leaders and enterprise contacts do not sign, and nobody signs what is not routed', () => {
    given(unsigned).when(who.leader, '2026-11-23 11:00', sign).thenRefused('may-not');
    given(unsigned).when(who.contact, '2026-11-23 11:00', sign).thenRefused('may-not');
    given(unrouted)
      .when(who.office, '2026-11-23 11:00', sign)
      .thenRefused('wrong-status', { status: 'unrouted' });
  });

  test('signing after a reminder acknowledges it', () => {
    const reminded = { ...unsigned, ladder: { ...unsigned.ladder, fired: ['unsigned-1' as const] } };
    const signed = given(reminded).when(who.landMember, '2026-11-24 11:00', sign).issue;
    expect(signed.ladder).toMatchObject({
      acknowledgedAt: at('2026-11-24 11:00'),
      acknowledgedBy: who.landMember,
    });
    expect(working.ladder.acknowledgedAt).toBeNull();
  });
});

describe('退回', () => {
  test('needs a reason, goes to the office and stays on record', () => {
    given(unsigned)
      .when(who.landCoordinator, '2026-11-23 11:00', { verb: 'bounce', reason: ' ' })
      .thenRefused('reason-needed');
    given(unsigned)
      .when(who.landCoordinator, '2026-11-23 11:00', bounce)
      .becomes({ status: 'unrouted', unitId: null, assigneeId: null, frozen: false })
      .becomes({
        bounces: [
          { unitId: LAND, byId: who.landCoordinator, at: at('2026-11-23 11:00'), reason: '不属于我局职责' },
        ],
      })
      .tells([who.office, 'bounced'])
      .records('bounce');
  });

  test('what was signed is not sent back', () => {
    given(working).when(who.landCoordinator, '2026-11-23 12:00', bounce).thenRefused('wrong-status');
  });

  test('the second one freezes: the office is told so, and only office and leaders route', () => {
    given(bounced, [who.secretary, '2026-11-23 12:00', toHousing])
      .when(who.housingCoordinator, '2026-11-23 13:00', bounce)
      .becomes({ frozen: true, status: 'unrouted' })
      .tells([who.office, 'frozen']);
    expect(frozen.bounces).toHaveLength(2);
    given(frozen)
      .when(who.secretary, '2026-11-23 14:00', toLand)
      .thenRefused('frozen-office-only', { count: 2 });
    given(frozen).when(who.office, '2026-11-23 14:00', toLand).becomes({ status: 'unsigned', frozen: true });
    given(frozen).when(who.leader, '2026-11-23 14:00', toLand).becomes({ status: 'unsigned' });
  });

  test('after the office decided, the unit names its person but cannot send it round again', () => {
    const decided = given(frozen, [who.office, '2026-11-23 14:00', toLand]);
    decided.when(who.landCoordinator, '2026-11-23 15:00', bounce).thenRefused('frozen-office-only');
    decided
      .when(who.landCoordinator, '2026-11-23 15:00', {
        verb: 'route',
        unitId: LAND,
        assigneeId: who.landMember,
      })
      .becomes({ assigneeId: who.landMember });
  });

  test('one more run of the ladder begins, and the deadline rungs already heard stay heard', () => {
    const heard = {
      ...unsigned,
      ladder: { ...unsigned.ladder, fired: ['unsigned-1' as const, 'yellow' as const] },
    };
    const { ladder } = given(heard).when(who.landCoordinator, '2026-11-30 11:00', bounce).issue;
    expect(ladder).toMatchObject({ generation: 2, fired: ['yellow'], startedAt: at('2026-11-30 11:00') });
  });

  test('the limit is the one the issue started with', () => {
    const strict = { ...unsigned, rules: { ...town.settings.rules, bounceLimit: 1 } };
    given(strict).when(who.landCoordinator, '2026-11-23 11:00', bounce).becomes({ frozen: true });
  });
});
