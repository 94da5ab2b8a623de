/** What a question asks of the links (环节) of several projects, as data, and how far each project has come. Pure. */
import type { LinkRowsAsked } from './link-rows-asked.ts';
import type { Day } from './time.ts';

/**
 * Of projects, those where any link is so. stuck (卡住): a problem that is open holds it up, or by the agreed plan its last
 * day is over and nobody has reported it done · late: the second of these · done: all of them.
 */
export const LINK_STATES = ['done', 'stuck', 'late'] as const;
export type LinkStateAsked = (typeof LINK_STATES)[number];

/** Without `rows`, how far each project has come; with them each link is a row, and only `is` and `order` are of projects. */
export interface LinksAsked {
  /** The one that is meant, as said; what it names is looked up where it is answered. */
  said?: string;
  /** Others beside it, each told of every project. */
  also?: string[];
  /** First and last day: of what is done, when it was finished; else the last day of the agreed plan. */
  from?: Day;
  to?: Day;
  /** Which of the named ones comes first in the row. */
  first?: true;
  rows?: LinkRowsAsked;
  /** Only projects where it is so. */
  is?: LinkStateAsked;
  /** Farthest first, or last; by the share of the links that are done. */
  order?: (typeof LINK_ORDERS)[number];
}
export const LINK_ORDERS = ['far', 'near'] as const;

/** Only how far the named ones are, or which of them are so. */
export function isOfNamed({ said, from, to, rows = {} }: LinksAsked): boolean {
  return said !== undefined && (from ?? to) === undefined && Object.keys(rows).every((key) => key === 'is');
}

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

/** Whether a project belongs into the list; one without links never does where a state is asked for. */
export function meetsLinks(links: readonly LinkFacts[], { is }: LinksAsked): boolean {
  if (is === undefined) return true;
  if (is === 'stuck') return links.some(isStuck);
  if (is === 'late') return links.some(isLate);
  return links.length > 0 && links.every(({ state }) => state === 'done');
}

/** Farthest first; projects without links at the end whatever the order. */
export function byReached(a: Reached, b: Reached, order: LinksAsked['order'] = 'far'): number {
  if (a.concerned === 0 || b.concerned === 0) return Number(a.concerned === 0) - Number(b.concerned === 0);
  const more = b.done * a.concerned - a.done * b.concerned;
  return order === 'far' ? more : -more;
}
