/** The answers of 统计: drawn when they are sent, by whoever reads them. */
import { z } from 'zod';
import type { Asked, ColumnName } from '../../domain/statistics/asked.ts';
import { storedKind } from '../../kinds/kind.ts';
import { id, record } from '../../kinds/shape.ts';
import { defineAnswer } from '../../views/answer-kind.ts';
import { definitionsCard } from './card-detail.ts';
import { asked, column, metricId, page } from './kinds.ts';
import { METRICS, metricOf } from './metrics.ts';
import { drawUnit } from './unit.ts';
import { drawDetail, drawStatistics } from './view.ts';
import type { MetricId } from './words-metrics.ts';

declare module '../../domain/answer.ts' {
  interface FeatureAnswers {
    statistics: { asked: Asked };
    'statistics-detail': { metric: MetricId; asked: Asked; column: ColumnName; page: number };
    /** null: of all metrics. */
    'statistics-definitions': { metric: MetricId | null };
    'unit-card': { unitId: number };
  }
}

export const STATISTICS_ANSWER = defineAnswer(
  storedKind('statistics', record({ kind: z.literal('statistics'), asked })),
  { place: 'anywhere', draw: (tx, answer, viewer) => drawStatistics(tx, answer.asked, viewer) },
);

export const DETAIL_ANSWER = defineAnswer(
  storedKind(
    'statistics-detail',
    record({ kind: z.literal('statistics-detail'), metric: metricId, asked, column, page }),
  ),
  { place: 'anywhere', draw: (tx, answer, viewer) => drawDetail(tx, answer, viewer) },
);

export const DEFINITIONS_ANSWER = defineAnswer(
  storedKind(
    'statistics-definitions',
    record({ kind: z.literal('statistics-definitions'), metric: metricId.nullable() }),
  ),
  {
    place: 'anywhere',
    draw: async (_tx, { metric }, viewer) => ({
      kind: 'card',
      card: definitionsCard(METRICS, metric === null ? undefined : metricOf(metric), viewer),
    }),
  },
);

export const UNIT_ANSWER = defineAnswer(
  storedKind('unit-card', record({ kind: z.literal('unit-card'), unitId: id })),
  { place: 'anywhere', draw: (tx, { unitId }, viewer) => drawUnit(tx, unitId, viewer) },
);
