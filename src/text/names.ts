/** Names for ids, as people say them. All results are plain text: escape them for markdown. */
import type { Directory } from '../domain/directory.ts';
import type { Person } from '../domain/model.ts';
import type { ViewContext } from './view.ts';

/** The person's name; the id may be of somebody who was not loaded. */
export function personName(ctx: ViewContext, id: number | null): string {
  if (id === null) return '系统';
  return ctx.people.get(id)?.name ?? '（未知人员）';
}

/** Who acts now: 李四(代张三) while 张三 is away (交接). */
export function personOnDuty(ctx: ViewContext, id: number): string {
  const deputyId = ctx.directory.deputyOf(id);
  return deputyId === null || deputyId === id
    ? personName(ctx, id)
    : `${personName(ctx, deputyId)}（代${personName(ctx, id)}）`;
}

/** 张三(住建局); people of other tenants as 张三(企业), since their unit is not ours. */
export function personWithUnit(ctx: ViewContext, id: number | null): string {
  const person: Person | undefined = id === null ? undefined : ctx.people.get(id);
  if (!person) return personName(ctx, id);
  const unit = person.unitId === null ? undefined : ctx.directory.unit(person.unitId);
  if (unit) return `${person.name}（${shortUnitName(ctx, unit.id)}）`;
  return person.home ? person.name : `${person.name}（企业）`;
}

export function unitName(ctx: Pick<ViewContext, 'directory'>, id: number | null): string {
  if (id === null) return '未定';
  return ctx.directory.unit(id)?.name ?? '（未知单位）';
}

/** 住建局 rather than 住房和城乡建设局, for rows of lists. */
export function shortUnitName(ctx: Pick<ViewContext, 'directory'>, id: number | null): string {
  const unit = id === null ? undefined : ctx.directory.unit(id);
  return unit ? shortest(unit, sharedIn(ctx.directory).units) : unitName(ctx, id);
}

export function shortProjectName(ctx: Pick<ViewContext, 'directory'>, id: number | null): string {
  const project = id === null ? undefined : ctx.directory.project(id);
  return project ? shortest(project, sharedIn(ctx.directory).projects) : projectName(ctx, id);
}

export function projectName(ctx: Pick<ViewContext, 'directory'>, id: number | null): string {
  if (id === null) return '未关联项目';
  return ctx.directory.project(id)?.name ?? '（未知项目）';
}

/** Whose something is, as it was said: units, projects, kinds of matter, areas, and what else is named so. */
export function namesSaid(
  ctx: Pick<ViewContext, 'directory'>,
  said: {
    [key in 'unitIds' | 'projectIds' | 'categoryIds' | 'areaIds']?: readonly number[];
  } & { [key in 'industry' | 'park' | 'someone']?: string | undefined },
): string[] {
  return [
    ...(said.unitIds ?? []).map((id) => shortUnitName(ctx, id)),
    ...(said.projectIds ?? []).map((id) => shortProjectName(ctx, id)),
    ...(said.categoryIds ?? []).map((id) => `${ctx.directory.category(id)?.name}类`),
    ...(said.areaIds ?? []).flatMap((id) => ctx.directory.area(id)?.name ?? []),
    ...[said.industry, said.park, said.someone].filter((one) => one !== undefined),
  ];
}

interface Named {
  name: string;
  shortNames: readonly string[];
}

/** The shortest name that is nobody else's; the first of equally short ones. */
function shortest({ name, shortNames }: Named, shared: ReadonlySet<string>): string {
  return shortNames.reduce(
    (best, short) => (short.length < best.length && !shared.has(short) ? short : best),
    name,
  );
}

interface Shared {
  units: ReadonlySet<string>;
  projects: ReadonlySet<string>;
}

const shared = new WeakMap<Directory, Shared>();

/** Names that several bear: 楚能 for both phases says of neither which it is. */
function sharedIn(directory: Directory): Shared {
  const known = shared.get(directory) ?? {
    units: borneBySeveral(directory.data.units.filter((unit) => !unit.closed)),
    projects: borneBySeveral(directory.data.projects),
  };
  shared.set(directory, known);
  return known;
}

function borneBySeveral(all: readonly Named[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const several = new Set<string>();
  for (const { name, shortNames } of all)
    for (const one of new Set([name, ...shortNames])) (seen.has(one) ? several : seen).add(one);
  return several;
}
