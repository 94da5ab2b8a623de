/** How much waits and since when, for the operator: every figure from a partial index, counted no further than asked. */
import { and, isNotNull, lte, type SQL, sql } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import { readInstant } from './column.ts';
import { doneAt } from './lease.ts';
import type { Tx } from './open.ts';
import { issueCard, outbox } from './schema.ts';

export interface Queue {
  /** Due by now and not over. */
  due: number;
  /** Due at some time, now or later. */
  waiting: number;
  /** When the longest waiting of those due now became due; null: none is. */
  oldestDueAt: Instant | null;
}

export interface Queues {
  outbox: Queue;
  cards: Queue;
  deadLetters: number;
  lastTickAt: Instant | null;
}

/** Beyond this the figure says no more; it keeps a question every few seconds cheap whatever has piled up. */
export const COUNTED_AT_MOST = 100_000;

/** Reads all queues as they are at `now`. */
export async function readQueues(tx: Tx, now: Instant): Promise<Queues> {
  return {
    outbox: await readQueue(tx, outbox, now),
    cards: await readQueue(tx, issueCard, now),
    deadLetters: await countRows(tx, outbox, sql`${outbox.state} = 'dead'`),
    lastTickAt: await doneAt(tx, 'tick'),
  };
}

async function readQueue(tx: Tx, table: typeof outbox | typeof issueCard, now: Instant): Promise<Queue> {
  const [oldest] = await tx
    .select({ at: sql<unknown>`min(${table.dueAt})` })
    .from(table)
    .where(isNotNull(table.dueAt));
  const first = oldest?.at == null ? null : readInstant(oldest.at);
  return {
    due: await countRows(tx, table, and(isNotNull(table.dueAt), lte(table.dueAt, now))),
    waiting: await countRows(tx, table, isNotNull(table.dueAt)),
    oldestDueAt: first !== null && first <= now ? first : null,
  };
}

async function countRows(
  tx: Tx,
  table: typeof outbox | typeof issueCard,
  where: SQL | undefined,
): Promise<number> {
  const some = tx
    .select({ one: sql`1`.as('one') })
    .from(table)
    .where(where)
    .limit(COUNTED_AT_MOST)
    .as('some');
  const [row] = await tx.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(some);
  return row?.count ?? 0;
}
