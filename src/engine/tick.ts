/** What happens because time has passed: one pass over everything due at an instant. */
import { applyChange } from '../commands/apply.ts';
import { REMEMBER_EVENTS_MS } from '../commands/receive.ts';
import { forgetDrafts } from '../db/draft.ts';
import { forgetEvents } from '../db/inbox.ts';
import { claimDueIssues, loadIssueForUpdate, setNextAt } from '../db/issue.ts';
import { doneAt, finishLease, takeLease } from '../db/lease.ts';
import { forgetFinished } from '../db/outbox.ts';
import type { Deps } from '../deps.ts';
import { decideTick, planIssue } from '../domain/ladder.ts';
import type { Instant } from '../domain/time.ts';
import { describeError } from '../log.ts';
import { auditIssues } from './audit.ts';
import { bundleNotices } from './bundle.ts';
import { caughtUpFrom } from './catch-up.ts';
import { planCheck } from './check.ts';
import { recoverFromClock } from './clock-back.ts';
import { tickHandovers } from './handover.ts';
import { planPeriodicRuns } from './periodic-runs.ts';
import { recountDeadlines } from './recount.ts';
import { redrawCards } from './redraw.ts';

const LEASE_MS = 5 * 60_000;
const BATCH = 50;
/** Sent and dropped messages are kept this long for the health report and questions. */
const KEEP_FINISHED_MS = 60 * 24 * 3_600_000;
/** Confirm cards and half-filled forms nobody came back to. */
const KEEP_DRAFTS_MS = 30 * 24 * 3_600_000;

export interface TickReport {
  /** false: another process holds the lease, or this instant is already worked off. */
  ran: boolean;
  issues: number;
  wave: number;
}

/**
 * Works off everything due at `at`. Safe to call from several processes, twice, late, or with a clock that
 * went back: a lease keeps one at a time, and every step is guarded by its own row.
 */
export async function runTick(deps: Deps, at: Instant): Promise<TickReport> {
  const leased = await deps.db.transaction(async (tx) => ({
    since: await doneAt(tx, 'tick'),
    taken: await takeLease(tx, 'tick', deps.holder, at, LEASE_MS),
  }));
  if (!leased.taken) return { ran: false, issues: 0, wave: 0 };
  const startedAt = deps.clock();
  let issues = 0;
  let wave = 0;
  let well = false;
  try {
    if (leased.since !== null && leased.since > at)
      await recoverFromClock(deps, { at, worked: leased.since });
    await recountDeadlines(deps, at);
    // Before the ladder, so that whoever stands in from today hears what is due today.
    await tickHandovers(deps, at);
    issues = await tickIssues(deps, at);
    await redrawCards(deps, at, leased.since);
    await planCheck(deps, at);
    wave = await planPeriodicRuns(deps, at, leased.since);
    await bundleNotices(deps, at);
    well = await auditIssues(deps, at);
    await deps.db.transaction(async (tx) => {
      await forgetEvents(tx, (await caughtUpFrom(tx, at)) - REMEMBER_EVENTS_MS);
      await forgetFinished(tx, at - KEEP_FINISHED_MS);
      await forgetDrafts(tx, at - KEEP_DRAFTS_MS);
    });
  } finally {
    await deps.db.transaction((tx) => finishLease(tx, 'tick', deps.holder, at));
  }
  deps.metrics.tick(at, issues, (deps.clock() - startedAt) / 1000);
  deps.wake();
  if (well) await deps.heartbeat();
  return { ran: true, issues, wave };
}

/** Each issue in a transaction of its own, so that one that fails does not hold up the rest. */
async function tickIssues(deps: Deps, at: Instant): Promise<number> {
  let done = 0;
  const failed = new Set<number>();
  for (let round = 0; round < 10_000; round++) {
    const ids = await deps.db.transaction((tx) => claimDueIssues(tx, at, BATCH + failed.size));
    const fresh = ids.filter((id) => !failed.has(id));
    if (fresh.length === 0) return done;
    for (const id of fresh) {
      try {
        await tickIssue(deps, id, at);
        done++;
      } catch (error) {
        failed.add(id);
        deps.log.error('tick.issue-failed', { issue: id, ...describeError(error) });
      }
    }
  }
  return done;
}

async function tickIssue(deps: Deps, id: number, at: Instant): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const issue = await loadIssueForUpdate(tx, id);
    if (!issue) return;
    const directory = await deps.directory.get(tx);
    const { nextAt } = planIssue(issue, directory);
    if (nextAt !== null) deps.metrics.reminded((at - nextAt) / 1000);
    const decision = decideTick(issue, { now: at, directory });
    if (decision === null) {
      // Nothing is owed after all (rules or calendar changed): look again when the plan says so.
      await setNextAt(tx, id, nextAt !== null && nextAt <= at ? at + 60_000 : nextAt);
      return;
    }
    await applyChange(
      { tx, now: at, directory, newId: deps.newId, actorId: null, messageId: null },
      issue,
      decision,
    );
  });
}
