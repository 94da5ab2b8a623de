import { h } from '../dom.ts';
import { readTint } from './color.ts';
import type { CardContext } from './context.ts';
import { drawIcon } from './icon.ts';
import { drawTag } from './markdown-dom.ts';
import { type Json, readContent, readList, readObject } from './read.ts';
import { drawSigns } from './sign.ts';
import { drawText } from './text.ts';

/** The card's header: title, subtitle, up to three tags, icon, in the colours of its template. */
export function drawHeader(header: Json, card: CardContext): HTMLElement {
  const tint = readTint(header.template);
  const localised = readList(readObject(header.i18n_text_tag_list).zh_cn);
  const tags = (localised.length > 0 ? localised : readList(header.text_tag_list)).slice(0, 3);
  const title = drawText(header.title, card);
  title.removeAttribute('style');
  title.className = 'card-title';
  title.setAttribute('role', 'heading');
  title.setAttribute('aria-level', '3');
  const subtitle = readContent(header.subtitle);
  return h(
    'header',
    {
      class: 'card-header',
      'data-template': typeof header.template === 'string' ? header.template : 'default',
      style: tint && `background:${tint.ground};color:${tint.text}`,
    },
    drawIcon(header.icon, card),
    h(
      'div',
      { class: 'card-heading' },
      h('div', { class: 'card-title-line' }, title, ...tags.map(drawHeaderTag)),
      subtitle && h('div', { class: 'card-subtitle' }, subtitle),
    ),
  );
}

/** On the header's own colour a pale tag of the same hue would vanish, so tags there stand on white. */
function drawHeaderTag(tag: Json): HTMLElement {
  const drawn = drawTag(tag.color, drawSigns(readContent(tag.text) ?? ''));
  drawn.style.background = 'rgb(255 255 255 / 78%)';
  return drawn;
}
