/** A step that changes much and shows little: said in a sentence, done by 确认. */
import { BUTTONS } from '../text/words.ts';
import { encodeAction } from './actions.ts';
import { button, buttonRows, type Card, card, hr, textBlock } from './kit.ts';

/** @param view.text what 确认 does, and what stays as it is */
export function confirmCard(view: { draftId: string; title: string; text: string }, demo: boolean): Card {
  const { draftId, title, text } = view;
  return card({
    title,
    color: 'default',
    summary: title,
    elements: [
      textBlock(text),
      hr,
      ...buttonRows([
        button(BUTTONS.confirm, encodeAction({ do: 'confirm-draft', draftId })),
        button(BUTTONS.cancel, encodeAction({ do: 'cancel-draft', draftId })),
      ]),
    ],
    demo,
  });
}
