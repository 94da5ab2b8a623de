/** When there is something to do again. */
import { isNotNull, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Instant } from '../domain/time.ts';
import { readInstant } from './column.ts';
import type { Tx } from './open.ts';
import { handover, issue, issueCard, outbox } from './schema.ts';

async function earliest(
  tx: Tx,
  table: PgTable,
  at: ReturnType<typeof sql>,
  due: typeof issue.nextAt | typeof issueCard.dueAt | typeof outbox.dueAt | typeof handover.nextAt,
) {
  const [row] = await tx
    .select({ at: sql`min(${at})` })
    .from(table)
    .where(isNotNull(due));
  return row?.at == null ? [] : [readInstant(row.at)];
}

/** The earliest instant at which a message or a card may be sent (one that is leased: when free again), or null. */
export async function nextSendAt(tx: Tx): Promise<Instant | null> {
  const all = [
    ...(await earliest(tx, outbox, sql`greatest(${outbox.dueAt}, ${outbox.leaseUntil})`, outbox.dueAt)),
    ...(await earliest(
      tx,
      issueCard,
      sql`greatest(${issueCard.dueAt}, ${issueCard.leaseUntil})`,
      issueCard.dueAt,
    )),
  ];
  return all.length === 0 ? null : Math.min(...all);
}

/** The earliest instant at which anything is to be sent or an issue or a handover is due, or null. */
export async function nextDueAt(tx: Tx): Promise<Instant | null> {
  const send = await nextSendAt(tx);
  const all = [
    ...(send === null ? [] : [send]),
    ...(await earliest(tx, issue, sql`${issue.nextAt}`, issue.nextAt)),
    ...(await earliest(tx, handover, sql`${handover.nextAt}`, handover.nextAt)),
  ];
  return all.length === 0 ? null : Math.min(...all);
}
