/**
 * What is expected of an agreed plan as things stand: the plan's durations and order, the days that really happened.
 * Pauses of the plan (a late beginning, time between 施工 and acceptance) are used up before anything moves. Pure.
 */
import type { Calendar } from '../calendar.ts';
import type { Day } from '../time.ts';
import { lastNode } from './back-schedule.ts';
import { causesOf } from './cause.ts';
import type { PlannedStep, PlanPayload, PlanTargets, ShiftCause } from './model.ts';
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
  laterOf,
  measureFloat,
  NODE_NAMES,
  nodesReached,
  passBackward,
  passForward,
  type Scheduled,
  type Span,
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
  /** Code of the step the shift of the node that moves most comes from; null: no shift. */
  because: string | null;
  /** The same with all that adds to it, the first to go off the plan first. */
  causes: ShiftCause[];
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
  const begins = expectedBeginnings(network, planned, calendar);
  const spans = passForward(network, calendar, today, (step, before) =>
    planned.has(step.code) ? laterOf(today, begins(step.code, before) ?? today) : today,
  );
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
  // Of two nodes the one that moves most: what it comes from is told beside both.
  const told = open
    .filter((node) => (shift[node] ?? 0) !== 0)
    .toSorted((a, b) => Math.abs(shift[b] ?? 0) - Math.abs(shift[a] ?? 0))[0];
  const causes = told
    ? causesOf(
        network,
        told,
        steps.map((one) => ({ ...one, undisturbed: begins(one.step.code, spans) })),
        (codes) => lastGone(codes, planned, network),
        { calendar, sign: Math.sign(shift[told] ?? 0) },
      )
    : [];
  return { reached, shift, because: causes[0]?.code ?? null, causes, steps, network };
}

/**
 * From when each step of the plan may begin, `today` aside: after what it waits for and the pause the plan left it, not
 * later than planned for the pause's sake. A link that has become 不涉及 takes no day; what it waited for passes through.
 */
function expectedBeginnings(
  { byCode, waitsFor }: Network,
  planned: ReadonlyMap<string, PlannedStep>,
  calendar: Calendar,
): (code: string, spans: readonly Span[]) => Day | null {
  const latest = (days: (Day | null)[]) =>
    days.reduce((last, day) => (day && (!last || day > last) ? day : last), null);
  const before = (code: string) => waitsFor.get(code) ?? [];
  const known = new Map<string, Day | null>();
  /** When the plan had all done that the step waits for; null: it waits for nothing planned. */
  const plannedReady = (code: string): Day | null => {
    const found = known.get(code);
    if (found !== undefined) return found;
    const ready = latest(
      before(code).map((on) => {
        const finish = planned.get(on)?.finish;
        return finish === undefined ? plannedReady(on) : calendar.nextWorkingDay(finish);
      }),
    );
    known.set(code, ready);
    return ready;
  };
  const begin = (code: string, spans: readonly Span[]): Day | null => {
    const ready = latest(
      before(code).map((on) => {
        const finish = spans[byCode.get(on) ?? -1]?.finish;
        return finish === undefined ? begin(on, spans) : calendar.nextWorkingDay(finish);
      }),
    );
    const start = planned.get(code)?.start;
    const was = plannedReady(code);
    if (start === undefined || !ready || !was)
      return start === undefined ? ready : laterOf(start, ready ?? start);
    const kept = calendar.addWorkingDays(ready, Math.max(0, calendar.workingDaysBetween(was, start)));
    return laterOf(ready, kept < start ? kept : start);
  };
  return begin;
}

/** Of these the one the plan would have waited for longest, when it has become 不涉及. */
function lastGone(
  codes: readonly string[],
  planned: ReadonlyMap<string, PlannedStep>,
  { byCode }: Network,
): string | undefined {
  const known = codes.flatMap((code) => planned.get(code) ?? []);
  const last = known.toSorted((a, b) => (a.finish < b.finish ? 1 : -1))[0];
  return last && !byCode.has(last.code) ? last.code : undefined;
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
