import { describe, expect, test } from 'vitest';
import { settleLadder } from '../../src/domain/adopt-rules.ts';
import type { Issue, IssueCommand } from '../../src/domain/issue.ts';
import { headlineFor, isStillTrue } from '../../src/verbs/notices.ts';
import { run } from '../support/clock-run.ts';
import { given, logged } from '../support/given.ts';
import { at, town, townWith, until, who } from '../support/town.ts';

const sign: IssueCommand = { verb: 'sign' };
const working = given(logged(), [who.landMember, '2026-11-23 11:00', sign]).issue;
const blue = run(working, '2026-11-25 09:00').issue;
const yellow = run(working, '2026-11-27 18:00').issue;
const red = run(working, '2026-12-03 09:00').issue;

/** Whether the card of a rung, planned for `planned`, still leaves when the issue has become `now`. */
const leaves = (
  reason: Parameters<typeof isStillTrue>[0],
  planned: Issue,
  now: Issue,
  when: string,
  directory = town,
) => isStillTrue(reason, now, { generation: planned.ladder.generation, now: at(when), directory });
const then = (issue: Issue, ...steps: [number, string, IssueCommand][]) => given(issue, ...steps).issue;

describe('a waiting card of a rung', () => {
  test('leaves while the light burns, whoever acknowledged it', () => {
    expect(leaves('rung-blue', blue, blue, '2026-11-26 10:00')).toBe(true);
    expect(leaves('rung-yellow', yellow, yellow, '2026-11-30 08:31')).toBe(true);
    const taken = then(yellow, [who.landMember, '2026-11-27 18:30', { verb: 'acknowledge' }]);
    expect(leaves('rung-yellow', yellow, taken, '2026-11-30 08:31')).toBe(true);
  });

  test.each<[string, Issue, Issue]>([
    [
      'extended',
      blue,
      then(
        blue,
        [
          who.landMember,
          '2026-11-26 10:00',
          { verb: 'request-extension', to: until('2026-12-11'), reason: '等' },
        ],
        [who.office, '2026-11-26 19:00', { verb: 'decide-request', approve: true }],
      ),
    ],
    [
      'given another deadline',
      yellow,
      then(yellow, [who.office, '2026-11-27 19:00', { verb: 'correct', deadline: until('2026-12-04') }]),
    ],
    [
      'paused',
      yellow,
      then(
        yellow,
        [
          who.landMember,
          '2026-11-27 18:30',
          { verb: 'request-pause', expected: '2026-12-07', reason: '等', chaserId: who.landHead },
        ],
        [who.office, '2026-11-27 19:00', { verb: 'decide-request', approve: true }],
      ),
    ],
    [
      'reported done',
      yellow,
      then(yellow, [who.landMember, '2026-11-27 19:00', { verb: 'report-done', result: '好了' }]),
    ],
    [
      'exempted',
      yellow,
      then(
        yellow,
        [who.landMember, '2026-11-27 18:30', { verb: 'appeal', reason: '暴雨' }],
        [who.office, '2026-11-27 19:00', { verb: 'decide-appeal', exempt: true }],
      ),
    ],
    ['given up', yellow, then(yellow, [who.office, '2026-11-27 19:00', { verb: 'void', reason: '误报' }])],
  ])('does not when it was %s meanwhile', (_, planned, now) => {
    const reason = planned === blue ? 'rung-blue' : 'rung-yellow';
    expect(leaves(reason, planned, now, '2026-11-30 08:31')).toBe(false);
  });

  test('does not when a stronger light was told, nor when the light has gone back by itself', () => {
    expect(leaves('rung-yellow', yellow, red, '2026-12-03 10:00')).toBe(false);
    // Days off after the deadline: what was red on Thursday is yellow again.
    const holidays = ['2026-11-30', '2026-12-01'].map((day) => ({ day, kind: 'off' as const }));
    const closed = townWith({ holidays });
    const settled = { ...red, ladder: settleLadder(red, { now: at('2026-12-03 10:00'), directory: closed }) };
    expect(settled.ladder.fired).toEqual(['blue', 'yellow']);
    expect(leaves('rung-red', red, settled, '2026-12-03 10:00', closed)).toBe(false);
    expect(run(settled, '2026-12-07 09:00', closed).heard.map((one) => one.rung)).toEqual(['red']);
  });

  test('does not when it was signed, or goes to another unit', () => {
    const slow = run(logged({ deadline: until('2026-12-31') }), '2026-11-24 12:00').issue;
    expect(leaves('rung-unsigned-1', slow, slow, '2026-11-24 13:00')).toBe(true);
    const signed = then(slow, [who.landCoordinator, '2026-11-24 12:30', sign]);
    expect(leaves('rung-unsigned-1', slow, signed, '2026-11-24 13:00')).toBe(false);
    const back = then(slow, [
      who.landCoordinator,
      '2026-11-24 12:30',
      { verb: 'bounce', reason: '不归我们' },
    ]);
    const again = then(back, [who.office, '2026-11-24 12:40', { verb: 'route', unitId: 11 }]);
    expect(leaves('rung-unsigned-1', slow, again, '2026-11-24 13:00')).toBe(false);
  });

  test('of an older version, without a generation, is judged by the rest', () => {
    const old = { now: at('2026-11-30 08:31'), directory: town };
    expect(isStillTrue('rung-yellow', yellow, old)).toBe(true);
  });
});

describe('a headline is addressed to its reader', () => {
  const unsigned = logged();
  test.each<[Parameters<typeof headlineFor>[0], Issue, number, string]>([
    ['rung-deep-red', red, who.principal, '红灯：长期逾期，请您过问'],
    ['rung-deep-red', red, who.secretary, '红灯：长期逾期，已报主要领导'],
    ['rung-deep-red', red, who.landMember, '红灯：长期逾期，已报主要领导'],
    ['rung-unsigned-1', unsigned, who.landCoordinator, '转办满 1 个工作日未签收，请签收'],
    ['rung-unsigned-1', unsigned, who.landHead, '转办满 1 个工作日未签收，请督促'],
    ['rung-unsigned-2', unsigned, who.landHead, '多日未签收，请督促本单位签收'],
    ['rung-unsigned-2', unsigned, who.secretary, '多日未签收，请督促责任单位签收'],
    ['rung-red', red, who.secretary, '红灯：严重逾期'],
  ])('%s', (reason, issue, personId, headline) => {
    expect(headlineFor(reason, issue, personId, town)).toBe(headline);
  });

  test('where nobody is principal leader none is named', () => {
    const without = townWith({ grants: town.data.grants.filter((grant) => grant.role !== 'principal') });
    expect(headlineFor('rung-deep-red', red, who.secretary, without)).toBe('红灯：长期逾期');
  });
});
