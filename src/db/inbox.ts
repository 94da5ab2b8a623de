/** Which pushes were taken already: by event and, since one message may come under two events, by message. */
import { lt, sql } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './open.ts';
import { inbox, inboxMessage } from './schema.ts';
import { placeholdersFor, prepareStatement } from './statement.ts';

const at = placeholdersFor(['eventId', 'messageId', 'receivedAt']);
const one = { one: sql`1` };

const insertEvent = prepareStatement(one, (db) =>
  db
    .insert(inbox)
    .values({ eventId: at.eventId, receivedAt: at.receivedAt })
    .onConflictDoNothing()
    .returning(one),
);
const insertMessage = prepareStatement(one, (db) =>
  db
    .insert(inboxMessage)
    .values({ messageId: at.messageId, receivedAt: at.receivedAt })
    .onConflictDoNothing()
    .returning(one),
);

/**
 * Claims a push within the transaction that does its work, so that both happen or neither.
 * @returns true when it is new. Of two at once, the second waits for the first to commit or fail
 */
export async function claimEvent(
  tx: Tx,
  push: { eventId: string; messageId?: string | undefined },
  now: Instant,
): Promise<boolean> {
  const event = await insertEvent(tx, { eventId: push.eventId, receivedAt: now });
  if (event.length === 0 || push.messageId === undefined) return event.length > 0;
  const message = await insertMessage(tx, { messageId: push.messageId, receivedAt: now });
  return message.length > 0;
}

/** Deletes what was received before `before`; keep longer than the platform's last re-push (about 7 h). */
export async function forgetEvents(tx: Tx, before: Instant): Promise<void> {
  await tx.delete(inbox).where(lt(inbox.receivedAt, before));
  await tx.delete(inboxMessage).where(lt(inboxMessage.receivedAt, before));
}
