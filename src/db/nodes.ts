/** Nodes (节点) of projects. The planned days of 开工 and 投产 are columns of the project; all else is rows. */
import { and, asc, eq } from 'drizzle-orm';
import type { Project } from '../domain/model.ts';
import type { ProjectNode } from '../domain/plan/model.ts';
import { PRODUCTION_NODE, START_NODE } from '../domain/plan/nodes.ts';
import type { Day } from '../domain/time.ts';
import type { Tx } from './open.ts';
import { updateProject } from './project.ts';
import { projectNode as table } from './schema-plans.ts';
import { inIds } from './where.ts';

/** 开工 and 投产 first, in any case; then the others by day. */
export async function loadNodesOf(
  tx: Tx,
  projects: readonly Pick<Project, 'id' | 'startOn' | 'productionOn'>[],
): Promise<Map<number, ProjectNode[]>> {
  const ids = projects.map((project) => project.id);
  const rows =
    ids.length === 0
      ? []
      : await tx
          .select()
          .from(table)
          .where(inIds(table.projectId, ids))
          .orderBy(asc(table.plannedOn), asc(table.name));
  const byProject = Map.groupBy(rows, ({ projectId }) => projectId);
  return new Map(
    projects.map((project) => {
      const own = byProject.get(project.id) ?? [];
      const actualOf = (name: string) => own.find((row) => row.name === name)?.actualOn ?? null;
      const others = own.filter(({ name }) => name !== START_NODE && name !== PRODUCTION_NODE);
      return [
        project.id,
        [
          { name: START_NODE, plannedOn: project.startOn, actualOn: actualOf(START_NODE) },
          { name: PRODUCTION_NODE, plannedOn: project.productionOn, actualOn: actualOf(PRODUCTION_NODE) },
          ...others.map(({ name, plannedOn, actualOn }) => ({ name, plannedOn, actualOn })),
        ],
      ];
    }),
  );
}

export async function loadNodes(
  tx: Tx,
  project: Pick<Project, 'id' | 'startOn' | 'productionOn'>,
): Promise<ProjectNode[]> {
  return (await loadNodesOf(tx, [project])).get(project.id) ?? [];
}

/** The day 开工 really was, of the projects that say so. */
export async function actualStarts(tx: Tx, projectIds: readonly number[]): Promise<Map<number, Day>> {
  if (projectIds.length === 0) return new Map();
  const rows = await tx
    .select({ projectId: table.projectId, actualOn: table.actualOn })
    .from(table)
    .where(and(inIds(table.projectId, projectIds), eq(table.name, START_NODE)));
  return new Map(
    rows.flatMap(({ projectId, actualOn }) => (actualOn ? [[projectId, actualOn] as const] : [])),
  );
}

/** Sets what is given, leaves the rest; makes the node when there is none of the name. */
export async function saveNode(
  tx: Tx,
  projectId: number,
  name: string,
  days: Partial<Omit<ProjectNode, 'name'>>,
): Promise<void> {
  const { plannedOn, actualOn } = days;
  if (plannedOn !== undefined && (name === START_NODE || name === PRODUCTION_NODE)) {
    const column = name === START_NODE ? 'startOn' : 'productionOn';
    await updateProject(tx, projectId, { [column]: plannedOn });
    if (actualOn === undefined) return;
  }
  const own = name === START_NODE || name === PRODUCTION_NODE;
  const set = {
    ...(plannedOn !== undefined && !own && { plannedOn }),
    ...(actualOn !== undefined && { actualOn }),
  };
  await tx
    .insert(table)
    .values({ projectId, name, ...set })
    .onConflictDoUpdate({ target: [table.projectId, table.name], set });
}

/** Only of nodes that were added. */
export async function deleteNode(tx: Tx, projectId: number, name: string): Promise<void> {
  await tx.delete(table).where(and(eq(table.projectId, projectId), eq(table.name, name)));
}
