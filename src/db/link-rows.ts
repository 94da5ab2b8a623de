/** Links of many projects, in one query; their whole definitions are not needed. */
import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { LinkRow } from '../domain/plan/link-row.ts';
import { COUNTS } from './in-time.ts';
import type { Tx } from './open.ts';
import { issue } from './schema.ts';
import { projectLink as link } from './schema-plans.ts';

export async function listLinkRows(tx: Tx, projectIds: readonly number[]): Promise<LinkRow[]> {
  if (projectIds.length === 0) return [];
  const rows = await tx
    .select({
      projectId: link.projectId,
      code: link.code,
      no: link.no,
      name: sql<string>`${link.definition} ->> 'name'`,
      ownUnitId: link.unitId,
      unconcerned: sql<boolean>`${link.unconcerned} is not null`,
      startedOn: link.startedOn,
      claimedOn: link.claimedOn,
      finishedOn: link.finishedOn,
      issueId: link.issueId,
      itemId: issue.id,
      itemUnitId: issue.unitId,
      status: issue.status,
      deadlineDay: issue.deadlineDay,
      yellowAt: issue.yellowAt,
      signedAt: issue.signedAt,
      doneAt: issue.doneAt,
      closedAt: issue.closedAt,
      excused: sql<boolean | null>`case when ${issue.id} is null then false else not ${COUNTS} end`,
    })
    .from(link)
    .leftJoin(issue, and(eq(issue.id, link.issueId), ne(issue.status, 'void')))
    .where(inArray(link.projectId, [...projectIds]))
    .orderBy(asc(link.projectId), asc(link.no));
  return rows.map(({ itemId, itemUnitId, ownUnitId, issueId, status, deadlineDay, ...row }): LinkRow => {
    const { yellowAt, signedAt, doneAt, closedAt, excused, ...stored } = row;
    const item =
      itemId === null || status === null || deadlineDay === null
        ? null
        : {
            id: itemId,
            status,
            deadlineDay,
            yellowAt,
            signedAt,
            doneAt,
            closedAt,
            excused: excused === true,
          };
    // A start that was taken back with its item is none.
    const startedOn = issueId !== null && item === null ? null : stored.startedOn;
    return { ...stored, startedOn, unitId: itemUnitId ?? ownUnitId, item };
  });
}
