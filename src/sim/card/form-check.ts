import { asList, asRecord, asString } from '../content/json.ts';
import { INTERACTIVE } from './interactive-shapes.ts';
import { badShape, CardProblem } from './problem.ts';
import type { Placed } from './walk.ts';

const FORM_ONLY = ['multi_select_static', 'multi_select_person'];

/** Where components may stand (feishu.md §6.2–6.4). */
function checkPlace(p: Placed): void {
  const refuse = (): CardProblem =>
    new CardProblem(200621, `type of element is not supported tag: ${p.tag}`, { path: p.path, value: p.tag });
  if ((p.tag === 'form' || p.tag === 'table') && p.parent) throw refuse();
  if (p.tag === 'chart' && p.form) throw refuse();
  const needsForm = FORM_ONLY.includes(p.tag) || (p.tag === 'select_img' && p.element.multi_select === true);
  if (needsForm && !p.form) throw refuse();
  if (!p.form && (p.element.required === true || p.element.form_action_type !== undefined)) {
    throw badShape(p.path, 'required and form_action_type work inside a form only');
  }
}

/** Every form has a submit button; every interactive child a name of its own; names are unique in the card. */
export function checkForms(all: readonly Placed[]): void {
  const names = new Set<string>();
  for (const p of all) {
    checkPlace(p);
    const isField = Object.hasOwn(INTERACTIVE, p.tag);
    const name = asString(p.element.name);
    if (p.form && isField && name === '') {
      throw new CardProblem(200530, 'the name of component in the form container cannot be empty', {
        path: p.path,
      });
    }
    if (name !== '' && (p.form || p.tag === 'form')) {
      if (names.has(name)) {
        throw new CardProblem(200530, 'the name of component must be unique', { path: p.path, value: name });
      }
      names.add(name);
    }
  }
  for (const form of all.filter((p) => p.tag === 'form')) {
    if (!all.some((p) => p.form === form && p.element.form_action_type === 'submit')) {
      throw new CardProblem(200530, 'there is no submit button in the form container, at least one', {
        path: form.path,
      });
    }
  }
}

/** Options of one select differ in value, and its initial choice is one of them. */
export function checkOptions(all: readonly Placed[]): void {
  for (const { element, tag, path } of all) {
    if (!Object.hasOwn(INTERACTIVE, tag) || element.options === undefined) continue;
    const options = asList(element.options).map(asRecord);
    const values = options.map((o) => asString(o.value)).filter((v) => v !== '');
    const twice = values.find((v, i) => values.indexOf(v) !== i);
    if (twice !== undefined) throw badShape(path, `duplicate option value ${twice}`);
    const chosen = [element.initial_option, ...asList(element.selected_values)].filter(
      (v) => v !== undefined,
    );
    for (const v of chosen) {
      const known = values.includes(asString(v)) || options.some((o) => asRecord(o.text).content === v);
      if (v !== '' && values.length > 0 && !known)
        throw badShape(path, `initial option ${String(v)} is not an option`);
    }
  }
}
