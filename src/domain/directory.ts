/** The master data with the look-ups every rule needs. Built once per version of the data. */
import { type Calendar, createCalendar, type HolidayRow } from './calendar.ts';
import type { Area, Category, DirectoryData, Project, Role, Rules, Settings, Unit } from './model.ts';
import { mergeRules } from './rules.ts';
import { type Day, dayOf, type Instant } from './time.ts';
import type { QuietClock } from './worktime.ts';

export interface Directory {
  readonly version: number;
  readonly data: DirectoryData;
  readonly settings: Settings;
  /** Projects that are not archived (归档): the only ones for lists, choices and names. */
  readonly liveProjects: readonly Project[];
  readonly calendar: Calendar;
  /** Calendar, zone, working and quiet hours in one, as worktime.ts asks for them. */
  readonly clock: QuietClock;
  area(id: number): Area | undefined;
  unit(id: number): Unit | undefined;
  project(id: number): Project | undefined;
  category(id: number): Category | undefined;
  /** Whether `upper` is `lower` or above it in the tree. */
  reaches(upper: number, lower: number): boolean;
  /** People who hold the role for this area; the nearest area up the tree that has any. */
  holders(role: Role, areaId: number): number[];
  /** What a new issue of the project starts with: the project's own over the deployment's. */
  rulesFor(projectId: number | null): Rules;
  /** Who acts for a person now: the person, a deputy (交接), or null when whoever that is cannot be reached. */
  deputyOf(personId: number): number | null;
  /** Whether a person cannot be reached and has named nobody (交接): the next in the unit takes over. */
  isLost(personId: number): boolean;
  /** Root of the tree. */
  topAreaId: number;
  /** The same with other data in places: for looking at what a change would do. */
  withData(changed: Partial<DirectoryData>): Directory;
}

/**
 * Builds the look-ups.
 * @param data rows of one version of the master data; must hold at least one area
 * @param builtIn the program's own holidays; the chinese-days data by default
 */
export function createDirectory(data: DirectoryData, builtIn?: readonly HolidayRow[]): Directory {
  const areas = new Map(data.areas.map((area) => [area.id, area]));
  const units = new Map(data.units.map((unit) => [unit.id, unit]));
  const projects = new Map(data.projects.map((project) => [project.id, project]));
  const categories = new Map(data.categories.map((category) => [category.id, category]));
  const top = data.areas.find((area) => area.parentId === null);
  if (!top) throw new Error('directory without an area');
  const path = (areaId: number): number[] => {
    const ids: number[] = [];
    for (
      let area = areas.get(areaId);
      area && !ids.includes(area.id);
      area = areas.get(area.parentId ?? -1)
    ) {
      ids.push(area.id);
    }
    return ids;
  };
  const calendar = createCalendar(data.holidays, {
    publishedYears: data.publishedYears,
    notices: data.notices,
    ...(builtIn && { builtIn }),
  });
  const standIns = new Map(data.standIns.map((one) => [one.personId, one.reachable ? one.deputyId : null]));
  const unreachable = new Set(data.unreachable);
  const { timeZone, hours, quiet } = data.settings;
  return {
    version: data.version,
    data,
    settings: data.settings,
    liveProjects: data.projects.filter((project) => project.archived === null),
    calendar,
    clock: { calendar, timeZone, hours, quiet },
    area: (id) => areas.get(id),
    unit: (id) => units.get(id),
    project: (id) => projects.get(id),
    category: (id) => categories.get(id),
    reaches: (upper, lower) => path(lower).includes(upper),
    holders(role, areaId) {
      for (const id of path(areaId)) {
        const people = data.grants.filter((grant) => grant.role === role && grant.areaId === id);
        if (people.length > 0) return people.map((grant) => grant.personId);
      }
      return [];
    },
    rulesFor(projectId) {
      const own = projectId === null ? null : projects.get(projectId)?.rules;
      return own ? mergeRules(data.settings.rules, own) : data.settings.rules;
    },
    deputyOf(personId) {
      const deputyId = standIns.get(personId);
      if (deputyId !== undefined) return deputyId;
      return unreachable.has(personId) ? null : personId;
    },
    isLost: (personId) => unreachable.has(personId) && !standIns.has(personId),
    topAreaId: top.id,
    withData: (changed) => createDirectory({ ...data, ...changed }, builtIn),
  };
}

/**
 * What units are called: names and short names of those there are, then names of before (曾用名, and of units merged
 * into them) as far as nobody bears them now.
 */
export function unitNames({ units }: Pick<DirectoryData, 'units'>): (readonly [id: number, name: string])[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const present = units
    .filter((unit) => !unit.closed)
    .flatMap((unit) => [unit.name, ...unit.shortNames].map((name) => [unit.id, name] as const));
  const taken = new Set(present.map(([, name]) => name));
  const before = units.flatMap((unit) => {
    const heir = heirOf(unit, byId);
    const names = unit.closed
      ? [unit.name, ...unit.shortNames, ...(unit.formerNames ?? [])]
      : (unit.formerNames ?? []);
    return heir === undefined
      ? []
      : names.filter((name) => !taken.has(name)).map((name) => [heir, name] as const);
  });
  return [...present, ...before];
}

/** The unit itself, or where it was merged into at last; undefined when that was abolished. */
function heirOf(unit: Unit, byId: ReadonlyMap<number, Unit>): number | undefined {
  let heir: Unit | undefined = unit;
  for (let steps = 0; heir?.closed && steps < byId.size; steps++)
    heir = byId.get(heir.closed.successorId ?? -1);
  return heir?.closed ? undefined : heir?.id;
}

/** The directory as it would be with everybody at their desk and within reach. */
export function withoutStandIns(directory: Directory): Directory {
  return { ...directory, deputyOf: (personId) => personId, isLost: () => false };
}

/** The day it is where the deployment is. */
export function todayOf({ now, directory }: { now: Instant; directory: Directory }): Day {
  return dayOf(now, directory.settings.timeZone);
}
