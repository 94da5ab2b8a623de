/** Traces a clock left that ran ahead and has been set back: found by instants that lie in the future. */
import { and, asc, eq, gt, isNotNull, or, sql } from 'drizzle-orm';
import type { Issue } from '../domain/issue.ts';
import type { Day, Instant } from '../domain/time.ts';
import { completeIssue } from './issue-row.ts';
import type { Tx } from './open.ts';
import { history, issueCard, outbox } from './schema.ts';

/** What the clock did to an issue ahead of time. */
export interface EarlyStep {
  issueId: number;
  /** The issue before the first such step; null when a person has acted since, or it is no longer known. */
  before: Issue | null;
}

/** Issues the clock has acted on after `now`, each once. */
export async function earlySteps(tx: Tx, now: Instant): Promise<EarlyStep[]> {
  const rows = await tx
    .select({ issueId: history.issueId, actorId: history.actorId, before: history.before })
    .from(history)
    .where(gt(history.at, now))
    .orderBy(asc(history.id));
  const steps = new Map<number, EarlyStep & { byClock: boolean }>();
  for (const { issueId, actorId, before } of rows) {
    const step = steps.get(issueId);
    if (!step)
      steps.set(issueId, {
        issueId,
        before: actorId === null ? before && completeIssue(before) : null,
        byClock: actorId === null,
      });
    else if (actorId !== null) step.before = null;
    else step.byClock = true;
  }
  return [...steps.values()].filter((step) => step.byClock);
}

/** Reminders of the clock that were asked for ahead of time and have not left: they will be asked for again. */
export async function dropEarlyNotices(tx: Tx, now: Instant): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: 'dropped', dueAt: null, leaseUntil: null, finishedAt: now, lastError: 'clock-set-back' })
    .where(
      and(
        eq(outbox.state, 'waiting'),
        eq(outbox.kind, 'notice'),
        gt(outbox.createdAt, now),
        sql`(${outbox.payload} -> 'auto') = 'true'::jsonb`,
      ),
    );
}

/** What waits by the wrong clock waits no longer than it must: leases and tries of messages and cards. */
export async function releaseWaiting(tx: Tx, now: Instant, longestMs: number): Promise<void> {
  const beyond = now + longestMs;
  await tx.update(outbox).set({ leaseUntil: null }).where(gt(outbox.leaseUntil, beyond));
  await tx
    .update(outbox)
    .set({ dueAt: now, firstTriedAt: null })
    .where(
      and(
        eq(outbox.state, 'waiting'),
        gt(outbox.dueAt, beyond),
        or(gt(outbox.createdAt, now), gt(outbox.firstTriedAt, now)),
      ),
    );
  await tx.update(issueCard).set({ leaseUntil: null }).where(gt(issueCard.leaseUntil, beyond));
  await tx
    .update(issueCard)
    .set({ dueAt: now, firstTriedAt: null })
    .where(and(isNotNull(issueCard.dueAt), gt(issueCard.dueAt, beyond)));
  await tx.update(issueCard).set({ postedAt: now }).where(gt(issueCard.postedAt, beyond));
}

/** Digests of days that were planned before they came may be planned again. */
export async function freeDigestKeys(tx: Tx, days: Day[], now: Instant): Promise<void> {
  for (const day of days) {
    await tx
      .update(outbox)
      .set({ dedupeKey: sql`${outbox.dedupeKey} || ':early:' || ${outbox.id}` })
      .where(and(sql`${outbox.dedupeKey} like ${`%:${day}`}`, gt(outbox.createdAt, now)));
  }
}
