/** Carries waiting messages and stale cards to the platform: claimed under a lease, drawn fresh, recorded. */
import { claimCards, giveUpCard } from '../db/card.ts';
import type { Tx } from '../db/open.ts';
import { claimOutbox, finishOutbox } from '../db/outbox.ts';
import type { Deps } from '../deps.ts';
import { describeError } from '../log.ts';
import { MAX_ATTEMPTS } from './retry.ts';
import { sendCard } from './send-card.ts';
import { sendRow } from './send-row.ts';

/** Longer than any call with its retries; a crashed sender's rows are free again after this. */
export const LEASE_MS = 90_000;
const BATCH = 40;

/**
 * Sends everything that is due and may leave now. Several processes may run it at once.
 * Resolves with how many rows were worked on; failures are written to their rows, never thrown.
 */
export async function sendDue(deps: Deps): Promise<number> {
  let worked = 0;
  // Bounded, so that a fault which keeps rows due cannot turn into an endless loop.
  for (let round = 0; round < 1000; round++) {
    const now = deps.clock();
    const cardRoom = Math.min(BATCH, deps.pacer.room('patch', now), deps.pacer.room('send', now));
    const rowRoom = Math.min(BATCH, deps.pacer.room('send', now));
    if (cardRoom + rowRoom === 0) return worked;
    const claimed = await deps.db.transaction(async (tx) => ({
      cards: cardRoom > 0 ? await claimCards(tx, { now, leaseMs: LEASE_MS, limit: cardRoom }) : [],
      rows: rowRoom > 0 ? await claimOutbox(tx, { now, leaseMs: LEASE_MS, limit: rowRoom }) : [],
    }));
    if (claimed.cards.length + claimed.rows.length === 0) return worked;
    worked += claimed.cards.length + claimed.rows.length;
    await Promise.all([
      ...claimed.cards.map((card) =>
        guard(
          deps,
          { what: 'card', id: card.id, attempts: card.attempts },
          () => sendCard(deps, card),
          (tx) => giveUpCard(tx, card.id, 'unexpected'),
        ),
      ),
      ...inOrderPerTarget(claimed.rows).map(async (rows) => {
        for (const row of rows) {
          await guard(
            deps,
            { what: row.kind, id: row.id, attempts: row.attempts },
            () => sendRow(deps, row),
            (tx) => finishOutbox(tx, row.id, 'dead', { at: deps.clock(), error: 'unexpected' }),
          );
        }
      }),
    ]);
  }
  return worked;
}

/** Messages to one target leave in the order they were made. */
function inOrderPerTarget<Row extends { target: string }>(rows: Row[]): Row[][] {
  const byTarget = new Map<string, Row[]>();
  for (const row of rows) {
    const queue = byTarget.get(row.target);
    if (queue) queue.push(row);
    else byTarget.set(row.target, [row]);
  }
  return [...byTarget.values()];
}

/**
 * A fault of ours leaves the row to its lease, so that it is tried again, and must not stop the others; one that
 * comes back every time is given up.
 */
async function guard(
  deps: Deps,
  row: { what: string; id: string | number; attempts: number },
  work: () => Promise<void>,
  giveUp: (tx: Tx) => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    deps.log.error('send.failed', { ...row, ...describeError(error) });
    if (row.attempts < MAX_ATTEMPTS) return;
    await deps.db.transaction(giveUp).catch((again) => {
      deps.log.error('send.failed', { ...row, ...describeError(again) });
    });
  }
}
