import { type IssueQuery, listIssues } from '../db/issue-list.ts';
import type { Tx } from '../db/open.ts';
import { lightOf } from '../domain/lights.ts';
import type { Viewer } from './context.ts';

/** The numbers of those that are overdue longest. */
export async function overdueLongest(
  tx: Tx,
  query: IssueQuery,
  { now, directory }: Viewer,
): Promise<number[]> {
  const filter = { ...query.filter, overdue: true, sort: 'overdue' as const };
  const { issues } = await listIssues(tx, { ...query, filter, page: 1, pageSize: 20 });
  const late = issues.map((issue) => ({ id: issue.id, days: lightOf(issue, directory, now).overdueDays }));
  return late.flatMap(({ id, days }) => (days === late[0]?.days ? [id] : []));
}
