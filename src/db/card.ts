/** Live cards: one per issue and place, drawn by the sender whenever a newer version is wanted than is shown. */
import { and, asc, eq, getTableColumns, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import { DAY, type Instant } from '../domain/time.ts';
import { timestamp } from './column.ts';
import type { Tx } from './open.ts';
import { requestIdOf } from './request-id.ts';
import { inOrderOf, only } from './row.ts';
import { issue, outbox, issueCard as table } from './schema.ts';
import { placeholdersFor, prepareStatement } from './statement.ts';
import { type ClaimBase, countTry, type Held, putBack, type Retry, stillHeld, UNHELD } from './tries.ts';

export type CardRow = typeof table.$inferSelect;

export interface CardPlace {
  issueId: number;
  place: 'chat' | 'person';
  /** chat_id or open_id. */
  target: string;
  version: number;
  /** Message the first posting answers, so that it stands in its thread. */
  replyTo?: string | null | undefined;
  /** The platform's uuid for the first posting; every new anchor takes another. */
  nonce: string;
  dueAt: Instant;
}

/** A message can be edited for 14 days (230031), with a margin for clocks. */
export const EDITABLE_MS = 13.5 * DAY;

const NEXT_ANCHOR = sql`${table.anchor} + 1`;
const greatest = (version: number) => sql`greatest(${table.wantedVersion}, ${version}::int)`;

const insertCard = prepareStatement(getTableColumns(table), (db) =>
  db
    .insert(table)
    .values({
      ...placeholdersFor([
        'issueId',
        'place',
        'target',
        'nonce',
        'wantedVersion',
        'replyTo',
        'dueAt',
        'requestId',
        'askedVersion',
      ] as const),
      anchor: 1,
      shownVersion: 0,
      attempts: 0,
    })
    .onConflictDoUpdate({
      target: [table.issueId, table.place, table.target],
      set: {
        wantedVersion: sql`greatest(${table.wantedVersion}, excluded.wanted_version)`,
        askedVersion: sql`greatest(${table.askedVersion}, excluded.asked_version)`,
        dueAt: sql`coalesce(${table.dueAt}, excluded.due_at)`,
        requestId: sql`excluded.request_id`,
      },
    })
    .returning(),
);

/** Asks for a card at a place. One that is already there is kept and only wants the version. */
export async function placeCard(tx: Tx, { version, ...card }: CardPlace): Promise<CardRow> {
  const rows = await insertCard(tx, {
    ...card,
    replyTo: card.replyTo ?? null,
    wantedVersion: version,
    askedVersion: version,
    requestId: requestIdOf(tx),
  });
  return only(rows);
}

/**
 * Asks every card of an issue for a version. A card that waits for a later try keeps its time; one that was given up
 * is tried again. Of what the clock did, cards too old to be changed are left alone.
 * @param asked a person changed the issue, nobody's clock
 * @returns how many cards there are
 */
export async function markCardsStale(
  tx: Tx,
  issueId: number,
  version: number,
  { now, asked }: { now: Instant; asked: boolean },
): Promise<number> {
  const due = sql`coalesce(${table.dueAt}, ${timestamp(now)})`;
  const isOld = sql`${table.messageId} is not null and ${table.postedAt} <= ${timestamp(now - EDITABLE_MS)}`;
  const rows = await tx
    .update(table)
    .set({
      wantedVersion: greatest(version),
      ...(asked
        ? { dueAt: due, askedVersion: sql`greatest(${table.askedVersion}, ${version}::int)` }
        : { dueAt: sql`case when ${isOld} then ${table.dueAt} else ${due} end` }),
      requestId: requestIdOf(tx),
    })
    .where(eq(table.issueId, issueId))
    .returning({ id: table.id });
  return rows.length;
}

/** Lets the cards of a place that can be reached again catch up with what they missed. */
export async function wakeCards(
  tx: Tx,
  at: { place: 'chat' | 'person'; target: string },
  now: Instant,
): Promise<void> {
  await tx
    .update(table)
    .set({ dueAt: sql`coalesce(${table.dueAt}, ${timestamp(now)})` })
    .where(
      and(
        eq(table.place, at.place),
        eq(table.target, at.target),
        sql`${table.wantedVersion} > ${table.shownVersion}`,
      ),
    );
}

/**
 * Takes cards that are due, oldest first, for `leaseMs`; nobody else gets them meanwhile.
 * @param claim.postedOnly only those that stand somewhere already
 */
export async function claimCards(
  tx: Tx,
  claim: ClaimBase & { limit: number; postedOnly?: boolean },
): Promise<CardRow[]> {
  const { now, leaseMs, limit } = claim;
  const posted = claim.postedOnly ? isNotNull(table.messageId) : undefined;
  const due = tx
    .select({ id: table.id })
    .from(table)
    .where(and(lte(table.dueAt, now), or(isNull(table.leaseUntil), lte(table.leaseUntil, now)), posted))
    .orderBy(asc(table.dueAt), asc(table.id))
    .limit(limit)
    .for('update', { skipLocked: true });
  const ids = (await due).map((row) => row.id);
  if (ids.length === 0) return [];
  const rows = await tx
    .update(table)
    .set({
      leaseUntil: now + leaseMs,
      leaseHolder: claim.holder ?? null,
      ...countTry(table, now),
    })
    .where(inArray(table.id, ids))
    .returning();
  return inOrderOf(ids, rows);
}

/**
 * Notes that the message shows `version`. When a newer one was asked for meanwhile the card is due again at once.
 * Nothing happens when another message has become the card meanwhile.
 * @param shown.messageId the message just posted or changed
 */
export async function recordShown(
  tx: Tx,
  id: number,
  shown: { messageId: string; version: number; at: Instant },
): Promise<void> {
  const { messageId, version, at } = shown;
  await tx
    .update(table)
    .set({
      messageId,
      postedAt: sql`case when ${table.messageId} is null then ${timestamp(at)} else ${table.postedAt} end`,
      shownVersion: sql`greatest(${table.shownVersion}, ${version}::int)`,
      dueAt: sql`case when ${table.wantedVersion} > ${version}::int then ${timestamp(at)} end`,
      ...UNHELD,
      attempts: 0,
      firstTriedAt: null,
      lastError: null,
      rendition: null,
    })
    .where(and(eq(table.id, id), or(isNull(table.messageId), eq(table.messageId, messageId))));
}

/** Puts a card back for a later try, unless another sender has taken it meanwhile. */
export async function retryCard(tx: Tx, claimed: Held<number>, retry: Retry): Promise<void> {
  await tx.update(table).set(putBack(table, retry)).where(stillHeld(table, claimed));
}

/**
 * Stops trying; the next version asked for begins anew, but as a second try: this one may have come through.
 * @param open as in {@link Retry}
 */
export async function giveUpCard(tx: Tx, id: number, error: string, open = true): Promise<void> {
  await tx
    .update(table)
    .set({
      dueAt: null,
      ...UNHELD,
      attempts: 1,
      lastError: error,
      rendition: null,
      ...(open ? {} : { firstTriedAt: null }),
    })
    .where(eq(table.id, id));
}

/**
 * Posts the card again as a new message (14 days over, message recalled). Due at `at`.
 * @param nonce uuid of the new posting
 */
export async function newAnchor(tx: Tx, id: number, nonce: string, at: Instant): Promise<void> {
  await tx
    .update(table)
    .set({
      anchor: NEXT_ANCHOR,
      nonce,
      messageId: null,
      postedAt: null,
      shownVersion: 0,
      dueAt: at,
      ...UNHELD,
      attempts: 0,
      firstTriedAt: null,
      lastError: null,
      rendition: null,
    })
    .where(eq(table.id, id));
}

/**
 * The issue a message is about: its live card, another message of ours about it, or the message it was logged from
 * (the first issue, when several were logged from one).
 */
export async function findIssueByMessage(tx: Tx, messageId: string): Promise<number | undefined> {
  const [card] = await tx
    .select({ issueId: table.issueId })
    .from(table)
    .where(eq(table.messageId, messageId))
    .limit(1);
  if (card) return card.issueId;
  const [sent] = await tx
    .select({ issueId: outbox.issueId })
    .from(outbox)
    .where(and(eq(outbox.messageId, messageId), isNotNull(outbox.issueId)))
    .limit(1);
  if (sent?.issueId) return sent.issueId;
  const [logged] = await tx
    .select({ issueId: issue.id })
    .from(issue)
    .where(eq(issue.sourceMessageId, messageId))
    .orderBy(asc(issue.id))
    .limit(1);
  return logged?.issueId;
}

/** Every card of an issue. */
export function cardsOfIssue(tx: Tx, issueId: number): Promise<CardRow[]> {
  return tx.select().from(table).where(eq(table.issueId, issueId)).orderBy(asc(table.id));
}

/**
 * Makes a message the live card of an issue at a place: it shows `version`, later ones are drawn into it.
 * The message that was the card before is no longer changed.
 */
export async function setCard(
  tx: Tx,
  issueId: number,
  { place, target }: Pick<CardPlace, 'place' | 'target'>,
  messageId: string,
  version: number,
  now: Instant,
): Promise<void> {
  await tx
    .insert(table)
    .values({
      issueId,
      place,
      target,
      messageId,
      anchor: 1,
      // Never posted by us again unless a new anchor brings its own.
      nonce: '',
      wantedVersion: version,
      shownVersion: version,
      attempts: 0,
      postedAt: now,
    })
    .onConflictDoUpdate({
      target: [table.issueId, table.place, table.target],
      set: {
        messageId,
        anchor: NEXT_ANCHOR,
        shownVersion: version,
        wantedVersion: greatest(version),
        dueAt: sql`case when ${table.wantedVersion} > ${version}::int then ${timestamp(now)} end`,
        ...UNHELD,
        attempts: 0,
        firstTriedAt: null,
        lastError: null,
        rendition: null,
        postedAt: now,
      },
    });
}
