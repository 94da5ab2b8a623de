/** What the weekly pack reads beside lists and counts: agenda, stuck issues. */
import { and, asc, gte, inArray, max, or, sql } from 'drizzle-orm';
import { issueColumns } from '../../db/issue.ts';
import { issueOfRow } from '../../db/issue-row.ts';
import { isOpen } from '../../db/issue-scope.ts';
import type { Tx } from '../../db/open.ts';
import { history, issue } from '../../db/schema.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Instant } from '../../domain/time.ts';

/** Issues on the agenda that are open or were closed since `since`, and when each was last put there. */
export async function listAgenda(
  tx: Tx,
  { areaIds, since, limit }: { areaIds: number[]; since: Instant; limit: number },
): Promise<{ issues: Issue[]; putAt: Map<number, Instant> }> {
  const closedSince = and(sql`${issue.status} = 'closed'`, gte(issue.closedAt, since));
  const rows = await tx
    .select(issueColumns)
    .from(issue)
    .where(and(sql`${issue.onAgenda}`, inArray(issue.areaId, areaIds), or(isOpen, closedSince)))
    .orderBy(asc(issue.deadlineAt), asc(issue.id))
    .limit(limit);
  const ids = rows.map((row) => row.id);
  const put =
    ids.length === 0
      ? []
      : await tx
          .select({ issueId: history.issueId, at: max(history.at) })
          .from(history)
          .where(and(inArray(history.issueId, ids), sql`${history.verb} = 'put-on-agenda'`))
          .groupBy(history.issueId);
  return {
    issues: rows.map(issueOfRow),
    putAt: new Map(put.flatMap(({ issueId, at }) => (at === null ? [] : [[issueId, at] as const]))),
  };
}

/** Open issues that are frozen, whose appeal waits for a decision, or that are 挂账. */
export async function listStuck(tx: Tx, areaIds: number[], limit: number): Promise<Issue[]> {
  const appealed = sql`jsonb_typeof(${issue.facts} -> 'appeal') = 'object'
    and ${issue.facts} -> 'appeal' ->> 'decision' is null`;
  const rows = await tx
    .select(issueColumns)
    .from(issue)
    .where(
      and(
        isOpen,
        inArray(issue.areaId, areaIds),
        or(sql`${issue.status} = 'paused'`, sql`${issue.facts} ->> 'frozen' = 'true'`, appealed),
      ),
    )
    .orderBy(asc(issue.deadlineAt), asc(issue.id))
    .limit(limit);
  return rows.map(issueOfRow);
}
