/** Whether somebody who asks now goes before what waits since an outage. */
import type { Instant } from '../domain/time.ts';

/** What is wanted for longer than this is late; a few minutes more matter less to it than to a fresh question. */
const FRESH_MS = 60_000;
/** Of so many claims in a backlog one is for the oldest, however much fresh there is: nothing starves. */
const OLDEST_EVERY = 4;

export interface FreshLane {
  /** For the next claim: targets that want something since then go first; undefined: strictly the oldest first. */
  since(now: Instant): Instant | undefined;
  /** Takes note of what a claim has brought, and whether more may be due. */
  saw(
    claimed: { rows: { wantedAt: Instant | null; createdAt: Instant }[]; full: boolean },
    now: Instant,
  ): void;
}

/** Costs nothing while nothing is late: only what was claimed tells of a backlog. */
export function createFreshLane(): FreshLane {
  let behind = false;
  let turn = 0;
  return {
    since(now) {
      if (!behind) return undefined;
      turn++;
      return turn % OLDEST_EVERY === 0 ? undefined : now - FRESH_MS;
    },
    saw({ rows, full }, now) {
      const late = rows.some((row) => now - (row.wantedAt ?? row.createdAt) > FRESH_MS);
      behind = (behind || late) && full;
    },
  };
}
