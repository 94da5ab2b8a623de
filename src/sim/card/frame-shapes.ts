import { icon, layout, multiUrl, plainText, titleText } from './parts.ts';
import type { Shape } from './values.ts';
import { anything, bool, color, elementId, listOf, object, oneOf, padding, record, text } from './values.ts';

const TEXT_TAG_COLORS = [
  'neutral',
  'blue',
  'turquoise',
  'lime',
  'orange',
  'violet',
  'indigo',
  'wathet',
  'green',
  'yellow',
  'red',
  'purple',
  'carmine',
];

const textTag = record(
  { tag: oneOf('text_tag'), element_id: elementId, text: plainText(), color: oneOf(...TEXT_TAG_COLORS) },
  ['tag', 'text'],
);

/** The card itself (card-json-2-0-structure). Root-level `elements` belong to 1.0. */
export const CARD: Shape = {
  props: { schema: oneOf('2.0'), config: object, card_link: multiUrl, header: object, body: object },
  required: ['schema'],
};

export const CONFIG: Shape = {
  props: {
    streaming_mode: bool,
    streaming_config: record({
      print_frequency_ms: object,
      print_step: object,
      print_strategy: oneOf('fast', 'delay'),
    }),
    summary: record({ content: text(), i18n_content: object }),
    locales: listOf(text()),
    enable_forward: bool,
    enable_forward_interaction: bool,
    update_multi: (v) => (v === true ? undefined : 'only supports true'),
    width_mode: oneOf('default', 'compact', 'fill'),
    use_custom_translation: bool,
    style: record({ text_size: object, color: object }),
  },
};

export const HEADER: Shape = {
  props: {
    title: titleText,
    subtitle: titleText,
    text_tag_list: listOf(textTag),
    i18n_text_tag_list: object,
    template: oneOf(
      ...['blue', 'wathet', 'turquoise', 'green', 'yellow', 'orange', 'red'],
      ...['carmine', 'violet', 'purple', 'indigo', 'grey', 'default'],
    ),
    icon,
    padding,
  },
  required: ['title'],
};

export const BODY: Shape = {
  props: { ...layout, elements: listOf(object) },
  required: ['elements'],
};

export const PANEL_HEADER = record({
  title: record({ tag: oneOf('plain_text', 'markdown', 'lark_md'), content: text(), element_id: elementId }, [
    'tag',
  ]),
  background_color: color,
  vertical_align: oneOf('top', 'center', 'bottom'),
  padding,
  position: anything,
  width: oneOf('fill', 'auto', 'auto_when_fold'),
  icon,
  icon_position: oneOf('left', 'right', 'follow_text'),
  icon_expanded_angle: (v) => ([-180, -90, 90, 180].includes(Number(v)) ? undefined : 'must be ±90 or ±180'),
});
