/** What the calendar does to a plan: runs of days off inside it, years whose holidays are not published. Pure. */
import type { Calendar } from '../calendar.ts';
import { addDays, type Day, epochDay } from '../time.ts';
import type { PlannedStep, PlanPayload } from './model.ts';

/** Days off in a row: 春节 8 天. */
export interface DaysOff {
  /** null: no holiday gave it its name. */
  name: string | null;
  first: Day;
  last: Day;
  days: number;
  /** The step under way then, of the critical chain if there is one; else the one that begins next. */
  code: string;
}

const LONG_ENOUGH = 3;

/** Runs of at least three days off between the first and the last day of the critical chain, in their order. */
export function daysOffWithin({ steps, critical }: PlanPayload, calendar: Calendar): DaysOff[] {
  const chain = steps.filter((step) => critical.includes(step.code) && step.actual !== 'done');
  const first = chain.map((step) => step.start).sort()[0];
  const last = chain
    .map((step) => step.finish)
    .sort()
    .at(-1);
  if (!first || !last) return [];
  const runs: DaysOff[] = [];
  for (let day = first; day <= last; day = calendar.nextWorkingDay(day)) {
    const next = calendar.nextWorkingDay(day);
    const days = epochDay(next) - epochDay(day) - 1;
    if (days < LONG_ENOUGH || next > last) continue;
    runs.push({
      name: nameOf(calendar, addDays(day, 1), days),
      first: addDays(day, 1),
      last: addDays(next, -1),
      days,
      code: stepAt(chain, steps, addDays(day, 1)),
    });
  }
  return runs;
}

function nameOf(calendar: Calendar, first: Day, days: number): string | null {
  const names = [...Array(days).keys()].flatMap((n) => calendar.dayInfo(addDays(first, n)).name ?? []);
  return [...new Set(names)].join('、') || null;
}

function stepAt(chain: readonly PlannedStep[], all: readonly PlannedStep[], day: Day): string {
  const isUnder = (step: PlannedStep) => step.start <= day && day <= step.finish && step.actual !== 'done';
  const under = chain.find(isUnder) ?? all.filter(isUnder).sort((a, b) => a.float - b.float)[0];
  const next = chain.filter((step) => step.start > day).sort((a, b) => (a.start < b.start ? -1 : 1))[0];
  return (under ?? next)?.code ?? '';
}

/** Years of the plan whose notice is missing, so that its days are weekends and statutory days only. */
export function provisionalYears({ steps, from }: PlanPayload, calendar: Calendar): number[] {
  const last =
    steps
      .map((step) => step.finish)
      .sort()
      .at(-1) ?? from;
  const years: number[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    if (calendar.isProvisional(year)) years.push(year);
  }
  return years;
}
