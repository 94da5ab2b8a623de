/** Days and hours in the words of the office. */
import { listProvisionalYears } from '../domain/deadline.ts';
import { type Issue, OPEN_STATUSES } from '../domain/issue.ts';
import {
  clockOf,
  type Day,
  datePartsOf,
  dayOf,
  daysBetween,
  formatDay,
  type Instant,
} from '../domain/time.ts';
import { deadlineText as formatDeadline, provisionalYearText } from './deadline.ts';
import type { ViewContext } from './view.ts';

/** 11月25日(周三); the year only when it is not this one. */
export function dayText(day: Day, ctx: ViewContext): string {
  return formatDay(day, { year: yearOf(ctx) });
}

/** 11-23 09:12, with the year before it when it is another one. */
export function shortInstant(at: Instant, ctx: ViewContext): string {
  const { timeZone } = ctx.directory.settings;
  const day = dayOf(at, timeZone);
  const sameYear = day.slice(0, 4) === dayOf(ctx.now, timeZone).slice(0, 4);
  return `${sameYear ? day.slice(5) : day} ${clockOf(at, timeZone)}`;
}

/** 11月25日(周三), and the hour when one was agreed. */
export function deadlineText(deadline: { day: Day; hour?: string }, ctx: ViewContext): string {
  return formatDeadline(deadline, { year: yearOf(ctx) });
}

/** That a counted deadline reaches a year whose notice is not out; '' for named days, which do not move. */
export function provisionalText(
  { deadline, status }: Pick<Issue, 'deadline' | 'status'>,
  ctx: ViewContext,
): string {
  const { rule } = deadline;
  const named = rule.kind === 'day' || rule.kind === 'calendar-days' || rule.kind === 'minutes';
  if (named || !OPEN_STATUSES.includes(status)) return '';
  return listProvisionalYears(rule, ctx.directory.clock).map(provisionalYearText).join('；');
}

/** The same of a day somebody expects: a pause ends on the next working day. */
export function provisionalDayText(day: Day, ctx: ViewContext): string {
  const { year } = datePartsOf(day);
  return ctx.directory.calendar.isProvisional(year) ? provisionalYearText(year) : '';
}

/** Why the deadline is not the day it was set to; '' when no changed calendar has moved it. */
export function recountedText({ deadline }: Pick<Issue, 'deadline'>, ctx: ViewContext): string {
  if (!deadline.recounted) return '';
  const { from, counted } = deadline.recounted;
  const held = counted === undefined ? '' : `，应为${dayText(counted, ctx)}，为免突然逾期顺到此日`;
  return `放假安排有变，由${dayText(from, ctx)}重算${held}`;
}

/** How long a node of a project is past; undefined when it is not. A fresh one asks for the new day. */
export function pastText(day: Day, ctx: ViewContext): { days: number; text: string } | undefined {
  const days = daysBetween(day, today(ctx));
  if (days <= 0) return undefined;
  return { days, text: days <= FRESHLY_PAST_DAYS ? `（已过 ${days} 天，请更新）` : `（已过 ${days} 天）` };
}

/** Later than this after it a node has happened, or nobody keeps it. */
export const FRESHLY_PAST_DAYS = 30;

/** The year readers take for granted. */
export function yearOf(ctx: ViewContext): number {
  return datePartsOf(today(ctx)).year;
}

export function today(ctx: ViewContext): Day {
  return dayOf(ctx.now, ctx.directory.settings.timeZone);
}

/** 还有 120 天(82 个工作日), 就在今天; undefined once the day is over. */
export function countdownText(day: Day, ctx: ViewContext): string | undefined {
  const now = today(ctx);
  const days = daysBetween(now, day);
  if (days < 0) return undefined;
  if (days === 0) return '就在今天';
  return `还有 ${days} 天（${ctx.directory.calendar.workingDaysBetween(now, day)} 个工作日）`;
}
