/** Batches of a project with their tasks, and daily quantities. */
import { and, asc, eq, inArray, max, ne } from 'drizzle-orm';
import { issueColumns } from '../../db/issue.ts';
import { issueOfRow } from '../../db/issue-row.ts';
import type { Tx } from '../../db/open.ts';
import { lockProject } from '../../db/project.ts';
import { only } from '../../db/row.ts';
import { issue } from '../../db/schema.ts';
import { quantityDay, quantity as quantityTable, batch as table } from '../../db/schema-plans.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Day, Instant } from '../../domain/time.ts';
import type { Quantity } from './rules.ts';

export interface Batch {
  id: number;
  projectId: number;
  /** 1, 2, 3 … in the project. */
  no: number;
  name: string;
}

const columns = { id: table.id, projectId: table.projectId, no: table.no, name: table.name };

/** The batch of that name, made when there is none; the project's row is locked, so two at once make one. */
export async function takeBatch(
  tx: Tx,
  wanted: { projectId: number; name: string; madeBy: number },
  now: Instant,
): Promise<Batch & { fresh: boolean }> {
  const { projectId, name, madeBy } = wanted;
  await lockProject(tx, projectId);
  const known = (await listBatches(tx, projectId)).find((batch) => batch.name === name);
  if (known) return { ...known, fresh: false };
  const [last] = await tx
    .select({ no: max(table.no) })
    .from(table)
    .where(eq(table.projectId, projectId));
  const made = only(
    await tx
      .insert(table)
      .values({ projectId, no: (last?.no ?? 0) + 1, name, madeBy, madeAt: now })
      .returning(columns),
  );
  return { ...made, fresh: true };
}

/** By number. */
export function listBatches(tx: Tx, projectId: number): Promise<Batch[]> {
  return tx.select(columns).from(table).where(eq(table.projectId, projectId)).orderBy(asc(table.no));
}

export async function loadBatch(tx: Tx, id: number): Promise<Batch | undefined> {
  const [row] = await tx.select(columns).from(table).where(eq(table.id, id));
  return row;
}

/** Tasks of these batches but void ones, by deadline. */
export async function tasksOf(tx: Tx, batchIds: readonly number[]): Promise<Issue[]> {
  if (batchIds.length === 0) return [];
  const rows = await tx
    .select(issueColumns)
    .from(issue)
    .where(and(inArray(issue.batchId, [...batchIds]), ne(issue.status, 'void')))
    .orderBy(asc(issue.deadlineAt), asc(issue.id));
  return rows.map(issueOfRow);
}

export function listQuantities(tx: Tx, projectId: number): Promise<Quantity[]> {
  return tx
    .select()
    .from(quantityTable)
    .where(eq(quantityTable.projectId, projectId))
    .orderBy(asc(quantityTable.id));
}

/** Switches it on or off, or changes its total, measure or day; what was reported stays. */
export async function saveQuantity(tx: Tx, quantity: Omit<Quantity, 'id'>): Promise<Quantity> {
  const { measure, planned, dueOn, endedOn } = quantity;
  return only(
    await tx
      .insert(quantityTable)
      .values(quantity)
      .onConflictDoUpdate({
        target: [quantityTable.projectId, quantityTable.name],
        set: { measure, planned, dueOn, endedOn },
      })
      .returning(),
  );
}

export async function daysOf(tx: Tx, quantityId: number): Promise<Map<Day, number>> {
  const rows = await tx
    .select({ day: quantityDay.day, done: quantityDay.done })
    .from(quantityDay)
    .where(eq(quantityDay.quantityId, quantityId));
  return new Map(rows.map((row) => [row.day, row.done]));
}

/** What was done on a day; said again it is replaced. */
export async function reportDay(
  tx: Tx,
  row: { quantityId: number; day: Day; done: number; byId: number },
): Promise<void> {
  const { done, byId } = row;
  await tx
    .insert(quantityDay)
    .values(row)
    .onConflictDoUpdate({ target: [quantityDay.quantityId, quantityDay.day], set: { done, byId } });
}
