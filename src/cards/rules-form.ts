/** The form of the rules (三级响应、四级调度), and how it is read back. */
import { z } from 'zod';
import type { Post, Rules, Rung } from '../domain/model.ts';
import { POSTS, RUNGS, type RuleNumber } from '../domain/rules.ts';
import { encodeAction } from './actions.ts';
import type { CardElement, Form, Input, MultiSelectStatic, SelectStatic } from './element.ts';
import { submitButton } from './field.ts';
import { footnote, plain, textBlock } from './kit.ts';
import { POST_NAMES, RULE_NAMES, RUNG_LEVELS } from './words-rules.ts';

/** Numbers the form asks for; the others (挂账次数 …) are no part of the ladder and stay as they are. */
const ASKED = [
  'nearDueDays',
  'yellowDays',
  'deepRedDays',
  'yellowRepeatDays',
  'acknowledgeLapseDays',
] as const satisfies RuleNumber[];
const UNSIGNED = ['unsignedFirst', 'unsignedSecond'] as const;
const UNSIGNED_LABELS = ['转办后几天未签收提醒（工作日）', '转办后几天再提醒（工作日）'] as const;

type NumberField = (typeof ASKED)[number] | (typeof UNSIGNED)[number];

const hearsField = (rung: Rung): string => `hears_${rung.replaceAll('-', '_')}`;

function numberField(name: NumberField, label: string, value: number): Input {
  return {
    tag: 'input',
    name,
    input_type: 'text',
    required: true,
    max_length: 4,
    label: plain(label),
    label_position: 'top',
    placeholder: plain('整数'),
    width: 'fill',
    default_value: String(value),
  };
}

function postsField(rung: Rung, posts: readonly Post[]): CardElement[] {
  const field: MultiSelectStatic = {
    tag: 'multi_select_static',
    name: hearsField(rung),
    required: true,
    placeholder: plain('请选择，可多选'),
    width: 'fill',
    options: POSTS.map((post) => ({ text: plain(POST_NAMES[post]), value: post })),
    selected_values: [...posts],
  };
  return [textBlock(`${RUNG_LEVELS[rung]}报给谁 *`), field];
}

function askedField(name: (typeof ASKED)[number], rules: Rules): Input {
  return numberField(name, RULE_NAMES[name], rules[name]);
}

function unsignedField(nth: 0 | 1, rules: Rules): Input {
  return numberField(UNSIGNED[nth], UNSIGNED_LABELS[nth], rules.unsignedDays[nth]);
}

/** When a level begins, asked just above who then hears of it. */
function numbersOf(rung: Rung, rules: Rules): Input[] {
  switch (rung) {
    case 'unrouted':
      return [];
    case 'unsigned-1':
      return [unsignedField(0, rules)];
    case 'unsigned-2':
      return [unsignedField(1, rules)];
    case 'blue':
      return [askedField('nearDueDays', rules)];
    case 'yellow':
      return [askedField('yellowDays', rules)];
    case 'red':
      return [askedField('yellowRepeatDays', rules)];
    case 'deep-red':
      return [askedField('deepRedDays', rules)];
  }
}

const SCOPES = [
  { value: 'new', text: plain('只用于新登记的') },
  { value: 'running', text: plain('在办的也改用') },
];

function scopeField(): CardElement[] {
  const field: SelectStatic = {
    tag: 'select_static',
    name: 'scope',
    required: true,
    placeholder: plain('请选择'),
    width: 'fill',
    options: SCOPES,
    initial_option: 'new',
  };
  return [textBlock('用于哪些问题 *'), field];
}

/** @param projectId whose rules; null: the deployment's */
export function rulesForm(rules: Rules, projectId: number | null): Form {
  const value = encodeAction({ do: 'submit-rules', ...(projectId !== null && { projectId }) });
  const submit = submitButton(value);
  return {
    tag: 'form',
    name: 'form_rules',
    elements: [
      ...RUNGS.flatMap((rung) => [...numbersOf(rung, rules), ...postsField(rung, rules.hears[rung])]),
      askedField('acknowledgeLapseDays', rules),
      ...scopeField(),
      footnote('先给您看改了什么、哪些在办的会变灯，再点一次确认才生效'),
      submit,
    ],
  };
}

/** Full-width digits and a unit behind the number (3天) are how people write; anything else is no number of ours. */
const count = z.preprocess((value) => {
  if (typeof value !== 'string') return value;
  const match = /^(-?\d{1,4})\s*(?:个?工作日|天|日)?$/.exec(value.normalize('NFKC').trim());
  return match ? Number(match[1]) : Number.NaN;
}, z.number());
const posts = z.array(z.enum(POSTS)).max(POSTS.length);

const schema = z.object({
  ...(Object.fromEntries([...ASKED, ...UNSIGNED].map((name) => [name, count])) as Record<
    NumberField,
    typeof count
  >),
  ...Object.fromEntries(RUNGS.map((rung) => [hearsField(rung), posts.default([])])),
  scope: z.enum(['new', 'running']).default('new'),
});

/**
 * Reads the form over the rules it was made from. An emptied field is kept empty, so that the check of the rules can
 * say which; undefined when a field holds what our form cannot have sent, or no number.
 */
export function readRulesForm(
  values: unknown,
  base: Rules,
): { rules: Rules; running: boolean } | { wrong: string } {
  const read = schema.safeParse(values);
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0]) as NumberField;
    const asked = ASKED.find((name) => name === field);
    const label = asked ? RULE_NAMES[asked] : UNSIGNED_LABELS[UNSIGNED.indexOf(field as 'unsignedFirst')];
    return { wrong: label ? `“${label}”请写整数。` : '填写不完整，请补充后再提交' };
  }
  const { scope, unsignedFirst, unsignedSecond, ...rest } = read.data;
  const hears = Object.fromEntries(
    RUNGS.map((rung) => {
      const chosen = (rest as Record<string, unknown>)[hearsField(rung)] as Post[];
      return [rung, POSTS.filter((post) => chosen.includes(post))];
    }),
  ) as Rules['hears'];
  const numbers = Object.fromEntries(ASKED.map((name) => [name, rest[name]]));
  return {
    rules: { ...base, ...numbers, unsignedDays: [unsignedFirst, unsignedSecond], hears },
    running: scope === 'running',
  };
}
