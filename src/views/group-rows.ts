/** Which rows what was counted belongs to: areas with all below them, and what projects have (秘书, 产业). */
import type { TitlePlace } from '../cards/filter-title.ts';
import type { GroupCounts, ListCounts } from '../db/issue-list.ts';
import type { Directory } from '../domain/directory.ts';
import type { GroupBy, GroupKey, IssueFilter } from '../domain/issue-filter.ts';

/** The rows of one that was counted apart (`groupColumn`); a project of two industries stands in two. */
export type RowsOf = (id: GroupKey | null) => readonly (GroupKey | null)[];

/** The row an area belongs to: the one right below what is asked about that holds it, or none. */
export function upperAreas(
  { areaIds }: Pick<IssueFilter, 'areaIds'>,
  { areaId }: Pick<TitlePlace, 'areaId'>,
  directory: Directory,
): (id: GroupKey | null) => number | null {
  const tops = areaIds ?? [areaId ?? directory.topAreaId];
  const rows = directory.data.areas.filter(({ parentId }) => parentId !== null && tops.includes(parentId));
  return (id) => rows.find((row) => typeof id === 'number' && directory.reaches(row.id, id))?.id ?? null;
}

/** @param filter as it was asked, areas without those below */
export function rowsOf(
  by: GroupBy | undefined,
  filter: Pick<IssueFilter, 'areaIds'>,
  place: Pick<TitlePlace, 'areaId'>,
  directory: Directory,
): RowsOf {
  const upper = upperAreas(filter, place, directory);
  const project = (id: GroupKey | null) => (typeof id === 'number' ? directory.project(id) : undefined);
  switch (by) {
    case 'area':
      return (id) => [upper(id)];
    case 'secretary':
      return (id) => [project(id)?.secretaryId ?? null];
    case 'leader':
      return (id) => [project(id)?.leaderId ?? null];
    case 'park':
      return (id) => [project(id)?.park ?? null];
    case 'industry': {
      return (id) => {
        const all = project(id)?.industries ?? [];
        return all.length > 0 ? [...new Set(all)] : [null];
      };
    }
    default:
      return (id) => [id];
  }
}

/** Whether something may stand in two rows, so that they add up to more than there is. */
export function overlaps(by: GroupBy | undefined, counted: readonly { id: GroupKey | null }[], rows: RowsOf) {
  return by === 'industry' && counted.some(({ id }) => rows(id).length > 1);
}

/** Whose names the rows bear. */
export function peopleOfRows(by: GroupBy | undefined, { data }: Directory): (number | null)[] {
  if (by === 'secretary') return data.projects.map(({ secretaryId }) => secretaryId);
  return by === 'leader' ? data.projects.map(({ leaderId }) => leaderId) : [];
}

/** Who logged or has it in hand is no matter of the directory: the rows themselves tell. */
export function reportersOf(by: GroupBy, counted: readonly { id: GroupKey | null }[]): number[] {
  return by === 'reporter' || by === 'assignee'
    ? counted.flatMap(({ id }) => (typeof id === 'number' ? [id] : []))
    : [];
}

/** Those of several that were named: what has none of it is told beside the others, unless it may have some unseen. */
export function namedOf(
  {
    unitIds,
    projectIds,
    categoryIds,
    colors,
  }: Pick<IssueFilter, 'unitIds' | 'projectIds' | 'categoryIds' | 'colors'>,
  by: GroupBy | undefined,
  { whole }: Pick<TitlePlace, 'whole'>,
): readonly GroupKey[] {
  const kinds: Partial<Record<GroupBy, readonly GroupKey[] | undefined>> = {
    unit: whole ? unitIds : [],
    project: whole ? projectIds : [],
    category: categoryIds,
    color: colors,
  };
  const ids = by && kinds[by];
  return ids && ids.length > 1 ? ids : [];
}

/**
 * What was logged has void ones beside it, as everywhere: no group is larger for them. A state is a group of its own.
 * @param beside whether a group of void ones alone stands too, with nothing in it but what tells them
 */
export function withoutVoid(
  counted: readonly GroupCounts[],
  { statuses }: IssueFilter,
  by: GroupBy,
  beside = false,
): GroupCounts[] {
  if (statuses !== undefined || by === 'status') return [...counted];
  return counted
    .map((one) => ({ ...one, counts: { ...one.counts, total: one.counts.total - (one.counts.void ?? 0) } }))
    .filter(({ counts }) => counts.total > 0 || (beside && (counts.void ?? 0) > 0));
}

/** What was counted apart, by the rows it belongs to. */
export function joinedBy(counted: readonly GroupCounts[], rows: RowsOf): GroupCounts[] {
  const groups = new Map<GroupKey | null, GroupCounts>();
  for (const one of counted)
    for (const row of rows(one.id)) {
      const known = groups.get(row);
      groups.set(row, known ? sumOf(known, one) : { ...one, id: row });
    }
  return [...groups.values()];
}

function sumOf(a: GroupCounts, b: GroupCounts): GroupCounts {
  const counts = { ...a.counts };
  for (const key of Object.keys(counts) as (keyof ListCounts)[]) counts[key] += b.counts[key];
  return { id: a.id, counts, overdue: [...a.overdue, ...b.overdue] };
}
