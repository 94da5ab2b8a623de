/** Days, hours and how long something still has or is late, in the words of the office. */
import type { Deadline, Issue } from '../domain/issue.ts';
import { clockOf, type Day, datePartsOf, dayOf, formatDay, type Instant } from '../domain/time.ts';
import type { ViewContext } from './view.ts';

/** 11月25日(周三); the year only when it is not this one. */
export function dayText(day: Day, ctx: ViewContext): string {
  return formatDay(day, { year: datePartsOf(dayOf(ctx.now, ctx.directory.settings.timeZone)).year });
}

/** 11-23 09:12, with the year before it when it is another one. */
export function shortInstant(at: Instant, ctx: ViewContext): string {
  const { timeZone } = ctx.directory.settings;
  const day = dayOf(at, timeZone);
  const sameYear = day.slice(0, 4) === dayOf(ctx.now, timeZone).slice(0, 4);
  return `${sameYear ? day.slice(5) : day} ${clockOf(at, timeZone)}`;
}

/** 11月25日(周三), and the hour when one was agreed. */
export function deadlineText(deadline: Deadline, ctx: ViewContext): string {
  return deadline.hour ? `${dayText(deadline.day, ctx)} ${deadline.hour}` : dayText(deadline.day, ctx);
}

/** Working days from one instant to another, never negative. */
export function workingDaysFrom(from: Instant, to: Instant, ctx: ViewContext): number {
  const { timeZone } = ctx.directory.settings;
  return Math.max(0, ctx.directory.calendar.workingDaysBetween(dayOf(from, timeZone), dayOf(to, timeZone)));
}

/**
 * 还剩 3 个工作日 / 今天到期 / 超 2 个工作日. Says nothing of an issue whose clock does not run: it is over, stands
 * still, or waits for the answer to an extension.
 */
export function remainingText(issue: Issue, ctx: ViewContext): string {
  if (issue.status === 'closed' || issue.status === 'void') return '';
  if (issue.status === 'paused') return '计时已停';
  if (issue.status === 'verifying') return '等待核验';
  const { timeZone } = ctx.directory.settings;
  const { at, day } = issue.deadline;
  const today = dayOf(ctx.now, timeZone);
  if (ctx.now > at) {
    if (issue.pending?.kind === 'extension' && issue.pending.at <= at) return '已申请延期';
    const late = workingDaysFrom(at, ctx.now, ctx);
    return late === 0 ? '已过时限' : `超 ${late} 个工作日`;
  }
  if (day === today) return '今天到期';
  const left = workingDaysFrom(ctx.now, at, ctx);
  return left === 0 ? '假日到期' : `还剩 ${left} 个工作日`;
}
