/** Days, weeks, months, quarters and years around today, as first and last day. */
import { addDays, type Day, datePartsOf, daysInMonth, weekdayOf } from './time.ts';

export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** First and last day of the day, week (from Monday), month, quarter or year `offset` from today's. */
export function rangeOf(kind: PeriodKind, offset: number, today: Day): [Day, Day] {
  if (kind === 'day') {
    const day = addDays(today, offset);
    return [day, day];
  }
  if (kind === 'week') {
    const monday = addDays(today, 1 - weekdayOf(today) + offset * 7);
    return [monday, addDays(monday, 6)];
  }
  const length = kind === 'month' ? 1 : kind === 'quarter' ? 3 : 12;
  const { year, month } = datePartsOf(today);
  const first = Math.floor((month - 1) / length) * length + 1 + offset * length;
  const start = dayOfMonth(year, first, 1);
  const last = dayOfMonth(year, first + length - 1, 31);
  return [start, last];
}

/** Months count on through the years; a day past the month's end is its last. */
function dayOfMonth(year: number, month: number, day: number): Day {
  const months = year * 12 + month - 1;
  const [y, m] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(y).padStart(4, '0')}-${two(m)}-${two(Math.min(day, daysInMonth(y, m)))}`;
}

/** First and last day of a month of a year; months outside 1–12 count on into other years. */
export function monthOf(year: number, month: number): [Day, Day] {
  return [dayOfMonth(year, month, 1), dayOfMonth(year, month, 31)];
}
