/** What a reform of units changes in the master data, and which problems it touches. */
import { and, asc, count, eq, or, sql } from 'drizzle-orm';
import { bumpDirectory } from '../../db/directory-version.ts';
import { isOpen } from '../../db/issue-scope.ts';
import type { Tx } from '../../db/open.ts';
import { category, issue, person, project, projectUnit, unit } from '../../db/schema.ts';
import type { Unit } from '../../domain/model.ts';
import type { Instant } from '../../domain/time.ts';

/** Open problems the unit leads or helps with, ascending. */
export async function openIssuesOf(tx: Tx, unitId: number): Promise<number[]> {
  const helps = sql`${issue.facts} -> 'coUnits' @> ${JSON.stringify([{ unitId }])}::jsonb`;
  const rows = await tx
    .select({ id: issue.id })
    .from(issue)
    .where(and(isOpen, or(eq(issue.unitId, unitId), helps)))
    .orderBy(asc(issue.id));
  return rows.map(({ id }) => id);
}

export async function countPeople(tx: Tx, unitId: number): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(person).where(eq(person.unitId, unitId));
  return row?.n ?? 0;
}

/** People, posts in projects and kinds of problems go to the successor; of an abolished unit they are free. */
export async function reformUnit(
  tx: Tx,
  { from, to }: { from: Unit; to: Unit | null },
  now: Instant,
): Promise<void> {
  const successorId = to?.id ?? null;
  await tx.update(person).set({ unitId: successorId }).where(eq(person.unitId, from.id));
  await tx.update(category).set({ unitId: successorId }).where(eq(category.unitId, from.id));
  await tx.update(project).set({ leadUnitId: successorId }).where(eq(project.leadUnitId, from.id));
  const posts = await tx.delete(projectUnit).where(eq(projectUnit.unitId, from.id)).returning();
  if (to !== null) {
    for (const { projectId } of posts)
      await tx.insert(projectUnit).values({ projectId, unitId: to.id }).onConflictDoNothing();
    const filled = {
      headId: to.headId ?? from.headId,
      coordinatorId: to.coordinatorId ?? from.coordinatorId,
    };
    await tx.update(unit).set(filled).where(eq(unit.id, to.id));
  }
  await tx
    .update(unit)
    .set({ closed: { at: now, successorId }, headId: null, coordinatorId: null })
    .where(eq(unit.id, from.id));
  await bumpDirectory(tx);
}
