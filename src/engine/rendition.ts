/** As what a message is tried: the card it is, plain text, private numbers masked. Pure. */
import { cardText } from '../cards/card-text.ts';
import type { Card } from '../cards/kit.ts';
import { maskPrivate, neutralText } from '../text/escape.ts';

export interface Rendition {
  /** The card was refused; its facts go as text. */
  asText: boolean;
  /** The tenant's rules against leaks (230028) refused it as it was. */
  masked: boolean;
}

/** The column first; the version before kept it at the head of the last error. */
export function readRendition(row: { rendition: string | null; lastError: string | null }): Rendition {
  const marks = row.rendition ?? /^\[([a-z ]*)\]/.exec(row.lastError ?? '')?.[1] ?? '';
  return { asText: marks.includes('text'), masked: marks.includes('masked') };
}

/** For the column; null: the card as it is. */
export function noteRendition({ asText, masked }: Rendition): string | null {
  return [asText ? 'text' : '', masked ? 'masked' : ''].filter(Boolean).join(' ') || null;
}

/**
 * Body of a send or reply. Other content never goes under the same uuid, which would bring back the old message.
 * @param drawn a card, or plain words
 */
export function bodyIn(rendition: Rendition, drawn: { card: Card } | { text: string }, uuid: string) {
  const own = `${uuid}${rendition.asText ? 't' : ''}${rendition.masked ? 'm' : ''}`;
  if ('card' in drawn && !rendition.asText)
    return { type: 'interactive', content: cardIn(rendition, drawn.card), uuid: own } as const;
  const text = neutralText('card' in drawn ? cardText(drawn.card) : drawn.text);
  return { type: 'text', content: { text: rendition.masked ? maskPrivate(text) : text }, uuid: own } as const;
}

/** The card as it may be shown; the values of its buttons stay. */
export function cardIn(rendition: Rendition, card: Card): unknown {
  return rendition.masked ? mapStrings(card, maskPrivate) : card;
}

function mapStrings(node: unknown, change: (text: string) => string): unknown {
  if (typeof node === 'string') return change(node);
  if (Array.isArray(node)) return node.map((one) => mapStrings(one, change));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === 'value' ? value : mapStrings(value, change)]),
  );
}
