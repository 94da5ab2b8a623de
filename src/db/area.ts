/** Areas (市 → 县/区 → 园区); one root. */
import { asc, eq } from 'drizzle-orm';
import type { Area } from '../domain/model.ts';
import { bumpDirectory } from './directory-version.ts';
import type { Tx } from './open.ts';
import { area } from './schema.ts';
import { updateNamed } from './unique-name.ts';

export function readAreas(tx: Tx): Promise<Area[]> {
  return tx.select().from(area).orderBy(asc(area.id));
}

/** @returns undefined when the parent has an area of this name */
export async function insertArea(
  tx: Tx,
  made: { name: string; parentId: number },
): Promise<Area | undefined> {
  const [row] = await tx.insert(area).values(made).onConflictDoNothing().returning();
  if (row) await bumpDirectory(tx);
  return row;
}

/** @returns undefined when the name is taken under the same parent, or there is no such area */
export async function renameArea(tx: Tx, id: number, name: string): Promise<Area | undefined> {
  const [row] = await updateNamed(tx, (inner) =>
    inner.update(area).set({ name }).where(eq(area.id, id)).returning(),
  );
  if (row) await bumpDirectory(tx);
  return row;
}
