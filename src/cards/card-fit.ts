/** Keeps a card inside the platform's limits: a card over them is refused whole (230025, 230099/11310). */

import { wholeStart } from '../text/escape.ts';
import type { CardElement, Div } from './element.ts';
import { type Card, footnote, LIMITS } from './kit.ts';

const encoder = new TextEncoder();

/** Bytes the card takes inside a request body, where it stands as a JSON string. */
export function cardBytes(card: Card): number {
  return encoder.encode(JSON.stringify(JSON.stringify(card))).length;
}

/** Elements and components as the platform counts them: everything with a tag, texts too. */
export function countElements(node: unknown): number {
  if (Array.isArray(node)) return node.reduce((sum: number, child) => sum + countElements(child), 0);
  if (typeof node !== 'object' || node === null) return 0;
  const own = 'tag' in node ? 1 : 0;
  return Object.values(node).reduce((sum: number, child) => sum + countElements(child), own);
}

function textBlocks(elements: CardElement[]): Div[] {
  return elements.flatMap((element) => {
    if (element.tag === 'div') return [element];
    if (element.tag === 'collapsible_panel' || element.tag === 'form') return textBlocks(element.elements);
    if (element.tag === 'column_set') return element.columns.flatMap((column) => textBlocks(column.elements));
    return [];
  });
}

/**
 * The card, small enough to be sent. Long texts are shortened first, the longest at a time, and end with
 * `more`, which says where the whole text stands; then blocks are left off from the end of the body.
 * The card given is not changed.
 * @param more for instance '…(全文见 查 #12)'
 */
export function fitCard(card: Card, more: string): Card {
  const budget = LIMITS.requestBytes - LIMITS.envelopeBytes;
  if (cardBytes(card) <= budget && countElements(card) <= LIMITS.elements) return card;
  const fitted = structuredClone(card);
  for (let size = cardBytes(fitted); size > budget; size = cardBytes(fitted)) {
    const longest = textBlocks(fitted.body.elements).reduce<Div | undefined>(
      (most, block) => (block.text.content.length > (most?.text.content.length ?? 200) ? block : most),
      undefined,
    );
    if (!longest) break;
    longest.text.content = shorten(longest.text.content, more);
  }
  const { elements } = fitted.body;
  let dropped = false;
  while (elements.length > 1 && (cardBytes(fitted) > budget || countElements(fitted) > LIMITS.elements - 2)) {
    elements.pop();
    dropped = true;
  }
  if (dropped) elements.push(footnote(more));
  return fitted;
}

function shorten(text: string, more: string): string {
  const kept = text.endsWith(more) ? text.slice(0, -more.length) : text;
  return `${wholeStart(kept, Math.floor(kept.length * 0.8))}${more}`;
}
