/** The tables of summed figures (统计); the rest stands in schema.ts. */
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { day, instant } from './column.ts';

/** Primary key: from_at. */
export const figureMonth = pgTable('figure_month', {
  fromAt: instant('from_at').notNull(),
  untilAt: instant('until_at').notNull(),
  formula: text('formula').notNull(),
  summedAt: instant('summed_at').notNull(),
});

/** Primary key: month, area and figure. */
export const figureSum = pgTable('figure_sum', {
  fromAt: instant('from_at').notNull(),
  areaId: integer('area_id').notNull(),
  figure: text('figure').notNull(),
  n: integer('n').notNull(),
  hits: integer('hits').notNull(),
});

/** Primary key: month, area and both days. */
export const figureSpan = pgTable('figure_span', {
  fromAt: instant('from_at').notNull(),
  areaId: integer('area_id').notNull(),
  firstDay: day('first_day').notNull(),
  lastDay: day('last_day').notNull(),
  n: integer('n').notNull(),
});

export const figureChange = pgTable('figure_change', {
  at: instant('at').notNull(),
});
