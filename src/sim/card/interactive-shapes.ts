import { checkedStyle } from './display-shapes.ts';
import {
  behaviors,
  borderedType,
  fieldBehaviors,
  icon,
  interactive,
  multiUrl,
  plainText,
  richText,
} from './parts.ts';
import type { Check, Shape } from './values.ts';
import { bool, fieldWidth, listOf, name, object, oneOf, padding, record, text, whole } from './values.ts';

const placeholder = plainText(100);

function pattern(form: RegExp, what: string): Check {
  return (v) => (typeof v === 'string' && (v === '' || form.test(v)) ? undefined : `must be ${what}`);
}

const field: Record<string, Check> = {
  ...interactive,
  required: bool,
  placeholder,
  width: fieldWidth,
  behaviors: fieldBehaviors,
};

const staticOption = record({ text: plainText(), value: name, icon }, ['text', 'value']);
const personOption = record({ value: name }, ['value']);

/** Components people touch (feishu.md §6.4 and their pages). */
export const INTERACTIVE: Record<string, Shape> = {
  button: {
    props: {
      ...interactive,
      text: plainText(100),
      type: oneOf(
        ...['default', 'primary', 'danger', 'text', 'primary_text'],
        ...['danger_text', 'primary_filled', 'danger_filled', 'laser'],
      ),
      size: oneOf('tiny', 'small', 'medium', 'large'),
      width: fieldWidth,
      icon,
      hover_tips: plainText(),
      disabled_tips: plainText(),
      behaviors,
      form_action_type: oneOf('submit', 'reset'),
    },
  },
  input: {
    props: {
      ...field,
      default_value: text(),
      max_length: whole(1, 1000),
      input_type: oneOf('text', 'multiline_text', 'password'),
      rows: whole(1),
      auto_resize: bool,
      max_rows: whole(1),
      show_icon: bool,
      label: plainText(),
      label_position: oneOf('top', 'left'),
      disabled_tips: plainText(),
    },
  },
  select_static: {
    props: {
      ...field,
      type: borderedType,
      options: listOf(staticOption),
      initial_option: text(),
      initial_index: whole(0),
    },
  },
  multi_select_static: {
    props: { ...field, type: borderedType, options: listOf(staticOption), selected_values: listOf(text()) },
  },
  select_person: {
    props: { ...field, type: borderedType, options: listOf(personOption), initial_option: text() },
  },
  multi_select_person: {
    props: { ...field, type: borderedType, options: listOf(personOption), selected_values: listOf(text()) },
  },
  date_picker: { props: { ...field, initial_date: pattern(/^\d{4}-\d{2}-\d{2}$/, 'yyyy-MM-dd') } },
  picker_time: { props: { ...field, initial_time: pattern(/^\d{2}:\d{2}$/, 'HH:mm') } },
  picker_datetime: {
    props: { ...field, initial_datetime: pattern(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, 'yyyy-MM-dd HH:mm') },
  },
  overflow: {
    props: {
      ...interactive,
      width: fieldWidth,
      options: listOf(record({ text: plainText(100), multi_url: multiUrl, value: text() })),
      behaviors: fieldBehaviors,
    },
    required: ['options'],
  },
  checker: {
    props: {
      ...interactive,
      checked: bool,
      text: richText,
      overall_checkable: bool,
      button_area: record({ pc_display_rule: oneOf('always', 'on_hover'), buttons: listOf(object, 3) }),
      checked_style: checkedStyle,
      padding,
      behaviors: fieldBehaviors,
      hover_tips: plainText(),
      disabled_tips: plainText(),
    },
  },
  select_img: {
    props: {
      ...interactive,
      multi_select: bool,
      layout: oneOf('stretch', 'bisect', 'trisect'),
      required: bool,
      can_preview: bool,
      aspect_ratio: oneOf('1:1', '16:9', '4:3'),
      disabled_tips: plainText(),
      options: listOf(
        record(
          {
            img_key: name,
            value: text(),
            disabled: bool,
            disabled_tips: plainText(),
            hover_tips: plainText(),
          },
          ['img_key'],
        ),
      ),
      behaviors: fieldBehaviors,
    },
    required: ['options'],
  },
};
