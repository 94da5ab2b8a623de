/** Counting issues for 统计: of a base, in columns of days, by group; and the rows behind a figure. */
import { and, count, desc, type SQL, sql } from 'drizzle-orm';
import { firstDay, lastDay } from '../../db/figures.ts';
import { issueColumns } from '../../db/issue.ts';
import { issueOfRow } from '../../db/issue-row.ts';
import type { Tx } from '../../db/open.ts';
import { issue } from '../../db/schema.ts';
import { TIMED } from '../../db/stats.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Grouping, Span } from '../../domain/statistics/asked.ts';
import type { Day } from '../../domain/time.ts';
import type { Asking, BaseName, IssueMetric } from './metric.ts';
import { BASES, groupOf, inDays, inScope, inSpan, inSpans, ofBase } from './store-scope.ts';
import { countSummed, isSummed, spansSummed } from './store-sums.ts';

export interface Counted {
  n: number;
  hits: number;
}

type CountedMetric = Pick<IssueMetric, 'id' | 'figure' | 'where' | 'hit'>;

/** null: all together, or what has no such thing. */
export type GroupKey = number | string | null;

/**
 * How many of a base each metric counts, in each column of days: one statement.
 * @returns by group, then in the order of the columns, then by metric
 */
export async function countIssues(
  tx: Tx,
  base: BaseName,
  metrics: readonly CountedMetric[],
  asking: Asking,
  { columns, by }: { columns: readonly Span[]; by?: Grouping | undefined },
): Promise<Map<GroupKey, Map<string, Counted>[]>> {
  const spans = BASES[base].at === null ? columns.slice(0, 1) : columns;
  const rows =
    isSummed(asking.scope, base, by) && metrics.every(({ figure }) => figure !== undefined)
      ? await countSummed(tx, base, metrics, asking, { columns, by })
      : await countStored(tx, base, metrics, asking, { spans, by });
  return new Map(
    rows.map((values) => {
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

/** One row a group, of names like `0:raised:n`. */
async function countStored(
  tx: Tx,
  base: BaseName,
  metrics: readonly CountedMetric[],
  { scope, directory, now }: Asking,
  { spans, by }: { spans: readonly Span[]; by: Grouping | undefined },
): Promise<Record<string, unknown>[]> {
  const { timeZone } = directory.settings;
  const { is, at, undated } = ofBase(base);
  const day = undated ? sql`case when ${undated} then null else ${at} end` : at;
  const number = (...conditions: (SQL | undefined)[]) =>
    sql`count(*) filter (where ${and(sql`true`, ...conditions)})`.mapWith(Number);
  const figures = Object.fromEntries(
    spans.flatMap((span, c) =>
      metrics.flatMap(({ id, where, hit }) => {
        const counted = [inDays(base, span, timeZone), where?.({ now, timeZone })];
        return [
          [`${c}:${id}:n`, number(...counted)],
          ...(hit ? [[`${c}:${id}:hits`, number(...counted, hit({ now, timeZone }))]] : []),
        ];
      }),
    ),
  ) as Record<string, ReturnType<typeof number>>;
  return tx
    .select({ key: groupOf(by, day, timeZone).as('key'), ...figures })
    .from(issue)
    .where(and(is, inScope(scope), inSpans(at, spans, timeZone)))
    .groupBy(sql`1`);
}

/** First and last day of what was closed, with how many in each column. */
export async function countSpans(
  tx: Tx,
  of: Pick<Asking, 'scope' | 'directory'>,
  columns: readonly Span[],
): Promise<{ from: Day; to: Day; counts: number[] }[]> {
  const rows = isSummed(of.scope, 'closed')
    ? await spansSummed(tx, of, columns)
    : await spansStored(tx, of, columns);
  return rows.map((row) => ({
    from: row.from,
    to: row.to,
    counts: columns.map((_, c) => Number((row as Record<string, unknown>)[`c${c}`])),
  }));
}

/** One row for both days, of names like `c0`. */
async function spansStored(
  tx: Tx,
  { scope, directory }: Pick<Asking, 'scope' | 'directory'>,
  columns: readonly Span[],
): Promise<(Record<string, unknown> & { from: Day; to: Day })[]> {
  const { timeZone } = directory.settings;
  const { is, at } = BASES.closed;
  const figures = Object.fromEntries(
    columns.map((span, c) => [
      `c${c}`,
      sql`count(*) filter (where ${and(sql`true`, inSpan(at, span, timeZone))})`.mapWith(Number),
    ]),
  );
  return tx
    .select({
      from: sql<Day>`${firstDay(timeZone)}::text`.as('first'),
      to: sql<Day>`${lastDay(timeZone)}::text`.as('last'),
      ...figures,
    })
    .from(issue)
    .where(and(is, inScope(scope), inSpans(at, columns, timeZone), TIMED))
    .groupBy(sql`1`, sql`2`);
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
  const where = and(
    is,
    inScope(scope),
    inDays(metric.base, span, timeZone),
    metric.where?.({ now, timeZone }),
  );
  const hit = metric.hit?.({ now, timeZone }) ?? sql`false`;
  const found = await tx
    .select({
      ...issueColumns,
      hit: sql<boolean>`coalesce(${hit}, false)`,
      first: sql<Day>`${firstDay(timeZone)}::text`,
      last: sql<Day | null>`${lastDay(timeZone)}::text`,
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
