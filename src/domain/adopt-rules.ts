/** A running issue gets other rules than it started with: an administrator said so, or its project was corrected. */
import type { Decided } from './decision.ts';
import type { Directory } from './directory.ts';
import { type Issue, type LadderState, OPEN_STATUSES } from './issue.ts';
import type { Rules } from './model.ts';
import { changedRules } from './rules.ts';
import { stillFired } from './rungs.ts';
import type { Instant } from './time.ts';

interface AdoptContext {
  now: Instant;
  directory: Directory;
}

/**
 * The ladder after thresholds have moved: what was heard stays heard, unless it lies in the future again and is to be
 * heard when it is crossed anew. Only then a new generation begins.
 */
export function settleLadder(issue: Issue, { now, directory }: AdoptContext): LadderState {
  const { ladder } = issue;
  const fired = stillFired(issue, directory, now);
  return fired.length === ladder.fired.length
    ? ladder
    : { ...ladder, fired, generation: ladder.generation + 1 };
}

/** The issue's rules and ladder under other rules. */
export function underRules(
  issue: Issue,
  rules: Rules,
  context: AdoptContext,
): Pick<Issue, 'rules' | 'ladder'> {
  return { rules, ladder: settleLadder({ ...issue, rules }, context) };
}

/** The open issue under new rules, on record; null when they are the same. Nobody is told but by the ladder itself. */
export function decideAdopt(issue: Issue, rules: Rules, context: AdoptContext): Decided | null {
  if (!OPEN_STATUSES.includes(issue.status)) return null;
  const changes = changedRules(issue.rules, rules);
  if (changes.length === 0) return null;
  return {
    ok: true,
    issue: { ...issue, ...underRules(issue, rules, context), version: issue.version + 1 },
    events: [{ verb: 'rules', detail: { changes } }],
    effects: [],
  };
}
