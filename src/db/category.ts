/** Kinds of problems (用地, 供电 …), known by name. */
import { asc, eq } from 'drizzle-orm';
import type { Category } from '../domain/model.ts';
import { bumpDirectory } from './directory-version.ts';
import type { Tx } from './open.ts';
import { only } from './row.ts';
import { category } from './schema.ts';

export function readCategories(tx: Tx): Promise<Category[]> {
  return tx.select().from(category).orderBy(asc(category.id));
}

/** Makes the category of this name, or changes it. */
export async function saveCategory(tx: Tx, made: Omit<Category, 'id'>): Promise<Category> {
  const { name: _name, ...rest } = made;
  const rows = await tx
    .insert(category)
    .values(made)
    .onConflictDoUpdate({ target: category.name, set: rest })
    .returning();
  await bumpDirectory(tx);
  return only(rows);
}

export async function findCategoryByName(tx: Tx, name: string): Promise<Category | undefined> {
  const [row] = await tx.select().from(category).where(eq(category.name, name));
  return row;
}
