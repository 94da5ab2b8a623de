import { h } from '../dom.ts';
import { safeHref } from '../markdown/links.ts';
import type { Place } from './context.ts';
import { press } from './press.ts';
import { type Json, readContent, readList, readObject, readString } from './read.ts';

/** overflow: the ⋯ button with its menu. */
export function drawOverflow(element: Json, place: Place): HTMLElement {
  const summary = h(
    'summary',
    { class: 'card-button', 'data-type': 'default', 'aria-label': '更多操作' },
    '⋯',
  );
  const menu = h('details', { class: 'overflow' }, summary);
  const items = readList(element.options).map((option) =>
    h(
      'button',
      {
        type: 'button',
        class: 'menu-item',
        onclick: () => {
          menu.open = false;
          const urls = readObject(option.multi_url);
          const url = safeHref(readString(urls.pc_url) || readString(urls.url) || '');
          if (url) place.card.openUrl(url);
          else void press(element, place, summary, { choice: readString(option.value) });
        },
      },
      readContent(option.text),
    ),
  );
  menu.append(h('div', { class: 'menu' }, ...items));
  return menu;
}
