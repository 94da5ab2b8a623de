/** Deadlines and look-backs when the calendar has changed (product.md §4). */

import { recomputeDeadline } from './deadline.ts';
import { nextGeneration } from './decide/change.ts';
import type { Decided } from './decision.ts';
import type { Directory } from './directory.ts';
import { type Deadline, type HistoryEvent, type Issue, OPEN_STATUSES } from './issue.ts';
import type { Rung } from './model.ts';
import { shiftDeadline } from './pause.ts';
import { clockOf, type Day, dayOf, type Instant, instantAt } from './time.ts';

/** Why everything is counted again: an administrator's rows, an imported notice, one taken back, the program's data. */
export type RecountCause = 'rows' | 'import' | 'removed' | 'program' | 'first';

/** A deadline that moved; `counted` is what the count gives where that would have been overdue at once. */
export interface MovedDeadline {
  issueId: number;
  from: Day;
  to: Day;
  counted?: Day;
}

const KEPT: readonly Rung[] = ['unrouted', 'unsigned-1', 'unsigned-2'];

interface Context {
  now: Instant;
  directory: Directory;
}

/**
 * The issue under the calendar of today: its deadline from its rule again, with the pauses since it was set, and so the
 * date asked for in a pending 延期. Null when neither moves. Who is responsible gets one list of all that moved.
 */
export function decideRecompute(issue: Issue, context: Context): Decided | null {
  if (!OPEN_STATUSES.includes(issue.status)) return null;
  const moved = moveDeadline(issue, context);
  const asked = moveRequest(issue, context);
  if (!moved && !asked) return null;
  const events: HistoryEvent[] = [];
  let next = { ...issue, version: issue.version + 1 };
  if (moved) {
    const heard = issue.ladder.fired.filter((rung) => KEPT.includes(rung));
    const { deadline, counted } = moved;
    next = { ...next, deadline, ladder: nextGeneration(issue.ladder, context.now, heard) };
    const detail = { from: issue.deadline.day, to: deadline.day, ...(counted && { counted }) };
    events.push({ verb: 'recompute', detail });
  }
  if (asked && issue.pending?.kind === 'extension') {
    next = { ...next, pending: { ...issue.pending, to: asked } };
    events.push({
      verb: 'recompute',
      detail: { from: issue.pending.to.day, to: asked.day, request: true },
    });
  }
  return { ok: true, issue: next, events, effects: [] };
}

/** Counting again changes the day only; the hour stays what it was when the deadline was set. */
function onDay(deadline: Deadline, day: Day, timeZone: string): Deadline {
  return { ...deadline, day, at: instantAt(day, clockOf(deadline.at, timeZone), timeZone) };
}

function moveDeadline(
  issue: Issue,
  { now, directory }: Context,
): { deadline: Deadline; counted?: Day } | null {
  const { timeZone } = directory.clock;
  const old = issue.deadline;
  const at = recomputeDeadline(old.rule, directory.clock);
  let counted: Deadline = { ...old, at, day: dayOf(at, timeZone) };
  for (const pause of issue.pauses) {
    if (pause.until === null || dayOf(pause.from, timeZone) < old.rule.start) continue;
    counted = shiftDeadline(counted, pause, pause.until, directory);
  }
  if (counted.day === dayOf(old.at, timeZone)) return null;
  const wanted = onDay(old, counted.day, timeZone);
  const deadline = wanted.at < old.at ? notOverdue(old, wanted, { now, directory }) : wanted;
  if (deadline.at === old.at) return null;
  const held = deadline.day === wanted.day ? undefined : wanted.day;
  const from = old.recounted?.from ?? old.day;
  const { recounted: _, ...plain } = deadline;
  return {
    deadline:
      from === deadline.day ? plain : { ...plain, recounted: { from, ...(held && { counted: held }) } },
    ...(held && { counted: held }),
  };
}

/** Nobody is overdue overnight by a count alone: at the earliest it is due when the next working day ends. */
function notOverdue(old: Deadline, wanted: Deadline, { now, directory }: Context): Deadline {
  const { calendar, timeZone } = directory.clock;
  const earliest = calendar.nextWorkingDay(dayOf(now, timeZone));
  if (wanted.day >= earliest) return wanted;
  return earliest >= old.day ? old : onDay(old, earliest, timeZone);
}

function moveRequest(issue: Issue, { directory }: Context): Deadline | undefined {
  if (issue.pending?.kind !== 'extension') return undefined;
  const { to } = issue.pending;
  const { timeZone } = directory.clock;
  const day = dayOf(recomputeDeadline(to.rule, directory.clock), timeZone);
  return day === dayOf(to.at, timeZone) ? undefined : onDay(to, day, timeZone);
}

/** A closed issue whose look back (回头看) falls on another day now; null when it does not. */
export function recountLookBack(issue: Issue, directory: Directory): Issue | null {
  if (issue.status !== 'closed' || issue.lookBackOn === null || issue.closedAt === null) return null;
  const { calendar, timeZone } = directory.clock;
  const closed = dayOf(issue.closedAt, timeZone);
  const lookBackOn = calendar.addWorkingDays(closed, Math.max(1, issue.rules.lookBackDays));
  return lookBackOn === issue.lookBackOn ? null : { ...issue, lookBackOn };
}
