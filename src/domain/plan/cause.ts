/** What a shift of a node comes from: the steps on the way to it that are late or early by themselves. Pure. */
import type { Calendar } from '../calendar.ts';
import type { Day } from '../time.ts';
import { finishOf } from './duration.ts';
import type { PlannedStep, ShiftCause } from './model.ts';
import type { Network, NodeName } from './network.ts';
import { lastOf, type Scheduled } from './schedule.ts';

/** A step as it is expected and as it was planned. */
interface Undisturbed extends Scheduled {
  planned: PlannedStep | null;
  /** The day it would begin on if nothing but what it waits for held it; null: it waits for nothing. */
  undisturbed: Day | null;
}

/**
 * The first to go off the plan first, each with the working days it added; the steps that are only moved along are none,
 * and what a pause made good counts no more. A link that has become 不涉及 is what brings forward the step behind it.
 * @param sign 1: the node is late; −1: early
 */
export function causesOf(
  network: Network,
  node: NodeName,
  steps: readonly Undisturbed[],
  gone: (codes: readonly string[]) => string | undefined,
  { calendar, sign }: { calendar: Calendar; sign: number },
): ShiftCause[] {
  let causes: ShiftCause[] = [];
  let before = 0;
  for (const one of wayTo(network, node, steps)) {
    const { planned, step } = one;
    if (!planned) continue;
    const off = calendar.workingDaysBetween(planned.finish, one.finish) * sign;
    const growth = off - before;
    before = Math.max(0, off);
    if (off <= 0) causes = [];
    else if (growth < 0) causes = lessDays(causes, -growth);
    else if (growth > 0) {
      const last = causes.at(-1);
      const brought = sign < 0 ? gone(network.waitsFor.get(step.code) ?? []) : undefined;
      if (last && brought === undefined && ownDays(one, calendar) * sign <= 0) last.days += growth;
      else causes.push({ code: brought ?? step.code, days: growth });
    }
  }
  const end = sign < 0 && causes.length === 0 ? gone(network.ends[node]) : undefined;
  return end === undefined ? causes : [{ code: end, days: 0 }];
}

/** From the first step to the node, each by the one that ends last of those it waits for. */
function wayTo(network: Network, node: NodeName, steps: readonly Undisturbed[]): Undisturbed[] {
  const way: Undisturbed[] = [];
  let next = lastOf(network.nodes[node], steps);
  while (next !== undefined) {
    const step = steps[next];
    if (step) way.unshift(step);
    next = lastOf(network.steps[next]?.before ?? [], steps);
  }
  return way;
}

/** Working days it ends later than it would, had it begun when it could and taken as long as planned. */
function ownDays({ undisturbed, planned, step, finish }: Undisturbed, calendar: Calendar): number {
  const begin = undisturbed ?? planned?.start;
  return begin ? calendar.workingDaysBetween(finishOf(calendar, begin, step.duration), finish) : 0;
}

/** What was caught up is taken off what came last. */
function lessDays(causes: readonly ShiftCause[], days: number): ShiftCause[] {
  const left: ShiftCause[] = [];
  let off = days;
  for (const cause of causes.toReversed()) {
    const taken = Math.min(off, cause.days);
    off -= taken;
    if (cause.days > taken) left.unshift({ ...cause, days: cause.days - taken });
  }
  return left;
}
