/** After the calendar has changed: a run that counts every deadline again, and what one issue gets from it. */
import { loadIssueForUpdate, saveIssue } from '../db/issue.ts';
import type { Tx } from '../db/open.ts';
import {
  forgetRecountChanges,
  listCountedIds,
  lockRecount,
  noteRecountChange,
  type Recount,
  updateRecount,
} from '../db/recount.ts';
import { settleLadder } from '../domain/adopt-rules.ts';
import type { Calendar } from '../domain/calendar.ts';
import { responsiblePeople } from '../domain/recipients.ts';
import {
  decideRecompute,
  type MovedDeadline,
  type RecountCause,
  recountLookBack,
} from '../domain/recount.ts';
import { DAY, type Instant } from '../domain/time.ts';
import { applyChange, type ChangeSource, derive } from './apply.ts';
import type { CommandContext } from './context.ts';

/** So many are counted while somebody waits; more are counted by the clock, and a report follows. */
const AT_ONCE = 200;
const RUNS_KEPT = 20;

/** What came of a change of the calendar. `later`: the clock counts, a report follows. */
export type Recounted = { kind: 'none' } | { kind: 'done'; moved: MovedDeadline[] } | { kind: 'later' };

/**
 * Whether this process must leave counting to others: a newer version of the program, with other data, counts or has
 * counted less than a day ago, as while one process after the other is restarted. Else the two would count in turns.
 */
export function isSuperseded(state: Recount, calendar: Calendar, at: Instant): boolean {
  const { builtInFingerprint: own } = calendar;
  const lately = (instant: Instant | null) => instant !== null && at < instant + DAY;
  if (state.builtIn === own) {
    return state.targetBuiltIn !== null && state.targetBuiltIn !== own && lately(state.begunAt);
  }
  return state.replaced === own && lately(state.countedAt);
}

/** Begins a run towards `calendar`, or turns the one that is going on towards it, from the start. */
export async function beginRun(
  tx: Tx,
  state: Recount,
  calendar: Calendar,
  why: { cause: RecountCause; actorId: number | null; answered: boolean },
  at: Instant,
): Promise<Recount> {
  const run = state.target === null ? state.run + 1 : state.run;
  const begun = {
    run,
    target: calendar.fingerprint,
    targetBuiltIn: calendar.builtInFingerprint,
    begunAt: at,
    afterId: 0,
    ...why,
  };
  await updateRecount(tx, begun);
  if (state.target === null) await forgetRecountChanges(tx, run - RUNS_KEPT);
  return { ...state, ...begun };
}

/**
 * After somebody changed the calendar in this transaction: few issues are counted at once, for many the clock is told.
 * Either way the clock goes over all of them, for what others were writing meanwhile, and reports.
 */
export async function recountNow(context: CommandContext, cause: RecountCause): Promise<Recounted> {
  const { tx, now, deps, actor } = context;
  const directory = await deps.directory.get(tx);
  const state = await lockRecount(tx);
  if (state.calendar === directory.calendar.fingerprint && state.target === null) return { kind: 'none' };
  if (isSuperseded(state, directory.calendar, now)) return { kind: 'later' };
  const ids = await listCountedIds(tx, { after: 0, limit: AT_ONCE + 1 });
  const answered = ids.length <= AT_ONCE;
  const why = { cause, actorId: actor.person.id, answered };
  const begun = await beginRun(tx, state, directory.calendar, why, now);
  if (!answered) return { kind: 'later' };
  const source = { tx, now, directory, newId: deps.newId, actorId: null, messageId: context.messageId };
  const moved: MovedDeadline[] = [];
  for (const id of ids) {
    const change = await recountIssue(source, id, begun.run);
    if (change) moved.push(change);
  }
  return { kind: 'done', moved };
}

/** Counts one issue again: deadline, thresholds, next look of the clock, look back. @returns its deadline's move */
export async function recountIssue(
  source: ChangeSource,
  issueId: number,
  run: number,
): Promise<MovedDeadline | null> {
  const { tx, now, directory } = source;
  const issue = await loadIssueForUpdate(tx, issueId);
  if (!issue) return null;
  const decision = decideRecompute(issue, { now, directory });
  if (!decision) {
    // A day off after the deadline moves the lights: what is not so any more is heard again when it is.
    const ladder = settleLadder(issue, { now, directory });
    const next = { ...(recountLookBack(issue, directory) ?? issue), ladder };
    await saveIssue(tx, next, derive(next, directory));
    return null;
  }
  const { deadline } = (await applyChange(source, issue, decision)) ?? issue;
  if (deadline.day === issue.deadline.day) return null;
  const counted = deadline.recounted?.counted;
  const [personId = null] = responsiblePeople(issue, directory);
  await noteRecountChange(tx, {
    run,
    issueId,
    personId,
    fromDay: issue.deadline.day,
    toDay: deadline.day,
    countedDay: counted ?? null,
  });
  return { issueId, from: issue.deadline.day, to: deadline.day, ...(counted && { counted }) };
}
