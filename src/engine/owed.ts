/** Which of its steps a tick owes: in most minutes none, and then this one question is all it asks. */
import { formulaOf } from '../db/figure-sums.ts';
import { readTickFacts } from '../db/tick-facts.ts';
import type { Deps } from '../deps.ts';
import { BUNDLE_MS } from '../domain/sendable.ts';
import { dayOf, type Instant } from '../domain/time.ts';
import { AUDIT_STATES, verdictAtRest } from './audit.ts';
import { OUTAGE_STATE } from './catch-up.ts';
import { isCheckDue } from './check.ts';
import { holdsForgettable } from './forget.ts';
import { isPeriodicDue } from './periodic-runs.ts';
import { DAY_CARDS_STATE, owesDays } from './redraw.ts';
import { summedUntil } from './sum-months.ts';

export interface Owed {
  recount: boolean;
  handovers: boolean;
  issues: boolean;
  redraw: boolean;
  check: boolean;
  periodic: boolean;
  bundle: boolean;
  audit: boolean;
  forget: boolean;
  sums: boolean;
  /** What the auditor says while it owes nothing: all is well. */
  well: boolean;
}

const STATES = [...AUDIT_STATES, DAY_CARDS_STATE, OUTAGE_STATE];

/** @param since the tick before this one; null: the very first */
export function readOwed(deps: Deps, at: Instant, since: Instant | null): Promise<Owed> {
  return deps.db.read(async (tx) => {
    const directory = await deps.directory.get(tx);
    const day = dayOf(at, directory.settings.timeZone);
    const calendar = directory.calendar.fingerprint;
    const facts = await readTickFacts(tx, {
      at,
      since,
      bundledBy: at + BUNDLE_MS,
      unsummed: summedUntil(at, directory.settings.timeZone),
      formula: formulaOf(directory.settings.timeZone),
      day,
      calendar,
      states: STATES,
    });
    const verdict = verdictAtRest(facts, directory, at);
    return {
      recount: !facts.isCounted,
      handovers: isDue(facts.handoverDueAt, at),
      issues: isDue(facts.issueDueAt, at),
      redraw: facts.tookColor || owesDays(facts.learnt[DAY_CARDS_STATE], directory, { at, since }),
      check: isCheckDue(facts.checkedAt, directory, at),
      periodic: isPeriodicDue(deps, facts.planned, directory, at),
      bundle: facts.hasSeveral,
      audit: verdict === undefined,
      forget: holdsForgettable(facts, at),
      sums: facts.owesSums,
      well: verdict === true,
    };
  });
}

function isDue(dueAt: Instant | null, at: Instant): boolean {
  return dueAt !== null && dueAt <= at;
}
