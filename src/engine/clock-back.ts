/** After a clock that ran ahead was set right: what it did too early is undone, and is owed again. */
import { applyChange } from '../commands/apply.ts';
import {
  dropEarlyNotices,
  type EarlyStep,
  earlySteps,
  freeDigestKeys,
  releaseWaiting,
} from '../db/clock-back.ts';
import { loadIssueForUpdate } from '../db/issue.ts';
import { CLOCK_SKEW_MS } from '../db/lease.ts';
import { forgetRunsAfter } from '../db/periodic-run.ts';
import type { Deps } from '../deps.ts';
import { decideRewind } from '../domain/rewind.ts';
import { dayOf, type Instant } from '../domain/time.ts';
import { describeError } from '../log.ts';

/**
 * What has been sent cannot be unsent; but no rung stays marked as heard, no pause as ended and no day as told before
 * its time, and nothing waits for the wrong hour.
 * @param clock.worked the instant worked off last, by the wrong clock
 */
export async function recoverFromClock(deps: Deps, clock: { at: Instant; worked: Instant }): Promise<void> {
  const { at, worked } = clock;
  deps.log.warn('clock.set-back', { by: worked - at });
  const steps = await deps.db.transaction(async (tx) => {
    await dropEarlyNotices(tx, at);
    await releaseWaiting(tx, at, CLOCK_SKEW_MS);
    const { timeZone } = (await deps.directory.get(tx)).settings;
    await freeDigestKeys(tx, await forgetRunsAfter(tx, dayOf(at, timeZone), at), at);
    return earlySteps(tx, at);
  });
  for (const step of steps) {
    try {
      await rewind(deps, step, at);
    } catch (error) {
      deps.log.error('clock.rewind-failed', { issue: step.issueId, ...describeError(error) });
    }
  }
}

async function rewind(deps: Deps, step: EarlyStep, at: Instant): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const issue = await loadIssueForUpdate(tx, step.issueId);
    if (!issue) return;
    const directory = await deps.directory.get(tx);
    const decision = decideRewind(issue, step.before, { now: at, directory });
    if (!decision) return;
    const source = { tx, now: at, directory, newId: deps.newId, actorId: null, messageId: null };
    await applyChange(source, issue, decision);
  });
}
