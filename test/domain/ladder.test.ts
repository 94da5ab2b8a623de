import { describe, expect, test } from 'vitest';
import type { Directory } from '../../src/domain/directory.ts';
import { decideTick, planIssue } from '../../src/domain/ladder.ts';
import { run } from '../support/clock-run.ts';
import { given, logged } from '../support/given.ts';
import { at, HOLLOW, HOUSING, MEILIXIN, POWER, TOWN, town, townWith, until, who } from '../support/town.ts';

const sorted = (...people: number[]) => people.sort((a, b) => a - b);
const sign = { verb: 'sign' } as const;
const unsigned = logged();
const working = given(unsigned, [who.landMember, '2026-11-23 11:00', sign]).issue;

describe('未转办', () => {
  test('tells the office the same day at 17:00, once', () => {
    const { heard } = run(logged({ unitId: null, deadline: until('2026-12-31') }), '2026-12-11 00:00');
    expect(heard).toEqual([
      { at: at('2026-11-23 17:00'), rung: 'unrouted', people: [who.office], reasons: ['rung-unrouted'] },
    ]);
  });

  test('what came in after 17:00 or on a day off waits for 17:00 of the next working day', () => {
    for (const when of ['2026-11-27 17:00', '2026-11-28 09:00']) {
      const late = logged({ unitId: null, at: when, deadline: until('2026-12-31') });
      expect(planIssue(late, town).nextAt).toBe(at('2026-11-30 17:00'));
    }
  });

  test('again after it was sent back', () => {
    const back = given(unsigned, [
      who.landMember,
      '2026-11-25 10:00',
      { verb: 'bounce', reason: '不归我们' },
    ]).issue;
    expect(planIssue({ ...back, deadline: until('2026-12-31') }, town).nextAt).toBe(at('2026-11-25 17:00'));
  });
});

describe('补发', () => {
  // Owed on Tuesday at 10:00, one working day after it was logged.
  const slow = logged({ deadline: until('2026-12-31') });
  const marks = (when: string) =>
    decideTick(slow, { now: at(when), directory: town })?.effects.map((one) => 'late' in one && one.late);

  test('what comes up to a quarter of an hour after it was owed is in time, a minute more is late', () => {
    expect(marks('2026-11-24 10:15')).toEqual([false]);
    expect(marks('2026-11-24 10:16')).toEqual([true]);
  });
});

describe('未签收', () => {
  const slow = logged({ deadline: until('2026-12-31') });

  test('the coordinator after one working day, the head after two', () => {
    expect(run(slow, '2026-12-11 00:00').heard).toEqual([
      {
        at: at('2026-11-24 10:00'),
        rung: 'unsigned-1',
        people: [who.landCoordinator],
        reasons: ['rung-unsigned-1'],
      },
      {
        at: at('2026-11-25 10:00'),
        rung: 'unsigned-2',
        people: [who.landHead],
        reasons: ['rung-unsigned-2'],
      },
    ]);
  });

  test('the person named hears beside the coordinator', () => {
    const named = logged({ deadline: until('2026-12-31'), assigneeId: who.landMember });
    expect(run(named, '2026-11-24 12:00').heard[0]?.people).toEqual(
      sorted(who.landCoordinator, who.landMember),
    );
  });

  test('routed on Saturday counts from Monday morning', () => {
    const saturday = logged({ at: '2026-11-28 10:00', deadline: until('2026-12-31') });
    // 09:00 of the day after, told with its digest.
    expect(planIssue(saturday, town).nextAt).toBe(at('2026-12-01 08:31'));
  });

  test('a unit without coordinator: its head at once, and the office hears why', () => {
    const { heard } = run(logged({ unitId: POWER, deadline: until('2026-12-31') }), '2026-11-24 12:00');
    expect(heard[0]).toMatchObject({ people: [who.powerHead], reasons: ['rung-unsigned-1', 'rung-empty'] });
    const told = decideTick(logged({ unitId: POWER, deadline: until('2026-12-31') }), {
      now: at('2026-11-24 10:00'),
      directory: town,
    });
    expect(told?.effects).toContainEqual({
      kind: 'notify',
      personId: who.office,
      reason: 'rung-empty',
      note: '联络员',
    });
  });
});

describe('the deadline', () => {
  test('each rung once, each with those below it', () => {
    expect(run(working, '2027-01-31 00:00').heard).toEqual([
      { at: at('2026-11-25 08:31'), rung: 'blue', people: [who.landMember], reasons: ['rung-blue'] },
      {
        at: at('2026-11-27 17:30') + 1,
        rung: 'yellow',
        people: sorted(who.landMember, who.landHead, who.secretary),
        reasons: ['rung-yellow'],
      },
      {
        at: at('2026-12-03 08:31'),
        rung: 'red',
        people: sorted(who.landMember, who.landHead, who.secretary, who.projectLeader),
        reasons: ['rung-red'],
      },
      {
        at: at('2026-12-08 08:31'),
        rung: 'deep-red',
        people: sorted(who.landMember, who.landHead, who.secretary, who.projectLeader, who.principal),
        reasons: ['rung-deep-red'],
      },
    ]);
  });

  test('without a leader of the project the leader of the area hears red', () => {
    const { heard } = run(
      logged({ by: who.office, projectId: MEILIXIN, unitId: HOUSING }),
      '2026-12-03 09:00',
    );
    expect(heard.at(-1)).toMatchObject({
      rung: 'red',
      people: sorted(who.housingCoordinator, who.housingHead, who.leader),
    });
  });

  test('a rung with nobody passes to the next at once and tells the office', () => {
    const hollow = logged({ by: who.office, projectId: MEILIXIN, unitId: HOLLOW });
    const yellow = run(hollow, '2026-11-27 18:00').heard.at(-1);
    expect(yellow).toMatchObject({
      rung: 'yellow',
      people: [who.leader],
      reasons: ['rung-yellow', 'rung-empty'],
    });
  });

  test('with nobody at all above, the office still hears', () => {
    const bare = townWith({ grants: TOWN.grants.filter((grant) => grant.role === 'office') });
    const hollow = logged({ by: who.office, projectId: MEILIXIN, unitId: HOLLOW, directory: bare });
    const decision = decideTick(hollow, { now: at('2026-12-08 09:00'), directory: bare });
    expect(decision?.effects).toContainEqual(
      expect.objectContaining({ personId: who.office, reason: 'rung-empty' }),
    );
  });

  test('taken on when already near due, the reminder comes next morning, or never when that is too late', () => {
    const short = given(logged({ at: '2026-11-26 10:00' }), [who.landMember, '2026-11-26 11:00', sign]).issue;
    expect(run(short, '2026-11-27 12:00').heard).toMatchObject([
      { at: at('2026-11-27 08:31'), rung: 'blue' },
    ]);
    const today = logged({ at: '2026-11-27 10:00' });
    expect(run(today, '2026-11-27 18:00').heard.map((one) => one.rung)).toEqual(['yellow']);
  });

  test('加急 for red and deep red only where the setting allows', () => {
    const loud = townWith({ settings: { ...TOWN.settings, urgentApp: true } });
    const urgent = (directory: Directory, now: string) =>
      decideTick(working, { now: at(now), directory })?.effects.some(
        (one) => one.kind === 'notify' && one.urgent === true,
      );
    expect(urgent(loud, '2026-12-03 09:00')).toBe(true);
    expect(urgent(loud, '2026-11-30 09:00')).toBe(false);
    expect(urgent(town, '2026-12-03 09:00')).toBe(false);
  });
});

describe('when nothing is heard', () => {
  test('outside sendable time, which begins at 08:31 of a working day', () => {
    for (const when of ['2026-11-28 10:00', '2026-11-30 08:30', '2026-11-27 20:00']) {
      expect(decideTick(working, { now: at(when), directory: town })).toBeNull();
    }
    expect(decideTick(working, { now: at('2026-11-30 08:31'), directory: town })).not.toBeNull();
  });

  test('while the office has a request to decide, while somebody verifies, after the end', () => {
    const asked = given(working, [
      who.landMember,
      '2026-11-24 10:00',
      { verb: 'request-extension', to: until('2026-12-04'), reason: '等' },
    ]);
    expect(planIssue(asked.issue, town).nextAt).toBeNull();
    const verifying = given(working, [
      who.landMember,
      '2026-11-24 10:00',
      { verb: 'report-done', result: '好了' },
    ]);
    expect(planIssue(verifying.issue, town).nextAt).toBeNull();
    const voided = given(working, [who.office, '2026-11-24 10:00', { verb: 'void', reason: '误报' }]);
    expect(planIssue(voided.issue, town).nextAt).toBeNull();
  });

  test('what fell due in the night is not heard when the office was asked before the morning', () => {
    const evening = { ...working, deadline: until('2026-11-27 21:00') };
    const asked = given(evening, [
      who.landMember,
      '2026-11-28 10:00',
      { verb: 'request-pause', expected: '2026-12-07', reason: '等', chaserId: who.landHead },
    ]).issue;
    expect(decideTick(evening, { now: at('2026-11-30 08:31'), directory: town })).not.toBeNull();
    expect(decideTick(asked, { now: at('2026-11-30 08:31'), directory: town })).toBeNull();
  });

  test('a milder rung after a stronger one, even where the rules put them the wrong way round', () => {
    const odd = { ...working, rules: { ...working.rules, yellowDays: 6, deepRedDays: 3 } };
    expect(run(odd, '2027-01-31 00:00').heard.map((one) => one.rung)).toEqual(['blue', 'yellow', 'deep-red']);
  });

  test('before anything is due', () => {
    expect(decideTick(working, { now: at('2026-11-24 10:00'), directory: town })).toBeNull();
  });
});

describe('an outage', () => {
  test('only the highest rung is heard, by all who missed one, and the lower ones never again', () => {
    const decision = decideTick(unsigned, { now: at('2026-12-03 10:00'), directory: town });
    expect(decision?.events).toMatchObject([
      { verb: 'rung', detail: { rung: 'red', also: ['unsigned-1', 'unsigned-2', 'blue', 'yellow'] } },
    ]);
    const people = decision?.effects.flatMap((one) => (one.kind === 'notify' ? [one.personId] : []));
    expect(people?.sort()).toEqual(
      [who.landCoordinator, who.landHead, who.secretary, who.projectLeader].sort(),
    );
    expect(run(decision!.issue, '2027-01-31 00:00').heard.map((one) => one.rung)).toEqual(['deep-red']);
  });
});

describe('收到', () => {
  const yellow = run(working, '2026-11-27 18:00').issue;

  test('holds the ladder for two working days, then it goes on', () => {
    const acknowledged = given(yellow, [who.landMember, '2026-12-02 10:00', { verb: 'acknowledge' }]).issue;
    expect(run(acknowledged, '2026-12-31 00:00').heard.map((one) => [one.rung, one.at])).toEqual([
      ['red', at('2026-12-04 10:00')],
      ['deep-red', at('2026-12-08 08:31')],
    ]);
  });

  test('a change counts anew, a remark does not', () => {
    const moved = given(
      yellow,
      [who.landMember, '2026-12-02 10:00', { verb: 'acknowledge' }],
      [who.landMember, '2026-12-03 15:00', { verb: 'progress', note: '车已到' }],
    ).issue;
    expect(planIssue(moved, town).nextAt).toBe(at('2026-12-07 15:00'));
    const remarked = given(
      yellow,
      [who.landMember, '2026-12-02 10:00', { verb: 'acknowledge' }],
      [who.office, '2026-12-03 15:00', { verb: 'urge' }],
    ).issue;
    expect(planIssue(remarked, town).nextAt).toBe(at('2026-12-04 10:00'));
  });
});

describe('回头看', () => {
  const closed = given(
    working,
    [who.landMember, '2026-11-25 10:00', { verb: 'report-done', result: '好了' }],
    [who.office, '2026-11-25 11:00', { verb: 'verify', confirmed: true }],
  ).issue;

  test('the verifier is asked once, on the morning of the day', () => {
    expect(planIssue(closed, town).nextAt).toBe(at('2026-12-09 08:31'));
    const decision = decideTick(closed, { now: at('2026-12-09 08:31'), directory: town });
    expect(decision).toMatchObject({
      events: [{ verb: 'look-back' }],
      effects: [{ personId: who.office, reason: 'look-back' }],
      issue: { lookBackOn: null, version: closed.version + 1 },
    });
    expect(planIssue(decision!.issue, town).nextAt).toBeNull();
  });

  test('a contact of another tenant cannot be written to, so the secretary is asked as well', () => {
    const decision = decideTick(
      { ...closed, closedBy: who.contact },
      { now: at('2026-12-09 08:31'), directory: town },
    );
    expect(decision?.effects.map((one) => one.kind === 'notify' && one.personId)).toEqual([
      who.contact,
      who.secretary,
    ]);
  });
});
