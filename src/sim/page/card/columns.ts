import { h } from '../dom.ts';
import { safeHref } from '../markdown/links.ts';
import { readColor } from './color.ts';
import { drawChildren, type Place } from './context.ts';
import { layOut, readBox, readLength, readSpacing } from './measure.ts';
import { type Json, readList, readNumber, readObject, readString } from './read.ts';

const FLEX_MODES = new Set(['none', 'stretch', 'flow', 'bisect', 'trisect']);

/** column_set: columns side by side; flex_mode says what a narrow card does with them. */
export function drawColumnSet(element: Json, place: Place): HTMLElement {
  const mode = readString(element.flex_mode) ?? 'none';
  const columns = readList(element.columns).map((column, index) =>
    drawColumn(column, { ...place, path: `${place.path}.columns.${index}` }),
  );
  const set = h(
    'div',
    { class: 'column-set', 'data-flex': FLEX_MODES.has(mode) ? mode : 'none' },
    ...columns,
  );
  set.style.gap = readSpacing(element.horizontal_spacing) ?? '8px';
  const align = readString(element.horizontal_align);
  if (align === 'center' || align === 'right')
    set.style.justifyContent = align === 'center' ? 'center' : 'flex-end';
  paintGround(set, element.background_style, place);
  openOnClick(set, element.action, place);
  return set;
}

function drawColumn(column: Json, place: Place): HTMLElement {
  const box = h('div', { class: 'column' }, ...drawChildren(readList(column.elements), place));
  layOut(box, column);
  const width = readString(column.width) ?? 'auto';
  const fixed = readLength(width, 16, 600);
  box.dataset.width = fixed ? 'fixed' : width === 'weighted' ? 'weighted' : 'auto';
  if (fixed) box.style.flexBasis = fixed;
  if (width === 'weighted')
    box.style.flexGrow = String(Math.max(1, Math.min(5, readNumber(column.weight) ?? 1)));
  const margin = readBox(column.margin);
  if (margin) box.style.margin = margin;
  paintGround(box, column.background_style, place);
  openOnClick(box, column.action, place);
  return box;
}

function paintGround(box: HTMLElement, value: unknown, place: Place): void {
  const ground = readColor(value, 'ground', place.card.style);
  if (!ground) return;
  box.style.background = ground;
  box.classList.add('painted');
}

/** Columns may lead somewhere; a button inside goes before. */
function openOnClick(box: HTMLElement, action: unknown, place: Place): void {
  const urls = readObject(readObject(action).multi_url);
  const href = safeHref(readString(urls.pc_url) || readString(urls.url) || '');
  if (!href) return;
  box.classList.add('clickable');
  box.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a, button, input, select, textarea, label')) return;
    place.card.openUrl(href);
  });
}
