/** Messages waiting to be sent. They commit together with what caused them and leave one target's queue in order. */
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  notExists,
  or,
  sql,
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Instant } from '../domain/time.ts';
import type { NewOutboxRow } from '../kinds/kind.ts';
import { NOTICE } from '../kinds/messages.ts';
import type { Tx } from './open.ts';
import { requestIdOf } from './request-id.ts';
import { inOrderOf } from './row.ts';
import { outbox as table } from './schema.ts';
import { placeholdersFor, prepareRows } from './statement.ts';
import { type ClaimBase, countTry, type Held, putBack, type Retry, stillHeld, UNHELD } from './tries.ts';

export type OutboxRow = typeof table.$inferSelect;
export type OutboxState = OutboxRow['state'];

// Far below PostgreSQL's 65,535 parameters for one statement.
const CHUNK = 1000;
/** More rows at once are rare enough to be built each time. */
const MANY = 8;

const COLUMNS = [
  'id',
  'kind',
  'target',
  'issueId',
  'payload',
  'dedupeKey',
  'dueAt',
  'wantedAt',
  'createdAt',
  'requestId',
] as const;
const CONSTANT = { state: 'waiting', attempts: 0 } as const;
const id = { id: table.id };
const insertRows = prepareRows(id, (db, size) =>
  db
    .insert(table)
    .values(Array.from({ length: size }, (_, n) => ({ ...placeholdersFor(COLUMNS, n), ...CONSTANT })))
    .onConflictDoNothing()
    .returning(id),
);

/**
 * Adds messages in the order given.
 * @returns the ids that are new; a row whose dedupeKey (or id) is known already is left out
 */
export async function enqueue(tx: Tx, rows: NewOutboxRow[], now: Instant): Promise<string[]> {
  const added: string[] = [];
  for (let start = 0; start < rows.length; start += CHUNK) {
    const values = rows.slice(start, start + CHUNK).map((row) => ({
      id: row.id,
      kind: row.kind,
      target: row.target,
      issueId: row.issueId ?? null,
      payload: row.payload,
      dedupeKey: row.dedupeKey ?? null,
      dueAt: row.dueAt,
      wantedAt: row.dueAt,
      createdAt: now,
      requestId: requestIdOf(tx),
    }));
    const written =
      values.length <= MANY
        ? await insertRows(tx, values)
        : await tx
            .insert(table)
            .values(values.map((row) => ({ ...row, ...CONSTANT })))
            .onConflictDoNothing()
            .returning(id);
    added.push(...written.map((row) => row.id));
  }
  return added;
}

const free = (now: Instant) => or(isNull(table.leaseUntil), lte(table.leaseUntil, now));

/**
 * The first `size` messages that may be sent, without those for a target somebody is sending to right now.
 * @param freshSince only to targets for which something is wanted since then
 */
function freeMessages(tx: Tx, now: Instant, size: number, freshSince?: Instant) {
  const busy = alias(table, 'busy');
  const sending = tx
    .select({ one: sql`1` })
    .from(busy)
    .where(and(eq(busy.target, table.target), gt(busy.leaseUntil, now)));
  const fresh = alias(table, 'fresh');
  const asked =
    freshSince === undefined
      ? undefined
      : inArray(
          table.target,
          tx
            .select({ target: fresh.target })
            .from(fresh)
            .where(and(gt(fresh.wantedAt, freshSince), lte(fresh.dueAt, now))),
        );
  return tx
    .select({ id: table.id, target: table.target, dueAt: table.dueAt, seq: table.seq })
    .from(table)
    .where(and(lte(table.dueAt, now), free(now), notExists(sending), asked))
    .orderBy(asc(table.dueAt), asc(table.seq))
    .limit(size)
    .as('free_messages');
}

/**
 * Takes messages that are due, oldest first, for `leaseMs`; nobody else gets them meanwhile, nor any other message to
 * the same target, so that two senders cannot turn their order round. A message that waits for a later try does not
 * hold up those behind it.
 * @param claim.perTarget messages to one target at most, 5 by default
 * @param claim.freshSince targets for which something is wanted since then go first, each in its own order
 */
export async function claimOutbox(tx: Tx, claim: OutboxClaim): Promise<OutboxRow[]> {
  const { freshSince, ...plain } = claim;
  if (freshSince === undefined) return claimOldest(tx, plain);
  const first = await claimOldest(tx, claim);
  const limit = claim.limit - first.length;
  return limit > 0 ? [...first, ...(await claimOldest(tx, { ...plain, limit }))] : first;
}

interface OutboxClaim extends ClaimBase {
  limit: number;
  perTarget?: number;
  freshSince?: Instant | undefined;
}

async function claimOldest(tx: Tx, claim: OutboxClaim): Promise<OutboxRow[]> {
  const { now, limit } = claim;
  // A window keeps a morning wave cheap; several times the limit, so that a long queue to one target leaves room.
  const window = freeMessages(tx, now, limit * 20, claim.freshSince);
  const rank = sql<number>`row_number() over (partition by ${window.target} order by ${window.dueAt}, ${window.seq})`;
  const ranked = tx
    .select({ id: window.id, rank: rank.as('rank') })
    .from(window)
    .as('ranked');
  const locked = await tx
    .select({ id: table.id, target: table.target, rank: sql`${ranked.rank}`.mapWith(Number) })
    .from(table)
    .innerJoin(ranked, eq(ranked.id, table.id))
    .where(and(lte(ranked.rank, claim.perTarget ?? 5), lte(table.dueAt, now), free(now)))
    .orderBy(asc(table.dueAt), asc(table.seq))
    .limit(limit)
    .for('update', { of: table, skipLocked: true });
  // Who locked the first message of a target has its queue; the rest is let go with the transaction.
  const mine = new Set(locked.filter((row) => row.rank === 1).map((row) => row.target));
  const ids = locked.filter((row) => mine.has(row.target)).map((row) => row.id);
  if (ids.length === 0) return [];
  const rows = await tx
    .update(table)
    .set({ leaseUntil: now + claim.leaseMs, leaseHolder: claim.holder ?? null, ...countTry(table, now) })
    .where(inArray(table.id, ids))
    .returning();
  return inOrderOf(ids, rows);
}

/**
 * Ends a message. One that is over already stays as it is, but for a dead letter whose sender comes back late and knows
 * that it was sent.
 * @param facts.error a code, never message text
 */
export async function finishOutbox(
  tx: Tx,
  id: string,
  state: 'sent' | 'dropped' | 'dead',
  facts: { at: Instant; messageId?: string; error?: string },
): Promise<void> {
  const open = facts.messageId === undefined ? (['waiting'] as const) : (['waiting', 'dead'] as const);
  await tx
    .update(table)
    .set({
      state,
      dueAt: null,
      ...UNHELD,
      finishedAt: facts.at,
      messageId: facts.messageId ?? null,
      ...(facts.error === undefined ? {} : { lastError: facts.error }),
    })
    .where(and(eq(table.id, id), inArray(table.state, [...open])));
}

/** Puts a message back for a later try; one that is over, or that another sender has taken meanwhile, stays as it is. */
export async function retryOutbox(tx: Tx, claimed: Held<string>, retry: Retry): Promise<void> {
  await tx
    .update(table)
    .set(putBack(table, retry))
    .where(and(stillHeld(table, claimed), eq(table.state, 'waiting')));
}

/** Puts something else into a message that could not be drawn, and lets it go out at once. */
export async function replacePayload(
  tx: Tx,
  id: string,
  payload: Record<string, unknown>,
  now: Instant,
): Promise<void> {
  await tx
    .update(table)
    .set({ payload, dueAt: now, ...UNHELD })
    .where(and(eq(table.id, id), eq(table.state, 'waiting')));
}

/**
 * Lets a target that takes no more just now rest: what waits for it comes no earlier than `at`, so that a message put
 * back is not overtaken by those behind it.
 */
export async function restTarget(tx: Tx, target: string, at: Instant): Promise<void> {
  await tx
    .update(table)
    .set({ dueAt: at })
    .where(and(eq(table.target, target), lt(table.dueAt, at), isNull(table.leaseUntil)));
}

/** How many messages wait now, and how many ended since `since`, by kind and state. */
export async function outboxCounts(
  tx: Tx,
  since: Instant,
): Promise<{ kind: string; state: OutboxState; count: number }[]> {
  const waiting = await tx
    .select({ kind: table.kind, state: table.state, count: count() })
    .from(table)
    .where(isNotNull(table.dueAt))
    .groupBy(table.kind, table.state);
  const ended = await tx
    .select({ kind: table.kind, state: table.state, count: count() })
    .from(table)
    .where(gte(table.finishedAt, since))
    .groupBy(table.kind, table.state);
  return [...waiting, ...ended];
}

/** Messages given up, the latest first. */
export function listDead(tx: Tx, limit: number): Promise<OutboxRow[]> {
  return tx
    .select()
    .from(table)
    .where(sql`${table.state} = 'dead'`)
    .orderBy(desc(table.finishedAt))
    .limit(limit);
}

/** Those of these messages that are still given up; in no particular order. */
export async function readDead(tx: Tx, ids: readonly string[]): Promise<OutboxRow[]> {
  if (ids.length === 0) return [];
  return tx
    .select()
    .from(table)
    .where(and(inArray(table.id, [...ids]), eq(table.state, 'dead')));
}

export async function countDead(tx: Tx): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(table).where(sql`${table.state} = 'dead'`);
  return row?.count ?? 0;
}

/** Lets dead messages go for good; why they died stays written. @returns how many there were */
export async function dropDead(tx: Tx, ids: readonly string[] | 'all', now: Instant): Promise<number> {
  if (ids !== 'all' && ids.length === 0) return 0;
  const dropped = await tx
    .update(table)
    .set({ state: 'dropped', finishedAt: now })
    .where(and(sql`${table.state} = 'dead'`, ids === 'all' ? undefined : inArray(table.id, [...ids])))
    .returning({ id: table.id });
  return dropped.length;
}

/** Lets dead messages try once more. @returns how many there were */
export async function reviveDead(tx: Tx, ids: string[], now: Instant): Promise<number> {
  if (ids.length === 0) return 0;
  const revived = await tx
    .update(table)
    .set({
      state: 'waiting',
      dueAt: now,
      finishedAt: null,
      attempts: 0,
      firstTriedAt: null,
      lastError: null,
      rendition: null,
    })
    .where(and(inArray(table.id, ids), eq(table.state, 'dead')))
    .returning({ id: table.id });
  return revived.length;
}

/**
 * Deletes messages that were over before `before`. Their dedupe keys go with them, so `before` must lie further back
 * than anything could ask for the same message again.
 */
export async function forgetFinished(tx: Tx, before: Instant): Promise<void> {
  await tx.delete(table).where(lt(table.finishedAt, before));
}

/** Messages about an issue, oldest first. */
export function outboxOfIssue(tx: Tx, issueId: number): Promise<OutboxRow[]> {
  return tx.select().from(table).where(eq(table.issueId, issueId)).orderBy(asc(table.seq));
}

/** What the row behind a sent message was about; undefined when no row of ours sent it. */
export async function readSentPayload(
  tx: Tx,
  messageId: string,
): Promise<Record<string, unknown> | undefined> {
  const [row] = await tx
    .select({ payload: table.payload })
    .from(table)
    .where(eq(table.messageId, messageId))
    .limit(1);
  return row?.payload;
}

/** Replaces what the row behind a sent message was about; nothing where no row of ours sent it. */
export async function setSentPayload(
  tx: Tx,
  messageId: string,
  payload: Record<string, unknown>,
): Promise<void> {
  await tx.update(table).set({ payload }).where(eq(table.messageId, messageId));
}

/** When reminders that wait are to leave, after `from`; each instant once. */
export async function waitingNoticeTimes(tx: Tx, from: Instant): Promise<Instant[]> {
  const rows = await tx
    .selectDistinct({ dueAt: table.dueAt })
    .from(table)
    .where(and(eq(table.kind, NOTICE.kind), gt(table.dueAt, from)));
  return rows.flatMap((row) => row.dueAt ?? []);
}

/** Puts off reminders that were to leave at one instant. */
export async function putOffNotices(tx: Tx, from: Instant, to: Instant): Promise<void> {
  await tx
    .update(table)
    .set({ dueAt: to })
    .where(and(eq(table.kind, NOTICE.kind), eq(table.dueAt, from)));
}
