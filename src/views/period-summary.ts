/** The one place that sorts what a day, week or month brought: 日小结 at 17:00 and every report are told by it. */
import { loadIssues } from '../db/issue.ts';
import type { Tx } from '../db/open.ts';
import { type Stretch, sortPeriod } from '../db/period-issues.ts';
import type { IssueScope } from '../domain/access.ts';
import { PERIOD_LISTS, type PeriodSummary } from '../domain/period-summary.ts';
import { VERBS } from '../verbs/verbs.ts';

/** Remarks that move nothing, and steps taken back. */
export const SILENT_VERBS: readonly string[] = [
  'undo',
  ...VERBS.filter((one) => one.remark === true).map((one) => one.verb),
];

/** @param limit most problems loaded of each list; all are counted */
export async function loadPeriodSummary(
  tx: Tx,
  of: Stretch & { scope: IssueScope },
  limit: number,
): Promise<PeriodSummary> {
  const sorted = await sortPeriod(tx, { ...of, silent: SILENT_VERBS });
  const shown = PERIOD_LISTS.flatMap((list) => sorted[list].slice(0, limit));
  const byId = new Map((await loadIssues(tx, shown)).map((issue) => [issue.id, issue]));
  const lists = PERIOD_LISTS.map((list) => [
    list,
    { issues: sorted[list].slice(0, limit).flatMap((id) => byId.get(id) ?? []), total: sorted[list].length },
  ]);
  return Object.fromEntries(lists) as PeriodSummary;
}
