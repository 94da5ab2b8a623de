/** 项目总图 and 晴雨表 of all projects: one line each, worst first. Pure. */
import type { Calendar } from '../../domain/calendar.ts';
import type { Project } from '../../domain/model.ts';
import { byWeather } from '../../domain/plan/board.ts';
import type { ProjectNode, Weather } from '../../domain/plan/model.ts';
import type { LinkWeather } from '../../domain/plan/weather.ts';
import { type Day, daysBetween } from '../../domain/time.ts';

/** By how many working days the forecast moves each node, and the link that comes from; null: as planned, or no plan. */
export interface Shift {
  start: number | null;
  production: number | null;
  cause: { no: number; name: string } | null;
  /** What the weather comes from; null: nothing is in the way, or it was not noted. */
  worst?: Worst | null;
}

export interface Worst {
  /** null: 施工. */
  link: { no: number; name: string } | null;
  weather: LinkWeather;
}

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
  /** Of this morning, too. */
  worst: Worst | null;
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
  shifts: ReadonlyMap<number, Shift>;
  nodes: ReadonlyMap<number, readonly ProjectNode[]>;
  today: Day;
  calendar: Pick<Calendar, 'workingDaysBetween'>;
}

const NONE = { red: 0, yellow: 0, blue: 0, green: 0, paused: 0 };

/** Archived projects are left out. Worst first: weather, days late, red and yellow problems, then the nearest node. */
export function projectRows(given: RowFacts): ProjectRow[] {
  const facts = { ...given, calendar: remembering(given.calendar) };
  return facts.projects
    .filter((project) => project.archived === null)
    .map((project): ProjectRow => {
      return {
        projectId: project.id,
        name: project.name,
        enterprise: project.enterprise,
        weather: project.weather,
        late: lateOf(facts.shifts.get(project.id)),
        worst: facts.shifts.get(project.id)?.worst ?? null,
        nodes: (facts.nodes.get(project.id) ?? []).map((node) => nodeOf(node, facts)),
        links: facts.links.get(project.id) ?? { concerned: 0, done: 0 },
        lights: facts.lights.get(project.id) ?? NONE,
      };
    })
    .sort(byWorst);
}

/** Many projects share a day, and counting to it costs its distance. */
function remembering({ workingDaysBetween }: RowFacts['calendar']): RowFacts['calendar'] {
  const known = new Map<string, number>();
  return {
    workingDaysBetween(from, to) {
      const key = `${from}${to}`;
      const days = known.get(key) ?? workingDaysBetween(from, to);
      known.set(key, days);
      return days;
    },
  };
}

function lateOf(shift: Shift | undefined): ProjectRow['late'] {
  const [start, production] = [shift?.start ?? 0, shift?.production ?? 0];
  const cause = shift?.cause ?? null;
  if (production > 0 && production >= start) return { node: 'production', days: production, cause };
  return start > 0 ? { node: 'start', days: start, cause } : null;
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
