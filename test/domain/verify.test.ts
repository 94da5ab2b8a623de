import { describe, expect, test } from 'vitest';
import type { IssueCommand } from '../../src/domain/issue.ts';
import { given, logged } from '../support/given.ts';
import { at, LAND, LAND_CATEGORY, MEILIXIN, TOWN, townWith, until, who } from '../support/town.ts';

const right: IssueCommand = { verb: 'verify', confirmed: true };
const wrong: IssueCommand = { verb: 'verify', confirmed: false, reason: '现场还有一半' };
const done: IssueCommand = { verb: 'report-done', result: '已清运完毕' };
const verifying = given(
  logged({ by: who.office }),
  [who.landCoordinator, '2026-11-23 11:00', { verb: 'sign' }],
  [who.landCoordinator, '2026-11-25 11:00', done],
).issue;
const closed = given(verifying, [who.secretary, '2026-11-25 15:00', right]).issue;

describe('核验', () => {
  test('属实 strikes the issue off, asks the enterprise to rate, tells the reporter, sets the look back', () => {
    given(verifying)
      .when(who.secretary, '2026-11-25 15:00', right)
      .becomes({
        status: 'closed',
        closedBy: who.secretary,
        closedAt: at('2026-11-25 15:00'),
        lookBackOn: '2026-12-09',
      })
      .tells([who.contact, 'rate'], [who.office, 'closed'])
      .records('verify');
  });

  test('enterprise contact, office and leader may; another unit and the doer may not', () => {
    for (const person of [who.contact, who.office, who.leader]) {
      given(verifying).when(person, '2026-11-25 15:00', right).becomes({ closedBy: person });
    }
    given(verifying).when(who.landCoordinator, '2026-11-25 15:00', right).thenRefused('may-not');
    given(verifying).when(who.housingHead, '2026-11-25 15:00', right).thenRefused('may-not');
  });

  test('never by the person who reported it done, whatever the role', () => {
    for (const person of [who.secretary, who.office]) {
      const own = given(logged(), [person, '2026-11-25 11:00', done]);
      own.when(person, '2026-11-25 12:00', right).thenRefused('own-report');
      own.when(person, '2026-11-25 12:00', wrong).thenRefused('own-report');
    }
  });

  test('不属实 returns it with the reason, counts, and tells the doer', () => {
    given(verifying)
      .when(who.contact, '2026-11-25 15:00', wrong)
      .becomes({
        status: 'working',
        falseCloses: 1,
        doneAt: null,
        doneBy: null,
        result: null,
        closedAt: null,
      })
      .tells([who.landCoordinator, 'false-close']);
    given(verifying)
      .when(who.contact, '2026-11-25 15:00', { ...wrong, reason: '' } as IssueCommand)
      .thenRefused('reason-needed');
  });

  test('a second 属实 hears who was first; what was not reported done cannot be verified', () => {
    given(closed)
      .when(who.contact, '2026-11-25 16:00', right)
      .thenRefused('already-done', { byId: who.secretary });
    given(logged())
      .when(who.contact, '2026-11-25 16:00', right)
      .thenRefused('wrong-status', { status: 'unsigned' });
  });
});

describe('重开', () => {
  test('the same number back at work, the default limit from now, a fresh ladder', () => {
    const outcome = given(closed)
      .when(who.contact, '2026-12-09 10:00', { verb: 'reopen', reason: '又堆满了' })
      .becomes({
        id: closed.id,
        status: 'working',
        reopens: 1,
        closedAt: null,
        doneBy: null,
        lookBackOn: null,
      })
      .tells([who.landCoordinator, 'reopened']);
    expect(outcome.issue.deadline).toMatchObject({ day: '2026-12-16', phrase: '默认5个工作日' });
    expect(outcome.issue.ladder).toMatchObject({ fired: [], startedAt: at('2026-12-09 10:00') });
  });

  test('the limit is that of the category, halved on the green channel', () => {
    const facts = {
      projectId: MEILIXIN,
      categoryId: LAND_CATEGORY,
      unitId: null,
      onTheSpot: true,
      by: who.office,
    };
    const outcome = given(logged(facts)).when(who.office, '2026-12-09 10:00', {
      verb: 'reopen',
      reason: '又来了',
    });
    outcome.becomes({ status: 'unsigned', unitId: LAND, onTheSpot: false });
    expect(outcome.issue.deadline).toMatchObject({ day: '2026-12-15', phrase: '默认4个工作日' });
  });

  test('solved on the spot without a unit it goes to the office', () => {
    given(logged({ unitId: null, onTheSpot: true }))
      .when(who.secretary, '2026-12-09 10:00', { verb: 'reopen', reason: '又来了' })
      .becomes({ status: 'unrouted' })
      .tells([who.office, 'reopened']);
  });

  test('needs a reason and a closed issue, and somebody who may verify or logged it', () => {
    given(closed)
      .when(who.contact, '2026-12-09 10:00', { verb: 'reopen', reason: '' })
      .thenRefused('reason-needed');
    given(verifying)
      .when(who.contact, '2026-12-09 10:00', { verb: 'reopen', reason: '又来了' })
      .thenRefused('wrong-status');
    given(closed)
      .when(who.landMember, '2026-12-09 10:00', { verb: 'reopen', reason: '又来了' })
      .thenRefused('may-not');
  });

  test('can be rated again after the next strike-off', () => {
    const again = given(
      closed,
      [who.contact, '2026-11-26 10:00', { verb: 'rate', score: 'fairly' }],
      [who.contact, '2026-12-09 10:00', { verb: 'reopen', reason: '又堆满了' }],
      [who.landMember, '2026-12-10 10:00', done],
      [who.office, '2026-12-10 11:00', right],
    );
    again.when(who.contact, '2026-12-10 12:00', { verb: 'rate', score: 'satisfied' }).becomes({ reopens: 1 });
  });
});

describe('作废', () => {
  const empty: IssueCommand = { verb: 'void', reason: '误报' };

  test('by reporter or office, with a reason; who had to act is told', () => {
    given(logged())
      .when(who.secretary, '2026-11-23 11:00', empty)
      .becomes({ status: 'void' })
      .tells([who.landCoordinator, 'voided']);
    given(logged())
      .when(who.office, '2026-11-23 11:00', empty)
      .tells([who.landCoordinator, 'voided'], [who.secretary, 'voided']);
    given(logged()).when(who.landCoordinator, '2026-11-23 11:00', empty).thenRefused('may-not');
    given(logged())
      .when(who.office, '2026-11-23 11:00', { verb: 'void', reason: '' })
      .thenRefused('reason-needed');
  });

  test('while it stands still, ends the standstill: no clock runs on in what is over', () => {
    const paused = given(
      logged(),
      [
        who.landMember,
        '2026-11-24 10:00',
        { verb: 'request-pause', expected: '2026-12-07', reason: '等', chaserId: who.landHead },
      ],
      [who.office, '2026-11-24 11:00', { verb: 'decide-request', approve: true }],
    );
    const { issue } = paused.when(who.office, '2026-11-26 10:00', empty).becomes({ status: 'void' });
    expect(issue.pauses[0]?.until).toBe(at('2026-11-26 10:00'));
  });

  test('not what is struck off, not twice', () => {
    given(closed).when(who.office, '2026-11-26 11:00', empty).thenRefused('wrong-status');
    given(logged(), [who.office, '2026-11-23 11:00', empty])
      .when(who.office, '2026-11-23 11:01', empty)
      .thenRefused('already-done');
  });
});

describe('评价 and 固化措施', () => {
  test('the enterprise rates once; 不满意 says why and goes to the office', () => {
    given(closed)
      .when(who.contact, '2026-11-26 10:00', { verb: 'rate', score: 'satisfied' })
      .becomes({
        satisfaction: { score: 'satisfied', reason: null, byId: who.contact, at: at('2026-11-26 10:00') },
      })
      .tells();
    given(closed)
      .when(who.contact, '2026-11-26 10:00', { verb: 'rate', score: 'unsatisfied' })
      .thenRefused('reason-needed');
    given(closed)
      .when(who.contact, '2026-11-26 10:00', { verb: 'rate', score: 'unsatisfied', reason: '拖了太久' })
      .tells([who.office, 'unsatisfied']);
    given(closed, [who.contact, '2026-11-26 10:00', { verb: 'rate', score: 'fairly', reason: '还行' }])
      .when(who.contact, '2026-11-26 11:00', { verb: 'rate', score: 'satisfied' })
      .thenRefused('already-rated');
    given(closed)
      .when(who.secretary, '2026-11-26 10:00', { verb: 'rate', score: 'satisfied' })
      .thenRefused('may-not');
    given(verifying)
      .when(who.contact, '2026-11-26 10:00', { verb: 'rate', score: 'satisfied' })
      .thenRefused('wrong-status');
  });

  test('a measure is one line after the end, and can be put better', () => {
    const first = given(closed).when(who.landMember, '2026-11-26 10:00', {
      verb: 'write-measure',
      text: '签长期清运合同',
    });
    first.becomes({ measure: '签长期清运合同' });
    given(first.issue)
      .when(who.office, '2026-11-26 11:00', { verb: 'write-measure', text: '每周清运' })
      .becomes({ measure: '每周清运' });
    given(closed)
      .when(who.landMember, '2026-11-26 10:00', { verb: 'write-measure', text: ' ' })
      .thenRefused('text-needed');
    given(verifying)
      .when(who.landMember, '2026-11-26 10:00', { verb: 'write-measure', text: '好' })
      .thenRefused('wrong-status');
  });
});

test('the look back follows the working days and the rules the issue started with', () => {
  const rules = { ...TOWN.settings.rules, lookBackDays: 3 };
  const strict = townWith({ settings: { ...TOWN.settings, rules } });
  expect(logged({ directory: strict, deadline: until('2026-11-27') }).rules.lookBackDays).toBe(3);
  given({ ...verifying, rules })
    .when(who.office, '2026-11-27 10:00', right)
    .becomes({ lookBackOn: '2026-12-02' });
});
