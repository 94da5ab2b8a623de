/** 日小结: what a day brought, and what is due next. */
import type { PeriodSummary, SomeIssues } from '../../domain/period-summary.ts';

/** Every problem stands in the first list that fits, in the order given here. */
export interface DaySummary extends PeriodSummary {
  /** Due up to and including the next working day, or overdue, and untouched today. */
  next: SomeIssues;
}

/** People did nothing and nothing is due: an empty summary is not sent. */
export function isQuiet(summary: DaySummary): boolean {
  return Object.values(summary).every(({ total }) => total === 0);
}
