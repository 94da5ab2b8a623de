import { describe, expect, test } from 'vitest';
import type { IssueCommand } from '../../src/domain/issue.ts';
import { decideTick } from '../../src/domain/ladder.ts';
import { lightOf } from '../../src/domain/lights.ts';
import { given, logged } from '../support/given.ts';
import { at, HOLLOW, town, until, who } from '../support/town.ts';

const extend: IssueCommand = { verb: 'request-extension', to: until('2026-12-04'), reason: '等测绘' };
const pause: IssueCommand = {
  verb: 'request-pause',
  expected: '2026-12-07',
  reason: '等省厅批复',
  chaserId: who.landHead,
};
const yes: IssueCommand = { verb: 'decide-request', approve: true };
const no: IssueCommand = { verb: 'decide-request', approve: false, note: '不充分' };

/** Due on Friday 2026-11-27 17:30. */
const working = given(logged(), [who.landCoordinator, '2026-11-23 11:00', { verb: 'sign' }]).issue;
const asked = given(working, [who.landCoordinator, '2026-11-25 10:00', extend]).issue;
const paused = given(
  working,
  [who.landCoordinator, '2026-11-24 10:00', pause],
  [who.office, '2026-11-26 10:00', yes],
).issue;

describe('延期', () => {
  test('is asked of the office', () => {
    given(working)
      .when(who.landCoordinator, '2026-11-25 10:00', extend)
      .becomes({
        pending: {
          kind: 'extension',
          byId: who.landCoordinator,
          at: at('2026-11-25 10:00'),
          reason: '等测绘',
          to: until('2026-12-04'),
        },
      })
      .becomes({ deadline: working.deadline })
      .tells([who.office, 'to-approve']);
  });

  test('only before the deadline, to a later day, with a reason, one at a time', () => {
    given(working).when(who.landCoordinator, '2026-11-27 17:31', extend).thenRefused('after-deadline');
    given(working).when(who.landCoordinator, '2026-11-27 17:30', extend).becomes({ status: 'working' });
    given(working)
      .when(who.landCoordinator, '2026-11-25 10:00', { ...extend, to: working.deadline } as IssueCommand)
      .thenRefused('deadline-not-later');
    given(working)
      .when(who.landCoordinator, '2026-11-25 10:00', { ...extend, reason: '' } as IssueCommand)
      .thenRefused('reason-needed');
    given(asked).when(who.landCoordinator, '2026-11-25 11:00', extend).thenRefused('request-pending');
    given(asked).when(who.landCoordinator, '2026-11-25 11:00', pause).thenRefused('request-pending');
    given(working).when(who.contact, '2026-11-25 11:00', extend).thenRefused('may-not');
  });

  test('asking for time without having signed counts as signing', () => {
    given(logged())
      .when(who.landMember, '2026-11-24 10:00', extend)
      .becomes({ status: 'working', assigneeId: who.landMember })
      .records('sign', 'request-extension');
  });

  test('asked by secretary or office it does not sign for the unit, which can still send it back', () => {
    for (const by of [who.secretary, who.office]) {
      const waiting = given(logged())
        .when(by, '2026-11-24 10:00', extend)
        .becomes({ status: 'unsigned', signedAt: null })
        .records('request-extension').issue;
      given(waiting)
        .when(who.office, '2026-11-24 11:00', yes)
        .becomes({ status: 'unsigned', deadline: until('2026-12-04') });
      given(waiting)
        .when(who.landCoordinator, '2026-11-24 11:00', { verb: 'bounce', reason: '不归我们' })
        .becomes({ status: 'unrouted', pending: null });
    }
  });

  test('while it waits the issue is not shown overdue', () => {
    expect(lightOf(asked, town, at('2026-12-03 10:00'))).toMatchObject({
      color: 'blue',
      reason: { code: 'pending' },
    });
    expect(lightOf(working, town, at('2026-12-03 10:00')).color).toBe('red');
  });

  test('approved it is measured against the new date, the first date stays, the ladder begins anew', () => {
    const outcome = given(asked)
      .when(who.office, '2026-11-30 10:00', yes)
      .becomes({ pending: null, deadline: until('2026-12-04'), originalDeadline: working.deadline })
      .tells([who.landCoordinator, 'extension-approved']);
    expect(outcome.issue.ladder.generation).toBe(asked.ladder.generation + 1);
    expect(lightOf(outcome.issue, town, at('2026-11-30 10:00')).color).toBe('green');
    const again: IssueCommand = { ...extend, to: until('2026-12-11') } as IssueCommand;
    given(outcome.issue, [who.landMember, '2026-12-01 10:00', again])
      .when(who.leader, '2026-12-01 11:00', yes)
      .becomes({ deadline: until('2026-12-11'), originalDeadline: working.deadline });
  });

  test('refused the old date holds at once', () => {
    const outcome = given(asked)
      .when(who.office, '2026-11-30 10:00', no)
      .becomes({ pending: null, deadline: working.deadline, originalDeadline: null })
      .tells([who.landCoordinator, 'extension-refused']);
    expect(lightOf(outcome.issue, town, at('2026-11-30 10:00')).color).toBe('yellow');
  });

  test('the office and leaders decide, nobody else, and only once', () => {
    given(asked).when(who.secretary, '2026-11-25 11:00', yes).thenRefused('may-not');
    given(asked).when(who.landHead, '2026-11-25 11:00', yes).thenRefused('may-not');
    given(asked, [who.office, '2026-11-25 11:00', yes])
      .when(who.office, '2026-11-25 11:01', yes)
      .thenRefused('nothing-pending');
  });
});

describe('挂账', () => {
  test('approved it stands still from the moment it was asked for; asker and chaser are told', () => {
    given(working, [who.landCoordinator, '2026-11-24 10:00', pause])
      .when(who.office, '2026-11-26 10:00', yes)
      .becomes({ status: 'paused', pending: null })
      .tells([who.landCoordinator, 'pause-approved'], [who.landHead, 'pause-approved']);
    expect(paused.pauses).toEqual([
      {
        from: at('2026-11-24 10:00'),
        expected: '2026-12-07',
        until: null,
        reason: '等省厅批复',
        chaserId: who.landHead,
        approvedBy: who.office,
      },
    ]);
  });

  test('a paused issue is never overdue and says how long it waits', () => {
    expect(lightOf(paused, town, at('2026-12-04 10:00'))).toMatchObject({
      color: 'paused',
      overdueDays: null,
      reason: { code: 'paused', days: 8, expected: '2026-12-07' },
    });
  });

  test('needs a day to come and a reason', () => {
    given(working)
      .when(who.landCoordinator, '2026-11-24 10:00', { ...pause, expected: '2026-11-24' } as IssueCommand)
      .thenRefused('deadline-past');
    given(working)
      .when(who.landCoordinator, '2026-11-24 10:00', { ...pause, reason: ' ' } as IssueCommand)
      .thenRefused('reason-needed');
  });

  test('refused the clock has run on', () => {
    given(working, [who.landCoordinator, '2026-11-24 10:00', pause])
      .when(who.office, '2026-11-26 10:00', no)
      .becomes({ status: 'working', pauses: [], deadline: working.deadline })
      .tells([who.landCoordinator, 'pause-refused']);
  });

  test('asked for when already overdue, the light stays as it was until the office decides', () => {
    const late = given(working, [who.landCoordinator, '2026-11-30 10:00', pause]).issue;
    expect(lightOf(late, town, at('2026-12-04 10:00')).color).toBe('yellow');
  });

  test('at most twice per item', () => {
    const twice = given(
      paused,
      [who.office, '2026-11-27 10:00', { verb: 'resume' }],
      [who.landCoordinator, '2026-11-27 11:00', pause],
      [who.office, '2026-11-27 12:00', yes],
      [who.office, '2026-11-30 10:00', { verb: 'resume' }],
    );
    twice.when(who.landCoordinator, '2026-11-30 11:00', pause).thenRefused('pause-limit', { limit: 2 });
  });
});

describe('恢复', () => {
  test('moves the deadline by the working days it stood still and starts a new run', () => {
    const outcome = given(paused)
      .when(who.landHead, '2026-11-30 10:00', { verb: 'resume' })
      .becomes({ status: 'working' })
      .tells([who.landCoordinator, 'resumed'])
      .records('resume');
    // Tuesday 24 to Monday 30: four working days.
    expect(outcome.issue.deadline).toMatchObject({ day: '2026-12-03', at: at('2026-12-03 17:30') });
    expect(outcome.issue.pauses[0]?.until).toBe(at('2026-11-30 10:00'));
    expect(outcome.issue.ladder.generation).toBe(paused.ladder.generation + 1);
  });

  test('by office, secretary or chaser; only what is paused', () => {
    for (const person of [who.office, who.secretary]) {
      given(paused).when(person, '2026-11-30 10:00', { verb: 'resume' }).becomes({ status: 'working' });
    }
    given(paused).when(who.landCoordinator, '2026-11-30 10:00', { verb: 'resume' }).thenRefused('may-not');
    given(working).when(who.office, '2026-11-30 10:00', { verb: 'resume' }).thenRefused('wrong-status');
  });

  test('by itself on the morning of the expected day, nothing earlier', () => {
    const early = decideTick(paused, { now: at('2026-12-07 08:30'), directory: town });
    expect(early).toBeNull();
    const decision = decideTick(paused, { now: at('2026-12-07 08:31'), directory: town });
    expect(decision).toMatchObject({
      issue: {
        status: 'working',
        deadline: { day: '2026-12-10' },
        pauses: [{ until: at('2026-12-07 08:31') }],
      },
      events: [{ verb: 'auto-resume' }],
      effects: [{ personId: who.landCoordinator, reason: 'resumed' }],
    });
  });

  test('what nobody had signed for waits for that again, its signing clock anew', () => {
    const unsigned = given(
      logged(),
      [who.secretary, '2026-11-24 10:00', pause],
      [who.office, '2026-11-24 11:00', yes],
    ).issue;
    given(unsigned)
      .when(who.office, '2026-12-01 09:00', { verb: 'resume' })
      .becomes({ status: 'unsigned', routedAt: at('2026-12-01 09:00'), signedAt: null });
    given(unsigned)
      .when(who.landCoordinator, '2026-12-01 09:00', { verb: 'report-done', result: '已批复' })
      .becomes({ status: 'verifying', signedAt: at('2026-12-01 09:00') })
      .records('resume', 'sign', 'report-done');
    const woken = decideTick(unsigned, { now: at('2026-12-07 08:31'), directory: town });
    expect(woken).toMatchObject({ issue: { status: 'unsigned', routedAt: at('2026-12-07 08:31') } });
  });

  test('expected on a day off it resumes on the next working morning', () => {
    const saturday = { ...paused, pauses: paused.pauses.map((one) => ({ ...one, expected: '2026-12-05' })) };
    expect(decideTick(saturday, { now: at('2026-12-05 10:00'), directory: town })).toBeNull();
    expect(decideTick(saturday, { now: at('2026-12-07 08:31'), directory: town })).not.toBeNull();
  });

  test('late after an outage, the pause still ends when it was to end', () => {
    const decision = decideTick(paused, { now: at('2026-12-09 10:00'), directory: town });
    expect(decision?.issue.deadline.day).toBe('2026-12-10');
  });

  test('solved while paused: reported done straight away, the clock started again first', () => {
    given(paused)
      .when(who.landCoordinator, '2026-11-30 10:00', { verb: 'report-done', result: '省厅已批' })
      .becomes({ status: 'verifying' })
      .records('resume', 'report-done');
  });
});

test('a unit without anybody leaves telling to the office', () => {
  const hollow = given(logged({ unitId: HOLLOW }), [who.office, '2026-11-23 11:00', { verb: 'sign' }]).issue;
  given(
    hollow,
    [who.secretary, '2026-11-24 10:00', { ...pause, chaserId: who.secretary } as IssueCommand],
    [who.leader, '2026-11-24 11:00', yes],
  )
    .when(who.secretary, '2026-11-25 10:00', { verb: 'resume' })
    .tells([who.office, 'rung-empty']);
});
