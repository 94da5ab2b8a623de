/** Taking the last step back (撤销). The shell hands over the state before it. */

import { type Decided, type Decision, refuse } from '../decision.ts';
import type { HistoryRow, Issue } from '../issue.ts';
import { MINUTE } from '../time.ts';
import { change, type DecideContext } from './change.ts';

/**
 * Restores the state before the last step: by whoever took it, within the settings' minutes, nothing since. Logging is
 * taken back by 作废. Version and generation go on growing, so that nothing old can act; whoever was told is told.
 * @param before the issue before the step; null when the step was logging it
 * @param last the newest history row
 * @param undoable false for steps that left the building or are themselves a step back
 */
export function decideUndo(
  current: Issue,
  before: Issue | null,
  last: HistoryRow,
  undoable: boolean,
  context: DecideContext,
): Decision {
  const { actor, directory, now } = context;
  const minutes = directory.settings.undoMinutes;
  if (last.actorId !== actor.person.id) return refuse('undo-not-yours');
  if (!undoable || current.version !== (before?.version ?? 0) + 1) return refuse('undo-not-last');
  if (now - last.at > minutes * MINUTE) return refuse('undo-too-late', { minutes });
  return revertStep(current, before, last, context);
}

/**
 * The issue as it was before `last` and whatever followed it; the caller says that this may be taken back.
 * @param before null when the step was logging it: then it is void
 */
export function revertStep(
  current: Issue,
  before: Issue | null,
  last: HistoryRow,
  context: DecideContext,
): Decided {
  const told = readTold(last);
  const event = { verb: 'undo', detail: { undone: last.verb } } as const;
  const generation = current.ladder.generation + 1;
  if (before === null) {
    const ladder = { ...current.ladder, generation };
    const patch: Partial<Issue> = {
      status: 'void',
      pending: null,
      onAgenda: false,
      lookBackOn: null,
      ladder,
    };
    return change(current, patch, [event], [{ personIds: told, reason: 'voided' }], context);
  }
  // What the step brought into being is gone again, too.
  const gone = Object.keys(current).filter((key) => !(key in before));
  const patch = {
    ...Object.fromEntries(gone.map((key) => [key, undefined])),
    ...before,
    ladder: { ...before.ladder, generation },
  };
  return change(current, patch, [event], [{ personIds: told, reason: 'undone' }], context);
}

function readTold(row: HistoryRow): number[] {
  const { told } = row.detail;
  return Array.isArray(told) ? told.filter((id): id is number => typeof id === 'number') : [];
}
