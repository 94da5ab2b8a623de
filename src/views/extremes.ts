/** Which problem took longest, or was done soonest; those that are level are told together. */
import { loadIssue } from '../db/issue.ts';
import type { IssueQuery } from '../db/issue-list.ts';
import { type TakenSpan, takenSpans } from '../db/issue-outcomes.ts';
import type { Tx } from '../db/open.ts';
import type { Calendar } from '../domain/calendar.ts';
import { shortUnitName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';

/** So many that are level are named. */
const MOST_LEVEL = 3;

/** Those struck off that took fewest or most working days, each with its unit. undefined: none was struck off */
export async function extremesOf(
  tx: Tx,
  query: IssueQuery,
  kind: 'fastest' | 'slowest',
  ctx: ViewContext,
): Promise<
  { found: { issueId: number; unit: string | undefined }[]; days: number; count: number } | undefined
> {
  const { issueIds, days } = furthest(await takenSpans(tx, query), kind, ctx.directory.calendar);
  const found: { issueId: number; unit: string | undefined }[] = [];
  for (const issueId of issueIds.slice(0, MOST_LEVEL)) {
    const unitId = (await loadIssue(tx, issueId))?.unitId ?? null;
    found.push({ issueId, unit: unitId === null ? undefined : shortUnitName(ctx, unitId) });
  }
  return found.length === 0 ? undefined : { found, days, count: issueIds.length };
}

/** All that took as many working days as the one that took fewest, or most. */
export function furthest(
  spans: readonly TakenSpan[],
  kind: 'fastest' | 'slowest',
  calendar: Calendar,
): { issueIds: number[]; days: number } {
  const taken = spans.map(({ issueId, from, to }) => ({
    issueId,
    days: Math.max(0, calendar.workingDaysBetween(from, to)),
  }));
  const of = kind === 'fastest' ? Math.min : Math.max;
  const days = taken.reduce((end, one) => of(end, one.days), taken[0]?.days ?? 0);
  return { issueIds: taken.filter((one) => one.days === days).map(({ issueId }) => issueId), days };
}
