/** Live cards whose face changes because time passes: redrawn in place without a word to anybody. */
import { and, asc, gt, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Instant } from '../domain/time.ts';
import { EDITABLE_MS } from './card.ts';
import { timestamp } from './column.ts';
import { isOpen } from './issue-scope.ts';
import type { Tx } from './open.ts';
import { issue, issueCard } from './schema.ts';
import { allOf, anyOf } from './where.ts';

/**
 * Asks for a new drawing of the cards of these issues; cards that wait already are left alone.
 * @returns how many
 */
export async function redrawIssues(tx: Tx, ids: readonly number[], now: Instant): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await tx
    .update(issueCard)
    .set({ dueAt: now })
    .where(
      and(
        isNull(issueCard.dueAt),
        isNotNull(issueCard.messageId),
        gt(issueCard.postedAt, now - EDITABLE_MS),
        // Numbers, not a query: its guessed size would make PostgreSQL read all cards instead of these.
        sql`${issueCard.issueId} = any(string_to_array(${ids.join(',')}, ',')::int[])`,
      ),
    )
    .returning({ id: issueCard.id });
  return rows.length;
}

/** Open issues that took another colour after `from` and until `until`. */
export function tookColorBetween(from: SQL, until: SQL): SQL {
  const within = (at: PgColumn) => allOf(gt(at, from), lte(at, until));
  return allOf(isOpen, anyOf(within(issue.blueAt), within(issue.yellowAt), within(issue.redAt)));
}

/** Cards of issues that took another colour between the two instants, in either direction. @returns how many */
export async function redrawColors(
  tx: Tx,
  { since, now }: { since: Instant; now: Instant },
): Promise<number> {
  const rows = await tx
    .select({ id: issue.id })
    .from(issue)
    .where(tookColorBetween(timestamp(Math.min(since, now)), timestamp(Math.max(since, now))));
  const ids = rows.map((row) => row.id);
  return redrawIssues(tx, ids, now);
}

/**
 * A page of the issues whose cards count days: all whose clock runs or stands still. By number.
 * @param page.after number of the last one, 0 at first
 * @returns how many cards are to be drawn, and the last number; null: that was the last page
 */
export async function redrawDays(
  tx: Tx,
  page: { now: Instant; after: number; limit: number },
): Promise<{ cards: number; after: number | null }> {
  const rows = await tx
    .select({ id: issue.id })
    .from(issue)
    .where(and(isOpen, sql`${issue.status} <> 'verifying'`, gt(issue.id, page.after)))
    .orderBy(asc(issue.id))
    .limit(page.limit);
  const ids = rows.map((row) => row.id);
  const cards = await redrawIssues(tx, ids, page.now);
  return { cards, after: ids.length < page.limit ? null : (ids.at(-1) ?? null) };
}
