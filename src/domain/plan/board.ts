/** What a project's wall chart (挂图) shows, whatever it is drawn on: card, picture or page. Pure. */
import type { Calendar } from '../calendar.ts';
import type { LightColor } from '../lights.ts';
import type { Project } from '../model.ts';
import { type Day, dayOf, daysBetween } from '../time.ts';
import { isDone, linkStates } from './link-state.ts';
import {
  CONSTRUCTION,
  type Forecast,
  type LinkState,
  type Plan,
  type PlannedStep,
  type ProjectLink,
  type ProjectNode,
  type Stage,
  type Weather,
} from './model.ts';
import { PRODUCTION_NODE, START_NODE } from './nodes.ts';
import type { LinkWeather } from './weather.ts';

/** Days from one to another, both belonging to it. */
export interface Span {
  from: Day;
  to: Day;
}

/** Work that was done. `goesOn`: not over yet, it is drawn until today. */
export interface Actual extends Span {
  goesOn: boolean;
}

/** A problem that holds something up. */
export interface Holdup {
  issueId: number;
  title: string;
  color: LightColor;
  /** Working days. */
  overdueDays: number;
  /** Numbers of the links it holds up. */
  linkNos: number[];
}

/** A line of the chart. 施工 is one, too: it has no number and no state of its own. */
export interface BoardRow {
  code: string;
  no: number | null;
  /** Code of its stage. */
  stage: string;
  name: string;
  unitId: number | null;
  planned: Span | null;
  /** At most {@link MOST_ACTUALS}, in order of time; a pause (挂账) parts two of them. */
  actual: Actual[];
  state: LinkState | null;
  /** null: over, does not concern the project, or no plan to hold it against. */
  weather: LinkWeather | null;
  critical: boolean;
}

/** 开工, 投产 and any the project added. `days`, `workingDays`: until it; negative days: since. */
export interface BoardNode extends ProjectNode {
  /** As the morning's forecast expects it, when that is another day than planned. */
  expectedOn: Day | null;
  days: number | null;
  workingDays: number | null;
}

export interface BoardView {
  projectId: number;
  name: string;
  enterprise: string | null;
  /** Over (归档): shown as it was left. */
  archived: boolean;
  today: Day;
  stages: Stage[];
  nodes: BoardNode[];
  rows: BoardRow[];
  /** Links that are over, of those that concern the project. */
  done: number;
  concerned: number;
  /** Open problems by light. */
  lights: Record<'red' | 'yellow' | 'blue' | 'green' | 'paused', number> & { none?: number };
  /** The worst first. */
  holdups: Holdup[];
  /** Of the whole project: the worst on its critical chain; null: no plan. */
  weather: (LinkWeather & { row: BoardRow | null }) | null;
  plan: Pick<Plan, 'version' | 'state'> | null;
  /** From the first to the last day anything lies on; today is within. */
  range: Span;
}

export const MOST_ACTUALS = 3;

export interface BoardFacts {
  project: Pick<Project, 'id' | 'name' | 'enterprise' | 'archived'>;
  links: readonly ProjectLink[];
  stages: readonly Stage[];
  /** The link after which 施工 stands. */
  constructionAfter: string | null;
  constructionName: string;
  /** When 施工 really began and was over; null: not begun. */
  site?: { start: Day; finish: Day | null } | null;
  plan: Plan | null;
  /** 开工 and 投产 first. */
  nodes: readonly ProjectNode[];
  forecast: Pick<Forecast, 'reached'> | null;
  /** By code, as far as the plan knows the links. */
  weather: ReadonlyMap<string, LinkWeather>;
  /** Of the project, with the code of the link it comes from; null: no plan, or all is done. */
  worst: (LinkWeather & { code: string }) | null;
  /** Codes of the chain that decides when a node falls, as things stand. */
  critical: ReadonlySet<string>;
  lights: BoardView['lights'];
  holdups: readonly Holdup[];
  today: Day;
  timeZone: string;
  calendar: Pick<Calendar, 'workingDaysBetween'>;
}

export function boardView(facts: BoardFacts): BoardView {
  const { project, links, plan, today } = facts;
  const rows = rowsOf(facts);
  const nodes = nodesOf(facts);
  const concerned = links.filter((link) => link.unconcerned === null);
  return {
    projectId: project.id,
    name: project.name,
    enterprise: project.enterprise,
    archived: project.archived !== null,
    today,
    stages: facts.stages.filter(({ code }) => rows.some((row) => row.stage === code)),
    nodes,
    rows,
    done: concerned.filter(isDone).length,
    concerned: concerned.length,
    lights: facts.lights,
    holdups: facts.holdups.toSorted(byWeight),
    weather: worstOf(facts, rows),
    plan: plan && { version: plan.version, state: plan.state },
    range: rangeOf(rows, nodes, today),
  };
}

function rowsOf(facts: BoardFacts): BoardRow[] {
  const { links, plan, weather, critical, constructionAfter } = facts;
  const steps = new Map(plan?.payload.steps.map((step) => [step.code, step]));
  const states = linkStates(links);
  const construction = steps.get(CONSTRUCTION);
  return links
    .toSorted((a, b) => a.definition.no - b.definition.no)
    .flatMap((link): BoardRow[] => {
      const { code, no, stage, name } = link.definition;
      const row: BoardRow = {
        code,
        no,
        stage,
        name,
        unitId: link.unitId,
        planned: spanOf(steps.get(code)),
        actual: actualsOf(link, facts),
        state: states.get(code) ?? 'waiting',
        weather: isDone(link) ? null : (weather.get(code) ?? null),
        critical: critical.has(code),
      };
      if (code !== constructionAfter || !construction) return [row];
      const site: BoardRow = {
        ...row,
        code: CONSTRUCTION,
        no: null,
        name: facts.constructionName,
        unitId: null,
        planned: spanOf(construction),
        actual: siteActual(facts),
        state: null,
        weather: weather.get(CONSTRUCTION) ?? null,
        critical: critical.has(CONSTRUCTION),
      };
      return [row, site];
    });
}

function spanOf(step: PlannedStep | undefined): Span | null {
  return step ? { from: step.start, to: step.finish } : null;
}

function siteActual({ site, today }: BoardFacts): Actual[] {
  if (!site || site.start > today) return [];
  const to = site.finish ?? today;
  return [{ from: site.start, to: to < site.start ? site.start : to, goesOn: site.finish === null }];
}

/** The days it was worked on, without the pauses; of more stretches the first ones are drawn as one. */
function actualsOf(link: ProjectLink, { today, timeZone }: BoardFacts): Actual[] {
  const from = link.startedOn ?? link.finishedOn;
  if (link.unconcerned || from === null || from > today) return [];
  const end = link.finishedOn ?? link.reportedOn;
  const last = end === null || end < from ? (end === null ? today : from) : end;
  const pauses = (link.item?.pauses ?? [])
    .map((pause) => ({
      from: dayOf(pause.from, timeZone),
      to: pause.until === null ? today : dayOf(pause.until, timeZone),
    }))
    .filter((pause) => pause.from < last && pause.to > from && pause.to > pause.from);
  const stretches: Actual[] = [];
  let at = from;
  for (const pause of pauses) {
    if (pause.from >= at) stretches.push({ from: at, to: pause.from, goesOn: false });
    at = pause.to > at ? pause.to : at;
  }
  const paused = link.item?.status === 'paused';
  if (!paused && at <= last) stretches.push({ from: at, to: last, goesOn: end === null });
  const spare = stretches.length - MOST_ACTUALS;
  const [first] = stretches;
  const joined = stretches[spare];
  if (spare <= 0 || !first || !joined) return stretches;
  return [{ ...joined, from: first.from }, ...stretches.slice(spare + 1)];
}

function nodesOf({ nodes, forecast, today, calendar }: BoardFacts): BoardNode[] {
  const reached = new Map([
    [START_NODE, forecast?.reached.start],
    [PRODUCTION_NODE, forecast?.reached.production],
  ]);
  return nodes.map(({ name, plannedOn, actualOn }): BoardNode => {
    const expected = reached.get(name) ?? null;
    const until = actualOn === null ? plannedOn : null;
    const ahead = until !== null && until >= today;
    return {
      name,
      plannedOn,
      actualOn,
      expectedOn: actualOn === null && expected !== plannedOn ? expected : null,
      days: until === null ? null : daysBetween(today, until),
      workingDays: ahead ? calendar.workingDaysBetween(today, until) : null,
    };
  });
}

const WEATHER_RANK: Record<Weather, number> = { rain: 0, cloud: 1, sun: 2 };

/** Worst first. */
export function byWeather(a: Weather | null, b: Weather | null): number {
  return (a === null ? 3 : WEATHER_RANK[a]) - (b === null ? 3 : WEATHER_RANK[b]);
}

function worstOf({ plan, worst }: BoardFacts, rows: readonly BoardRow[]): BoardView['weather'] {
  if (plan === null) return null;
  if (worst === null) return { weather: 'sun', reason: { kind: 'done' }, row: null };
  return { ...worst, row: rows.find(({ code }) => code === worst.code) ?? null };
}

const COLOR_RANK: Record<LightColor, number> = {
  red: 0,
  yellow: 1,
  blue: 2,
  green: 3,
  none: 4,
  paused: 5,
  done: 6,
};

function byWeight(a: Holdup, b: Holdup): number {
  return COLOR_RANK[a.color] - COLOR_RANK[b.color] || b.overdueDays - a.overdueDays || a.issueId - b.issueId;
}

function rangeOf(rows: readonly BoardRow[], nodes: readonly BoardNode[], today: Day): Span {
  const days = [
    today,
    ...rows.flatMap((row) => [
      ...(row.planned ? [row.planned.from, row.planned.to] : []),
      ...row.actual.flatMap(({ from, to }) => [from, to]),
    ]),
    ...nodes.flatMap(({ plannedOn, actualOn, expectedOn }) => [plannedOn, actualOn, expectedOn]),
  ]
    .filter((day) => day !== null)
    .toSorted();
  return { from: days[0] ?? today, to: days.at(-1) ?? today };
}
