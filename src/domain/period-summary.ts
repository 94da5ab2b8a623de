/** What a period brought, by one rule for 日小结, 日报, 周报, 月报 and 专报. Pure; sorted in db/period-issues.ts. */
import type { Issue } from './issue.ts';

/**
 * A problem stands in the first list that fits, as things stand when it is asked: struck off in the period; reported
 * done in it and not confirmed by its end; logged in it; moved in it by somebody. Void ones stand in none.
 */
export const PERIOD_LISTS = ['closed', 'reported', 'logged', 'moved'] as const;
export type PeriodList = (typeof PERIOD_LISTS)[number];

/** The first of them, and how many there are. */
export interface SomeIssues {
  issues: Issue[];
  total: number;
}

export type PeriodSummary = Record<PeriodList, SomeIssues>;
