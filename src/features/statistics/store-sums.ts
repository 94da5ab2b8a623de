/** Counting whole areas from the sums of months that are over; what is not summed is counted as it stands. */
import { and, type SQL, sql } from 'drizzle-orm';
import { monthsAndGaps } from '../../db/figure-sums.ts';
import { FIGURE_BASES, type FigureBase, firstDay, lastDay } from '../../db/figures.ts';
import type { Tx } from '../../db/open.ts';
import { issue } from '../../db/schema.ts';
import { figureSpan, figureSum } from '../../db/schema-figures.ts';
import { TIMED } from '../../db/stats.ts';
import type { Grouping, Span } from '../../domain/statistics/asked.ts';
import type { Day } from '../../domain/time.ts';
import type { Asking, BaseName, IssueMetric } from './metric.ts';
import type { StatScope } from './rules-scope.ts';
import { edgesOf, groupOf, inSpan, inSpans, oneOf } from './store-scope.ts';

type Of = Pick<Asking, 'scope' | 'directory'>;

/** Sums are of areas; units, projects and categories are counted by their indexes. */
export function isSummed(scope: StatScope, base: BaseName, by?: Grouping): base is FigureBase {
  const whole = scope.projectIds === null && scope.unitIds === null && scope.categoryIds === null;
  return whole && base in FIGURE_BASES && (by === undefined || by === 'month' || by === 'area');
}

/** One value: its name in the result, how it is counted of rows (`at` and the facts asked for), how sums are added. */
interface Part {
  name: string;
  counted: SQL;
  summed: SQL;
}

/** What is asked of each issue, once; `rows` hides the table from the planner, or it would ask for every column again. */
type Fact = readonly [name: string, value: SQL];

const rowAt = sql.raw('rows.at');
const counting = (...conditions: (SQL | undefined)[]) =>
  sql`count(*) filter (where ${and(sql`true`, ...conditions)})`;
const summing = (column: SQL, ...conditions: (SQL | undefined)[]) =>
  sql`coalesce(sum(${column}) filter (where ${and(sql`true`, ...conditions)}), 0)`;
const aliased = (name: string) => sql.raw(`"${name}"`);
const ofRow = (name: string) => sql.raw(`rows."${name}"`);
const listed = (values: readonly Fact[]) =>
  sql.join(
    values.map(([name, value]) => sql`${value} as ${aliased(name)}`),
    sql`, `,
  );

interface Query {
  facts: Fact[];
  /** Rows are grouped by these; the rest are figures. */
  keys: Part[];
  parts: Part[];
  only?: SQL;
  sums: SQL;
  month: SQL;
  areaId: SQL;
}

/** All in one statement, so that it is of one moment. */
function together(base: FigureBase, { scope, directory }: Of, spans: readonly Span[], query: Query): SQL {
  const { timeZone } = directory.settings;
  const { is, at, undated } = FIGURE_BASES[base];
  const { keys, parts, month } = query;
  const values = [...keys, ...parts];
  const grouped = sql.raw(keys.map((_, i) => i + 1).join(', '));
  const own = and(is, oneOf(sql`${issue.areaId}`, scope.areaIds), query.only);
  const bounded = inSpans(at, spans, timeZone);
  const counted = (day: SQL, beside: SQL, where: SQL | undefined) =>
    sql`select ${listed(
      values.map((part) => [part.name, part.counted] as const),
    )} from ${beside} (select ${listed([['at', day], ...query.facts])} from ${issue} where ${where} offset 0) rows group by ${grouped}`;
  // Of each gap by itself: joined, all that was asked for would be read and most of it thrown away.
  const inGaps = counted(
    at,
    sql`gaps cross join lateral`,
    and(own, bounded, sql`${at} >= gaps.from_at and ${at} < gaps.until_at`, sql`not (${undated})`),
  );
  // What lies in no span of days only where there are no bounds.
  const others =
    bounded === undefined
      ? sql`union all ${counted(sql`null::timestamptz`, sql``, and(own, sql`(${undated})`))}`
      : sql``;
  return sql`(with ${monthsAndGaps(
    timeZone,
    spans.flatMap((span) => edgesOf(span, timeZone)),
  )}
    ${inGaps} ${others}
    union all select ${listed(values.map((part) => [part.name, part.summed] as const))}
      from months join ${query.sums} on ${month} = months.from_at
      where ${and(sql`true`, oneOf(query.areaId, scope.areaIds), inSpans(month, spans, timeZone))}
      group by ${grouped}) counted`;
}

const added = ({ name }: Part) => sql`sum(counted.${aliased(name)})`.mapWith(Number);

/** Counted of a base, by group and column, for each metric: rows of names like `0:raised:n`. */
export async function countSummed(
  tx: Tx,
  base: FigureBase,
  metrics: readonly Pick<IssueMetric, 'id' | 'figure' | 'where' | 'hit'>[],
  of: Asking,
  { columns, by }: { columns: readonly Span[]; by?: Grouping | undefined },
): Promise<Record<string, unknown>[]> {
  const { timeZone } = of.directory.settings;
  const { now } = of;
  const month = sql`${figureSum.fromAt}`;
  const areaId = sql`${figureSum.areaId}`;
  const facts = metrics.flatMap(({ id, where, hit }): Fact[] => [
    ...(where ? [[`${id}:is`, where({ now, timeZone })] as const] : []),
    ...(hit ? [[`${id}:hits`, hit({ now, timeZone })] as const] : []),
  ]);
  const parts = columns.flatMap((span, c) =>
    metrics.flatMap(({ id, figure, where, hit }): Part[] => {
      const stored = [inSpan(rowAt, span, timeZone), where && ofRow(`${id}:is`)];
      const summed = [sql`${figureSum.figure} = ${figure ?? ''}`, inSpan(month, span, timeZone)];
      const part = (what: 'n' | 'hits', ...more: SQL[]): Part => ({
        name: `${c}:${id}:${what}`,
        counted: counting(...stored, ...more),
        summed: summing(sql`${figureSum[what]}`, ...summed),
      });
      return [part('n'), ...(hit ? [part('hits', ofRow(`${id}:hits`))] : [])];
    }),
  );
  const key: Part = {
    name: 'key',
    counted: by === 'area' ? ofRow('areaId') : groupOf(by, rowAt, timeZone),
    summed: by === 'area' ? areaId : groupOf(by, month, timeZone),
  };
  const from = together(base, of, columns, {
    facts: [...facts, ['areaId', sql`${issue.areaId}`]],
    keys: [key],
    parts,
    sums: sql`${figureSum}`,
    month,
    areaId,
  });
  return tx
    .select({ key: sql`counted.key`, ...Object.fromEntries(parts.map((part) => [part.name, added(part)])) })
    .from(from)
    .groupBy(sql`1`);
}

/** First and last day of what was closed, with how many in each column: rows of names like `c0`. */
export async function spansSummed(
  tx: Tx,
  of: Of,
  columns: readonly Span[],
): Promise<(Record<string, unknown> & { from: Day; to: Day })[]> {
  const { timeZone } = of.directory.settings;
  const month = sql`${figureSpan.fromAt}`;
  const parts = columns.map((span, c) => ({
    name: `c${c}`,
    counted: counting(inSpan(rowAt, span, timeZone)),
    summed: summing(sql`${figureSpan.n}`, inSpan(month, span, timeZone)),
  }));
  const query: Query = {
    facts: [
      ['from', firstDay(timeZone)],
      ['to', lastDay(timeZone)],
    ],
    keys: [
      { name: 'first', counted: ofRow('from'), summed: sql`${figureSpan.firstDay}` },
      { name: 'last', counted: ofRow('to'), summed: sql`${figureSpan.lastDay}` },
    ],
    parts,
    only: TIMED,
    sums: sql`${figureSpan}`,
    month,
    areaId: sql`${figureSpan.areaId}`,
  };
  return tx
    .select({
      from: sql<Day>`counted.first::text`,
      to: sql<Day>`counted.last::text`,
      ...Object.fromEntries(parts.map((part) => [part.name, added(part)])),
    })
    .from(together('closed', of, columns, query))
    .groupBy(sql`1`, sql`2`);
}
