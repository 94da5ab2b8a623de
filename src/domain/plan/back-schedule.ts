/**
 * 倒排工期: a dated plan from the days the nodes shall fall on. The links before 开工 begin as late as both nodes allow,
 * all by the same number of days, so that the chain that decides ends on the node and the others keep their float; so do
 * the links after 施工. What cannot be met begins at once, and the gap is told. Pure.
 */
import type { Calendar } from '../calendar.ts';
import type { Day } from '../time.ts';
import { latestStart } from './duration.ts';
import type { PlanPayload, PlanTargets } from './model.ts';
import { buildNetwork, type Network, type NetworkFault, type NetworkRequest, type NodeName, type Step } from './network.ts';
import {
  findChain,
  isNodeDone,
  laterOf,
  measureFloat,
  NODE_NAMES,
  nodesReached,
  passBackward,
  passForward,
  type Scheduled,
  type Span,
} from './schedule.ts';

export interface PlanRequest extends NetworkRequest {
  targets: PlanTargets;
  /** First day on which something may begin. */
  from: Day;
  /** What is begun is not over before it. */
  today: Day;
}

/** A node that cannot be met. */
export interface Gap {
  node: NodeName;
  wanted: Day;
  earliest: Day;
  /** At least 1. */
  workingDays: number;
}

export interface BackSchedule {
  payload: PlanPayload;
  gaps: Gap[];
  scheduled: Scheduled[];
  network: Network;
  /** Working days between `from` and the first day on which something not begun must begin; null: all is begun. */
  reserve: number | null;
}

/** `choice` of the payload is 'fits' or, where there is a gap, 'gap-kept'. */
export function backSchedule(request: PlanRequest, calendar: Calendar): BackSchedule | NetworkFault {
  const network = buildNetwork(request);
  if ('fault' in network) return network;
  return scheduleNetwork(network, request, calendar);
}

/** The same of a network that is known to be sound. */
export function scheduleNetwork(network: Network, request: PlanRequest, calendar: Calendar): BackSchedule {
  const { targets, from, today } = request;
  const earliest = passForward(network, calendar, today, () => from);
  const reached = nodesReached(network, earliest);
  const wanted = (node: NodeName) => (isNodeDone(network, node) ? null : targets[node]);
  const gaps = NODE_NAMES.flatMap((node) => gapOf(node, wanted(node), reached[node], calendar));
  const bound = mapNodes((node) => later(wanted(node), reached[node]));
  const limits = passBackward(network, calendar, earliest, bound);
  const released = releaseDays(network, limits, from, wanted, calendar);
  const spans = passForward(network, calendar, today, (step) => released[step.phase]);
  const kept = nodesReached(network, spans);
  const latest = passBackward(network, calendar, spans, mapNodes((node) => later(wanted(node), kept[node])));
  const scheduled = measureFloat(network, calendar, spans, latest);
  const payload: PlanPayload = {
    targets,
    from,
    construction: request.construction,
    steps: scheduled.map(toPlanned),
    reached: kept,
    critical: criticalCodes(network, calendar, spans, targets),
    choice: gaps.length > 0 ? 'gap-kept' : 'fits',
  };
  return { payload, gaps, scheduled, network, reserve: reserveOf(scheduled, from, calendar) };
}

/** The chain of every node that is asked for; of the last node reached when none is. */
function criticalCodes(network: Network, calendar: Calendar, spans: readonly Span[], targets: PlanTargets): string[] {
  const last = network.nodes.production.length > 0 ? 'production' : 'start';
  const asked = NODE_NAMES.filter((node) => targets[node] && !isNodeDone(network, node));
  const nodes = asked.length > 0 && asked.some((node) => network.nodes[node].length > 0) ? asked : [last];
  const chain = new Set(nodes.flatMap((node) => findChain(network, calendar, spans, node as NodeName)));
  return network.steps.filter((_, index) => chain.has(index)).map((step) => step.code);
}

function toPlanned({ step, start, finish, float }: Scheduled): PlanPayload['steps'][number] {
  return { code: step.code, duration: step.duration, start, finish, float, actual: step.actual?.state ?? null };
}

function gapOf(node: NodeName, wanted: Day | null, earliest: Day | null, calendar: Calendar): Gap[] {
  if (!wanted || !earliest || earliest <= wanted) return [];
  return [{ node, wanted, earliest, workingDays: Math.max(1, calendar.workingDaysBetween(wanted, earliest)) }];
}

/** 施工 begins right after 开工; a phase that no node bounds begins as soon as it can. */
function releaseDays(
  { steps }: Network,
  limits: readonly Day[],
  from: Day,
  wanted: (node: NodeName) => Day | null,
  calendar: Calendar,
): Record<Step['phase'], Day> {
  const lastStart = (phase: Step['phase']): Day => {
    const days = steps.flatMap((step, index) => {
      const limit = limits[index];
      return step.phase === phase && !step.actual && limit ? [latestStart(calendar, limit, step.duration)] : [];
    });
    return days.length > 0 ? laterOf(from, days.reduce((first, day) => (day < first ? day : first))) : from;
  };
  const production = wanted('production');
  return {
    preparation: wanted('start') || production ? lastStart('preparation') : from,
    site: from,
    acceptance: production ? lastStart('acceptance') : from,
  };
}

function reserveOf(scheduled: readonly Scheduled[], from: Day, calendar: Calendar): number | null {
  const starts = scheduled.filter(({ step }) => !step.actual).map(({ start }) => start);
  if (starts.length === 0) return null;
  return Math.max(0, calendar.workingDaysBetween(from, starts.reduce((first, day) => (day < first ? day : first))));
}

function later(a: Day | null, b: Day | null): Day | null {
  return a && b ? laterOf(a, b) : (a ?? b);
}

function mapNodes(of: (node: NodeName) => Day | null): PlanTargets {
  return { start: of('start'), production: of('production') };
}
