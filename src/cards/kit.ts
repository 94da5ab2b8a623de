/** The parts cards are made of: Feishu card JSON 2.0 (feishu.md §6), typed, and nothing it would refuse. */
import type { Person } from '../domain/model.ts';
import { clip, escapeMarkdown, safeOpenId, stripInvisible } from '../text/escape.ts';
import type {
  Button,
  CardElement,
  ColumnSet,
  Div,
  Header,
  HeaderColor,
  HeaderTag,
  Hr,
  Markdown,
  Panel,
  PlainText,
  TagColor,
} from './element.ts';
import { DEMO_MARK } from './words.ts';

/** What the platform refuses beyond (feishu.md §4.1, §6), in one table. */
export const LIMITS = {
  /** Whole request body of a card message; the card stands in it as a JSON string. */
  requestBytes: 30 * 1024,
  /** Left for receive_id, msg_type and uuid of the same request. */
  envelopeBytes: 512,
  /** Elements and components, text elements counted. */
  elements: 200,
  tables: 5,
  nesting: 5,
  headerTags: 3,
  buttonText: 100,
  inputLength: 1000,
  /** Ours: every option counts as an element, and a longer list cannot be used on a phone. */
  options: 60,
  /** Ours: longer header titles fill the screen of a phone. */
  title: 90,
} as const;

/** A whole card, ready for `sendMessage` and `updateCard`. */
export interface Card {
  schema: '2.0';
  config: { update_multi: true; enable_forward_interaction: false; summary: { content: string } };
  header: Header;
  body: { direction: 'vertical'; vertical_spacing: string; elements: CardElement[] };
}

/** Text that is shown as it is; the platform reads no markup in it. */
export function plain(text: string): PlainText {
  return { tag: 'plain_text', content: stripInvisible(text) };
}

/** Markdown written by us; text of people must have gone through {@link escapeMarkdown}. */
export function markdown(content: string, size: Markdown['text_size'] = 'normal'): Markdown {
  return { tag: 'markdown', content, text_size: size };
}

/** User text of any length as a block of its own: literal, line breaks kept. */
export function textBlock(text: string, size: Markdown['text_size'] = 'normal'): Div {
  return { tag: 'div', text: { ...plain(text), text_size: size } };
}

/** Small grey words under the rest. */
export function footnote(text: string): Div {
  return { tag: 'div', text: { ...plain(text), text_size: 'notation', text_color: 'grey' } };
}

export const hr: Hr = { tag: 'hr' };

/** Fixed words of ours inside markdown, in a colour. */
export function colored(color: 'red' | 'orange' | 'blue' | 'green' | 'grey', escaped: string): string {
  return `<font color='${color}'>${escaped}</font>`;
}

/** @-mention; a person who cannot be reached, or whose id looks wrong, is written by name instead. */
export function mention(person: Person): string {
  const id = person.unreachableSince === null ? safeOpenId(person.openId) : undefined;
  return id ? `<at id=${id}></at>` : escapeMarkdown(person.name);
}

export interface ButtonLook {
  type?: Button['type'];
  size?: Button['size'];
  /** Asks once more before the click goes out. */
  confirm?: { title: string; text: string };
}

/** A button that calls back with `value` (made by encodeAction). */
export function button(label: string, value: Record<string, unknown>, look: ButtonLook = {}): Button {
  return {
    tag: 'button',
    text: plain(clip(label, LIMITS.buttonText)),
    type: look.type ?? 'default',
    size: look.size ?? 'medium',
    behaviors: [{ type: 'callback', value }],
    ...(look.confirm && { confirm: { title: plain(look.confirm.title), text: plain(look.confirm.text) } }),
  };
}

/** Big buttons, two in a row, both halves equally wide: a thumb hits them. */
export function buttonRows(buttons: Button[]): ColumnSet[] {
  const rows: ColumnSet[] = [];
  for (let i = 0; i < buttons.length; i += 2) {
    const pair = buttons.slice(i, i + 2);
    rows.push({
      tag: 'column_set',
      flex_mode: 'none',
      horizontal_spacing: '8px',
      columns: pair.map((b) => ({
        tag: 'column',
        width: 'weighted',
        weight: 1,
        elements: [{ ...b, width: 'fill', size: 'large' }],
      })),
    });
  }
  return rows;
}

/** Small text buttons side by side, wrapping. */
export function smallButtons(buttons: Button[]): ColumnSet[] {
  if (buttons.length === 0) return [];
  return [
    {
      tag: 'column_set',
      flex_mode: 'flow',
      horizontal_spacing: '4px',
      columns: buttons.map((b) => ({
        tag: 'column',
        width: 'auto',
        elements: [{ ...b, type: b.type === 'default' ? 'text' : b.type, size: 'small' }],
      })),
    },
  ];
}

/** Text on the left, one small button on the right: a row of a list. */
export function rowWithButton(left: CardElement[], right: Button): ColumnSet {
  return {
    tag: 'column_set',
    flex_mode: 'none',
    horizontal_spacing: '8px',
    columns: [
      { tag: 'column', width: 'weighted', weight: 5, vertical_align: 'center', elements: left },
      { tag: 'column', width: 'auto', vertical_align: 'center', elements: [{ ...right, size: 'small' }] },
    ],
  };
}

/** Folded away until tapped; works on the phone alone, no callback. */
export function panel(title: string, elements: CardElement[], expanded = false): Panel {
  return {
    tag: 'collapsible_panel',
    expanded,
    header: { title: plain(title) },
    border: { color: 'grey' },
    padding: '8px 8px 8px 8px',
    elements,
  };
}

export function headerTag(text: string, color: TagColor): HeaderTag {
  return { tag: 'text_tag', text: plain(clip(text, 30)), color };
}

export interface CardParts {
  title: string;
  subtitle?: string;
  color: HeaderColor;
  tags?: HeaderTag[];
  /** What the chat list and the notification show. */
  summary: string;
  elements: CardElement[];
  /** Marks made-up data, discreetly. */
  demo: boolean;
}

/** The whole card. Callers end with {@link fitCard} when user text or lists are in it. */
export function card(parts: CardParts): Card {
  const tags = parts.tags?.slice(0, LIMITS.headerTags) ?? [];
  return {
    schema: '2.0',
    config: {
      update_multi: true,
      enable_forward_interaction: false,
      summary: { content: clip(stripInvisible(parts.summary), 120) },
    },
    header: {
      title: plain(clip(parts.title, LIMITS.title)),
      ...(parts.subtitle && { subtitle: plain(clip(parts.subtitle, LIMITS.title)) }),
      template: parts.color,
      ...(tags.length > 0 && { text_tag_list: tags }),
    },
    body: {
      direction: 'vertical',
      vertical_spacing: '8px',
      elements: parts.demo ? [...parts.elements, footnote(DEMO_MARK)] : parts.elements,
    },
  };
}
