/** Deadlines when holiday data arrives (product.md §4). */

import { recomputeDeadline } from './deadline.ts';
import { nextGeneration } from './decide/change.ts';
import type { Decided } from './decision.ts';
import type { Directory } from './directory.ts';
import { type Deadline, type Issue, OPEN_STATUSES, type Rung } from './issue.ts';
import { shiftDeadline } from './pause.ts';
import { dayOf, type Instant } from './time.ts';

const KEPT: readonly Rung[] = ['unrouted', 'unsigned-1', 'unsigned-2'];

/**
 * The issue under the calendar of today: its deadline from its rule again, with the pauses since it was set. Null when
 * nothing changes. Nobody is told one by one; the office gets the list of the `recompute` rows.
 */
export function decideRecompute(
  issue: Issue,
  context: { now: Instant; directory: Directory },
): Decided | null {
  if (!OPEN_STATUSES.includes(issue.status)) return null;
  const { directory, now } = context;
  const { timeZone } = directory.clock;
  const at = recomputeDeadline(issue.deadline.rule, directory.clock);
  let deadline: Deadline = { ...issue.deadline, at, day: dayOf(at, timeZone) };
  for (const pause of issue.pauses) {
    if (pause.until === null || dayOf(pause.from, timeZone) < issue.deadline.rule.start) continue;
    deadline = shiftDeadline(deadline, pause, pause.until, directory);
  }
  if (deadline.at === issue.deadline.at) return null;
  const heard = issue.ladder.fired.filter((rung) => KEPT.includes(rung));
  const ladder = nextGeneration(issue.ladder, now, heard);
  return {
    ok: true,
    issue: { ...issue, deadline, ladder, version: issue.version + 1 },
    events: [{ verb: 'recompute', detail: { from: issue.deadline.day, to: deadline.day } }],
    effects: [],
  };
}
