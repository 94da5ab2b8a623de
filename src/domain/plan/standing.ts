/** How a project stands at a glance: its stages, what holds it back, which links come next. Pure. */
import type { Calendar } from '../calendar.ts';
import type { Directory } from '../directory.ts';
import { type Issue, OPEN_STATUSES } from '../issue.ts';
import { lightOf } from '../lights.ts';
import type { Day, Instant } from '../time.ts';
import { isDone, linkStates } from './link-state.ts';
import type { ProjectLink, Stage } from './model.ts';

export interface StageStanding {
  name: string;
  done: number;
  /** Links that concern the project. */
  all: number;
}

/** In the order of the stages; those without any link that concerns the project are left out. */
export function stagesOf(stages: readonly Stage[], links: readonly ProjectLink[]): StageStanding[] {
  return stages.flatMap(({ code, shortName }) => {
    const own = links.filter((link) => link.definition.stage === code && link.unconcerned === null);
    const done = own.filter((link) => link.finishedOn !== null).length;
    return own.length > 0 ? [{ name: shortName, done, all: own.length }] : [];
  });
}

/** The item that is most working days overdue, red before yellow; undefined when none is. */
export function worstOf(
  items: readonly Issue[],
  directory: Directory,
  now: Instant,
): { item: Issue; days: number; color: 'red' | 'yellow' } | undefined {
  const late = items.flatMap((item) => {
    const { color, overdueDays } = lightOf(item, directory, now);
    return color === 'red' || color === 'yellow' ? [{ item, color, days: overdueDays ?? 0 }] : [];
  });
  const rank = (color: 'red' | 'yellow') => (color === 'red' ? 0 : 1);
  return late.sort((a, b) => rank(a.color) - rank(b.color) || b.days - a.days || a.item.id - b.item.id)[0];
}

/** Links not done yet that have a day, the next due first; the day of the item under way, else the agreed plan's. */
export function nextLinks(
  links: readonly ProjectLink[],
  planned: ReadonlyMap<string, Day>,
): { link: ProjectLink; due: Day }[] {
  return links
    .flatMap((link) => {
      if (link.unconcerned || link.finishedOn !== null || link.reportedOn !== null) return [];
      const clock =
        link.item && OPEN_STATUSES.includes(link.item.status) ? link.item.deadline.day : undefined;
      const due = clock ?? planned.get(link.definition.code);
      return due === undefined ? [] : [{ link, due }];
    })
    .sort((a, b) => a.due.localeCompare(b.due) || a.link.definition.no - b.link.definition.no);
}

/** The link to look at now: the next due, else the first that may be begun; undefined when none is left. */
export function currentLink(
  links: readonly ProjectLink[],
  planned: ReadonlyMap<string, Day>,
): ProjectLink | undefined {
  const next = nextLinks(links, planned)[0]?.link;
  if (next) return next;
  const states = linkStates(links);
  return links.find(({ definition }) => states.get(definition.code) === 'ready');
}

/**
 * The link whose planned last day is longest over and that no open item stands for, so that no light tells it: agreed
 * today, or its item was closed or void. Days are working days; undefined when there is none.
 */
export function latestUnwatched(
  links: readonly ProjectLink[],
  planned: ReadonlyMap<string, Day>,
  today: Day,
  calendar: Pick<Calendar, 'workingDaysBetween'>,
): { link: ProjectLink; days: number } | undefined {
  const late = links.flatMap((link) => {
    const due = planned.get(link.definition.code);
    const watched = link.item !== null && OPEN_STATUSES.includes(link.item.status);
    if (due === undefined || due >= today || watched || isDone(link) || link.reportedOn !== null) return [];
    const days = calendar.workingDaysBetween(due, today);
    return days > 0 ? [{ link, days }] : [];
  });
  return late.sort((a, b) => b.days - a.days || a.link.definition.no - b.link.definition.no)[0];
}
