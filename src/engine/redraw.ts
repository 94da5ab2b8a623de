/** Live cards go with the time, whether or not anybody is told: lights at once, days in portions after midnight. */
import { redrawColors, redrawDays } from '../db/card-time.ts';
import type { Tx } from '../db/open.ts';
import { readState, saveState } from '../db/setting.ts';
import type { Deps } from '../deps.ts';
import type { Directory } from '../domain/directory.ts';
import { type Day, dayOf, type Instant } from '../domain/time.ts';

export interface RedrawLimits {
  /** Issues in one transaction. */
  page: number;
  /** Cards a tick may add: what the platform takes in a minute, so that nobody's change waits behind a whole day's. */
  most: number;
}

const LIMITS: RedrawLimits = { page: 200, most: 900 };
/** Name of what is remembered of the days on the cards. */
export const DAY_CARDS_STATE = 'day-cards';

/** How far the cards of a day are; kept in the database, so that a restart goes on with it. */
interface Mark {
  /** null: drawn anew on whatever day it is. */
  day: Day | null;
  /** Number of the last issue; null: all are done. */
  after: number | null;
}

/** @returns the last issue whose cards show the day of `at`, 0 for none; null: all do */
function drawnUntil(
  state: unknown,
  { settings }: Directory,
  { at, since }: { at: Instant; since: Instant | null },
): number | null {
  const seen = dayOf(since ?? at, settings.timeZone);
  const mark = (state as Mark | undefined) ?? { day: seen, after: null };
  return mark.day === dayOf(at, settings.timeZone) ? mark.after : 0;
}

/**
 * Whether cards show another day than that of `at`.
 * @param state what is remembered of the days on the cards
 */
export function owesDays(
  state: unknown,
  directory: Directory,
  times: { at: Instant; since: Instant | null },
): boolean {
  return drawnUntil(state, directory, times) !== null;
}

/** @param since the tick before this one; null: the very first, when no card is older than this instant's */
export async function redrawCards(
  deps: Deps,
  at: Instant,
  since: Instant | null,
  limits = LIMITS,
): Promise<void> {
  const { day, from } = await deps.db.transaction(async (tx) => {
    const directory = await deps.directory.get(tx);
    if (since !== null) await redrawColors(tx, { since, now: at });
    const day = dayOf(at, directory.settings.timeZone);
    return { day, from: drawnUntil(await readState(tx, DAY_CARDS_STATE), directory, { at, since }) };
  });
  let after = from;
  for (let cards = 0; after !== null && cards < limits.most; ) {
    const last: number = after;
    const page = await deps.db.transaction(async (tx) => {
      const drawn = await redrawDays(tx, { now: at, after: last, limit: limits.page });
      await saveState(tx, DAY_CARDS_STATE, { day, after: drawn.after } satisfies Mark);
      return drawn;
    });
    after = page.after;
    cards += page.cards;
  }
}

/** All cards are to show their days anew, beginning with this tick. */
export async function oweDayCards(tx: Tx): Promise<void> {
  await saveState(tx, DAY_CARDS_STATE, { day: null, after: 0 } satisfies Mark);
}
