import { h } from '../dom.ts';
import type { Place } from './context.ts';
import { joinForm } from './field.ts';
import { readBox } from './measure.ts';
import { hasCallback, press } from './press.ts';
import { type Json, readContent, readList, readNumber, readObject } from './read.ts';
import { drawText } from './text.ts';

/** checker: a tick with text and up to three buttons; without a behaviour the tick stays in the browser. */
export function drawChecker(element: Json, place: Place): HTMLElement {
  const initial = element.checked === true;
  const tick = h('input', { type: 'checkbox', disabled: element.disabled === true });
  const text = drawText(element.text, place.card);
  const buttons = readList(readObject(element.button_area).buttons)
    .slice(0, 3)
    .map((button, index) =>
      place.draw(button, { ...place, path: `${place.path}.button_area.buttons.${index}` }),
    );
  const label = h('label', { class: 'checker-label' }, tick, text);
  const row = h(
    'div',
    { class: 'checker', title: readContent(element.hover_tips) || undefined },
    label,
    ...buttons,
  );
  const padding = readBox(element.padding);
  if (padding) row.style.padding = padding;
  const checkedStyle = readObject(element.checked_style);
  const show = () => {
    text.style.textDecoration =
      tick.checked && checkedStyle.show_strikethrough === true ? 'line-through' : '';
    text.style.opacity = tick.checked ? String(readNumber(checkedStyle.opacity) ?? 1) : '';
  };
  const reset = () => {
    tick.checked = initial;
    show();
  };
  reset();
  joinForm(element, place, { frame: label, read: () => tick.checked, reset });
  tick.addEventListener('change', () => {
    show();
    if (place.form || !hasCallback(element)) return;
    void press(element, place, label, { choice: tick.checked }).then((done) => done || reset());
  });
  return row;
}
