import type { StateInline, Token } from 'markdown-it';
import { decodeEntities } from './entities.ts';
import { safeHref } from './links.ts';
import type { Inline } from './tokens.ts';

/** Tags of the dialect (rich-text page of JSON 2.0, 支持以下 HTML 语法). Any other `<…>` is plain text. */
const OPEN =
  /<(at|person|font|text_tag|number_tag|link|local_datetime|a|raw)((?:\s+[\w-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*(\/?)>/iy;
const ATTRIBUTE = /([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;
const BREAK = /<br\s*\/?>/iy;

/** Tags whose content is text of the dialect; of the others it is a name, or as it was typed. */
const WITH_TEXT = new Set(['font', 'text_tag', 'link', 'a']);

/** Rule of the parser: the tag at `state.pos` up to its closing tag; without one the `<` is text. */
export function readTag(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  BREAK.lastIndex = OPEN.lastIndex = pos;
  if (BREAK.test(src)) {
    if (!silent) state.push('hardbreak', 'br', 0);
    state.pos = BREAK.lastIndex;
    return true;
  }
  const open = OPEN.exec(src);
  if (!open) return false;
  const name = (open[1] ?? '').toLowerCase();
  const start = pos + open[0].length;
  const close = open[3] ? { from: start, to: start } : findClose(src, start, name);
  if (!close || close.to > posMax) return false;
  if (!silent) pushTag(state, name, readAttributes(open[2] ?? ''), start, close.from);
  state.pos = close.to;
  state.posMax = posMax;
  return true;
}

function pushTag(
  state: StateInline,
  name: string,
  attrs: [string, string][],
  from: number,
  to: number,
): void {
  const nested = WITH_TEXT.has(name);
  const token = state.push(nested ? 'tag_open' : 'tag', name, nested ? 1 : 0);
  token.attrs = attrs;
  token.content = state.src.slice(from, to);
  if (!nested) return;
  state.pos = from;
  state.posMax = to;
  state.md.inline.tokenize(state);
  state.push('tag_close', name, -1);
}

/** Where the tag ends, counting tags of the same name inside it. */
function findClose(source: string, from: number, name: string): { from: number; to: number } | undefined {
  const either = new RegExp(`<(/?)${name}(?=[\\s>/])[^<>]*>`, 'gi');
  either.lastIndex = from;
  let depth = 1;
  for (let found = either.exec(source); found; found = either.exec(source)) {
    depth += found[1] ? -1 : 1;
    if (depth === 0) return { from: found.index, to: found.index + found[0].length };
  }
  return undefined;
}

function readAttributes(source: string): [string, string][] {
  return [...source.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
    name.toLowerCase(),
    decodeEntities(double ?? single ?? bare ?? '').trim(),
  ]);
}

/** An attribute of a token as text; '' without it. */
export const readAttribute = (token: Token, name: string): string => String(token.attrGet(name) ?? '');

/** What a tag shows. `children` is its text; `inLink`: it may not be a link itself. */
export function buildTag(token: Token, children: Inline[], inLink: boolean): Inline {
  const get = (key: string) => readAttribute(token, key) || undefined;
  const target = get('pc_url') ?? get('url') ?? get('href') ?? get('link') ?? '';
  const href = inLink ? undefined : safeHref(target);
  switch (token.tag) {
    case 'at': {
      const ids = (get('ids') ?? get('id') ?? get('user_id') ?? '').split(',').map((id) => id.trim());
      return {
        type: 'at',
        all: ids[0] === 'all',
        ids: ids.filter((id) => id && id !== 'all'),
        email: get('email'),
      };
    }
    case 'person':
      return {
        type: 'person',
        id: get('id') ?? '',
        showName: get('show_name') !== 'false',
        showAvatar: get('show_avatar') !== 'false',
        capsule: get('style') === 'capsule',
      };
    case 'font':
      return { type: 'font', color: get('color') ?? 'default', children };
    case 'text_tag':
      return { type: 'tag', color: get('color') ?? 'neutral', children };
    case 'number_tag':
      return {
        type: 'number',
        text: decodeEntities(token.content).trim(),
        background: get('background_color'),
        color: get('font_color'),
        href,
      };
    case 'local_datetime': {
      const millisecond = Number(get('millisecond') ?? Number.NaN);
      return {
        type: 'datetime',
        millisecond: Number.isFinite(millisecond) ? millisecond : undefined,
        format: get('format_type') ?? 'date_num',
        href,
      };
    }
    case 'raw':
      return { type: 'text', text: token.content };
    default: {
      const label = children.length > 0 ? children : [{ type: 'text' as const, text: href ?? '' }];
      return href
        ? { type: 'link', href, icon: get('icon'), children: label }
        : { type: 'font', color: 'default', children: label };
    }
  }
}
