/** What two versions of a plan, or one under two calendars, do differently. Pure. */
import type { Calendar } from '../calendar.ts';
import type { PlannedStep, PlanPayload } from './model.ts';

/** A step whose days or length differ; null on the side that has it not. */
export interface Moved {
  code: string;
  before: PlannedStep | null;
  after: PlannedStep | null;
  /** Working days its end moved; null when one side has it not. */
  workingDays: number | null;
}

/** In the order of the newer plan, what it left out last. */
export function comparePlans(before: PlanPayload, after: PlanPayload, calendar: Calendar): Moved[] {
  const old = new Map(before.steps.map((step) => [step.code, step]));
  const kept = new Set(after.steps.map((step) => step.code));
  const moved = after.steps.flatMap((step): Moved[] => {
    const was = old.get(step.code) ?? null;
    if (was && was.start === step.start && was.finish === step.finish) return [];
    const workingDays = was && calendar.workingDaysBetween(was.finish, step.finish);
    return [{ code: step.code, before: was, after: step, workingDays }];
  });
  const gone = before.steps
    .filter((step) => !kept.has(step.code))
    .map((step): Moved => ({ code: step.code, before: step, after: null, workingDays: null }));
  return [...moved, ...gone];
}
