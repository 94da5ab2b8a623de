/** What metrics count beside issues, loaded whole: projects, node days, finished links, investment, batches. */
import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { loadNodesOf } from '../../db/nodes.ts';
import type { Tx } from '../../db/open.ts';
import { issue, project } from '../../db/schema.ts';
import { batch, investment, projectLink } from '../../db/schema-plans.ts';
import { prepareStatement } from '../../db/statement.ts';
import type { Status } from '../../domain/issue.ts';
import type { Project } from '../../domain/model.ts';
import type { YearOfInvestment } from '../../domain/plan/investment.ts';
import { linkDays } from '../../domain/plan/link-state.ts';
import type { LinkDuration, StatutoryDuration } from '../../domain/plan/model.ts';
import type { Day, Instant } from '../../domain/time.ts';
import type { Asking } from './metric.ts';

/** Archived ones among them. */
export function projectsIn({ scope, directory }: Pick<Asking, 'scope' | 'directory'>): Project[] {
  const { areaIds, projectIds } = scope;
  return directory.data.projects.filter(
    (one) => (areaIds?.includes(one.areaId) ?? true) && (projectIds?.includes(one.id) ?? true),
  );
}

const idsIn = (asking: Asking) => projectsIn(asking).map(({ id }) => id);

/** When each project was entered. */
export async function loadBirths(tx: Tx, asking: Asking): Promise<{ project: Project; at: Instant }[]> {
  const projects = projectsIn(asking);
  if (projects.length === 0) return [];
  const rows = await tx.select({ id: project.id, at: project.createdAt }).from(project);
  const births = new Map(rows.map(({ id, at }) => [id, at]));
  return projects.flatMap((one) => {
    const at = births.get(one.id);
    return at === undefined ? [] : [{ project: one, at }];
  });
}

export interface FinishedLink {
  projectId: number;
  code: string;
  no: number;
  name: string;
  unitId: number | null;
  startedOn: Day | null;
  finishedOn: Day;
  promised: LinkDuration;
  statutory: StatutoryDuration | null;
}

const of = (name: string) => sql`${projectLink.definition} -> ${sql.raw(`'${name}'`)}`;
const linkFields = {
  projectId: projectLink.projectId,
  code: projectLink.code,
  no: projectLink.no,
  defined: sql<
    Pick<FinishedLink, 'name' | 'promised' | 'statutory'>
  >`jsonb_build_object('name', ${of('name')},
    'promised', ${of('promised')}, 'statutory', ${of('statutory')})`,
  claimedOn: projectLink.claimedOn,
  from: projectLink.startedOn,
  to: projectLink.finishedOn,
  own: projectLink.unitId,
  status: issue.status,
  itemUnitId: issue.unitId,
  signedAt: issue.signedAt,
  doneAt: issue.doneAt,
  closedAt: issue.closedAt,
};
type LinkFields = Pick<FinishedLink, 'projectId' | 'code' | 'no'> &
  Record<'claimedOn' | 'from' | 'to', Day | null> &
  Record<'own' | 'itemUnitId' | 'signedAt' | 'doneAt' | 'closedAt', number | null> & {
    defined: Pick<FinishedLink, 'name' | 'promised' | 'statutory'>;
    status: Status | null;
  };

const listOf = (name: string) => sql`string_to_array(${sql.placeholder(name)}, ',')`;

/** There are many: read without the query builder's way from row to object, which takes as long as the database. */
const readLinks = prepareStatement<LinkFields>(linkFields, (db) =>
  db
    .select(linkFields)
    .from(projectLink)
    .leftJoin(issue, eq(issue.id, projectLink.issueId))
    .where(
      and(
        sql`${projectLink.projectId} = any(${listOf('projectIds')}::int[])`,
        sql`(${sql.placeholder('codes')}::text is null or ${projectLink.code} = any(${listOf('codes')}))`,
        isNull(projectLink.unconcerned),
        or(sql`${issue.status} = 'closed'`, isNotNull(projectLink.finishedOn)),
      ),
    )
    .orderBy(asc(projectLink.projectId), asc(projectLink.no)),
);

/** Links that are done and do concern their project, by project and number. @param codes of these alone */
export async function loadFinishedLinks(
  tx: Tx,
  asking: Asking,
  codes?: readonly string[],
): Promise<FinishedLink[]> {
  const { scope, directory } = asking;
  const projectIds = idsIn(asking);
  if (projectIds.length === 0) return [];
  const rows = await readLinks(tx, { projectIds: projectIds.join(','), codes: codes?.join(',') ?? null });
  return rows.flatMap(({ projectId, code, no, defined, claimedOn, from, to, own, ...item }) => {
    const { status, itemUnitId, signedAt, doneAt, closedAt } = item;
    const stored = { claimedOn, startedOn: from, finishedOn: to, unitId: own };
    const days = linkDays(
      { ...stored, unconcerned: null, contactId: null },
      status && { status, unitId: itemUnitId, assigneeId: null, signedAt, doneAt, closedAt },
      directory.settings.timeZone,
    );
    const { startedOn, finishedOn, unitId } = days;
    if (finishedOn === null) return [];
    if (scope.unitIds !== null && !(unitId !== null && scope.unitIds.includes(unitId))) return [];
    return [{ projectId, code, no, ...defined, unitId, startedOn, finishedOn }];
  });
}

export interface NodeDays {
  project: Project;
  /** The days on which nodes were really reached, by name. */
  reached: ReadonlyMap<string, Day>;
  /** Of land-supply and construction-permit. */
  finished: ReadonlyMap<string, Day>;
}

export async function loadNodeDays(tx: Tx, asking: Asking): Promise<NodeDays[]> {
  const projects = projectsIn(asking);
  const nodes = await loadNodesOf(tx, projects);
  const links = await loadFinishedLinks(tx, asking, ['land-supply', 'construction-permit']);
  return projects.map((one) => ({
    project: one,
    reached: new Map(
      (nodes.get(one.id) ?? []).flatMap(({ name, actualOn }) =>
        actualOn ? [[name, actualOn] as const] : [],
      ),
    ),
    finished: new Map(
      links.filter(({ projectId }) => projectId === one.id).map((link) => [link.code, link.finishedOn]),
    ),
  }));
}

/** Of each project with anything, by year. */
export async function loadInvestments(
  tx: Tx,
  asking: Asking,
): Promise<Map<number, Map<number, YearOfInvestment>>> {
  const ids = idsIn(asking);
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(investment)
    .where(inArray(investment.projectId, ids))
    .orderBy(asc(investment.projectId), asc(investment.month));
  const found = new Map<number, Map<number, YearOfInvestment>>();
  for (const { projectId, month, planned, actual } of rows) {
    const years = found.get(projectId) ?? new Map<number, YearOfInvestment>();
    found.set(projectId, years);
    const year = Number(month.slice(0, 4));
    const of = years.get(year) ?? { months: new Map(), planned: null };
    years.set(year, of);
    // The plan of a whole year stands on its last day (db/investment.ts).
    if (month.endsWith('-12-31')) of.planned = planned;
    else of.months.set(Number(month.slice(5, 7)), { planned, actual });
  }
  return found;
}

export interface BatchProgress {
  projectId: number;
  no: number;
  name: string;
  /** Void ones left out. */
  tasks: number;
  closed: number;
}

/** Batches that have tasks; of some units only their tasks count. */
export async function loadBatches(tx: Tx, asking: Asking): Promise<BatchProgress[]> {
  const ids = idsIn(asking);
  if (ids.length === 0) return [];
  return tx
    .select({
      projectId: batch.projectId,
      no: batch.no,
      name: batch.name,
      tasks: sql`count(*)`.mapWith(Number),
      closed: sql`count(*) filter (where ${issue.status} = 'closed')`.mapWith(Number),
    })
    .from(batch)
    .innerJoin(issue, and(eq(issue.batchId, batch.id), sql`${issue.kind} = 'task'`))
    .where(and(inArray(batch.projectId, ids), sql`${issue.status} <> 'void'`))
    .groupBy(batch.id)
    .orderBy(asc(batch.projectId), asc(batch.no));
}
