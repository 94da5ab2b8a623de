/** The same card as plain text, for when the platform refuses the card itself (230099). */

import { clip } from '../text/escape.ts';
import type { CardElement } from './element.ts';
import type { Card } from './kit.ts';

/** Written for somebody mentioned whose name nobody knows. */
export const SOMEBODY = '有关同志';

/** Readable text of markdown made in this room: tags away, mentions by name, entities back to characters. */
function readMarkdown(content: string, nameOf: (openId: string) => string | undefined): string {
  return content
    .replace(/<at id=([^>]*)><\/at>/g, (_, id: string) => `@${nameOf(id) ?? SOMEBODY}`)
    .replace(/<br>/g, '\n')
    .replace(/<\/?(font|text_tag)[^>]*>/g, '')
    .replaceAll('**', '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

function readElement(element: CardElement, nameOf: (openId: string) => string | undefined): string[] {
  switch (element.tag) {
    case 'markdown':
      return [readMarkdown(element.content, nameOf)];
    case 'div':
      return [element.text.content];
    case 'collapsible_panel':
      return [
        element.header.title.content,
        ...element.elements.flatMap((inner) => readElement(inner, nameOf)),
      ];
    case 'form':
      return element.elements.flatMap((inner) => readElement(inner, nameOf));
    case 'column_set':
      return element.columns.flatMap((column) =>
        column.elements.flatMap((inner) => readElement(inner, nameOf)),
      );
    case 'button':
    // What a chart shows stands under it in words.
    case 'chart':
    case 'hr':
      return [];
    case 'input':
      return [element.label.content];
    case 'select_static':
    case 'multi_select_static':
    case 'select_person':
    case 'date_picker':
      return [element.placeholder.content];
  }
}

/**
 * Text fallback of any card, built from the card itself so that both say the same. Buttons are left out:
 * each has words that do the same. At most `limit` characters.
 * @param nameOf person's name for an open_id that is mentioned
 */
export function cardText(
  card: Card,
  nameOf: (openId: string) => string | undefined = () => undefined,
  limit = 8000,
): string {
  const tags = card.header.text_tag_list?.map((tag) => tag.text.content) ?? [];
  const head =
    tags.length > 0 ? `${card.header.title.content}【${tags.join(' ')}】` : card.header.title.content;
  const lines = [head, card.header.subtitle?.content ?? ''];
  for (const element of card.body.elements) lines.push(...readElement(element, nameOf));
  const whole = lines.map((line) => line.trimEnd()).filter((line) => line !== '');
  return clip(whole.join('\n'), limit);
}
