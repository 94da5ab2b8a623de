/** Loads what the metrics count: as few statements as there are bases and sources. */
import type { Tx } from '../../db/open.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { Column, Grouping } from '../../domain/statistics/asked.ts';
import { NOTHING, type Tally, tallyOf } from '../../domain/statistics/figure.ts';
import type { Asking, BaseName, IssueMetric, Metric, RowMetric, StatRow } from './metric.ts';
import { countIssues, countSpans, type GroupKey } from './store.ts';
import type { MetricId } from './words-metrics.ts';

/** One metric in each column; of 'now' there is one alone. */
export type Figures = ReadonlyMap<MetricId, readonly Tally[]>;

export async function loadFigures(
  tx: Tx,
  metrics: readonly Metric[],
  asking: Asking,
  columns: readonly Column[],
): Promise<Figures> {
  const figures = new Map<MetricId, Tally[]>();
  const issues = metrics.filter((metric) => metric.of === 'issues');
  for (const [base, own] of Map.groupBy(issues, (metric) => metric.base)) {
    const [counted] = (await countIssues(tx, base, own, asking, { columns })).values();
    for (const { id, clock } of own)
      figures.set(
        id,
        (clock === 'now' ? columns.slice(0, 1) : columns).map((_, c) => ({
          ...NOTHING,
          ...counted?.[c]?.get(id),
        })),
      );
  }
  await addSpreads(
    tx,
    issues.filter(({ taken }) => taken),
    asking,
    { columns, figures },
  );
  const loaded = new Map<unknown, StatRow[]>();
  for (const metric of metrics) {
    if (metric.of !== 'rows') continue;
    const rows = loaded.get(metric.load) ?? (await metric.load(tx, asking));
    loaded.set(metric.load, rows);
    figures.set(metric.id, tallyRows(metric, rows, columns));
  }
  return figures;
}

/** What a metric counts of rows, in each column. */
export function tallyRows(metric: RowMetric, rows: readonly StatRow[], columns: readonly Column[]): Tally[] {
  const spans = metric.clock === 'now' ? columns.slice(0, 1) : columns;
  return spans.map((span) => tallyOf(rows.flatMap((row) => metric.count(row, span) ?? [])));
}

async function addSpreads(
  tx: Tx,
  metrics: readonly IssueMetric[],
  asking: Asking,
  { columns, figures }: { columns: readonly Column[]; figures: Map<MetricId, Tally[]> },
): Promise<void> {
  if (metrics.length === 0) return;
  const spans = await countSpans(tx, asking, columns);
  const { calendar } = asking.directory;
  const spreads = columns.map((_, c) => spreadOf(spans, c, calendar));
  for (const { id } of metrics)
    figures.set(
      id,
      (figures.get(id) ?? []).map((tally, c) => ({ ...tally, spread: spreads[c] ?? new Map() })),
    );
}

function spreadOf(
  spans: readonly { from: string; to: string; counts: readonly number[] }[],
  column: number,
  calendar: Calendar,
): Map<number, number> {
  const spread = new Map<number, number>();
  for (const { from, to, counts } of spans) {
    const count = counts[column] ?? 0;
    if (count === 0) continue;
    const days = workingDaysTaken(from, to, calendar);
    spread.set(days, (spread.get(days) ?? 0) + count);
  }
  return spread;
}

/** From the day after logging until the day it was reported done. */
export function workingDaysTaken(from: string, to: string, calendar: Calendar): number {
  return Math.max(0, calendar.workingDaysBetween(from, to));
}

/** Metrics that are told of each group apart. */
export type GroupFigures = ReadonlyMap<GroupKey, Figures>;

/** Of each unit, project, category, month or area apart; what counts now has no months. */
export async function loadGroups(
  tx: Tx,
  metrics: readonly IssueMetric[],
  asking: Asking,
  { columns, by }: { columns: readonly Column[]; by: Grouping },
): Promise<GroupFigures> {
  const groups = new Map<GroupKey, Map<MetricId, Tally[]>>();
  const told = metrics.filter(({ clock }) => by !== 'month' || clock !== 'now');
  for (const [base, own] of Map.groupBy(told, (metric): BaseName => metric.base)) {
    for (const [key, counted] of await countIssues(tx, base, own, asking, { columns, by })) {
      const of = groups.get(key) ?? new Map<MetricId, Tally[]>();
      groups.set(key, of);
      for (const { id } of own)
        of.set(
          id,
          counted.map((column) => ({ ...NOTHING, ...column.get(id) })),
        );
    }
  }
  return groups;
}
