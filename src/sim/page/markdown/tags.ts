import { decodeEntities } from './entities.ts';
import { safeHref } from './links.ts';
import type { Inline } from './tokens.ts';

/** Tags of the dialect (rich-text page of JSON 2.0, 支持以下 HTML 语法). Any other `<…>` is plain text. */
const OPEN =
  /<(at|person|font|text_tag|number_tag|link|local_datetime|a|raw)((?:\s+[\w-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*(\/?)>/iy;
const ATTRIBUTE = /([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;
const BREAK = /<br\s*\/?>/iy;

type Scan = (source: string) => Inline[];

/** The tag at `at`, with everything up to its closing tag; undefined leaves the `<` as text. */
export function readTag(
  source: string,
  at: number,
  scan: Scan,
): { token: Inline; length: number } | undefined {
  BREAK.lastIndex = at;
  const lineBreak = BREAK.exec(source);
  if (lineBreak) return { token: { type: 'br' }, length: lineBreak[0].length };
  OPEN.lastIndex = at;
  const open = OPEN.exec(source);
  if (!open) return undefined;
  const name = (open[1] ?? '').toLowerCase();
  const start = at + open[0].length;
  const close = open[3] ? { from: start, to: start } : findClose(source, start, name);
  if (!close) return undefined;
  const token = buildToken(name, readAttributes(open[2] ?? ''), source.slice(start, close.from), scan);
  return { token, length: close.to - at };
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

function readAttributes(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const found of source.matchAll(ATTRIBUTE)) {
    const value = found[2] ?? found[3] ?? found[4] ?? '';
    attributes.set((found[1] ?? '').toLowerCase(), decodeEntities(value).trim());
  }
  return attributes;
}

function buildToken(name: string, attributes: Map<string, string>, inner: string, scan: Scan): Inline {
  const get = (key: string) => attributes.get(key) || undefined;
  const href = safeHref(get('pc_url') ?? get('url') ?? get('href') ?? get('link') ?? '');
  switch (name) {
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
      return { type: 'font', color: get('color') ?? 'default', children: scan(inner) };
    case 'text_tag':
      return { type: 'tag', color: get('color') ?? 'neutral', children: scan(inner) };
    case 'number_tag':
      return {
        type: 'number',
        text: decodeEntities(inner).trim(),
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
      return { type: 'text', text: inner };
    default: {
      const label = inner.trim() ? scan(inner) : [{ type: 'text' as const, text: href ?? '' }];
      return href
        ? { type: 'link', href, icon: get('icon'), children: label }
        : { type: 'font', color: 'default', children: label };
    }
  }
}
