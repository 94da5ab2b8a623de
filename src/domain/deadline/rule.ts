import type { Calendar } from '../calendar.ts';
import {
  addDays,
  addMonths,
  type Clock,
  clockOf,
  type Day,
  dayOf,
  type Instant,
  LONG_TERM_DAY,
  MINUTE,
} from '../time.ts';
import { dueAt, type WorkClock } from '../worktime.ts';
import type { DeadlineRule } from './reading.ts';

/**
 * The day a rule points to under `calendar`. One beside a holiday whose date cannot be known falls back to
 * `start` (readDeadline never makes such a rule).
 */
export function dayOfRule(rule: DeadlineRule, clock: Pick<WorkClock, 'calendar' | 'timeZone'>): Day {
  switch (rule.kind) {
    case 'working-days':
      return clock.calendar.addWorkingDays(rule.start, rule.count);
    case 'calendar-days':
      return addDays(addMonths(rule.start, rule.months), rule.days);
    case 'minutes':
      return dayOf(rule.from + rule.minutes * MINUTE, clock.timeZone);
    case 'day':
      return rule.day;
    case 'last-working-day':
      return findLastWorkingDay(rule, clock.calendar);
    case 'long-term':
      return LONG_TERM_DAY;
    case 'nth-working-day': {
      const day = clock.calendar.addWorkingDays(addDays(rule.from, -1), rule.count);
      return day > rule.until ? rule.until : day;
    }
    case 'after-holiday': {
      const begins = clock.calendar.holidayStart(rule.holiday, rule.year);
      return begins === undefined ? rule.start : clock.calendar.addWorkingDays(begins, rule.count);
    }
    case 'before-holiday': {
      const begins = clock.calendar.holidayStart(rule.holiday, rule.year);
      return begins === undefined ? rule.start : clock.calendar.previousWorkingDay(begins);
    }
  }
}

function findLastWorkingDay(rule: { start: Day; from: Day; until: Day }, calendar: Calendar): Day {
  const first = rule.from > rule.start ? rule.from : rule.start;
  const last = calendar.isWorkingDay(rule.until) ? rule.until : calendar.previousWorkingDay(rule.until);
  return last >= first ? last : rule.until;
}

/** The hour a rule gives, or undefined for "until end of working time". */
export function hourOfRule(rule: DeadlineRule, timeZone: string): Clock | undefined {
  return rule.kind === 'minutes' ? clockOf(rule.from + rule.minutes * MINUTE, timeZone) : rule.hour;
}

/**
 * The instant a rule falls due: what readDeadline found, computed anew. After holiday data arrives (or rows change)
 * pass the new calendar: counted rules keep their start and count, named days stay where they are.
 */
export function recomputeDeadline(rule: DeadlineRule, clock: WorkClock): Instant {
  if (rule.kind === 'minutes') return rule.from + rule.minutes * MINUTE;
  return dueAt(dayOfRule(rule, clock), rule.hour, clock);
}
