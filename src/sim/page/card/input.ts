import { freshId, h } from '../dom.ts';
import type { Place } from './context.ts';
import { addSender, joinForm, readPlaceholder, setWidth } from './field.ts';
import { type Json, readContent, readNumber, readString } from './read.ts';

/** input: one line, several lines or a password. */
export function drawInput(element: Json, place: Place): HTMLElement {
  const id = freshId('input');
  const initial = readString(element.default_value) ?? '';
  const label = readContent(element.label);
  const field = element.input_type === 'multiline_text' ? buildArea(element) : buildLine(element);
  field.id = id;
  field.value = initial;
  field.placeholder = readPlaceholder(element, '请输入');
  field.maxLength = Math.max(1, Math.min(1000, readNumber(element.max_length) ?? 1000));
  field.disabled = element.disabled === true;
  field.classList.add('field-input');
  if (!label) field.setAttribute('aria-label', field.placeholder);
  const frame = h('span', { class: 'field-frame' }, field);
  joinForm(element, place, {
    frame,
    read: () => (field.value.trim() === '' ? undefined : field.value),
    reset: () => {
      field.value = initial;
    },
  });
  if (!place.form && !field.disabled) addSender(frame, field, element, place);
  const mark = element.required === true && h('span', { class: 'required', 'aria-hidden': 'true' }, ' *');
  const box = h('div', { class: 'card-field' }, label && h('label', { for: id }, label, mark), frame);
  if (element.label_position === 'left') box.classList.add('label-left');
  setWidth(box, element);
  return box;
}

function buildLine(element: Json): HTMLInputElement {
  return h('input', { type: element.input_type === 'password' ? 'password' : 'text', autocomplete: 'off' });
}

function buildArea(element: Json): HTMLTextAreaElement {
  const area = h('textarea', { rows: Math.max(1, Math.min(20, readNumber(element.rows) ?? 5)) });
  if (element.auto_resize === true) area.classList.add('growing');
  return area;
}
