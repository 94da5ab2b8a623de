/** 红黑榜 of a month per area: one row each, locked while somebody decides. */
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../db/open.ts';
import { outbox, bulletin as table } from '../../db/schema.ts';
import type { Bulletin, BulletinPayload } from '../../domain/bulletin.ts';
import type { Day, Instant } from '../../domain/time.ts';

/** @returns undefined when the month has one already */
export async function insertBulletin(
  tx: Tx,
  made: { areaId: number; month: Day; payload: BulletinPayload },
  now: Instant,
): Promise<Bulletin | undefined> {
  const [row] = await tx
    .insert(table)
    .values({ ...made, state: 'draft', createdAt: now })
    .onConflictDoNothing()
    .returning();
  return row;
}

export async function loadBulletin(tx: Tx, id: number): Promise<Bulletin | undefined> {
  const [row] = await tx.select().from(table).where(eq(table.id, id));
  return row;
}

/** Locked until the transaction ends: of two who approve at once the second sees what the first did. */
export async function loadBulletinForUpdate(tx: Tx, id: number): Promise<Bulletin | undefined> {
  const [row] = await tx.select().from(table).where(eq(table.id, id)).for('update');
  return row;
}

export async function saveBulletin(
  tx: Tx,
  id: number,
  patch: Partial<Pick<Bulletin, 'payload' | 'state' | 'decidedBy' | 'decidedAt' | 'chatId'>>,
): Promise<void> {
  await tx.update(table).set(patch).where(eq(table.id, id));
}

/** The newest of these areas, or that of a month; the area given first wins among those of one month. */
export async function findBulletin(
  tx: Tx,
  areaIds: readonly number[],
  month?: Day,
): Promise<Bulletin | undefined> {
  if (areaIds.length === 0) return undefined;
  const rows = await tx
    .select()
    .from(table)
    .where(and(inArray(table.areaId, [...areaIds]), month === undefined ? undefined : eq(table.month, month)))
    .orderBy(desc(table.month))
    .limit(areaIds.length);
  const newest = rows.filter((row) => row.month === rows[0]?.month);
  return newest.sort((a, b) => areaIds.indexOf(a.areaId) - areaIds.indexOf(b.areaId))[0];
}

/** Sent cards that show this bulletin's draft: where, and under which message. */
export function bulletinCards(
  tx: Tx,
  bulletinId: number,
): Promise<{ messageId: string | null; target: string; payload: Record<string, unknown> }[]> {
  return tx
    .select({ messageId: outbox.messageId, target: outbox.target, payload: outbox.payload })
    .from(outbox)
    .where(
      and(
        sql`${outbox.kind} = 'bulletin'`,
        sql`${outbox.payload} ->> 'bulletinId' = ${String(bulletinId)}`,
        eq(outbox.state, 'sent'),
      ),
    );
}
