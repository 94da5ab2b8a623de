/** 统计 as SQL aggregates: a period of an area, and the results of its units and projects. */
import { and, count, eq, gte, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { DaySpan, PeriodCounts, ResultCounts } from '../domain/stats.ts';
import { type Instant, LONG_TERM_DAY } from '../domain/time.ts';
import { COUNTS, IN_TIME } from './in-time.ts';
import { isColor, isOpen, isProblem, RAISED_ON_NO_DAY } from './issue-scope.ts';
import type { Tx } from './open.ts';
import { history, issue } from './schema.ts';
import { allOf } from './where.ts';

export interface Period {
  areaIds: readonly number[];
  /** undefined: since the beginning. */
  from: Instant | undefined;
  /** Exclusive. */
  until: Instant;
  timeZone: string;
}

const LAST = sql`coalesce(${issue.doneAt}, ${issue.closedAt})`;
const IN_ORDER = sql`coalesce(${LAST} >= ${issue.loggedAt}, false)`;
/** Closed issues whose times are known: not what was imported without its first day. */
export const TIMED = sql`(${IN_ORDER} and not ${RAISED_ON_NO_DAY})`;
/** Logged here, not brought in by a ledger (导入). */
export const LOGGED_HERE = sql`${issue.id} not in
  (select ${issue.id} from ${issue} where ${issue.facts} -> 'imported' is not null)`;
// Written out, as the partial index says it.
const isClosed = sql`${issue.status} = 'closed'`;

const within = (column: PgColumn, { from, until }: Period): SQL | undefined =>
  and(from === undefined ? undefined : gte(column, from), lt(column, until));
/** Figures are of problems. */
const inAreas = ({ areaIds }: Period) => allOf(isProblem, inArray(issue.areaId, [...areaIds]));
const number = (condition: SQL) => sql`count(*) filter (where ${condition})`.mapWith(Number);

export async function countPeriod(tx: Tx, period: Period): Promise<PeriodCounts> {
  const [raised] = await tx
    .select({ count: count() })
    .from(issue)
    .where(
      and(
        inAreas(period),
        within(issue.loggedAt, period),
        sql`${issue.status} <> 'void'`,
        period.from === undefined ? undefined : sql`not ${RAISED_ON_NO_DAY}`,
      ),
    );
  const score = sql`${issue.facts} -> 'satisfaction' ->> 'score'`;
  const [closed] = await tx
    .select({
      closed: count(),
      rated: number(COUNTS),
      onTime: number(sql`${COUNTS} and ${IN_TIME}`),
      satisfied: number(sql`${score} in ('satisfied', 'fairly')`),
      answered: number(sql`${score} is not null`),
    })
    .from(issue)
    .where(closedIn(period));
  const [returned] = await tx
    .select({
      reopened: number(sql`${history.verb} = 'reopen'`),
      falseCloses: number(sql`${history.verb} = 'verify' and ${history.detail} ->> 'confirmed' = 'false'`),
    })
    .from(history)
    .innerJoin(issue, eq(issue.id, history.issueId))
    .where(and(sql`${history.verb} in ('reopen', 'verify')`, within(history.at, period), inAreas(period)));
  return {
    raised: raised?.count ?? 0,
    closed: closed?.closed ?? 0,
    rated: closed?.rated ?? 0,
    onTime: closed?.onTime ?? 0,
    satisfied: closed?.satisfied ?? 0,
    answered: closed?.answered ?? 0,
    reopened: returned?.reopened ?? 0,
    falseCloses: returned?.falseCloses ?? 0,
    taken: await spans(tx, period, dayIn(LAST, period)),
    promised: await spans(
      tx,
      period,
      sql`${issue.deadlineDay}`,
      sql`${issue.deadlineDay} < ${LONG_TERM_DAY}::date`,
    ),
  };
}

/** Struck off on no known day (imported so): in no period, but since the beginning. */
function closedIn(period: Period): SQL {
  const undated = period.from === undefined ? isNull(issue.closedAt) : undefined;
  return allOf(isClosed, inAreas(period), or(within(issue.closedAt, period), undated));
}

function dayIn(at: SQL | PgColumn, { timeZone }: Period): SQL {
  return sql`(${at} at time zone ${timeZone})::date`;
}

/**
 * Closed issues by first and last day as {@link TIMED} says: all of them from the index alone, less the few of which
 * their own index says that they were raised on no day.
 */
async function spans(tx: Tx, period: Period, last: SQL, only?: SQL): Promise<DaySpan[]> {
  const counted = (condition: SQL | undefined) =>
    tx
      .select({
        from: sql<string>`${dayIn(issue.loggedAt, period)}::text`.as('first'),
        to: sql<string>`${last}::text`.as('last'),
        count: count(),
      })
      .from(issue)
      .where(and(closedIn(period), IN_ORDER, only, condition))
      .groupBy(sql`1`, sql`2`);
  const all = await counted(undefined);
  const undated = new Map(
    (await counted(RAISED_ON_NO_DAY)).map((one) => [`${one.from} ${one.to}`, one.count]),
  );
  return all
    .map((one) => ({ ...one, count: one.count - (undated.get(`${one.from} ${one.to}`) ?? 0) }))
    .filter((one) => one.count > 0);
}

/** How many are open now. */
export async function countOpen(tx: Tx, areaIds: readonly number[]): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(issue)
    .where(and(isOpen, isProblem, inArray(issue.areaId, [...areaIds])));
  return row?.count ?? 0;
}

/** Results of the units, or of the projects, in a period; overdue open ones as of `now`. */
export async function countResults(
  tx: Tx,
  period: Period,
  by: 'unit' | 'project',
  now: Instant,
): Promise<ResultCounts[]> {
  const column = by === 'unit' ? issue.unitId : issue.projectId;
  const numbers = (condition: SQL) =>
    sql<
      number[]
    >`coalesce(jsonb_agg(${issue.id} order by ${issue.id}) filter (where ${condition}), '[]'::jsonb)`;
  const closed = await tx
    .select({
      id: column,
      closed: count(),
      rated: number(COUNTS),
      onTime: number(sql`${COUNTS} and ${IN_TIME}`),
      late: numbers(sql`${COUNTS} and not (${IN_TIME})`),
    })
    .from(issue)
    .where(and(closedIn(period), isNotNull(column)))
    .groupBy(column);
  const overdue = await tx
    .select({ id: column, missed: numbers(sql`true`) })
    .from(issue)
    .where(
      and(
        isOpen,
        inAreas(period),
        isNotNull(column),
        sql`(${isColor('red', now)} or ${isColor('yellow', now)})`,
        COUNTS,
      ),
    )
    .groupBy(column);
  const results = new Map<number, ResultCounts>();
  for (const { id, closed: all, rated, onTime, late } of closed) {
    if (id === null) continue;
    results.set(id, { id, closed: all, rated, onTime, missed: late, overdueOpen: 0 });
  }
  for (const { id, missed } of overdue) {
    if (id === null) continue;
    const known = results.get(id) ?? { id, closed: 0, rated: 0, onTime: 0, missed: [], overdueOpen: 0 };
    // What is still open comes first: it is the target missed now.
    results.set(id, { ...known, missed: [...missed, ...known.missed], overdueOpen: missed.length });
  }
  return [...results.values()].sort((a, b) => a.id - b.id);
}

/** Red and yellow issues per unit now (红黄牌). */
export async function countPlates(
  tx: Tx,
  areaIds: readonly number[],
  now: Instant,
): Promise<{ unitId: number; red: number[]; yellow: number[] }[]> {
  const red = isColor('red', now);
  const yellow = isColor('yellow', now);
  const numbers = (condition: SQL) =>
    sql<
      number[]
    >`coalesce(jsonb_agg(${issue.id} order by ${issue.id}) filter (where ${condition}), '[]'::jsonb)`;
  const rows = await tx
    .select({ unitId: issue.unitId, red: numbers(red), yellow: numbers(yellow) })
    .from(issue)
    .where(
      and(
        isOpen,
        isProblem,
        inArray(issue.areaId, [...areaIds]),
        isNotNull(issue.unitId),
        sql`(${red} or ${yellow})`,
        COUNTS,
      ),
    )
    .groupBy(issue.unitId);
  return rows
    .flatMap(({ unitId, ...row }) => (unitId === null ? [] : [{ ...row, unitId }]))
    .sort((a, b) => b.red.length - a.red.length || b.yellow.length - a.yellow.length || a.unitId - b.unitId);
}
