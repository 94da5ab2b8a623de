import type { DayInfo, HolidayName } from '../calendar.ts';
import { addDays, type Clock, type Day, daysBetween, type Instant } from '../time.ts';
import type { WorkClock } from '../worktime.ts';
import type { DeadlineRule } from './reading.ts';
import { listProvisionalYears } from './remarks.ts';
import { dayOfRule, hourOfRule, recomputeDeadline } from './rule.ts';

/** A run of days off that were not counted, one name and reason. */
export interface SkippedRun {
  from: Day;
  until: Day;
  days: number;
  reason: DayInfo['reason'];
  name?: string;
}

/** How a deadline was counted (怎么算的): everything needed to put it into words, nothing in words yet. */
export interface DeadlineExplanation {
  rule: DeadlineRule;
  /** the day the words were written */
  start: Day;
  /** working days: the first day that counts, when any day was counted */
  firstCounted?: Day;
  skipped: SkippedRun[];
  /** make-up working days (调休上班) that were counted */
  makeUps: { day: Day; name?: string }[];
  /** 春节前: the holiday and its first day off */
  holiday?: { name: HolidayName; begins: Day };
  result: Day;
  hour?: Clock;
  at: Instant;
  /** from the day after `start` to `result`, for every kind of rule */
  workingDays: number;
  calendarDays: number;
  provisionalYears: number[];
}

/** Explains a rule under `clock`'s calendar. Days are listed only where they were counted or passed over. */
export function explainDeadline(rule: DeadlineRule, clock: WorkClock): DeadlineExplanation {
  const { calendar, timeZone } = clock;
  const result = dayOfRule(rule, clock);
  const at = recomputeDeadline(rule, clock);
  if (rule.kind === 'long-term') {
    const none = { skipped: [], makeUps: [], workingDays: 0, calendarDays: 0, provisionalYears: [] };
    return { rule, start: rule.start, result, at, ...none };
  }
  const hour = hourOfRule(rule, timeZone);
  const named = rule.kind === 'before-holiday' || rule.kind === 'after-holiday' ? rule : undefined;
  const begins = named && calendar.holidayStart(named.holiday, named.year);
  const counted = rule.kind === 'working-days';
  const days = counted
    ? listDays(addDays(rule.start, 1), result)
    : begins && rule.kind === 'before-holiday'
      ? listDays(addDays(result, 1), addDays(begins, -1))
      : [];
  return {
    rule,
    start: rule.start,
    ...(counted && rule.count > 0 ? { firstCounted: calendar.nextWorkingDay(rule.start) } : {}),
    skipped: listSkipped(days, calendar.dayInfo),
    makeUps: counted ? listMakeUps(days, calendar.dayInfo) : [],
    ...(named && begins ? { holiday: { name: named.holiday, begins } } : {}),
    result,
    ...(hour === undefined ? {} : { hour }),
    at,
    workingDays: calendar.workingDaysBetween(rule.start, result),
    calendarDays: daysBetween(rule.start, result),
    provisionalYears: listProvisionalYears(rule, clock),
  };
}

function listDays(from: Day, until: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(from, until) + 1) }, (_, i) => addDays(from, i));
}

function listSkipped(days: Day[], infoOf: (day: Day) => DayInfo): SkippedRun[] {
  const runs: SkippedRun[] = [];
  for (const day of days) {
    const { working, reason, name } = infoOf(day);
    if (working) continue;
    const last = runs.at(-1);
    if (last && last.reason === reason && last.name === name && addDays(last.until, 1) === day) {
      last.until = day;
      last.days++;
    } else runs.push({ from: day, until: day, days: 1, reason, ...(name === undefined ? {} : { name }) });
  }
  return runs;
}

/** Weekend days that are worked: by the notice, or by an administrator's row. */
function listMakeUps(days: Day[], infoOf: (day: Day) => DayInfo): { day: Day; name?: string }[] {
  return days.flatMap((day) => {
    const { working, reason, name } = infoOf(day);
    if (!working || reason === 'workday') return [];
    return [{ day, ...(name === undefined ? {} : { name }) }];
  });
}
