/** How long a 收到 (or 签收) keeps the ladder quiet. */
import type { Directory } from './directory.ts';
import type { Issue } from './issue.ts';
import { type Clock, clockOf, dayOf, type Instant, instantAt } from './time.ts';
import type { WorkClock } from './worktime.ts';

/**
 * The same time of day `days` working days after `at`. What happens on a day off happens at the start of the next
 * working day: routed on Saturday, one working day after is Tuesday morning.
 */
export function afterWorkingDays(at: Instant, days: number, clock: WorkClock): Instant {
  const { calendar, hours, timeZone } = clock;
  const day = dayOf(at, timeZone);
  const works = calendar.isWorkingDay(day);
  const from = works ? day : calendar.nextWorkingDay(day);
  const time: Clock = works ? clockOf(at, timeZone) : hours.start;
  return instantAt(calendar.addWorkingDays(from, days), time, timeZone);
}

/** Until when an acknowledgement holds: the rules' working days after it or after the last change; null without one. */
export function acknowledgedUntil(issue: Issue, directory: Directory): Instant | null {
  const { acknowledgedAt } = issue.ladder;
  if (acknowledgedAt === null) return null;
  const since = Math.max(acknowledgedAt, issue.changedAt);
  return afterWorkingDays(since, issue.rules.acknowledgeLapseDays, directory.clock);
}
