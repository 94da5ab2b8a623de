/**
 * 压缩: the links of the critical chain made shorter in proportion to their length until the nodes are met. Never below
 * one day or a statutory minimum; never 施工, whose reasonable time may not be cut (建设工程质量管理条例 art. 10); never
 * what is done or begun. Pure.
 */
import type { Calendar } from '../calendar.ts';
import { type BackSchedule, type Gap, type PlanRequest, scheduleNetwork } from './back-schedule.ts';
import { shortestOf } from './duration.ts';
import type { LinkDuration } from './model.ts';
import type { Network, Step } from './network.ts';
import { findChain } from './schedule.ts';

/** A link made shorter. */
export interface Cut {
  code: string;
  from: LinkDuration;
  to: LinkDuration;
}

export interface Compressed {
  /** Its `choice` is 'compressed' when any link became shorter. */
  plan: BackSchedule;
  /** By the order of the plan. */
  cuts: Cut[];
  /** What compression could not meet. */
  gaps: Gap[];
}

/** At most as many rounds as a plan of a hundred links needs. */
const MAX_ROUNDS = 400;

/** @param made a plan of `request`, with gaps or without */
export function compress(made: BackSchedule, request: PlanRequest, calendar: Calendar): Compressed {
  const original = new Map(made.network.steps.map((step) => [step.code, step.duration]));
  const durations = new Map(original);
  let plan = made;
  for (let round = 0; plan.gaps.length > 0 && round < MAX_ROUNDS; round++) {
    const cut = plan.gaps.some((gap) => cutChain(plan, gap, durations, calendar));
    if (!cut) break;
    plan = scheduleNetwork(withDurations(plan.network, durations), request, calendar);
  }
  if (plan.gaps.length === 0) plan = giveBack(plan, original, durations, request, calendar);
  const cuts = [...original].flatMap(([code, from]): Cut[] => {
    const to = durations.get(code) ?? from;
    return to.n < from.n ? [{ code, from, to }] : [];
  });
  const choice = cuts.length === 0 || plan.gaps.length > 0 ? plan.payload.choice : 'compressed';
  return { plan: { ...plan, payload: { ...plan.payload, choice } }, cuts, gaps: plan.gaps };
}

function withDurations(network: Network, durations: ReadonlyMap<string, LinkDuration>): Network {
  const steps = network.steps.map((step) => ({
    ...step,
    duration: durations.get(step.code) ?? step.duration,
  }));
  return { ...network, steps };
}

/** How many of its days a step can give. */
function spareOf({ actual, phase, definition, duration }: Step): number {
  if (actual || phase === 'site' || duration.unit === 'same-day') return 0;
  const { statutory, minimum } = definition ?? {};
  return Math.max(0, duration.n - shortestOf(duration, minimum ?? (statutory?.minimum ? statutory : null)));
}

/** One round on the chain of one node. @returns false when nothing on it can be made shorter */
function cutChain(
  { network, scheduled }: BackSchedule,
  { node, workingDays }: Gap,
  durations: Map<string, LinkDuration>,
  calendar: Calendar,
): boolean {
  const chain = findChain(network, calendar, scheduled, node)
    .flatMap((index) => network.steps[index] ?? [])
    .filter((step) => spareOf(step) > 0);
  const total = chain.reduce((sum, step) => sum + step.duration.n, 0);
  let left = workingDays;
  const exact = (step: Step) => (workingDays * step.duration.n) / total;
  for (const step of chain) {
    const share = Math.min(spareOf(step), Math.floor(exact(step)));
    left -= share;
    shorten(durations, step, share);
  }
  const rest = (step: Step) => exact(step) - Math.floor(exact(step));
  for (const step of chain.toSorted((a, b) => rest(b) - rest(a))) {
    if (left === 0 || lengthOf(durations, step) <= step.duration.n - spareOf(step)) continue;
    shorten(durations, step, 1);
    left--;
  }
  // What the minima left over: a day at a time from what is longest by now.
  while (left > 0) {
    const longest = chain
      .filter((step) => lengthOf(durations, step) > step.duration.n - spareOf(step))
      .reduce<Step | null>((best, step) => {
        return best && lengthOf(durations, best) >= lengthOf(durations, step) ? best : step;
      }, null);
    if (!longest) break;
    shorten(durations, longest, 1);
    left--;
  }
  return left < workingDays;
}

function lengthOf(durations: ReadonlyMap<string, LinkDuration>, { code, duration }: Step): number {
  return durations.get(code)?.n ?? duration.n;
}

function shorten(durations: Map<string, LinkDuration>, step: Step, n: number): void {
  durations.set(step.code, { unit: step.duration.unit, n: lengthOf(durations, step) - n });
}

/** Gives back the days that chains cut later made superfluous, from what was cut most. */
function giveBack(
  plan: BackSchedule,
  original: ReadonlyMap<string, LinkDuration>,
  durations: Map<string, LinkDuration>,
  request: PlanRequest,
  calendar: Calendar,
): BackSchedule {
  let best = plan;
  const lost = (code: string) => (original.get(code)?.n ?? 0) - (durations.get(code)?.n ?? 0);
  const codes = [...original.keys()].filter((code) => lost(code) > 0).sort((a, b) => lost(b) - lost(a));
  for (const code of codes) {
    while (lost(code) > 0) {
      const now = durations.get(code);
      if (!now) break;
      durations.set(code, { ...now, n: now.n + 1 });
      const tried = scheduleNetwork(withDurations(best.network, durations), request, calendar);
      if (tried.gaps.length > 0) {
        durations.set(code, now);
        break;
      }
      best = tried;
    }
  }
  return best;
}
