/**
 * Figures of problems that are counted by when they were logged or closed: what each counts, as SQL. Whole months of
 * them are kept as sums (figure-sums.ts), so a figure of these must follow from its issue and history alone.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { Day } from '../domain/time.ts';
import { COUNTS, IN_TIME } from './in-time.ts';
import { isProblem, RAISED_ON_NO_DAY } from './issue-scope.ts';
import type { Tx } from './open.ts';
import { area, history, issue } from './schema.ts';
import { LOGGED_HERE, TIMED } from './stats.ts';
import { allOf } from './where.ts';

/**
 * Among what they are counted, by which clock, and what of it lies in no span of days. Literals: a prepared plan must see them to use the
 * partial indexes.
 */
export const FIGURE_BASES = {
  logged: {
    is: allOf(isProblem, sql`${issue.status} <> 'void'`),
    at: sql`${issue.loggedAt}`,
    undated: RAISED_ON_NO_DAY,
  },
  closed: {
    is: allOf(sql`${issue.status} = 'closed'`, isProblem),
    at: sql`${issue.closedAt}`,
    undated: sql`${issue.closedAt} is null`,
  },
};
export type FigureBase = keyof typeof FIGURE_BASES;

/** Days of the deployment's zone. */
export const dayIn = (at: SQL, timeZone: string) => sql`(${at} at time zone ${timeZone})::date`;

/**
 * Given to a unit on the day it was logged, whatever became of it since. The row tells it where it was never handed on
 * later; else its history does: logged with a unit, 转办, 改单位, unless that very step was taken back.
 */
function routedSameDay(timeZone: string): SQL {
  const logged = dayIn(sql`${issue.loggedAt}`, timeZone);
  const routes = sql`(step.verb = 'route' or (step.verb = 'log' and step.detail ->> 'unitId' is not null)
    or (step.verb = 'correct' and step.detail -> 'to' ->> 'unitId' is not null))`;
  const next = sql`(select later.verb from ${history} later where later.issue_id = step.issue_id
    and later.id > step.id and later.at > step.at order by later.id limit 1)`;
  return sql`(coalesce(${issue.routedAt} = ${issue.loggedAt} or ${dayIn(sql`${issue.routedAt}`, timeZone)} = ${logged}, false) or exists (
    select 1 from ${history} step where step.issue_id = ${issue.id} and ${routes}
    and ${dayIn(sql`step.at`, timeZone)} = ${logged} and ${next} is distinct from 'undo'))`;
}

/** Of closed ones, so that the index of what fits is enough (0022); the sub-select hides the outer table. */
const closedWith = (condition: SQL) =>
  sql`(select ${issue.id} from ${issue} where ${issue.status} = 'closed' and ${condition})`;

/** Looked up by id in the index of what was rated (0023), so that what is counted decides the cost, not all ever rated. */
const rated = (condition: SQL) =>
  sql`exists (select from ${issue} rated where rated.id = ${issue.id} and rated.status = 'closed'
    and rated.facts -> 'satisfaction' ->> 'score' ${condition})`;

export interface Figure {
  base: FigureBase;
  /** Narrows the base. */
  where?: (timeZone: string) => SQL;
  /** Which of them hit; of a rate. */
  hit?: (timeZone: string) => SQL;
}

const OF = {
  raised: { base: 'logged' },
  routedSameDay: {
    base: 'logged',
    where: () => sql`not ${issue.onTheSpot} and ${LOGGED_HERE}`,
    hit: routedSameDay,
  },
  closed: { base: 'closed' },
  onTime: {
    base: 'closed',
    // What is left out of rates is said in one place: stats.ts.
    where: () => sql`${issue.id} not in ${closedWith(sql`not ${COUNTS}`)}`,
    hit: () => IN_TIME,
  },
  satisfied: {
    base: 'closed',
    where: () => rated(sql`is not null`),
    hit: () => rated(sql`in ('satisfied', 'fairly')`),
  },
  /** Those of which it is known how long they took. */
  taken: { base: 'closed', where: () => TIMED },
} satisfies Record<string, Figure>;
export type FigureName = keyof typeof OF;
export const FIGURES: Readonly<Record<FigureName, Figure>> = OF;

/** Of a base, by name. */
export function figuresOf(base: FigureBase): [FigureName, Figure][] {
  return (Object.entries(FIGURES) as [FigureName, Figure][]).filter(([, figure]) => figure.base === base);
}

/** First and last day of what was closed and is {@link TIMED}. */
export const firstDay = (timeZone: string) => dayIn(sql`${issue.loggedAt}`, timeZone);
export const lastDay = (timeZone: string) =>
  dayIn(sql`coalesce(${issue.doneAt}, ${issue.closedAt})`, timeZone);

/** The day of the first problem anywhere, from the first entry of each area in the index; undefined: there is none. */
export async function firstLoggedDay(tx: Tx, timeZone: string): Promise<Day | undefined> {
  const first = sql`min((select min(${issue.loggedAt}) from ${issue}
    where ${issue.areaId} = ${area.id} and ${issue.kind} = 'problem'))`;
  const [row] = await tx.select({ day: sql<Day | null>`${dayIn(first, timeZone)}::text` }).from(area);
  return row?.day ?? undefined;
}
