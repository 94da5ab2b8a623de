/** What answers and buttons of 统计 carry. */
import { z } from 'zod';
import { actionShape } from '../../cards/actions.ts';
import { type Asked, COLUMNS, GROUPINGS } from '../../domain/statistics/asked.ts';
import { METRIC_WORDS, type MetricId } from './words-metrics.ts';

const id = z.int().min(1).max(2_147_483_647);
const ids = z.array(id).max(200).exactOptional();
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .exactOptional();

export const asked: z.ZodType<Asked> = z.object({
  areaIds: ids,
  projectIds: ids,
  unitIds: ids,
  categoryIds: ids,
  park: z.string().max(60).exactOptional(),
  industry: z.string().max(60).exactOptional(),
  from: day,
  to: day,
  all: z.boolean().exactOptional(),
  by: z.enum(GROUPINGS).exactOptional(),
});

export const metricId = z.enum(Object.keys(METRIC_WORDS) as [MetricId, ...MetricId[]]);
export const column = z.enum(COLUMNS);
export const page = z.int().min(1).max(100_000);

/** Opens 统计 anew: grouped, or the whole of it. */
export const SHOW = actionShape('statistics-show', { asked });

/** Opens 明细; `turn`: in place of the card it stands on. */
export const OPEN_DETAIL = actionShape('statistics-detail', {
  metric: metricId,
  asked,
  column,
  page,
  turn: z.boolean(),
});

/** Opens 口径. */
export const OPEN_DEFINITIONS = actionShape('statistics-definitions', { metric: metricId.nullable() });
