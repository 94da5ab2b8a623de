/** The proposal as a card: our own words for the reading on one button, which asks it with the rights of who taps. */
import { encodeAsk } from '../../cards/actions.ts';
import { filterTitle } from '../../cards/filter-title.ts';
import { button, card, footnote, textBlock } from '../../cards/kit.ts';
import { clip, oneLine } from '../../text/escape.ts';
import { defineAnswer } from '../../views/answer-kind.ts';
import { viewContext } from '../../views/context.ts';
import { narrow, onlyHere } from '../../views/issue-list.ts';
import { PROPOSAL } from './kinds.ts';
import { measureText, NOT_HEARD, NOT_IT, PROPOSED } from './words.ts';

export const PROPOSAL_ANSWER = defineAnswer(PROPOSAL, {
  place: 'anywhere',
  draw: async (tx, { reading }, viewer) => {
    const narrowed = narrow(reading.filter, viewer);
    const value = encodeAsk(reading);
    if (!narrowed || value === undefined) return onlyHere(tx, viewer);
    const context = await viewContext(tx, viewer, {});
    const title = filterTitle(narrowed.filter, { ...narrowed.place, whole: true }, context);
    const label = clip(oneLine(`${title} · ${measureText(reading)}`), 60);
    return {
      kind: 'card',
      card: card({
        title: NOT_HEARD,
        color: 'default',
        summary: `${PROPOSED}${label}`,
        elements: [textBlock(PROPOSED, 'heading'), button(label, value), footnote(NOT_IT)],
        demo: context.demo,
      }),
    };
  },
});
