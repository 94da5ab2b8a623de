/** When there is something to do again. */
import { and, asc, isNotNull, isNull, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Instant } from '../domain/time.ts';
import { readInstant } from './column.ts';
import type { Tx } from './open.ts';
import { handover, issue, issueCard, outbox } from './schema.ts';

async function earliest(
  tx: Tx,
  table: PgTable,
  due: typeof issue.nextAt | typeof handover.nextAt,
): Promise<Instant[]> {
  const [row] = await tx
    .select({ at: sql`min(${due})` })
    .from(table)
    .where(isNotNull(due));
  return row?.at == null ? [] : [readInstant(row.at)];
}

/** What is free is found at the head of its index, however much waits; what is leased is little. */
async function earliestQueued(tx: Tx, table: typeof outbox | typeof issueCard): Promise<Instant[]> {
  const [free] = await tx
    .select({ at: table.dueAt })
    .from(table)
    .where(and(isNotNull(table.dueAt), isNull(table.leaseUntil)))
    .orderBy(asc(table.dueAt))
    .limit(1);
  const [leased] = await tx
    .select({ at: sql`min(greatest(${table.dueAt}, ${table.leaseUntil}))` })
    .from(table)
    .where(and(isNotNull(table.dueAt), isNotNull(table.leaseUntil)));
  return [...(free?.at == null ? [] : [free.at]), ...(leased?.at == null ? [] : [readInstant(leased.at)])];
}

/** The earliest instant at which a message or a card may be sent (one that is leased: when free again), or null. */
export async function nextSendAt(tx: Tx): Promise<Instant | null> {
  const all = [...(await earliestQueued(tx, outbox)), ...(await earliestQueued(tx, issueCard))];
  return all.length === 0 ? null : Math.min(...all);
}

/** The earliest instant at which an issue or a handover is due, or null. */
export async function nextStepAt(tx: Tx): Promise<Instant | null> {
  const all = [
    ...(await earliest(tx, issue, issue.nextAt)),
    ...(await earliest(tx, handover, handover.nextAt)),
  ];
  return all.length === 0 ? null : Math.min(...all);
}

/** The earliest instant at which anything is to be sent or an issue or a handover is due, or null. */
export async function nextDueAt(tx: Tx): Promise<Instant | null> {
  const all = [await nextSendAt(tx), await nextStepAt(tx)].filter((one) => one !== null);
  return all.length === 0 ? null : Math.min(...all);
}
