import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewIssue } from '../../src/domain/create.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { type Issue, type IssueCommand, OPEN_STATUSES } from '../../src/domain/issue.ts';
import { mustActNow, peopleOf } from '../../src/domain/issue-people.ts';
import { decideTick, planIssue } from '../../src/domain/ladder.ts';
import { lightOf, lightThresholds } from '../../src/domain/lights.ts';
import { dayOf } from '../../src/domain/time.ts';
import { decideIssue } from '../../src/verbs/decide.ts';
import { ACTORS, EVERYBODY, starts, type Turn, turns } from '../support/any-history.ts';
import { logged } from '../support/given.ts';
import { at, town, who, ZONE } from '../support/town.ts';

/** Plays a history with the clock ticking in between; `look` sees every change. */
function play(
  start: Partial<NewIssue>,
  history: readonly Turn[],
  look: (
    before: Issue,
    decision: Decision,
    now: number,
    command: IssueCommand | null,
    by: number | null,
  ) => void,
): Issue {
  let now = at('2026-11-23 10:00');
  let issue = logged({ by: who.office, ...start });
  for (const { by: first, able, say, later } of history) {
    const next = now + later * 600_000;
    for (
      let plan = planIssue(issue, town).nextAt;
      plan !== null && plan <= next;
      plan = planIssue(issue, town).nextAt
    ) {
      const tick = decideTick(issue, { now: Math.max(plan, now), directory: town });
      if (!tick) break;
      look(issue, tick, Math.max(plan, now), null, null);
      issue = tick.issue;
    }
    now = next;
    const command = say(dayOf(now, ZONE));
    const state = freeze(issue);
    const decide = (id: number) =>
      decideIssue(state, command, { now, actor: ACTORS.get(id)!, directory: town });
    const by = able ? (EVERYBODY.find((id) => decide(id).ok) ?? first) : first;
    const decision = decide(by);
    look(issue, decision, now, command, by);
    if (decision.ok) issue = decision.issue;
  }
  return issue;
}

/** A decision that wrote into what it was given would throw. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}

function always(
  check: (before: Issue, after: Issue, now: number, command: IssueCommand | null, by: number | null) => void,
): void {
  fc.assert(
    fc.property(starts, turns, (start, history) => {
      play(start, history, (before, decision, now, command, by) => {
        if (decision.ok) check(before, decision.issue, now, command, by);
      });
    }),
    { numRuns: 120 },
  );
}

describe('whatever people say, in whatever order', () => {
  test('every answer is a decision or a refusal with a code, nothing given is changed, every status is reached', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(starts, turns, (start, history) => {
        play(start, history, (_before, decision) => {
          if (decision.ok) reached.add(decision.issue.status);
          else expect(decision.refusal.code).toMatch(/^[a-z-]+$/);
        });
      }),
      // The seed is fixed only here, so that "every status" cannot fail by chance.
      { numRuns: 300, seed: 20261123 },
    );
    expect([...reached].sort()).toEqual([...OPEN_STATUSES, 'closed', 'void'].sort());
  });

  test('the version grows by one with every change, the generation never shrinks', () => {
    always((before, after) => {
      expect(after.version).toBe(before.version + 1);
      expect(after.ladder.generation).toBeGreaterThanOrEqual(before.ladder.generation);
      expect(after.id).toBe(before.id);
    });
  });

  test('only somebody other than the doer strikes off, and only what was reported done', () => {
    always((before, after, _now, _command, by) => {
      if (after.status !== 'closed' || before.status === 'closed') return;
      expect(before.status).toBe('verifying');
      expect(after.closedBy).toBe(by);
      expect(after.closedBy).not.toBe(after.doneBy);
      expect(after.doneBy).not.toBeNull();
    });
  });

  test('an open issue has one clock: the deadline’s, a pause’s or the verifier’s', () => {
    always((_before, after, now) => {
      const open = after.pauses.filter((pause) => pause.until === null);
      expect(open.length).toBe(after.status === 'paused' ? 1 : 0);
      const runs =
        ['unrouted', 'unsigned', 'working'].includes(after.status) &&
        after.appeal?.decision !== 'exempt' &&
        // 长期: no clock at all.
        after.deadline.day < '2999-12-31';
      const { yellowAt } = lightThresholds(after, town);
      if (!runs) expect(yellowAt).toBeNull();
      else if (!after.pending) expect(yellowAt).toBe(after.deadline.at + 1);
      const { color } = lightOf(after, town, now + 365 * 86_400_000);
      if (runs && !after.pending) expect(color).toBe('red');
    });
  });

  test('a paused issue is never overdue, an extension that waits never turns the light', () => {
    always((_before, after, now) => {
      for (const later of [0, 1, 5, 50].map((days) => now + days * 86_400_000)) {
        const { color } = lightOf(after, town, later);
        if (after.status === 'paused') expect(color).toBe('paused');
        if (after.pending?.kind === 'extension') expect(['green', 'blue']).toContain(color);
      }
    });
  });

  test('an approved extension is measured by the new date, the first stays on record', () => {
    always((before, after, _now, command) => {
      if (command?.verb !== 'decide-request' || !command.approve || before.pending?.kind !== 'extension')
        return;
      expect(after.deadline).toEqual(before.pending.to);
      expect(after.originalDeadline).toEqual(before.originalDeadline ?? before.deadline);
    });
  });

  test('a deadline never moves by a pause to an earlier day, and never more than twice by a pause', () => {
    always((before, after) => {
      if (before.status === 'paused') expect(after.deadline.at).toBeGreaterThanOrEqual(before.deadline.at);
      expect(after.pauses.length).toBeLessThanOrEqual(after.rules.maxPauses);
    });
  });

  test('nobody is told of the own step, nobody twice of one step, and only people who exist', () => {
    const known = new Set<number>(Object.values(who));
    fc.assert(
      fc.property(starts, turns, (start, history) => {
        play(start, history, (_before, decision, _now, _command, by) => {
          if (!decision.ok) return;
          const told = decision.effects.flatMap((one) => (one.kind === 'notify' ? [one.personId] : []));
          expect(new Set(told).size).toBe(told.length);
          if (by !== null) expect(told).not.toContain(by);
          expect(told.every((id) => known.has(id))).toBe(true);
        });
      }),
      { numRuns: 120 },
    );
  });

  test('every state is plain JSON', () => {
    always((_before, after) => {
      expect(JSON.parse(JSON.stringify(after))).toEqual(after);
    });
  });

  test('an open issue always has somebody whose move it is, and a view can name everybody', () => {
    always((_before, after) => {
      const { what, personIds } = mustActNow(after, town);
      if (OPEN_STATUSES.includes(after.status)) expect(personIds.length).toBeGreaterThan(0);
      if (after.status === 'void') expect(what).toBe('none');
      const named = peopleOf(after);
      expect(new Set(named).size).toBe(named.length);
      expect(named).toContain(after.reporterId);
      if (after.assigneeId !== null) expect(named).toContain(after.assigneeId);
    });
  });

  test('two bounces freeze, and from then on only office and leaders change the unit', () => {
    const upper: (number | null)[] = [
      who.office,
      who.cityOffice,
      who.leader,
      who.principal,
      who.projectLeader,
    ];
    always((before, after, _now, _command, by) => {
      expect(after.frozen).toBe(after.bounces.length >= 2);
      if (before.frozen && after.unitId !== before.unitId) expect(upper).toContain(by);
    });
  });

  test('every run of the ladder that is over stays over: fired rungs only grow within a generation', () => {
    always((before, after) => {
      if (before.ladder.generation !== after.ladder.generation) return;
      expect(after.ladder.fired).toEqual(expect.arrayContaining([...before.ladder.fired]));
    });
  });
});
