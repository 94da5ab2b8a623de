/** What a period brought: its problems, each in one list, and how many were logged and struck off per project. */
import { and, asc, count, desc, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { IssueScope } from '../domain/access.ts';
import { PERIOD_LISTS, type PeriodList } from '../domain/period-summary.ts';
import type { Instant } from '../domain/time.ts';
import { timestamp } from './column.ts';
import { isOpen, isProblem, RAISED_ON_NO_DAY, scopeCondition } from './issue-scope.ts';
import type { Tx } from './open.ts';
import { history, issue } from './schema.ts';

/** From `from` on and before `before`. */
export interface Stretch {
  from: Instant;
  before: Instant;
}

const IMPORTED_AT = sql`to_timestamp((${issue.facts} -> 'imported' ->> 'at')::float8 / 1000)`;
/** The step that brought it in from a ledger: it moved nothing. */
const BROUGHT_IN = sql`coalesce(${history.verb} = 'import' and ${history.at} = ${IMPORTED_AT}, false)`;

/** Problems brought in from ledgers in the period, of which nobody said when they were raised; void ones are not counted. */
export async function countBroughtIn(
  tx: Tx,
  { scope, from, before }: Stretch & { scope: IssueScope },
): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(issue)
    .where(
      and(
        isProblem,
        scopeCondition(scope),
        sql`${issue.status} <> 'void'`,
        gte(issue.loggedAt, from),
        lt(issue.loggedAt, before),
        RAISED_ON_NO_DAY,
      ),
    );
  return row?.count ?? 0;
}

/**
 * Numbers of the problems of each list, the next due first; a problem stands in the first list that fits
 * (domain/period-summary.ts), void ones in none.
 * @param silent verbs that move nothing
 */
export async function sortPeriod(
  tx: Tx,
  { scope, from, before, silent }: Stretch & { scope: IssueScope; silent: readonly string[] },
): Promise<Record<PeriodList, number[]>> {
  const within = (at: SQL) => sql`${at} >= ${timestamp(from)} and ${at} < ${timestamp(before)}`;
  const touched = sql`exists (select 1 from ${history} where ${history.issueId} = ${issue.id}
    and ${within(sql`${history.at}`)} and ${history.actorId} is not null and not ${BROUGHT_IN}
    and ${history.verb} not in (${sql.join(
      silent.map((verb) => sql`${verb}`),
      sql`, `,
    )}))`;
  const list = sql<PeriodList | null>`case
    when ${issue.status} = 'closed' and ${issue.closedAt} < ${timestamp(before)} then 'closed'
    when ${issue.status} in ('verifying', 'closed') and ${within(sql`${issue.doneAt}`)} then 'reported'
    when ${issue.loggedAt} >= ${timestamp(from)} and not ${RAISED_ON_NO_DAY} then 'logged'
    when ${touched} then 'moved' end`;
  const closedSince = and(sql`${issue.status} = 'closed'`, gte(issue.closedAt, from));
  const rows = await tx
    .select({ id: issue.id, list: list.as('list') })
    .from(issue)
    .where(and(isProblem, scopeCondition(scope), or(isOpen, closedSince), lt(issue.loggedAt, before)))
    .orderBy(asc(issue.deadlineAt), asc(issue.id));
  const sorted = Object.fromEntries(PERIOD_LISTS.map((name) => [name, [] as number[]]));
  for (const row of rows) if (row.list !== null) sorted[row.list]?.push(row.id);
  return sorted as Record<PeriodList, number[]>;
}

/** The last 进展 of each of these issues, before `before` where it is given. */
export async function lastProgress(
  tx: Tx,
  issueIds: number[],
  before?: Instant,
): Promise<Map<number, { at: Instant; note: string }>> {
  if (issueIds.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([history.issueId], {
      issueId: history.issueId,
      at: history.at,
      note: sql<string | null>`${history.detail} ->> 'note'`,
    })
    .from(history)
    .where(
      and(
        inArray(history.issueId, issueIds),
        eq(history.verb, 'progress'),
        before === undefined ? undefined : lt(history.at, before),
      ),
    )
    .orderBy(history.issueId, desc(history.id));
  return new Map(rows.map(({ issueId, at, note }) => [issueId, { at, note: note ?? '' }]));
}

export interface Flow {
  raised: number;
  closed: number;
}

/** Problems logged and problems struck off, per project; void ones count as neither. `before` undefined: until now. */
export async function countFlow(
  tx: Tx,
  projectIds: number[],
  from: Instant,
  before?: Instant,
): Promise<Map<number, Flow>> {
  const flow = new Map<number, Flow>();
  if (projectIds.length === 0) return flow;
  for (const [what, at, condition] of [
    ['raised', issue.loggedAt, sql`${issue.status} <> 'void' and not ${RAISED_ON_NO_DAY}`],
    ['closed', issue.closedAt, sql`${issue.status} = 'closed'`],
  ] as const) {
    const rows = await tx
      .select({ id: issue.projectId, count: count() })
      .from(issue)
      .where(
        and(
          isProblem,
          condition,
          inArray(issue.projectId, projectIds),
          gte(at, from),
          before === undefined ? undefined : lt(at, before),
        ),
      )
      .groupBy(issue.projectId);
    for (const { id, count: n } of rows)
      if (id !== null) flow.set(id, { ...(flow.get(id) ?? { raised: 0, closed: 0 }), [what]: n });
  }
  return flow;
}
