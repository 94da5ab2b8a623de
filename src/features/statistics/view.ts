/** Loads what 统计 and 明细 show, as far as the asker and the place may have it counted. */
import type { Tx } from '../../db/open.ts';
import { type Asked, type ColumnName, firstColumn } from '../../domain/statistics/asked.ts';
import { tallyOf } from '../../domain/statistics/figure.ts';
import { type DrawnAnswer, type Viewer, viewContext } from '../../views/context.ts';
import { type NamedColumn, statisticsCard } from './card.ts';
import { type DetailView, detailCard, ROWS_PER_PAGE } from './card-detail.ts';
import { loadFigures, workingDaysTaken } from './figures.ts';
import { chartOf, loadGroupRows } from './groups.ts';
import { type Asking, applies, type IssueMetric, type RowMetric } from './metric.ts';
import { METRICS, metricOf } from './metrics.ts';
import { partsOf } from './parts.ts';
import { openScope } from './scope.ts';
import { countSpans, listCounted } from './store.ts';
import { STATISTICS } from './words.ts';
import type { MetricId } from './words-metrics.ts';

export async function drawStatistics(tx: Tx, asked: Asked, viewer: Viewer): Promise<DrawnAnswer> {
  const opened = await openScope(tx, asked, viewer);
  if ('kind' in opened) return opened;
  const { asking, columns, resolved } = opened;
  const context = await viewContext(tx, viewer, {});
  const metrics = METRICS.filter((metric) => applies(metric, asking.scope));
  const left = METRICS.filter((metric) => !metrics.includes(metric)).map(({ name }) => name);
  const opens = firstColumn(asked, columns);
  const { by } = asked;
  // Grouped, the rest is not shown and need not be counted.
  const wanted = by
    ? metrics.filter(({ section, of }) => section === 'problems' && of === 'issues')
    : metrics;
  const figures = await loadFigures(tx, wanted, asking, columns);
  const groups = by && (await loadGroupRows(tx, { asked, opened, opens, by }, context));
  const picture = await chartOf(tx, { asked, opened, opens, groups });
  const parts = [
    ...partsOf(asked, resolved.whose, context),
    ...columns.filter(({ name }) => name === 'period').map(({ label }) => label),
    ...(by ? [STATISTICS.by(by)] : []),
  ];
  const view = {
    parts,
    asked,
    columns,
    opens,
    metrics,
    figures,
    apart:
      left.length === 0
        ? undefined
        : { names: left, why: asking.scope.categoryIds === null ? ('unit' as const) : ('category' as const) },
    picture,
    groups: by && groups ? { by, rows: groups.rows } : undefined,
  };
  return { kind: 'card', card: statisticsCard(view, viewer) };
}

/** @param page from 1; beyond the last it is the last */
export async function drawDetail(
  tx: Tx,
  {
    metric: id,
    asked,
    column: wanted,
    page,
  }: { metric: MetricId; asked: Asked; column: ColumnName; page: number },
  viewer: Viewer,
): Promise<DrawnAnswer> {
  const { by: _by, ...whole } = asked;
  const opened = await openScope(tx, whole, viewer);
  if ('kind' in opened) return opened;
  const { asking, columns, resolved } = opened;
  const metric = metricOf(id);
  const column = columns.find(({ name }) => name === wanted) ?? columns[0];
  if (!column) throw new Error('statistics without a column');
  const parts = partsOf(whole, resolved.whose, await viewContext(tx, viewer, {}));
  if (!applies(metric, asking.scope)) {
    const why = asking.scope.categoryIds === null ? 'unit' : 'category';
    return { kind: 'text', text: STATISTICS.notHere([metric.name], why) };
  }
  const base = { metric, asked: whole, parts, column, columns };
  const listed =
    metric.of === 'issues'
      ? await listIssues(tx, metric, { asking, column, page })
      : await listRows(tx, metric, { asking, column, page });
  const issues = 'issues' in listed.rows ? listed.rows.issues.map(({ issue }) => issue) : [];
  const context = await viewContext(tx, viewer, { issues });
  return { kind: 'card', card: detailCard({ ...base, ...listed }, context) };
}

interface Listing {
  asking: Asking;
  column: NamedColumn;
  page: number;
}

type Listed = Pick<DetailView, 'tally' | 'rows' | 'page'>;

const pageWithin = (page: number, n: number) => Math.min(page, Math.max(1, Math.ceil(n / ROWS_PER_PAGE)));

async function listIssues(tx: Tx, metric: IssueMetric, { asking, column, page }: Listing): Promise<Listed> {
  const listed = (at: number) =>
    listCounted(tx, metric, asking, column, { page: at, pageSize: ROWS_PER_PAGE });
  let [found, at] = [await listed(page), page];
  if (page > 1 && found.rows.length === 0) {
    at = pageWithin(page, found.counted.n);
    found = await listed(at);
  }
  const { calendar } = asking.directory;
  const issues = found.rows.map((row) => ({
    ...row,
    taken: row.to === null ? 0 : workingDaysTaken(row.from, row.to, calendar),
  }));
  const spread = new Map<number, number>();
  if (metric.taken)
    for (const { from, to, counts } of await countSpans(tx, asking, [column])) {
      const days = workingDaysTaken(from, to, calendar);
      if ((counts[0] ?? 0) > 0) spread.set(days, (spread.get(days) ?? 0) + (counts[0] ?? 0));
    }
  return { tally: { ...found.counted, spread, planned: 0, actual: 0 }, rows: { issues }, page: at };
}

async function listRows(tx: Tx, metric: RowMetric, { asking, column, page }: Listing): Promise<Listed> {
  const counted = (await metric.load(tx, asking)).flatMap((row) => {
    const count = metric.count(row, column);
    return count ? [{ row, count }] : [];
  });
  const sorted = counted.toSorted((a, b) => Number(a.count.hit ?? false) - Number(b.count.hit ?? false));
  const at = pageWithin(page, counted.length);
  const shown = sorted.slice((at - 1) * ROWS_PER_PAGE, at * ROWS_PER_PAGE);
  return {
    tally: tallyOf(counted.map(({ count }) => count)),
    rows: {
      rows: shown.map(({ row, count }) => ({
        title: row.title(),
        notes: [metric.say?.(row, column) ?? '', row.note()],
        hit: count.hit ?? false,
      })),
    },
    page: at,
  };
}
