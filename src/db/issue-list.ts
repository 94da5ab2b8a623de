/** Lists and counts of issues: always within a scope, colours compared with `now`, a page at a time. */
import { and, asc, count, desc, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { IssueScope } from '../domain/access.ts';
import type { GroupBy, IssueFilter } from '../domain/answer.ts';
import type { Issue } from '../domain/issue.ts';
import type { GroupKey } from '../domain/issue-filter.ts';
import type { LightColor } from '../domain/lights.ts';
import type { Day, Instant } from '../domain/time.ts';
import { issueColumns } from './issue.ts';
import { isUnknownOn } from './issue-past.ts';
import { issueOfRow } from './issue-row.ts';
import { filterCondition, isColor, isFrom, isOpen, isProblem, scopeCondition } from './issue-scope.ts';
import { similarity } from './issue-similar.ts';
import { lastTaken, timesTaken } from './issue-steps.ts';
import type { Tx } from './open.ts';
import { only } from './row.ts';
import { issue } from './schema.ts';
import { inIds } from './where.ts';

export { similarIssues } from './issue-similar.ts';

export interface IssueQuery {
  filter: IssueFilter;
  scope: IssueScope;
  now: Instant;
  /** Whose days `loggedFrom` and the like are; settings.timeZone. */
  timeZone: string;
  /** Areas the place may read of, beside the scope of who asks; all when absent. */
  within?: readonly number[];
}

const BY_DEADLINE = [asc(issue.deadlineAt), asc(issue.id)];
const WORST_FIRST: readonly LightColor[] = ['red', 'yellow', 'blue', 'green', 'none', 'paused'];

/** The worst light first, what stands still and what is over at the end. */
function byLight(now: Instant): SQL {
  const cases = WORST_FIRST.map((color, i) => sql`when ${isColor(color, now)} then ${sql.raw(String(i))}`);
  return sql`case ${sql.join(cases, sql` `)} else ${sql.raw(String(cases.length))} end`;
}

const WAITS_SINCE = sql`case ${issue.status} when 'unsigned' then coalesce(${issue.routedAt}, ${issue.loggedAt})
  when 'verifying' then coalesce(${issue.doneAt}, ${issue.loggedAt}) else ${issue.loggedAt} end`;

/** 'deadline': next due first; 'overdue': the same, of what is overdue; 'newest': last logged first; 'longest': first; 'closed': last struck off, 'struck': first;
 * 'step' and 'times': by the step it asks for, last taken or most often taken first. */
function orderOf(
  filter: IssueFilter,
  query: Pick<IssueQuery, 'now' | 'timeZone'>,
  rank: SQL | undefined,
): SQL[] {
  const { sort } = filter;
  const { now, timeZone } = query;
  const last =
    sort === 'step'
      ? lastTaken(filter, timeZone)
      : sort === 'times'
        ? timesTaken(filter, timeZone)
        : undefined;
  if (last) return [sql`${last} desc nulls last`, desc(issue.id)];
  if (sort === 'paused') return [sql`(${issue.facts} -> 'pauses' -> -1 ->> 'from')::bigint`, asc(issue.id)];
  if (sort === 'newest') return [desc(issue.id)];
  if (sort === 'closed') return [sql`${issue.closedAt} desc nulls last`, desc(issue.id)];
  if (sort === 'struck') return [sql`${issue.closedAt} asc nulls last`, asc(issue.id)];
  if (sort === 'waits') return [WAITS_SINCE, asc(issue.id)];
  if (sort === 'longest') return [asc(issue.loggedAt), asc(issue.id)];
  // Working days overdue never grow with a later deadline.
  if (sort === 'overdue') return BY_DEADLINE;
  // What stands still has no deadline to come.
  if (sort === 'deadline') return [asc(isColor('paused', now)), ...BY_DEADLINE];
  return rank ? [desc(rank), desc(issue.id)] : [asc(byLight(now)), ...BY_DEADLINE];
}

/** The one place where a question becomes SQL. */
export async function conditionOf(tx: Tx, { filter, scope, now, timeZone, within }: IssueQuery) {
  const here = within && inArray(issue.areaId, [...within]);
  const narrowed = and(scopeCondition(scope), filterCondition(filter, now, timeZone), here);
  if (filter.similarTo === undefined) return { where: narrowed, rank: undefined };
  const alike = await similarity(tx, filter.similarTo);
  if (!alike) return { where: sql`false`, rank: undefined };
  return { where: and(narrowed, alike.matches, ne(issue.id, filter.similarTo)), rank: alike.rank };
}

/**
 * One page of what the filter finds within the scope.
 * @param query.page from 1
 * @returns also how many there are in all
 */
export async function listIssues(
  tx: Tx,
  query: IssueQuery & { page: number; pageSize: number },
): Promise<{ issues: Issue[]; total: number }> {
  const { where, rank } = await conditionOf(tx, query);
  const { page, pageSize } = query;
  const rows = await tx
    .select(issueColumns)
    .from(issue)
    .where(where)
    .orderBy(...orderOf(query.filter, query, rank))
    .limit(pageSize)
    .offset((Math.max(1, page) - 1) * pageSize);
  // A first page that is not full is the whole list; no need to count.
  if (page <= 1 && rows.length < pageSize) return { issues: rows.map(issueOfRow), total: rows.length };
  const [counted] = await tx.select({ total: count() }).from(issue).where(where);
  return { issues: rows.map(issueOfRow), total: counted?.total ?? 0 };
}

/** Whether the filter finds any within the scope. */
export async function findsAny(tx: Tx, query: IssueQuery): Promise<boolean> {
  const { where } = await conditionOf(tx, query);
  return (await tx.select({ id: issue.id }).from(issue).where(where).limit(1)).length > 0;
}

/** Ids of all that the filter finds within the scope: for conditions that cost too much to be asked twice. */
export async function idsFound(tx: Tx, query: IssueQuery): Promise<number[]> {
  const { where } = await conditionOf(tx, query);
  return (await tx.select({ id: issue.id }).from(issue).where(where)).map(({ id }) => id);
}

export type ColorCounts = Record<LightColor | 'total', number>;

/** How many of what the filter finds within the scope show which colour. */
export async function countByColor(tx: Tx, query: IssueQuery): Promise<ColorCounts> {
  const { where } = await conditionOf(tx, query);
  return only(await tx.select(colorCounts(query.now)).from(issue).where(where));
}

/** What is over, told apart into struck off and void. */
export type ListCounts = Omit<ColorCounts, 'done'> & Record<'closed' | 'void', number>;

/** As countByColor; what is over, told apart. */
export async function countOfList(tx: Tx, query: IssueQuery): Promise<ListCounts> {
  const { where } = await conditionOf(tx, query);
  return overApart(only(await tx.select(listCounts(query.now)).from(issue).where(where)));
}

function listCounts(now: Instant) {
  return {
    ...colorCounts(now),
    void: sql`count(*) filter (where ${issue.status} = 'void')`.mapWith(Number),
  };
}

function overApart({ done, ...counts }: ColorCounts & { void: number }): ListCounts {
  return { ...counts, closed: done - counts.void };
}

/** What a ledger brought in after the day without its days, among what the filter is about: it may have been there. */
export async function countUnknownOn(tx: Tx, query: IssueQuery, day: Day): Promise<number> {
  const { asOf: _a, statuses: _s, overdue: _o, ...filter } = query.filter;
  const { where } = await conditionOf(tx, { ...query, filter });
  const unknown = isUnknownOn(day, query.timeZone);
  return only(await tx.select({ count: count() }).from(issue).where(and(where, unknown))).count;
}

/** What tells the groups apart; what projects have is told apart by project, for who reads it to join (group-rows.ts). */
export function groupColumn(by: GroupBy, now: Instant): PgColumn | SQL<string> {
  switch (by) {
    case 'unit':
      return issue.unitId;
    case 'area':
      return issue.areaId;
    case 'category':
      return issue.categoryId;
    case 'status':
      return issue.status;
    case 'color':
      return sql<string>`(case ${sql.join(COLORED(now), sql` `)} end)`;
    case 'source':
      return sql<string>`(case when ${isFrom('enterprise')} then 'enterprise' else 'staff' end)`;
    case 'reporter':
      return issue.reporterId;
    case 'assignee':
      return issue.assigneeId;
    default:
      return issue.projectId;
  }
}

const COLORED = (now: Instant) =>
  [...WORST_FIRST, 'done' as const].map(
    (color) => sql`when ${isColor(color, now)} then ${sql.raw(`'${color}'`)}`,
  );

export interface GroupCounts {
  /** null: what has no unit or project. */
  id: GroupKey | null;
  counts: ListCounts;
  /** Deadlines of what is overdue, with how many each. */
  overdue: { day: Day; count: number }[];
}

/** As countOfList, each group's apart ({@link groupColumn}); those without any are left out. */
export async function countByGroup(tx: Tx, query: IssueQuery, by: GroupBy): Promise<GroupCounts[]> {
  const { where } = await conditionOf(tx, query);
  // Grouped by place: an expression with a parameter in it is another one each time it is written.
  const column = sql<GroupKey | null>`${groupColumn(by, query.now)}`;
  const rows = await tx
    .select({ id: column, ...listCounts(query.now) })
    .from(issue)
    .where(where)
    .groupBy(sql`1`);
  const late = or(isColor('red', query.now), isColor('yellow', query.now));
  const days = await tx
    .select({ id: column, day: issue.deadlineDay, count: count() })
    .from(issue)
    .where(and(where, isOpen, late))
    .groupBy(sql`1`, issue.deadlineDay)
    .orderBy(asc(issue.deadlineDay));
  return rows.map(({ id, ...counts }) => ({
    id,
    counts: overApart(counts),
    overdue: days.filter((one) => one.id === id).map((one) => ({ day: one.day, count: one.count })),
  }));
}

/** The colours of several projects' issues, whoever asks; projects without any are left out. */
export async function countByProject(
  tx: Tx,
  { projectIds, now }: { projectIds: number[]; now: Instant },
): Promise<Map<number, ColorCounts>> {
  if (projectIds.length === 0) return new Map();
  const figures = colorCounts(now);
  const names = Object.keys(figures) as (keyof ColorCounts)[];
  // One text of them all: as columns, decoding hundreds of rows costs more than counting them.
  const counted = sql<string>`concat_ws(',', ${sql.join(Object.values(figures), sql`, `)})`;
  const rows = await tx
    .select({ projectId: issue.projectId, counted })
    .from(issue)
    .where(and(isProblem, inIds(issue.projectId, projectIds)))
    .groupBy(issue.projectId);
  return new Map(
    rows.flatMap(({ projectId, counted }) => {
      const values = counted.split(',').map(Number);
      const counts = Object.fromEntries(names.map((name, i) => [name, values[i] ?? 0])) as ColorCounts;
      return projectId === null ? [] : [[projectId, counts] as const];
    }),
  );
}

function colorCounts(now: Instant) {
  const of = (color: LightColor) => sql`count(*) filter (where ${isColor(color, now)})`.mapWith(Number);
  return {
    red: of('red'),
    yellow: of('yellow'),
    blue: of('blue'),
    green: of('green'),
    paused: of('paused'),
    none: of('none'),
    done: of('done'),
    total: count(),
  };
}
