/** What the processes tell each other about sending slots. Whoever reserves holds the one row until its commit. */
import { and, asc, gt, lt, ne, sql } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './open.ts';
import { pacingGrant as grant, pacing } from './schema.ts';

/** Slots taken by one process. */
export type Grant = typeof grant.$inferSelect;

/** Far longer than the longest limit and any difference of clocks. */
const KEEP_MS = 5 * 60_000;
/** Every so many grants the old ones are cleared away. */
const CLEAR_EVERY = 64;

/**
 * Waits for the turn to reserve, which lasts until the transaction ends.
 * @param known.seen the newest grant this process knows
 * @returns the number for this process's own grant, and what others have taken since `known.seen`
 */
export async function enterPacing(
  tx: Tx,
  known: { holder: string; seen: number },
): Promise<{ version: number; news: Grant[] }> {
  const [row] = await tx
    .update(pacing)
    .set({ version: sql`${pacing.version} + 1` })
    .returning({ version: pacing.version });
  if (!row) throw new Error('database without its row of pacing');
  if (row.version === known.seen + 1) return { version: row.version, news: [] };
  const news = await tx
    .select()
    .from(grant)
    .where(and(gt(grant.version, known.seen), ne(grant.holder, known.holder)))
    .orderBy(asc(grant.version));
  return { version: row.version, news };
}

/** Lets the others know what was taken. */
export async function noteGrant(tx: Tx, taken: Grant): Promise<void> {
  await tx.insert(grant).values(taken);
  if (taken.version % CLEAR_EVERY === 0) await forgetGrants(tx, taken.at - KEEP_MS);
}

async function forgetGrants(tx: Tx, before: Instant): Promise<void> {
  await tx.delete(grant).where(lt(grant.at, before));
}
