/** Queues what is due by the time of day: each thing once a day, whatever restarts, replicas and clocks do. */
import { enqueue } from '../db/outbox.ts';
import { claimWave, noteQueued, wavesOf } from '../db/wave.ts';
import type { Deps } from '../deps.ts';
import type { Directory } from '../domain/directory.ts';
import { dayOf, type Instant } from '../domain/time.ts';
import { describeError } from '../log.ts';
import type { Periodic, Wave } from './periodic.ts';
import { dueWave } from './schedule.ts';

/**
 * Each in a transaction of its own; one that fails is logged, tried again at the next tick, and holds up no other.
 * @param since the last tick before this one; null: the very first, which has missed nothing
 * @returns how many messages were queued
 */
export async function planPeriodicRuns(deps: Deps, at: Instant, since: Instant | null): Promise<number> {
  const due = await deps.db.read(async (tx) => {
    const directory = await deps.directory.get(tx);
    const waves = dueWaves(deps, directory, at).toSorted(({ periodic: a }, { periodic: b }) =>
      a.from(directory).localeCompare(b.from(directory)),
    );
    if (waves.length === 0) return [];
    const planned = await wavesOf(tx, dayOf(at, directory.settings.timeZone));
    return waves.filter(({ periodic }) => !planned.has(periodic.kind));
  });
  let queued = 0;
  for (const { periodic, wave } of due) {
    try {
      queued += await planWave(deps, periodic, wave, { at, missed: since !== null });
    } catch (error) {
      deps.log.error('wave.failed', { kind: periodic.kind, day: wave.day, ...describeError(error) });
    }
  }
  return queued;
}

function dueWaves(deps: Deps, directory: Directory, at: Instant): { periodic: Periodic; wave: Wave }[] {
  return deps.features.periodics.flatMap((periodic) => {
    const wave = dueWave(periodic, directory, at);
    return wave ? [{ periodic, wave }] : [];
  });
}

/** @param planned kinds that have been planned today */
export function isPeriodicDue(deps: Deps, planned: string[], directory: Directory, at: Instant): boolean {
  return dueWaves(deps, directory, at).some(({ periodic }) => !planned.includes(periodic.kind));
}

async function planWave(
  deps: Deps,
  periodic: Periodic,
  wave: Wave,
  { at, missed }: { at: Instant; missed: boolean },
): Promise<number> {
  return deps.db.transaction(async (tx) => {
    if (!(await claimWave(tx, { kind: periodic.kind, ...wave }, at))) return 0;
    if (wave.late && !missed) return 0;
    const directory = await deps.directory.get(tx);
    const rows = await periodic.plan({ deps, tx, directory, at, ...wave });
    const queued = (await enqueue(tx, rows, at)).length;
    await noteQueued(tx, { kind: periodic.kind, day: wave.day, queued });
    return queued;
  });
}
