import { PANEL_HEADER } from './frame-shapes.ts';
import { behaviors, common, confirm, icon, layout, multiUrl, plainText } from './parts.ts';
import type { Shape } from './values.ts';
import {
  bool,
  color,
  either,
  listOf,
  name,
  object,
  oneOf,
  px,
  radius,
  record,
  spacing,
  whole,
} from './values.ts';

const action = record({ multi_url: multiUrl });
const elements = listOf(object);

/** Components that hold others (feishu.md §6.3 and their pages). */
export const CONTAINERS: Record<string, Shape> = {
  column_set: {
    props: {
      ...common,
      columns: listOf(object),
      horizontal_spacing: spacing,
      horizontal_align: oneOf('left', 'center', 'right'),
      flex_mode: oneOf('none', 'stretch', 'flow', 'bisect', 'trisect'),
      background_style: color,
      action,
    },
    required: ['columns'],
  },
  column: {
    props: {
      ...common,
      ...layout,
      elements,
      width: either(oneOf('auto', 'weighted'), px(16, 600)),
      weight: whole(1, 5),
      background_style: color,
      action,
    },
  },
  form: { props: { ...common, ...layout, name, elements, confirm }, required: ['name', 'elements'] },
  interactive_container: {
    props: {
      ...common,
      ...layout,
      elements,
      width: either(oneOf('fill', 'auto'), px(16, 999)),
      height: either(oneOf('auto'), px(10, 999)),
      background_style: either(color, oneOf('laser')),
      has_border: bool,
      border_color: color,
      corner_radius: radius,
      behaviors,
      hover_tips: plainText(),
      disabled: bool,
      disabled_tips: plainText(),
      confirm,
    },
    required: ['behaviors', 'elements'],
  },
  collapsible_panel: {
    props: {
      ...common,
      ...layout,
      elements,
      expanded: bool,
      background_color: color,
      header: PANEL_HEADER,
      border: record({ color, corner_radius: radius }),
      icon,
    },
    required: ['header', 'elements'],
  },
};
