/** Versions of plans, what each morning expects of them, and the problems that hold links up. */
import { and, asc, count, desc, eq, inArray, isNotNull, max } from 'drizzle-orm';
import type { Forecast, Plan } from '../domain/plan/model.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './open.ts';
import { only } from './row.ts';
import { project } from './schema.ts';
import { forecast as forecastTable, issueBlock, plan as table } from './schema-plans.ts';

export type NewPlan = Pick<Plan, 'projectId' | 'payload' | 'reason' | 'madeBy' | 'calendar'>;

/** A draft with the next version number; the project's row is locked, so two at once get two numbers. */
export async function insertPlan(tx: Tx, made: NewPlan, now: Instant): Promise<Plan> {
  await tx.select({ id: project.id }).from(project).where(eq(project.id, made.projectId)).for('update');
  const [last] = await tx
    .select({ version: max(table.version) })
    .from(table)
    .where(eq(table.projectId, made.projectId));
  const version = (last?.version ?? 0) + 1;
  return only(
    await tx
      .insert(table)
      .values({ ...made, version, state: 'draft', madeAt: now })
      .returning(),
  );
}

export async function loadPlan(tx: Tx, id: number): Promise<Plan | undefined> {
  const [row] = await tx.select().from(table).where(eq(table.id, id));
  return row;
}

/** Locked until the transaction ends: of two who agree at once the second sees what the first did. */
export async function loadPlanForUpdate(tx: Tx, id: number): Promise<Plan | undefined> {
  const [row] = await tx.select().from(table).where(eq(table.id, id)).for('update');
  return row;
}

/** Newest first. */
export function listPlans(tx: Tx, projectId: number): Promise<Plan[]> {
  return tx.select().from(table).where(eq(table.projectId, projectId)).orderBy(desc(table.version));
}

/** The plan both sides agreed to, by project; those without one are left out. */
export async function agreedPlans(tx: Tx, projectIds: readonly number[]): Promise<Map<number, Plan>> {
  if (projectIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(table)
    .where(and(inArray(table.projectId, [...projectIds]), eq(table.state, 'agreed')))
    .orderBy(asc(table.projectId));
  return new Map(rows.map((row) => [row.projectId, row]));
}

/** How many plans were agreed one after the other, by project; those without any are left out. */
export async function agreedTimes(tx: Tx, projectIds: readonly number[]): Promise<Map<number, number>> {
  if (projectIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: table.projectId, times: count() })
    .from(table)
    .where(and(inArray(table.projectId, [...projectIds]), isNotNull(table.agreedAt)))
    .groupBy(table.projectId);
  return new Map(rows.map(({ id, times }) => [id, times]));
}

export async function agreedPlan(tx: Tx, projectId: number): Promise<Plan | undefined> {
  return (await agreedPlans(tx, [projectId])).get(projectId);
}

export type PlanPatch = Partial<
  Pick<
    Plan,
    'state' | 'payload' | 'reason' | 'agreedBy' | 'agreedAt' | 'contactBy' | 'contactAt' | 'calendar'
  >
>;

export async function updatePlan(tx: Tx, id: number, patch: PlanPatch): Promise<void> {
  await tx.update(table).set(patch).where(eq(table.id, id));
}

export async function saveForecast(tx: Tx, forecast: Forecast): Promise<void> {
  const { projectId, madeOn, ...payload } = forecast;
  await tx
    .insert(forecastTable)
    .values({ projectId, madeOn, payload })
    .onConflictDoUpdate({ target: forecastTable.projectId, set: { madeOn, payload } });
}

export async function loadForecasts(tx: Tx, projectIds: readonly number[]): Promise<Map<number, Forecast>> {
  if (projectIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(forecastTable)
    .where(inArray(forecastTable.projectId, [...projectIds]));
  return new Map(rows.map(({ payload, ...row }) => [row.projectId, { ...row, ...payload }]));
}

export interface Block {
  issueId: number;
  linkId: number;
}

/** Says that a problem holds a link up (卡); saying it twice changes nothing. @returns false: it was said before */
export async function insertBlock(
  tx: Tx,
  block: Block & { byId: number | null },
  now: Instant,
): Promise<boolean> {
  const made = await tx
    .insert(issueBlock)
    .values({ ...block, at: now })
    .onConflictDoNothing()
    .returning({ issueId: issueBlock.issueId });
  return made.length > 0;
}

/** @returns false when there was none */
export async function deleteBlock(tx: Tx, { issueId, linkId }: Block): Promise<boolean> {
  const gone = await tx
    .delete(issueBlock)
    .where(and(eq(issueBlock.issueId, issueId), eq(issueBlock.linkId, linkId)))
    .returning({ issueId: issueBlock.issueId });
  return gone.length > 0;
}

/** What these problems hold up, and what holds these links up; problems that are over among them. */
export async function listBlocks(
  tx: Tx,
  of: { issueIds: readonly number[] } | { linkIds: readonly number[] },
): Promise<Block[]> {
  const [column, ids] =
    'issueIds' in of ? [issueBlock.issueId, of.issueIds] : [issueBlock.linkId, of.linkIds];
  if (ids.length === 0) return [];
  return tx
    .select({ issueId: issueBlock.issueId, linkId: issueBlock.linkId })
    .from(issueBlock)
    .where(inArray(column, [...ids]))
    .orderBy(asc(issueBlock.issueId), asc(issueBlock.linkId));
}
