/** Templates of links. The shipped one stands in the program; a row is a deployment's own, or its changes to that one. */
import { and, asc, count, eq, ne } from 'drizzle-orm';
import type { Directory } from '../domain/directory.ts';
import type { Project } from '../domain/model.ts';
import { copyLinks } from '../domain/plan/copy-template.ts';
import { DEFAULT_TEMPLATE, DEFAULT_TEMPLATE_NAME } from '../domain/plan/default-template.ts';
import type { LinkTemplate } from '../domain/plan/model.ts';
import type { Instant } from '../domain/time.ts';
import { bumpDirectory } from './directory-version.ts';
import { takeTemplate } from './link.ts';
import type { Tx } from './open.ts';
import { projectPlanBasis, linkTemplate as table } from './schema-plans.ts';

export interface StoredTemplate {
  template: LinkTemplate;
  chosen: boolean;
  /** null: as it was shipped. */
  changedAt: Instant | null;
}

const SHIPPED: StoredTemplate = { template: DEFAULT_TEMPLATE, chosen: false, changedAt: null };

/** All there are, the shipped one first; exactly one is chosen. */
export async function listTemplates(tx: Tx): Promise<StoredTemplate[]> {
  const rows = await tx.select().from(table).orderBy(asc(table.id));
  const stored = rows.map(storedOf);
  const own = stored.find(({ template }) => template.name === DEFAULT_TEMPLATE_NAME);
  const chosen = stored.some((one) => one.chosen);
  const first = own ?? SHIPPED;
  return [{ ...first, chosen: first.chosen || !chosen }, ...stored.filter((one) => one !== own)];
}

/** What a project planned now takes. */
export async function chosenTemplate(tx: Tx): Promise<LinkTemplate> {
  return (await chosenStored(tx)).template;
}

export async function chosenStored(tx: Tx): Promise<StoredTemplate> {
  const [row] = await tx.select().from(table).where(eq(table.chosen, true));
  if (row) return storedOf(row);
  return { ...((await findTemplate(tx, DEFAULT_TEMPLATE_NAME)) ?? SHIPPED), chosen: true };
}

/** undefined: none bears the name. */
export async function findTemplate(tx: Tx, name: string): Promise<StoredTemplate | undefined> {
  const [row] = await tx.select().from(table).where(eq(table.name, name));
  if (row) return storedOf(row);
  return name === DEFAULT_TEMPLATE_NAME ? SHIPPED : undefined;
}

/** Of two who change templates at once the second waits here, and reads what the first wrote. */
export async function lockTemplates(tx: Tx): Promise<void> {
  await bumpDirectory(tx);
}

/** Writes a template under its name, made when there is none. Whether it is chosen stays. */
export async function saveTemplate(
  tx: Tx,
  template: LinkTemplate,
  by: { personId: number; at: Instant },
): Promise<void> {
  const { name } = template;
  const changed = { payload: template, changedBy: by.personId, changedAt: by.at };
  await tx
    .insert(table)
    .values({ name, ...changed })
    .onConflictDoUpdate({ target: table.name, set: changed });
}

/** From now on projects take this one. @param template written first where the program alone has it */
export async function chooseTemplate(
  tx: Tx,
  template: LinkTemplate,
  by: { personId: number; at: Instant },
): Promise<void> {
  const { name } = template;
  await lockTemplates(tx);
  await tx
    .update(table)
    .set({ chosen: false })
    .where(and(eq(table.chosen, true), ne(table.name, name)));
  await tx
    .insert(table)
    .values({ name, payload: template, chosen: true, changedBy: by.personId, changedAt: by.at })
    .onConflictDoUpdate({ target: table.name, set: { chosen: true } });
}

/** Projects that have a copy of their own; changes of a template do not reach them. */
export async function countTaken(tx: Tx): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(projectPlanBasis);
  return row?.n ?? 0;
}

function storedOf({ payload, chosen, changedAt }: typeof table.$inferSelect): StoredTemplate {
  return { template: payload, chosen, changedAt };
}

/**
 * Gives a project its own copy of the chosen template, with its units found.
 * @param by.reason why a link does not concern it unless somebody says otherwise, in words
 * @returns the template's name; undefined when the project has its links already, and nothing is written then
 */
export async function takeChosenTemplate(
  tx: Tx,
  project: Pick<Project, 'id' | 'areaId'>,
  { byId, reason }: { byId: number | null; reason: (question: string) => string },
  { now, directory }: { now: Instant; directory: Directory },
): Promise<string | undefined> {
  const template = await chosenTemplate(tx);
  const { links: _links, ...basis } = template;
  const links = copyLinks(template, project.areaId, directory, { id: byId ?? 0, at: now, reason });
  const taken = { projectId: project.id, name: template.name, basis, links, byId };
  return (await takeTemplate(tx, taken, now)) ? template.name : undefined;
}
