import { h } from '../dom.ts';
import { readColor } from './color.ts';
import { drawChildren, type Place } from './context.ts';
import { drawChevron, drawIcon } from './icon.ts';
import { layOut, readBox, readLength } from './measure.ts';
import { hasCallback, press, readOpenUrl } from './press.ts';
import { type Json, readContent, readList, readNumber, readObject, readString } from './read.ts';
import { drawMarkdown, drawText } from './text.ts';

/** interactive_container: the whole block is a button; a control inside goes before. */
export function drawInteractive(element: Json, place: Place): HTMLElement {
  const disabled = element.disabled === true;
  const box = h(
    'div',
    {
      class: disabled ? 'interactive' : 'interactive clickable',
      role: 'button',
      tabindex: disabled ? -1 : 0,
      'aria-disabled': disabled,
      title:
        readContent(disabled ? (element.disabled_tips ?? element.hover_tips) : element.hover_tips) ||
        undefined,
    },
    ...drawChildren(readList(element.elements), place),
  );
  layOut(box, { padding: '4px 12px', ...element });
  const ground = readColor(element.background_style, 'ground', place.card.style);
  if (ground) box.style.background = ground;
  if (element.has_border === true) {
    box.style.border = `1px solid ${readColor(element.border_color, 'middle', place.card.style) ?? 'var(--line)'}`;
  }
  box.style.borderRadius = readLength(element.corner_radius, 0, 999) ?? '8px';
  const run = (event: Event) => {
    const inner = (event.target as Element).closest('a, button, input, select, textarea, label, summary');
    if (disabled || (inner && inner !== box)) return;
    event.preventDefault();
    const url = readOpenUrl(element);
    if (url) place.card.openUrl(url);
    if (hasCallback(element)) void press(element, place, box);
  };
  box.addEventListener('click', run);
  box.addEventListener('keydown', (event) => {
    if (event.target === box && (event.key === 'Enter' || event.key === ' ')) run(event);
  });
  return box;
}

/** collapsible_panel: folds in the browser only. */
export function drawCollapsible(element: Json, place: Place): HTMLElement {
  const header = readObject(element.header);
  const title = readObject(header.title);
  const heading = title.tag === 'markdown' ? drawMarkdown(title, place) : drawText(title, place.card);
  const arrow = drawIcon(header.icon, place.card) ?? drawChevron();
  arrow.classList.add('arrow');
  arrow.style.setProperty('--turn', `${readNumber(header.icon_expanded_angle) ?? 180}deg`);
  const left = header.icon_position === 'left';
  const summary = h(
    'summary',
    { 'data-icon': readString(header.icon_position) ?? 'right' },
    left && arrow,
    heading,
    !left && arrow,
  );
  const headerGround = readColor(header.background_color, 'ground', place.card.style);
  if (headerGround) summary.style.background = headerGround;
  summary.style.padding = readBox(header.padding) ?? '8px 12px';
  const body = h('div', { class: 'panel-body' }, ...drawChildren(readList(element.elements), place));
  layOut(body, { padding: '8px 12px', ...element });
  const panel = h('details', { class: 'panel-fold', open: element.expanded === true }, summary, body);
  const ground = readColor(element.background_color, 'ground', place.card.style);
  if (ground) panel.style.background = ground;
  const border = readObject(element.border);
  if (element.border !== undefined) {
    panel.style.border = `1px solid ${readColor(border.color, 'middle', place.card.style) ?? 'var(--line)'}`;
    if (border.color === 'grey') panel.style.borderColor = 'var(--line)';
    panel.style.borderRadius = readLength(border.corner_radius, 0, 40) ?? '5px';
  }
  return panel;
}
