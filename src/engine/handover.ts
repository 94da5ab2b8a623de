/** Handovers (交接) the clock begins and ends. */
import { beginHandover, dropHandover, endHandover } from '../commands/handover.ts';
import { claimDueHandover, listDueHandovers, moveHandover } from '../db/handover.ts';
import type { Deps } from '../deps.ts';
import { beginsAt, endsAt, handoverStep } from '../domain/handover.ts';
import type { Instant } from '../domain/time.ts';
import { describeError } from '../log.ts';

/** Begins and ends what is due. Each in a transaction of its own, so that one that fails does not hold up the rest. */
export async function tickHandovers(deps: Deps, at: Instant): Promise<void> {
  const ids = await deps.db.read((tx) => listDueHandovers(tx, at));
  for (const id of ids) {
    try {
      await tickHandover(deps, id, at);
    } catch (error) {
      deps.log.error('tick.handover-failed', { handover: id, ...describeError(error) });
    }
  }
}

async function tickHandover(deps: Deps, id: number, at: Instant): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const one = await claimDueHandover(tx, id, at);
    if (!one) return;
    const { timeZone } = (await deps.directory.get(tx)).settings;
    switch (handoverStep(one, at, timeZone)) {
      case 'begin':
        return beginHandover(deps, tx, one, at, { tellPerson: true });
      case 'end':
        return endHandover(deps, tx, one, at, 'ended');
      case 'drop':
        return dropHandover(deps, tx, one, at);
      case undefined:
        // The zone was changed meanwhile: looked at again when it is time there.
        await moveHandover(tx, one.id, one.state, {
          state: one.state,
          nextAt: one.state === 'planned' ? beginsAt(one, timeZone) : endsAt(one, timeZone),
        });
    }
  });
}
