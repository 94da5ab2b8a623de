/** 项目总图 and 晴雨表 of all projects: one line each, worst first. Pure. */
import type { Calendar } from '../../domain/calendar.ts';
import type { Project } from '../../domain/model.ts';
import { byWeather } from '../../domain/plan/board.ts';
import type { Forecast, ProjectNode, Weather } from '../../domain/plan/model.ts';
import { type Day, daysBetween } from '../../domain/time.ts';

export interface RowNode extends ProjectNode {
  days: number | null;
  workingDays: number | null;
}

export interface ProjectRow {
  projectId: number;
  name: string;
  enterprise: string | null;
  /** Of this morning; null: no plan is agreed. */
  weather: Weather | null;
  /** Working days a node is expected later than planned, the worse of both; and the link that comes from. */
  late: { node: 'start' | 'production'; days: number; cause: { no: number; name: string } | null } | null;
  /** 开工 first. */
  nodes: RowNode[];
  links: { concerned: number; done: number };
  /** Open problems. */
  lights: { red: number; yellow: number; blue: number; green: number; paused: number };
}

export interface RowFacts {
  projects: readonly Project[];
  lights: ReadonlyMap<number, ProjectRow['lights']>;
  links: ReadonlyMap<number, ProjectRow['links']>;
  forecasts: ReadonlyMap<number, Pick<Forecast, 'shift'>>;
  causes: ReadonlyMap<number, { no: number; name: string }>;
  nodes: ReadonlyMap<number, readonly ProjectNode[]>;
  today: Day;
  calendar: Pick<Calendar, 'workingDaysBetween'>;
}

const NONE = { red: 0, yellow: 0, blue: 0, green: 0, paused: 0 };

/** Archived projects are left out. Worst first: weather, days late, red and yellow problems, then the nearest node. */
export function projectRows(facts: RowFacts): ProjectRow[] {
  return facts.projects
    .filter((project) => project.archived === null)
    .map((project): ProjectRow => {
      const forecast = facts.forecasts.get(project.id);
      return {
        projectId: project.id,
        name: project.name,
        enterprise: project.enterprise,
        weather: project.weather,
        late: lateOf(forecast, facts.causes.get(project.id) ?? null),
        nodes: (facts.nodes.get(project.id) ?? []).map((node) => nodeOf(node, facts)),
        links: facts.links.get(project.id) ?? { concerned: 0, done: 0 },
        lights: facts.lights.get(project.id) ?? NONE,
      };
    })
    .sort(byWorst);
}

function lateOf(
  forecast: Pick<Forecast, 'shift'> | undefined,
  cause: { no: number; name: string } | null,
): ProjectRow['late'] {
  const { start, production } = forecast?.shift ?? { start: null, production: null };
  if ((production ?? 0) > 0 && (production ?? 0) >= (start ?? 0))
    return { node: 'production', days: production ?? 0, cause };
  return (start ?? 0) > 0 ? { node: 'start', days: start ?? 0, cause } : null;
}

function nodeOf(node: ProjectNode, { today, calendar }: RowFacts): RowNode {
  const day = node.actualOn === null ? node.plannedOn : null;
  return {
    ...node,
    days: day === null ? null : daysBetween(today, day),
    workingDays: day !== null && day >= today ? calendar.workingDaysBetween(today, day) : null,
  };
}

function nearest({ nodes }: ProjectRow): number {
  return Math.min(...nodes.map(({ days }) => (days === null || days < 0 ? Number.MAX_SAFE_INTEGER : days)));
}

function byWorst(a: ProjectRow, b: ProjectRow): number {
  return (
    byWeather(a.weather, b.weather) ||
    (b.late?.days ?? 0) - (a.late?.days ?? 0) ||
    b.lights.red - a.lights.red ||
    b.lights.yellow - a.lights.yellow ||
    nearest(a) - nearest(b) ||
    a.projectId - b.projectId
  );
}
