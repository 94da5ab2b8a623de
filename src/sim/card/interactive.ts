import { asList, asRecord, asString, isRecord } from '../content/json.ts';
import type { Pick } from '../types.ts';
import { cardText } from './text.ts';

/** Something on a card that can be touched. */
export interface Touchable {
  tag: string;
  element: Record<string, unknown>;
  /** 'body.elements.0.columns.1.elements.2' */
  path: string;
  /** Words on it. */
  text: string;
  /** The form around it, if any. */
  form: Record<string, unknown> | undefined;
  disabled: boolean;
}

const TAGS = new Set([
  'button',
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'overflow',
  'checker',
  'select_img',
  'interactive_container',
]);

function wordsOn(element: Record<string, unknown>): string {
  if (element.tag === 'interactive_container') {
    return cardText({ body: { elements: element.elements } }, () => undefined);
  }
  const text = asString(asRecord(element.text).content);
  return text === '' ? asString(asRecord(element.placeholder).content) : text;
}

/** Everything that can be touched on a card, in reading order. */
export function listTouchables(card: unknown): Touchable[] {
  const found: Touchable[] = [];
  const visit = (node: unknown, path: string, form: Record<string, unknown> | undefined): void => {
    if (Array.isArray(node)) {
      node.forEach((child: unknown, i) => {
        visit(child, `${path}.${i}`, form);
      });
      return;
    }
    if (!isRecord(node)) return;
    const tag = asString(node.tag);
    if (TAGS.has(tag)) {
      found.push({
        tag,
        element: node,
        path,
        text: wordsOn(node),
        form,
        disabled: node.disabled === true,
      });
    }
    const inner = tag === 'form' ? node : form;
    for (const key of ['elements', 'columns', 'extra']) visit(node[key], `${path}.${key}`, inner);
    visit(asRecord(node.button_area).buttons, `${path}.button_area.buttons`, inner);
  };
  visit(asRecord(asRecord(card).body).elements, 'body.elements', undefined);
  return found;
}

export interface Option {
  text: string;
  value: string;
  raw: Record<string, unknown>;
}

/** The options of a select or overflow. */
export function optionsOf(element: Record<string, unknown>): Option[] {
  return asList(element.options).map((o) => {
    const raw = asRecord(o);
    return { text: asString(asRecord(raw.text).content), value: asString(raw.value), raw };
  });
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function hasValue(element: Record<string, unknown>, value: unknown): boolean {
  return asList(element.behaviors).some((b) => sameJson(asRecord(b).value, value));
}

/** '/body/elements/0' and 'body.elements.0' are the same place. */
export const normalisePath = (path: string): string => path.replace(/^\//, '').replaceAll('/', '.');

function matches(t: Touchable, pick: Pick): boolean {
  if (pick.path !== undefined && normalisePath(pick.path) !== t.path) return false;
  if (pick.elementId !== undefined && t.element.element_id !== pick.elementId) return false;
  if (pick.name !== undefined && t.element.name !== pick.name) return false;
  if (pick.text !== undefined && t.text !== pick.text) return false;
  if (pick.value !== undefined && !hasValue(t.element, pick.value)) return false;
  return true;
}

/**
 * The element meant: by its words, else a select outside a form by the words of one of its options. An enabled one
 * goes before a disabled one. Throws, naming what is there, when nothing on the card fits.
 */
export function findTouchable(card: unknown, pick: Pick): { target: Touchable; choice: unknown } {
  const all = listTouchables(card);
  const direct = all.filter((t) => matches(t, pick));
  const target = direct.find((t) => !t.disabled) ?? direct[0];
  if (target) return { target, choice: pick.choice };
  for (const t of all) {
    if (t.form || pick.text === undefined) continue;
    const option = optionsOf(t.element).find((o) => o.text === pick.text);
    if (option && matches(t, { ...pick, text: t.text })) return { target: t, choice: option.value };
  }
  const names = all.map((t) => (t.text === '' ? `${t.tag}:${asString(t.element.name)}` : t.text));
  throw new Error(
    `sim: nothing on the card fits ${JSON.stringify(pick)}; there is: ${names.join('、') || 'nothing'}`,
  );
}
