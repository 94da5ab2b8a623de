import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideAdopt } from '../../src/domain/adopt-rules.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { decideTick, planIssue } from '../../src/domain/ladder.ts';
import { type LightColor, lightOf, lightThresholds } from '../../src/domain/lights.ts';
import { listRungs, rungTimes } from '../../src/domain/rungs.ts';
import type { Instant } from '../../src/domain/time.ts';
import { anyIssue, anyNow, anyRules } from '../support/any-issue.ts';
import { colorByRule } from '../support/color-rule.ts';
import { town } from '../support/town.ts';

const RUNS = { numRuns: 1500 };

/** As db/issue-scope.ts compares the columns. */
function colorByColumns(issue: Issue, now: Instant): LightColor {
  if (issue.status === 'closed' || issue.status === 'void') return 'done';
  if (issue.status === 'paused') return 'paused';
  const { blueAt, yellowAt, redAt } = lightThresholds(issue, town);
  const reached = (at: Instant | null) => at !== null && at <= now;
  if (blueAt !== null && blueAt > Date.UTC(2999, 0)) return 'none';
  if (reached(redAt)) return 'red';
  if (reached(yellowAt)) return 'yellow';
  return reached(blueAt) ? 'blue' : 'green';
}

describe('for every issue under every rules', () => {
  test('the colour is the rule’s, on the card as in the columns that lists compare', () => {
    fc.assert(
      fc.property(anyIssue, anyNow, (issue, now) => {
        const color = colorByRule(issue, now);
        expect(lightOf(issue, town, now).color).toBe(color);
        expect(colorByColumns(issue, now)).toBe(color);
      }),
      RUNS,
    );
  });

  test('the clock owes no instant at which nothing is to be done', () => {
    fc.assert(
      fc.property(anyIssue, (start) => {
        let issue = start;
        for (let step = 0; step < 30; step++) {
          const { nextAt } = planIssue(issue, town);
          if (nextAt === null) return;
          const decision = decideTick(issue, { now: nextAt, directory: town });
          expect(decision).not.toBeNull();
          const next = planIssue(decision!.issue, town).nextAt;
          if (next !== null) expect(next).toBeGreaterThan(nextAt);
          issue = decision!.issue;
        }
        throw new Error('the plan never ends');
      }),
      RUNS,
    );
  });

  test('a rung is owed only in its time, and never once heard', () => {
    fc.assert(
      fc.property(anyIssue, anyNow, (start, now) => {
        const issue = decideTick(start, { now, directory: town })?.issue ?? start;
        const times = rungTimes(issue, town);
        for (const { rung, at } of listRungs(issue, town)) {
          expect(issue.ladder.fired).not.toContain(rung);
          expect(at).toBe(times[rung]);
        }
      }),
      RUNS,
    );
  });

  test('under other rules it is as if it had them from the start: colour, what was heard, what is owed', () => {
    fc.assert(
      fc.property(anyIssue, anyRules, anyNow, (start, rules, now) => {
        const before = decideTick(start, { now, directory: town })?.issue ?? start;
        const decision = decideAdopt(before, rules, { now, directory: town });
        const after = decision?.issue ?? before;
        if (decision) expect(lightOf(after, town, now).color).toBe(colorByRule({ ...before, rules }, now));
        const times = rungTimes(after, town);
        if (decision)
          for (const rung of after.ladder.fired) expect(times[rung] ?? now).toBeLessThanOrEqual(now);
        // Nothing heard is heard again but what lies ahead.
        const owed = listRungs(after, town).filter((one) => one.at <= now);
        for (const { rung } of owed) expect(before.ladder.fired).not.toContain(rung);
      }),
      RUNS,
    );
  });
});
