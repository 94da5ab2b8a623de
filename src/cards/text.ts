/** Plain answers: a sentence on a card when it needs a frame, or in place of a form that was sent in. */

import { clip, oneLine } from '../text/escape.ts';
import { encodeAction } from './actions.ts';
import { fitCard } from './card-fit.ts';
import type { HeaderColor } from './element.ts';
import { button, type Card, card, smallButtons, textBlock } from './kit.ts';
import type { Tone } from './toast.ts';

const COLORS: Record<Tone, HeaderColor> = { info: 'blue', success: 'green', warning: 'orange', error: 'red' };

export interface TextLook {
  title?: string;
  tone?: Tone;
  /** Small buttons that say these commands: label to command. */
  commands?: Readonly<Record<string, string>>;
  demo?: boolean;
}

export function textCard(text: string, look: TextLook = {}): Card {
  const buttons = Object.entries(look.commands ?? {}).map(([label, command]) =>
    button(label, encodeAction({ do: 'answer', command })),
  );
  const made = card({
    title: oneLine(look.title ?? '专班秘书'),
    color: COLORS[look.tone ?? 'info'],
    summary: clip(oneLine(text), 100),
    elements: [textBlock(text), ...smallButtons(buttons)],
    demo: look.demo ?? false,
  });
  return fitCard(made, '…（内容过长，已截短）');
}
