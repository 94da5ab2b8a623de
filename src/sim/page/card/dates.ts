import { h } from '../dom.ts';
import type { Place } from './context.ts';
import { addSender, joinForm, readPlaceholder, setWidth } from './field.ts';
import { type Json, readString } from './read.ts';

/** date_picker, picker_time, picker_datetime: the browser's own pickers; values as Feishu writes them. */
export function drawDatePicker(element: Json, place: Place): HTMLElement {
  const kind = KINDS[readString(element.tag) ?? ''] ?? KINDS.date_picker;
  const initial = readString(element[kind?.initial ?? '']) ?? '';
  const placeholder = readPlaceholder(element, '请选择');
  const field = h('input', {
    type: kind?.type ?? 'date',
    class: 'field-input',
    'aria-label': placeholder,
    title: placeholder,
    disabled: element.disabled === true,
  });
  const frame = h('span', { class: 'field-frame date', 'data-placeholder': placeholder }, field);
  const show = () => frame.classList.toggle('blank', field.value === '');
  const reset = () => {
    field.value = initial.replace(' ', 'T');
    show();
  };
  reset();
  field.addEventListener('input', show);
  field.addEventListener('click', () => {
    // Some browsers refuse outside a person's own click; the field can still be typed into.
    try {
      field.showPicker();
    } catch {}
  });
  const read = () => (field.value ? field.value.replace('T', ' ') : undefined);
  joinForm(element, place, { frame, read, reset });
  if (!place.form && !field.disabled) addSender(frame, field, element, place);
  const box = h('div', { class: 'card-field' }, frame);
  setWidth(box, element);
  return box;
}

const KINDS: Record<string, { type: string; initial: string }> = {
  date_picker: { type: 'date', initial: 'initial_date' },
  picker_time: { type: 'time', initial: 'initial_time' },
  picker_datetime: { type: 'datetime-local', initial: 'initial_datetime' },
};
