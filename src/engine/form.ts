/** In what form a message is tried: as the card it is, as plain text, with private numbers masked. Pure. */
import { cardText } from '../cards/card-text.ts';
import type { Card } from '../cards/kit.ts';
import { maskPrivate, neutralText } from '../text/escape.ts';

export interface Form {
  /** The card was refused; its facts go as text. */
  asText: boolean;
  /** The tenant's rules against leaks (230028) refused it as it was. */
  masked: boolean;
}

/** The form stands at the head of the last error, so that it is kept from one try to the next. */
export function readForm(lastError: string | null): Form {
  const [, marks = ''] = /^\[([a-z ]*)\]/.exec(lastError ?? '') ?? [];
  return { asText: marks.includes('text'), masked: marks.includes('masked') };
}

export function noteForm(form: Form, reason: string): string {
  const marks = [form.asText ? 'text' : '', form.masked ? 'masked' : ''].filter(Boolean);
  return marks.length === 0 ? reason : `[${marks.join(' ')}] ${reason}`;
}

/**
 * Body of a send or reply. Other content never goes under the same uuid, which would bring back the old message.
 * @param drawn a card, or plain words
 */
export function bodyIn(form: Form, drawn: { card: Card } | { text: string }, uuid: string) {
  const own = `${uuid}${form.asText ? 't' : ''}${form.masked ? 'm' : ''}`;
  if ('card' in drawn && !form.asText)
    return { type: 'interactive', content: cardIn(form, drawn.card), uuid: own } as const;
  const text = neutralText('card' in drawn ? cardText(drawn.card) : drawn.text);
  return { type: 'text', content: { text: form.masked ? maskPrivate(text) : text }, uuid: own } as const;
}

/** The card as it may be shown; the values of its buttons stay. */
export function cardIn(form: Form, card: Card): unknown {
  return form.masked ? mapStrings(card, maskPrivate) : card;
}

function mapStrings(node: unknown, change: (text: string) => string): unknown {
  if (typeof node === 'string') return change(node);
  if (Array.isArray(node)) return node.map((one) => mapStrings(one, change));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === 'value' ? value : mapStrings(value, change)]),
  );
}
