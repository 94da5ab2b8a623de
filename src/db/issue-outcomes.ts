/** What became of the problems a question asks for: how many were struck off, in time, to whose satisfaction. */
import { and, count, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import type { GroupBy, GroupKey } from '../domain/issue-filter.ts';
import { TAKEN_TO_END, type Taken } from '../domain/reading.ts';
import type { EdgeDay } from '../domain/stats.ts';
import { addDays, type Day } from '../domain/time.ts';
import { COUNTS, IN_TIME } from './in-time.ts';
import { conditionOf, groupColumn, type IssueQuery } from './issue-list.ts';
import { isColor, isOpen } from './issue-scope.ts';
import { cameBack } from './issue-steps.ts';
import type { Tx } from './open.ts';
import { issue } from './schema.ts';
import { LOGGED_HERE, TIMED } from './stats.ts';

export interface Outcomes {
  /** null: all together, or what has no unit, project or area. */
  id: GroupKey | null;
  /** Void ones left out. */
  all: number;
  closed: number;
  /** Closed ones that count for 按时率, and those of them done in time (db/stats.ts). */
  rated: number;
  onTime: number;
  answered: number;
  satisfied: number;
  /** 满意 alone. */
  wholly: number;
  /** Of what was struck off once on the filter's days, reopened after that. */
  reopened: number;
}

const number = (condition: SQL) => sql`count(*) filter (where ${condition})`.mapWith(Number);
const isClosed = sql`${issue.status} = 'closed'`;
const DONE = sql`coalesce(${issue.doneAt}, ${issue.closedAt})`;
const score = sql`${issue.facts} -> 'satisfaction' ->> 'score'`;

/** Of what the query finds; each group's apart with `by`. */
export async function countOutcomes(tx: Tx, query: IssueQuery, by?: GroupBy): Promise<Outcomes[]> {
  const { where } = await conditionOf(tx, query);
  const column = by && groupColumn(by, query.now);
  const rows = tx
    .select({
      id: column ? sql<GroupKey | null>`${column}` : sql<null>`null`,
      all: number(sql`${issue.status} <> 'void'`),
      closed: number(isClosed),
      rated: number(sql`${isClosed} and ${COUNTS}`),
      onTime: number(sql`${isClosed} and ${COUNTS} and ${IN_TIME}`),
      answered: number(sql`${isClosed} and ${score} is not null`),
      satisfied: number(sql`${isClosed} and ${score} in ('satisfied', 'fairly')`),
      wholly: number(sql`${isClosed} and ${score} = 'satisfied'`),
      reopened: query.filter.struck
        ? number(sql`${issue.status} <> 'void' and ${cameBack(query.filter, query.timeZone)}`)
        : sql<number>`0`.mapWith(Number),
    })
    .from(issue)
    .where(where);
  return column ? rows.groupBy(sql`1`) : rows;
}

export interface TakenSpan {
  from: Day;
  to: Day;
  /** One of them. */
  issueId: number;
}

/** First and last day of closed problems the query finds: logged, and reported done. */
export async function takenSpans(tx: Tx, query: IssueQuery): Promise<TakenSpan[]> {
  const { where } = await conditionOf(tx, query);
  const dayIn = (at: SQL) => sql<Day>`(${at} at time zone ${query.timeZone})::date::text`;
  return tx
    .select({
      from: dayIn(sql`${issue.loggedAt}`).as('first'),
      to: dayIn(DONE).as('last'),
      issueId: sql`min(${issue.id})`.mapWith(Number),
    })
    .from(issue)
    .where(and(where, isClosed, isNotNull(issue.closedAt), TIMED))
    .groupBy(sql`1`, sql`2`);
}

/** One edge of the spans of {@link takenSpans}, of each group: so many begin, or end, on the day. */
export interface TakenEdge extends EdgeDay {
  id: GroupKey | null;
}

/**
 * The same spans by their edges: hundreds of days instead of every pair of them. A span that would end before it begins
 * ends where it begins.
 */
export async function takenEdges(
  tx: Tx,
  query: IssueQuery,
  by?: GroupBy,
  taken?: Exclude<Taken, 'overdue'>,
): Promise<TakenEdge[]> {
  const { where } = await conditionOf(tx, query);
  const numberOf = (at: SQL) =>
    sql<number | null>`((${at} at time zone ${query.timeZone})::date - date '1970-01-01')`;
  const column = by && groupColumn(by, query.now);
  const [first, end] = taken ? SPANS[taken] : [issue.loggedAt, DONE];
  const last = sql`greatest(${end}, ${first})`;
  const over = and(isClosed, isNotNull(issue.closedAt), TIMED);
  const steps = and(isNotNull(first), isNotNull(end), LOGGED_HERE);
  const known = taken === undefined ? over : TAKEN_TO_END.includes(taken) ? and(over, steps) : steps;
  const rows = await tx
    .select({
      id: (column ? sql<GroupKey | null>`${column}` : sql<null>`null::integer`).as('of'),
      from: numberOf(sql`${first}`).as('first'),
      to: numberOf(last).as('last'),
      count: count(),
    })
    .from(issue)
    .where(and(where, known))
    .groupBy(sql`grouping sets ((1, 2), (1, 3))`);
  return rows.flatMap(({ id, from, to, count: many }) => {
    const number = to ?? from;
    return number === null
      ? []
      : [{ id, day: addDays(EPOCH, Number(number)), ends: to !== null, count: many }];
  });
}

/** From when to when: logged, given to its unit, signed by it, reported done. */
const SPANS = {
  signing: [issue.routedAt, issue.signedAt],
  routing: [issue.loggedAt, issue.routedAt],
  reaching: [issue.loggedAt, issue.signedAt],
  handling: [issue.routedAt, DONE],
  working: [issue.signedAt, DONE],
  closing: [issue.loggedAt, issue.closedAt],
} as const satisfies Record<Exclude<Taken, 'overdue'>, unknown>;

const EPOCH: Day = '1970-01-01';

/** Deadlines of what is overdue now among what the query finds, with how many each; each group's apart with `by`. */
export async function overdueByDay(
  tx: Tx,
  query: IssueQuery,
  by?: GroupBy,
): Promise<{ id: GroupKey | null; day: Day; count: number }[]> {
  const { where } = await conditionOf(tx, query);
  const late = or(isColor('red', query.now), isColor('yellow', query.now));
  const column = by ? sql`${groupColumn(by, query.now)}` : sql`null::integer`;
  return tx
    .select({ id: sql<GroupKey | null>`${column}`.as('of'), day: issue.deadlineDay, count: count() })
    .from(issue)
    .where(and(where, isOpen, late))
    .groupBy(sql`1`, issue.deadlineDay);
}
