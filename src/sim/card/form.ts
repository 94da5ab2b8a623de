import { asList, asRecord, asString } from '../content/json.ts';
import type { Strict } from '../types.ts';
import type { Touchable } from './interactive.ts';
import { listTouchables, optionsOf } from './interactive.ts';

/** What the client says instead of sending; the platform never hears of it. */
export class ClientRefusal extends Error {}

export interface FormWorld {
  /** Open ids a person picker offers when it lists none. */
  members: readonly string[];
  blank: Strict['blankFormFields'];
}

const ZONE = ' +0800';

/** The value a field has before anybody touches it, in the shape a person would give. */
function initialValue(e: Record<string, unknown>): unknown {
  switch (e.tag) {
    case 'input':
      return e.default_value;
    case 'select_static': {
      const index = e.initial_index;
      return e.initial_option ?? (typeof index === 'number' ? optionsOf(e)[index - 1]?.value : undefined);
    }
    case 'select_person':
      return e.initial_option;
    case 'multi_select_static':
    case 'multi_select_person':
      return e.selected_values;
    case 'date_picker':
      return e.initial_date;
    case 'picker_time':
      return e.initial_time;
    case 'picker_datetime':
      return e.initial_datetime;
    case 'checker':
      return e.checked === true;
    default:
      return undefined;
  }
}

const isBlank = (v: unknown): boolean =>
  v === undefined || v === null || v === '' || (Array.isArray(v) && v.length === 0);

function allowedValues(e: Record<string, unknown>, world: FormWorld): readonly string[] {
  const options = optionsOf(e).map((o) => o.value);
  const persons = e.tag === 'select_person' || e.tag === 'multi_select_person';
  return persons && options.length === 0 ? world.members : options;
}

function needPattern(value: unknown, pattern: RegExp, what: string, name: string): string {
  const text = String(value).replace(ZONE, '');
  if (!pattern.test(text)) throw new Error(`sim: ${name} takes ${what}, not ${JSON.stringify(value)}`);
  return text + ZONE;
}

function one(e: Record<string, unknown>, value: unknown, world: FormWorld, name: string): string {
  const allowed = allowedValues(e, world);
  const byText = optionsOf(e).find((o) => o.text === value)?.value;
  const picked = byText ?? String(value);
  if (!allowed.includes(picked)) throw new Error(`sim: ${name} offers no ${JSON.stringify(value)}`);
  return picked;
}

/**
 * A value as the client sends it (feishu.md §6.5). Options may be given by their words. Throws on what the
 * client could not have produced, {@link ClientRefusal} on what it would refuse.
 */
export function shapeValue(e: Record<string, unknown>, value: unknown, world: FormWorld): unknown {
  const name = asString(e.name) || asString(e.tag);
  switch (e.tag) {
    case 'input': {
      const text = String(value);
      const max = typeof e.max_length === 'number' ? e.max_length : 1000;
      if ([...text].length > max) throw new ClientRefusal(`最多输入 ${max} 个字`);
      if (e.input_type !== 'multiline_text' && text.includes('\n')) {
        throw new Error(`sim: ${name} is a single line`);
      }
      return text;
    }
    case 'multi_select_static':
    case 'multi_select_person':
      return asList(value).map((v) => one(e, v, world, name));
    case 'select_static':
    case 'select_person':
      return one(e, value, world, name);
    case 'date_picker':
      return needPattern(value, /^\d{4}-\d{2}-\d{2}$/, 'yyyy-MM-dd', name);
    case 'picker_time':
      return needPattern(value, /^\d{2}:\d{2}$/, 'HH:mm', name);
    case 'picker_datetime':
      return needPattern(value, /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, 'yyyy-MM-dd HH:mm', name);
    case 'checker':
      return value === true;
    default:
      return value;
  }
}

function emptyOf(tag: string): unknown {
  return tag.startsWith('multi_') ? [] : '';
}

/** Fields of a form that have a value, i.e. everything in it but buttons. */
function fieldsOf(form: Record<string, unknown>): Touchable[] {
  const inside = listTouchables({ body: { elements: form.elements } });
  return inside.filter((t) => !['button', 'overflow', 'interactive_container'].includes(t.tag));
}

/** form_value of a submit: what was filled in over the defaults; a blank required field is refused. */
export function fillForm(
  form: Record<string, unknown>,
  given: Record<string, unknown>,
  world: FormWorld,
): Record<string, unknown> {
  const fields = fieldsOf(form);
  const names = fields.map((f) => asString(f.element.name));
  for (const name of Object.keys(given)) {
    if (!names.includes(name))
      throw new Error(`sim: the form has no field ${name}; it has ${names.join(', ')}`);
  }
  const filled: Record<string, unknown> = {};
  for (const { element, tag } of fields) {
    const name = asString(element.name);
    const value = name in given && element.disabled !== true ? given[name] : initialValue(element);
    if (!isBlank(value)) filled[name] = shapeValue(element, value, world);
    else if (element.required === true) throw new ClientRefusal(`请填写${labelOf(element)}`);
    else if (world.blank === 'empty') filled[name] = emptyOf(tag);
  }
  return filled;
}

function labelOf(element: Record<string, unknown>): string {
  const label = asString(asRecord(element.label).content);
  return label === '' ? '必填项' : `“${label.replace(/[:：]$/, '')}”`;
}
