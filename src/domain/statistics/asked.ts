/** What 统计 was asked of: whose, of which days, of each what. Plain data, as buttons and answers carry it. Pure. */
import type { Directory } from '../directory.ts';
import { rangeOf } from '../period.ts';
import { type Day, dayOf, type Instant } from '../time.ts';

export const GROUPINGS = ['unit', 'project', 'category', 'month', 'area'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Every field narrows, values of one field widen. */
export interface Asked {
  /** These areas and all below. */
  areaIds?: number[];
  projectIds?: number[];
  unitIds?: number[];
  categoryIds?: number[];
  park?: string;
  industry?: string;
  /** Both or none: the days asked for beside 今年 and 累计. */
  from?: Day;
  to?: Day;
  /** 累计 was said: what 明细 opens first. */
  all?: boolean;
  by?: Grouping;
}

/** 今年 and 累计 stand on every card, the days asked for before them. */
export const COLUMNS = ['period', 'year', 'all'] as const;
export type ColumnName = (typeof COLUMNS)[number];

/** First and last day; null: unbounded. */
export interface Span {
  from: Day | null;
  to: Day | null;
}

export interface Column extends Span {
  name: ColumnName;
}

export function columnsOf({ from, to }: Asked, now: Instant, { settings }: Directory): Column[] {
  const [first, last] = rangeOf('year', 0, dayOf(now, settings.timeZone));
  const asked = from !== undefined && to !== undefined && !(from === first && to === last);
  return [
    ...(asked ? [{ name: 'period', from, to } as const] : []),
    { name: 'year', from: first, to: last },
    { name: 'all', from: null, to: null },
  ];
}

/** The column a figure is opened in unless another is said. */
export function firstColumn(asked: Asked, columns: readonly Column[]): ColumnName {
  if (columns.some(({ name }) => name === 'period')) return 'period';
  return asked.all ? 'all' : 'year';
}

export function isWithin(day: Day | null, { from, to }: Span): boolean {
  return day !== null && (from === null || from <= day) && (to === null || day <= to);
}
