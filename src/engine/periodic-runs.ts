/** Queues what is due by the time of day: each thing once a day, whatever restarts, replicas and clocks do. */
import { enqueue } from '../db/outbox.ts';
import { claimRun, noteQueued, plannedKinds } from '../db/periodic-run.ts';
import type { Deps } from '../deps.ts';
import type { Directory } from '../domain/directory.ts';
import { dayOf, type Instant } from '../domain/time.ts';
import { describeError } from '../log.ts';
import type { Periodic, PeriodicRun } from './periodic.ts';
import { dueRun } from './schedule.ts';

/**
 * Each in a transaction of its own; one that fails is logged, tried again at the next tick, and holds up no other.
 * @param since the last tick before this one; null: the very first, which has missed nothing
 * @returns how many messages were queued
 */
export async function planPeriodicRuns(deps: Deps, at: Instant, since: Instant | null): Promise<number> {
  const due = await deps.db.read(async (tx) => {
    const directory = await deps.directory.get(tx);
    const runs = dueRuns(deps, directory, at).toSorted(({ periodic: a }, { periodic: b }) =>
      a.from(directory).localeCompare(b.from(directory)),
    );
    if (runs.length === 0) return [];
    const planned = await plannedKinds(tx, dayOf(at, directory.settings.timeZone));
    return runs.filter(({ periodic }) => !planned.has(periodic.kind));
  });
  let queued = 0;
  for (const { periodic, run } of due) {
    try {
      queued += await planRun(deps, periodic, run, { at, missed: since !== null });
    } catch (error) {
      deps.log.error('periodic.failed', { kind: periodic.kind, day: run.day, ...describeError(error) });
    }
  }
  return queued;
}

function dueRuns(deps: Deps, directory: Directory, at: Instant): { periodic: Periodic; run: PeriodicRun }[] {
  return deps.features.periodics.flatMap((periodic) => {
    const run = dueRun(periodic, directory, at);
    return run ? [{ periodic, run }] : [];
  });
}

/** @param planned kinds that have been planned today */
export function isPeriodicDue(deps: Deps, planned: string[], directory: Directory, at: Instant): boolean {
  return dueRuns(deps, directory, at).some(({ periodic }) => !planned.includes(periodic.kind));
}

async function planRun(
  deps: Deps,
  periodic: Periodic,
  run: PeriodicRun,
  { at, missed }: { at: Instant; missed: boolean },
): Promise<number> {
  return deps.db.transaction(async (tx) => {
    if (!(await claimRun(tx, { kind: periodic.kind, ...run }, at))) return 0;
    if (run.late && !missed) return 0;
    const directory = await deps.directory.get(tx);
    const rows = await periodic.plan({ deps, tx, directory, at, ...run });
    const queued = (await enqueue(tx, rows, at)).length;
    await noteQueued(tx, { kind: periodic.kind, day: run.day, queued });
    return queued;
  });
}
