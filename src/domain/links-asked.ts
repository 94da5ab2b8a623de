/** What a question asks of the links (环节) of several projects, as data, and how far each project has come. Pure. */
import type { LinkRowsAsked } from './link-rows-asked.ts';
import { findLinks } from './plan/find-link.ts';
import type { Day } from './time.ts';

/**
 * stuck (卡住): a problem that is open holds it up, or by the agreed plan its last day is over and nobody has reported it
 * done · late: the second of these · now: under way, or reported done and not confirmed.
 */
export const LINK_STATES = ['done', 'open', 'stuck', 'late', 'now'] as const;
export type LinkStateAsked = (typeof LINK_STATES)[number];

/** With no field at all: how far each project has come. */
export interface LinksAsked {
  /** The one that is meant, as said; what it names is looked up where it is answered. */
  said?: string;
  /** Others beside it, each told of every project. */
  also?: string[];
  /** Only projects where it, or any, is so. */
  is?: LinkStateAsked;
  /** Each link apart with the projects that are stuck there. */
  each?: true;
  /** First and last day: of what is done, when it was finished; else the last day of the agreed plan. */
  from?: Day;
  to?: Day;
  /** Which of the named ones comes first in the row. */
  first?: true;
  /** Farthest first, or last; by the share of the links that are done. Of each link: the latest first. soon: by planned day. */
  order?: (typeof LINK_ORDERS)[number];
  /** Each link is a row, rather than each project; `is`, `each`, `first` and `order` are those of projects. */
  rows?: LinkRowsAsked;
}
export const LINK_ORDERS = ['far', 'near', 'soon'] as const;

/** A link that concerns its project. */
export interface LinkFacts {
  no: number;
  name: string;
  synonyms: string[];
  unitId: number | null;
  state: 'done' | 'reported' | 'working' | 'open';
  /** Open problems that hold it up. */
  held: number;
  /** When it was finished, else the last day the agreed plan has for it. */
  day: Day | null;
  /** Working days since the last day the agreed plan has for it; 0: none, over in time, or no plan. */
  late: number;
}

export function isStuck({ state, held, late }: LinkFacts): boolean {
  return state !== 'done' && (held > 0 || late > 0);
}

export function isLate({ state, late }: LinkFacts): boolean {
  return state !== 'done' && late > 0;
}

export interface Reached {
  done: number;
  concerned: number;
}

export function reachedOf(links: readonly LinkFacts[]): Reached {
  return { done: links.filter(({ state }) => state === 'done').length, concerned: links.length };
}

/** The links of a project a question is about; beside days only those of these days. */
export function meantOf(links: readonly LinkFacts[], asked: LinksAsked): LinkFacts[] {
  const { said, also = [], is, from, to } = asked;
  const named =
    said === undefined ? [...links] : [...new Set([said, ...also].flatMap((one) => findLinks(one, links)))];
  if (from === undefined && to === undefined) return named;
  return named.filter(
    ({ day, state }) =>
      day !== null &&
      (state === 'done') === (is === 'done') &&
      (from === undefined || from <= day) &&
      (to === undefined || day <= to),
  );
}

/** Whether a project belongs into the list; one without links never does where a state is asked for. */
export function meetsLinks(links: readonly LinkFacts[], asked: LinksAsked): boolean {
  const meant = meantOf(links, asked);
  const { is } = asked;
  if (is === undefined) return true;
  if (meant.length === 0) return false;
  if (is === 'stuck') return meant.some(isStuck);
  if (is === 'late') return meant.some(isLate);
  if (is === 'now') return meant.some(({ state }) => state === 'working' || state === 'reported');
  return is === 'done'
    ? meant.every(({ state }) => state === 'done')
    : meant.some(({ state }) => state !== 'done');
}

/** Farthest first; projects without links at the end whatever the order. */
export function byReached(a: Reached, b: Reached, order: LinksAsked['order'] = 'far'): number {
  if (a.concerned === 0 || b.concerned === 0) return Number(a.concerned === 0) - Number(b.concerned === 0);
  const more = b.done * a.concerned - a.done * b.concerned;
  return order === 'far' ? more : -more;
}

/** The first planned day of what is named and not done; null: none is planned. */
export function plannedDay(links: readonly LinkFacts[], asked: LinksAsked): Day | null {
  const days = meantOf(links, asked).map(({ day, state }) => (state === 'done' ? null : day));
  return days.toSorted((a, b) => (a ?? '9').localeCompare(b ?? '9')).at(0) ?? null;
}

export function byLinks(
  a: readonly LinkFacts[] = [],
  b: readonly LinkFacts[] = [],
  asked: LinksAsked,
): number {
  if (asked.order !== 'soon') return byReached(reachedOf(a), reachedOf(b), asked.order);
  return (plannedDay(a, asked) ?? '9').localeCompare(plannedDay(b, asked) ?? '9');
}
