/** What a metric is: one value with its name, its definition, what is counted and how the rows behind it are listed. */
import type { SQL } from 'drizzle-orm';
import { FIGURES, type FigureName } from '../../db/figures.ts';
import type { Tx } from '../../db/open.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Span } from '../../domain/statistics/asked.ts';
import type { Count, FigureKind } from '../../domain/statistics/figure.ts';
import type { Instant } from '../../domain/time.ts';
import type { StatScope } from './rules-scope.ts';
import type { MetricId, MetricWords } from './words-metrics.ts';

/** What is counted, as of when. */
export interface Asking {
  scope: StatScope;
  directory: Directory;
  now: Instant;
}

/** What issues are counted among, and by which clock: store.ts. */
export type BaseName = 'logged' | 'closed' | 'open' | 'appealed' | 'promised' | 'kept' | 'owed' | 'tasks';

export const SECTIONS = ['problems', 'quality', 'projects', 'others'] as const;

interface Common extends MetricWords {
  id: MetricId;
  section: (typeof SECTIONS)[number];
  kind: FigureKind;
  /** Of what it says so many. */
  measure: '件' | '个' | '%' | '个工作日' | '天';
  /** 'now': one figure, of this moment; the days asked for do not matter. */
  clock: 'period' | 'now';
  /** Whether it can be taken of some units, of some categories. */
  by: { unit: boolean; category: boolean };
}

/** As of when, and whose days. */
export type Condition = (at: { now: Instant; timeZone: string }) => SQL;

/** Counted in SQL over the issues of a base. */
export interface IssueMetric extends Common {
  of: 'issues';
  base: BaseName;
  /** Whole months of whole areas are summed under this name. */
  figure?: FigureName;
  /** Narrows the base. */
  where?: Condition;
  /** Which of them hit; of a rate. */
  hit?: Condition;
  /** The value of each is its working days from logging to being reported done. */
  taken?: true;
}

/** A row of something of which there are few: projects, links, batches. */
export interface StatRow {
  projectId: number | null;
  /** Its name on a list, and what there is to say of it; plain text, made only for the rows that are shown. */
  title: () => string;
  note: () => string;
}

/** Loaded whole, counted row by row. */
export interface RowMetric<R extends StatRow = StatRow> extends Common {
  of: 'rows';
  /** Loaded once for all metrics that share it. */
  load: (tx: Tx, asking: Asking) => Promise<R[]>;
  /** What a row adds in these days; null: it is not counted. */
  count: (row: R, span: Span) => Count | null;
  /** What is said of a row that is counted, beside its own note. */
  say?: (row: R, span: Span) => string;
}

export type Metric = IssueMetric | RowMetric;

export function issueMetric(made: Omit<IssueMetric, 'of'>): IssueMetric {
  return { of: 'issues', ...made };
}

/** Counted as the figure says. */
export function ofFigure(name: FigureName): Pick<IssueMetric, 'figure' | 'base' | 'where' | 'hit'> {
  const { base, where, hit } = FIGURES[name];
  return {
    figure: name,
    base,
    ...(where && { where: ({ timeZone }) => where(timeZone) }),
    ...(hit && { hit: ({ timeZone }) => hit(timeZone) }),
  };
}

/** Each metric hands back only the rows that its own `load` gave. */
export function rowMetric<R extends StatRow>(made: Omit<RowMetric<R>, 'of'>): RowMetric {
  return { of: 'rows', ...made } as unknown as RowMetric;
}

/** Whether it can be told of what was asked for. */
export function applies({ by }: Metric, { unitIds, categoryIds }: StatScope): boolean {
  return (unitIds === null || by.unit) && (categoryIds === null || by.category);
}
