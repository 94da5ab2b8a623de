/** What comes by itself once a day (晨报, 健康自报, 调度包 …): which of it has been planned. */
import { and, eq, gt, gte } from 'drizzle-orm';
import type { Day, Instant } from '../domain/time.ts';
import type { Tx } from './open.ts';
import { periodicRun as table } from './schema.ts';

export type PeriodicRunRow = typeof table.$inferSelect;

/**
 * Claims a day's run within the transaction that plans it, so that both happen or neither.
 * @returns true for one caller only; of two at once the second waits for the first to commit or fail
 */
export async function claimRun(
  tx: Tx,
  run: { kind: string; day: Day; late: boolean },
  now: Instant,
): Promise<boolean> {
  const claimed = await tx
    .insert(table)
    .values({ ...run, plannedAt: now, queued: 0 })
    .onConflictDoNothing()
    .returning({ kind: table.kind });
  return claimed.length > 0;
}

/** Notes how many messages a run has queued, for the health report. */
export async function noteQueued(tx: Tx, run: { kind: string; day: Day; queued: number }): Promise<void> {
  await tx
    .update(table)
    .set({ queued: run.queued })
    .where(and(eq(table.kind, run.kind), eq(table.day, run.day)));
}

export async function readRun(tx: Tx, kind: string, day: Day): Promise<PeriodicRunRow | undefined> {
  const [row] = await tx
    .select()
    .from(table)
    .where(and(eq(table.kind, kind), eq(table.day, day)));
  return row;
}

/** Kinds planned for this day. */
export async function plannedKinds(tx: Tx, day: Day): Promise<Set<string>> {
  const rows = await tx.select({ kind: table.kind }).from(table).where(eq(table.day, day));
  return new Set(rows.map((row) => row.kind));
}

/** Lets days be planned again that a wrong clock planned before they came. @returns those days */
export async function forgetRunsAfter(tx: Tx, day: Day, plannedAfter: Instant): Promise<Day[]> {
  const gone = await tx
    .delete(table)
    .where(and(gt(table.day, day), gte(table.plannedAt, plannedAfter)))
    .returning({ day: table.day });
  return [...new Set(gone.map((row) => row.day))];
}
