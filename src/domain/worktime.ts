import type { Calendar } from './calendar.ts';
import { type Clock, clockOf, type Day, dayOf, type Instant, instantAt } from './time.ts';

/** Working time (工作时间) of a working day. */
export interface WorkingHours {
  start: Clock;
  end: Clock;
}

/** Quiet hours (免打扰): nothing is sent from `from` until `until`, usually across midnight. */
export interface QuietHours {
  from: Clock;
  until: Clock;
}

/** Everything that turns days into instants: product.md §4, all of it settings. */
export interface WorkClock {
  calendar: Calendar;
  timeZone: string;
  hours: WorkingHours;
}

/** A WorkClock that also knows when to be quiet. */
export interface QuietClock extends WorkClock {
  quiet: QuietHours;
}

/** A time the working clock stood still (挂账停表); without `until` it still does. */
export interface Pause {
  from: Instant;
  until?: Instant | null;
}

export const DEFAULT_HOURS: WorkingHours = { start: '09:00', end: '17:30' };
export const DEFAULT_QUIET: QuietHours = { from: '20:00', until: '08:00' };

/** The instant a day-deadline falls due: end of working time, or `hour` when one was given. */
export function dueAt(
  day: Day,
  hour: Clock | undefined,
  clock: Pick<WorkClock, 'timeZone' | 'hours'>,
): Instant {
  return instantAt(day, hour ?? clock.hours.end, clock.timeZone);
}

function isQuietClock(now: Clock, quiet: QuietHours): boolean {
  if (quiet.from <= quiet.until) return now >= quiet.from && now < quiet.until;
  return now >= quiet.from || now < quiet.until;
}

/** Whether nothing may be sent by itself at `at`: a non-working day, or quiet hours (`from` in, `until` out). */
export function isQuiet(at: Instant, clock: QuietClock): boolean {
  const day = dayOf(at, clock.timeZone);
  return !clock.calendar.isWorkingDay(day) || isQuietClock(clockOf(at, clock.timeZone), clock.quiet);
}

/**
 * The first instant from `at` on that is not quiet: `at` itself when it is not, else the end of quiet hours on the
 * same or the next working day. Friday 21:00 → Monday 08:00; 2026-09-30 20:00 → 2026-10-08 08:00.
 */
export function nextSendable(at: Instant, clock: QuietClock): Instant {
  if (!isQuiet(at, clock)) return at;
  const { calendar, quiet, timeZone } = clock;
  const today = dayOf(at, timeZone);
  const opens = isQuietClock('00:00', quiet) ? quiet.until : '00:00';
  const endsToday = instantAt(today, quiet.until, timeZone);
  if (calendar.isWorkingDay(today) && endsToday > at && !isQuietClock(quiet.until, quiet)) return endsToday;
  return instantAt(calendar.nextWorkingDay(today), opens, timeZone);
}

/**
 * Working days the clock stood still up to `now`: working days after the day a pause began up to and including the
 * day it ended (or today). Monday → Wednesday = 2; Friday → Sunday = 0; the same day = 0. Overlapping pauses count
 * once, the part after `now` not at all.
 */
export function workingDaysPaused(pauses: readonly Pause[], now: Instant, clock: WorkClock): number {
  const spans = pauses
    .filter((pause) => pause.from < now)
    .map((pause) => ({ from: pause.from, until: Math.min(pause.until ?? now, now) }))
    .sort((a, b) => a.from - b.from);
  let paused = 0;
  let counted: Day | undefined;
  for (const span of spans) {
    const first = dayOf(span.from, clock.timeZone);
    const from = counted !== undefined && counted > first ? counted : first;
    const until = dayOf(span.until, clock.timeZone);
    if (until <= from) continue;
    paused += clock.calendar.workingDaysBetween(from, until);
    counted = until;
  }
  return paused;
}

/**
 * Working days an item has been running: working days after the day of `from` up to and including the day of `now`,
 * less those paused. Logged Friday, looked at on Monday = 1. Never negative.
 */
export function workingDaysElapsed(
  from: Instant,
  now: Instant,
  pauses: readonly Pause[],
  clock: WorkClock,
): number {
  const span = pauses
    .filter((pause) => (pause.until ?? now) > from)
    .map((pause) => ({ from: Math.max(pause.from, from), until: pause.until ?? null }));
  const days = clock.calendar.workingDaysBetween(dayOf(from, clock.timeZone), dayOf(now, clock.timeZone));
  return Math.max(0, days - workingDaysPaused(span, now, clock));
}

/**
 * Working days left: working days after today up to and including the deadline day. 0 = due today (or on the coming
 * days off), negative after it. Due Wednesday: Monday 2, Tuesday 1, Wednesday 0.
 */
export function workingDaysLeft(deadline: Instant, now: Instant, clock: WorkClock): number {
  return clock.calendar.workingDaysBetween(dayOf(now, clock.timeZone), dayOf(deadline, clock.timeZone));
}

/**
 * How long overdue: undefined until the deadline instant has passed; then the working days after the deadline day up
 * to and including today. Due Friday 17:30: Friday 18:00 → 0, Saturday → 0, Monday → 1.
 *
 * `pauses` are those not yet added to `deadline` by {@link shiftByPause} (typically the open one): their days do not
 * count, and while one runs that began in time the item is not overdue at all.
 */
export function overdueWorkingDays(
  deadline: Instant,
  now: Instant,
  pauses: readonly Pause[],
  clock: WorkClock,
): number | undefined {
  const due = addStandstill(deadline, workingDaysPaused(pauses, now, clock), clock);
  const runsInTime = pauses.some(
    (pause) => pause.from <= Math.min(deadline, now) && (pause.until ?? Number.POSITIVE_INFINITY) > now,
  );
  if (now <= due || runsInTime) return undefined;
  return clock.calendar.workingDaysBetween(dayOf(due, clock.timeZone), dayOf(now, clock.timeZone));
}

/**
 * The deadline after a pause: moved by the working days the clock stood still ({@link workingDaysPaused}), same time
 * of day. Due Friday, paused Monday to Wednesday (2 days) → due Tuesday. A pause over days off moves nothing.
 */
export function shiftByPause(
  deadline: Instant,
  pauseFrom: Instant,
  pauseUntil: Instant,
  clock: WorkClock,
): Instant {
  const days = workingDaysPaused([{ from: pauseFrom, until: pauseUntil }], pauseUntil, clock);
  return addStandstill(deadline, days, clock);
}

function addStandstill(deadline: Instant, days: number, clock: WorkClock): Instant {
  if (days <= 0) return deadline;
  const day = clock.calendar.addWorkingDays(dayOf(deadline, clock.timeZone), days);
  return instantAt(day, clockOf(deadline, clock.timeZone), clock.timeZone);
}

/** Working days after a deadline day up to and including today; 0 on the day itself and before it. */
export function daysOverdue(
  deadline: Day,
  now: Instant,
  { calendar, timeZone }: Pick<WorkClock, 'calendar' | 'timeZone'>,
): number {
  return Math.max(0, calendar.workingDaysBetween(deadline, dayOf(now, timeZone)));
}
