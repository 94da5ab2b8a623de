/** Mentions in groups that wait to leave, and whether the morning has said the same already. */
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import { TURN_CALL } from '../kinds/messages.ts';
import type { Tx } from './open.ts';
import { outbox as table } from './schema.ts';

/** A new turn makes those of an earlier one old news. */
export async function dropWaitingCalls(tx: Tx, issueId: number, now: Instant): Promise<void> {
  await tx
    .update(table)
    .set({ state: 'dropped', dueAt: null, finishedAt: now, lastError: 'newer-turn' })
    .where(
      and(
        eq(table.issueId, issueId),
        eq(table.kind, TURN_CALL.kind),
        eq(table.state, 'waiting'),
        isNull(table.leaseUntil),
      ),
    );
}

/** Whether the row of this key was drawn since, and sent: what it tells is of the time it was first tried. */
export async function wasSentSince(tx: Tx, dedupeKey: string, since: Instant): Promise<boolean> {
  const [row] = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.dedupeKey, dedupeKey), eq(table.state, 'sent'), gt(table.firstTriedAt, since)))
    .limit(1);
  return row !== undefined;
}
