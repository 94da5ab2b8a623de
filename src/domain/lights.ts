/** Colour of an issue: a pure function of facts and now (product.md §5). */
import type { Directory } from './directory.ts';
import type { Issue } from './issue.ts';
import { isLongTerm } from './long-term.ts';
import { addDays, type Day, dayOf, type Instant, instantAt, LONG_TERM_FROM } from './time.ts';
import { workingDaysLeft, workingDaysPaused } from './worktime.ts';

/** `none`: a 长期 item, which has no deadline. */
export type LightColor = 'green' | 'blue' | 'yellow' | 'red' | 'paused' | 'done' | 'none';

/** Why a light shows its colour; the words stand in cards. Days are working days. */
export type LightReason =
  | { code: 'closed' | 'void' | 'verifying' | 'exempt' | 'long-term' }
  | { code: 'paused'; days: number; expected: Day }
  /** Asked for and not decided: the light stays as it was when it was asked. */
  | { code: 'pending'; request: 'extension' | 'pause' }
  | { code: 'in-time' | 'near-due'; dueInDays: number }
  | { code: 'overdue'; overdueDays: number }
  /** Red although overdue only a little: it was yellow before, within the window of the rules. */
  | { code: 'repeated'; overdueDays: number; since: Instant };

export interface Light {
  color: LightColor;
  reason: LightReason;
  /** Working days after the deadline day; null when not overdue or when the clock does not run. */
  overdueDays: number | null;
  /** Working days left; null once overdue or when the clock does not run. */
  dueInDays: number | null;
}

/** The instants from which each colour holds; null: it will not come unless the facts change. */
export interface Thresholds {
  /** First instant of blue. */
  blueAt: Instant | null;
  /** First instant of yellow: the millisecond after the deadline. */
  yellowAt: Instant | null;
  redAt: Instant | null;
  deepRedAt: Instant | null;
}

const NONE: Thresholds = { blueAt: null, yellowAt: null, redAt: null, deepRedAt: null };

/** Whether an appeal was granted for the run of the clock that still counts. */
export function isExempt(issue: Issue): boolean {
  return issue.appeal?.decision === 'exempt';
}

/** The thresholds as the deadline alone gives them, whatever the status. */
function deadlineThresholds(issue: Issue, directory: Directory): Record<keyof Thresholds, Instant> {
  const { calendar, timeZone } = directory.clock;
  const { nearDueDays, yellowDays, deepRedDays } = issue.rules;
  const startOf = (day: Day): Instant => instantAt(day, '00:00', timeZone);
  const due = dayOf(issue.deadline.at, timeZone);
  const yellowAt = issue.deadline.at + 1;
  const byDays = yellowDays === 0 ? yellowAt : startOf(calendar.addWorkingDays(due, yellowDays + 1));
  return {
    blueAt: startOf(calendar.addWorkingDays(due, -nearDueDays)),
    yellowAt,
    redAt: repeatedSince(issue, directory) === null ? byDays : yellowAt,
    deepRedAt: startOf(calendar.addWorkingDays(due, deepRedDays + 1)),
  };
}

/** Start of the earlier yellow run that makes this one red (two yellows in 30 days), or null. */
function repeatedSince(issue: Issue, directory: Directory): Instant | null {
  const { timeZone } = directory.clock;
  const yellowAt = issue.deadline.at + 1;
  const from = addDays(dayOf(yellowAt, timeZone), -issue.rules.yellowRepeatDays);
  const earlier = issue.pastYellows.filter((at) => at < yellowAt && dayOf(at, timeZone) >= from);
  return earlier.length === 0 ? null : Math.max(...earlier);
}

/**
 * From when each colour holds. All null when no clock runs: closed, void, paused, verifying, exempt. A 长期 item has no
 * colour; its blue lies at its far day, which tells it from green in the columns. While a request waits, a colour
 * already reached stays and no worse one comes. `redAt <= now` and so on is exactly {@link lightOf}.
 */
export function lightThresholds(issue: Issue, directory: Directory): Thresholds {
  const runs = issue.status === 'unrouted' || issue.status === 'unsigned' || issue.status === 'working';
  if (!runs) return NONE;
  if (isLongTerm(issue)) return { ...NONE, blueAt: issue.deadline.at };
  if (isExempt(issue)) return NONE;
  const all = deadlineThresholds(issue, directory);
  const asked = issue.pending?.at;
  if (asked === undefined) return all;
  const reached = (at: Instant): Instant | null => (at <= asked ? at : null);
  return {
    blueAt: reached(all.blueAt),
    yellowAt: reached(all.yellowAt),
    redAt: reached(all.redAt),
    deepRedAt: reached(all.deepRedAt),
  };
}

/** The colour from thresholds alone, as SQL compares the columns. */
export function colorAt(thresholds: Thresholds, now: Instant): 'green' | 'blue' | 'yellow' | 'red' | 'none' {
  const reached = (at: Instant | null): boolean => at !== null && at <= now;
  if (reached(thresholds.redAt)) return 'red';
  if (reached(thresholds.yellowAt)) return 'yellow';
  if (thresholds.blueAt !== null && thresholds.blueAt >= LONG_TERM_FROM) return 'none';
  return reached(thresholds.blueAt) ? 'blue' : 'green';
}

/** Colour, reason and days of an issue at `now`. */
export function lightOf(issue: Issue, directory: Directory, now: Instant): Light {
  const still = { overdueDays: null, dueInDays: null };
  const { status } = issue;
  if (status === 'closed' || status === 'void') return { color: 'done', reason: { code: status }, ...still };
  if (status === 'paused') return { color: 'paused', reason: pausedReason(issue, directory, now), ...still };
  if (status === 'verifying') return { color: 'green', reason: { code: 'verifying' }, ...still };
  if (isLongTerm(issue)) return { color: 'none', reason: { code: 'long-term' }, ...still };
  if (isExempt(issue)) return { color: 'green', reason: { code: 'exempt' }, ...still };
  const color = colorAt(lightThresholds(issue, directory), now);
  const left = workingDaysLeft(issue.deadline.at, now, directory.clock);
  if (color === 'yellow' || color === 'red') {
    const overdueDays = Math.max(0, -left);
    const since = repeatedSince(issue, directory);
    const early = color === 'red' && since !== null && overdueDays <= issue.rules.yellowDays;
    const reason: LightReason = early
      ? { code: 'repeated', overdueDays, since }
      : { code: 'overdue', overdueDays };
    return { color, reason, overdueDays, dueInDays: null };
  }
  const dueInDays = Math.max(0, left);
  const reason: LightReason = issue.pending
    ? { code: 'pending', request: issue.pending.kind }
    : { code: color === 'blue' ? 'near-due' : 'in-time', dueInDays };
  return { color, reason, overdueDays: null, dueInDays };
}

function pausedReason(issue: Issue, directory: Directory, now: Instant): LightReason {
  const pause = issue.pauses.at(-1);
  if (!pause) return { code: 'paused', days: 0, expected: dayOf(now, directory.clock.timeZone) };
  const days = workingDaysPaused([{ from: pause.from }], now, directory.clock);
  return { code: 'paused', days, expected: pause.expected };
}
