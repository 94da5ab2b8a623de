/** Live cards whose face changes because time passes: redrawn in place without a word to anybody. */
import { and, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { DAY, type Instant } from '../domain/time.ts';
import type { Tx } from './open.ts';
import { issue, issueCard } from './schema.ts';

/** A message can be edited for 14 days (230031). An older card is posted anew only when something has happened. */
const EDITABLE_MS = 13.5 * DAY;

/** Asks for a new drawing of the cards of these issues; cards that wait already are left alone. */
async function redraw(tx: Tx, now: Instant, which: SQL | undefined): Promise<number> {
  const issues = tx.select({ id: issue.id }).from(issue).where(which);
  const rows = await tx
    .update(issueCard)
    .set({ dueAt: now })
    .where(
      and(
        isNull(issueCard.dueAt),
        isNotNull(issueCard.messageId),
        gt(issueCard.postedAt, now - EDITABLE_MS),
        inArray(issueCard.issueId, issues),
      ),
    )
    .returning({ id: issueCard.id });
  return rows.length;
}

/** Cards of issues that took another colour between the two instants, in either direction. @returns how many */
export function redrawColors(tx: Tx, { since, now }: { since: Instant; now: Instant }): Promise<number> {
  const within = (at: PgColumn) => and(gt(at, Math.min(since, now)), lte(at, Math.max(since, now)));
  const open = sql`${issue.status} not in ('closed', 'void')`;
  return redraw(tx, now, and(open, or(within(issue.blueAt), within(issue.yellowAt), within(issue.redAt))));
}

/** Cards that count days: all whose clock runs or stands still. Once after midnight. @returns how many */
export function redrawDays(tx: Tx, now: Instant): Promise<number> {
  return redraw(tx, now, sql`${issue.status} not in ('closed', 'void', 'verifying')`);
}

/** Cards of these issues: who must act is another person now. @returns how many */
export async function redrawIssues(tx: Tx, ids: number[], now: Instant): Promise<number> {
  return ids.length === 0 ? 0 : redraw(tx, now, inArray(issue.id, ids));
}
