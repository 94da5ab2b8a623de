/** What was said in an outage, each line with its own 确认: never run blindly, and once. */
import type { Instant } from '../domain/time.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import { shortInstant } from '../text/moments.ts';
import type { ViewContext } from '../text/view.ts';
import { BUTTONS } from '../text/words.ts';
import { encodeAction } from './actions.ts';
import { fitCard } from './card-fit.ts';
import type { CardElement } from './element.ts';
import { button, buttonRows, type Card, card, footnote, markdown } from './kit.ts';
import { MISSED_LEAD, missedTitle, othersText } from './words-missed.ts';

export interface MissedLine {
  draftId: string;
  who: string;
  at: Instant;
  text: string;
  /** Confirmed, left, or taken up in another way meanwhile. */
  over: boolean;
}

/** Lines on one card; what is more comes on the next. */
export const MISSED_PER_CARD = 10;

export function missedCard(view: { lines: readonly MissedLine[]; others: number }, ctx: ViewContext): Card {
  const waiting = view.lines.filter((line) => !line.over).length;
  const title = missedTitle(waiting);
  const made = card({
    title,
    color: waiting > 0 ? 'orange' : 'grey',
    summary: title,
    elements: [
      ...(waiting > 0 ? [markdown(MISSED_LEAD)] : []),
      ...view.lines.flatMap((line) => block(line, ctx)),
      ...(view.others > 0 ? [footnote(othersText(view.others))] : []),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…（其余没有列出，请重新发送）');
}

function block(line: MissedLine, ctx: ViewContext): CardElement[] {
  const { draftId, over } = line;
  const head = `${over ? '✔ ' : ''}**${escapeMarkdown(clip(line.who, 20))}** ${shortInstant(line.at, ctx)}`;
  const text = markdown(`${head}<br>${escapeMarkdown(clip(oneLine(line.text), 120))}`);
  if (over) return [text];
  return [
    text,
    ...buttonRows([
      button(BUTTONS.confirm, encodeAction({ do: 'confirm-draft', draftId }), { type: 'primary_filled' }),
      button(BUTTONS.cancel, encodeAction({ do: 'cancel-draft', draftId })),
    ]),
  ];
}
