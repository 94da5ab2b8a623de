/** Takes what may leave now: rows under a lease, and the slots for them out of the limits all processes share. */
import { type CardRow, claimCards } from '../db/card.ts';
import { nextSendAt } from '../db/due.ts';
import { claimOutbox, type OutboxRow } from '../db/outbox.ts';
import { enterPacing, noteGrant } from '../db/pacing.ts';
import type { Deps } from '../deps.ts';
import type { FreshLane } from './fresh-lane.ts';
import type { RateLimitRequest, Reservation } from './pacing.ts';
import { LEASE_MS } from './retry.ts';

const BATCH = 40;
/** To one target at once: more than its limit lets out, because what is late is told in one message (late-answers.ts). */
const PER_TARGET = 20;

export interface Claimed {
  cards: CardRow[];
  rows: OutboxRow[];
  /** Gives back the slots of what was not sent after all. */
  release(): void;
  /** More may be due than was taken. */
  full: boolean;
  /** When there is room again, if there was none now. */
  fullUntil?: number;
}

const NOTHING = { cards: [], rows: [], release: () => {}, full: false };

/** Where a card's next call goes, and whose limit it counts for. */
export function wantOfCard(row: CardRow): RateLimitRequest {
  return row.messageId === null
    ? { lane: 'send', target: `${row.place}:${row.target}` }
    : { lane: 'patch', target: row.messageId };
}

export function rateLimitRequestOf({ features }: Deps, row: OutboxRow): RateLimitRequest {
  return { lane: features.jobs.has(row.kind) ? 'read' : 'send', target: row.target };
}

/**
 * Claims cards and messages that are due. One short statement tells the other processes of the whole batch; a message
 * without a slot comes along all the same, and is put back when it asks for one.
 * @param lane remembers from claim to claim whether there is a backlog
 * @param most so many cards and messages together
 */
export async function claimDue(deps: Deps, lane: FreshLane, most = 2 * BATCH): Promise<Claimed> {
  const { pacer } = deps;
  const now = deps.clock();
  const holder = deps.holding.claimant();
  // Whom the others may think dead by now claims nothing before its next sign of life.
  if (most <= 0 || holder === undefined) return NOTHING;
  const batch = Math.min(BATCH, Math.ceil(most / 2));
  const sendRoom = Math.min(batch, pacer.room('send', now));
  const cardRoom = Math.min(batch, pacer.room('patch', now));
  if (sendRoom === 0 && cardRoom === 0) {
    return { ...NOTHING, fullUntil: Math.min(pacer.freeAt('send', now), pacer.freeAt('patch', now)) };
  }
  const vain = sendRoom > 0 ? NOTHING : { ...NOTHING, fullUntil: pacer.freeAt('send', now) };
  // Most looks find nothing: one statement says so, where a claim is a transaction of four.
  const due = await deps.db.read((tx) => nextSendAt(tx));
  if (due === null || due > now) return vain;
  let reserved: Reservation | undefined;
  let own = 0;
  const freshSince = lane.since(now);
  try {
    const claimed = await deps.db.transaction(async (tx) => {
      // The transaction may be tried again.
      reserved?.release();
      reserved = undefined;
      const claim = { now, leaseMs: LEASE_MS, holder };
      const cards =
        cardRoom > 0 ? await claimCards(tx, { ...claim, limit: cardRoom, postedOnly: sendRoom === 0 }) : [];
      const rows =
        sendRoom > 0
          ? await claimOutbox(tx, { ...claim, limit: sendRoom, perTarget: PER_TARGET, freshSince })
          : [];
      if (cards.length + rows.length === 0) return undefined;
      const { version, news } = await enterPacing(tx, pacer);
      pacer.learn(news, now);
      reserved = pacer.reserve(
        [...cards.map(wantOfCard), ...rows.map((row) => rateLimitRequestOf(deps, row))],
        now,
      );
      if (Object.keys(reserved.slots).length > 0) {
        await noteGrant(tx, { version, holder: pacer.holder, at: now, slots: reserved.slots });
      }
      own = version;
      return { cards, rows };
    });
    if (!claimed) return vain;
    pacer.seen = Math.max(pacer.seen, own);
    const full =
      (cardRoom > 0 && claimed.cards.length >= cardRoom) || (sendRoom > 0 && claimed.rows.length >= sendRoom);
    lane.saw({ rows: claimed.rows, full }, now);
    return { ...claimed, release: () => reserved?.release(), full };
  } catch (error) {
    reserved?.release();
    throw error;
  }
}
