/** Live cards go with the time, whether or not anybody is told: lights at once, days in portions after midnight. */
import { redrawColors, redrawDays } from '../db/card-time.ts';
import type { Tx } from '../db/open.ts';
import { readState, saveState } from '../db/setting.ts';
import type { Deps } from '../deps.ts';
import { type Day, dayOf, type Instant } from '../domain/time.ts';

export interface RedrawLimits {
  /** Issues in one transaction. */
  page: number;
  /** Cards a tick may add: what the platform takes in a minute, so that nobody's change waits behind a whole day's. */
  most: number;
}

const LIMITS: RedrawLimits = { page: 200, most: 900 };
const MARK = 'day-cards';

/** How far the cards of a day are; kept in the database, so that a restart goes on with it. */
interface Mark {
  /** null: drawn anew on whatever day it is. */
  day: Day | null;
  /** Number of the last issue; null: all are done. */
  after: number | null;
}

/** @param since the tick before this one; null: the very first, when no card is older than this instant's */
export async function redrawCards(
  deps: Deps,
  at: Instant,
  since: Instant | null,
  limits = LIMITS,
): Promise<void> {
  const { day, mark } = await deps.db.transaction(async (tx) => {
    const { timeZone } = (await deps.directory.get(tx)).settings;
    if (since !== null) await redrawColors(tx, { since, now: at });
    const seen = dayOf(since ?? at, timeZone);
    return {
      day: dayOf(at, timeZone),
      mark: ((await readState(tx, MARK)) as Mark | undefined) ?? { day: seen, after: null },
    };
  });
  let after = mark.day === day ? mark.after : 0;
  for (let cards = 0; after !== null && cards < limits.most; ) {
    const from: number = after;
    const page = await deps.db.transaction(async (tx) => {
      const drawn = await redrawDays(tx, { now: at, after: from, limit: limits.page });
      await saveState(tx, MARK, { day, after: drawn.after } satisfies Mark);
      return drawn;
    });
    after = page.after;
    cards += page.cards;
  }
}

/** All cards are to show their days anew, beginning with this tick. */
export async function oweDayCards(tx: Tx): Promise<void> {
  await saveState(tx, MARK, { day: null, after: 0 } satisfies Mark);
}
