/** Links (环节) of a report: done in its days, late now, and what comes next. Pure. */
import type { Calendar } from '../../domain/calendar.ts';
import { doneOn, type LinkRow } from '../../domain/plan/link-row.ts';
import type { PlannedStep } from '../../domain/plan/model.ts';
import { type Day, dayOf, type Instant } from '../../domain/time.ts';
import type { Days } from './rules.ts';

/** `day`: done on, was due on, begins on, is due on. */
export interface LinkLine {
  link: LinkRow;
  day: Day;
  /** Working days late; 0 where it is not. */
  late: number;
}

export interface LinkNews {
  done: LinkLine[];
  late: LinkLine[];
  begin: LinkLine[];
  due: LinkLine[];
  /** By project: links that concern it, and those of them that are over. */
  counts: Map<number, { concerned: number; done: number }>;
}

export interface LinkFacts {
  links: readonly LinkRow[];
  /** Steps of agreed plans, by project and code. */
  steps: ReadonlyMap<number, ReadonlyMap<string, PlannedStep>>;
  days: Days;
  /** First instant of the days, and the one they end before. */
  from: Instant;
  before: Instant;
  next: Days | undefined;
  now: Instant;
  timeZone: string;
  calendar: Pick<Calendar, 'workingDaysBetween'>;
}

export function linkNews(facts: LinkFacts): LinkNews {
  const { days, from, before, next, now, timeZone, calendar } = facts;
  const today = dayOf(now, timeZone);
  const news: LinkNews = { done: [], late: [], begin: [], due: [], counts: new Map() };
  const isIn = (day: Day | undefined, span: Days | undefined) =>
    day !== undefined && span !== undefined && span.from <= day && day <= span.until;
  for (const link of facts.links) {
    const { item } = link;
    const runs = item !== null && item.status !== 'closed';
    if (link.unconcerned && !runs) continue;
    const finished = doneOn(link, timeZone);
    const counted = news.counts.get(link.projectId) ?? { concerned: 0, done: 0 };
    news.counts.set(link.projectId, {
      concerned: counted.concerned + 1,
      done: counted.done + (finished === null ? 0 : 1),
    });
    const step = facts.steps.get(link.projectId)?.get(link.code);
    if (finished !== null) {
      const at = item?.closedAt ?? null;
      const fresh = at === null ? isIn(finished, days) : at >= from && at < before;
      const late = step ? Math.max(0, calendar.workingDaysBetween(step.finish, finished)) : 0;
      if (fresh) news.done.push({ link, day: finished, late });
      continue;
    }
    if (item?.status === 'verifying') continue;
    const due = runs ? item.deadlineDay : step?.finish;
    const overdue = runs
      ? item.yellowAt !== null && item.yellowAt <= now
      : step !== undefined && step.finish < today;
    if (overdue && due !== undefined)
      news.late.push({ link, day: due, late: Math.max(0, calendar.workingDaysBetween(due, today)) });
    const begun = link.startedOn !== null || (runs && item.signedAt !== null);
    if (step && !begun && isIn(step.start, next)) news.begin.push({ link, day: step.start, late: 0 });
    if (due !== undefined && isIn(due, next)) news.due.push({ link, day: due, late: 0 });
  }
  const byDay = (a: LinkLine, b: LinkLine) =>
    b.late - a.late ||
    a.day.localeCompare(b.day) ||
    a.link.projectId - b.link.projectId ||
    a.link.no - b.link.no;
  for (const list of [news.late, news.begin, news.due]) list.sort(byDay);
  news.done.sort(
    (a, b) => a.day.localeCompare(b.day) || a.link.projectId - b.link.projectId || a.link.no - b.link.no,
  );
  return news;
}
