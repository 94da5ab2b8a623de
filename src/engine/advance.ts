/** Plays time forward through every instant at which something is due: for tests and the demo's clock. */
import { readNextDue } from '../db/due.ts';
import type { Deps } from '../deps.ts';
import type { Instant } from '../domain/time.ts';
import { bundleNotices } from './bundle.ts';
import { nextRunAt } from './schedule.ts';
import { sendDue } from './send.ts';
import { runTick } from './tick.ts';

/** A day of minutes; more steps than this towards one instant means something is due for ever. */
const MOST_STEPS = 20_000;

/**
 * Moves the clock to `to`, stopping wherever something is due: ticking and sending there, or, where messages alone are
 * due, sending only, as the service does between two ticks.
 * @param setClock moves the clock `deps.clock` reads
 * @param grainMs stops only at multiples of it, doing everything of the time between at once: coarser and quicker
 * @param others more processes on the same database that do the same at the same moments
 */
export async function advanceTo(
  deps: Deps,
  setClock: (at: Instant) => void,
  to: Instant,
  grainMs = 1,
  others: Deps[] = [],
): Promise<void> {
  const all = [deps, ...others];
  const send = () => Promise.all(all.map((one) => sendDue(one)));
  const work = async () => {
    await Promise.all(all.map((one) => runTick(one, deps.clock())));
    await send();
  };
  for (let step = 0; step < MOST_STEPS; step++) {
    const now = deps.clock();
    const due = await deps.db.read(async (tx) => {
      const { send, step } = await readNextDue(tx);
      const directory = await deps.directory.get(tx);
      const never = Number.POSITIVE_INFINITY;
      const run = nextRunAt(deps.features.periodics, directory, now) ?? never;
      return { tick: Math.min(run, step ?? never), send: send ?? never };
    });
    const next = Math.min(due.tick, due.send);
    if (next > to) break;
    // What is due already needs a tick of its own instant: the lease refuses the same instant twice.
    const at = Math.max(Math.min(to, Math.ceil(next / grainMs) * grainMs), now + 1);
    setClock(at);
    if (due.tick <= at) await work();
    else {
      // A tick of this minute would have made one message of several.
      await bundleNotices(deps, at);
      await send();
    }
    if (step === MOST_STEPS - 1) throw new Error('something stays due for ever');
  }
  if (deps.clock() < to) setClock(to);
  await work();
}
