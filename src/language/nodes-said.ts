/** What a sentence says of the nodes of projects (年底前要开工, 开了工还没投产), as conditions. */
import type { NodeAsked, ProjectsAsked, ReadNode } from '../domain/projects-asked.ts';
import type { Day } from '../domain/time.ts';
import { periodOf } from './happened.ts';
import type { Period } from './lexicon/periods.ts';
import { heardOf } from './reading-part.ts';
import type { NodeSaid, Scan } from './scanned.ts';

export interface NodesSaid {
  /** At most one of each node, in the order they were said. */
  asked: NodeAsked[];
  order?: ProjectsAsked['order'];
  /** What cannot be true together, or needs a time that is not said. */
  clashes: string[];
}

type Condition = Omit<NodeSaid, 'node' | 'periods'> & { node: ReadNode; periods: Period[] };

/** Something is said of a node beside its name. */
export function saysOfNode({ nodesSaid = [], periods, tags }: Scan): boolean {
  return (
    nodesSaid.some(({ node: _, periods: __, ...more }) => Object.keys(more).length > 0) ||
    (tags.has('node') && (periods.length > 0 || tags.has('enough-time') || tags.has('node-planned')))
  );
}

/** 三峡光伏开工没开工, 美利信年底能不能开工: of one project, which its dates answer. */
export function asksOfOneNode(scan: Scan): boolean {
  const { tags, projectIds, states } = scan;
  const more = tags.has('count') || tags.has('noun') || tags.has('most') || scan.by !== undefined;
  return tags.has('node') && projectIds.length === 1 && states.length === 0 && !more && saysOfNode(scan);
}

/** Each time belongs to the node behind it, the last one to the last node. */
export function nodesSaid(scan: Scan, today: Day): NodesSaid {
  const { nodesSaid: said = [], periods, tags } = scan;
  const conditions: Condition[] = [];
  const clashes: string[] = [];
  const about = heardOf(scan, 'node');
  let held: Omit<NodeSaid, 'node' | 'periods'> = {};
  let from = 0;
  for (const { node, periods: before, ...more } of said) {
    const own = periods.slice(from, before);
    const same = node === undefined ? conditions.at(-1) : conditions.find((one) => one.node === node);
    if (node === undefined && !same) {
      if (!joins(held, more)) clashes.push(heardOf(scan, 'node-fate'));
      held = { ...held, ...more };
      continue;
    }
    from = before;
    if (same) {
      if (!joins(same, more)) clashes.push(about);
      const ends = isEnds(same.order, more.order) && { order: 'ends' as const };
      Object.assign(same, more, ends);
      same.periods.push(...own);
    } else if (node !== undefined) {
      if (!joins(held, more)) clashes.push(about);
      conditions.push({ node, ...held, ...more, periods: own });
      held = {};
    }
  }
  const last = conditions.at(-1);
  last?.periods.push(...periods.slice(from));
  const order = conditions.map((one) => one.order).find((one) => one !== undefined);
  // 哪个最早开工，哪个最晚投产: two orders, of which one list has one.
  const ordered = conditions.filter((one) => one.order !== undefined);
  if (ordered.length > 1 && ordered.some((one) => one.order !== 'slip')) clashes.push(about);
  const asked = conditions.map((one): NodeAsked => {
    const period = periodOf({ ...scan, periods: one.periods });
    if (one.soon === 'near' && !period) clashes.push(about);
    const fate = fateIn(one, scan, one === last);
    const reached = one.reached ?? (fate === undefined ? reachedBy(one, period, today) : undefined);
    if (reached === true && fate !== undefined) clashes.push(about);
    // 今年还没定开工日期的: no day, and one of this year.
    if (one.undated && period) clashes.push(about);
    return {
      node: one.node,
      ...(period && { from: period.from, to: period.until }),
      // 没开工 of what should have happened is said by it.
      ...(reached !== undefined && fate === undefined && { reached }),
      ...(one.undated && { undated: true }),
      ...(fate && { fate }),
    };
  });
  if (asked.length > 2) clashes.push(about);
  if (tags.has('node-planned') && !asked.some(({ fate }) => fate))
    clashes.push(heardOf(scan, 'node-planned'));
  return { asked, ...(order && { order }), clashes };
}

/** 要开工 is still to come; 上月开工的 and 开工的有几个 have happened. */
function reachedBy({ soon, stands, undated }: Condition, period: Period | undefined, today: Day) {
  if (undated) return undefined;
  if (soon === 'will') return false;
  return (period ? period.until < today : stands) ? true : undefined;
}

/** 原来定的时间没开成工: not when it was planned. */
function fateIn({ fate, reached }: Condition, { tags }: Scan, last: boolean): NodeAsked['fate'] {
  if (fate !== undefined) return fate;
  if (!last) return undefined;
  if (tags.has('node-planned') && reached === false) return 'slipped';
  return tags.has('enough-time') ? 'fate' : undefined;
}

/** Neither says the opposite of the other. */
function joins(one: Omit<NodeSaid, 'node' | 'periods'>, other: Omit<NodeSaid, 'node' | 'periods'>): boolean {
  const apart = (a: unknown, b: unknown) => a !== undefined && b !== undefined && a !== b;
  const ends = isEnds(one.order, other.order);
  return (
    !apart(one.reached, other.reached) &&
    !apart(one.fate, other.fate) &&
    (ends || !apart(one.order, other.order))
  );
}

/** 哪个最早投产，哪个最晚. */
function isEnds(one: NodeSaid['order'], other: NodeSaid['order']): boolean {
  const both = [one, other];
  const has = (end: NodeSaid['order']) => both.includes(end) || both.includes('ends');
  return has('earliest') && has('latest');
}
