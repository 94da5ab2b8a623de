import { pairEmphasis, type Run, readRun } from './emphasis.ts';
import { decodeEntities, readEntity } from './entities.ts';
import { readBareUrl, safeHref } from './links.ts';
import { readTag } from './tags.ts';
import type { Inline } from './tokens.ts';

const ESCAPABLE = /[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/;
const EMOJI: Record<string, string> = {
  OK: '👌',
  THUMBSUP: '👍',
  DONE: '✅',
  CheckMark: '✅',
  CrossMark: '❌',
  Get: '🉐',
  FIRE: '🔥',
  Alarm: '⏰',
  HEART: '❤️',
  APPLAUSE: '👏',
  SMILE: '🙂',
  JIAYI: '➕',
  Pin: '📌',
  Fire: '🔥',
};
const MAX_DEPTH = 12;

/**
 * Inline tokens of the dialect. Entities are decoded here, after the marks were recognised: an escaped `&#42;`
 * or `&lt;at id=all&gt;` is text and stays text.
 */
export function parseInline(source: string, depth = 0): Inline[] {
  if (depth > MAX_DEPTH) return [{ type: 'text', text: source }];
  const scan = (inner: string) => parseInline(inner, depth + 1);
  const nodes: (Inline | Run)[] = [];
  const text = (value: string) => {
    nodes.push({ type: 'text', text: value });
  };
  for (let at = 0; at < source.length; ) {
    const character = source[at] as string;
    const read = readSpecial(source, at, character, scan);
    if (read) {
      nodes.push(read.token);
      at += read.length;
    } else if (character === '*' || character === '_' || character === '~') {
      const run = readRun(source, at);
      nodes.push(run);
      at += run.count;
    } else {
      const plain = /[^\\\n&<!`[*_~:h]+/y;
      plain.lastIndex = at;
      const stretch = plain.exec(source)?.[0] ?? character;
      text(stretch);
      at += stretch.length;
    }
  }
  return trimBreaks(pairEmphasis(nodes));
}

type Read = { token: Inline; length: number } | undefined;

function readSpecial(source: string, at: number, character: string, scan: (s: string) => Inline[]): Read {
  switch (character) {
    case '\\':
      return readEscape(source, at);
    case '\n':
      return { token: { type: 'br' }, length: 1 };
    case '&': {
      const entity = readEntity(source, at);
      return entity && { token: { type: 'text', text: entity.text }, length: entity.length };
    }
    case '<':
      return readTag(source, at, scan) ?? readAngleLink(source, at);
    case '`':
      return readCode(source, at);
    case '!':
      return source[at + 1] === '[' ? readBracket(source, at + 1, scan, true) : undefined;
    case '[':
      return readBracket(source, at, scan, false);
    case ':':
      return readEmoji(source, at);
    case 'h': {
      const url = readBareUrl(source, at);
      return url
        ? { token: { type: 'link', href: url, children: [{ type: 'text', text: url }] }, length: url.length }
        : undefined;
    }
    default:
      return undefined;
  }
}

function readEscape(source: string, at: number): Read {
  const next = source[at + 1] ?? '';
  if (next === '\n') return { token: { type: 'br' }, length: 2 };
  return ESCAPABLE.test(next) ? { token: { type: 'text', text: next }, length: 2 } : undefined;
}

function readAngleLink(source: string, at: number): Read {
  const found = /<(https?:\/\/[^\s<>]+)>/y;
  found.lastIndex = at;
  const match = found.exec(source);
  const href = match?.[1];
  return match && href
    ? { token: { type: 'link', href, children: [{ type: 'text', text: href }] }, length: match[0].length }
    : undefined;
}

function readCode(source: string, at: number): Read {
  const fence = /`+/y;
  fence.lastIndex = at;
  const mark = fence.exec(source)?.[0] ?? '`';
  for (let end = source.indexOf(mark, at + mark.length); end >= 0; end = source.indexOf(mark, end)) {
    let stop = end;
    while (source[stop] === '`') stop++;
    if (stop - end === mark.length) {
      const inner = source.slice(at + mark.length, end).replaceAll('\n', ' ');
      const text = /^ .*\S.* $/.test(inner) ? inner.slice(1, -1) : inner;
      return { token: { type: 'code', text }, length: stop - at };
    }
    end = stop;
  }
  return { token: { type: 'text', text: mark }, length: mark.length };
}

/** `[label](target)` or `![alt](image_key)`; a target that may not be opened leaves only its label. */
function readBracket(source: string, at: number, scan: (s: string) => Inline[], image: boolean): Read {
  const labelEnd = findPair(source, at, '[', ']');
  if (labelEnd === undefined || source[labelEnd + 1] !== '(') return undefined;
  const targetEnd = findPair(source, labelEnd + 1, '(', ')');
  if (targetEnd === undefined) return undefined;
  const label = source.slice(at + 1, labelEnd);
  const target = /^\s*<?([^\s<>]*)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*$/.exec(
    source.slice(labelEnd + 2, targetEnd),
  )?.[1];
  if (target === undefined) return undefined;
  const length = targetEnd + 1 - at + (image ? 1 : 0);
  if (image)
    return { token: { type: 'image', key: decodeEntities(target), alt: decodeEntities(label) }, length };
  const href = safeHref(decodeEntities(target));
  const children = dropLinks(scan(label));
  return {
    token: href ? { type: 'link', href, children } : { type: 'font', color: 'default', children },
    length,
  };
}

/** A bare address inside a label is part of that label, not a link of its own. */
function dropLinks(nodes: Inline[]): Inline[] {
  return nodes.flatMap((node) => (node.type === 'link' ? node.children : [node]));
}

function findPair(source: string, at: number, open: string, close: string): number | undefined {
  let depth = 0;
  for (let index = at; index < source.length; index++) {
    if (source[index] === '\\') index++;
    else if (source[index] === open) depth++;
    else if (source[index] === close && --depth === 0) return index;
  }
  return undefined;
}

function readEmoji(source: string, at: number): Read {
  const pattern = /:([A-Za-z]{2,20}):/y;
  pattern.lastIndex = at;
  const match = pattern.exec(source);
  const emoji = match?.[1] && Object.hasOwn(EMOJI, match[1]) ? EMOJI[match[1]] : undefined;
  return match && emoji ? { token: { type: 'text', text: emoji }, length: match[0].length } : undefined;
}

function trimBreaks(nodes: Inline[]): Inline[] {
  while (nodes.at(-1)?.type === 'br') nodes.pop();
  return nodes;
}
