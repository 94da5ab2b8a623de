import type { Calendar } from '../calendar.ts';
import type { Day } from '../time.ts';
import type { WorkClock } from '../worktime.ts';
import type { DeadlineRemark, DeadlineRule } from './reading.ts';
import { dayOfRule } from './rule.ts';

/** Years without a published notice that a rule's count or day touches, in order. */
export function listProvisionalYears(
  rule: DeadlineRule,
  clock: Pick<WorkClock, 'calendar' | 'timeZone'>,
): number[] {
  if (rule.kind === 'long-term') return [];
  const end = Number(dayOfRule(rule, clock).slice(0, 4));
  const counts = rule.kind === 'working-days';
  const first = counts ? Number(rule.start.slice(0, 4)) : end;
  const years = Array.from({ length: Math.max(1, end - first + 1) }, (_, i) => first + i);
  // 元旦前: the day lies in December, but where the holiday begins is the next year's notice
  if (rule.kind === 'before-holiday' && rule.year > end) years.push(rule.year);
  return years.filter((year) => clock.calendar.isProvisional(year));
}

/** What to say about any rule: its day is not a working day, its year is not published. */
export function listRuleRemarks(
  rule: DeadlineRule,
  clock: Pick<WorkClock, 'calendar' | 'timeZone'>,
): DeadlineRemark[] {
  if (rule.kind === 'long-term') return [];
  const day = dayOfRule(rule, clock);
  const provisional = listProvisionalYears(rule, clock).map(
    (year) => ({ kind: 'provisional-year', year }) as const,
  );
  return [...describeDayOff(day, clock.calendar), ...provisional];
}

function describeDayOff(day: Day, calendar: Calendar): DeadlineRemark[] {
  const { working, reason, name } = calendar.dayInfo(day);
  if (working || reason === 'workday' || reason === 'make-up') return [];
  const neighbours = { previous: calendar.previousWorkingDay(day), next: calendar.nextWorkingDay(day) };
  return [{ kind: 'non-working-day', day, reason, ...(name === undefined ? {} : { name }), ...neighbours }];
}
