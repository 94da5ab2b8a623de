/** Days of the office: the weekly meeting's (周五调度包) and the last working day of a month. */
import type { Calendar } from './calendar.ts';
import { addDays, addMonths, type Day, datePartsOf, daysInMonth, weekdayOf } from './time.ts';

const FRIDAY = 5;

/** Monday of the week. */
export function weekStart(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/**
 * The day of the pack in the week of `day`: Friday; when that is off, the last working day before it; when only a
 * make-up Saturday or Sunday is worked, that one. Undefined in a week without a working day.
 */
export function meetingDayOf(day: Day, calendar: Calendar): Day | undefined {
  const monday = weekStart(day);
  const friday = addDays(monday, FRIDAY - 1);
  for (let one = friday; one >= monday; one = addDays(one, -1)) if (calendar.isWorkingDay(one)) return one;
  for (let one = addDays(monday, 6); one > friday; one = addDays(one, -1))
    if (calendar.isWorkingDay(one)) return one;
  return undefined;
}

/** The pack's day before `day` (`step` −1), or at `day` or after it (1); weeks off are passed over. */
export function findMeetingDay(day: Day, step: -1 | 1, calendar: Calendar): Day {
  for (let week = 0; week < 60; week++) {
    const found = meetingDayOf(addDays(day, step * 7 * week), calendar);
    if (found !== undefined && (step === 1 ? found >= day : found < day)) return found;
  }
  throw new RangeError('no working day in a year');
}

/** First day of the month of `day`. */
export function monthStart(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}

/** First day of the month after. */
export function nextMonth(day: Day): Day {
  return addMonths(monthStart(day), 1);
}

/** The last working day of the month of `day`; undefined in a month without one. */
export function lastWorkingDayOf(day: Day, calendar: Calendar): Day | undefined {
  const { year, month } = datePartsOf(day);
  const first = monthStart(day);
  const last = `${day.slice(0, 8)}${daysInMonth(year, month)}`;
  for (let one = last; one >= first; one = addDays(one, -1)) if (calendar.isWorkingDay(one)) return one;
  return undefined;
}
