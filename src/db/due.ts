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

const sendFields = { at: sql`least(${earliestQueued(outbox)}, ${earliestQueued(issueCard)})` };
const stepFields = {
  at: sql`least(${earliest(issue, issue.nextAt)}, ${earliest(handover, handover.nextAt)})`,
};

function prepareEarliest(fields: { at: ReturnType<typeof earliest> }) {
  const read = prepareStatement<{ at: unknown }>(fields, (db) =>
    db.select(fields).from(meta).where(eq(meta.key, 'directory')),
  );
  return async (tx: Tx): Promise<Instant | null> => {
    const [row] = await read(tx, {});
    return row?.at == null ? null : readInstant(row.at);
  };
}

/** The earliest instant at which a message or a card may be sent (one that is leased: when free again), or null. */
export const nextSendAt = prepareEarliest(sendFields);

/** The earliest instant at which an issue or a handover is due, or null. */
export const nextStepAt = prepareEarliest(stepFields);

/** The earliest instant at which anything is to be sent or an issue or a handover is due, or null. */
export async function nextDueAt(tx: Tx): Promise<Instant | null> {
  const all = [await nextSendAt(tx), await nextStepAt(tx)].filter((one) => one !== null);
  return all.length === 0 ? null : Math.min(...all);
}
