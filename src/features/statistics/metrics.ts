/** Every metric there is, in the order of the card. What cannot be counted yet (走访, 会议, 议定事项) takes its place here once its noun exists. */
import type { Metric } from './metric.ts';
import { OTHER_METRICS, PROBLEM_METRICS } from './metrics-issues.ts';
import { ROW_METRICS } from './metrics-rows.ts';
import type { MetricId } from './words-metrics.ts';

export const METRICS: readonly Metric[] = [...PROBLEM_METRICS, ...ROW_METRICS, ...OTHER_METRICS];

const byId = new Map(METRICS.map((metric) => [metric.id, metric]));

/** @throws Error for a name no metric has: a mistake of ours */
export function metricOf(id: MetricId): Metric {
  const metric = byId.get(id);
  if (!metric) throw new Error(`no metric ${id}`);
  return metric;
}
