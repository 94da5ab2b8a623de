/** What a process that died has left claimed, given up at once where nobody else can hold it. */
import { and, gt, isNotNull, isNull } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './open.ts';
import { issueCard, lease, outbox } from './schema.ts';

/** A call that left before the crash is over on the platform after this. */
const CALL_MS = 12_000;

/**
 * Gives up every lease there is. Only for a database of one process, before it begins. A message goes out again under
 * its uuid, which the platform knows; a change of a card that stands waits until one that is under way cannot come
 * after it.
 */
export async function releaseAll(tx: Tx, now: Instant): Promise<void> {
  const soon = now + CALL_MS;
  await tx.update(outbox).set({ leaseUntil: null }).where(isNotNull(outbox.leaseUntil));
  await tx
    .update(issueCard)
    .set({ leaseUntil: null })
    .where(and(isNotNull(issueCard.leaseUntil), isNull(issueCard.messageId)));
  await tx.update(issueCard).set({ leaseUntil: soon }).where(gt(issueCard.leaseUntil, soon));
  await tx.update(lease).set({ holder: null, until: null }).where(isNotNull(lease.until));
}
