import { type Json, readObject, readString } from './read.ts';

const SPACING: Record<string, number> = { small: 4, medium: 8, large: 12, extra_large: 16, default: 8 };
const PIXELS = /^-?\d{1,3}(?:px)?$/;

/** A spacing token or `Npx` as CSS; undefined when it is neither. */
export function readSpacing(value: unknown): string | undefined {
  const text = readString(value);
  if (text === undefined) return undefined;
  const token = Object.hasOwn(SPACING, text) ? SPACING[text] : undefined;
  if (token !== undefined) return `${token}px`;
  return PIXELS.test(text) ? `${Number.parseInt(text, 10)}px` : undefined;
}

/** One to four margins or paddings, each within ±99 px. */
export function readBox(value: unknown): string | undefined {
  const parts = readString(value)?.trim().split(/\s+/) ?? [];
  if (parts.length === 0 || parts.length > 4 || !parts.every((part) => PIXELS.test(part))) return undefined;
  return parts.map((part) => `${Math.max(-99, Math.min(99, Number.parseInt(part, 10)))}px`).join(' ');
}

/** A length in px or per cent between the limits; undefined otherwise. */
export function readLength(value: unknown, least: number, most: number): string | undefined {
  const found = /^(\d{1,4})(px|%)$/.exec(readString(value) ?? '');
  if (!found) return undefined;
  const size = Number(found[1]);
  return found[2] === '%' ? `${Math.min(100, size)}%` : `${Math.max(least, Math.min(most, size))}px`;
}

/** Sizes are a step above Feishu's own (14 → 15 px): people read this on a projector. */
const TEXT_SIZES: Record<string, number> = {
  'heading-0': 28,
  'heading-1': 24,
  'heading-2': 20,
  'heading-3': 18,
  'heading-4': 17,
  heading: 17,
  normal: 15,
  notation: 13,
  'xxxx-large': 28,
  'xxx-large': 24,
  'xx-large': 20,
  'x-large': 18,
  large: 17,
  medium: 15,
  small: 13,
  'x-small': 12,
};

/** Font size of a text; a name from `config.style.text_size` picks its phone or desktop size. */
export function readTextSize(value: unknown, style: Json, narrow: boolean): string {
  const name = readString(value) ?? 'normal';
  const own = readObject(readObject(style.text_size)[name]);
  const chosen = readString(own[narrow ? 'mobile' : 'pc']) ?? readString(own.default) ?? name;
  return `${Object.hasOwn(TEXT_SIZES, chosen) ? TEXT_SIZES[chosen] : TEXT_SIZES.normal}px`;
}

const ALIGN: Record<string, string> = {
  left: 'flex-start',
  top: 'flex-start',
  center: 'center',
  right: 'flex-end',
  bottom: 'flex-end',
};

/** Direction, spacing, alignment and boxes that every container of JSON 2.0 shares, as inline style. */
export function layOut(element: HTMLElement, source: Json): void {
  const across = source.direction === 'horizontal';
  element.style.display = 'flex';
  element.style.flexDirection = across ? 'row' : 'column';
  if (across) element.style.flexWrap = 'wrap';
  element.style.rowGap = readSpacing(source.vertical_spacing) ?? '8px';
  element.style.columnGap = readSpacing(source.horizontal_spacing) ?? '8px';
  const horizontal = ALIGN[readString(source.horizontal_align) ?? ''];
  const vertical = ALIGN[readString(source.vertical_align) ?? ''];
  if (horizontal) element.style[across ? 'justifyContent' : 'alignItems'] = horizontal;
  if (vertical) element.style[across ? 'alignItems' : 'justifyContent'] = vertical;
  const padding = readBox(source.padding);
  if (padding) element.style.padding = padding;
}
