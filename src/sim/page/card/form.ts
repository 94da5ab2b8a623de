import { h } from '../dom.ts';
import { drawChildren, type Field, type Place } from './context.ts';
import { layOut } from './measure.ts';
import { type Json, readList, readString } from './read.ts';

/** form: collects what its fields hold until its submit button is pressed. */
export function drawForm(element: Json, place: Place): HTMLElement {
  const fields: Field[] = [];
  const children = drawChildren(readList(element.elements), { ...place, form: fields });
  const form = h(
    'div',
    { class: 'card-form', role: 'group', 'data-form': readString(element.name) },
    ...children,
  );
  layOut(form, { vertical_spacing: '12px', ...element });
  return form;
}
