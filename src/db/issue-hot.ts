/** Open issues that ask something of somebody: for the morning wave, for 我的, for one person's digest. */
import { and, asc, eq, gt, inArray, lte, or, type SQL, sql } from 'drizzle-orm';
import { ownUnits } from '../domain/access.ts';
import type { Actor } from '../domain/actor.ts';
import type { Directory } from '../domain/directory.ts';
import type { Issue } from '../domain/issue.ts';
import type { Instant } from '../domain/time.ts';
import { timestamp } from './column.ts';
import { issueColumns } from './issue.ts';
import { issueOfRow } from './issue-row.ts';
import { isOpen } from './issue-scope.ts';
import type { Tx } from './open.ts';
import { coUnit, issue as table } from './schema.ts';

/** Somebody must route, sign, verify or decide; literal so that the partial indexes fit. */
const waits = sql`(${table.status} in ('unrouted', 'unsigned', 'verifying')
  or ${table.facts} -> 'pending' <> 'null'::jsonb
  or ${table.facts} -> 'appeal' ->> 'decision' is null and ${table.facts} -> 'appeal' <> 'null'::jsonb)`;

/** Rows of one page of {@link listHotIssues}; keeps memory flat whatever is open. */
const PAGE = 1000;

/** Every open issue that waits for somebody, is overdue, or is due before `dueBefore`, in pages by id. */
export async function* listHotIssues(
  tx: Tx,
  when: { now: Instant; dueBefore: Instant },
): AsyncGenerator<Issue[]> {
  const hot = or(waits, lte(table.deadlineAt, sql`${timestamp(when.dueBefore)}`));
  for (let after = 0; ; ) {
    const rows = await tx
      .select(issueColumns)
      .from(table)
      .where(and(isOpen, hot, gt(table.id, after)))
      .orderBy(asc(table.id))
      .limit(PAGE);
    if (rows.length === 0) return;
    yield rows.map(issueOfRow);
    after = rows.at(-1)!.id;
  }
}

/**
 * Open issues one person may have to do something about, soonest deadline first: own units' and co-units',
 * signed for, logged, of own projects when they wait, of the area under an office or leader grant when they wait.
 */
export async function listIssuesTouching(
  tx: Tx,
  actor: Actor,
  directory: Directory,
  limit: number,
): Promise<Issue[]> {
  const { id, home } = actor.person;
  const parts: SQL[] = [eq(table.reporterId, id), eq(table.assigneeId, id)];
  const contact = actor.contactOf;
  if (contact.length > 0) parts.push(and(inArray(table.projectId, contact), waits)!);
  if (home) {
    const units = ownUnits(actor);
    if (units.length > 0) {
      parts.push(inArray(table.unitId, units));
      parts.push(
        sql`${table.id} in (select ${coUnit.issueId} from ${coUnit} where ${inArray(coUnit.unitId, units)} and ${coUnit.open})`,
      );
    }
    const projects = [...new Set([...actor.secretaryOf, ...actor.leaderOf])];
    if (projects.length > 0) parts.push(and(inArray(table.projectId, projects), waits)!);
    const areas = directory.data.areas.filter((area) =>
      actor.grants.some(
        (grant) => grant.role !== 'administrator' && directory.reaches(grant.areaId, area.id),
      ),
    );
    if (areas.length > 0) {
      parts.push(
        and(
          inArray(
            table.areaId,
            areas.map((area) => area.id),
          ),
          waits,
        )!,
      );
    }
  }
  const rows = await tx
    .select(issueColumns)
    .from(table)
    .where(and(isOpen, or(...parts)))
    .orderBy(asc(table.deadlineAt), asc(table.id))
    .limit(limit);
  return rows.map(issueOfRow);
}

/** Red and yellow issues of some areas, worst first, for a leader's digest. */
export async function listOverdueOfAreas(
  tx: Tx,
  areaIds: number[],
  now: Instant,
  limit: number,
): Promise<Issue[]> {
  if (areaIds.length === 0) return [];
  const rows = await tx
    .select(issueColumns)
    .from(table)
    .where(and(isOpen, inArray(table.areaId, areaIds), sql`${table.yellowAt} <= ${timestamp(now)}`))
    .orderBy(asc(table.yellowAt), asc(table.id))
    .limit(limit);
  return rows.map(issueOfRow);
}

/** All open issues of some projects, for a group's digest. */
export async function listOpenOfProjects(tx: Tx, projectIds: number[], limit: number): Promise<Issue[]> {
  if (projectIds.length === 0) return [];
  const rows = await tx
    .select(issueColumns)
    .from(table)
    .where(and(isOpen, inArray(table.projectId, projectIds)))
    .orderBy(asc(table.deadlineAt), asc(table.id))
    .limit(limit);
  return rows.map(issueOfRow);
}
