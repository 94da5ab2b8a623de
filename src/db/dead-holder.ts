/** What a process that died has left claimed, given up at once where nobody else can hold it. */
import { and, eq, gt, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import { timestamp } from './column.ts';
import type { LeaseHolder } from './lease-holder.ts';
import type { Tx } from './open.ts';
import { issueCard, lease, leaseHolder, outbox } from './schema.ts';
import { UNHELD } from './tries.ts';

/** A call that left before the crash is over on the platform after this. */
const CALL_MS = 12_000;

/**
 * Gives up every lease there is. Only for a database of one process, before it begins. A message goes out again under
 * its uuid, which the platform knows; a change of a card that stands waits until one that is under way cannot come
 * after it.
 */
export async function releaseAll(tx: Tx, now: Instant): Promise<void> {
  const soon = now + CALL_MS;
  await tx.update(outbox).set(UNHELD).where(isNotNull(outbox.leaseUntil));
  await tx
    .update(issueCard)
    .set(UNHELD)
    .where(and(isNotNull(issueCard.leaseUntil), isNull(issueCard.messageId)));
  await tx.update(issueCard).set({ leaseUntil: soon }).where(gt(issueCard.leaseUntil, soon));
  await tx.update(lease).set({ holder: null, until: null }).where(isNotNull(lease.until));
}

/** As long before as a lease lasts: so a try of the dead is older than any clock of the others is behind. */
const TRIED_BEFORE_MS = 90_000;
/** The silence has covered the rest of {@link CALL_MS}. */
const REST_MS = 3_000;

/**
 * Gives up what one process has claimed, and takes it off the list, unless it has shown life since `seen` was read.
 * @param seen.lastsMs so long after its last sign of life it may have claimed
 * @returns how many cards and messages are free again; undefined: it lives
 */
export async function releaseHolder(
  tx: Tx,
  seen: LeaseHolder & { lastsMs: number; leaseMs: number },
  now: Instant,
): Promise<number | undefined> {
  const gone = await tx
    .delete(leaseHolder)
    .where(and(eq(leaseHolder.holder, seen.holder), eq(leaseHolder.beats, seen.beats)))
    .returning({ holder: leaseHolder.holder });
  if (gone.length === 0) return undefined;
  // What a process of a version without names has claimed under an old name of a row has a later end.
  const lastEnd = seen.at + seen.lastsMs + seen.leaseMs;
  const messages = await tx
    .update(outbox)
    .set({ ...UNHELD, firstTriedAt: triedBefore(outbox.firstTriedAt, now) })
    .where(and(isNotNull(outbox.dueAt), eq(outbox.leaseHolder, seen.holder), lte(outbox.leaseUntil, lastEnd)))
    .returning({ id: outbox.id });
  const cards = await tx
    .update(issueCard)
    .set({
      leaseHolder: null,
      leaseUntil: sql`case when ${issueCard.messageId} is not null
        then least(${issueCard.leaseUntil}, ${timestamp(now + REST_MS)}) end`,
      firstTriedAt: triedBefore(issueCard.firstTriedAt, now),
    })
    .where(
      and(
        isNotNull(issueCard.dueAt),
        eq(issueCard.leaseHolder, seen.holder),
        lte(issueCard.leaseUntil, lastEnd),
      ),
    )
    .returning({ id: issueCard.id });
  return messages.length + cards.length;
}

function triedBefore(column: typeof outbox.firstTriedAt | typeof issueCard.firstTriedAt, now: Instant) {
  return sql`least(${column}, ${timestamp(now - TRIED_BEFORE_MS)})`;
}
