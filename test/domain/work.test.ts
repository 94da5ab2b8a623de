import { describe, expect, test } from 'vitest';
import type { IssueCommand } from '../../src/domain/issue.ts';
import { given, logged } from '../support/given.ts';
import { at, ELSEWHERE, HOLLOW, HOUSING, LAND, MEILIXIN, POWER, until, who } from '../support/town.ts';

const unsigned = logged();
const done: IssueCommand = { verb: 'report-done', result: '已清运完毕' };
const note: IssueCommand = { verb: 'progress', note: '已联系运输公司' };
const working = given(unsigned, [who.landCoordinator, '2026-11-23 11:00', { verb: 'sign' }]).issue;
const helped = given(working, [
  who.office,
  '2026-11-23 12:00',
  { verb: 'add-co-unit', unitId: HOUSING },
]).issue;

describe('进展', () => {
  test('is a note nobody is told about who did not ask', () => {
    given(working)
      .when(who.landMember, '2026-11-24 11:00', note)
      .becomes({ status: 'working' })
      .tells()
      .records('progress');
  });

  test('whoever urged hears of the next one, once', () => {
    const urged = given(working, [who.leader, '2026-11-24 09:00', { verb: 'urge' }]);
    const told = urged.when(who.landMember, '2026-11-24 11:00', note).tells([who.leader, 'progress']);
    given(told.issue).when(who.landMember, '2026-11-24 12:00', note).tells();
  });

  test('from the responsible unit it signs; from the secretary it does not', () => {
    given(unsigned)
      .when(who.landMember, '2026-11-23 11:00', note)
      .becomes({ status: 'working', assigneeId: who.landMember })
      .records('sign', 'progress');
    given(unsigned)
      .when(who.secretary, '2026-11-23 11:00', note)
      .becomes({ status: 'unsigned' })
      .records('progress');
  });

  test('needs words, at most 5,000 characters, and an issue that is not over', () => {
    given(working)
      .when(who.landMember, '2026-11-24 11:00', { verb: 'progress', note: '\n' })
      .thenRefused('text-needed');
    given(working)
      .when(who.landMember, '2026-11-24 11:00', { verb: 'progress', note: '好'.repeat(5001) })
      .thenRefused('text-too-long', { count: 5001, limit: 5000 });
    given(working)
      .when(who.landMember, '2026-11-24 11:00', { verb: 'progress', note: '好'.repeat(5000) })
      .records('progress');
    const voided = given(working, [who.office, '2026-11-24 11:00', { verb: 'void', reason: '误报' }]).issue;
    given(voided).when(who.landMember, '2026-11-24 12:00', note).thenRefused('wrong-status');
  });
});

describe('办结', () => {
  test('asks enterprise and secretary to verify', () => {
    given(working)
      .when(who.landCoordinator, '2026-11-25 11:00', done)
      .becomes({
        status: 'verifying',
        doneBy: who.landCoordinator,
        doneAt: at('2026-11-25 11:00'),
        result: '已清运完毕',
      })
      .tells([who.contact, 'to-verify'], [who.secretary, 'to-verify']);
  });

  test('asks the office where the project has nobody, or only the doer', () => {
    given(logged({ projectId: MEILIXIN, by: who.office }))
      .when(who.landCoordinator, '2026-11-25 11:00', done)
      .tells([who.office, 'to-verify']);
    given(working)
      .when(who.secretary, '2026-11-25 11:00', done)
      .tells([who.contact, 'to-verify'], [who.office, 'to-verify']);
  });

  test('without signing first counts as both', () => {
    given(unsigned)
      .when(who.landMember, '2026-11-23 11:00', done)
      .becomes({ status: 'verifying', assigneeId: who.landMember, signedAt: at('2026-11-23 11:00') })
      .records('sign', 'report-done');
  });

  test('needs one line of result', () => {
    given(working)
      .when(who.landMember, '2026-11-25 11:00', { verb: 'report-done', result: '' })
      .thenRefused('result-needed');
  });

  test('twice is answered with who was first', () => {
    given(working, [who.landMember, '2026-11-25 11:00', done])
      .when(who.landCoordinator, '2026-11-25 11:01', done)
      .thenRefused('already-done', { byId: who.landMember });
  });

  test('is not for other units, nor for what nobody is responsible for', () => {
    given(working).when(who.housingHead, '2026-11-25 11:00', done).thenRefused('may-not');
    given(logged({ unitId: null }))
      .when(who.office, '2026-11-25 11:00', done)
      .thenRefused('wrong-status');
  });

  test('a waiting request falls away and stands in the history', () => {
    const request: IssueCommand = { verb: 'request-extension', to: until('2026-12-04'), reason: '等测绘' };
    const asked = given(working, [who.landMember, '2026-11-25 10:00', request]);
    const outcome = asked.when(who.landMember, '2026-11-25 11:00', done).becomes({ pending: null });
    expect(outcome.decision).toMatchObject({ events: [{ detail: { dropped: { kind: 'extension' } } }] });
  });

  test('overdue work leaves its yellow run on record, work in time leaves none', () => {
    given(working).when(who.landMember, '2026-11-27 17:30', done).becomes({ pastYellows: [] });
    given(working)
      .when(who.landMember, '2026-11-30 09:00', done)
      .becomes({ pastYellows: [at('2026-11-27 17:30') + 1] });
  });
});

describe('协办', () => {
  test('a co-unit is told, once', () => {
    given(working)
      .when(who.office, '2026-11-23 12:00', { verb: 'add-co-unit', unitId: HOUSING })
      .becomes({ coUnits: [{ unitId: HOUSING, doneAt: null, doneBy: null }] })
      .tells([who.housingCoordinator, 'co-unit']);
    given(helped)
      .when(who.office, '2026-11-23 13:00', { verb: 'add-co-unit', unitId: HOUSING })
      .thenRefused('already-done');
    given(helped)
      .when(who.office, '2026-11-23 13:00', { verb: 'add-co-unit', unitId: LAND })
      .thenRefused('same-unit');
    given(helped)
      .when(who.office, '2026-11-23 13:00', { verb: 'add-co-unit', unitId: 999 })
      .thenRefused('unit-unknown');
    given(helped)
      .when(who.secretary, '2026-11-23 13:00', { verb: 'add-co-unit', unitId: HOLLOW })
      .tells([who.office, 'rung-empty']);
  });

  test('the lead cannot report done until all have ticked, and hears when they have', () => {
    const both = given(helped, [who.office, '2026-11-23 12:30', { verb: 'add-co-unit', unitId: POWER }]);
    both
      .when(who.landCoordinator, '2026-11-24 10:00', done)
      .thenRefused('co-units-open', { count: 2, names: '住建局、供电公司' });
    const first = both.when(who.housingHead, '2026-11-24 10:00', { verb: 'tick-co-unit' }).tells();
    const second = given(first.issue).when(who.powerHead, '2026-11-24 11:00', { verb: 'tick-co-unit' });
    second.tells([who.landCoordinator, 'co-units-done']);
    given(second.issue).when(who.landCoordinator, '2026-11-24 12:00', done).becomes({ status: 'verifying' });
  });

  test('only the office overrides', () => {
    const override: IssueCommand = { ...done, override: true } as IssueCommand;
    given(helped).when(who.landCoordinator, '2026-11-24 10:00', override).thenRefused('co-units-open');
    given(helped).when(who.secretary, '2026-11-24 10:00', override).thenRefused('co-units-open');
    given(helped).when(who.office, '2026-11-24 10:00', override).becomes({ status: 'verifying' });
  });

  test('each unit ticks its own; the office for one it names; nobody a unit that is none', () => {
    given(helped)
      .when(who.landCoordinator, '2026-11-24 10:00', { verb: 'tick-co-unit' })
      .thenRefused('may-not');
    given(helped)
      .when(who.housingHead, '2026-11-24 10:00', { verb: 'tick-co-unit', unitId: POWER })
      .thenRefused('co-unit-unknown');
    given(helped)
      .when(who.office, '2026-11-24 10:00', { verb: 'tick-co-unit' })
      .thenRefused('co-unit-unknown');
    given(helped)
      .when(who.office, '2026-11-24 10:00', { verb: 'tick-co-unit', unitId: HOUSING })
      .becomes({ coUnits: [{ unitId: HOUSING, doneAt: at('2026-11-24 10:00'), doneBy: who.office }] });
    given(helped, [who.housingHead, '2026-11-24 10:00', { verb: 'tick-co-unit' }])
      .when(who.housingCoordinator, '2026-11-24 11:00', { verb: 'tick-co-unit' })
      .thenRefused('already-done', { byId: who.housingHead });
    given(working)
      .when(who.office, '2026-11-24 10:00', { verb: 'tick-co-unit', unitId: ELSEWHERE })
      .thenRefused('co-unit-unknown');
  });
});
