import { h } from '../dom.ts';
import { safeHref } from '../markdown/links.ts';
import { drawButton } from './button.ts';
import { drawChart } from './chart.ts';
import { drawChecker } from './checker.ts';
import { drawColumnSet } from './columns.ts';
import { drawCollapsible, drawInteractive } from './containers.ts';
import { type CardContext, drawChildren, type Place } from './context.ts';
import { drawDatePicker } from './dates.ts';
import { drawForm } from './form.ts';
import { drawHeader } from './header.ts';
import { drawInput } from './input.ts';
import { layOut, readBox } from './measure.ts';
import { drawImage, drawImages, drawPersonElement, drawPersonList } from './media.ts';
import { drawOverflow } from './overflow.ts';
import { type Json, readList, readObject, readString } from './read.ts';
import { drawMultiSelect, drawSelect } from './select.ts';
import { drawTable } from './table.ts';
import { drawDiv, drawMarkdown, drawRule } from './text.ts';

type Draw = (element: Json, place: Place) => HTMLElement;

/** Every component of JSON 2.0 this page shows. */
const COMPONENTS: Record<string, Draw> = {
  markdown: drawMarkdown,
  div: drawDiv,
  hr: drawRule,
  column_set: drawColumnSet,
  img: drawImage,
  img_combination: drawImages,
  person: drawPersonElement,
  person_list: drawPersonList,
  table: drawTable,
  chart: drawChart,
  form: drawForm,
  input: drawInput,
  select_static: drawSelect,
  select_person: drawSelect,
  multi_select_static: drawMultiSelect,
  multi_select_person: drawMultiSelect,
  date_picker: drawDatePicker,
  picker_time: drawDatePicker,
  picker_datetime: drawDatePicker,
  checker: drawChecker,
  overflow: drawOverflow,
  button: drawButton,
  interactive_container: drawInteractive,
  collapsible_panel: drawCollapsible,
};

/** Draws one element; a component the page does not know says so instead of vanishing. */
function drawElement(element: Json, place: Place): HTMLElement {
  const tag = readString(element.tag) ?? '';
  const draw = Object.hasOwn(COMPONENTS, tag) ? COMPONENTS[tag] : undefined;
  const drawn = draw
    ? draw(element, place)
    : h('div', { class: 'unknown' }, `此页面不能显示组件 ${tag || '（无 tag）'}`);
  drawn.dataset.path = place.path;
  drawn.dataset.tag = tag;
  const margin = readBox(element.margin);
  if (margin) drawn.style.margin = margin;
  return drawn;
}

/** A whole card: header and body of a JSON 2.0 card; anything else shows the client's upgrade notice. */
export function drawCard(source: unknown, context: CardContext): HTMLElement {
  const card = readObject(source);
  if (card.schema !== '2.0')
    return h(
      'article',
      { class: 'card' },
      h('p', { class: 'unknown' }, '请升级至最新版本客户端，以查看内容'),
    );
  const config = readObject(card.config);
  const own = { ...context, style: readObject(config.style) };
  const source2 = readObject(card.body);
  const body = h(
    'div',
    { class: 'card-body' },
    ...drawChildren(readList(source2.elements), { card: own, path: 'body', draw: drawElement }),
  );
  layOut(body, source2);
  const header = readObject(card.header);
  const width = readString(config.width_mode) ?? 'default';
  const drawn = h(
    'article',
    { class: 'card', 'data-width': width },
    header.title !== undefined && drawHeader(header, own),
    body,
  );
  followLink(drawn, card, own);
  return drawn;
}

/** card_link: a click on no control opens it. */
function followLink(drawn: HTMLElement, card: Json, context: CardContext): void {
  const link = readObject(card.card_link);
  const href = safeHref(readString(link.pc_url) || readString(link.url) || '');
  if (!href) return;
  drawn.classList.add('clickable');
  drawn.addEventListener('click', (event) => {
    if (
      (event.target as Element).closest('a, button, input, select, textarea, label, summary, [role=button]')
    )
      return;
    context.openUrl(href);
  });
}
