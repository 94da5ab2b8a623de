/** An agreed plan as the calendar of today would have made it: from what was so then, not from what happened since. Pure. */
import type { Calendar } from '../calendar.ts';
import { backSchedule, type PlanRequest } from './back-schedule.ts';
import { comparePlans, type Moved } from './compare.ts';
import { CONSTRUCTION, type PlanPayload, type PlanTargets } from './model.ts';
import { durationsOf, type NetworkLink, type PlanBasis } from './network.ts';

export interface RecountedPlan {
  /** Steps that were open when it was made and would end on another day. */
  moved: Moved[];
  reached: PlanTargets;
}

/** undefined: it cannot be made again, because its links changed. */
export function recountPlan(
  payload: PlanPayload,
  { links, basis }: { links: readonly NetworkLink[]; basis: PlanBasis },
  calendar: Calendar,
): RecountedPlan | undefined {
  const steps = new Map(payload.steps.map((step) => [step.code, step]));
  const then = links.map((link): NetworkLink => {
    const step = steps.get(link.definition.code);
    const actual = step?.actual ?? null;
    return {
      definition: link.definition,
      unconcerned: step ? null : true,
      startedOn: actual && step ? step.start : null,
      reportedOn: null,
      finishedOn: actual === 'done' && step ? step.finish : null,
    };
  });
  const site = steps.get(CONSTRUCTION);
  const { targets, from, construction } = payload;
  const request: PlanRequest = {
    links: then,
    basis,
    construction,
    constructionStartedOn: site?.actual ? site.start : null,
    durations: durationsOf(payload.steps),
    targets,
    from,
    today: from,
  };
  const again = backSchedule(request, calendar);
  if ('fault' in again) return undefined;
  const open = { ...payload, steps: payload.steps.filter((step) => step.actual === null) };
  const moved = comparePlans(open, again.payload, calendar).filter((one) => one.before && one.after);
  return { moved, reached: again.payload.reached };
}
