/** Lists and counts of issues: always within a scope, colours compared with `now`, a page at a time. */
import { and, asc, count, desc, inArray, ne, type SQL, sql } from 'drizzle-orm';
import type { IssueScope } from '../domain/access.ts';
import type { IssueFilter } from '../domain/answer.ts';
import type { Issue } from '../domain/issue.ts';
import type { LightColor } from '../domain/lights.ts';
import type { Instant } from '../domain/time.ts';
import { issueColumns } from './issue.ts';
import { issueOfRow } from './issue-row.ts';
import { filterCondition, isColor, scopeCondition } from './issue-scope.ts';
import { similarity } from './issue-similar.ts';
import type { Tx } from './open.ts';
import { only } from './row.ts';
import { issue } from './schema.ts';

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

/** 'deadline': next due first; 'newest': last logged first; 'longest': first logged first. */
function orderOf(filter: IssueFilter, rank: SQL | undefined): SQL[] {
  if (filter.sort === 'newest') return [desc(issue.id)];
  if (filter.sort === 'longest') return [asc(issue.loggedAt), asc(issue.id)];
  if (filter.sort === undefined && rank) return [desc(rank), desc(issue.id)];
  return BY_DEADLINE;
}

async function conditionOf(tx: Tx, { filter, scope, now, timeZone, within }: IssueQuery) {
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
    .orderBy(...orderOf(query.filter, rank))
    .limit(pageSize)
    .offset((Math.max(1, page) - 1) * pageSize);
  // A first page that is not full is the whole list; no need to count.
  if (page <= 1 && rows.length < pageSize) return { issues: rows.map(issueOfRow), total: rows.length };
  const [counted] = await tx.select({ total: count() }).from(issue).where(where);
  return { issues: rows.map(issueOfRow), total: counted?.total ?? 0 };
}

export type ColorCounts = Record<LightColor | 'total', number>;

/** How many of what the filter finds within the scope show which colour. */
export async function countByColor(tx: Tx, query: IssueQuery): Promise<ColorCounts> {
  const { where } = await conditionOf(tx, query);
  return only(await tx.select(colorCounts(query.now)).from(issue).where(where));
}

/** The colours of several projects' issues, whoever asks; projects without any are left out. */
export async function countByProject(
  tx: Tx,
  { projectIds, now }: { projectIds: number[]; now: Instant },
): Promise<Map<number, ColorCounts>> {
  if (projectIds.length === 0) return new Map();
  const rows = await tx
    .select({ projectId: issue.projectId, ...colorCounts(now) })
    .from(issue)
    .where(inArray(issue.projectId, projectIds))
    .groupBy(issue.projectId);
  return new Map(
    rows.flatMap(({ projectId, ...counts }) => (projectId === null ? [] : [[projectId, counts] as const])),
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
    done: of('done'),
    total: count(),
  };
}
