/** Links (环节) as the rows of a question: which of them it means, how they are told apart, and in which order. Pure. */
import type { LINK_ROW_ORDERS, LinkRowState, LinkRowsAsked } from './link-rows-asked.ts';
import { isLate, isStuck, type LinkFacts, type LinksAsked } from './links-asked.ts';
import { findLinks } from './plan/find-link.ts';
import type { Day } from './time.ts';

/** One link of one project. */
export interface LinkRow extends LinkFacts {
  projectId: number;
  code: string;
  stage: string;
  /** Last day of the agreed plan, whether it is done or not. */
  planned: Day | null;
  /** As things stand; null: done, or no plan is agreed. */
  expected: Day | null;
  /** Working days that is later than planned. */
  behind: number;
  /** Working days beyond its planned day: when it was done, else so far. */
  slipped: number;
  /** Working days from its first day to its last, or so far; null: it has none recorded. */
  taken: number | null;
  ready: boolean;
  critical: boolean;
  /** Codes of what comes before it. */
  before: readonly string[];
}

const IS: Record<LinkRowState, (link: LinkRow) => boolean> = {
  done: ({ state }) => state === 'done',
  open: ({ state }) => state !== 'done',
  working: ({ state }) => state === 'working' || state === 'reported',
  begun: ({ state }) => state !== 'open',
  unbegun: ({ state }) => state === 'open',
  ready: ({ state, ready }) => state === 'open' && ready,
  next: (link) => IS.working(link) || IS.ready(link),
  late: isLate,
  slipped: ({ slipped }) => slipped > 0,
  kept: ({ state, planned, slipped }) => state === 'done' && planned !== null && slipped === 0,
  stuck: isStuck,
  critical: ({ state, critical }) => state !== 'done' && critical,
  'critical-stuck': (link) => IS.critical(link) && isStuck(link),
};

/** The day a question of days means: when it was finished, else the planned one. */
export function dayMeant({ day, planned }: LinkRow, rows: LinkRowsAsked): Day | null {
  return rows.is === 'done' ? day : planned;
}

/** Those of the names and stages, whatever is so of them. @param all of the same projects */
export function namedRows(all: readonly LinkRow[], asked: LinksAsked): LinkRow[] {
  const { said, also = [], rows = {} } = asked;
  const named =
    said === undefined ? [...all] : [...new Set([said, ...also].flatMap((one) => findLinks(one, all)))];
  const meant = rows.after ? behind(all, named) : named;
  return meant.filter(({ stage }) => rows.stages?.some((one) => one === stage) ?? true);
}

/** Whatever needs one of them, or needs what does, in the same project. */
function behind(all: readonly LinkRow[], named: readonly LinkRow[]): LinkRow[] {
  const keys = new Set(named.map(({ projectId, code }) => `${projectId} ${code}`));
  const first = new Set(keys);
  for (let size = -1; size !== keys.size; ) {
    size = keys.size;
    for (const { projectId, code, before } of all)
      if (before.some((one) => keys.has(`${projectId} ${one}`))) keys.add(`${projectId} ${code}`);
  }
  return all.filter(({ projectId, code }) => {
    const key = `${projectId} ${code}`;
    return keys.has(key) && !first.has(key);
  });
}

/** What is asked for, in its order. */
export function rowsMeant(all: readonly LinkRow[], asked: LinksAsked): LinkRow[] {
  const { from, to, rows = {} } = asked;
  const { is, order } = rows;
  const timed = from !== undefined || to !== undefined;
  const found = namedRows(all, asked).filter((link) => {
    const day = dayMeant(link, rows);
    const within = day !== null && (from === undefined || from <= day) && (to === undefined || day <= to);
    if (rows.mean && (link.state !== 'done' || link.taken === null)) return false;
    return (
      (is === undefined || IS[is](link)) && (!timed || within) && (!order || keyOf(link, order) !== null)
    );
  });
  const late = is === 'late' || is === 'slipped' || is === 'critical-stuck';
  const by = order ?? (late ? 'late' : timed || is === 'next' || is === 'ready' ? 'soon' : undefined);
  return by === undefined ? found : found.toSorted((a, b) => compare(a, b, by));
}

type Order = (typeof LINK_ROW_ORDERS)[number];

/** What it is ordered by; null: it has none. */
export function keyOf(link: LinkRow, order: Order): number | string | null {
  if (order === 'late') return link.slipped > 0 ? link.slipped : null;
  if (order === 'long' || order === 'short') return link.taken;
  return link.planned;
}

function compare(a: LinkRow, b: LinkRow, order: Order): number {
  const none = order === 'soon' ? '9' : '';
  const [x, y] = [keyOf(a, order) ?? none, keyOf(b, order) ?? none];
  const up = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y));
  return order === 'soon' || order === 'short' ? up : -up;
}
