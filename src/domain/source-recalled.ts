/** Its author took back the message a problem was logged from: the record stays, its words are shown no longer. */
import type { HistoryEvent, Issue } from './issue.ts';
import type { Instant } from './time.ts';

/** Title only from now on, and one tap to void it; undefined when that is so already. */
export function withSourceRecalled(
  issue: Issue,
  now: Instant,
): { issue: Issue; events: HistoryEvent[] } | undefined {
  if (issue.sourceRecalledAt !== undefined) return undefined;
  return {
    issue: { ...issue, version: issue.version + 1, sourceRecalledAt: now },
    events: [{ verb: 'source-recalled', detail: {} }],
  };
}
