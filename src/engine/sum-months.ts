/** Keeps the sums of months that are over, a few months a tick; what is not summed yet costs more and is as exact. */
import {
  type ChangedMonth,
  changedMonths,
  forgetOthers,
  leaveUnsummed,
  lockSums,
  sumMonth,
} from '../db/figure-sums.ts';
import type { Deps } from '../deps.ts';
import { dayOf, type Instant, instantAt } from '../domain/time.ts';

/** A step of its last day may still be taken back. */
const SETTLED_MS = 24 * 3_600_000;
/** The months before it are summed, the one it begins is not. */
export function summedUntil(at: Instant, timeZone: string): Instant {
  return instantAt(`${dayOf(at - SETTLED_MS, timeZone).slice(0, 8)}01`, '00:00', timeZone);
}

/** Where much changes in an old month, it is not summed anew each time. */
const AGAIN_MS = 10 * 60_000;
const A_TICK = 4;

/**
 * Sums months in which something changed, the newest first.
 * @returns how many were summed; none: nothing is left to do now
 */
export async function sumMonths(deps: Pick<Deps, 'db' | 'directory'>, at: Instant): Promise<number> {
  const { timeZone, months } = await deps.db.transaction(async (tx) => {
    const { timeZone } = (await deps.directory.get(tx)).settings;
    await lockSums(tx);
    await forgetOthers(tx, timeZone);
    const changed = await changedMonths(tx, timeZone);
    const summed = summedUntil(at, timeZone);
    const running = changed.filter(({ from }) => from >= summed);
    for (const month of running) await leaveUnsummed(tx, month);
    return { timeZone, months: changed.filter((month) => !running.includes(month)) };
  });
  const due = months.filter((month) => isDue(month, at)).slice(0, A_TICK);
  for (const month of due)
    await deps.db.transaction(async (tx) => {
      await lockSums(tx);
      await sumMonth(tx, month, timeZone, at);
    });
  return due.length;
}

/** Summed by a clock that has been set back since, it is due as well. */
function isDue({ summedAt }: ChangedMonth, at: Instant): boolean {
  return summedAt === null || summedAt > at || summedAt + AGAIN_MS <= at;
}
