/** Who hears when the one in turn cannot be reached, and when a reminder is owed. */
import { describe, expect, test } from 'vitest';
import type { Directory } from '../../src/domain/directory.ts';
import { hearInstead } from '../../src/domain/hand-on.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { mustActNow } from '../../src/domain/issue-people.ts';
import { decideTick, planIssue } from '../../src/domain/ladder.ts';
import { given, logged } from '../support/given.ts';
import { at, town, townWith, until, who } from '../support/town.ts';

const signedUntil = (due: string): Issue =>
  given(logged({ deadline: until(due) }), [who.landCoordinator, '2026-11-23 11:00', { verb: 'sign' }]).issue;
const signed = signedUntil('2026-11-27');

describe('people who cannot be reached', () => {
  const lost = (...unreachable: number[]) => townWith({ unreachable });
  const fire = (issue: Issue, when: string, directory: Directory) =>
    decideTick(issue, { now: at(when), directory })?.effects.flatMap((effect) =>
      effect.kind === 'notify' ? [`${effect.personId} ${effect.reason} ${effect.note ?? ''}`.trim()] : [],
    );
  test('who signed has left: the next level hears the blue light at once, the office why, and once', () => {
    const away = lost(who.landCoordinator);
    const first = fire(signed, '2026-11-25 08:31', away);
    expect(first).toEqual([
      `${who.landHead} rung-blue`,
      `${who.secretary} rung-blue`,
      `${who.office} level-silent 签收人（联系不上）`,
    ]);
    const blue = decideTick(signed, { now: at('2026-11-25 08:31'), directory: away })!.issue;
    expect(fire(blue, '2026-11-30 08:31', away)).toEqual([
      `${who.landHead} rung-yellow`,
      `${who.secretary} rung-yellow`,
    ]);
  });

  test('a level of which one can be reached is not passed over', () => {
    expect(fire(logged({ deadline: until('2026-11-24') }), '2026-11-25 08:31', lost(who.landHead))).toContain(
      `${who.secretary} rung-yellow`,
    );
  });

  test('a unit of which nobody can be reached: the office has the ball, as without people', () => {
    const { personIds } = mustActNow(signed, lost(who.landCoordinator, who.landHead));
    expect(personIds).toEqual([who.office]);
  });

  test('of what waits for routing nobody is said to be missing', () => {
    const unrouted = {
      ...logged({ deadline: until('2026-11-27') }),
      status: 'unrouted' as const,
      unitId: null,
    };
    for (const when of ['2026-11-23 17:00', '2026-11-25 08:31', '2026-11-30 08:31', '2026-12-04 08:31'])
      expect(fire(unrouted, when, town)?.join('\n')).not.toMatch(/rung-empty|level-silent/);
  });

  test('what could not be told goes to those now in that place, and the office hears whom it missed', () => {
    const away = lost(who.landCoordinator);
    const facts = {
      personId: who.landCoordinator,
      note: null,
      urgent: true,
      late: false,
      version: 1,
      auto: true,
    };
    expect(hearInstead({ ...facts, reason: 'to-sign' }, '张三', logged(), away)).toEqual([
      { personIds: [who.landHead], reason: 'to-sign', urgent: true },
      { personIds: [who.office], reason: 'level-silent', note: '张三（联系不上）' },
    ]);
    expect(hearInstead({ ...facts, reason: 'progress' }, '张三', logged(), away)).toEqual([]);
  });
});

describe('before ten', () => {
  test('a reminder of the morning is owed with the digest, one of the day with the others of its hour', () => {
    for (const [routed, owed] of [
      ['2026-11-23 08:41', '2026-11-24 08:31'],
      ['2026-11-23 09:59', '2026-11-24 08:31'],
      ['2026-11-23 10:00', '2026-11-24 10:00'],
      ['2026-11-23 14:05', '2026-11-24 14:00'],
      ['2026-11-23 14:55', '2026-11-24 14:00'],
    ] as const)
      expect(planIssue(logged({ at: routed, deadline: until('2026-12-31') }), town).nextAt).toBe(at(owed));
  });

  test('a light is never told before it burns; one of the early morning is told at ten', () => {
    const nine = {
      ...signedUntil('2026-11-27 09:00'),
      ladder: { ...logged().ladder, fired: ['blue' as const] },
    };
    expect(decideTick(nine, { now: at('2026-11-27 09:30'), directory: town })).toBeNull();
    expect(planIssue(nine, town).nextAt).toBe(at('2026-11-27 10:00'));
  });
});
