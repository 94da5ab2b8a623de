/** Everything that comes by itself, and when the next of it is due. */
import type { Directory } from '../domain/directory.ts';
import { addDays, clockOf, type Day, dayOf, type Instant, instantAt } from '../domain/time.ts';
import { HEALTH_RUN } from './periodic/health.ts';
import { MORNING_RUN } from './periodic/morning.ts';
import type { Periodic, PeriodicRun } from './periodic.ts';

/** In the order of the day. */
export const SCHEDULE: readonly Periodic[] = [MORNING_RUN, HEALTH_RUN];

/** Longer than any run of days off, and than a month. */
const LOOK_AHEAD_DAYS = 62;

/** Whether this thing belongs to this day at all. */
export function isDayOf(periodic: Periodic, day: Day, directory: Directory): boolean {
  return directory.calendar.isWorkingDay(day) && (periodic.on?.(day, directory) ?? true);
}

/** The run that is due at `at`, or undefined outside its hours and days. */
export function dueRun(periodic: Periodic, directory: Directory, at: Instant): PeriodicRun | undefined {
  const { timeZone } = directory.settings;
  const day = dayOf(at, timeZone);
  const clock = clockOf(at, timeZone);
  if (clock < periodic.from(directory) || clock >= periodic.until(directory)) return undefined;
  return isDayOf(periodic, day, directory) ? { day, late: clock >= periodic.lateFrom(directory) } : undefined;
}

/** When the next of all falls due, strictly after `now`; null when nothing does in the next two months. */
export function nextRunAt(schedule: readonly Periodic[], directory: Directory, now: Instant): Instant | null {
  const { timeZone } = directory.settings;
  const today = dayOf(now, timeZone);
  for (let ahead = 0; ahead < LOOK_AHEAD_DAYS; ahead++) {
    const day = addDays(today, ahead);
    const starts = schedule
      .filter((periodic) => isDayOf(periodic, day, directory))
      .map((periodic) => instantAt(day, periodic.from(directory), timeZone))
      .filter((start) => start > now);
    if (starts.length > 0) return Math.min(...starts);
  }
  return null;
}
