/** Plain answers: a sentence on a card when it needs a frame, or in place of a form that was sent in. */

import type { Offer } from '../domain/answer.ts';
import type { Directory } from '../domain/directory.ts';
import { clip, oneLine } from '../text/escape.ts';
import { SMALL_BUTTONS } from '../text/words.ts';
import { encodeAction, encodeAsk } from './actions.ts';
import { fitCard } from './card-fit.ts';
import type { Button, CardElement, HeaderColor } from './element.ts';
import { button, type Card, card, hr, smallButtons, textBlock } from './kit.ts';
import type { Tone } from './toast.ts';
import { isUnitLabel } from './words-done.ts';
import { FILE_OF_ALL, FILE_OF_OPEN, ifAskedText } from './words-reading.ts';

const COLORS: Record<Tone, HeaderColor> = {
  info: 'default',
  success: 'green',
  warning: 'orange',
  error: 'red',
};

export interface TextLook {
  title?: string;
  tone?: Tone;
  /** Small buttons that say these commands: label to command. */
  commands?: Readonly<Record<string, string>>;
  offers?: readonly Button[];
  /** What another question is answered, told as that. */
  below?: { said: string; card: Card };
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
    elements: [
      textBlock(text),
      ...(look.below ? belowOf(look.below) : []),
      ...smallButtons([...(look.offers ?? []), ...buttons]),
    ],
    demo: look.demo ?? false,
  });
  return fitCard(made, '…（内容过长，已截短）');
}

function belowOf({ said, card: { header, body } }: { said: string; card: Card }): CardElement[] {
  return [hr, textBlock(ifAskedText(said)), textBlock(header.title.content, 'heading'), ...body.elements, hr];
}

/** 是水利局, 改项目: buttons beside what is said of a new problem. */
export function offerButtons(offers: readonly Offer[], directory: Directory): Button[] {
  return offers.flatMap((offer) => {
    if (offer.fact === 'file') {
      const value = encodeAsk({ measure: 'file', filter: offer.filter });
      return value
        ? [button(offer.filter.statuses?.includes('closed') ? FILE_OF_ALL : FILE_OF_OPEN, value)]
        : [];
    }
    if (offer.fact === 'project') {
      const form = { do: 'open-form', form: 'correct-project', issueId: offer.issueId } as const;
      return [button(SMALL_BUTTONS.correctProject, encodeAction(form))];
    }
    const unit = directory.unit(offer.unitId);
    const { issueId, seen, unitId, misspelt } = offer;
    const action = { do: 'verb', verb: 'correct', issueId, seen, args: { unitId, misspelt } } as const;
    return unit ? [button(isUnitLabel(unit.name), encodeAction(action))] : [];
  });
}
