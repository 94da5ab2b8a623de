import { h } from '../dom.ts';
import type { Place } from './context.ts';
import { readLength } from './measure.ts';
import { press } from './press.ts';
import { type Json, readContent, readString } from './read.ts';

/** What every field shows while empty. */
export function readPlaceholder(element: Json, otherwise: string): string {
  return readContent(element.placeholder) || otherwise;
}

interface Part {
  /** The element whose frame turns red. */
  frame: HTMLElement;
  read: () => unknown;
  reset: () => void;
}

/** Puts a field into the form around it. Outside a form it does nothing: the field then sends by itself. */
export function joinForm(element: Json, place: Place, part: Part): void {
  const name = readString(element.name);
  if (!place.form || !name) return;
  const flag = (on: boolean) => part.frame.classList.toggle('missing', on);
  place.form.push({
    name,
    label: readContent(element.label) || readPlaceholder(element, name),
    required: element.required === true,
    read: part.read,
    reset: () => {
      part.reset();
      flag(false);
    },
    flag,
  });
  part.frame.addEventListener('input', () => flag(false));
  part.frame.addEventListener('change', () => flag(false));
}

/** Outside a form: a tick beside the field sends what it holds; Enter does too (but not while composing Chinese). */
export function addSender(
  box: HTMLElement,
  field: HTMLInputElement | HTMLTextAreaElement,
  element: Json,
  place: Place,
): void {
  const send = h('button', { type: 'button', class: 'send-field', 'aria-label': '确定', hidden: true }, '✓');
  const submit = async () => {
    if (field.value && (await press(element, place, send, { choice: field.value }))) send.hidden = true;
  };
  send.addEventListener('click', () => void submit());
  field.addEventListener('input', () => {
    send.hidden = field.value === '';
  });
  field.addEventListener('keydown', (event) => {
    const key = event as KeyboardEvent;
    if (
      key.key !== 'Enter' ||
      key.isComposing ||
      key.keyCode === 229 ||
      (field.tagName === 'TEXTAREA' && !key.ctrlKey)
    )
      return;
    key.preventDefault();
    void submit();
  });
  box.append(send);
}

/** Width of a field: default, fill or pixels. */
export function setWidth(box: HTMLElement, element: Json): void {
  const width = readString(element.width);
  if (width === 'fill') box.classList.add('wide');
  const exact = readLength(width, 100, 600);
  if (exact) box.style.width = exact;
}
