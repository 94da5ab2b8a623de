/**
 * 倒排工期: a dated plan from the days the nodes shall fall on. The links before 开工 begin as late as both nodes allow,
 * all by the same number of days, so that the chain that decides ends on the node and the others keep their float; so do
 * the links after 施工. What cannot be met begins at once, and the gap is told. Pure.
 */
import type { Calendar } from '../calendar.ts';
import type { Day } from '../time.ts';
import { latestStart } from './duration.ts';
import type { PlanPayload, PlanTargets } from './model.ts';
import {
  buildNetwork,
  type Network,
  type NetworkFault,
  type NetworkRequest,
  type NodeName,
  type Step,
} from './network.ts';
import {
  earliestOf,
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
  const asked = mapNodes((node) => wanted(node) && later(wanted(node), reached[node]));
  const release = releaseDays(network, earliest, asked, from, calendar);
  const spans = passForward(network, calendar, today, release);
  const kept = nodesReached(network, spans);
  const last = lastNode(network);
  const met = mapNodes((node) => (wanted(node) || node === last ? later(wanted(node), kept[node]) : null));
  const latest = passBackward(network, calendar, spans, met, 'bound');
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
function criticalCodes(
  network: Network,
  calendar: Calendar,
  spans: readonly Span[],
  targets: PlanTargets,
): string[] {
  const last = lastNode(network);
  const asked = NODE_NAMES.filter((node) => targets[node] && !isNodeDone(network, node));
  const nodes = asked.length > 0 && asked.some((node) => network.nodes[node].length > 0) ? asked : [last];
  const chain = new Set(nodes.flatMap((node) => findChain(network, calendar, spans, node as NodeName)));
  return network.steps.filter((_, index) => chain.has(index)).map((step) => step.code);
}

/** The node the whole plan ends on. */
export function lastNode({ nodes }: Network): NodeName {
  return nodes.production.length > 0 ? 'production' : 'start';
}

function toPlanned({ step, start, finish, float }: Scheduled): PlanPayload['steps'][number] {
  return {
    code: step.code,
    duration: step.duration,
    start,
    finish,
    float,
    actual: step.actual?.state ?? null,
  };
}

function gapOf(node: NodeName, wanted: Day | null, earliest: Day | null, calendar: Calendar): Gap[] {
  if (!wanted || !earliest || earliest <= wanted) return [];
  return [
    { node, wanted, earliest, workingDays: Math.max(1, calendar.workingDaysBetween(wanted, earliest)) },
  ];
}

/**
 * From when each step may begin. A phase begins as late as its nodes allow, one that no node bounds as soon as it can;
 * 施工 right after 开工. What leads to no node begins with the rest of its phase, earlier when it would not be ready.
 */
function releaseDays(
  network: Network,
  earliest: readonly Span[],
  asked: PlanTargets,
  from: Day,
  calendar: Calendar,
): (step: Step) => Day {
  const startsBy = (ends: 'bound' | 'free') =>
    passBackward(network, calendar, earliest, asked, ends).map((limit, index) => {
      const step = network.steps[index];
      return limit && step && !step.actual ? latestStart(calendar, limit, step.duration) : null;
    });
  const bounds = startsBy('free');
  const own = new Map(startsBy('bound').map((day, index) => [network.steps[index], day]));
  const phaseStart = (phase: Step['phase']) =>
    earliestOf(bounds.filter((_, index) => network.steps[index]?.phase === phase));
  const starts = {
    preparation: phaseStart('preparation'),
    acceptance: asked.production && phaseStart('acceptance'),
  };
  return (step) => {
    if (step.phase === 'site') return from;
    return laterOf(from, earliestOf([starts[step.phase], own.get(step) ?? null]) ?? from);
  };
}

function reserveOf(scheduled: readonly Scheduled[], from: Day, calendar: Calendar): number | null {
  const starts = scheduled.filter(({ step }) => !step.actual).map(({ start }) => start);
  if (starts.length === 0) return null;
  return Math.max(
    0,
    calendar.workingDaysBetween(
      from,
      starts.reduce((first, day) => (day < first ? day : first)),
    ),
  );
}

function later(a: Day | null, b: Day | null): Day | null {
  return a && b ? laterOf(a, b) : (a ?? b);
}

function mapNodes(of: (node: NodeName) => Day | null): PlanTargets {
  return { start: of('start'), production: of('production') };
}
