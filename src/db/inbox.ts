/** Which pushes were taken already: by event and, since one message may come under two events, by message. */
import { inArray, lt, sql } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import { writeInstant } from './column.ts';
import type { Tx } from './open.ts';
import { inbox, inboxMessage } from './schema.ts';
import { prepareStatement } from './statement.ts';

const one = { one: sql<number>`1`.as('one') };
const at = sql`${sql.placeholder('at')}::timestamptz`;

const eventInsert = (db: Tx) =>
  db
    .insert(inbox)
    .values({ eventId: sql.placeholder('eventId'), receivedAt: at, kind: sql.placeholder('kind') })
    .onConflictDoNothing()
    .returning(one);
const claimAlone = prepareStatement(one, eventInsert);
/** Both in one round trip: the message is claimed when the event was new. */
const claimBoth = prepareStatement(one, (db) => {
  const event = db.$with('event').as(eventInsert(db));
  const message = {
    messageId: sql<string>`${sql.placeholder('messageId')}`.as('message_id'),
    receivedAt: at.as('at'),
  };
  return db
    .with(event)
    .insert(inboxMessage)
    .select((query) => query.select(message).from(event))
    .onConflictDoNothing()
    .returning(one);
});

/**
 * Claims a push within the transaction that does its work, so that both happen or neither.
 * @param push.kind as in feishu/incoming.ts, kept as evidence that such pushes arrive
 * @returns true when it is new. Of two at once, the second waits for the first to commit or fail
 */
export async function claimEvent(
  tx: Tx,
  push: { eventId: string; messageId?: string | undefined; kind?: string },
  now: Instant,
): Promise<boolean> {
  const { eventId, messageId, kind = null } = push;
  const values = { eventId, kind, at: writeInstant(now) };
  const claimed = messageId === undefined ? claimAlone(tx, values) : claimBoth(tx, { ...values, messageId });
  return (await claimed).length > 0;
}

/** Which of these messages were taken already. */
export async function takenMessages(tx: Tx, messageIds: string[]): Promise<Set<string>> {
  if (messageIds.length === 0) return new Set();
  const rows = await tx
    .select({ id: inboxMessage.messageId })
    .from(inboxMessage)
    .where(inArray(inboxMessage.messageId, messageIds));
  return new Set(rows.map((row) => row.id));
}

/** Deletes what was received before `before`; keep longer than the platform's last re-push (about 7 h). */
export async function forgetEvents(tx: Tx, before: Instant): Promise<void> {
  await tx.delete(inbox).where(lt(inbox.receivedAt, before));
  await tx.delete(inboxMessage).where(lt(inboxMessage.receivedAt, before));
}
