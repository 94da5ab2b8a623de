import { describe, expect, test } from 'vitest';
import type { IssueCommand } from '../../src/domain/issue.ts';
import { lightOf, lightThresholds } from '../../src/domain/lights.ts';
import { given, logged } from '../support/given.ts';
import { at, town, until, who } from '../support/town.ts';

const urge: IssueCommand = { verb: 'urge' };
const appeal: IssueCommand = { verb: 'appeal', reason: '暴雨停工' };
const working = given(logged(), [who.landCoordinator, '2026-11-23 11:00', { verb: 'sign' }]).issue;
const appealed = given(working, [who.landCoordinator, '2026-11-30 10:00', appeal]).issue;

describe('催办', () => {
  test('goes to whoever must act: signer, office, chaser, verifier', () => {
    given(working)
      .when(who.secretary, '2026-11-24 10:00', urge)
      .tells([who.landCoordinator, 'urged'])
      .records('urge');
    given(logged({ unitId: null }))
      .when(who.secretary, '2026-11-24 10:00', urge)
      .tells([who.office, 'urged']);
    const verifying = given(working, [
      who.landMember,
      '2026-11-25 10:00',
      { verb: 'report-done', result: '好了' },
    ]);
    verifying
      .when(who.office, '2026-11-25 11:00', urge)
      .tells([who.contact, 'urged'], [who.secretary, 'urged']);
    const paused = given(
      working,
      [
        who.landMember,
        '2026-11-25 10:00',
        { verb: 'request-pause', expected: '2026-12-07', reason: '等', chaserId: who.landHead },
      ],
      [who.office, '2026-11-25 11:00', { verb: 'decide-request', approve: true }],
    );
    paused.when(who.leader, '2026-11-25 12:00', urge).tells([who.landHead, 'urged']);
  });

  test('once per person and working day: again the next, not on the weekend in between', () => {
    const once = given(working, [who.secretary, '2026-11-24 10:00', urge]);
    once.when(who.secretary, '2026-11-24 19:00', urge).thenRefused('urged-today');
    once.when(who.office, '2026-11-24 19:00', urge).tells([who.landCoordinator, 'urged']);
    once.when(who.secretary, '2026-11-25 08:00', urge).tells([who.landCoordinator, 'urged']);
    given(working, [who.secretary, '2026-11-28 10:00', urge])
      .when(who.secretary, '2026-11-30 10:00', urge)
      .thenRefused('urged-today');
  });

  test('not what is over, not by the enterprise', () => {
    const voided = given(working, [who.office, '2026-11-24 10:00', { verb: 'void', reason: '误报' }]);
    voided.when(who.secretary, '2026-11-24 11:00', urge).thenRefused('wrong-status');
    given(working).when(who.contact, '2026-11-24 11:00', urge).thenRefused('may-not');
  });

  test('the newest fifty urgings are kept', () => {
    const earlier = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ byId: 1000 + n, day: '2026-11-24', answered: false }));
    const kept = (count: number) =>
      given({ ...working, urges: earlier(count) }, [who.secretary, '2026-11-24 10:00', urge]).issue.urges;
    const mine = { byId: who.secretary, day: '2026-11-24', answered: false };
    expect(kept(49)).toEqual([...earlier(49), mine]);
    expect(kept(50)).toEqual([...earlier(50).slice(1), mine]);
  });

  test('never tells the person who urges', () => {
    given(working).when(who.landCoordinator, '2026-11-24 11:00', urge).tells();
  });
});

describe('收到', () => {
  const fired = { ...working, ladder: { ...working.ladder, fired: ['yellow' as const] } };

  test('needs a rung that was heard, and holds until it lapses', () => {
    given(working)
      .when(who.landCoordinator, '2026-11-30 10:00', { verb: 'acknowledge' })
      .thenRefused('nothing-to-acknowledge');
    const once = given(fired, [who.landCoordinator, '2026-11-30 10:00', { verb: 'acknowledge' }]);
    expect(once.issue.ladder).toMatchObject({
      acknowledgedAt: at('2026-11-30 10:00'),
      acknowledgedBy: who.landCoordinator,
    });
    once
      .when(who.landHead, '2026-12-01 10:00', { verb: 'acknowledge' })
      .thenRefused('already-done', { byId: who.landCoordinator });
    once.when(who.landHead, '2026-12-02 10:01', { verb: 'acknowledge' }).becomes({ status: 'working' });
  });

  test('nothing to acknowledge while somebody verifies', () => {
    given(fired, [who.landMember, '2026-11-30 10:00', { verb: 'report-done', result: '好了' }])
      .when(who.secretary, '2026-11-30 11:00', { verb: 'acknowledge' })
      .thenRefused('nothing-to-acknowledge');
  });
});

describe('申诉', () => {
  test('only against a yellow or red light, once', () => {
    given(working).when(who.landCoordinator, '2026-11-27 17:30', appeal).thenRefused('not-overdue');
    given(working)
      .when(who.landCoordinator, '2026-11-30 10:00', appeal)
      .becomes({
        appeal: {
          byId: who.landCoordinator,
          at: at('2026-11-30 10:00'),
          reason: '暴雨停工',
          decision: null,
          decidedBy: null,
          decidedAt: null,
        },
      })
      .tells([who.office, 'appealed']);
    given(appealed).when(who.landHead, '2026-11-30 11:00', appeal).thenRefused('already-appealed');
    given(working)
      .when(who.landCoordinator, '2026-11-30 10:00', { verb: 'appeal', reason: '' })
      .thenRefused('reason-needed');
  });

  test('until it is decided the light is what it was', () => {
    expect(lightOf(appealed, town, at('2026-11-30 10:00')).color).toBe('yellow');
  });

  test('exempt takes the light away and says so, refused leaves it', () => {
    const exempt = given(appealed)
      .when(who.office, '2026-12-01 10:00', { verb: 'decide-appeal', exempt: true })
      .tells([who.landCoordinator, 'appeal-decided']).issue;
    expect(lightOf(exempt, town, at('2026-12-20 10:00'))).toMatchObject({
      color: 'green',
      reason: { code: 'exempt' },
    });
    expect(lightThresholds(exempt, town)).toEqual({
      blueAt: null,
      yellowAt: null,
      redAt: null,
      deepRedAt: null,
    });
    const refused = given(appealed).when(who.office, '2026-12-01 10:00', {
      verb: 'decide-appeal',
      exempt: false,
    }).issue;
    expect(lightOf(refused, town, at('2026-12-04 10:00')).color).toBe('red');
  });

  test('the office decides, once; a new deadline is a new run', () => {
    given(appealed)
      .when(who.leader, '2026-12-01 10:00', { verb: 'decide-appeal', exempt: true })
      .thenRefused('may-not');
    const decided = given(appealed, [
      who.office,
      '2026-12-01 10:00',
      { verb: 'decide-appeal', exempt: true },
    ]);
    decided
      .when(who.office, '2026-12-01 11:00', { verb: 'decide-appeal', exempt: false })
      .thenRefused('nothing-pending');
    given(working)
      .when(who.office, '2026-12-01 11:00', { verb: 'decide-appeal', exempt: true })
      .thenRefused('nothing-pending');
    decided
      .when(who.office, '2026-12-01 11:00', { verb: 'correct', deadline: until('2026-12-02') })
      .becomes({ appeal: null });
  });
});

test('上会 once, and not what is over', () => {
  const on = given(working, [who.secretary, '2026-11-24 10:00', { verb: 'put-on-agenda' }]);
  expect(on.issue.onAgenda).toBe(true);
  on.when(who.office, '2026-11-24 11:00', { verb: 'put-on-agenda' }).thenRefused('already-done');
  given(working).when(who.contact, '2026-11-24 11:00', { verb: 'put-on-agenda' }).thenRefused('may-not');
});
