/** Processes that send, each with its sign of life: a row that changes as long as the process can write to it. */
import { asc, eq, sql } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './open.ts';
import { leaseHolder as table } from './schema.ts';

export type LeaseHolder = typeof table.$inferSelect;

/** Enters a process under a name nobody has had before. */
export async function enterHolder(tx: Tx, holder: string, at: Instant): Promise<void> {
  await tx.insert(table).values({ holder, beats: 1, at });
}

/** Gives one more sign of life. @returns false: it was given up for dead, and what it had claimed is not its own any more */
export async function beatHolder(tx: Tx, holder: string, at: Instant): Promise<boolean> {
  const beaten = await tx
    .update(table)
    .set({ beats: sql`${table.beats} + 1`, at })
    .where(eq(table.holder, holder))
    .returning({ holder: table.holder });
  return beaten.length > 0;
}

export function listHolders(tx: Tx): Promise<LeaseHolder[]> {
  return tx.select().from(table).orderBy(asc(table.holder));
}

/** Takes a process off the list; it must hold nothing any more. */
export async function leaveHolders(tx: Tx, holder: string): Promise<void> {
  await tx.delete(table).where(eq(table.holder, holder));
}
