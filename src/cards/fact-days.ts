/** How many days a problem takes, is late, stands still and has left, in words: plain text. */
import type { HistoryRow, Issue } from '../domain/issue.ts';
import { isLongTerm } from '../domain/long-term.ts';
import { dayOf, daysBetween, type Instant } from '../domain/time.ts';
import { daysOverdue, workingDaysElapsed, workingDaysLeft, workingDaysPaused } from '../domain/worktime.ts';
import { dayText, deadlineText, today } from '../text/moments.ts';
import { personName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import { short } from './fact-written.ts';
import { viewLight } from './light.ts';
import { statusName } from './words.ts';
import * as words from './words-facts.ts';
import { historyText } from './words-history.ts';

export const day = (at: Instant, ctx: ViewContext) => dayOf(at, ctx.directory.settings.timeZone);
export const dayName = (at: Instant, ctx: ViewContext) => dayText(day(at, ctx), ctx);
export const nameOf = (id: number | null, ctx: ViewContext) =>
  id === null ? undefined : personName(ctx, id);

/** Calendar days and working days since. */
export function sinceText(what: string, at: Instant, ctx: ViewContext): string {
  return words.since(what, daysBetween(day(at, ctx), today(ctx)), workingDaysSince(at, ctx));
}

export function workingDaysSince(at: Instant, ctx: ViewContext): number {
  return workingDaysElapsed(at, ctx.now, [], ctx.directory.clock);
}

/** Of a ledger that does not say when it was raised. */
export function isUndated({ imported, loggedAt }: Issue): boolean {
  return imported !== undefined && imported.at === loggedAt;
}

/** How late it is, or how much is left; why neither is counted. */
export function lateText(issue: Issue, ctx: ViewContext): string {
  if (issue.status === 'closed') return doneText(issue, ctx);
  const { reason } = viewLight(issue, ctx);
  switch (reason.code) {
    case 'overdue':
    case 'repeated':
      return words.overdueText(reason.overdueDays);
    case 'in-time':
    case 'near-due':
      return `${words.NOT_LATE}，${words.leftText(reason.dueInDays)}`;
    default:
      return words.notCountedText(viewLight(issue, ctx).why || statusName(issue));
  }
}

export function doneText(issue: Issue, ctx: ViewContext): string {
  const at = issue.doneAt ?? issue.closedAt;
  if (at === null || issue.imported?.unrated || isLongTerm(issue)) return words.STRUCK_OFF_UNDATED;
  if (at <= issue.deadline.at) return words.DONE_IN_TIME;
  return words.doneLateText(daysOverdue(issue.deadline.day, at, ctx.directory.clock));
}

export function dueText(issue: Issue, ctx: ViewContext): string {
  if (isLongTerm(issue)) return viewLight(issue, ctx).why;
  const { deadline, originalDeadline } = issue;
  const original = originalDeadline === null ? undefined : dayText(originalDeadline.day, ctx);
  const due = words.deadlineText(deadlineText(deadline, ctx), original);
  if (issue.status === 'closed') return `${due}，${closing(issue, ctx)}`;
  const left = workingDaysLeft(deadline.at, ctx.now, ctx.directory.clock);
  const { reason, why } = viewLight(issue, ctx);
  const waits = reason.code === 'verifying' || reason.code === 'pending';
  return [due, why, waits && left >= 0 ? words.dueInText(left) : ''].filter((one) => one !== '').join('，');
}

export function closing({ closedAt, closedBy }: Issue, ctx: ViewContext): string {
  return closedAt === null
    ? words.STRUCK_OFF_UNDATED
    : words.closedText(dayName(closedAt, ctx), nameOf(closedBy, ctx));
}

/** As it was given; what of that is used is told of what is being worked on. */
export function limit(issue: Issue, ctx: ViewContext): string {
  const { loggedAt, originalDeadline, deadline, pauses, status } = issue;
  // A pause that is over has moved the deadline, and of an import the first day is not kept.
  const moved = pauses.some(({ until }) => until !== null) || isUndated(issue);
  if (isLongTerm(issue) || moved) return dueText(issue, ctx);
  const { clock } = ctx.directory;
  const all = workingDaysLeft((originalDeadline ?? deadline).at, loggedAt, clock);
  const told = words.limitText(dayName(loggedAt, ctx), all, dueText(issue, ctx));
  if (status === 'closed' || status === 'verifying') return told;
  const stood = workingDaysPaused(pauses, ctx.now, clock);
  return `${told}，${words.usedText(workingDaysElapsed(loggedAt, ctx.now, pauses, clock), stood)}`;
}

/** What of its time was used when the clock was stopped, and what will be left when it goes on. */
export function usedBefore(issue: Issue, from: Instant, ctx: ViewContext): string {
  if (isLongTerm(issue) || isUndated(issue)) return '';
  const { clock } = ctx.directory;
  const earlier = issue.pauses.filter(({ until }) => until !== null);
  const used = workingDaysElapsed(issue.loggedAt, from, earlier, clock);
  return words.usedBeforeText(used, workingDaysLeft(issue.deadline.at, from, clock));
}

/** Since which day it is late, or was when it was done. */
export function lateSince(issue: Issue, ctx: ViewContext): string {
  const { status, closedAt, deadline } = issue;
  const closed = status === 'closed';
  const told = lateText(issue, ctx);
  if (closed && told === words.DONE_IN_TIME && closedAt !== null)
    return words.closedInTimeText(dayName(closedAt, ctx));
  const { code } = viewLight(issue, ctx).reason;
  if (code === 'in-time' || code === 'near-due') return `${words.NOT_LATE}，${dueText(issue, ctx)}`;
  const late = closed ? told !== words.STRUCK_OFF_UNDATED : code === 'overdue' || code === 'repeated';
  if (!late) return `${told}，${dueText(issue, ctx)}`;
  return `${words.lateSinceText(deadlineText(deadline, ctx))}，${told}${closed ? `，${closing(issue, ctx)}` : ''}`;
}

/** How long since the last step, and which that was. @param rows its steps, oldest first */
export function idle(issue: Issue, rows: readonly HistoryRow[], ctx: ViewContext): string {
  if (issue.status === 'closed') return closing(issue, ctx);
  const last = rows.at(-1);
  const at = last?.at ?? issue.loggedAt;
  const since = last ? words.lastMoveText(short(historyText(last, ctx))) : words.NO_MOVE;
  return words.idleText(sinceText('', at, ctx).trim(), since);
}

export function age(issue: Issue, ctx: ViewContext): string {
  const { loggedAt, doneAt, closedAt, status } = issue;
  if (isUndated(issue)) return words.NO_LOGGED_DAY;
  if (status === 'closed') {
    if (closedAt === null) return words.STRUCK_OFF_UNDATED;
    const taken = workingDaysElapsed(loggedAt, doneAt ?? closedAt, [], ctx.directory.clock);
    return words.takenText(doneAt === null ? '销号' : '报办结', taken, dayName(closedAt, ctx));
  }
  const told = sinceText('登记至今', loggedAt, ctx);
  const { reason, why } = viewLight(issue, ctx);
  return reason.code === 'overdue' || reason.code === 'repeated' ? `${told}，${why}` : told;
}
