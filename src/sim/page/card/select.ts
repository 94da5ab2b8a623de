import { h } from '../dom.ts';
import type { Place } from './context.ts';
import { joinForm, readPlaceholder, setWidth } from './field.ts';
import { drawChevron } from './icon.ts';
import { press } from './press.ts';
import { type Json, readContent, readList, readNumber, readString } from './read.ts';

interface Option {
  value: string;
  label: string;
}

/** Options of a select; select_person without any offers everybody in the chat. */
export function readOptions(element: Json, place: Place): Option[] {
  const people = readString(element.tag)?.endsWith('select_person') ?? false;
  const listed = readList(element.options);
  if (people && listed.length === 0)
    return place.card.members.map(({ openId, name }) => ({ value: openId, label: name }));
  return listed.map((option) => {
    const value = readString(option.value) ?? '';
    return {
      value,
      label: people ? (place.card.nameOf(value) ?? '未知用户') : readContent(option.text) || value,
    };
  });
}

/** select_static and select_person: the browser's own list, which is the best one on a phone. */
export function drawSelect(element: Json, place: Place): HTMLElement {
  const options = readOptions(element, place);
  const index = readNumber(element.initial_index);
  const initial = readString(element.initial_option) ?? (index ? options[index - 1]?.value : undefined) ?? '';
  const placeholder = readPlaceholder(element, '请选择');
  const select = h(
    'select',
    { class: 'field-input', 'aria-label': placeholder, disabled: element.disabled === true },
    h('option', { value: '', disabled: element.required === true || !place.form }, placeholder),
    ...options.map(({ value, label }) => h('option', { value }, label)),
  );
  const reset = () => {
    select.value = initial;
    select.classList.toggle('blank', select.value === '');
  };
  reset();
  const frame = h('span', { class: 'field-frame select' }, select, drawChevron());
  joinForm(element, place, { frame, read: () => select.value || undefined, reset });
  select.addEventListener('change', () => {
    select.classList.toggle('blank', select.value === '');
    if (!place.form)
      void press(element, place, frame, { choice: select.value }).then((done) => done || reset());
  });
  const box = h('div', { class: 'card-field' }, frame);
  setWidth(box, element);
  return box;
}

/** multi_select_static and multi_select_person: a list of ticks under the field. */
export function drawMultiSelect(element: Json, place: Place): HTMLElement {
  const initial = new Set(
    readStrings(element.selected_values ?? element.initial_options ?? element.initial_option),
  );
  const placeholder = readPlaceholder(element, '请选择');
  const summary = h('summary', { class: 'field-input', 'aria-label': placeholder });
  const ticks = readOptions(element, place).map(({ value, label }) => ({
    value,
    label,
    box: h('input', { type: 'checkbox', disabled: element.disabled === true }),
  }));
  const list = h(
    'div',
    { class: 'ticks', role: 'group' },
    ...ticks.map(({ box, label }) => h('label', { class: 'tick' }, box, h('span', {}, label))),
  );
  const frame = h('details', { class: 'field-frame multi' }, summary, drawChevron(), list);
  const show = () => {
    const chosen = ticks.filter(({ box }) => box.checked);
    summary.textContent = chosen.map(({ label }) => label).join('、') || placeholder;
    summary.classList.toggle('blank', chosen.length === 0);
  };
  const reset = () => {
    for (const tick of ticks) tick.box.checked = initial.has(tick.value);
    show();
  };
  reset();
  list.addEventListener('change', show);
  const read = () => ticks.filter(({ box }) => box.checked).map(({ value }) => value);
  joinForm(element, place, { frame, read: () => (read().length > 0 ? read() : undefined), reset });
  if (!place.form) {
    frame.addEventListener('toggle', () => {
      const changed = read().join() !== [...initial].join();
      if (!frame.open && changed) void press(element, place, frame, { choice: read() });
    });
  }
  const box = h('div', { class: 'card-field' }, frame);
  setWidth(box, element);
  return box;
}

function readStrings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
