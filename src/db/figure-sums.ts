/**
 * Sums of the figures of months that are over, so that what 统计 costs does not grow with what is stored. Whoever changes
 * an issue so that a figure could change leaves an instant of its month (0025, by triggers). While there is one, and
 * before a month is summed, it is counted as it stands: a figure is exact at every moment.
 */
import { createHash } from 'node:crypto';
import { and, count, eq, gte, lt, ne, type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { dayOf, type Instant, instantAt } from '../domain/time.ts';
import { readInstant, timestamp } from './column.ts';
import { FIGURE_BASES, type FigureBase, figuresOf, firstDay, lastDay } from './figures.ts';
import type { Tx } from './open.ts';
import { issue } from './schema.ts';
import { figureChange, figureMonth, figureSpan, figureSum } from './schema-figures.ts';
import { TIMED } from './stats.ts';

const BASES = Object.keys(FIGURE_BASES) as FigureBase[];
const number = (condition: SQL) => sql`count(*) filter (where ${condition})`.mapWith(Number);

const formulas = new Map<string, string>();

/** Changes with whatever a figure is counted by: its SQL, and the zone whose months and days they are. */
export function formulaOf(timeZone: string): string {
  const known = formulas.get(timeZone);
  if (known !== undefined) return known;
  const parts = BASES.flatMap((base) => [
    FIGURE_BASES[base].is,
    FIGURE_BASES[base].at,
    FIGURE_BASES[base].undated,
    ...figuresOf(base).flatMap(([name, { where, hit }]) => [
      sql.raw(name),
      where?.(timeZone) ?? sql`true`,
      hit?.(timeZone) ?? sql`false`,
    ]),
  ]);
  const all = sql.join([...parts, TIMED, firstDay(timeZone), lastDay(timeZone), sql`${timeZone}`], sql`;`);
  const { sql: text, params } = new PgDialect().sqlToQuery(all);
  const formula = createHash('sha256')
    .update(JSON.stringify([text, params]))
    .digest('hex')
    .slice(0, 16);
  formulas.set(timeZone, formula);
  return formula;
}

/** A month of the deployment's zone. */
export interface FigureMonth {
  from: Instant;
  until: Instant;
}

export interface ChangedMonth extends FigureMonth {
  /** null: never. */
  summedAt: Instant | null;
}

/** Months in which something has changed since they were summed, the newest first. */
export async function changedMonths(tx: Tx, timeZone: string): Promise<ChangedMonth[]> {
  const rows = await tx
    .select({ from: sql<unknown>`month.at`, summedAt: figureMonth.summedAt })
    .from(
      sql`(select distinct date_trunc('month', ${figureChange.at}, ${timeZone}) as at from ${figureChange}) month`,
    )
    .leftJoin(figureMonth, eq(figureMonth.fromAt, sql`month.at`))
    .orderBy(sql`month.at desc`);
  return rows.map(({ from, summedAt }) => ({ ...monthAt(readInstant(from), timeZone), summedAt }));
}

function monthAt(from: Instant, timeZone: string): FigureMonth {
  const [year = 0, month = 0] = dayOf(from, timeZone).split('-').map(Number);
  const next = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
  return { from, until: instantAt(next, '00:00', timeZone) };
}

// Any number that no other program on the server is likely to use.
const LOCK = 7_262_612;

/** One at a time, until the transaction ends; neither who reads nor who changes issues waits. */
export async function lockSums(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK}::bigint)`);
}

/** Forgets what another version of the program summed, or for another zone: as if all of it had changed. */
export async function forgetOthers(tx: Tx, timeZone: string): Promise<void> {
  await tx.execute(sql`with gone as (delete from ${figureMonth}
      where ${ne(figureMonth.formula, formulaOf(timeZone))} returning ${figureMonth.fromAt} as a, ${figureMonth.untilAt} as b)
    insert into ${figureChange} select a from gone union all select b - interval '1 second' from gone`);
}

/** Nothing of it is summed, so nothing that changed in it need be known. Sums must be locked. */
export async function leaveUnsummed(tx: Tx, { from, until }: FigureMonth): Promise<void> {
  await tx.delete(figureMonth).where(eq(figureMonth.fromAt, from));
  await clearChanges(tx, { from, until });
}

async function clearChanges(tx: Tx, { from, until }: FigureMonth): Promise<void> {
  await tx.delete(figureChange).where(and(gte(figureChange.at, from), lt(figureChange.at, until)));
}

/**
 * Sums a month anew. Sums must be locked. Changes are forgotten before anything is counted: what is counted is then at
 * least as new as what was forgotten, and who commits meanwhile leaves a change that stays.
 */
export async function sumMonth(tx: Tx, month: FigureMonth, timeZone: string, now: Instant): Promise<void> {
  const { from, until } = month;
  await leaveUnsummed(tx, month);
  await tx
    .insert(figureMonth)
    .values({ fromAt: from, untilAt: until, formula: formulaOf(timeZone), summedAt: now });
  const within = (at: SQL) => sql`${at} >= ${timestamp(from)} and ${at} < ${timestamp(until)}`;
  for (const base of BASES) {
    const { is, at, undated } = FIGURE_BASES[base];
    const figures = figuresOf(base);
    const columns = figures.flatMap(([name, { where, hit }]) => {
      const counted = where?.(timeZone) ?? sql`true`;
      return [
        [`${name}:n`, number(counted)],
        [`${name}:hits`, hit ? number(sql`${counted} and ${hit(timeZone)}`) : sql`0`.mapWith(Number)],
      ];
    });
    const areas = await tx
      .select({ areaId: issue.areaId, ...(Object.fromEntries(columns) as Record<string, SQL<number>>) })
      .from(issue)
      .where(and(is, within(at), sql`not (${undated})`))
      .groupBy(issue.areaId);
    const rows = areas.flatMap((row) => {
      const of = (name: string) => Number((row as Record<string, unknown>)[name]);
      return figures.map(([figure]) => ({
        fromAt: from,
        areaId: row.areaId,
        figure,
        n: of(`${figure}:n`),
        hits: of(`${figure}:hits`),
      }));
    });
    if (rows.length > 0) await tx.insert(figureSum).values(rows);
  }
  const { is, at } = FIGURE_BASES.closed;
  await tx.insert(figureSpan).select(
    tx
      .select({
        fromAt: timestamp(from).as('from_at'),
        areaId: issue.areaId,
        firstDay: firstDay(timeZone).as('first_day'),
        lastDay: lastDay(timeZone).as('last_day'),
        n: count().as('n'),
      })
      .from(issue)
      .where(and(is, within(at), TIMED))
      .groupBy(sql`2`, sql`3`, sql`4`) as never,
  );
}

/**
 * For a statement: the months of which the sums hold, `months`, and the stretches between, before and after them, in
 * which issues are to be counted themselves, `gaps` (from_at, until_at).
 * @param cuts no month holds through which one of these goes
 */
export function monthsAndGaps(timeZone: string, cuts: readonly Instant[]): SQL {
  const whole = cuts.map(
    (cut) => sql`and not (m.from_at < ${timestamp(cut)} and m.until_at > ${timestamp(cut)})`,
  );
  return sql`months as materialized (
      select m.from_at, m.until_at from ${figureMonth} m where m.formula = ${formulaOf(timeZone)}
        ${sql.join(whole, sql` `)}
        and not exists (select from ${figureChange} c where c.at >= m.from_at and c.at < m.until_at)),
    gaps as materialized (
      select * from (
        select coalesce(lag(until_at) over (order by from_at), '-infinity') as from_at, from_at as until_at from months
        union all select coalesce(max(until_at), '-infinity'), 'infinity' from months) edges
      where from_at < until_at)`;
}
