/** When a push of each kind came last: the evidence that a subscription works. */
import { isNotNull, max } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './open.ts';
import { inbox } from './schema.ts';
import { readState, saveState } from './setting.ts';

const NAME = 'arrivals';

export type Arrivals = Record<string, Instant>;

/** By kind; also of pushes that have been forgotten since, as far as `rememberArrivals` was called before. */
export async function lastArrivals(tx: Tx): Promise<Arrivals> {
  const known = ((await readState(tx, NAME)) ?? {}) as Arrivals;
  const rows = await tx
    .select({ kind: inbox.kind, at: max(inbox.receivedAt) })
    .from(inbox)
    .where(isNotNull(inbox.kind))
    .groupBy(inbox.kind);
  const last = { ...known };
  for (const { kind, at } of rows) {
    if (kind !== null && at !== null) last[kind] = Math.max(at, last[kind] ?? 0);
  }
  return last;
}

/** Writes the last ones down before the inbox forgets them. */
export async function rememberArrivals(tx: Tx): Promise<void> {
  await saveState(tx, NAME, await lastArrivals(tx));
}
