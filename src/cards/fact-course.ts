/** Which units had a problem, one after the other, and which steps are still to come: plain text. */
import type { HistoryRow, Issue } from '../domain/issue.ts';
import { shortUnitName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import { dayName } from './fact-days.ts';
import { short } from './fact-written.ts';
import * as words from './words-facts.ts';
import { historyText } from './words-history.ts';

/** The unit ids a row of the history names, from which it went and to which. */
function movedBetween({ verb, detail }: HistoryRow): { from?: unknown; to?: unknown } {
  const { from, to } = detail as Record<string, Record<string, unknown> | null | undefined>;
  if (verb === 'bounce') return { from: detail.unitId };
  return verb === 'correct'
    ? { from: from?.unitId, to: to?.unitId }
    : { from: detail.fromUnitId, to: detail.unitId };
}

/** To which units it went, one after the other, and which sent it back. */
export function unitsOf(issue: Issue, rows: readonly HistoryRow[], ctx: ViewContext): string {
  const [first] = rows;
  const begun = first ? movedBetween(first).from : issue.unitId;
  const known = typeof begun === 'number';
  const given = [begun, ...rows.map((row) => movedBetween(row).to)].filter((id) => typeof id === 'number');
  const each = [
    ...(known ? [words.routedAtLogText(dayName(issue.loggedAt, ctx), shortUnitName(ctx, begun))] : []),
    ...rows.map((row) => short(historyText(row, ctx))),
  ];
  return words.unitsText(each, new Set(given).size);
}

/** What has still to be done before it is struck off. */
export function remaining({ status }: Issue): string {
  const [, , ...working] = words.STEPS_TO_END;
  const left: Partial<Record<Issue['status'], readonly string[]>> = {
    unrouted: words.STEPS_TO_END,
    unsigned: words.STEPS_TO_END.slice(1),
    working,
    paused: [words.STANDS_FIRST, ...working],
    verifying: working.slice(1),
  };
  return words.remainingText(left[status] ?? []);
}
