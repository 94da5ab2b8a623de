/** A piece of a message, kept as written and folded for matching; both have the same length. */
import type { Mention } from '../feishu/incoming.ts';

export interface Phrase {
  /** As written, without invisible characters. */
  readonly text: string;
  /** Half-width, lower case, every space ' '; mentions are filled with {@link MENTION}. Same length as `text`. */
  readonly folded: string;
  /** People mentioned, bots left out; spans into `text`. */
  readonly mentions: readonly Mention[];
}

/** Stands for every character of a mention in `folded`, so that a person's name is never read as a word. */
export const MENTION = '\uE000';

const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\r]|\uFE0E|\uFE0F/;
const SPACE = /[ \t\v\f\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\uE000-\uF8FF]/;
/** Emoji, unit by unit: what lies in the first supplementary planes' picture blocks, and signs like ✅; ❶–➓ number lines. */
const PICTURE = /[\u2600-\u2775\u2794-\u27BF\u2B00-\u2BFF\uD83C-\uD83E]/;
const SAME_SIGN: Record<string, string> = {
  '№': '#',
  '﹟': '#',
  '♯': '#',
  '\u2028': '\n',
  '\u2029': '\n',
  '﹕': ':',
  '︰': ':',
  '〜': '~',
  '｡': '。',
  '﹐': ',',
};

/** Folds one UTF-16 unit into one UTF-16 unit. */
function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  // Hanzi, nearly all there is to fold, are none of the below.
  if (code >= 0x4e00 && code <= 0x9fff) return unit;
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? unit.toLowerCase() : unit === '\t' ? ' ' : unit;
  if (code >= 0xff01 && code <= 0xff5e) return foldUnit(String.fromCharCode(code - 0xfee0));
  if (SPACE.test(unit) || PICTURE.test(unit)) return ' ';
  return SAME_SIGN[unit] ?? unit;
}

/** As {@link foldUnit}; the second half of a picture goes the way of the first. */
function foldAt(text: string, at: number): string {
  const unit = text.charAt(at);
  const second = unit >= '\uDC00' && unit <= '\uDFFF' && at > 0 && PICTURE.test(text.charAt(at - 1));
  return second ? ' ' : foldUnit(unit);
}

/** Folds a name or word the way {@link readPhrase} folds a message: full-width → half-width, lower case. */
export function fold(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += foldAt(text, i);
  return folded;
}

/**
 * Reads a message. Invisible characters go; a bot's mention becomes blanks; spans that do not fit the text are ignored.
 * @param mentions with spans in UTF-16 units of `text`
 */
export function readPhrase(text: string, mentions: readonly Mention[] = []): Phrase {
  const people = mentions.filter((m) => m.span[0] >= 0 && m.span[0] < m.span[1] && m.span[1] <= text.length);
  people.sort((a, b) => a.span[0] - b.span[0]);
  const kept: string[] = [];
  const folded: string[] = [];
  const placed: Mention[] = [];
  let next = 0;
  for (let i = 0; i < text.length; ) {
    const mention = people[next];
    if (mention && i >= mention.span[0]) {
      next++;
      if (i > mention.span[0]) continue;
      const start = kept.length;
      const bot = mention.isBot || mention.mentionedType === 'bot';
      for (; i < mention.span[1]; i++) {
        kept.push(mention.isBot ? ' ' : text.charAt(i));
        folded.push(bot ? ' ' : MENTION);
      }
      if (!bot) placed.push({ ...mention, span: [start, kept.length] });
      continue;
    }
    const unit = text.charAt(i);
    i++;
    if (INVISIBLE.test(unit)) continue;
    kept.push(unit);
    folded.push(foldAt(text, i - 1));
  }
  return { text: kept.join(''), folded: folded.join(''), mentions: placed };
}

/** The part [from, until), with the mentions that lie wholly inside. */
export function cut(phrase: Phrase, from: number, until: number = phrase.text.length): Phrase {
  return {
    text: phrase.text.slice(from, until),
    folded: phrase.folded.slice(from, until),
    mentions: phrase.mentions
      .filter((m) => m.span[0] >= from && m.span[1] <= until)
      .map((m) => ({ ...m, span: [m.span[0] - from, m.span[1] - from] as [number, number] })),
  };
}

/** Without what `start` matches; all of it when nothing does. @param start anchored, not global */
export function cutStart(phrase: Phrase, start: RegExp): Phrase {
  return cut(phrase, start.exec(phrase.folded)?.[0].length ?? 0);
}

/** The phrase with the parts taken out; a space is left where two words would otherwise touch. */
export function without(phrase: Phrase, spans: readonly (readonly [number, number])[]): Phrase {
  const sorted = spans.filter(([from, until]) => from < until).toSorted((a, b) => a[0] - b[0]);
  let rest: Phrase = { text: '', folded: '', mentions: [] };
  let at = 0;
  for (const [from, until] of [...sorted, [phrase.text.length, phrase.text.length] as const]) {
    if (from > at || from === phrase.text.length) rest = join(rest, cut(phrase, at, Math.max(at, from)));
    at = Math.max(at, until);
  }
  return trim(rest);
}

/** One behind the other, with a space where they would touch. */
export function join(a: Phrase, b: Phrase): Phrase {
  if (a.text === '' || b.text === '') return a.text === '' ? b : a;
  const glue = /\s$/.test(a.folded) || /^\s/.test(b.folded) ? '' : ' ';
  const shift = a.text.length + glue.length;
  const moved = b.mentions.map((m) => ({
    ...m,
    span: [m.span[0] + shift, m.span[1] + shift] as [number, number],
  }));
  return {
    text: a.text + glue + b.text,
    folded: a.folded + glue + b.folded,
    mentions: [...a.mentions, ...moved],
  };
}

/** Signs that carry no meaning at the ends of what people type; `#` and brackets with content stay. */
const EDGE = /[\s,.。、;:!?~…·|/\\_^*=+\-—–"'`“”‘’「」『』《》〈〉【】[\]]/;

/** Without spaces at both ends; pictures stay. */
export function trim(phrase: Phrase): Phrase {
  return trimBy(phrase, (at) => /\s/.test(phrase.text.charAt(at)));
}

/** Without what `edge` knows at both ends; pictures count as spaces. */
export function trimEdges(phrase: Phrase, edge: RegExp): Phrase {
  return trimBy(phrase, (at) => edge.test(phrase.folded.charAt(at)));
}

/** @param loose told which part is left: from `from` up to `until` */
function trimBy(phrase: Phrase, loose: (at: number, from: number, until: number) => boolean): Phrase {
  let from = 0;
  let until = phrase.folded.length;
  while (from < until && loose(from, from, until)) from++;
  while (until > from && loose(until - 1, from, until)) until--;
  return from === 0 && until === phrase.folded.length ? phrase : cut(phrase, from, until);
}

/** Without spaces, punctuation, quotes and list marks at both ends; a sign that belongs to a word there stays. */
export function trimMarks(phrase: Phrase): Phrase {
  const { folded } = phrase;
  return trimBy(phrase, (at, from, until) => {
    const sign = folded.charAt(at);
    if (!EDGE.test(sign)) return false;
    return sign === '_' ? !isOfWord(folded, at) : !isHalfOfPair(folded, at, from, until);
  });
}

/** __init__ */
function isOfWord(folded: string, at: number): boolean {
  return /^_+[a-z0-9]/.test(folded.slice(at)) || /[a-z0-9]_+$/.test(folded.slice(0, at + 1));
}

const CLOSES: Readonly<Record<string, string>> = {
  '[': ']',
  '【': '】',
  '《': '》',
  '〈': '〉',
  '「': '」',
  '『': '』',
  '“': '”',
  '‘': '’',
};
const OPENS = Object.fromEntries(Object.entries(CLOSES).map(([open, close]) => [close, open]));

/** No name in brackets is longer; and what is searched stays in proportion to the text. */
const PAIR_SPAN = 60;

/** [东区]住建局: the other half stands inside, and there are words beyond it. */
function isHalfOfPair(folded: string, at: number, from: number, until: number): boolean {
  const sign = folded.charAt(at);
  const step = Object.hasOwn(CLOSES, sign) ? 1 : -1;
  const other = step === 1 ? CLOSES[sign] : Object.hasOwn(OPENS, sign) ? OPENS[sign] : undefined;
  if (other === undefined) return false;
  let depth = 0;
  const end = Math.min(until, at + PAIR_SPAN);
  for (let i = at; i >= Math.max(from, at - PAIR_SPAN) && i < end; i += step) {
    if (folded.charAt(i) === sign) depth++;
    else if (folded.charAt(i) === other) depth--;
    if (depth > 0) continue;
    const beyond = step === 1 ? folded.slice(i + 1, until) : folded.slice(from, i);
    return [...beyond].some((each) => !EDGE.test(each));
  }
  return false;
}

/** Nothing left but spaces, punctuation and pictures. */
export function isBlank(phrase: Phrase): boolean {
  return !/[\p{L}\p{N}\uE000]/u.test(phrase.folded);
}

export interface Token {
  /** Folded. */
  word: string;
  from: number;
  until: number;
}

/** Tokens between spaces, commas, semicolons, enumeration commas and newlines; a mention is a token of its own. */
export function tokens(phrase: Phrase): Token[] {
  const found: Token[] = [];
  for (const match of phrase.folded.matchAll(/\uE000+|[^\s,;、。!\uE000]+/g)) {
    found.push({ word: match[0], from: match.index, until: match.index + match[0].length });
  }
  return found;
}

/** Adjacent mentions stand in one run of {@link MENTION}; this is their order. */
export function openIdsOf(phrase: Phrase): string[] {
  return [...new Set(phrase.mentions.map((m) => m.openId))];
}
