/** Messages in chats that show a version of a plan. */
import { asc, eq } from 'drizzle-orm';
import type { Tx } from './open.ts';
import { planCard as table } from './schema-plans.ts';

/** A message shows this version from now on. */
export async function savePlanCard(tx: Tx, messageId: string, planId: number): Promise<void> {
  await tx
    .insert(table)
    .values({ messageId, planId })
    .onConflictDoUpdate({ target: table.messageId, set: { planId } });
}

export async function cardsOfPlan(tx: Tx, planId: number): Promise<string[]> {
  const rows = await tx
    .select({ messageId: table.messageId })
    .from(table)
    .where(eq(table.planId, planId))
    .orderBy(asc(table.messageId));
  return rows.map((row) => row.messageId);
}

/** One that is gone or too old to be changed. */
export async function forgetPlanCard(tx: Tx, messageId: string): Promise<void> {
  await tx.delete(table).where(eq(table.messageId, messageId));
}
