/** The components of card JSON 2.0 (feishu.md §6) that our cards are made of, and nothing the platform would refuse. */

/** `default`: of cards that say nothing about a light. */
export type HeaderColor = 'default' | 'red' | 'orange' | 'blue' | 'green' | 'grey';
export type TagColor = 'neutral' | 'blue' | 'green' | 'yellow' | 'orange' | 'red' | 'purple';

export interface PlainText {
  tag: 'plain_text';
  content: string;
}
export interface Markdown {
  tag: 'markdown';
  content: string;
  text_size?: 'heading' | 'normal' | 'notation';
  margin?: string;
}
export interface Div {
  tag: 'div';
  text: PlainText & { text_size?: 'heading' | 'normal' | 'notation'; text_color?: string };
}
export interface Hr {
  tag: 'hr';
}
export interface Callback {
  type: 'callback';
  value: Record<string, unknown>;
}
export interface OpenUrl {
  type: 'open_url';
  default_url: string;
}
export interface Button {
  tag: 'button';
  text: PlainText;
  type: 'default' | 'primary' | 'danger' | 'primary_filled' | 'danger_filled' | 'text' | 'primary_text';
  size: 'small' | 'medium' | 'large';
  width?: 'default' | 'fill';
  behaviors: (Callback | OpenUrl)[];
  name?: string;
  form_action_type?: 'submit';
  confirm?: { title: PlainText; text: PlainText };
}
export interface Column {
  tag: 'column';
  width: 'auto' | 'weighted';
  weight?: number;
  vertical_align?: 'top' | 'center';
  elements: CardElement[];
}
export interface ColumnSet {
  tag: 'column_set';
  flex_mode: 'none' | 'flow' | 'stretch';
  horizontal_spacing?: string;
  background_style?: string;
  columns: Column[];
}
export interface Panel {
  tag: 'collapsible_panel';
  expanded: boolean;
  header: { title: PlainText };
  border: { color: string };
  padding: string;
  elements: CardElement[];
}
export interface Option {
  text: PlainText;
  value: string;
}
export interface Input {
  tag: 'input';
  name: string;
  input_type: 'text' | 'multiline_text';
  required: boolean;
  max_length: number;
  placeholder: PlainText;
  label: PlainText;
  label_position: 'top';
  width: 'fill';
  rows?: number;
  auto_resize?: boolean;
  default_value?: string;
}
export interface SelectStatic {
  tag: 'select_static';
  name: string;
  required: boolean;
  placeholder: PlainText;
  width: 'fill';
  options: Option[];
  initial_option?: string;
}
export interface MultiSelectStatic {
  tag: 'multi_select_static';
  name: string;
  required: boolean;
  placeholder: PlainText;
  width: 'fill';
  options: Option[];
  selected_values: string[];
}
export interface SelectPerson {
  tag: 'select_person';
  name: string;
  required: boolean;
  placeholder: PlainText;
  width: 'fill';
  options?: { value: string }[];
}
export interface DatePicker {
  tag: 'date_picker';
  name: string;
  required: boolean;
  placeholder: PlainText;
  width: 'fill';
  initial_date?: string;
}
export interface Form {
  tag: 'form';
  name: string;
  elements: CardElement[];
}
/** A picture made of figures by VChart, of which no spec may hold JavaScript; 5 of a card at most. */
export interface Chart {
  tag: 'chart';
  chart_spec: Record<string, unknown>;
  /** `320px`; up to 999. */
  height: string;
  /** Opens in a window of its own, on a phone on the whole screen. */
  preview: boolean;
}
export type CardElement =
  | Markdown
  | Chart
  | Div
  | Hr
  | Button
  | ColumnSet
  | Panel
  | Input
  | SelectStatic
  | MultiSelectStatic
  | SelectPerson
  | DatePicker
  | Form;

export interface HeaderTag {
  tag: 'text_tag';
  text: PlainText;
  color: TagColor;
}
export interface Header {
  title: PlainText;
  subtitle?: PlainText;
  template: HeaderColor;
  text_tag_list?: HeaderTag[];
}
