/** What happened last to the issues of a unit. */
import { and, desc, eq } from 'drizzle-orm';
import { historyOf } from '../../db/history.ts';
import { isOpen } from '../../db/issue-scope.ts';
import type { Tx } from '../../db/open.ts';
import { issue } from '../../db/schema.ts';
import type { HistoryRow } from '../../domain/issue.ts';
import type { Asking } from './metric.ts';
import { inScope } from './store-scope.ts';

/** More were closed before than can still be among the last ten. */
const CLOSED = 30;

/** What the clock told people changed nothing. */
const REMINDERS = ['rung', 'look-back'] as const;

/** Newest first, of what is open and what was closed last. */
export async function recentEvents(tx: Tx, { scope }: Asking, limit: number): Promise<HistoryRow[]> {
  const open = await tx
    .select({ id: issue.id })
    .from(issue)
    .where(and(isOpen, inScope(scope)));
  const closed = await tx
    .select({ id: issue.id })
    .from(issue)
    .where(and(eq(issue.status, 'closed'), inScope(scope)))
    .orderBy(desc(issue.closedAt))
    .limit(CLOSED);
  const ids = [...open, ...closed].map(({ id }) => id);
  return ids.length === 0 ? [] : historyOf(tx, ids, limit, REMINDERS);
}
