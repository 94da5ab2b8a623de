/** The small cards around an import: the offer for a file, and what 导入 is, with a sample to fill in. */
import { encodeAction, encodeOwn } from '../../cards/actions.ts';
import { button, buttonRows, type Card, card, footnote, smallButtons, textBlock } from '../../cards/kit.ts';
import { BUTTONS } from '../../text/words.ts';
import { SAMPLE } from './kinds.ts';
import { EXPLAIN, OFFER, WORD } from './words.ts';

export function offerCard({ draftId, fileName }: { draftId: string; fileName: string }, demo: boolean): Card {
  return card({
    title: OFFER.title,
    color: 'default',
    summary: `${OFFER.title} ${fileName}`,
    elements: [
      textBlock(OFFER.text(fileName)),
      ...buttonRows([
        button(WORD, encodeAction({ do: 'confirm-draft', draftId }), { type: 'primary_filled' }),
        button(BUTTONS.cancel, encodeAction({ do: 'cancel-draft', draftId })),
      ]),
    ],
    demo,
  });
}

export function explainCard(lead: string | undefined, demo: boolean): Card {
  return card({
    title: EXPLAIN.title,
    color: lead === undefined ? 'default' : 'orange',
    summary: lead ?? EXPLAIN.lines[0],
    elements: [
      ...(lead === undefined ? [] : [textBlock(lead)]),
      textBlock(EXPLAIN.lines.map((line, at) => `${at + 1}. ${line}`).join('\n')),
      footnote(EXPLAIN.note),
      ...smallButtons([button(EXPLAIN.sample, encodeOwn(SAMPLE, {}))]),
    ],
    demo,
  });
}
