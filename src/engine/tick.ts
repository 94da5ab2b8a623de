/** What happens because time has passed: one pass over everything due at an instant. */
import { applyChange } from '../commands/apply.ts';
import { claimDueIssues, loadIssueForUpdate, setNextAt } from '../db/issue.ts';
import { finishLease, takeLease } from '../db/lease.ts';
import type { Deps } from '../deps.ts';
import { decideTick, planIssue } from '../domain/ladder.ts';
import type { Instant } from '../domain/time.ts';
import { describeError } from '../log.ts';
import { auditIssues } from './audit.ts';
import { bundleNotices } from './bundle.ts';
import { planCheck } from './check.ts';
import { recoverFromClock } from './clock-back.ts';
import { forgetOld } from './forget.ts';
import { tickHandovers } from './handover.ts';
import { type Owed, readOwed } from './owed.ts';
import { planPeriodicRuns } from './periodic-runs.ts';
import { recountDeadlines } from './recount.ts';
import { redrawCards } from './redraw.ts';
import { sumMonths } from './sum-months.ts';

const LEASE_MS = 5 * 60_000;
const BATCH = 50;

export interface TickReport {
  /** false: another process holds the lease, or this instant is already worked off. */
  ran: boolean;
  issues: number;
  queued: number;
}

type Done = Omit<TickReport, 'ran'> & {
  /** The auditor has nothing to report. */
  well: boolean;
};

/**
 * Works off everything due at `at`. Safe to call from several processes, twice, late, or with a clock that
 * went back: a lease keeps one at a time, and every step is guarded by its own row.
 */
export async function runTick(deps: Deps, at: Instant): Promise<TickReport> {
  const leased = await deps.db.once((tx) => takeLease(tx, 'tick', deps.holder, at, LEASE_MS));
  if (!leased) return { ran: false, issues: 0, queued: 0 };
  const startedAt = deps.clock();
  let done: Done;
  try {
    if (leased.since !== null && leased.since > at)
      await recoverFromClock(deps, { at, worked: leased.since });
    done = await workOff(deps, at, leased.since);
  } finally {
    await deps.db.once((tx) => finishLease(tx, 'tick', deps.holder, at));
  }
  deps.metrics.tick(at, done.issues, (deps.clock() - startedAt) / 1000);
  deps.wake();
  if (done.well) await deps.heartbeat();
  return { ran: true, issues: done.issues, queued: done.queued };
}

/** Takes the steps that are owed, in this order; each may make another of those after it due. */
async function workOff(deps: Deps, at: Instant, since: Instant | null): Promise<Done> {
  const done: Done = { issues: 0, queued: 0, well: false };
  let owed = await readOwed(deps, at, since);
  const step = async (name: keyof Owed, work: () => Promise<unknown>) => {
    if (!owed[name]) return;
    await work();
    owed = await readOwed(deps, at, since);
  };
  await step('recount', () => recountDeadlines(deps, at));
  // Before the ladder, so that whoever stands in from today hears what is due today.
  await step('handovers', () => tickHandovers(deps, at));
  await step('issues', async () => {
    done.issues = await tickIssues(deps, at);
  });
  await step('redraw', () => redrawCards(deps, at, since));
  await step('check', () => planCheck(deps, at));
  await step('periodic', async () => {
    done.queued = await planPeriodicRuns(deps, at, since);
  });
  await step('bundle', () => bundleNotices(deps, at));
  done.well = owed.audit ? await auditIssues(deps, at) : owed.well;
  if (owed.forget) await forgetOld(deps, at);
  if (owed.sums) await sumMonths(deps, at);
  return done;
}

/** Each issue in a transaction of its own, so that one that fails does not hold up the rest. */
async function tickIssues(deps: Deps, at: Instant): Promise<number> {
  let done = 0;
  const failed = new Set<number>();
  for (let round = 0; round < 10_000; round++) {
    const ids = await deps.db.read((tx) => claimDueIssues(tx, at, BATCH + failed.size));
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
