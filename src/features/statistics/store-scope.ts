/** What figures are counted among, whose they are and of which days, as conditions. */
import { and, inArray, type SQL, sql } from 'drizzle-orm';
import { timestamp } from '../../db/column.ts';
import { FIGURE_BASES } from '../../db/figures.ts';
import { isOpen, isProblem } from '../../db/issue-scope.ts';
import { issue } from '../../db/schema.ts';
import { allOf } from '../../db/where.ts';
import type { Grouping, Span } from '../../domain/statistics/asked.ts';
import { addDays, type Day, instantAt } from '../../domain/time.ts';
import type { BaseName } from './metric.ts';
import type { StatScope } from './rules-scope.ts';

// Literals, not parameters: a prepared plan must see them to use the partial indexes.
const kind = (name: 'deferral' | 'task') => sql`${issue.kind} = ${sql.raw(`'${name}'`)}`;
const isClosed = sql`${issue.status} = 'closed'`;
const notVoid = sql`${issue.status} <> 'void'`;
const appealedAt = sql`to_timestamp((${issue.facts} -> 'appeal' ->> 'at')::float8 / 1000)`;

/** What a metric counts among, and by which clock; null: as of now. */
export const BASES = {
  ...FIGURE_BASES,
  open: { is: allOf(isOpen, isProblem), at: null },
  appealed: {
    is: allOf(sql`${issue.facts} @> '{"appeal": {}}'`, isProblem, notVoid),
    at: appealedAt,
  },
  promised: { is: allOf(kind('deferral'), notVoid), at: sql`${issue.loggedAt}` },
  kept: { is: allOf(kind('deferral'), isClosed), at: sql`${issue.closedAt}` },
  owed: { is: allOf(kind('deferral'), isOpen), at: null },
  tasks: { is: allOf(kind('task'), notVoid, sql`${issue.batchId} is not null`), at: null },
} satisfies Record<BaseName, { is: SQL; at: SQL | null; undated?: SQL }>;

export const oneOf = (column: SQL, ids: readonly number[] | null) =>
  ids === null ? undefined : ids.length === 0 ? sql`false` : inArray(column, [...ids]);

export function inScope({ areaIds, projectIds, unitIds, categoryIds }: StatScope): SQL | undefined {
  return and(
    oneOf(sql`${issue.areaId}`, areaIds),
    oneOf(sql`${issue.projectId}`, projectIds),
    oneOf(sql`${issue.unitId}`, unitIds),
    oneOf(sql`${issue.categoryId}`, categoryIds),
  );
}

const startOf = (day: Day, timeZone: string) => instantAt(day, '00:00', timeZone);

/** Days are those of the deployment's zone. */
export function inSpan(at: SQL | null, { from, to }: Span, timeZone: string): SQL | undefined {
  if (at === null) return undefined;
  return and(
    from === null ? undefined : sql`${at} >= ${timestamp(startOf(from, timeZone))}`,
    to === null ? undefined : sql`${at} < ${timestamp(startOf(addDays(to, 1), timeZone))}`,
  );
}

/** Of a base, in these days; what lies in no span of days only in one without bounds. */
export function inDays(base: BaseName, span: Span, timeZone: string): SQL | undefined {
  const { at, undated } = ofBase(base);
  const within = inSpan(at, span, timeZone);
  return within && undated ? sql`${within} and not (${undated})` : within;
}

/** What a base is; `undated` where something of it may lie in no span of days. */
export function ofBase(base: BaseName): { is: SQL; at: SQL | null; undated?: SQL } {
  return BASES[base];
}

/** The instants at which a span begins and is over. */
export function edgesOf({ from, to }: Span, timeZone: string): number[] {
  return [from, to === null ? null : addDays(to, 1)].flatMap((day) =>
    day === null ? [] : [startOf(day, timeZone)],
  );
}

/** In one of these at least; undefined: one of them has no bounds. */
export function inSpans(at: SQL | null, spans: readonly Span[], timeZone: string): SQL | undefined {
  const each = spans.map((span) => inSpan(at, span, timeZone));
  const bounded = each.filter((condition) => condition !== undefined);
  return bounded.length < each.length ? undefined : sql`(${sql.join(bounded, sql` or `)})`;
}

/** @param at null where it lies on no day */
export function groupOf(by: Grouping | undefined, at: SQL | null, timeZone: string): SQL {
  if (by === undefined) return sql`null::int`;
  if (by === 'month') return sql`to_char(${at} at time zone ${timeZone}, 'YYYY-MM')`;
  return sql`${{ unit: issue.unitId, project: issue.projectId, category: issue.categoryId, area: issue.areaId }[by]}`;
}
