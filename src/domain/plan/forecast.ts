/**
 * What is expected of an agreed plan as things stand: the plan's durations and order, the days that really happened.
 * Pauses of the plan (a late beginning, time between 施工 and acceptance) are used up before anything moves. Pure.
 */
import type { Calendar } from '../calendar.ts';
import type { Day } from '../time.ts';
import { lastNode } from './back-schedule.ts';
import type { PlannedStep, PlanPayload, PlanTargets } from './model.ts';
import {
  buildNetwork,
  durationsOf,
  type Network,
  type NetworkFault,
  type NetworkLink,
  type NodeName,
  type PlanBasis,
} from './network.ts';
import {
  findChain,
  isNodeDone,
  lastOf,
  laterOf,
  measureFloat,
  NODE_NAMES,
  nodesReached,
  passBackward,
  passForward,
  type Scheduled,
} from './schedule.ts';

export interface ForecastRequest {
  links: readonly NetworkLink[];
  basis: PlanBasis;
  plan: PlanPayload;
  constructionStartedOn?: Day | null;
  today: Day;
}

/** A step as it is expected, with its planned days; null: added after the plan. */
export interface Expected extends Scheduled {
  planned: PlannedStep | null;
  /** The first node that moves when it slips beyond its float; null: none does. */
  moves: NodeName | null;
  /** On the chain that decides when a node falls. */
  critical: boolean;
}

export interface Outlook {
  reached: PlanTargets;
  /** Working days later than the plan has it (+) or earlier (−). */
  shift: { start: number | null; production: number | null };
  /** Code of the step the shift of the next node comes from; null: no shift. */
  because: string | null;
  steps: Expected[];
  network: Network;
}

export function expectOutlook(request: ForecastRequest, calendar: Calendar): Outlook | NetworkFault {
  const { links, basis, plan, today, constructionStartedOn } = request;
  const durations = durationsOf(plan.steps);
  const { construction } = plan;
  const network = buildNetwork({
    links,
    basis,
    construction,
    durations,
    constructionStartedOn: constructionStartedOn ?? null,
  });
  if ('fault' in network) return network;
  const planned = new Map(plan.steps.map((step) => [step.code, step]));
  const spans = passForward(network, calendar, today, (step, ready) => {
    const own = planned.get(step.code);
    if (!own) return today;
    const lastDay = lastPlanned(network, step.before, planned);
    if (!ready || !lastDay) return laterOf(today, own.start);
    const pause = Math.max(0, calendar.workingDaysBetween(calendar.nextWorkingDay(lastDay), own.start));
    const kept = calendar.addWorkingDays(ready, pause);
    return laterOf(today, kept < own.start ? kept : own.start);
  });
  const reached = nodesReached(network, spans);
  const shift = { start: shiftOf('start'), production: shiftOf('production') };
  function shiftOf(node: NodeName): number | null {
    const [was, is] = [plan.reached[node], reached[node]];
    return was && is ? calendar.workingDaysBetween(was, is) : null;
  }
  const latest = passBackward(network, calendar, spans, nodesBound(network, plan, reached), 'bound');
  const open = NODE_NAMES.filter((node) => network.nodes[node].length > 0 && !isNodeDone(network, node));
  const critical = new Set(open.flatMap((node) => findChain(network, calendar, spans, node)));
  const moves = leadsTo(network);
  const steps = measureFloat(network, calendar, spans, latest).map((one, index) => ({
    ...one,
    planned: planned.get(one.step.code) ?? null,
    moves: moves[index] ?? null,
    critical: critical.has(index),
  }));
  const told = open.find((node) => (shift[node] ?? 0) !== 0);
  const because = told ? causeOf(network, told, steps, calendar, Math.sign(shift[told] ?? 0)) : null;
  return { reached, shift, because, steps, network };
}

function lastPlanned(
  network: Network,
  before: readonly number[],
  planned: ReadonlyMap<string, PlannedStep>,
): Day | null {
  const days = before.flatMap((index) => planned.get(network.steps[index]?.code ?? '')?.finish ?? []);
  return days.sort().at(-1) ?? null;
}

/** A node bounds the floats where the plan has it, or where it is expected when that is later already. */
function nodesBound(
  network: Network,
  { targets, reached: plan }: PlanPayload,
  expected: PlanTargets,
): PlanTargets {
  const bound = (node: NodeName): Day | null => {
    const is = expected[node];
    if (!is || !(targets[node] || node === lastNode(network))) return null;
    const wanted = targets[node] ?? plan[node];
    return wanted ? laterOf(wanted, is) : is;
  };
  return { start: bound('start'), production: bound('production') };
}

/** The first open node each step leads to. */
function leadsTo(network: Network): (NodeName | null)[] {
  const { steps, nodes } = network;
  const leads = NODE_NAMES.filter((node) => !isNodeDone(network, node)).map((node) => {
    const to = new Set(nodes[node]);
    for (let index = steps.length - 1; index >= 0; index--) {
      if (steps[index]?.after.some((next) => to.has(next))) to.add(index);
    }
    return { node, to };
  });
  return steps.map((_, index) => leads.find(({ to }) => to.has(index))?.node ?? null);
}

/** The step on the way to the node by which the delay grew most, or the lead; what a pause made good counts no more. */
function causeOf(
  { steps: network, nodes }: Network,
  node: NodeName,
  steps: readonly Expected[],
  calendar: Calendar,
  sign: number,
): string | null {
  const way: Expected[] = [];
  let next = lastOf(nodes[node], steps);
  while (next !== undefined) {
    const step = steps[next];
    if (step) way.unshift(step);
    next = lastOf(network[next]?.before ?? [], steps);
  }
  let cause: string | null = null;
  let most = 0;
  let before = 0;
  for (const { planned, finish, step } of way) {
    if (!planned) continue;
    const delay = calendar.workingDaysBetween(planned.finish, finish) * sign;
    if (delay <= 0) [cause, most] = [null, 0];
    else if (delay - before > most) [cause, most] = [step.code, delay - before];
    before = delay;
  }
  return cause;
}
