/** When there is something to do again. */
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Instant } from '../domain/time.ts';
import { readInstant } from './column.ts';
import type { Tx } from './open.ts';
import { handover, issue, issueCard, meta, outbox } from './schema.ts';
import { prepareStatement } from './statement.ts';

/** The first of its index, however much waits. */
const earliest = (table: PgTable, due: PgColumn) => sql`(select min(${due}) from ${table})`;

/** What is free is found at the head of its index; what is leased is little, and is due when it is free again. */
const earliestQueued = (table: typeof outbox | typeof issueCard) => sql`(select least(
  (select ${table.dueAt} from ${table} where ${and(isNotNull(table.dueAt), isNull(table.leaseUntil))}
    order by ${asc(table.dueAt)} limit 1),
  (select min(greatest(${table.dueAt}, ${table.leaseUntil})) from ${table}
    where ${and(isNotNull(table.dueAt), isNotNull(table.leaseUntil))})))`;

const sendAt = sql`least(${earliestQueued(outbox)}, ${earliestQueued(issueCard)})`;
const stepAt = sql`least(${earliest(issue, issue.nextAt)}, ${earliest(handover, handover.nextAt)})`;

/** When there is something to do again, for either part of the engine. */
export interface NextDue {
  /** A message or a card may be sent (one that is leased: when free again); null: none waits. */
  send: Instant | null;
  /** An issue or a handover is due; null: none ever is. */
  step: Instant | null;
}

const readAt = (at: unknown) => (at == null ? null : readInstant(at));
const send = { send: sendAt };
const readSend = prepareStatement<{ send: unknown }>(send, (db) =>
  db.select(send).from(meta).where(eq(meta.key, 'directory')),
);
const both = { send: sendAt, step: stepAt };
const readBoth = prepareStatement<{ send: unknown; step: unknown }>(both, (db) =>
  db.select(both).from(meta).where(eq(meta.key, 'directory')),
);

/** The earliest instant at which a message or a card may be sent, or null. */
export async function nextSendAt(tx: Tx): Promise<Instant | null> {
  const [row] = await readSend(tx, {});
  return readAt(row?.send);
}

export async function readNextDue(tx: Tx): Promise<NextDue> {
  const [row] = await readBoth(tx, {});
  return { send: readAt(row?.send), step: readAt(row?.step) };
}

/** The earliest instant at which anything is to be sent or an issue or a handover is due, or null. */
export async function nextDueAt(tx: Tx): Promise<Instant | null> {
  const { send, step } = await readNextDue(tx);
  return send === null || step === null ? (send ?? step) : Math.min(send, step);
}
