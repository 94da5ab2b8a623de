/** The limit an issue gets when nobody names a deadline. */
import type { Directory } from './directory.ts';
import type { Deadline, Issue } from './issue.ts';
import { type Day, dayOf, formatDay, type Instant } from './time.ts';
import { dueAt } from './worktime.ts';

/** Working days by default: of the category, else of the deployment; 绿色通道 halves them, rounded up; at least one. */
export function defaultLimitDays(
  issue: { categoryId: number | null; greenChannel: boolean },
  directory: Directory,
): number {
  const category = issue.categoryId === null ? undefined : directory.category(issue.categoryId);
  const days = category?.limitDays ?? directory.settings.limitDays;
  return Math.max(1, issue.greenChannel ? Math.ceil(days / 2) : days);
}

/** The default deadline counted from `now`: end of working time on the n-th working day after today. */
export function defaultDeadline(
  issue: Pick<Issue, 'categoryId' | 'greenChannel'>,
  now: Instant,
  directory: Directory,
): Deadline {
  const count = defaultLimitDays(issue, directory);
  const start = dayOf(now, directory.clock.timeZone);
  const day = directory.calendar.addWorkingDays(start, count);
  const phrase = defaultPhrase(count);
  return {
    at: dueAt(day, undefined, directory.clock),
    day,
    phrase,
    rule: { kind: 'working-days', start, count },
  };
}

const defaultPhrase = (count: number) => `默认${count}个工作日`;

/** Whether it is what {@link defaultDeadline} gave, and nobody has said another one since. */
export function isDefaultLimit({ phrase, rule }: Deadline): boolean {
  return rule.kind === 'working-days' && phrase === defaultPhrase(rule.count);
}

/** A deadline picked in a calendar: until the end of working time of that day. */
export function pickedDeadline(day: Day, now: Instant, directory: Directory): Deadline {
  const start = dayOf(now, directory.clock.timeZone);
  const at = dueAt(day, undefined, directory.clock);
  return { at, day, phrase: formatDay(day, { weekday: false }), rule: { kind: 'day', start, day } };
}
