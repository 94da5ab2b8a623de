/**
 * Days of a step. Its first and its last day both belong to it. It begins on a working day. One counted in 日 counts
 * every day and may end on a day off; what follows begins on the next working day all the same. 即办 ends where it began.
 */
import type { Calendar } from '../calendar.ts';
import { type Day, dayOfEpoch, epochDay } from '../time.ts';
import type { LinkDuration, StatutoryDuration } from './model.ts';

/** `day` itself when it is a working day, the next one otherwise. */
export function workingDayFrom(calendar: Calendar, day: Day): Day {
  return calendar.isWorkingDay(day) ? day : calendar.nextWorkingDay(day);
}

/** `day` itself when it is a working day, the one before otherwise. */
export function workingDayUntil(calendar: Calendar, day: Day): Day {
  return calendar.isWorkingDay(day) ? day : calendar.previousWorkingDay(day);
}

/** Whether a plan can be made from it: a whole number of days, at least one, at most ten years. */
export function isDuration({ n }: LinkDuration): boolean {
  return Number.isInteger(n) && n >= 1 && n <= 3650;
}

/** The last day of what begins on `start` (moved to a working day). */
export function finishOf(calendar: Calendar, start: Day, { n, unit }: LinkDuration): Day {
  const first = workingDayFrom(calendar, start);
  if (unit === 'same-day') return first;
  if (unit === 'days') return dayOfEpoch(epochDay(first) + n - 1);
  return calendar.addWorkingDays(first, n - 1);
}

/** The last working day on which it may begin to end by `finish`: exactly undoes {@link finishOf}. */
export function latestStart(calendar: Calendar, finish: Day, { n, unit }: LinkDuration): Day {
  if (unit === 'days') return workingDayUntil(calendar, dayOfEpoch(epochDay(finish) - n + 1));
  const last = workingDayUntil(calendar, finish);
  return unit === 'same-day' ? last : calendar.addWorkingDays(last, 1 - n);
}

/** The day before. */
export function dayBefore(day: Day): Day {
  return dayOfEpoch(epochDay(day) - 1);
}

/** The shortest a step may be made, in its own unit: one day, or what the law wants at least (公告期). */
export function shortestOf({ unit }: LinkDuration, minimum: StatutoryDuration | null): number {
  if (!minimum?.minimum || minimum.unit === 'same-day' || unit === 'same-day') return 1;
  if (minimum.unit === unit) return minimum.n;
  const sevenths = minimum.unit === 'days' ? 5 / 7 : 7 / 5;
  return Math.max(1, Math.ceil(minimum.n * sevenths));
}
