/** Counting issues for 统计: of a base, in columns of days, by group; and the rows behind a figure. */
import { and, count, desc, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { timestamp } from '../../db/column.ts';
import { issueColumns } from '../../db/issue.ts';
import { issueOfRow } from '../../db/issue-row.ts';
import { isOpen, isProblem } from '../../db/issue-scope.ts';
import type { Tx } from '../../db/open.ts';
import { issue } from '../../db/schema.ts';
import { TIMED } from '../../db/stats.ts';
import { allOf } from '../../db/where.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Grouping, Span } from '../../domain/statistics/asked.ts';
import { addDays, type Day, instantAt } from '../../domain/time.ts';
import type { Asking, BaseName, IssueMetric } from './metric.ts';
import type { StatScope } from './rules-scope.ts';

// Literals, not parameters: a prepared plan must see them to use the partial indexes.
const kind = (name: 'deferral' | 'task') => sql`${issue.kind} = ${sql.raw(`'${name}'`)}`;
const isClosed = sql`${issue.status} = 'closed'`;
const notVoid = sql`${issue.status} <> 'void'`;
const appealedAt = sql`to_timestamp((${issue.facts} -> 'appeal' ->> 'at')::float8 / 1000)`;

/** What a metric counts among, and by which clock; null: as of now. */
export const BASES = {
  logged: { is: allOf(isProblem, notVoid), at: sql`${issue.loggedAt}` },
  closed: { is: allOf(isClosed, isProblem), at: sql`${issue.closedAt}` },
  open: { is: allOf(isOpen, isProblem), at: null },
  appealed: {
    is: allOf(sql`${issue.facts} -> 'appeal' ->> 'at' is not null`, isProblem, notVoid),
    at: appealedAt,
  },
  promised: { is: allOf(kind('deferral'), notVoid), at: sql`${issue.loggedAt}` },
  kept: { is: allOf(kind('deferral'), isClosed), at: sql`${issue.closedAt}` },
  owed: { is: allOf(kind('deferral'), isOpen), at: null },
  tasks: { is: allOf(kind('task'), notVoid, sql`${issue.batchId} is not null`), at: null },
} satisfies Record<BaseName, { is: SQL; at: SQL | null }>;

const oneOf = (column: PgColumn, ids: readonly number[] | null) =>
  ids === null ? undefined : ids.length === 0 ? sql`false` : inArray(column, [...ids]);

export function inScope({ areaIds, projectIds, unitIds, categoryIds }: StatScope): SQL | undefined {
  return and(
    oneOf(issue.areaId, areaIds),
    oneOf(issue.projectId, projectIds),
    oneOf(issue.unitId, unitIds),
    oneOf(issue.categoryId, categoryIds),
  );
}

/** Days are those of the deployment's zone. */
export function inSpan(at: SQL | null, { from, to }: Span, timeZone: string): SQL | undefined {
  if (at === null) return undefined;
  const start = (day: Day) => timestamp(instantAt(day, '00:00', timeZone));
  return and(
    from === null ? undefined : sql`${at} >= ${start(from)}`,
    to === null ? undefined : sql`${at} < ${start(addDays(to, 1))}`,
  );
}

function groupOf(by: Grouping | undefined, at: SQL | null, timeZone: string): SQL {
  if (by === undefined) return sql`null::int`;
  if (by === 'month') return sql`to_char(${at} at time zone ${timeZone}, 'YYYY-MM')`;
  return sql`${{ unit: issue.unitId, project: issue.projectId, category: issue.categoryId, area: issue.areaId }[by]}`;
}

export interface Counted {
  n: number;
  hits: number;
}

/** null: all together, or what has no such thing. */
export type GroupKey = number | string | null;

/**
 * How many of a base each metric counts, in each column of days: one statement.
 * @returns by group, then in the order of the columns, then by metric
 */
export async function countIssues(
  tx: Tx,
  base: BaseName,
  metrics: readonly Pick<IssueMetric, 'id' | 'where' | 'hit'>[],
  { scope, directory, now }: Asking,
  { columns, by }: { columns: readonly Span[]; by?: Grouping | undefined },
): Promise<Map<GroupKey, Map<string, Counted>[]>> {
  const { timeZone } = directory.settings;
  const { is, at } = BASES[base];
  const spans = at === null ? columns.slice(0, 1) : columns;
  const number = (...conditions: (SQL | undefined)[]) =>
    sql`count(*) filter (where ${and(sql`true`, ...conditions)})`.mapWith(Number);
  const figures = Object.fromEntries(
    spans.flatMap((span, c) =>
      metrics.flatMap(({ id, where, hit }) => {
        const counted = [inSpan(at, span, timeZone), where?.({ now, timeZone })];
        return [
          [`${c}:${id}:n`, number(...counted)],
          ...(hit ? [[`${c}:${id}:hits`, number(...counted, hit({ now, timeZone }))]] : []),
        ];
      }),
    ),
  ) as Record<string, ReturnType<typeof number>>;
  const any = spans.some((span) => inSpan(at, span, timeZone) === undefined)
    ? undefined
    : or(...spans.map((span) => inSpan(at, span, timeZone)));
  const rows = await tx
    .select({ key: groupOf(by, at, timeZone).as('key'), ...figures })
    .from(issue)
    .where(and(is, inScope(scope), any))
    .groupBy(sql`1`);
  return new Map(
    rows.map((row) => {
      const values = row as Record<string, unknown>;
      const of = (name: string) => Number(values[name] ?? 0);
      const counted = spans.map(
        (_, c) =>
          new Map(
            metrics.map(({ id }) => [id as string, { n: of(`${c}:${id}:n`), hits: of(`${c}:${id}:hits`) }]),
          ),
      );
      return [values.key as GroupKey, counted];
    }),
  );
}

const doneAt = sql`coalesce(${issue.doneAt}, ${issue.closedAt})`;
const dayIn = (at: SQL, timeZone: string) => sql<Day>`(${at} at time zone ${timeZone})::date::text`;

/** First and last day of what was closed, with how many in each column. */
export async function countSpans(
  tx: Tx,
  { scope, directory }: Pick<Asking, 'scope' | 'directory'>,
  columns: readonly Span[],
): Promise<{ from: Day; to: Day; counts: number[] }[]> {
  const { timeZone } = directory.settings;
  const { is, at } = BASES.closed;
  const figures = Object.fromEntries(
    columns.map((span, c) => [
      `c${c}`,
      sql`count(*) filter (where ${and(sql`true`, inSpan(at, span, timeZone))})`.mapWith(Number),
    ]),
  );
  const rows = await tx
    .select({
      from: dayIn(sql`${issue.loggedAt}`, timeZone).as('first'),
      to: dayIn(doneAt, timeZone).as('last'),
      ...figures,
    })
    .from(issue)
    .where(and(is, inScope(scope), TIMED))
    .groupBy(sql`1`, sql`2`);
  return rows.map((row) => {
    const values = row as Record<string, unknown>;
    return { from: row.from, to: row.to, counts: columns.map((_, c) => Number(values[`c${c}`])) };
  });
}

/** An issue that a figure counts. */
export interface ListedIssue {
  issue: Issue;
  hit: boolean;
  /** Day of logging and of being reported done, or closed. */
  from: Day;
  to: Day | null;
}

/** What a metric counts in these days, a page at a time: what does not hit first, then the newest. */
export async function listCounted(
  tx: Tx,
  metric: IssueMetric,
  { scope, directory, now }: Asking,
  span: Span,
  page: { page: number; pageSize: number },
): Promise<{ rows: ListedIssue[]; counted: Counted }> {
  const { timeZone } = directory.settings;
  const { is, at } = BASES[metric.base];
  const where = and(is, inScope(scope), inSpan(at, span, timeZone), metric.where?.({ now, timeZone }));
  const hit = metric.hit?.({ now, timeZone }) ?? sql`false`;
  const found = await tx
    .select({
      ...issueColumns,
      hit: sql<boolean>`coalesce(${hit}, false)`,
      first: dayIn(sql`${issue.loggedAt}`, timeZone),
      last: dayIn(doneAt, timeZone),
    })
    .from(issue)
    .where(where)
    .orderBy(
      sql`coalesce(${hit}, false)`,
      ...(at === null ? [sql`${issue.deadlineAt}`] : [desc(at)]),
      desc(issue.id),
    )
    .limit(page.pageSize)
    .offset((page.page - 1) * page.pageSize);
  const [totals] = await tx
    .select({ n: count(), hits: sql`count(*) filter (where ${hit})`.mapWith(Number) })
    .from(issue)
    .where(where);
  return {
    rows: found.map(({ hit: hits, first, last, ...row }) => ({
      issue: issueOfRow(row),
      hit: hits,
      from: first,
      to: last,
    })),
    counted: { n: totals?.n ?? 0, hits: totals?.hits ?? 0 },
  };
}
