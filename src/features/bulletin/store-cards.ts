/** What 红黄牌 by a rule set are given for, and what is left out of it with its reason. */
import { and, count, desc, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import { timestamp } from '../../db/column.ts';
import { COUNTS } from '../../db/in-time.ts';
import { isOpen, isProblem } from '../../db/issue-scope.ts';
import type { Tx } from '../../db/open.ts';
import { issue } from '../../db/schema.ts';
import type { Exemption } from '../../domain/bulletin.ts';
import type { Instant } from '../../domain/time.ts';
import type { PaceCount } from './rules-cards.ts';

interface Month {
  areaIds: readonly number[];
  from: Instant;
  /** Exclusive. */
  until: Instant;
}

const doneAt = sql`coalesce(${issue.doneAt}, ${issue.closedAt})`;

/** Per unit: problems due in the month until now or due before and not done when it began, and those of them done. */
export async function countPace(tx: Tx, { areaIds, from, until }: Month): Promise<PaceCount[]> {
  const isDone = sql`(${issue.status} in ('verifying', 'closed') and ${doneAt} < ${timestamp(until)})`;
  const stillToDo = sql`(${issue.deadlineAt} >= ${timestamp(from)}
    or ${issue.status} not in ('verifying', 'closed') or ${doneAt} >= ${timestamp(from)})`;
  const rows = await tx
    .select({
      unitId: issue.unitId,
      due: count(),
      done: sql`count(*) filter (where ${isDone})`.mapWith(Number),
    })
    .from(issue)
    .where(
      and(
        isProblem,
        sql`${issue.status} <> 'void'`,
        inArray(issue.areaId, [...areaIds]),
        isNotNull(issue.unitId),
        lt(issue.deadlineAt, until),
        stillToDo,
        COUNTS,
      ),
    )
    .groupBy(issue.unitId);
  return rows.flatMap(({ unitId, ...counts }) => (unitId === null ? [] : [{ unitId, ...counts }]));
}

const NAMED = 20;

/** Problems, or links, that a granted appeal or 挂账 leaves out of the month: open ones, and those struck off in it. */
export async function listExempt(
  tx: Tx,
  { areaIds, from, until }: Month,
  kind: 'problem' | 'link',
): Promise<{ some: Exemption[]; total: number }> {
  const where = and(
    eq(issue.kind, kind),
    inArray(issue.areaId, [...areaIds]),
    sql`(${isOpen} or ${issue.status} = 'closed' and ${issue.closedAt} >= ${timestamp(from)}
      and ${issue.closedAt} < ${timestamp(until)})`,
    sql`not ${COUNTS}`,
  );
  const [all] = await tx.select({ total: count() }).from(issue).where(where);
  const rows = await tx
    .select({
      id: issue.id,
      granted: sql<boolean>`${issue.facts} -> 'appeal' ->> 'decision' is not distinct from 'exempt'`,
      appeal: sql<string | null>`${issue.facts} -> 'appeal' ->> 'reason'`,
      pause: sql<string | null>`${issue.facts} -> 'pauses' -> -1 ->> 'reason'`,
    })
    .from(issue)
    .where(where)
    .orderBy(desc(issue.id))
    .limit(NAMED);
  return {
    some: rows.map(({ id, granted, appeal, pause }) => ({
      issueId: id,
      why: granted ? 'appeal' : 'paused',
      reason: (granted ? appeal : pause) ?? '',
    })),
    total: all?.total ?? 0,
  };
}
