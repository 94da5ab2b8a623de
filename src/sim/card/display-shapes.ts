import { common, icon, plainText, richText, textAlign, verticalAlign } from './parts.ts';
import type { Check, Shape } from './values.ts';
import {
  anything,
  bool,
  either,
  elementId,
  listOf,
  name,
  number,
  object,
  oneOf,
  px,
  radius,
  record,
  text,
  whole,
} from './values.ts';

const avatarSize = oneOf('extra_small', 'small', 'medium', 'large');

const percent: Check = (v) =>
  typeof v === 'string' && /^([1-9]\d?|100)%$/.test(v) ? undefined : 'must be [1,100]%';

const tableColumn = record(
  {
    name,
    display_name: text(),
    width: either(oneOf('auto'), px(80, 600), percent),
    vertical_align: verticalAlign,
    horizontal_align: textAlign,
    data_type: oneOf('text', 'lark_md', 'options', 'number', 'persons', 'date', 'markdown'),
    format: record({ precision: whole(0, 10), symbol: text(1), separator: bool }),
    date_format: text(),
  },
  ['name', 'data_type'],
);

const pairPx: Check = (v) =>
  typeof v === 'string' && /^\d{1,4}px \d{1,4}px$/.test(v) ? undefined : 'must be two lengths in px';

/** Components that only show (feishu.md §6.2 and their pages). */
export const DISPLAY: Record<string, Shape> = {
  markdown: {
    props: {
      ...common,
      content: text(),
      i18n_content: object,
      text_size: text(),
      text_align: textAlign,
      icon,
    },
    required: ['content'],
  },
  div: {
    props: {
      ...common,
      width: either(oneOf('fill', 'auto'), px(16, 999)),
      text: richText,
      fields: listOf(record({ is_short: bool, text: richText }, ['text'])),
      icon,
    },
  },
  hr: { props: { ...common } },
  img: {
    props: {
      ...common,
      img_key: name,
      alt: plainText(),
      title: plainText(),
      corner_radius: radius,
      scale_type: oneOf('crop_center', 'crop_top', 'fit_horizontal'),
      size: either(oneOf('stretch', 'large', 'medium', 'small', 'tiny'), pairPx),
      transparent: bool,
      preview: bool,
    },
    required: ['img_key', 'alt'],
  },
  img_combination: {
    props: {
      ...common,
      combination_mode: oneOf('double', 'triple', 'bisect', 'trisect'),
      combination_transparent: bool,
      corner_radius: radius,
      img_list: listOf(record({ img_key: name, transparent: bool }, ['img_key'])),
    },
    required: ['combination_mode', 'img_list'],
  },
  person: {
    props: {
      ...common,
      user_id: name,
      size: avatarSize,
      show_avatar: bool,
      show_name: bool,
      style: oneOf('normal', 'capsule'),
    },
    required: ['user_id'],
  },
  person_list: {
    props: {
      ...common,
      persons: listOf(record({ id: name }, ['id'])),
      drop_invalid_user_id: bool,
      lines: whole(1),
      show_name: bool,
      show_avatar: bool,
      size: avatarSize,
      icon,
    },
    required: ['persons'],
  },
  table: {
    props: {
      ...common,
      page_size: whole(1, 10),
      row_height: either(oneOf('low', 'middle', 'high', 'auto'), px(32, 124)),
      row_max_height: px(32, 999),
      freeze_first_column: bool,
      header_style: record({
        text_align: textAlign,
        text_size: oneOf('normal', 'heading'),
        background_style: oneOf('grey', 'none'),
        text_color: oneOf('default', 'grey'),
        bold: bool,
        lines: whole(1),
      }),
      columns: listOf(tableColumn),
      rows: listOf(object),
    },
    required: ['columns', 'rows'],
  },
  chart: {
    props: {
      ...common,
      chart_spec: anything,
      aspect_ratio: oneOf('1:1', '2:1', '4:3', '16:9'),
      color_theme: oneOf('brand', 'rainbow', 'complementary', 'converse', 'primary'),
      height: either(oneOf('auto'), px(1, 999)),
      preview: bool,
    },
    required: ['chart_spec'],
  },
};

/** Used by checker. */
export const checkedStyle = record({
  show_strikethrough: bool,
  opacity: number(0, 1),
  element_id: elementId,
});
