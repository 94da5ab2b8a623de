import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leaderDigest, personDigest } from '../../src/domain/digest.ts';
import { digestRecipients, wantsDigest } from '../../src/domain/digest-recipients.ts';
import { type Handover, handoverProblem, handoverStep, resolveStandIns } from '../../src/domain/handover.ts';
import { actsFor, mustActNow } from '../../src/domain/issue-people.ts';
import { decideTick } from '../../src/domain/ladder.ts';
import { sortForPerson } from '../../src/domain/mine.ts';
import { addDays } from '../../src/domain/time.ts';
import { given, logged, say } from '../support/given.ts';
import { actorOf, at, TOWN, town, townWith, until, who, ZONE } from '../support/town.ts';

const standIn = (personId: number, deputyId: number, reachable = true) => ({ personId, deputyId, reachable });
const deputised = (...standIns: ReturnType<typeof standIn>[]) => townWith({ standIns });
const open = (facts: Partial<Handover>): Handover => ({
  id: 1,
  personId: 1,
  deputyId: 2,
  fromDay: '2026-12-01',
  untilDay: '2026-12-05',
  state: 'planned',
  madeBy: 1,
  beganAt: null,
  endedAt: null,
  nextAt: null,
  ...facts,
});
const TODAY = '2026-11-23';
const asked = (personId: number, deputyId: number, fromDay: string, untilDay: string) => ({
  personId,
  deputyId,
  fromDay,
  untilDay,
});

describe('making a handover', () => {
  test.each([
    ['oneself', asked(1, 1, '2026-12-01', '2026-12-02'), [], 'self'],
    ['a day that is over', asked(1, 2, '2026-11-22', '2026-12-02'), [], 'past'],
    ['ninety-one days', asked(1, 2, '2026-12-01', '2027-03-01'), [], 'too-long'],
    ['a start most of a year ahead', asked(1, 2, '2027-10-08', '2027-10-09'), [], 'too-far'],
    ['days of an earlier one', asked(1, 3, '2026-12-05', '2026-12-08'), [open({})], 'overlap'],
    ['a deputy who hands over to oneself', asked(2, 1, '2026-12-05', '2026-12-08'), [open({})], 'cycle'],
    [
      'a circle of three',
      asked(3, 1, '2026-12-02', '2026-12-03'),
      [open({}), open({ id: 2, personId: 2, deputyId: 3 })],
      'cycle',
    ],
  ] as const)('%s is refused', (_name, made, others, code) => {
    expect(handoverProblem(made, others, TODAY)?.code).toBe(code);
  });

  test.each([
    ['today alone', asked(1, 2, TODAY, TODAY), []],
    ['ninety days', asked(1, 2, '2026-12-01', '2027-02-28'), []],
    ['the day after an earlier one', asked(1, 3, '2026-12-06', '2026-12-08'), [open({})]],
    ['the other way round on other days', asked(2, 1, '2026-12-06', '2026-12-08'), [open({})]],
    [
      'a chain whose links share no day',
      asked(3, 1, '2026-12-01', '2026-12-05'),
      [open({ untilDay: '2026-12-02' }), open({ id: 2, personId: 2, deputyId: 3, fromDay: '2026-12-04' })],
    ],
  ] as const)('%s is accepted', (_name, made, others) => {
    expect(handoverProblem(made, others, TODAY)).toBeUndefined();
  });

  test('whatever is accepted, on no day does anybody stand in for themselves or nobody know who acts', () => {
    const day = fc.integer({ min: 0, max: 9 });
    const one = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), day, day);
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (tries) => {
        const made: Handover[] = [];
        for (const [personId, deputyId, a, b] of tries) {
          const days = { fromDay: addDays(TODAY, Math.min(a, b)), untilDay: addDays(TODAY, Math.max(a, b)) };
          if (handoverProblem({ ...days, personId, deputyId }, made, TODAY)) continue;
          made.push(open({ id: made.length + 1, personId, deputyId, ...days }));
        }
        for (let n = 0; n < 10; n++) {
          const today = addDays(TODAY, n);
          const active = made.filter((h) => h.fromDay <= today && today <= h.untilDay);
          const standIns = resolveStandIns(active);
          expect([...standIns.keys()].sort()).toEqual([...new Set(active.map((h) => h.personId))].sort());
          for (const [personId, deputyId] of standIns) {
            expect(deputyId).not.toBe(personId);
            expect(standIns.has(deputyId)).toBe(false);
          }
        }
      }),
    );
  });
});

describe('the clock', () => {
  const step = (state: Handover['state'], when: string) => handoverStep(open({ state }), at(when), ZONE);
  test('begins at midnight of the first day, ends after the last, drops what it missed altogether', () => {
    expect(step('planned', '2026-11-30 23:59')).toBeUndefined();
    expect(step('planned', '2026-12-01 00:00')).toBe('begin');
    expect(step('planned', '2026-12-05 23:59')).toBe('begin');
    expect(step('planned', '2026-12-06 00:00')).toBe('drop');
    expect(step('active', '2026-12-05 23:59')).toBeUndefined();
    expect(step('active', '2026-12-06 00:00')).toBe('end');
    expect(step('ended', '2026-12-06 00:00')).toBeUndefined();
  });
});

describe('while somebody stands in', () => {
  const town2 = deputised(standIn(who.landCoordinator, who.landMember));

  test('what is to sign goes to the deputy, who is named with whom they stand in for', () => {
    const must = mustActNow(logged(), town2);
    expect(must).toEqual({
      what: 'sign',
      personIds: [who.landMember],
      standIns: [{ deputyId: who.landMember, personId: who.landCoordinator }],
    });
  });

  test('what the deputy signs for stays with who is away, and history says who acted', () => {
    const signed = say(logged(), [who.landMember, '2026-11-23 11:00', { verb: 'sign' }], town2);
    if (!signed.ok) throw new Error(signed.refusal.code);
    expect(signed.issue.assigneeId).toBe(who.landCoordinator);
    expect(signed.events[0]!.detail).toMatchObject({ for: [who.landCoordinator] });
    // Back at the desk it is theirs again.
    expect(mustActNow(signed.issue, town)).toMatchObject({ what: 'work', personIds: [who.landCoordinator] });
  });

  test('who is away may still act, and then history names nobody else', () => {
    const signed = say(logged(), [who.landCoordinator, '2026-11-23 11:00', { verb: 'sign' }], town2);
    expect(signed.ok && signed.events[0]!.detail.for).toBeUndefined();
  });

  test('the deputy of an office may route; the deputy of an administrator gets no settings', () => {
    const to = deputised(standIn(who.office, who.groupMember), standIn(who.administrator, who.landMember));
    const unrouted = logged({ unitId: null });
    const route = { verb: 'route', unitId: 10 } as const;
    expect(say(unrouted, [who.groupMember, '2026-11-23 11:00', route], town).ok).toBe(false);
    expect(say(unrouted, [who.groupMember, '2026-11-23 11:00', route], to).ok).toBe(true);
    expect(actorOf(who.landMember, to).grants).toEqual([]);
  });

  test('nobody verifies what they, whom they stand in for, or who stands in for them reported done', () => {
    const done = { verb: 'report-done', result: '已清运' } as const;
    const confirm = { verb: 'verify', confirmed: true } as const;
    const swap = deputised(standIn(who.secretary, who.landCoordinator));
    const byDeputy = given(logged(), [who.landCoordinator, '2026-11-23 11:00', done]).when(
      who.office,
      '2026-11-23 11:30',
      { verb: 'urge' },
    ).issue;
    for (const by of [who.landCoordinator, who.secretary]) {
      const said = say(byDeputy, [by, '2026-11-23 12:00', confirm], swap);
      expect(!said.ok && said.refusal.code).toBe('own-report');
    }
    expect(say(byDeputy, [who.office, '2026-11-23 12:00', confirm], swap).ok).toBe(true);
    // The secretary reported it; the deputy does not verify in the secretary's place.
    const bySecretary = given(logged(), [who.secretary, '2026-11-23 11:00', done]).when(
      who.office,
      '2026-11-23 11:30',
      { verb: 'urge' },
    ).issue;
    const said = say(bySecretary, [who.landCoordinator, '2026-11-23 12:00', confirm], swap);
    expect(!said.ok && said.refusal.code).toBe('own-report');
  });

  test('when the doer is the deputy of the secretary, the office is asked to verify', () => {
    const swap = deputised(standIn(who.secretary, who.landCoordinator));
    const done = say(
      logged(),
      [who.landCoordinator, '2026-11-23 11:00', { verb: 'report-done', result: '已清运' }],
      swap,
    );
    if (!done.ok) throw new Error(done.refusal.code);
    const told = done.effects.flatMap((one) => (one.kind === 'notify' ? [one.personId] : []));
    expect(told).toContain(who.office);
    expect(told).not.toContain(who.landCoordinator);
    expect(told).not.toContain(who.secretary);
  });

  test('a rung goes to the deputy; a deputy who cannot be reached leaves the level empty: next and office', () => {
    const due = logged({ deadline: until('2026-11-27') });
    const signed = say(due, [who.landCoordinator, '2026-11-23 11:00', { verb: 'sign' }]);
    if (!signed.ok) throw new Error('not signed');
    const hear = (directory: typeof town) => {
      const tick = decideTick(signed.issue, { now: at('2026-11-26 10:00'), directory });
      return (tick?.effects ?? []).flatMap((one) =>
        one.kind === 'notify' ? [{ to: one.personId, reason: one.reason, note: one.note }] : [],
      );
    };
    expect(hear(town2).map((one) => one.to)).toEqual([who.landMember]);
    const lost = hear(deputised(standIn(who.landCoordinator, who.landMember, false)));
    expect(lost.map((one) => one.to)).toEqual(expect.arrayContaining([who.landHead, who.office]));
    expect(lost.find((one) => one.to === who.office)).toMatchObject({ reason: 'level-silent' });
    expect(lost.find((one) => one.to === who.office)!.note).toContain('联系不上');
  });

  test('digests go to the deputy alone; 我的 of who is away still shows what would be theirs', () => {
    const issue = logged();
    const away = actorOf(who.landCoordinator, town2);
    const deputy = actorOf(who.landMember, town2);
    const now = at('2026-11-24 08:31');
    expect(personDigest([issue], away, town2, now)).toBeNull();
    expect(personDigest([issue], deputy, town2, now)!.toSign.issues).toEqual([issue]);
    expect(digestRecipients([issue], town2, now)).toEqual(new Set([who.landMember]));
    expect(sortForPerson([issue], away, town2).toSign).toEqual([issue]);
    expect(sortForPerson([issue], deputy, town2).toSign).toEqual([issue]);
    const leaderAway = deputised(standIn(who.leader, who.cityOffice));
    expect(leaderDigest([issue], actorOf(who.leader, leaderAway), leaderAway, now)).toBeNull();
  });

  test('one who stands in acts for themselves on what is their own anyway', () => {
    const both = deputised(standIn(who.office, who.cityOffice));
    const mine = logged({ by: who.cityOffice });
    expect(actsFor(mine, actorOf(who.secretary, both), both)).toEqual([]);
  });
});

describe('不再提醒', () => {
  const signed = (() => {
    const done = say(logged(), [who.landCoordinator, '2026-11-23 11:00', { verb: 'sign' }]);
    if (!done.ok) throw new Error('not signed');
    return done.issue;
  })();
  const muted = given(signed).when(who.landCoordinator, '2026-11-23 12:00', { verb: 'mute' }).issue;
  const heard = (issue: typeof signed, when: string) => {
    const tick = decideTick(issue, { now: at(when), directory: town });
    return (tick?.effects ?? []).flatMap((one) => (one.kind === 'notify' ? [one] : []));
  };

  test('a rung nobody is left on passes to the next level, and the office hears why', () => {
    expect(heard(signed, '2026-11-26 10:00').map((one) => one.personId)).toEqual([who.landCoordinator]);
    const instead = heard(muted, '2026-11-26 10:00');
    expect(instead.map((one) => one.personId)).not.toContain(who.landCoordinator);
    expect(instead.map((one) => one.personId)).toContain(who.landHead);
    expect(instead.find((one) => one.reason === 'level-silent')!.note).toContain('不再提醒');
  });

  test('others go on hearing, the own digest leaves it out, and what people do still reaches one', () => {
    const late = heard(muted, '2026-11-30 10:00').map((one) => one.personId);
    expect(late).toEqual(expect.arrayContaining([who.landHead, who.secretary]));
    expect(late).not.toContain(who.landCoordinator);
    const now = at('2026-12-01 08:31');
    expect(personDigest([muted], actorOf(who.landCoordinator), town, now)).toBeNull();
    expect(personDigest([signed], actorOf(who.landCoordinator), town, now)).not.toBeNull();
    given(muted).when(who.office, '2026-11-24 09:00', { verb: 'urge' }).tells([who.landCoordinator, 'urged']);
  });

  test('twice and without having set it is refused; 恢复提醒 brings the reminders back', () => {
    given(muted).when(who.landCoordinator, '2026-11-23 13:00', { verb: 'mute' }).thenRefused('already-done');
    given(signed).when(who.landCoordinator, '2026-11-23 13:00', { verb: 'unmute' }).thenRefused('not-muted');
    given(muted).when(who.landCoordinator, '2026-11-23 13:00', { verb: 'unmute' }).becomes({ mutedBy: [] });
  });

  test('it lapses when the issue becomes theirs anew: routed to them, reopened', () => {
    given(muted)
      .when(who.office, '2026-11-24 09:00', { verb: 'route', unitId: 11 })
      .becomes({ mutedBy: [who.landCoordinator] });
    const away = given(muted).when(who.office, '2026-11-24 09:00', { verb: 'route', unitId: 11 }).issue;
    given(away).when(who.office, '2026-11-24 10:00', { verb: 'route', unitId: 10 }).becomes({ mutedBy: [] });
    const closed = { ...muted, status: 'closed' as const };
    given(closed)
      .when(who.office, '2026-11-24 09:00', { verb: 'reopen', reason: '又堆起来了' })
      .becomes({ mutedBy: [] });
  });
});

describe('快报 每周', () => {
  const weekly = { id: who.leader, digest: 'weekly' } as const;
  test('comes on the first working day of the week: after a holiday on Monday, on Tuesday', () => {
    expect(wantsDigest(weekly, '2026-11-23', town)).toBe(true);
    expect(wantsDigest(weekly, '2026-11-24', town)).toBe(false);
    const off = townWith({ holidays: [{ day: '2026-11-23', kind: 'off' }] });
    expect(wantsDigest(weekly, '2026-11-24', off)).toBe(true);
  });
  test('is forgotten for who leads nothing any more', () => {
    const without = townWith({ grants: TOWN.grants.filter((grant) => grant.personId !== who.leader) });
    expect(wantsDigest(weekly, '2026-11-24', without)).toBe(true);
  });
});
