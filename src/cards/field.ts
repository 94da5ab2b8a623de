/** Fields of forms: what a form_value is called, how it is asked for and how it is read back. */
import { z } from 'zod';
import { type FormValues, readLinkChoice } from '../domain/form-values.ts';
import type { Person } from '../domain/model.ts';
import { parseDay } from '../domain/time.ts';
import { clip, oneLine, safeOpenId } from '../text/escape.ts';
import { BUTTONS } from '../text/words.ts';
import type {
  Button,
  CardElement,
  DatePicker,
  Div,
  Input,
  Option,
  SelectPerson,
  SelectStatic,
} from './element.ts';
import { LIMITS, plain, textBlock } from './kit.ts';

/** Of an integer column; a larger number would be a fault of the database. */
const MAX_ID = 2_147_483_647;

const blank = z.literal('').transform(() => undefined);
const words = (limit: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().slice(0, limit) : value),
    z.string().optional(),
  );
const idText = blank
  .or(
    z
      .string()
      .regex(/^[1-9]\d{0,9}$/)
      .transform(Number)
      .refine((id) => id <= MAX_ID),
  )
  .optional();

/** 2026-12-20 +0800: the platform adds its zone; only the day counts. */
const dayText = blank
  .or(
    z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}/)
      .transform((value, ctx) => {
        const day = parseDay(
          Number(value.slice(0, 4)),
          Number(value.slice(5, 7)),
          Number(value.slice(8, 10)),
        );
        if (day !== undefined) return day;
        ctx.addIssue({ code: 'custom', message: 'no such day' });
        return z.NEVER;
      }),
  )
  .optional();

const schema = z.object({
  text: words(6000),
  unitId: idText,
  personOpenId: blank.or(z.string().regex(/^ou_[\w-]{1,64}$/)).optional(),
  personName: words(40),
  day: dayText,
  projectId: idText,
  newProject: words(100),
  enterprise: words(100),
  reason: words(1000),
  chatId: blank.or(z.string().regex(/^oc_[\w-]{1,64}$/)).optional(),
  entry: blank
    .or(
      z
        .string()
        .regex(/^\d{1,3}$/)
        .transform(Number),
    )
    .optional(),
  linkNo: blank
    .or(
      z.string().transform((text, ctx) => {
        const link = readLinkChoice(text);
        if (link) return link;
        ctx.addIssue({ code: 'custom', message: 'no such link' });
        return z.NEVER;
      }),
    )
    .optional(),
  listed: blank.or(z.enum(['yes', 'no'])).optional(),
});

/**
 * Reads the form values of a click. Blank, missing and unknown fields are left out; `undefined` when a field holds
 * what our form cannot have sent.
 */
export function readFormValues(values: unknown): FormValues | undefined {
  const parsed = schema.safeParse(values);
  const picks = picksOf(values);
  if (!parsed.success || !picks) return undefined;
  return Object.fromEntries(
    Object.entries({ ...parsed.data, ...(Object.keys(picks).length > 0 && { picks }) }).filter(
      ([, value]) => value !== undefined && value !== '',
    ),
  ) as FormValues;
}

const pickText = z.string().max(80);

/** What stands in pick_0, pick_1 …; blank ones are left out. */
function picksOf(values: unknown): Record<number, string> | undefined {
  const picks: Record<number, string> = {};
  for (const [name, value] of Object.entries((values ?? {}) as object)) {
    const nth = /^pick_(\d{1,3})$/.exec(name)?.[1];
    if (nth === undefined || value === '' || value == null) continue;
    const read = pickText.safeParse(value);
    if (!read.success) return undefined;
    picks[Number(nth)] = read.data;
  }
  return picks;
}

/** One of many pickers on a form, read back as `picks`. */
export function pickField(nth: number, options: Option[], look: FieldLook): CardElement[] {
  return choiceField(`pick_${nth}`, options, look);
}

export interface FieldLook {
  label: string;
  required?: boolean;
  /** What stands in the field already; undefined leaves it empty. */
  initial?: string | undefined;
}

export function textField(
  name: 'text' | 'reason',
  look: FieldLook & { hint?: string; rows?: number },
): Input {
  return {
    tag: 'input',
    name,
    input_type: 'multiline_text',
    required: look.required ?? true,
    max_length: LIMITS.inputLength,
    rows: look.rows ?? 3,
    auto_resize: true,
    label: plain(look.label),
    label_position: 'top',
    placeholder: plain(look.hint ?? '请输入'),
    width: 'fill',
    ...(look.initial && { default_value: clip(look.initial, LIMITS.inputLength) }),
  };
}

export function lineField(
  name: 'newProject' | 'enterprise' | 'personName',
  look: FieldLook & { hint?: string },
): Input {
  return {
    tag: 'input',
    name,
    input_type: 'text',
    required: look.required ?? false,
    max_length: name === 'personName' ? 40 : 100,
    label: plain(look.label),
    label_position: 'top',
    placeholder: plain(look.hint ?? '请输入'),
    width: 'fill',
  };
}

/** Bytes all options of one picker may take together, so that two pickers and a text fit a card. */
const OPTION_BYTES = 9000;

/** Those that fit; the second value is how many did not. Doubles are left out: values must be unique. */
export function fitOptions(all: readonly { id: number | string; name: string }[]): {
  options: Option[];
  left: number;
} {
  const unique = [...new Map(all.map((item) => [item.id, item])).values()];
  const encoder = new TextEncoder();
  const options: Option[] = [];
  let bytes = 0;
  for (const item of unique) {
    const option = { text: plain(clip(oneLine(item.name), 40)), value: String(item.id) };
    bytes += encoder.encode(JSON.stringify(JSON.stringify(option))).length;
    if (options.length >= LIMITS.options || bytes > OPTION_BYTES) break;
    options.push(option);
  }
  return { options, left: unique.length - options.length };
}

/** Name of a picker, which has no label of its own and loses its placeholder once something is chosen. */
function pickerLabel(look: FieldLook): Div {
  return textBlock(look.required ? `${look.label} *` : look.label);
}

type ChoiceName = 'unitId' | 'projectId' | 'linkNo' | 'chatId' | 'entry' | 'listed' | `pick_${number}`;

export function choiceField(name: ChoiceName, options: Option[], look: FieldLook): CardElement[] {
  const known = options.some((option) => option.value === look.initial);
  const field: SelectStatic = {
    tag: 'select_static',
    name,
    required: look.required ?? false,
    placeholder: plain('请选择'),
    width: 'fill',
    options,
    ...(known && look.initial && { initial_option: look.initial }),
  };
  return [pickerLabel(look), field];
}

/** Without people the picker offers the members of the chat; only useful in a group. */
export function personField(people: readonly Person[], look: FieldLook): CardElement[] {
  const ids = [...new Set(people.flatMap((person) => safeOpenId(person.openId) ?? []))].slice(
    0,
    LIMITS.options,
  );
  const field: SelectPerson = {
    tag: 'select_person',
    name: 'personOpenId',
    required: look.required ?? false,
    placeholder: plain('请选择'),
    width: 'fill',
    ...(ids.length > 0 && { options: ids.map((value) => ({ value })) }),
  };
  return [pickerLabel(look), field];
}

/** Its placeholder is its label: a chosen day explains itself. */
export function dayField(look: FieldLook): DatePicker {
  return {
    tag: 'date_picker',
    name: 'day',
    required: look.required ?? false,
    placeholder: plain(look.required ? `${look.label} *` : look.label),
    width: 'fill',
    ...(look.initial && { initial_date: look.initial }),
  };
}

/** 确认 below the fields of a form. @param value what comes back beside what was filled in */
export function submitButton(value: Record<string, unknown>): Button {
  return {
    tag: 'button',
    name: 'submit',
    text: plain(BUTTONS.confirm),
    type: 'primary_filled',
    size: 'large',
    width: 'fill',
    form_action_type: 'submit',
    behaviors: [{ type: 'callback', value }],
  };
}
