/** Carries waiting messages and stale cards to the platform: claimed under a lease, drawn fresh, recorded. */

import { giveUpCard } from '../db/card.ts';
import { isOutage } from '../db/database-error.ts';
import type { Tx } from '../db/open.ts';
import { finishOutbox, type OutboxRow, replacePayload } from '../db/outbox.ts';
import type { Deps } from '../deps.ts';
import { describeError, within } from '../log.ts';
import { claimDue } from './claim.ts';
import { MAX_ATTEMPTS } from './retry.ts';
import { sendCard } from './send-card.ts';
import { sendRow } from './send-row.ts';

export interface SendReport {
  /** Rows worked on. */
  worked: number;
  /** The limits left no room for more before then. */
  fullUntil?: number;
}

/**
 * Sends everything that is due and may leave now. Several processes may run it at once: they share the limits.
 * Failures are written to their rows, never thrown.
 */
export async function sendDue(deps: Deps): Promise<SendReport> {
  let worked = 0;
  // Bounded, so that a fault which keeps rows due cannot turn into an endless loop.
  for (let round = 0; round < 1000; round++) {
    const { cards, rows, release, fullUntil } = await claimDue(deps);
    if (cards.length + rows.length === 0) return { worked, ...(fullUntil !== undefined && { fullUntil }) };
    worked += cards.length + rows.length;
    await Promise.all([
      ...cards.map((card) =>
        guard(
          deps,
          { what: 'card', id: card.id, attempts: card.attempts, requestId: card.requestId },
          () => sendCard(deps, card),
          (tx) => giveUpCard(tx, card.id, 'unexpected'),
        ),
      ),
      ...inOrderPerTarget(rows).map(async (queue) => {
        for (const [place, row] of queue.entries()) {
          const goOn = await guard(
            deps,
            { what: row.kind, id: row.id, attempts: row.attempts, requestId: row.requestId },
            () => sendRow(deps, row, queue.slice(place + 1)),
            (tx) => finishOutbox(tx, row.id, 'dead', { at: deps.clock(), error: 'unexpected' }),
            instead(deps, row),
          );
          if (goOn === false) break;
        }
      }),
    ]);
    release();
  }
  return { worked };
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
async function guard<T>(
  deps: Deps,
  row: { what: string; id: string | number; attempts: number; requestId: string | null },
  work: () => Promise<T>,
  giveUp: (tx: Tx) => Promise<void>,
  other?: (tx: Tx) => Promise<void>,
): Promise<T | undefined> {
  const { requestId, ...facts } = row;
  return within({ requestId: requestId ?? undefined }, async () => {
    try {
      return await work();
    } catch (error) {
      deps.log.error('send.failed', { ...facts, ...describeError(error) });
      const next = row.attempts >= MAX_ATTEMPTS ? giveUp : isOutage(error) ? undefined : other;
      if (next === undefined) return undefined;
      await deps.db.transaction(next).catch((again) => {
        deps.log.error('send.failed', { ...facts, ...describeError(again) });
      });
      return undefined;
    }
  });
}

/** What is told instead of a message that cannot be drawn. */
function instead(deps: Deps, row: OutboxRow): ((tx: Tx) => Promise<void>) | undefined {
  // A first failure may be of this process alone: another may be of a newer version.
  if (row.attempts < 2) return undefined;
  const at = deps.clock();
  const told = deps.features.messages.get(row.kind)?.instead?.(row, at);
  return told === undefined
    ? undefined
    : (tx) => replacePayload(tx, row.id, told as Record<string, unknown>, at);
}
