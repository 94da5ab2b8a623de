/** Lists of problems and their figures, as far as the reader and the place may see them. */

import type { TitlePlace } from '../cards/filter-title.ts';
import { type IssueGroup, issueGroupsCard } from '../cards/issue-groups.ts';
import { ASKED_ROWS, HELPING_ROWS, issueListCard, PAGE_SIZE } from '../cards/issue-list.ts';
import { LAST_PAGE, MORE_IN_PRIVATE } from '../cards/words-figures.ts';
import { onlyHereText } from '../cards/words-group.ts';
import { refusalText } from '../cards/words-refusals.ts';
import { loadIssue } from '../db/issue.ts';
import {
  type ColorCounts,
  countByGroup,
  countOfList,
  type GroupCounts,
  type IssueQuery,
  listIssues,
} from '../db/issue-list.ts';
import { overdueByDay } from '../db/issue-outcomes.ts';
import type { Tx } from '../db/open.ts';
import { seesAll, seesProject, visibleScope } from '../domain/access.ts';
import type { Answer, GroupBy, IssueFilter } from '../domain/answer.ts';
import type { Directory } from '../domain/directory.ts';
import { type Issue, OPEN_STATUSES } from '../domain/issue.ts';
import { daysOverdue } from '../domain/worktime.ts';
import { shortProjectName } from '../text/names.ts';
import { type DrawnAnswer, type Viewer, viewContext } from './context.ts';
import { areasBelow, areasShown, maySeeIssue } from './place.ts';

/** What is run here for this reader, and what it has to be called. */
export interface Narrowed {
  filter: IssueFilter;
  query: IssueQuery;
  place: TitlePlace;
}

/**
 * Everybody in a project's group reads along, so there only its projects are counted, whoever asks. undefined: the
 * filter is about others alone.
 */
function narrowToHere(
  filter: IssueFilter,
  here: readonly number[],
  directory: Directory,
): IssueFilter | undefined {
  const { areaIds, ...rest } = filter;
  const inArea = (id: number) => {
    const project = directory.project(id);
    return (
      areaIds === undefined || areaIds.some((area) => project && directory.reaches(area, project.areaId))
    );
  };
  const wanted = filter.projectIds ?? here;
  const projectIds = here.filter((id) => wanted.includes(id) && inArea(id));
  return projectIds.length > 0 || here.length === 0 ? { ...rest, projectIds } : undefined;
}

export function narrow(asked: IssueFilter, viewer: Viewer): Narrowed | undefined {
  const { now, directory, actor, chat } = viewer;
  const here = chat?.kind === 'project' ? chat.projectIds : undefined;
  const filter = here ? narrowToHere(asked, here, directory) : asked;
  if (!filter) return undefined;
  const scope = visibleScope(actor, directory, { chatProjectIds: here ?? [] });
  const within = areasShown(viewer);
  const top = chat?.kind === 'office' ? (chat.areaId ?? directory.topAreaId) : directory.topAreaId;
  const areaIds = filter.areaIds?.flatMap((id) => areasBelow(id, directory));
  return {
    filter,
    query: {
      filter: areaIds ? { ...filter, areaIds } : filter,
      scope,
      now,
      timeZone: directory.settings.timeZone,
      ...(within && { within }),
    },
    place: {
      ...(here && { here }),
      ...(top !== directory.topAreaId && { areaId: top }),
      whole: seesAll(scope, areaIds ? { ...filter, areaIds } : filter, directory),
      readerId: actor.person.id,
    },
  };
}

/** Whose names a title may need. */
export function peopleIn({ personId, reporterId, leaderId, secretaryId }: IssueFilter): (number | null)[] {
  return [personId ?? null, reporterId ?? null, leaderId ?? null, secretaryId ?? null];
}

/** In a project's group, to somebody who sees more than its projects elsewhere. */
export function moreInPrivate({ actor, chat, directory }: Viewer): string | undefined {
  if (chat?.kind !== 'project' || !actor.person.home) return undefined;
  const others = directory.data.projects.some(
    (project) => !chat.projectIds.includes(project.id) && seesProject(actor, project, directory),
  );
  return others ? MORE_IN_PRIVATE : undefined;
}

export async function onlyHere(tx: Tx, viewer: Viewer): Promise<DrawnAnswer> {
  const context = await viewContext(tx, viewer, {});
  const names = (viewer.chat?.projectIds ?? []).map((id) => shortProjectName(context, id));
  return { kind: 'text', text: onlyHereText(names) };
}

/** The page, or the last one where the list is not as long (any more). */
export async function pageOf(
  tx: Tx,
  query: IssueQuery & { page: number; pageSize: number },
): Promise<{ issues: Issue[]; total: number; page: number }> {
  const found = await listIssues(tx, query);
  const last = Math.max(1, Math.ceil(found.total / query.pageSize));
  if (query.page <= last) return { ...found, page: query.page };
  return { ...(await listIssues(tx, { ...query, page: last })), page: last };
}

export async function drawList(
  tx: Tx,
  answer: Answer & { kind: 'list' },
  viewer: Viewer,
): Promise<DrawnAnswer> {
  // What is alike would tell of an issue that may not be seen.
  const { similarTo } = answer.filter;
  const hidden = similarTo === undefined ? undefined : await hiddenText(tx, similarTo, viewer);
  if (hidden !== undefined) return { kind: 'text', text: hidden };
  const narrowed = narrow(answer.filter, viewer);
  if (!narrowed) return onlyHere(tx, viewer);
  const { filter, query, place } = narrowed;
  const pageSize = answer.asked ? ASKED_ROWS : PAGE_SIZE;
  const { issues, total, page } = await pageOf(tx, { ...query, page: answer.page, pageSize });
  const counts = await countOfList(tx, query);
  const helping =
    filter.unitIds && filter.unitRole === undefined
      ? await listIssues(tx, {
          ...query,
          filter: { ...query.filter, unitRole: 'helping' },
          page: 1,
          pageSize: HELPING_ROWS,
        })
      : undefined;
  const context = await viewContext(tx, viewer, {
    issues: [...issues, ...(helping?.issues ?? [])],
    personIds: [...peopleIn(filter)],
  });
  const drawn = issueListCard(
    {
      issues,
      counts,
      page,
      pageSize,
      total,
      filter,
      place,
      ...(helping && page === 1 && { helping }),
      ...(page < answer.page ? { lead: LAST_PAGE } : answer.lead && { lead: answer.lead }),
      ...(answer.asked && { asked: await askedFigure(tx, query, total, viewer) }),
      ...(answer.others && { others: answer.others }),
    },
    context,
  );
  return { kind: 'card', card: drawn };
}

/** How many of what was asked for are overdue past the point where the principal leader hears of it. */
async function askedFigure(tx: Tx, query: IssueQuery, total: number, viewer: Viewer) {
  const { deepRedDays } = viewer.directory.settings.rules;
  const { clock } = viewer.directory;
  const late = total === 0 ? [] : await overdueByDay(tx, query);
  const very = late.filter(({ day }) => daysOverdue(day, viewer.now, clock) > deepRedDays);
  const count = very.reduce((sum, one) => sum + one.count, 0);
  return { very: { count, days: deepRedDays }, more: moreInPrivate(viewer) };
}

export async function drawGroups(
  tx: Tx,
  { by, filter: asked, most, having, told, lead, others }: Answer & { kind: 'groups' },
  viewer: Viewer,
): Promise<DrawnAnswer> {
  const narrowed = narrow(asked, viewer);
  if (!narrowed) return onlyHere(tx, viewer);
  const { filter, query, place } = narrowed;
  const upper = (rows: GroupCounts[]) =>
    by === 'area' ? byUpperArea(rows, filter, place, viewer.directory) : rows;
  const groups = await groupsFound(tx, narrowed, by, viewer);
  // 一个问题都没有的: of all that ever had one, for those with something open have some.
  const stateless =
    filter.statuses !== undefined && OPEN_STATUSES.every((one) => filter.statuses?.includes(one));
  const { statuses: _, ...ever } = openIn(query.filter);
  const open = having?.none
    ? upper(await countByGroup(tx, { ...query, filter: stateless ? ever : openIn(query.filter) }, by))
    : [];
  const some = new Set(groups.flatMap(({ id, counts }) => (counts.total > 0 ? [id] : [])));
  const without = open.filter(({ id, counts }) => id !== null && counts.total > 0 && !some.has(id));
  const context = await viewContext(tx, viewer, {
    personIds: [...peopleIn(filter)],
  });
  return {
    kind: 'card',
    card: issueGroupsCard(
      {
        by,
        filter,
        place,
        most,
        groups,
        ...(having && { having }),
        ...(having?.none && {
          without: without.map(({ id, counts }) => ({ id, open: stateless ? 0 : counts.total })),
          ever: stateless,
        }),
        ...(told && { told }),
        lead,
        others,
        more: moreInPrivate(viewer),
      },
      context,
    ),
  };
}

/** Figures of each unit, project, place or kind of matter of what is found, in no order. */
export async function groupsFound(
  tx: Tx,
  { filter, query, place }: Narrowed,
  by: GroupBy,
  { directory, now }: Pick<Viewer, 'directory' | 'now'>,
): Promise<IssueGroup[]> {
  const counted = await countByGroup(tx, query, by);
  const apart = by === 'area' ? byUpperArea(counted, filter, place, directory) : counted;
  return apart.map(({ id, counts, overdue }) => ({
    id,
    counts,
    overdue: overdue.reduce((sum, { count }) => sum + count, 0),
    overdueDays: overdue.reduce(
      (sum, { day, count }) => sum + count * daysOverdue(day, now, directory.clock),
      0,
    ),
  }));
}

/** What narrows a filter to a place, a person or a kind of matter; the rest of it is a state. */
const WHERE = [
  'kinds',
  'areaIds',
  'projectIds',
  'unitIds',
  'unitRole',
  'park',
  'industry',
  'categoryIds',
  'exceptUnitIds',
  'exceptProjectIds',
  'exceptCategoryIds',
  'leaderId',
  'secretaryId',
  'personId',
] as const satisfies readonly (keyof IssueFilter)[];

/** What is open in the same place, whatever its state. */
function openIn(filter: IssueFilter): IssueFilter {
  const place = Object.fromEntries(
    WHERE.flatMap((key) => (filter[key] === undefined ? [] : [[key, filter[key]]])),
  );
  return { ...place, statuses: [...OPEN_STATUSES] };
}

/** The row an area belongs to: the one right below what is asked about that holds it, or none. */
export function upperAreas(
  { areaIds }: Pick<IssueFilter, 'areaIds'>,
  { areaId }: Pick<TitlePlace, 'areaId'>,
  directory: Directory,
): (id: number | null) => number | null {
  const tops = areaIds ?? [areaId ?? directory.topAreaId];
  const rows = directory.data.areas.filter(({ parentId }) => parentId !== null && tops.includes(parentId));
  return (id) => rows.find((row) => id !== null && directory.reaches(row.id, id))?.id ?? null;
}

/** What lies in the areas right below the one that is asked about, each with all below it; its own has no name. */
function byUpperArea(
  counted: readonly GroupCounts[],
  { areaIds }: Pick<IssueFilter, 'areaIds'>,
  { areaId }: Pick<TitlePlace, 'areaId'>,
  directory: Directory,
): GroupCounts[] {
  const groups = new Map<number | null, GroupCounts>();
  const rowOf = upperAreas(
    { ...(areaIds && { areaIds }) },
    { ...(areaId !== undefined && { areaId }) },
    directory,
  );
  for (const one of counted) {
    const row = rowOf(one.id);
    const known = groups.get(row);
    groups.set(row, known ? sumOf(known, one) : { ...one, id: row });
  }
  return [...groups.values()];
}

function sumOf(a: GroupCounts, b: GroupCounts): GroupCounts {
  const counts = { ...a.counts };
  for (const key of Object.keys(counts) as (keyof ColorCounts)[]) counts[key] += b.counts[key];
  return { id: a.id, counts, overdue: [...a.overdue, ...b.overdue] };
}

/** Why an issue is not shown to the asker here; undefined when it may be. */
export async function hiddenText(tx: Tx, issueId: number, viewer: Viewer): Promise<string | undefined> {
  const issue = await loadIssue(tx, issueId);
  if (!issue) return refusalText({ code: 'issue-unknown', params: { issue: issueId } });
  const may = await maySeeIssue(tx, issue, viewer);
  return may === true ? undefined : refusalText(may.refusal);
}
