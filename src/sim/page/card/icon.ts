import { h } from '../dom.ts';
import { drawGlyph } from '../glyph.ts';
import { readColor } from './color.ts';
import type { CardContext } from './context.ts';
import { readObject, readString } from './read.ts';

/** Feishu's icon library is not ours to ship; its names are shown by signs of the same meaning. */
const SIGNS: [pattern: RegExp, sign: string][] = [
  [/^(yes|check|succeed|done|resolve)/, '✓'],
  [/^(close|no|delete|error|reject|forbid|ban)/, '✕'],
  [/forbidden/, '⊘'],
  [/^(warning|alert|attention|caution|danger|report)/, '⚠'],
  [/^(time|clock|history|alarm|timer|schedule|burnlife|sandglass)/, '◷'],
  [/^(calendar|date)/, '▦'],
  [/^(member|group|people|contact|admin|user|person|id)/, '☺'],
  [/^(right|next|forward|arrow|share|jump)/, '›'],
  [/^(left|back|undo)/, '‹'],
  [/^(up|collapse|increase|rise)/, '⌃'],
  [/^(add|plus|new)/, '+'],
  [/^(info|help|maybe|question|faq)/, 'ⓘ'],
  [/^(link|url|global)/, '↗'],
  [/^(chat|message|msg|comment|reply|topic)/, '✉'],
  [/^(file|doc|sheet|wiki|bitable|table|template|list|form|todo|tab)/, '☰'],
  [/^(bell|remind|notification|announce|buzz|urgent|pin)/, '⚑'],
  [/^(search|find)/, '⌕'],
  [/^(edit|pen|write|style)/, '✎'],
  [/^(chart|data|stat|dashboard|percent|number)/, '▤'],
  [/^(location|map|local|company|building|factory|office)/, '⌂'],
  [/^(star|collect|like|thumbsup|praise)/, '★'],
  [/^(more|menu)/, '⋯'],
  [/^(setting|tool|adjust|maintain|repair)/, '⚙'],
  [/^(refresh|repeat|sync|reset)/, '↻'],
  [/^(pause|stop)/, '‖'],
  [/^(flag|milestone|goal|target)/, '⚑'],
];

/** The sign for an icon token; a dot when none is near. */
export function readIconSign(token: string): string {
  return SIGNS.find(([pattern]) => pattern.test(token))?.[1] ?? '•';
}

/** A `standard_icon` or `custom_icon`; undefined when the object is neither. */
export function drawIcon(value: unknown, card: CardContext): HTMLElement | undefined {
  const icon = readObject(value);
  if (icon.tag === 'custom_icon' && typeof icon.img_key === 'string') {
    return h('img', { class: 'icon', src: card.imageUrl(icon.img_key), alt: '' });
  }
  const token = readString(icon.token);
  if (!token) return undefined;
  const color = readColor(icon.color, 'text', card.style);
  if (/^(down|expand)/.test(token)) return drawChevron(color);
  return h(
    'span',
    { class: 'icon', 'aria-hidden': 'true', style: color ? `color:${color}` : undefined },
    readIconSign(token),
  );
}

/** The arrow of things that fold. */
export function drawChevron(color?: string): HTMLElement {
  return h('span', { class: 'icon', style: color && `color:${color}` }, drawGlyph('down', 16));
}
