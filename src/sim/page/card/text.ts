import { h } from '../dom.ts';
import { parseMarkdown } from '../markdown/blocks.ts';
import { parseInline } from '../markdown/inline.ts';
import { readColor } from './color.ts';
import type { CardContext, Place } from './context.ts';
import { drawIcon } from './icon.ts';
import { drawBlocks, drawInline } from './markdown-dom.ts';
import { readTextSize } from './measure.ts';
import { type Json, readContent, readList, readNumber, readObject, readString } from './read.ts';

/** markdown: the whole dialect. */
export function drawMarkdown(element: Json, { card }: Place): HTMLElement {
  const body = h('div', { class: 'md' }, ...drawBlocks(parseMarkdown(readContent(element)), card));
  styleText(body, element, card);
  return withIcon(body, element.icon, card);
}

/** div: one text with an optional icon, and fields in one or two columns. */
export function drawDiv(element: Json, { card }: Place): HTMLElement {
  const text =
    element.text === undefined ? undefined : withIcon(drawText(element.text, card), element.icon, card);
  const fields = readList(element.fields).map((field) =>
    h('div', { class: field.is_short === true ? 'field short' : 'field' }, drawText(field.text, card)),
  );
  return h('div', { class: 'div' }, text, fields.length > 0 && h('div', { class: 'fields' }, ...fields));
}

/** A plain_text or lark_md object. Plain text is shown as it is, with its line feeds. */
export function drawText(value: unknown, card: CardContext): HTMLElement {
  const source = readObject(value);
  const content = readContent(source);
  const rich = source.tag === 'lark_md' || source.tag === 'markdown';
  const text = h('div', { class: 'text' }, ...(rich ? drawInline(parseInline(content), card) : [content]));
  styleText(text, source, card);
  const lines = readNumber(source.lines);
  if (lines && lines > 0) {
    text.classList.add('clamped');
    text.style.setProperty('-webkit-line-clamp', String(Math.floor(lines)));
  }
  return text;
}

/** hr. */
export function drawRule(): HTMLElement {
  return h('hr');
}

function styleText(text: HTMLElement, source: Json, card: CardContext): void {
  text.style.fontSize = readTextSize(source.text_size, card.style, matchMedia('(max-width: 720px)').matches);
  const align = readString(source.text_align);
  if (align === 'center' || align === 'right') text.style.textAlign = align;
  const color = readColor(source.text_color, 'text', card.style);
  if (color) text.style.color = color;
}

function withIcon(body: HTMLElement, icon: unknown, card: CardContext): HTMLElement {
  const sign = drawIcon(icon, card);
  return sign ? h('div', { class: 'with-icon' }, sign, body) : body;
}
