/** What is kept for a while only. */
import { REMEMBER_EVENTS_MS } from '../commands/receive.ts';
import { forgetDrafts } from '../db/draft.ts';
import { forgetEvents } from '../db/inbox.ts';
import { forgetSheets } from '../db/ledger.ts';
import { forgetFinished } from '../db/outbox.ts';
import { readState } from '../db/setting.ts';
import type { TickFacts } from '../db/tick-facts.ts';
import type { Deps } from '../deps.ts';
import type { Instant } from '../domain/time.ts';
import { caughtUpFrom, OUTAGE_STATE } from './catch-up.ts';

/** Sent and dropped messages are kept this long for the health report and questions. */
const KEEP_FINISHED_MS = 60 * 24 * 3_600_000;
/** Confirm cards and half-filled forms nobody came back to. */
const KEEP_DRAFTS_MS = 30 * 24 * 3_600_000;

/** From when on each is kept. */
function keptFrom(outage: unknown, at: Instant) {
  return {
    events: caughtUpFrom(outage, at) - REMEMBER_EVENTS_MS,
    finished: at - KEEP_FINISHED_MS,
    drafts: at - KEEP_DRAFTS_MS,
  };
}

/** Whether there is anything that need not be kept any more. */
export function holdsForgettable(facts: TickFacts, at: Instant): boolean {
  const { events, finished, drafts } = keptFrom(facts.learnt[OUTAGE_STATE], at);
  const isOld = (oldest: Instant | null, kept: Instant) => oldest !== null && oldest < kept;
  return (
    isOld(facts.eventReceivedAt, events) ||
    isOld(facts.inboxMessageReceivedAt, events) ||
    isOld(facts.messageFinishedAt, finished) ||
    isOld(facts.draftCreatedAt, drafts)
  );
}

export function forgetOld(deps: Deps, at: Instant): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const { events, finished, drafts } = keptFrom(await readState(tx, OUTAGE_STATE), at);
    await forgetEvents(tx, events);
    await forgetFinished(tx, finished);
    await forgetDrafts(tx, drafts);
    await forgetSheets(tx, drafts);
  });
}
