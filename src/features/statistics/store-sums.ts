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

/** One figure: its name in the result, how issues are counted for it, and how sums are added. */
interface Part {
  name: string;
  counted: SQL;
  summed: SQL;
}

const counting = (...conditions: (SQL | undefined)[]) =>
  sql`count(*) filter (where ${and(sql`true`, ...conditions)})`;
const summing = (column: SQL, ...conditions: (SQL | undefined)[]) =>
  sql`coalesce(sum(${column}) filter (where ${and(sql`true`, ...conditions)}), 0)`;
const aliased = (name: string) => sql.raw(`"${name}"`);
const listed = (values: readonly (readonly [name: string, value: SQL])[]) =>
  sql.join(
    values.map(([name, value]) => sql`${value} as ${aliased(name)}`),
    sql`, `,
  );

/** All in one statement, so that it is of one moment. `keys` are counted and summed alike, one row for each. */
function together(
  base: FigureBase,
  { scope, directory }: Of,
  spans: readonly Span[],
  query: { keys: Part[]; parts: Part[]; only?: SQL; sums: SQL; month: SQL; areaId: SQL },
): SQL {
  const { timeZone } = directory.settings;
  const { is, at } = FIGURE_BASES[base];
  const { keys, parts, only, sums, month } = query;
  const grouped = sql.raw(keys.map((_, i) => i + 1).join(', '));
  const counted = listed([...keys, ...parts].map((part) => [part.name, part.counted]));
  const summed = listed([...keys, ...parts].map((part) => [part.name, part.summed]));
  const own = and(is, oneOf(sql`${issue.areaId}`, scope.areaIds), only);
  const bounded = inSpans(at, spans, timeZone);
  // Struck off on no known day: in no month, and only in what has no bounds.
  const undated = sql`union all select ${counted} from ${issue} where ${and(own, sql`${at} is null`)} group by ${grouped}`;
  return sql`(with ${monthsAndGaps(
    timeZone,
    spans.flatMap((span) => edgesOf(span, timeZone)),
  )}
    select ${counted} from gaps join ${issue} on ${at} >= gaps.from_at and ${at} < gaps.until_at
      where ${and(own, bounded)} group by ${grouped}
    ${base === 'closed' && bounded === undefined ? undated : sql``}
    union all select ${summed} from months join ${sums} on ${month} = months.from_at
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
  const { at } = FIGURE_BASES[base];
  const month = sql`${figureSum.fromAt}`;
  const parts = columns.flatMap((span, c) =>
    metrics.flatMap(({ id, figure, where, hit }): Part[] => {
      const stored = [inSpan(at, span, timeZone), where?.({ now, timeZone })];
      const summed = [sql`${figureSum.figure} = ${figure ?? ''}`, inSpan(month, span, timeZone)];
      const hits = hit && {
        name: `${c}:${id}:hits`,
        counted: counting(...stored, hit({ now, timeZone })),
        summed: summing(sql`${figureSum.hits}`, ...summed),
      };
      const n = {
        name: `${c}:${id}:n`,
        counted: counting(...stored),
        summed: summing(sql`${figureSum.n}`, ...summed),
      };
      return hits ? [n, hits] : [n];
    }),
  );
  const key = {
    name: 'key',
    counted: groupOf(by, at, timeZone),
    summed: by === 'area' ? sql`${figureSum.areaId}` : groupOf(by, month, timeZone),
  };
  const areaId = sql`${figureSum.areaId}`;
  const from = together(base, of, columns, { keys: [key], parts, sums: sql`${figureSum}`, month, areaId });
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
  const { at } = FIGURE_BASES.closed;
  const month = sql`${figureSpan.fromAt}`;
  const parts = columns.map((span, c) => ({
    name: `c${c}`,
    counted: counting(inSpan(at, span, timeZone)),
    summed: summing(sql`${figureSpan.n}`, inSpan(month, span, timeZone)),
  }));
  const keys = [
    { name: 'first', counted: firstDay(timeZone), summed: sql`${figureSpan.firstDay}` },
    { name: 'last', counted: lastDay(timeZone), summed: sql`${figureSpan.lastDay}` },
  ];
  const areaId = sql`${figureSpan.areaId}`;
  const query = { keys, parts, only: TIMED, sums: sql`${figureSpan}`, month, areaId };
  return tx
    .select({
      from: sql<Day>`counted.first::text`,
      to: sql<Day>`counted.last::text`,
      ...Object.fromEntries(parts.map((part) => [part.name, added(part)])),
    })
    .from(together('closed', of, columns, query))
    .groupBy(sql`1`, sql`2`);
}
