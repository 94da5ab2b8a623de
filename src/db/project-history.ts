/** What was changed about a project: one row per change, never altered. */
import { count, desc, eq } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './open.ts';
import { projectHistory as table } from './schema-plans.ts';

/** Values in words, as they were when it happened; null: there was none. */
export interface ProjectChange {
  from: string | null;
  to: string | null;
  reason?: string | undefined;
}

export interface ProjectHistoryRow extends ProjectChange {
  at: Instant;
  actorId: number | null;
  /** What was changed, as people call it: 园区. */
  what: string;
}

export async function recordProject(
  tx: Tx,
  row: ProjectHistoryRow & { projectId: number; messageId: string | null },
): Promise<void> {
  const { projectId, at, actorId, what, messageId, from, to, reason } = row;
  const detail = { from, to, ...(reason && { reason }) };
  await tx.insert(table).values({ projectId, at, actorId, what, detail, messageId });
}

/** Newest first. @param page from 1 */
export async function readProjectHistory(
  tx: Tx,
  projectId: number,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: ProjectHistoryRow[]; total: number }> {
  const rows = await tx
    .select({ at: table.at, actorId: table.actorId, what: table.what, detail: table.detail })
    .from(table)
    .where(eq(table.projectId, projectId))
    .orderBy(desc(table.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const [counted] = await tx.select({ n: count() }).from(table).where(eq(table.projectId, projectId));
  return {
    rows: rows.map(({ detail, ...row }) => ({ ...row, ...(detail as unknown as ProjectChange) })),
    total: counted?.n ?? 0,
  };
}
