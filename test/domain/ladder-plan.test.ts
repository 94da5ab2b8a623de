import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/domain/issue.ts';
import { decideTick, planIssue } from '../../src/domain/ladder.ts';
import { isQuiet } from '../../src/domain/worktime.ts';
import { run } from '../support/clock-run.ts';
import { logged } from '../support/given.ts';
import { at, HOLLOW, LAND, MEILIXIN, POWER, town, until, who, XINGFA } from '../support/town.ts';

/** Issues as people make them, with a deadline and a first few steps at arbitrary times. */
const stories = fc
  .record({
    start: fc.integer({ min: 0, max: 30 * 144 }),
    length: fc.integer({ min: 1, max: 20 * 144 }),
    unitId: fc.constantFrom(null, LAND, POWER, HOLLOW),
    projectId: fc.constantFrom(XINGFA, MEILIXIN),
    signed: fc.boolean(),
    acknowledged: fc.option(fc.integer({ min: 1, max: 2000 })),
    paused: fc.option(fc.integer({ min: 1, max: 30 })),
    closed: fc.boolean(),
  })
  .map(({ start, length, signed, acknowledged, paused, closed, ...facts }): Issue => {
    const loggedAt = at('2026-09-01 00:00') + start * 600_000;
    const deadline = { ...until('2026-11-27'), at: loggedAt + length * 600_000 };
    const base = logged({ ...facts, by: who.office });
    const status =
      facts.unitId === null
        ? 'unrouted'
        : closed
          ? 'closed'
          : paused !== null
            ? 'paused'
            : signed
              ? 'working'
              : 'unsigned';
    const day = new Date(loggedAt + (paused ?? 0) * 86_400_000).toISOString().slice(0, 10);
    return {
      ...base,
      status,
      loggedAt,
      routedAt: facts.unitId === null ? null : loggedAt,
      changedAt: loggedAt,
      deadline,
      lookBackOn: status === 'closed' ? day : null,
      closedBy: status === 'closed' ? who.contact : null,
      pauses:
        status === 'paused'
          ? [
              {
                from: loggedAt,
                expected: day,
                until: null,
                reason: '等',
                chaserId: who.landHead,
                approvedBy: who.office,
              },
            ]
          : [],
      ladder: {
        ...base.ladder,
        startedAt: loggedAt,
        acknowledgedAt: acknowledged === null ? null : loggedAt + acknowledged * 600_000,
        acknowledgedBy: acknowledged === null ? null : who.landMember,
      },
    };
  });

describe('for every issue', () => {
  const END = at('2027-01-15 00:00');

  test('stepping from plan to plan fires what looking every ten minutes fires', () => {
    fc.assert(
      fc.property(stories, (issue) => {
        const planned = run(issue, '2027-01-15 00:00').issue;
        let looked = issue;
        // What comes a month after the deadline is late to the hour, if it comes.
        const stepAt = (now: number) => (now > issue.deadline.at + 30 * 86_400_000 ? 3_600_000 : 600_000);
        for (let now = issue.loggedAt; now <= END; now += stepAt(now)) {
          looked = decideTick(looked, { now, directory: town })?.issue ?? looked;
        }
        expect(looked.ladder.fired.toSorted()).toEqual(planned.ladder.fired.toSorted());
        expect({ ...looked, version: 0, ladder: null }).toEqual({ ...planned, version: 0, ladder: null });
        expect(looked.ladder.generation).toBe(planned.ladder.generation);
      }),
      { numRuns: 40 },
    );
  });

  test('the plan is the first instant at which something is owed', () => {
    fc.assert(
      fc.property(stories, fc.nat(60 * 144), (issue, later) => {
        const { nextAt } = planIssue(issue, town);
        const now = issue.loggedAt + later * 600_000;
        const decision = decideTick(issue, { now, directory: town });
        if (nextAt === null || now < nextAt) expect(decision).toBeNull();
        else if (!isQuiet(now, town.clock) && now % 86_400_000 >= 3_600_000) expect(decision).not.toBeNull();
        if (nextAt !== null) expect(decideTick(issue, { now: nextAt, directory: town })).not.toBeNull();
        if (nextAt !== null) expect(decideTick(issue, { now: nextAt - 1, directory: town })).toBeNull();
      }),
    );
  });

  test('no rung is heard twice in one generation, and a step leads to a later plan or none', () => {
    fc.assert(
      fc.property(stories, (issue) => {
        const seen = new Set<string>();
        let state = issue;
        for (let plan = planIssue(state, town).nextAt; plan !== null && plan < END; ) {
          const decision = decideTick(state, { now: plan, directory: town })!;
          for (const event of decision.events) {
            if (event.verb !== 'rung') continue;
            const also = (event.detail.also as string[] | undefined) ?? [];
            for (const rung of [event.detail.rung as string, ...also]) {
              const key = `${event.detail.generation}:${rung}`;
              expect(seen).not.toContain(key);
              seen.add(key);
            }
          }
          state = decision.issue;
          const next = planIssue(state, town).nextAt;
          if (next !== null) expect(next).toBeGreaterThan(plan);
          plan = next;
        }
      }),
    );
  });
});
