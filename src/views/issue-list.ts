/** Lists of problems and their figures, as far as the reader and the place may see them. */

import { FACT_STEPS, STANDING_STEPS } from '../cards/fact.ts';
import type { TitlePlace } from '../cards/filter-title.ts';
import { type IssueGroup, issueGroupsCard } from '../cards/issue-groups.ts';
import { ASKED_ROWS, HELPING_ROWS, issueListCard, PAGE_SIZE } from '../cards/issue-list.ts';
import { LAST_PAGE, MORE_IN_PRIVATE } from '../cards/words-figures.ts';
import { onlyHereText } from '../cards/words-group.ts';
import { refusalText } from '../cards/words-refusals.ts';
import { loadIssue } from '../db/issue.ts';
import {
  countByGroup,
  countOfList,
  countUnknownOn,
  type GroupCounts,
  type IssueQuery,
  idsFound,
  type ListCounts,
  listIssues,
} from '../db/issue-list.ts';
import { overdueByDay } from '../db/issue-outcomes.ts';
import { stepsWith } from '../db/issue-steps.ts';
import type { Tx } from '../db/open.ts';
import { seesAll, seesProject, visibleScope } from '../domain/access.ts';
import type { Answer, GroupBy, IssueFilter } from '../domain/answer.ts';
import type { Directory } from '../domain/directory.ts';
import { type Issue, OPEN_STATUSES } from '../domain/issue.ts';
import { daysOverdue } from '../domain/worktime.ts';
import { shortProjectName } from '../text/names.ts';
import { type DrawnAnswer, type Viewer, viewContext } from './context.ts';
import { joinedBy, namedOf, overlaps, peopleOfRows, reportersOf, rowsOf, withoutVoid } from './group-rows.ts';
import { overdueLongest } from './overdue-longest.ts';
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
export function peopleIn(filter: IssueFilter): (number | null)[] {
  const { personId, reporterId, leaderId, secretaryId, stepById } = filter;
  return [personId ?? null, reporterId ?? null, leaderId ?? null, secretaryId ?? null, stepById ?? null];
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
  const [only, second] = answer.filter.ids ?? [];
  const unseen = only !== undefined && second === undefined ? await hiddenText(tx, only, viewer) : undefined;
  if (unseen !== undefined) return { kind: 'text', text: unseen };
  const narrowed = narrow(answer.filter, viewer);
  if (!narrowed) return onlyHere(tx, viewer);
  const { filter, query, place } = narrowed;
  const listed = filter.asOf === undefined ? query : await onlyThese(tx, query);
  const { top } = answer;
  const pageSize = top ?? (answer.asked ? ASKED_ROWS : PAGE_SIZE);
  // One more than are shown: whether it is level with the last of them.
  const found = await pageOf(tx, { ...listed, page: answer.page, pageSize: pageSize + (top ? 1 : 0) });
  const { total, page } = found;
  const issues = found.issues.slice(0, pageSize);
  const next = found.issues[pageSize];
  const counts = await countOfList(tx, listed);
  const helping =
    filter.unitIds && filter.unitRole === undefined && filter.asOf === undefined
      ? await listIssues(tx, {
          ...query,
          filter: { ...query.filter, unitRole: 'helping' },
          page: 1,
          pageSize: HELPING_ROWS,
        })
      : undefined;
  const alone = answer.asked && !answer.fact && total === 1 && filter.asOf === undefined;
  const kinds = answer.fact ? FACT_STEPS[answer.fact] : alone ? STANDING_STEPS : [];
  const steps = await stepsWith(
    tx,
    issues.map(({ id }) => id),
    kinds,
  );
  const context = await viewContext(tx, viewer, {
    issues: [...issues, ...(helping?.issues ?? [])],
    rows: steps,
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
      ...(top !== undefined && { top, level: isLevel(issues.at(-1), next, filter) }),
      ...(helping && page === 1 && { helping }),
      ...(page < answer.page ? { lead: LAST_PAGE } : answer.lead && { lead: answer.lead }),
      ...(answer.aside && { aside: answer.aside }),
      ...(answer.asked && { asked: await askedFigure(tx, query, total, viewer) }),
      ...(answer.others && { others: answer.others }),
      ...(answer.fact && {
        fact: { of: answer.fact, steps, ...(total === 0 && (await closedInstead(tx, narrowed, viewer))) },
      }),
      ...(alone && { standing: steps }),
      ...(filter.asOf !== undefined && { unknown: await countUnknownOn(tx, query, filter.asOf) }),
    },
    context,
  );
  return { kind: 'card', card: drawn };
}

/** The query by what it finds: how things stood on a past day is worked back once, not for each figure. */
async function onlyThese(tx: Tx, query: IssueQuery): Promise<IssueQuery> {
  const { sort } = query.filter;
  return { ...query, filter: { ids: await idsFound(tx, query), ...(sort && { sort }) } };
}

/** Whether what comes next is due on the same day, where that is the order. */
function isLevel(last: Issue | undefined, next: Issue | undefined, { sort }: IssueFilter): boolean {
  if (!last || !next || (sort !== 'overdue' && sort !== 'deadline')) return false;
  return last.deadline.day === next.deadline.day;
}

/** Nothing open fits: what is struck off in the same place, when the question could have meant it. */
async function closedInstead(tx: Tx, { filter }: Narrowed, viewer: Viewer) {
  const { statuses, sort: _, ...rest } = filter;
  // 没有未销号的 must be so: not of those that are paused, or overdue.
  const whole = OPEN_STATUSES.every((one) => statuses?.includes(one)) && !statuses?.includes('closed');
  if (!whole || filter.overdue || filter.colors || filter.ids || filter.asOf) return {};
  const closed: IssueFilter = { ...rest, statuses: ['closed'] };
  const narrowed = narrow(closed, viewer);
  const count = narrowed ? (await countOfList(tx, narrowed.query)).total : 0;
  return count > 0 ? { closed: { filter: closed, count } } : {};
}

/** How many of what was asked for are overdue past the point where the principal leader hears of it. */
async function askedFigure(tx: Tx, query: IssueQuery, total: number, viewer: Viewer) {
  const { deepRedDays } = viewer.directory.settings.rules;
  const { clock } = viewer.directory;
  const late = total === 0 || query.filter.asOf !== undefined ? [] : await overdueByDay(tx, query);
  const very = late.filter(({ day }) => daysOverdue(day, viewer.now, clock) > deepRedDays);
  const count = very.reduce((sum, one) => sum + one.count, 0);
  return { very: { count, days: deepRedDays }, more: moreInPrivate(viewer) };
}

export async function drawGroups(
  tx: Tx,
  { by, filter: asked, most, top, standing, having, told, each, ...beside }: Answer & { kind: 'groups' },
  viewer: Viewer,
): Promise<DrawnAnswer> {
  const narrowed = narrow(asked, viewer);
  if (!narrowed) return onlyHere(tx, viewer);
  const { filter, query, place } = narrowed;
  const counted = await countByGroup(tx, query, by);
  const rows = rowsOf(by, filter, place, viewer.directory);
  const listed = !most && !having && top === undefined;
  const apart = joinedBy(withoutVoid(counted, filter, by, listed), rows);
  // 一个问题都没有的: of all that ever had one, for those with something open have some.
  // 最少的 may have none of it.
  const wanted = having?.none === true || most === 'least';
  const whole = most === 'least' || (each === true && !having && !most && top === undefined);
  const stateless = isOfEver(narrowed);
  const without = wanted || whole ? await withoutAny(tx, narrowed, by, { apart, viewer }) : [];
  const none = whole ? without.map(noneOf) : [];
  // 住建跟资规谁逾期的多: the one that has none is told, too.
  const named = having || most === 'least' ? [] : namedOf(filter, by, place);
  const zero = named
    .filter((id) => ![...apart, ...none].some((one) => one.id === id))
    .map((id) => noneOf({ id }));
  const groups = withDays([...apart, ...none, ...zero], viewer);
  const context = await viewContext(tx, viewer, {
    personIds: [...peopleIn(filter), ...peopleOfRows(by, viewer.directory), ...reportersOf(by, counted)],
  });
  return {
    kind: 'card',
    card: issueGroupsCard(
      {
        by,
        filter,
        place,
        most,
        top,
        standing,
        groups,
        total: counted.reduce((sum, one) => sum + one.counts.total, 0),
        voided: counted.reduce((sum, one) => sum + (one.counts.void ?? 0), 0),
        overlap: overlaps(by, counted, rows),
        ...(having && { having }),
        ...(having?.none && {
          without: without.map(({ id, counts }) => ({ id, open: stateless ? 0 : counts.total })),
        }),
        ...(wanted && { ever: stateless }),
        ...(told && { told }),
        ...beside,
        ...(most === 'longest' && { worst: await overdueLongest(tx, query, viewer) }),
        more: moreInPrivate(viewer),
      },
      context,
    ),
  };
}

/**
 * Figures of each unit, project, place or kind of matter of what is found, in no order.
 * @param most 'least': with those that have none
 */
export async function groupsFound(
  tx: Tx,
  narrowed: Narrowed,
  by: GroupBy,
  viewer: Pick<Viewer, 'directory' | 'now'>,
  most?: (Answer & { kind: 'groups' })['most'],
): Promise<IssueGroup[]> {
  const { filter, query, place } = narrowed;
  const counted = withoutVoid(await countByGroup(tx, query, by), filter, by);
  const apart = joinedBy(counted, rowsOf(by, filter, place, viewer.directory));
  const none = most === 'least' ? await withoutAny(tx, narrowed, by, { apart, viewer }) : [];
  return withDays([...apart, ...none.map(noneOf)], viewer);
}

const noneOf = ({ id }: Pick<GroupCounts, 'id'>): GroupCounts => ({ id, counts: NOTHING, overdue: [] });

function isOfEver({ filter: { statuses, loggedFrom } }: Narrowed): boolean {
  return loggedFrom !== undefined || OPEN_STATUSES.every((one) => statuses?.includes(one));
}

/** Those that have something open, or ever had, and nothing of what is found. */
async function withoutAny(
  tx: Tx,
  narrowed: Narrowed,
  by: GroupBy,
  { apart, viewer }: { apart: readonly GroupCounts[]; viewer: Pick<Viewer, 'directory'> },
): Promise<GroupCounts[]> {
  const { filter, query, place } = narrowed;
  const { statuses: _, ...ever } = openIn(query.filter);
  const wide = { ...query, filter: isOfEver(narrowed) ? ever : openIn(query.filter) };
  const open = joinedBy(await countByGroup(tx, wide, by), rowsOf(by, filter, place, viewer.directory));
  const some = new Set(apart.flatMap(({ id, counts }) => (counts.total > 0 ? [id] : [])));
  return open.filter(({ id, counts }) => id !== null && counts.total > 0 && !some.has(id));
}

/** With the working days they are overdue, together. */
function withDays(
  groups: readonly GroupCounts[],
  { now, directory }: Pick<Viewer, 'directory' | 'now'>,
): IssueGroup[] {
  return groups.map(({ id, counts, overdue }) => ({
    id,
    counts,
    overdue: overdue.reduce((sum, { count }) => sum + count, 0),
    overdueDays: overdue.reduce(
      (sum, { day, count }) => sum + count * daysOverdue(day, now, directory.clock),
      0,
    ),
    longestDays: Math.max(0, ...overdue.map(({ day }) => daysOverdue(day, now, directory.clock))),
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
  ...(['exceptUnitIds', 'exceptProjectIds', 'exceptCategoryIds', 'exceptSearch', 'exceptMarks'] as const),
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

const NOTHING: ListCounts = {
  red: 0,
  yellow: 0,
  blue: 0,
  green: 0,
  paused: 0,
  none: 0,
  closed: 0,
  void: 0,
  total: 0,
};

/** Why an issue is not shown to the asker here; undefined when it may be. */
export async function hiddenText(tx: Tx, issueId: number, viewer: Viewer): Promise<string | undefined> {
  const issue = await loadIssue(tx, issueId);
  if (!issue) return refusalText({ code: 'issue-unknown', params: { issue: issueId } });
  const may = await maySeeIssue(tx, issue, viewer);
  return may === true ? undefined : refusalText(may.refusal);
}
