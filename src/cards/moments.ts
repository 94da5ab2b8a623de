/** Days and hours in the words of the office. */
import type { Deadline } from '../domain/issue.ts';
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
