/** The two passes over a network: the first day each step can have, and the last it may have. Pure. */
import type { Calendar } from '../calendar.ts';
import type { Day } from '../time.ts';
import { dayBefore, finishOf, latestStart, workingDayFrom } from './duration.ts';
import type { PlanTargets } from './model.ts';
import type { Network, NodeName, Step } from './network.ts';

export interface Span {
  start: Day;
  finish: Day;
}

/** A step with both passes. `latest` is the last day it may end without moving its node. */
export interface Scheduled extends Span {
  step: Step;
  latest: Day;
  /** Working days it may slip until then; 0 for what is done. */
  float: number;
}

export const NODE_NAMES: readonly NodeName[] = ['start', 'production'];

/**
 * The first days of every step: what is done as it was, what is begun from its own start and not over before `today`,
 * the rest after what it waits for and not before `release`, which sees the spans of all that stand before it.
 */
export function passForward(
  { steps }: Network,
  calendar: Calendar,
  today: Day,
  release: (step: Step, spans: readonly Span[]) => Day,
): Span[] {
  const spans: Span[] = [];
  for (const step of steps) {
    const { actual } = step;
    if (actual?.state === 'done') {
      spans.push({ start: actual.start, finish: actual.finish ?? actual.start });
      continue;
    }
    if (actual) {
      const finish = actual.finish ?? finishOf(calendar, actual.start, step.duration);
      // 施工 whose permit came on a Friday begins on the Monday.
      const start = step.phase === 'site' ? workingDayFrom(calendar, actual.start) : actual.start;
      spans.push({ start, finish: laterOf(finish, today) });
      continue;
    }
    const ready = readyDay(step, spans, calendar);
    const start = workingDayFrom(calendar, laterOf(release(step, spans), ready ?? ''));
    spans.push({ start, finish: finishOf(calendar, start, step.duration) });
  }
  return spans;
}

/** The first working day after all it waits for; null when it waits for nothing. */
function readyDay(step: Step, spans: Span[], calendar: Calendar): Day | null {
  const last = lastFinish(step.before, spans);
  return last && calendar.nextWorkingDay(last);
}

export function lastFinish(indexes: readonly number[], spans: readonly Span[]): Day | null {
  let last: Day | null = null;
  for (const index of indexes) {
    const finish = spans[index]?.finish;
    if (finish && (!last || finish > last)) last = finish;
  }
  return last;
}

/** The days the nodes fall on; null for one the plan does not reach. */
export function nodesReached({ nodes }: Network, spans: readonly Span[]): PlanTargets {
  return { start: lastFinish(nodes.start, spans), production: lastFinish(nodes.production, spans) };
}

/** A node every step of which is done: nothing moves it any more. */
export function isNodeDone({ nodes, steps }: Network, node: NodeName): boolean {
  return nodes[node].length > 0 && nodes[node].every((index) => steps[index]?.actual?.state === 'done');
}

/**
 * The last day on which each step may end so that the nodes fall on `by`; null: nothing bounds it. What nothing follows
 * must be ready by the node of its stage (`ends`); when even its first day is too late for that, by that day.
 */
export function passBackward(
  { steps, nodes }: Network,
  calendar: Calendar,
  spans: readonly Span[],
  by: PlanTargets,
  ends: 'bound' | 'free',
): (Day | null)[] {
  const latest: (Day | null | undefined)[] = [];
  const find = (index: number): Day | null => {
    const known = latest[index];
    if (known !== undefined) return known;
    const step = steps[index];
    const isNode = NODE_NAMES.some((node) => nodes[node].includes(index));
    const bounds = NODE_NAMES.map((node) => (nodes[node].includes(index) ? by[node] : null));
    let followed = false;
    for (const after of step?.after ?? []) {
      const following = steps[after];
      // What is begun keeps its start: it holds nothing that comes before it.
      if (!following || following.actual) continue;
      followed = true;
      const end = find(after);
      bounds.push(end && dayBefore(latestStart(calendar, end, following.duration)));
    }
    const found = followed || isNode ? earliestOf(bounds) : dueDay(index);
    latest[index] = found;
    return found;
  };
  const dueDay = (index: number): Day | null => {
    const due = steps[index]?.due;
    const day = due && ends === 'bound' ? earliestOf(nodes[due].map(find)) : null;
    return day && laterOf(day, spans[index]?.finish ?? day);
  };
  return steps.map((_, index) => find(index));
}

/** Joins both passes. */
export function measureFloat(
  { steps }: Network,
  calendar: Calendar,
  spans: readonly Span[],
  latest: readonly (Day | null)[],
): Scheduled[] {
  const end = lastFinish([...steps.keys()], spans);
  return steps.map((step, index) => {
    const { start, finish } = spans[index] ?? { start: '', finish: '' };
    const by = latest[index] ?? end ?? finish;
    return { step, start, finish, latest: by, float: floatOf(calendar, step, { start, finish }, by) };
  });
}

function floatOf(calendar: Calendar, step: Step, { start, finish }: Span, latest: Day): number {
  if (step.actual?.state === 'done' || latest <= finish) return 0;
  if (step.actual) return Math.max(0, calendar.workingDaysBetween(finish, latest));
  return Math.max(0, calendar.workingDaysBetween(start, latestStart(calendar, latest, step.duration)));
}

/** The chain that decides when the node falls, first first: each step begins right after the one before it. */
export function findChain(
  { steps, nodes }: Network,
  calendar: Calendar,
  spans: readonly Span[],
  node: NodeName,
): number[] {
  const chain: number[] = [];
  let next = lastOf(nodes[node], spans);
  while (next !== undefined) {
    const step = steps[next];
    if (!step || step.actual?.state === 'done') break;
    chain.unshift(next);
    if (step.actual) break;
    const driver = lastOf(step.before, spans);
    const finish = driver === undefined ? undefined : spans[driver]?.finish;
    next = finish && calendar.nextWorkingDay(finish) === spans[next]?.start ? driver : undefined;
  }
  return chain;
}

/** The one that ends last; the first of equals. */
export function lastOf(indexes: readonly number[], spans: readonly Span[]): number | undefined {
  let last: number | undefined;
  for (const index of indexes) {
    if (last === undefined || (spans[index]?.finish ?? '') > (spans[last]?.finish ?? '')) last = index;
  }
  return last;
}

export function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** null: none of them is a day. */
export function earliestOf(days: readonly (Day | null)[]): Day | null {
  return days.reduce((first, day) => (day && (!first || day < first) ? day : first), null);
}
