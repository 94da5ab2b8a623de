/** What became of the problems a question asks for: how many were struck off, in time, to whose satisfaction. */
import { and, count, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import type { GroupBy } from '../domain/issue-filter.ts';
import type { Day } from '../domain/time.ts';
import { conditionOf, groupColumn, type IssueQuery } from './issue-list.ts';
import { isColor, isOpen } from './issue-scope.ts';
import type { Tx } from './open.ts';
import { issue } from './schema.ts';
import { COUNTS, IN_TIME, TIMED } from './stats.ts';

export interface Outcomes {
  /** null: all together, or what has no unit, project or area. */
  id: number | null;
  /** Void ones left out. */
  all: number;
  closed: number;
  /** Closed ones that count for 按时率, and those of them done in time (db/stats.ts). */
  rated: number;
  onTime: number;
  answered: number;
  satisfied: number;
}

const number = (condition: SQL) => sql`count(*) filter (where ${condition})`.mapWith(Number);
const isClosed = sql`${issue.status} = 'closed'`;
const score = sql`${issue.facts} -> 'satisfaction' ->> 'score'`;

/** Of what the query finds; each group's apart with `by`. */
export async function countOutcomes(tx: Tx, query: IssueQuery, by?: GroupBy): Promise<Outcomes[]> {
  const { where } = await conditionOf(tx, query);
  const column = by && groupColumn(by);
  const rows = tx
    .select({
      id: column ? sql<number | null>`${column}` : sql<null>`null`,
      all: number(sql`${issue.status} <> 'void'`),
      closed: number(isClosed),
      rated: number(sql`${isClosed} and ${COUNTS}`),
      onTime: number(sql`${isClosed} and ${COUNTS} and ${IN_TIME}`),
      answered: number(sql`${isClosed} and ${score} is not null`),
      satisfied: number(sql`${isClosed} and ${score} in ('satisfied', 'fairly')`),
    })
    .from(issue)
    .where(where);
  return column ? rows.groupBy(column) : rows;
}

export interface TakenSpan {
  id: number | null;
  from: Day;
  to: Day;
  count: number;
  /** One of them. */
  issueId: number;
}

/** First and last day of closed problems the query finds: logged, and reported done. */
export async function takenSpans(tx: Tx, query: IssueQuery, by?: GroupBy): Promise<TakenSpan[]> {
  const { where } = await conditionOf(tx, query);
  const dayIn = (at: SQL) => sql<Day>`(${at} at time zone ${query.timeZone})::date::text`;
  const column = by && groupColumn(by);
  return tx
    .select({
      id: (column ? sql<number | null>`${column}` : sql<null>`null::integer`).as('of'),
      from: dayIn(sql`${issue.loggedAt}`).as('first'),
      to: dayIn(sql`coalesce(${issue.doneAt}, ${issue.closedAt})`).as('last'),
      count: count(),
      issueId: sql`min(${issue.id})`.mapWith(Number),
    })
    .from(issue)
    .where(and(where, isClosed, isNotNull(issue.closedAt), TIMED))
    .groupBy(sql`1`, sql`2`, sql`3`);
}

/** Deadlines of what is overdue now among what the query finds, with how many each. */
export async function overdueByDay(tx: Tx, query: IssueQuery): Promise<{ day: Day; count: number }[]> {
  const { where } = await conditionOf(tx, query);
  const late = or(isColor('red', query.now), isColor('yellow', query.now));
  return tx
    .select({ day: issue.deadlineDay, count: count() })
    .from(issue)
    .where(and(where, isOpen, late))
    .groupBy(issue.deadlineDay);
}
