/** Carries waiting messages and stale cards to the platform: claimed under a lease, drawn fresh, recorded. */

import { type CardRow, giveUpCard, retryCard } from '../db/card.ts';
import { finishOutbox, type OutboxRow, retryOutbox } from '../db/outbox.ts';
import type { Deps } from '../deps.ts';
import { describeError } from '../log.ts';
import { claimDue } from './claim.ts';
import { createFreshLane } from './fresh-lane.ts';
import { gatherLateAnswers } from './late-answers.ts';
import { mayHaveArrived } from './retry.ts';
import { sendCard } from './send-card.ts';
import { guard, instead } from './send-guard.ts';
import { sendRow } from './send-row.ts';

/** A minute's limit of calls (980) when each lasts as long as our patience (10 s): so many are under way then. */
const MAX_UNDER_WAY = 160;
/** What ends shortly after another is waited for, so that one look at the database serves both. */
const TOGETHER_MS = 50;

export interface SendReport {
  /** Rows worked on. */
  worked: number;
  /** The limits left no room for more before then. */
  fullUntil?: number;
}

export interface Sender {
  /**
   * Claims and begins what is due and may leave now, beside what is under way, and waits for none of it: a call that
   * hangs holds up its own target alone. Failures are written to their rows, never thrown.
   * @throws when the database cannot be asked
   */
  begin(): Promise<SendReport>;
  /** Cards and targets that are being sent to. */
  underWay(): number;
  /** Resolves when something may have become possible: all has ended, or something did a moment ago. */
  lookAgain(): Promise<void>;
  /** Begins nothing more: what is claimed and not yet under way is put back for others. Waits for what is. */
  stop(): Promise<void>;
}

export function createSender(deps: () => Deps): Sender {
  const lane = createFreshLane();
  const underWay = new Set<Promise<void>>();
  let nextEnd = Promise.withResolvers<void>();
  let stopped = false;

  async function begin(): Promise<SendReport> {
    let worked = 0;
    // Bounded, so that a fault which keeps rows due cannot turn into an endless loop.
    for (let round = 0; round < 100 && !stopped; round++) {
      const now = deps();
      const claimed = await claimDue(now, lane, MAX_UNDER_WAY - underWay.size);
      const { cards, rows, release, full, fullUntil } = claimed;
      worked += cards.length + rows.length;
      if (stopped) {
        await putBack(now, cards, rows);
        release();
      } else {
        const begun = [
          ...cards.map((card) => carryCard(now, card)),
          ...inOrderPerTarget(rows).map((queue) => carryQueue(now, queue, () => stopped)),
        ];
        for (const one of begun) keep(one);
        void Promise.all(begun).then(release);
      }
      if (!full) return { worked, ...(fullUntil !== undefined && { fullUntil }) };
    }
    return { worked };
  }

  function keep(work: Promise<void>): void {
    const one = work.finally(() => {
      underWay.delete(one);
      nextEnd.resolve();
      nextEnd = Promise.withResolvers();
    });
    underWay.add(one);
  }

  return {
    begin,
    underWay: () => underWay.size,
    async lookAgain() {
      if (underWay.size === 0) return;
      await nextEnd.promise;
      const pause = Promise.withResolvers<void>();
      const timer = setTimeout(pause.resolve, TOGETHER_MS);
      await Promise.race([Promise.all(underWay), pause.promise]);
      clearTimeout(timer);
    },
    async stop() {
      stopped = true;
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/**
 * Sends everything that is due and may leave now, and waits for its end. Several processes may run it at once: they
 * share the limits.
 */
export async function sendDue(deps: Deps): Promise<SendReport> {
  const sender = createSender(() => deps);
  let worked = 0;
  try {
    for (let round = 0; round < 1000; round++) {
      const report = await sender.begin();
      worked += report.worked;
      if (report.worked === 0 && sender.underWay() === 0) return { ...report, worked };
      await sender.lookAgain();
    }
    return { worked };
  } finally {
    await sender.stop();
  }
}

async function carryCard(deps: Deps, card: CardRow): Promise<void> {
  await guard(
    deps,
    { what: 'card', id: card.id, attempts: card.attempts, requestId: card.requestId },
    () => sendCard(deps, card),
    (tx) => giveUpCard(tx, card.id, 'unexpected'),
  );
}

/** One target's messages, one after the other. */
async function carryQueue(deps: Deps, claimed: OutboxRow[], stopped: () => boolean): Promise<void> {
  const queue = stopped() ? claimed : await gatherLateAnswers(deps, claimed);
  for (const [place, row] of queue.entries()) {
    if (stopped()) return putBack(deps, [], queue.slice(place));
    const goOn = await guard(
      deps,
      { what: row.kind, id: row.id, attempts: row.attempts, requestId: row.requestId },
      () => sendRow(deps, row, queue.slice(place + 1)),
      (tx) => finishOutbox(tx, row.id, 'dead', { at: deps.clock(), error: 'unexpected' }),
      instead(deps, row),
    );
    if (goOn === false) return;
  }
}

/** Gives back what was claimed and not begun; should that fail, the leases end by themselves. */
async function putBack(deps: Deps, cards: CardRow[], rows: OutboxRow[]): Promise<void> {
  const now = deps.clock();
  const untried = (row: CardRow | OutboxRow) => {
    return { at: row.dueAt ?? now, counted: false, open: mayHaveArrived(row) };
  };
  try {
    await deps.db.transaction(async (tx) => {
      for (const card of cards) await retryCard(tx, card, untried(card));
      for (const row of rows) await retryOutbox(tx, row, untried(row));
    });
  } catch (error) {
    deps.log.error('send.failed', { what: 'put-back', ...describeError(error) });
  }
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
