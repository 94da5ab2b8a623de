/** 晴雨 of each link of a project, by rule: the plan held against what is done, and what stands in the way. Pure. */
import type { Calendar } from '../calendar.ts';
import type { Day } from '../time.ts';
import type { Holdup, LinkWeather } from './board.ts';
import { isDone, linkStates } from './link-state.ts';
import type { PlannedStep, ProjectLink } from './model.ts';

/** Working days: less float, or less time left, and it is at risk. */
const NEAR = 3;

export interface WeatherFacts {
  links: readonly ProjectLink[];
  steps: readonly PlannedStep[];
  /** Open problems by the id of the link they hold up. */
  holdups: ReadonlyMap<number, readonly Holdup[]>;
  today: Day;
  calendar: Pick<Calendar, 'workingDaysBetween'>;
}

/** By code; links that are over, or that the plan does not know, are left out. */
export function weatherOfLinks(facts: WeatherFacts): Map<string, LinkWeather> {
  const steps = new Map(facts.steps.map((step) => [step.code, step]));
  return new Map(
    facts.links.flatMap((link) => {
      const step = steps.get(link.definition.code);
      return step && !isDone(link) ? [[link.definition.code, weatherOf(link, step, facts)] as const] : [];
    }),
  );
}

/** Working days it is late; 0: it is not. */
function lateBy(link: ProjectLink, step: PlannedStep, { today, calendar }: WeatherFacts): number {
  if (isDone(link) || link.reportedOn !== null) return 0;
  const due = link.startedOn === null ? step.start : step.finish;
  return today > due ? Math.max(1, calendar.workingDaysBetween(due, today)) : 0;
}

function weatherOf(link: ProjectLink, step: PlannedStep, facts: WeatherFacts): LinkWeather {
  const late = lateBy(link, step, facts);
  const holdups = facts.holdups.get(link.id) ?? [];
  const red = holdups.find(({ color }) => color === 'red');
  if (late > 0)
    return {
      weather: 'rain',
      reason: { code: link.startedOn === null ? 'not-begun' : 'overdue', days: late },
    };
  if (red) return { weather: 'rain', reason: { code: 'red-problem', holdup: red } };
  const [open] = holdups;
  if (open) return { weather: 'cloud', reason: { code: 'blocked', holdup: open } };
  const before = latePredecessor(link, facts);
  if (before)
    return {
      weather: 'cloud',
      reason: { code: 'late-predecessor', no: before.definition.no, name: before.definition.name },
    };
  const state = linkStates(facts.links).get(link.definition.code);
  if (state !== 'ready' && state !== 'working') return { weather: 'sun', reason: { code: 'on-time' } };
  const left = facts.calendar.workingDaysBetween(facts.today, step.finish);
  if (link.startedOn !== null && left <= NEAR)
    return { weather: 'cloud', reason: { code: 'near-due', days: left } };
  if (step.float > 0 && step.float <= NEAR)
    return { weather: 'cloud', reason: { code: 'little-float', days: step.float } };
  return { weather: 'sun', reason: { code: 'on-time' } };
}

function latePredecessor(link: ProjectLink, facts: WeatherFacts): ProjectLink | undefined {
  const steps = new Map(facts.steps.map((step) => [step.code, step]));
  return facts.links.find((other) => {
    const step = steps.get(other.definition.code);
    const before = link.definition.dependencies.some(({ on, hard }) => hard && on === other.definition.code);
    return before && step !== undefined && lateBy(other, step, facts) > 0;
  });
}
