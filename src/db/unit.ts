/** Units (责任单位). Names are unique per area; every change bumps the directory. */
import { and, asc, eq } from 'drizzle-orm';
import type { Unit } from '../domain/model.ts';
import { bumpDirectory } from './directory-version.ts';
import type { Tx } from './open.ts';
import { unit } from './schema.ts';
import { updateNamed } from './unique-name.ts';

export function readUnits(tx: Tx): Promise<Unit[]> {
  return tx.select().from(unit).orderBy(asc(unit.id));
}

export type NewUnit = Pick<Unit, 'areaId' | 'name'> & Partial<Omit<Unit, 'id' | 'areaId' | 'name'>>;

/** @returns undefined when the area has a unit of this name */
export async function insertUnit(tx: Tx, made: NewUnit): Promise<Unit | undefined> {
  const [row] = await tx
    .insert(unit)
    .values({ ...made, shortNames: made.shortNames ?? [] })
    .onConflictDoNothing()
    .returning();
  if (row) await bumpDirectory(tx);
  return row;
}

/** @returns undefined when the new name is taken in its area, or there is no such unit */
export async function updateUnit(
  tx: Tx,
  id: number,
  patch: Partial<Omit<Unit, 'id'>>,
): Promise<Unit | undefined> {
  const [row] = await updateNamed(tx, (inner) =>
    inner.update(unit).set(patch).where(eq(unit.id, id)).returning(),
  );
  if (row) await bumpDirectory(tx);
  return row;
}

/** By its full name. */
export async function findUnitByName(tx: Tx, areaId: number, name: string): Promise<Unit | undefined> {
  const [row] = await tx
    .select()
    .from(unit)
    .where(and(eq(unit.areaId, areaId), eq(unit.name, name)));
  return row;
}
