/** When somebody is to go through the sources of a template again: laws change. Pure. */
import type { Calendar } from '../calendar.ts';
import { type Day, datePartsOf } from '../time.ts';

const QUARTER_MONTHS = 3;

/** Three months and more have gone by. */
export function isReviewDue(reviewedOn: Day, today: Day): boolean {
  return monthsBetween(reviewedOn, today) >= QUARTER_MONTHS;
}

/**
 * Whether the morning's report says it: on the first working day of every quarter that has gone by since, and on no
 * other.
 */
export function isReviewTold(reviewedOn: Day, today: Day, calendar: Calendar): boolean {
  const quarters = (day: Day) => Math.floor(monthsBetween(reviewedOn, day) / QUARTER_MONTHS);
  const before = calendar.previousWorkingDay(today);
  return (
    calendar.isWorkingDay(today) && quarters(today) >= 1 && quarters(today) > Math.max(0, quarters(before))
  );
}

/** Whole months; a day its month has not (31) counts as the first of the next one. */
function monthsBetween(from: Day, to: Day): number {
  const a = datePartsOf(from);
  const b = datePartsOf(to);
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return b.day >= a.day ? months : months - 1;
}
