/** Takes back what a clock that ran ahead did to an issue before its time. */
import type { Decided } from './decision.ts';
import type { Directory } from './directory.ts';
import type { Issue } from './issue.ts';
import { stillFired } from './rungs.ts';
import type { Instant } from './time.ts';

/**
 * @param before the issue before the first early step, when only the clock has touched it since: it comes back whole.
 *   Otherwise only rungs that are not due yet count as unheard again.
 * @returns null when there is nothing to take back
 */
export function decideRewind(
  issue: Issue,
  before: Issue | null,
  context: { now: Instant; directory: Directory },
): Decided | null {
  const version = issue.version + 1;
  const event = { verb: 'rewind' as const, detail: {} };
  if (before) return { ok: true, issue: { ...before, id: issue.id, version }, events: [event], effects: [] };
  const fired = stillFired(issue, context.directory, context.now);
  if (fired.length === issue.ladder.fired.length) return null;
  return {
    ok: true,
    issue: { ...issue, version, ladder: { ...issue.ladder, fired } },
    events: [event],
    effects: [],
  };
}
