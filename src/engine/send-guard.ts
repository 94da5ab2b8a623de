/** Keeps one row's fault from the others, and says what becomes of a row that fails for a fault of ours. */
import { isOutage } from '../db/database-error.ts';
import type { Tx } from '../db/open.ts';
import { type OutboxRow, replacePayload } from '../db/outbox.ts';
import type { Deps } from '../deps.ts';
import { describeError, within } from '../log.ts';
import { MAX_ATTEMPTS } from './retry.ts';

/**
 * A fault of ours leaves the row to its lease, so that it is tried again, and must not stop the others; one that
 * comes back every time is given up.
 */
export async function guard<T>(
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
export function instead(deps: Deps, row: OutboxRow): ((tx: Tx) => Promise<void>) | undefined {
  // A first failure may be of this process alone: another may be of a newer version.
  if (row.attempts < 2) return undefined;
  const at = deps.clock();
  const { instead } = deps.features.messages.get(row.kind) ?? {};
  if (!instead) return undefined;
  // Asked in the guard's own transaction: a payload it cannot read must not end the sender.
  return async (tx) => {
    const told = instead(row, at);
    if (told !== undefined) await replacePayload(tx, row.id, told as Record<string, unknown>, at);
  };
}
