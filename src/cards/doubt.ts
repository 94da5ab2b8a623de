/** Talk that could be meant as a step: what was said, and one tap for what was meant. */
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import { BUTTONS } from '../text/words.ts';
import { encodeAction } from './actions.ts';
import { fitCard } from './card-fit.ts';
import { button, buttonRows, type Card, card, markdown, textBlock } from './kit.ts';
import { AS_DONE, AS_PROGRESS, DOUBT_TITLE, doubtText } from './words-talk.ts';

type Choice = 'progress' | 'done' | 'as-said';

export interface DoubtView {
  draftId: string;
  mood: string;
  issueId?: number | undefined;
  word?: string | undefined;
  note: string;
  choices: readonly Choice[];
}

/** Waits for a tap; nothing is changed before. */
export function doubtCard(view: DoubtView, demo: boolean): Card {
  const { draftId, note, choices, word } = view;
  const labels: Record<Choice, string> = {
    progress: AS_PROGRESS,
    done: AS_DONE,
    'as-said': word === BUTTONS.done ? AS_DONE : choices.length > 1 && word ? word : BUTTONS.confirm,
  };
  const text = doubtText(view);
  const made = card({
    title: DOUBT_TITLE,
    color: 'orange',
    summary: clip(oneLine(text), 100),
    elements: [
      textBlock(text),
      ...(note === '' ? [] : [markdown(`“${escapeMarkdown(clip(oneLine(note), 200))}”`)]),
      ...buttonRows([
        ...choices.map((choice) =>
          button(labels[choice], encodeAction({ do: 'confirm-draft', draftId, choice })),
        ),
        button(BUTTONS.cancel, encodeAction({ do: 'cancel-draft', draftId })),
      ]),
    ],
    demo,
  });
  return fitCard(made, '…');
}
