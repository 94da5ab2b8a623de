/** What the auditor looks at: open issues with the columns the clock reads, and cards nobody is going to draw. */
import { and, asc, eq, gt, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { StoredClock } from '../domain/audit.ts';
import type { Issue } from '../domain/issue.ts';
import type { Instant } from '../domain/time.ts';
import { EDITABLE_MS } from './card.ts';
import { issueColumns } from './issue.ts';
import { issueOfRow } from './issue-row.ts';
import { isOpen } from './issue-scope.ts';
import type { Tx } from './open.ts';
import { chat, issue, issueCard, outbox, person } from './schema.ts';

const { blueAt, yellowAt, redAt, nextAt } = issue;

/** Open issues in pages by number, and those that are over but still owe something (回头看). */
export async function auditPage(
  tx: Tx,
  page: { after: number; limit: number },
): Promise<{ issue: Issue; stored: StoredClock }[]> {
  const rows = await tx
    .select({ issue: issueColumns, stored: { blueAt, yellowAt, redAt, nextAt } })
    .from(issue)
    .where(and(gt(issue.id, page.after), or(isOpen, isNotNull(issue.lookBackOn))))
    .orderBy(asc(issue.id))
    .limit(page.limit);
  return rows.map((row) => ({ issue: issueOfRow(row.issue), stored: row.stored }));
}

/** Issues the clock should have looked at before `before`, the longest waiting first. What has come up since cannot be late. */
export async function overdueLooks(tx: Tx, before: Instant, limit: number): Promise<number[]> {
  const rows = await tx
    .select({ id: issue.id })
    .from(issue)
    .where(and(lte(issue.nextAt, before), lte(issue.loggedAt, before)))
    .orderBy(asc(issue.nextAt))
    .limit(limit);
  return rows.map((row) => row.id);
}

/**
 * Cards of these issues that show less than the issue is and that nobody will draw. Apart: places that cannot be
 * reached, groups without a project, whose cards stand still, and cards too old to be changed.
 */
export async function staleCards(
  tx: Tx,
  issueIds: number[],
  now: Instant,
): Promise<{ id: number; issueId: number; version: number }[]> {
  if (issueIds.length === 0) return [];
  const behind = or(
    lt(issueCard.shownVersion, issueCard.wantedVersion),
    lt(issueCard.wantedVersion, issue.version),
  );
  const nobody = or(isNull(issueCard.dueAt), lt(issueCard.wantedVersion, issue.version));
  const rows = await tx
    .select({ id: issueCard.id, issueId: issueCard.issueId, version: issue.version })
    .from(issueCard)
    .innerJoin(issue, eq(issue.id, issueCard.issueId))
    .leftJoin(chat, and(eq(issueCard.place, 'chat'), eq(chat.id, issueCard.target)))
    .leftJoin(person, and(eq(issueCard.place, 'person'), eq(person.openId, issueCard.target)))
    .where(
      and(
        // One parameter: with one for each, every number of issues would be a statement of its own.
        sql`${issueCard.issueId} = any(string_to_array(${issueIds.join(',')}, ',')::int[])`,
        behind,
        nobody,
        // Left as it stood on purpose: the next change or question posts it anew.
        or(isNotNull(issueCard.dueAt), sql`${issueCard.lastError} is distinct from 'lapsed'`),
        sql`${chat.unreachable} is not true`,
        sql`${chat.kind} is distinct from 'unbound'`,
        or(isNull(issueCard.messageId), gt(issueCard.postedAt, now - EDITABLE_MS)),
        isNull(person.unreachableSince),
      ),
    )
    .orderBy(asc(issueCard.id));
  return rows;
}

/** Lets a card be drawn again from the present state. */
export async function wakeCard(tx: Tx, id: number, version: number, now: Instant): Promise<void> {
  await tx
    .update(issueCard)
    .set({ wantedVersion: sql`greatest(${issueCard.wantedVersion}, ${version}::int)`, dueAt: now })
    .where(and(eq(issueCard.id, id), isNull(issueCard.leaseUntil)));
}

/** Since when the oldest message or card waits that could have left; null when none does. */
export async function oldestWaiting(tx: Tx, now: Instant): Promise<Instant | null> {
  const [row] = await tx
    .select({ at: outbox.dueAt })
    .from(outbox)
    .where(lte(outbox.dueAt, now))
    .orderBy(asc(outbox.dueAt))
    .limit(1);
  const [card] = await tx
    .select({ at: issueCard.dueAt })
    .from(issueCard)
    .where(lte(issueCard.dueAt, now))
    .orderBy(asc(issueCard.dueAt))
    .limit(1);
  const all = [row?.at, card?.at].filter((at): at is Instant => at != null);
  return all.length === 0 ? null : Math.min(...all);
}
