/** How far the links of many projects are, in one query. */
import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import { OPEN_STATUSES, type Status } from '../domain/issue.ts';
import type { Day } from '../domain/time.ts';
import type { Tx } from './open.ts';
import { issue } from './schema.ts';
import { issueBlock, projectLink as link } from './schema-plans.ts';
import { inIds } from './where.ts';

export interface LinkStanding {
  projectId: number;
  code: string;
  no: number;
  name: string;
  synonyms: string[];
  stage: string;
  /** Codes of what comes before it; `hard`: and must be done. */
  dependencies: { on: string; hard: boolean }[];
  unitId: number | null;
  startedOn: Day | null;
  finishedOn: Day | null;
  /** Of its item, unless that is void; null: it has none. */
  status: Status | null;
  signed: boolean;
  /** Open problems that hold it up. */
  held: number;
}

/** Links that concern their project, in the order of their numbers. */
export async function listLinkStandings(tx: Tx, projectIds: readonly number[]): Promise<LinkStanding[]> {
  if (projectIds.length === 0) return [];
  const rows = await tx
    .select({
      id: link.id,
      projectId: link.projectId,
      code: link.code,
      no: link.no,
      name: sql<string>`${link.definition} ->> 'name'`,
      synonyms: sql<string[] | null>`${link.definition} -> 'synonyms'`,
      stage: sql<string | null>`${link.definition} ->> 'stage'`,
      dependencies: sql<{ on: string; hard: boolean }[] | null>`${link.definition} -> 'dependencies'`,
      unconcerned: sql<boolean>`${link.unconcerned} is not null`,
      unitId: link.unitId,
      startedOn: link.startedOn,
      finishedOn: link.finishedOn,
      issueId: link.issueId,
      status: issue.status,
      signedAt: issue.signedAt,
    })
    .from(link)
    .leftJoin(issue, and(eq(issue.id, link.issueId), ne(issue.status, 'void')))
    .where(inIds(link.projectId, [...projectIds]))
    .orderBy(asc(link.projectId), asc(link.no));
  const blocks = await tx
    .select({ linkId: issueBlock.linkId, held: sql<number>`count(*)::int` })
    .from(issueBlock)
    .innerJoin(issue, eq(issue.id, issueBlock.issueId))
    .innerJoin(link, eq(link.id, issueBlock.linkId))
    .where(and(inIds(link.projectId, [...projectIds]), inArray(issue.status, [...OPEN_STATUSES])))
    .groupBy(issueBlock.linkId);
  const held = new Map(blocks.map((block) => [block.linkId, block.held]));
  // 不涉及 ends the item: one that runs again was brought back.
  const concerns = rows.filter(
    ({ unconcerned, status }) => !unconcerned || (status !== null && OPEN_STATUSES.includes(status)),
  );
  return concerns.map(({ id, unconcerned: _, issueId, signedAt, startedOn, status, ...row }) => ({
    ...row,
    synonyms: row.synonyms ?? [],
    stage: row.stage ?? '',
    dependencies: row.dependencies ?? [],
    status,
    // A start that was taken back with its item is none.
    startedOn: issueId !== null && status === null ? null : startedOn,
    signed: signedAt !== null,
    held: held.get(id) ?? 0,
  }));
}
