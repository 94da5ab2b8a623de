/** What somebody wrote of why a problem is not done, or was sent back. */
import type { Bounce, HistoryRow, Issue } from '../domain/issue.ts';
import { dayOf } from '../domain/time.ts';
import { clip, oneLine } from '../text/escape.ts';
import { dayText } from '../text/moments.ts';
import { shortUnitName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import { join } from './fact-holder.ts';
import * as words from './words-facts.ts';
import { historyText } from './words-history.ts';

const LONGEST_NOTE = 60;
export const short = (text: string) => clip(oneLine(text), LONGEST_NOTE);

const MOST = 4;

function bounceText({ at, unitId, reason }: Bounce, ctx: ViewContext): string {
  const day = dayText(dayOf(at, ctx.directory.settings.timeZone), ctx);
  return words.bounceText(day, shortUnitName(ctx, unitId), short(reason));
}

/** 材料退了两次, by somebody who is not in the system. */
const OUTSIDE = /(?:被?退[回了过件]+|被?打回[来了]?)(?:[一二两三四五六七八九几\d]+[次回遍])?/u;

/** Each time it was sent back; where none is recorded, what its title says of it, and what was written since. */
export function bouncesText(
  { bounces, title }: Issue,
  rows: readonly HistoryRow[],
  ctx: ViewContext,
): string {
  const outside = OUTSIDE.exec(title)?.[0];
  const last = rows.findLast(({ verb }) => verb === 'request-extension' || verb === 'progress');
  if (bounces.length === 0 && outside !== undefined)
    return words.bouncedOutsideText(outside, last ? short(historyText(last, ctx)) : '');
  if (bounces.length === 0) return words.NO_BOUNCE;
  return words.bouncesText(
    bounces.length,
    bounces.slice(-MOST).map((one) => bounceText(one, ctx)),
  );
}

/** What was found, the last time it was not solved. */
export const refutedIn = (rows: readonly HistoryRow[], ctx: ViewContext) =>
  rows.flatMap((row) => (row.verb === 'verify' ? [short(historyText(row, ctx))] : [])).at(-1);

/** How often it was found not solved, and what was found; '' where never. */
export const refuted = ({ falseCloses }: Issue, rows: readonly HistoryRow[], ctx: ViewContext) =>
  falseCloses > 0 ? words.refutedText(falseCloses, refutedIn(rows, ctx)) : '';

/** What the last unit that sent it back wrote, while nobody has signed for it anew. */
export function refusedBy({ bounces, status }: Issue, ctx: ViewContext): string {
  const last = status === 'unrouted' ? bounces.at(-1) : undefined;
  return last ? bounceText(last, ctx) : '';
}

/** Why it takes so long, where somebody wrote it: what was found unsolved, else what was said with each request. */
export function reasonText(
  { bounces, pending }: Issue,
  rows: readonly HistoryRow[],
  ctx: ViewContext,
): string {
  const found = refutedIn(rows, ctx);
  if (found !== undefined) return found;
  const asked =
    pending?.kind === 'extension' ? undefined : rows.findLast(({ verb }) => verb === 'request-extension');
  const told = [
    ...bounces.slice(-1).map((one) => bounceText(one, ctx)),
    ...(pending ? [words.askedWhyText(pending.kind, short(pending.reason))] : []),
    ...(asked ? [short(historyText(asked, ctx))] : []),
  ];
  return join(told);
}
