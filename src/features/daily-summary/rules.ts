/** 日小结: what a day brought, from the history rows of that day. Pure. */

import type { Directory } from '../../domain/directory.ts';
import { type HistoryRow, type HistoryVerb, type Issue, OPEN_STATUSES } from '../../domain/issue.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import { isVerb, verbOf } from '../../verbs/verbs.ts';

/** Every issue stands in the first list that fits, in the order given here. */
export interface DaySummary {
  closed: Issue[];
  /** Reported done, not verified yet. */
  reported: Issue[];
  logged: Issue[];
  /** Signed, routed, progressed, decided … by people. */
  moved: Issue[];
  /** Due up to and including the next working day, or overdue, and untouched today. */
  next: Issue[];
}

/** Remarks that move nothing, and steps taken back. */
function isSilent(verb: HistoryVerb): boolean {
  return verb === 'undo' || (isVerb(verb) && verbOf(verb).remark === true);
}

/** Null when people did nothing and nothing is due: an empty summary is not sent. */
export function daySummary(
  issues: readonly Issue[],
  rows: readonly HistoryRow[],
  directory: Directory,
  now: Instant,
): DaySummary | null {
  const today = dayOf(now, directory.clock.timeZone);
  const nextDay = directory.calendar.nextWorkingDay(today);
  const touched = new Set(
    rows.filter((row) => row.actorId !== null && !isSilent(row.verb)).map((row) => row.issueId),
  );
  const summary: DaySummary = { closed: [], reported: [], logged: [], moved: [], next: [] };
  const on = (at: Instant | null) => at !== null && dayOf(at, directory.clock.timeZone) === today;
  for (const issue of issues) {
    if (issue.status === 'closed' && on(issue.closedAt)) summary.closed.push(issue);
    else if (!OPEN_STATUSES.includes(issue.status)) continue;
    else if (issue.status === 'verifying' && on(issue.doneAt)) summary.reported.push(issue);
    else if (on(issue.loggedAt)) summary.logged.push(issue);
    else if (touched.has(issue.id)) summary.moved.push(issue);
    else if (runs(issue) && issue.deadline.day <= nextDay) summary.next.push(issue);
  }
  return Object.values(summary).every((list) => list.length === 0) ? null : summary;
}

function runs(issue: Issue): boolean {
  return issue.status === 'unrouted' || issue.status === 'unsigned' || issue.status === 'working';
}
