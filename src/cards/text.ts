/** Plain answers: a sentence on a card when it needs a frame, or in place of a form that was sent in. */
import { encodeAction } from './actions.ts';
import { fitCard } from './card-fit.ts';
import { clip, oneLine } from './escape.ts';
import { button, type Card, card, type HeaderColor, smallButtons, textBlock } from './kit.ts';
import type { Tone } from './toast.ts';

const COLORS: Record<Tone, HeaderColor> = { info: 'blue', success: 'green', warning: 'orange', error: 'red' };

export interface TextView {
  title: string;
  text: string;
  tone?: Tone;
  /** Small buttons that say these commands: label to command. */
  commands?: Readonly<Record<string, string>>;
}

export function textCard(view: TextView, demo: boolean): Card {
  const buttons = Object.entries(view.commands ?? {}).map(([label, command]) =>
    button(label, encodeAction({ do: 'answer', command })),
  );
  const made = card({
    title: oneLine(view.title),
    color: COLORS[view.tone ?? 'info'],
    summary: clip(oneLine(view.text), 100),
    elements: [textBlock(view.text), ...smallButtons(buttons)],
    demo,
  });
  return fitCard(made, '…(内容过长,已截短)');
}
