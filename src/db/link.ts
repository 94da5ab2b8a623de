/** The links of projects, with the items that are their clocks. */
import { and, asc, eq, getTableColumns, inArray, ne } from 'drizzle-orm';
import type { Issue } from '../domain/issue.ts';
import type { CopiedLink } from '../domain/plan/copy-template.ts';
import { linkOf } from '../domain/plan/link-state.ts';
import type { ProjectLink, StoredLink } from '../domain/plan/model.ts';
import type { PlanBasis } from '../domain/plan/network.ts';
import type { Instant } from '../domain/time.ts';
import { loadIssue, loadIssues } from './issue.ts';
import type { Tx } from './open.ts';
import { issue } from './schema.ts';
import { projectPlanBasis as basisTable, projectLink as table } from './schema-plans.ts';

const { code: _code, no: _no, ...columns } = getTableColumns(table);

/** By number; empty when the project has no template yet. */
export async function loadLinks(tx: Tx, projectId: number, timeZone: string): Promise<ProjectLink[]> {
  return (await loadLinksOf(tx, [projectId], timeZone)).get(projectId) ?? [];
}

/** The same of many projects; those without links are left out. */
export async function loadLinksOf(
  tx: Tx,
  projectIds: readonly number[],
  timeZone: string,
): Promise<Map<number, ProjectLink[]>> {
  if (projectIds.length === 0) return new Map();
  const rows = await tx
    .select(columns)
    .from(table)
    .where(inArray(table.projectId, [...projectIds]))
    .orderBy(asc(table.projectId), asc(table.no));
  return Map.groupBy(await withItems(tx, rows, timeZone), (link) => link.projectId);
}

/** By their own numbers; those there are not are left out. */
export async function loadLinksById(
  tx: Tx,
  ids: readonly number[],
  timeZone: string,
): Promise<ProjectLink[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select(columns)
    .from(table)
    .where(inArray(table.id, [...ids]))
    .orderBy(asc(table.id));
  return withItems(tx, rows, timeZone);
}

/** Stored links with their items and the promises that were kept, in the order given. */
async function withItems(tx: Tx, rows: readonly StoredLink[], timeZone: string): Promise<ProjectLink[]> {
  const items = await loadIssues(
    tx,
    rows.flatMap((row) => row.issueId ?? []),
  );
  const byId = new Map(items.map((item) => [item.id, item]));
  return (await withPromisesKept(tx, rows)).map((row) =>
    linkOf(row, byId.get(row.issueId ?? 0) ?? null, timeZone),
  );
}

/** A 容缺 promise that is struck off ticks its material. */
async function withPromisesKept<R extends { id: number; ticked: string[] }>(
  tx: Tx,
  rows: readonly R[],
): Promise<R[]> {
  if (rows.length === 0) return [];
  const kept = await tx
    .select({ linkId: issue.linkId, material: issue.text })
    .from(issue)
    .where(
      and(
        inArray(
          issue.linkId,
          rows.map((row) => row.id),
        ),
        eq(issue.kind, 'deferral'),
        eq(issue.status, 'closed'),
      ),
    );
  if (kept.length === 0) return [...rows];
  return rows.map((row) => {
    const promised = kept.flatMap(({ linkId, material }) => (linkId === row.id ? [material] : []));
    return promised.length === 0 ? row : { ...row, ticked: [...new Set([...row.ticked, ...promised])] };
  });
}

/** 容缺 promises of these links that still stand or were kept, oldest first; void ones are none. */
export async function listDeferrals(tx: Tx, linkIds: readonly number[]): Promise<Issue[]> {
  if (linkIds.length === 0) return [];
  const rows = await tx
    .select({ id: issue.id })
    .from(issue)
    .where(and(inArray(issue.linkId, [...linkIds]), eq(issue.kind, 'deferral'), ne(issue.status, 'void')))
    .orderBy(asc(issue.id));
  return loadIssues(
    tx,
    rows.map((row) => row.id),
  );
}

/** Loads and locks a link until the transaction ends: of two who press 完成 at once the second sees what the first did. */
export async function loadLinkForUpdate(
  tx: Tx,
  id: number,
  timeZone: string,
): Promise<ProjectLink | undefined> {
  const rows = await tx.select(columns).from(table).where(eq(table.id, id)).for('update');
  const [link] = await withItems(tx, rows, timeZone);
  return link;
}

export type LinkPatch = Partial<Omit<StoredLink, 'id' | 'projectId'>>;

export async function updateLink(tx: Tx, id: number, patch: LinkPatch): Promise<void> {
  const numbered = patch.definition
    ? { ...patch, code: patch.definition.code, no: patch.definition.no }
    : patch;
  await tx.update(table).set(numbered).where(eq(table.id, id));
}

/**
 * Gives a project its own copy of a template.
 * @returns false when it has one already (two people at once): nothing is written then
 */
export async function takeTemplate(
  tx: Tx,
  taken: {
    projectId: number;
    name: string;
    basis: PlanBasis;
    links: readonly CopiedLink[];
    byId: number | null;
  },
  now: Instant,
): Promise<boolean> {
  const { projectId, name, basis, links, byId } = taken;
  const [made] = await tx
    .insert(basisTable)
    .values({ projectId, template: basis, templateName: name, takenAt: now, takenBy: byId })
    .onConflictDoNothing()
    .returning({ projectId: basisTable.projectId });
  if (!made) return false;
  if (links.length > 0)
    await tx.insert(table).values(
      links.map(({ definition, ...link }) => ({
        projectId,
        code: definition.code,
        no: definition.no,
        definition,
        ...link,
      })),
    );
  return true;
}

/** undefined: the project has no template yet. */
export async function loadBasis(tx: Tx, projectId: number): Promise<PlanBasis | undefined> {
  return (await loadBases(tx, [projectId])).get(projectId);
}

/** Whether the project has taken its copy of a template. */
export async function hasLinks(tx: Tx, projectId: number): Promise<boolean> {
  const rows = await tx
    .select({ projectId: basisTable.projectId })
    .from(basisTable)
    .where(eq(basisTable.projectId, projectId));
  return rows.length > 0;
}

export async function loadBases(tx: Tx, projectIds: readonly number[]): Promise<Map<number, PlanBasis>> {
  if (projectIds.length === 0) return new Map();
  const rows = await tx
    .select({ projectId: basisTable.projectId, template: basisTable.template })
    .from(basisTable)
    .where(inArray(basisTable.projectId, [...projectIds]));
  return new Map(rows.map((row) => [row.projectId, row.template]));
}

/** The link of a code in a project. */
export async function findLinkByCode(
  tx: Tx,
  projectId: number,
  code: string,
  timeZone: string,
): Promise<ProjectLink | undefined> {
  const [row] = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.projectId, projectId), eq(table.code, code)));
  return row && (await loadLinksById(tx, [row.id], timeZone))[0];
}

/** The item a link was tied to last, void or not; for bringing it back. */
export async function lastItemOf(tx: Tx, linkId: number): Promise<Issue | undefined> {
  const [row] = await tx.select({ issueId: table.issueId }).from(table).where(eq(table.id, linkId));
  return row?.issueId == null ? undefined : loadIssue(tx, row.issueId);
}

/** The link an item is the clock of, with all links of its project by code. */
export async function findIssueLink(
  tx: Tx,
  item: Issue,
  timeZone: string,
): Promise<{ link: ProjectLink; byCode: Map<string, ProjectLink> } | undefined> {
  if (item.projectId === null || item.linkId === null) return undefined;
  const links = await loadLinks(tx, item.projectId, timeZone);
  const link = links.find((one) => one.id === item.linkId);
  return link && { link, byCode: new Map(links.map((one) => [one.definition.code, one])) };
}
