/** What the weekly pack reads beside lists and counts: agenda, stuck issues, last progress, flow per project. */
import { and, asc, count, desc, eq, gte, inArray, max, or, sql } from 'drizzle-orm';
import { issueColumns } from '../../db/issue.ts';
import { issueOfRow } from '../../db/issue-row.ts';
import { isOpen, isProblem } from '../../db/issue-scope.ts';
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

/** The last 进展 of each of these issues, where there is one. */
export async function lastProgress(
  tx: Tx,
  issueIds: number[],
): Promise<Map<number, { at: Instant; note: string }>> {
  if (issueIds.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([history.issueId], {
      issueId: history.issueId,
      at: history.at,
      note: sql<string | null>`${history.detail} ->> 'note'`,
    })
    .from(history)
    .where(and(inArray(history.issueId, issueIds), eq(history.verb, 'progress')))
    .orderBy(history.issueId, desc(history.id));
  return new Map(rows.map(({ issueId, at, note }) => [issueId, { at, note: note ?? '' }]));
}

/** Raised and closed since an instant, per project. */
export async function countFlow(
  tx: Tx,
  projectIds: number[],
  since: Instant,
): Promise<Map<number, { raised: number; closed: number }>> {
  const flow = new Map<number, { raised: number; closed: number }>();
  if (projectIds.length === 0) return flow;
  const add = (rows: { id: number | null; count: number }[], what: 'raised' | 'closed') => {
    for (const { id, count: n } of rows) {
      if (id !== null) flow.set(id, { ...(flow.get(id) ?? { raised: 0, closed: 0 }), [what]: n });
    }
  };
  const fields = { id: issue.projectId, count: count() };
  add(
    await tx
      .select(fields)
      .from(issue)
      .where(
        and(
          isProblem,
          inArray(issue.projectId, projectIds),
          gte(issue.loggedAt, since),
          sql`${issue.status} <> 'void'`,
        ),
      )
      .groupBy(issue.projectId),
    'raised',
  );
  add(
    await tx
      .select(fields)
      .from(issue)
      .where(
        and(
          isProblem,
          sql`${issue.status} = 'closed'`,
          gte(issue.closedAt, since),
          inArray(issue.projectId, projectIds),
        ),
      )
      .groupBy(issue.projectId),
    'closed',
  );
  return flow;
}
