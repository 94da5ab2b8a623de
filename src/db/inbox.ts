/** Which pushes were taken already: by event and, since one message may come under two events, by message. */
import { lt } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './open.ts';
import { inbox, inboxMessage } from './schema.ts';

/**
 * Claims a push within the transaction that does its work, so that both happen or neither.
 * @returns true when it is new. Of two at once, the second waits for the first to commit or fail
 */
export async function claimEvent(
  tx: Tx,
  push: { eventId: string; messageId?: string | undefined },
  now: Instant,
): Promise<boolean> {
  const event = await tx
    .insert(inbox)
    .values({ eventId: push.eventId, receivedAt: now })
    .onConflictDoNothing()
    .returning({ id: inbox.eventId });
  if (event.length === 0 || push.messageId === undefined) return event.length > 0;
  const message = await tx
    .insert(inboxMessage)
    .values({ messageId: push.messageId, receivedAt: now })
    .onConflictDoNothing()
    .returning({ id: inboxMessage.messageId });
  return message.length > 0;
}

/** Deletes what was received before `before`; keep longer than the platform's last re-push (about 7 h). */
export async function forgetEvents(tx: Tx, before: Instant): Promise<void> {
  await tx.delete(inbox).where(lt(inbox.receivedAt, before));
  await tx.delete(inboxMessage).where(lt(inboxMessage.receivedAt, before));
}
