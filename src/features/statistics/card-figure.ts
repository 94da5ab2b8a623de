/** A figure in words. Pure. */
import { figureOf, type Tally } from '../../domain/statistics/figure.ts';
import type { Metric } from './metric.ts';
import { STATISTICS } from './words.ts';

/** What the rows of a metric are counted in. */
export function rowMeasure({ of }: Metric): '件' | '个' {
  return of === 'issues' ? '件' : '个';
}

/** 92.5%, 3.2 个工作日, 12 件; — of nothing. */
export function valueText(metric: Metric, tally: Tally): string {
  const value = figureOf(metric.kind, tally);
  if (value === null) return '—';
  return metric.measure === '%' ? `${value}%` : `${value} ${metric.measure}`;
}

/** What it is made of: 37/40 件; '' where the value says it. */
export function basisText(metric: Metric, tally: Tally): string {
  switch (metric.kind) {
    case 'count':
      return '';
    case 'rate':
      return STATISTICS.hitsOf(tally.hits, tally.n, rowMeasure(metric));
    case 'fulfilment':
      return tally.n === 0 ? '' : STATISTICS.invested(tally.actual, tally.planned);
    default:
      return STATISTICS.of(tally.n, rowMeasure(metric));
  }
}

/** Both, the value in bold: markdown made of figures of ours alone. */
export function figureMarkdown(metric: Metric, tally: Tally): string {
  const basis = tally.n === 0 ? '' : basisText(metric, tally);
  return `**${valueText(metric, tally)}**${basis && `（${basis}）`}`;
}
