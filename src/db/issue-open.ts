/** Open issues as the morning wave, 我的 and recomputing need them; the domain chooses among them. */
import { and, asc, eq, gt, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../domain/actor.ts';
import type { Directory } from '../domain/directory.ts';
import type { Issue } from '../domain/issue.ts';
import { unitContacts } from '../domain/recipients.ts';
import { type Day, type Instant, LONG_TERM_DAY } from '../domain/time.ts';
import { issueColumns } from './issue.ts';
import { issueOfRow } from './issue-row.ts';
import { isOpen } from './issue-scope.ts';
import type { Tx } from './open.ts';
import { issue } from './schema.ts';

/** An extension, a pause or an appeal that the office has not decided. */
const isAsked = sql`(${issue.facts} -> 'pending' <> 'null'::jsonb
  or jsonb_typeof(${issue.facts} -> 'appeal') = 'object' and ${issue.facts} -> 'appeal' ->> 'decision' is null)`;

const hasStatus = (...statuses: Issue['status'][]) => inArray(issue.status, statuses);

/**
 * Open issues with something to do for somebody now: to route, sign, verify or decide, overdue, or due before
 * `dueBefore`; with `longTerm` those without a deadline, too. In pages by number.
 * @param page.after number of the last one read, 0 at first
 */
export async function listHotIssues(
  tx: Tx,
  page: { dueBefore: Instant; after: number; limit: number; longTerm?: boolean },
): Promise<Issue[]> {
  const asks = or(
    hasStatus('unrouted', 'unsigned', 'verifying'),
    lt(issue.deadlineAt, page.dueBefore),
    page.longTerm ? eq(issue.deadlineDay, LONG_TERM_DAY) : undefined,
    isAsked,
  );
  const rows = await tx
    .select(issueColumns)
    .from(issue)
    .where(and(isOpen, gt(issue.id, page.after), asks))
    .orderBy(asc(issue.id))
    .limit(page.limit);
  return rows.map(issueOfRow);
}

/**
 * Open issues that may wait for this person in whatever role, or were reported by them: a superset of what
 * `mustActNow` says. Next due first, at most `limit`.
 */
export async function listIssuesTouching(
  tx: Tx,
  actor: Actor,
  directory: Directory,
  limit: number,
): Promise<Issue[]> {
  const ids = [actor.person.id, ...actor.standsInFor];
  const chaserId = sql`(${issue.facts} -> 'pauses' -> -1 ->> 'chaserId')::int`;
  const own: (SQL | undefined)[] = [
    inArray(issue.assigneeId, ids),
    inArray(issue.reporterId, ids),
    and(sql`${issue.status} = 'paused'`, inArray(chaserId, ids)),
  ];
  if (actor.signsFor.length > 0) own.push(inArray(issue.unitId, actor.signsFor));
  const verified = [...actor.contactOf, ...actor.secretaryOf, ...actor.leaderOf];
  if (verified.length > 0) own.push(and(hasStatus('verifying'), inArray(issue.projectId, verified)));
  const offices = actor.grants.filter((grant) => grant.role === 'office').map((grant) => grant.areaId);
  const areaIds = directory.data.areas
    .filter((area) => offices.some((office) => directory.reaches(office, area.id)))
    .map((area) => area.id);
  if (areaIds.length > 0) {
    // Work of a unit without people falls to the office, and of people whose deputy cannot be reached (交接).
    const alone = directory.data.units
      .filter((unit) => unitContacts(unit.id, directory).length === 0)
      .map((unit) => unit.id);
    const lost = directory.data.standIns.flatMap((one) => (one.reachable ? [] : [one.personId]));
    const orphaned = or(
      alone.length > 0 ? inArray(issue.unitId, alone) : undefined,
      lost.length > 0 ? inArray(issue.assigneeId, lost) : undefined,
    );
    own.push(and(inArray(issue.areaId, areaIds), or(hasStatus('unrouted', 'verifying'), isAsked, orphaned)));
  }
  const rows = await tx
    .select(issueColumns)
    .from(issue)
    .where(and(isOpen, or(...own)))
    .orderBy(asc(issue.deadlineAt), asc(issue.id))
    .limit(limit);
  return rows.map(issueOfRow);
}

/** Issues of these projects that are open, or were closed since; next due first. */
export async function listIssuesOfDay(
  tx: Tx,
  of: { projectIds: number[]; since: Instant; limit: number },
): Promise<Issue[]> {
  if (of.projectIds.length === 0) return [];
  const rows = await tx
    .select(issueColumns)
    .from(issue)
    .where(and(inArray(issue.projectId, of.projectIds), or(isOpen, gte(issue.closedAt, of.since))))
    .orderBy(asc(issue.deadlineAt), asc(issue.id))
    .limit(of.limit);
  return rows.map(issueOfRow);
}

/**
 * Open issues in pages by number.
 * @param from.after number of the last one read, 0 at first
 * @param from.deadlineFrom only those due on this day or later
 */
export async function listOpenIssues(
  tx: Tx,
  from: { after: number; limit: number; deadlineFrom?: Day; projectIds?: number[] },
): Promise<Issue[]> {
  if (from.projectIds?.length === 0) return [];
  const rows = await tx
    .select(issueColumns)
    .from(issue)
    .where(
      and(
        isOpen,
        gt(issue.id, from.after),
        from.deadlineFrom === undefined ? undefined : gte(issue.deadlineDay, from.deadlineFrom),
        from.projectIds && inArray(issue.projectId, from.projectIds),
      ),
    )
    .orderBy(asc(issue.id))
    .limit(from.limit);
  return rows.map(issueOfRow);
}
