/** How long a link took, in the days its limit is counted in. Pure. */
import type { Calendar } from '../calendar.ts';
import type { LinkDuration, StatutoryDuration } from '../plan/model.ts';
import { type Day, daysBetween } from '../time.ts';

/** First and last day both count; at least one. 即办 is counted in working days. */
export function daysTaken(from: Day, to: Day, unit: LinkDuration['unit'], calendar: Calendar): number {
  if (unit === 'days') return Math.max(1, daysBetween(from, to) + 1);
  const own = calendar.isWorkingDay(from) ? 1 : 0;
  return Math.max(1, calendar.workingDaysBetween(from, to) + own);
}

/** Whether it took no longer than was promised. */
export function wasKept(from: Day, to: Day, promised: LinkDuration, calendar: Calendar): boolean {
  return daysTaken(from, to, promised.unit, calendar) <= promised.n;
}

/** By how many percent it was shorter than the law allows, one decimal, negative when it was longer; null: no such limit. */
export function shortenedBy(
  from: Day,
  to: Day,
  statutory: StatutoryDuration | null,
  calendar: Calendar,
): number | null {
  if (statutory === null || statutory.minimum === true || statutory.n <= 0) return null;
  const ratio = daysTaken(from, to, statutory.unit, calendar) / statutory.n;
  return Math.round((1 - ratio) * 1000) / 10;
}
