/**
 * 晴雨表, by rule. A link that is on time is ☀ whatever its float: the critical chain of a plan made backwards has none.
 * It is at risk when something has eaten up its float, not because the plan gave it little. Pure.
 */
import type { Calendar } from '../calendar.ts';
import { isExempt } from '../lights.ts';
import type { Day } from '../time.ts';
import type { Expected, Outlook } from './forecast.ts';
import type { LinkWeather, ProjectLink, Weather, WeatherReason } from './model.ts';

export type { LinkWeather, WeatherReason } from './model.ts';

/** An open problem that holds the link up. */
export interface BlockingProblem {
  id: number;
  red: boolean;
}

/** What an appeal about the link itself is about; a problem that holds it up is appealed by its own number. */
const OF_ITS_OWN: readonly WeatherReason['kind'][] = [
  'late-finish',
  'late-start',
  'near-due',
  'little-float',
];

/** Float of so many working days or fewer, and a due day so near, are a risk. */
const LITTLE_FLOAT = 3;
const NEAR = 2;

/** Codes of links whose lateness was excused on appeal (申诉). */
export function excusedCodes(links: readonly ProjectLink[]): Set<string> {
  return new Set(
    links.flatMap(({ definition, item }) => (item !== null && isExempt(item) ? [definition.code] : [])),
  );
}

/** The weather of every step, by code. */
export function weatherOf(
  outlook: Outlook,
  blocking: ReadonlyMap<string, readonly BlockingProblem[]>,
  today: Day,
  calendar: Calendar,
  excused: ReadonlySet<string> = new Set(),
): Map<string, LinkWeather> {
  const { steps } = outlook;
  // What is late only because of an excused link is excused with it; steps stand behind all they wait for.
  const through = new Set(excused);
  const found = new Map<string, LinkWeather>();
  for (const one of steps) {
    const { code } = one.step;
    const problems = blocking.get(code) ?? [];
    const weather = weatherOfStep(one, steps, { problems, excused: through }, today, calendar);
    const late = latePredecessors(one.step, steps);
    const held = late.length > 0 && late.every(({ step }) => through.has(step.code));
    const excuses = excused.has(code) || (held && one.step.actual === null);
    const sun = excuses && OF_ITS_OWN.includes(weather.reason.kind);
    found.set(code, sun ? { weather: 'sun', reason: { kind: 'excused' } } : weather);
    if (held) through.add(code);
  }
  return found;
}

/** Open ones that will end after their planned day. */
function latePredecessors({ before }: Expected['step'], all: readonly Expected[]): Expected[] {
  return before
    .flatMap((index) => all[index] ?? [])
    .filter((one) => one.step.actual?.state !== 'done' && one.planned && one.finish > one.planned.finish);
}

/** The worst on the critical chain, with its reason and step; of equals the first to come. null: all is done. */
export function projectWeather(
  outlook: Outlook,
  byCode: ReadonlyMap<string, LinkWeather>,
): (LinkWeather & { code: string }) | null {
  let worst: (LinkWeather & { code: string }) | null = null;
  for (const { step, critical } of outlook.steps) {
    const one = byCode.get(step.code);
    if (!critical || !one || step.actual?.state === 'done') continue;
    if (!worst || RANK[one.weather] > RANK[worst.weather]) worst = { ...one, code: step.code };
  }
  return worst;
}

const RANK: Record<Weather, number> = { sun: 0, cloud: 1, rain: 2 };

function weatherOfStep(
  { step, planned, start, float }: Expected,
  all: readonly Expected[],
  { problems, excused }: { problems: readonly BlockingProblem[]; excused: ReadonlySet<string> },
  today: Day,
  calendar: Calendar,
): LinkWeather {
  const is = (weather: Weather, reason: WeatherReason): LinkWeather => ({ weather, reason });
  if (step.actual?.state === 'done') return is('sun', { kind: 'done' });
  const red = problems.filter((problem) => problem.red).map((problem) => problem.id);
  if (red.length > 0) return is('rain', { kind: 'red-problem', issueIds: red });
  const before = step.before.flatMap((index) => all[index] ?? []);
  const open = before.filter((one) => one.step.actual?.state !== 'done');
  // Working days that are over: what is due today is not late today.
  const since = (day: Day) => calendar.workingDaysBetween(day, today);
  const reported = step.actual?.finish;
  const inTime = reported && planned && reported <= planned.finish;
  if (planned && !inTime && since(planned.finish) > 0)
    return is('rain', { kind: 'late-finish', days: since(planned.finish) });
  if (planned && !step.actual && open.length === 0 && since(planned.start) > 0)
    return is('rain', { kind: 'late-start', days: since(planned.start) });
  if (problems.length > 0) return is('cloud', { kind: 'problem', issueIds: problems.map((one) => one.id) });
  const late = latePredecessors(step, all).find((one) => !excused.has(one.step.code));
  if (late && planned && start > planned.start)
    return is('cloud', { kind: 'predecessor-late', code: late.step.code });
  if (planned && float <= LITTLE_FLOAT && float < planned.float)
    return is('cloud', { kind: 'little-float', days: float });
  const left = planned ? calendar.workingDaysBetween(today, planned.finish) : NEAR + 1;
  if (planned && !reported && planned.start < today && left <= NEAR)
    return is('cloud', { kind: 'near-due', days: Math.max(0, left) });
  return is('sun', { kind: 'on-time' });
}
