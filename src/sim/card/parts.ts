import { isRecord } from '../content/json.ts';
import type { Check } from './values.ts';
import {
  bool,
  color,
  elementId,
  listOf,
  margin,
  object,
  oneOf,
  padding,
  record,
  spacing,
  text,
  whole,
} from './values.ts';

/** Pieces that many components share. */

const align = oneOf('left', 'center', 'right');
export const textAlign = align;
export const verticalAlign = oneOf('top', 'center', 'bottom');

/** What every component may carry. */
export const common: Record<string, Check> = { tag: text(), element_id: elementId, margin };

/** What every container may carry. */
export const layout: Record<string, Check> = {
  direction: oneOf('vertical', 'horizontal'),
  padding,
  horizontal_spacing: spacing,
  horizontal_align: align,
  vertical_spacing: spacing,
  vertical_align: verticalAlign,
};

/** A plain_text element of at most `max` characters. */
export function plainText(max?: number): Check {
  return record(
    { tag: oneOf('plain_text'), content: text(max), element_id: elementId, i18n_content: object },
    ['tag', 'content'],
  );
}

export const titleText = record(
  { tag: oneOf('plain_text', 'lark_md'), content: text(), element_id: elementId, i18n_content: object },
  ['tag', 'content'],
);

/** The text of div and checker, with its looks. */
export const richText = record(
  {
    tag: oneOf('plain_text', 'lark_md'),
    content: text(),
    element_id: elementId,
    i18n_content: object,
    text_size: text(),
    text_color: color,
    text_align: align,
    lines: whole(1),
  },
  ['tag', 'content'],
);

export const icon: Check = (v) => {
  if (!isRecord(v)) return 'must be an object';
  const props = {
    tag: oneOf('standard_icon', 'custom_icon'),
    token: text(),
    color,
    img_key: text(),
    size: text(),
  };
  const problem = record(props, ['tag'])(v);
  if (problem !== undefined) return problem;
  const key = v.tag === 'custom_icon' ? 'img_key' : 'token';
  return typeof v[key] === 'string' && v[key] !== '' ? undefined : `needs ${key}`;
};

const url: Check = (v) =>
  typeof v === 'string' && (v === '' || /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(v)) ? undefined : 'must be a url';

export const multiUrl = record({ url, pc_url: url, ios_url: url, android_url: url });

const openUrl = record(
  { type: oneOf('open_url'), default_url: url, pc_url: url, ios_url: url, android_url: url },
  ['type', 'default_url'],
);
/** The value must be an object: SDKs read nothing else (feishu.md §6.4). */
const callback = record({ type: oneOf('callback'), value: object }, ['type', 'value']);

/** Buttons and interactive containers: links and callbacks. */
export const behaviors = listOf((v) => {
  if (!isRecord(v)) return 'must be an object';
  if (v.type === 'open_url') return openUrl(v);
  return v.type === 'callback' ? callback(v) : 'type must be open_url|callback';
});
/** Fields: callbacks only. */
export const fieldBehaviors = listOf(callback);

export const confirm = record({ title: plainText(), text: plainText() }, ['title', 'text']);

/** What every interactive component may carry. */
export const interactive: Record<string, Check> = { ...common, name: text(), disabled: bool, confirm };

export const borderedType = oneOf('default', 'text');
