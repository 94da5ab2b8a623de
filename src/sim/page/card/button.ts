import { h } from '../dom.ts';
import type { Field, Place } from './context.ts';
import { drawIcon } from './icon.ts';
import { readLength } from './measure.ts';
import { hasCallback, press, readOpenUrl } from './press.ts';
import { type Json, readContent, readString } from './read.ts';

const TYPES = new Set([
  'default',
  'primary',
  'danger',
  'text',
  'primary_text',
  'danger_text',
  'primary_filled',
  'danger_filled',
  'laser',
]);

/** button: callback, link, and submit or reset of the form around it. */
export function drawButton(element: Json, place: Place): HTMLElement {
  const label = readContent(element.text);
  const type = readString(element.type) ?? 'default';
  const disabled = element.disabled === true;
  const icon = drawIcon(element.icon, place.card);
  const tip = readContent(disabled ? (element.disabled_tips ?? element.hover_tips) : element.hover_tips);
  const button = h(
    'button',
    {
      type: 'button',
      class: 'card-button',
      'data-type': TYPES.has(type) ? type : 'default',
      'data-size': readString(element.size) ?? 'medium',
      disabled,
      title: tip || undefined,
      'aria-label': label ? undefined : tip || '按钮',
    },
    icon,
    label && h('span', {}, label),
  );
  const width = readString(element.width);
  if (width === 'fill') button.classList.add('wide');
  const exact = readLength(width, 16, 600);
  if (exact) button.style.width = exact;
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    void pressButton(element, place, button);
  });
  return button;
}

async function pressButton(element: Json, place: Place, button: HTMLButtonElement): Promise<void> {
  const form = place.form;
  const kind = readString(element.form_action_type) ?? readString(element.action_type)?.replace('form_', '');
  if (form && kind === 'reset') {
    for (const field of form) field.reset();
    return;
  }
  if (form && kind === 'submit') {
    const values = readForm(form);
    if (!values) place.card.notify('warning', '有必填项未填写');
    else await press(element, place, button, { form: values });
    return;
  }
  const url = readOpenUrl(element);
  if (url) place.card.openUrl(url);
  if (hasCallback(element) || !url) await press(element, place, button);
}

/**
 * Values of all fields by name, '' for a blank one (or its default would be taken); undefined, with red frames,
 * when a required one is blank.
 */
function readForm(fields: Field[]): Record<string, unknown> | undefined {
  const values: Record<string, unknown> = {};
  let complete = true;
  for (const field of fields) {
    const value = field.read();
    const blank = value === undefined;
    field.flag(field.required && blank);
    if (blank && field.required) complete = false;
    values[field.name] = value ?? '';
  }
  return complete ? values : undefined;
}
