/** Projects with their member units and contacts. Names are unique per area; every change bumps the directory. */
import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import type { Project } from '../domain/model.ts';
import type { Instant } from '../domain/time.ts';
import { bumpDirectory, forgetVersion } from './directory-version.ts';
import type { Tx } from './open.ts';
import { projectContact, projectUnit, project as table } from './schema.ts';
import { updateNamed } from './unique-name.ts';

const { createdAt: _createdAt, ...columns } = getTableColumns(table);

function groupBy<Row>(rows: Row[], key: (row: Row) => number, value: (row: Row) => number) {
  const groups = new Map<number, number[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), value(row)]);
  return groups;
}

export async function readProjects(tx: Tx): Promise<Project[]> {
  const rows = await tx.select(columns).from(table).orderBy(asc(table.id));
  const units = await tx.select().from(projectUnit).orderBy(asc(projectUnit.unitId));
  const contacts = await tx.select().from(projectContact).orderBy(asc(projectContact.personId));
  const unitsOf = groupBy(
    units,
    (row) => row.projectId,
    (row) => row.unitId,
  );
  const contactsOf = groupBy(
    contacts,
    (row) => row.projectId,
    (row) => row.personId,
  );
  return rows.map((row) => ({
    ...row,
    memberUnitIds: unitsOf.get(row.id) ?? [],
    contactIds: contactsOf.get(row.id) ?? [],
  }));
}

type Columns = Omit<Project, 'id' | 'memberUnitIds' | 'contactIds'>;
export type NewProject = Pick<Columns, 'areaId' | 'name'> & Partial<Omit<Columns, 'areaId' | 'name'>>;

/** Without members and contacts. @returns undefined when the area has a project of this name */
export async function insertProject(tx: Tx, made: NewProject, now: Instant): Promise<Project | undefined> {
  const [row] = await tx
    .insert(table)
    .values({
      ...made,
      shortNames: made.shortNames ?? [],
      greenChannel: made.greenChannel ?? false,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning(columns);
  if (!row) return undefined;
  await bumpDirectory(tx);
  return { ...row, memberUnitIds: [], contactIds: [] };
}

/** @returns false when the new name is taken in its area, or there is no such project */
export async function updateProject(tx: Tx, id: number, patch: Partial<Columns>): Promise<boolean> {
  const updated = await updateNamed(tx, (inner) =>
    inner.update(table).set(patch).where(eq(table.id, id)).returning({ id: table.id }),
  );
  if (updated.length > 0) await bumpDirectory(tx);
  return updated.length > 0;
}

/** Of two who change a project at once the second waits, and sees what the first did. */
export async function lockProject(tx: Tx, id: number): Promise<void> {
  await tx.select({ id: table.id }).from(table).where(eq(table.id, id)).for('update');
  forgetVersion(tx);
}

/** Makes a unit a member of the project (成员单位), or no longer. */
export async function setProjectUnit(
  tx: Tx,
  projectId: number,
  unitId: number,
  member: boolean,
): Promise<void> {
  const row = { projectId, unitId };
  await (member
    ? tx.insert(projectUnit).values(row).onConflictDoNothing()
    : tx
        .delete(projectUnit)
        .where(and(eq(projectUnit.projectId, projectId), eq(projectUnit.unitId, unitId))));
  await bumpDirectory(tx);
}

/** Makes a person a contact of the project (企业联系人), or no longer. */
export async function setProjectContact(
  tx: Tx,
  projectId: number,
  personId: number,
  contact: boolean,
): Promise<void> {
  const row = { projectId, personId };
  await (contact
    ? tx.insert(projectContact).values(row).onConflictDoNothing()
    : tx
        .delete(projectContact)
        .where(and(eq(projectContact.projectId, projectId), eq(projectContact.personId, personId))));
  await bumpDirectory(tx);
}

/** By its full name. */
export async function findProjectByName(
  tx: Tx,
  areaId: number,
  name: string,
): Promise<{ id: number } | undefined> {
  const [row] = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.areaId, areaId), eq(table.name, name)));
  return row;
}
