/** The clock's part of a changed calendar: notices it, counts every deadline again in portions, reports. */
import { beginRun, isSuperseded, recountIssue } from '../commands/recount.ts';
import { listOpenIssues } from '../db/issue-open.ts';
import type { Tx } from '../db/open.ts';
import { enqueue, putOffNotices, waitingNoticeTimes } from '../db/outbox.ts';
import { findPeople } from '../db/person.ts';
import {
  listCountedIds,
  listRecountPeople,
  lockRecount,
  moveRecountMark,
  type Recount,
  readRecount,
  updateRecount,
} from '../db/recount.ts';
import type { Deps } from '../deps.ts';
import { decideRecompute } from '../domain/recount.ts';
import { sendableAt } from '../domain/sendable.ts';
import { DAY, HOUR, type Instant } from '../domain/time.ts';
import type { NewOutboxRow } from '../kinds/kind.ts';
import { RECOUNT_OWN, RECOUNT_REPORT } from '../kinds/messages.ts';
import { describeError } from '../log.ts';
import { oweDayCards } from './redraw.ts';

export interface RecountLimits {
  /** Issues between two marks; after a crash at most so many are looked at again. */
  page: number;
  /** Issues in one call, so that reminders are not held up; the next tick goes on. */
  most: number;
}

const LIMITS: RecountLimits = { page: 50, most: 5000 };
const CHECK_PAGE = 500;

/**
 * Compares the calendar that counts with the one the deadlines were counted with; cheap while they are the same. Else
 * counts on from the mark, each issue in a transaction of its own, and reports when all are done. Called under the
 * tick's lease; two at once do no harm, for an issue counted twice moves once.
 * @returns how many issues were looked at
 */
export async function recountDeadlines(deps: Deps, at: Instant, limits = LIMITS): Promise<number> {
  if (!(await deps.db.read((tx) => isDue(deps, tx, at)))) return 0;
  const run = (await deps.db.transaction((tx) => openRun(deps, tx, at))) ?? (await recheck(deps, at));
  if (!run) return 0;
  let done = 0;
  for (let after = run.afterId; done < limits.most; ) {
    const ids = await deps.db.read((tx) => listCountedIds(tx, { after, limit: limits.page }));
    const last = ids.at(-1);
    if (last === undefined) {
      await deps.db.transaction((tx) => finishRun(deps, tx, run, at));
      return done;
    }
    for (const id of ids) {
      try {
        if (!(await countOne(deps, id, run, at))) return done;
      } catch (error) {
        deps.log.error('recount.issue-failed', { issue: id, ...describeError(error) });
      }
      done++;
    }
    after = last;
    await deps.db.transaction((tx) => moveRecountMark(tx, run, after));
  }
  return done;
}

/** A clock set back takes back what was done ahead of time, deadlines counted again among it. */
function owesRecheck({ recheckAt, countedAt }: Recount, at: Instant): boolean {
  return (recheckAt !== null && recheckAt < at) || (countedAt !== null && countedAt > at);
}

async function isDue(deps: Deps, tx: Tx, at: Instant): Promise<boolean> {
  const { calendar } = await deps.directory.get(tx);
  const state = await readRecount(tx);
  return !state || state.target !== null || state.calendar !== calendar.fingerprint || owesRecheck(state, at);
}

/** The run to go on with, begun if need be; undefined when there is nothing to count, or not by this version. */
async function openRun(deps: Deps, tx: Tx, at: Instant): Promise<Recount | undefined> {
  const { calendar } = await deps.directory.get(tx);
  const state = await lockRecount(tx);
  if (isSuperseded(state, calendar, at)) return undefined;
  if (state.target === calendar.fingerprint) return state;
  if (state.target !== null) {
    const { actorId, answered } = state;
    return beginRun(tx, state, calendar, { cause: state.cause ?? 'rows', actorId, answered }, at);
  }
  if (state.calendar === calendar.fingerprint) return undefined;
  const first = state.calendar === null;
  const program = state.builtIn !== calendar.builtInFingerprint;
  const cause = first ? 'first' : program ? 'program' : 'rows';
  return beginRun(tx, state, calendar, { cause, actorId: null, answered: false }, at);
}

/**
 * What somebody was writing under the old calendar while the rest was counted is found once all that is committed;
 * what processes of the old version still write, in the hours after.
 */
async function recheck(deps: Deps, at: Instant): Promise<Recount | undefined> {
  const owed = await deps.db.transaction(async (tx) => {
    const { calendar } = await deps.directory.get(tx);
    const state = await lockRecount(tx);
    if (!owesRecheck(state, at) || state.calendar !== calendar.fingerprint) return false;
    const again = state.cause === 'program' && state.countedAt !== null && at < state.countedAt + DAY;
    const countedAt = Math.min(state.countedAt ?? at, at);
    await updateRecount(tx, { recheckAt: again ? at + HOUR : null, countedAt });
    return true;
  });
  if (!owed || !(await anyMoves(deps, at))) return undefined;
  return deps.db.transaction(async (tx) => {
    const { calendar } = await deps.directory.get(tx);
    const state = await lockRecount(tx);
    if (state.target !== null || state.calendar !== calendar.fingerprint) return undefined;
    const cause = state.cause ?? 'rows';
    return beginRun(tx, state, calendar, { cause, actorId: null, answered: false }, at);
  });
}

async function anyMoves(deps: Deps, now: Instant): Promise<boolean> {
  for (let after = 0; ; ) {
    const page = await deps.db.read((tx) => listOpenIssues(tx, { after, limit: CHECK_PAGE }));
    const last = page.at(-1);
    if (!last) return false;
    const directory = await deps.db.read((tx) => deps.directory.get(tx));
    if (page.some((issue) => decideRecompute(issue, { now, directory }) !== null)) return true;
    after = last.id;
  }
}

/** @returns false when the calendar has changed again: the next tick begins anew */
async function countOne(deps: Deps, id: number, run: Recount, at: Instant): Promise<boolean> {
  return deps.db.transaction(async (tx) => {
    const directory = await deps.directory.get(tx);
    if (directory.calendar.fingerprint !== run.target) return false;
    const source = { tx, now: at, directory, newId: deps.newId, actorId: null, messageId: null };
    await recountIssue(source, id, run.run);
    return true;
  });
}

async function finishRun(deps: Deps, tx: Tx, run: Recount, at: Instant): Promise<void> {
  const state = await lockRecount(tx);
  if (state.target !== run.target || state.run !== run.run) return;
  const changed = state.builtIn !== state.targetBuiltIn;
  const again = state.calendar === state.target;
  await updateRecount(tx, {
    calendar: state.target,
    builtIn: state.targetBuiltIn,
    replaced: changed ? state.builtIn : state.replaced,
    countedAt: again ? state.countedAt : at,
    // The second look's own run has the calendar already: one broken issue must not keep it going every minute.
    recheckAt: state.cause === 'first' ? null : again ? state.recheckAt : at,
    target: null,
    targetBuiltIn: null,
    begunAt: null,
    afterId: 0,
  });
  await oweDayCards(tx);
  await keepDaysOff(deps, tx, at);
  await enqueue(tx, await reportRows(deps, tx, state, at), at);
}

/** What waits for a morning that has become a day off waits for the next. */
async function keepDaysOff(deps: Deps, tx: Tx, at: Instant): Promise<void> {
  const { clock } = await deps.directory.get(tx);
  for (const dueAt of await waitingNoticeTimes(tx, at)) {
    const sendable = sendableAt(dueAt, clock);
    if (sendable !== dueAt) await putOffNotices(tx, dueAt, sendable);
  }
}

/** One card a person with what moved of theirs; one report to the office, the administrators and who caused it. */
async function reportRows(deps: Deps, tx: Tx, state: Recount, at: Instant): Promise<NewOutboxRow[]> {
  const directory = await deps.directory.get(tx);
  const { run, cause, actorId, answered } = state;
  const told = directory.data.grants
    .filter((grant) => grant.role === 'office' || grant.role === 'administrator')
    .map((grant) => grant.personId);
  const readers = new Set([...told, ...(actorId === null ? [] : [actorId])]);
  // Whoever was answered with the list has it.
  if (answered && actorId !== null) readers.delete(actorId);
  const own = new Set(await listRecountPeople(tx, run));
  const people = new Map(
    (await findPeople(tx, [...new Set([...readers, ...own])])).map((person) => [person.id, person]),
  );
  const rowsOf = (kind: typeof RECOUNT_OWN, ids: Iterable<number>): NewOutboxRow[] =>
    [...ids].flatMap((id) => {
      const person = people.get(id);
      if (!person?.home || person.unreachableSince !== null) return [];
      const asked = kind === RECOUNT_REPORT && id === actorId;
      return [
        kind.row({
          id: deps.newId(),
          target: `person:${person.openId}`,
          payload: { run, cause: cause ?? 'rows', personId: id, asked },
          dedupeKey: `${kind.kind}:${run}:${person.openId}`,
          dueAt: asked ? at : sendableAt(Math.max(at, person.mutedUntil ?? 0), directory.clock),
        }),
      ];
    });
  return [...rowsOf(RECOUNT_REPORT, readers), ...rowsOf(RECOUNT_OWN, own)];
}
