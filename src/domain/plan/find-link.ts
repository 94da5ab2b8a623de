/** Which link somebody means: 第11环节, 环节 11, its name, an old name, or a part of one. Pure. */
import { NUMERAL, readNumeral } from '../numerals.ts';
import type { LinkDefinition } from './model.ts';

/** What a link is called by. */
export type NamedLink = Pick<LinkDefinition, 'no' | 'name' | 'synonyms'>;

const NUMBERED = new RegExp(`^(?:第(${NUMERAL})号?个?环节|(${NUMERAL})号?环节|环节第?(${NUMERAL})号?)`);
const BARE_NUMBER = new RegExp(`^第?(${NUMERAL})号?(?!\\d)`);
/** What people put behind the name of a link without meaning another one. */
const SUFFIX = /(?:这个|那个)?(?:环节|手续|审批|办理|事项|工作)$/;
const SEPARATOR = /[\s\p{P}]/u;

/**
 * Every link the words name, in the order of `links`: by number, else those that bear the name or an old one, else
 * those of which they are a part that begins and ends with a word. Several: to be asked back. Empty: none.
 * @param words what stands for the link and nothing else
 */
export function findLinks<T extends NamedLink>(words: string, links: readonly T[]): T[] {
  const said = bare(words);
  if (said === '') return [];
  const no = numberOf(words);
  if (no !== undefined) return links.filter((link) => link.no === no);
  const plain = said.replace(/^环节/, '');
  for (const name of new Set([said, plain, plain.replace(SUFFIX, '')])) {
    const bearers = links.filter((link) => namesOf(link).includes(name));
    if (bearers.length > 0) return bearers;
  }
  const part = plain.replace(SUFFIX, '');
  return part.length < 2 ? [] : links.filter((link) => linkNames(link).some((name) => hasPart(name, part)));
}

/** Between the links of a list; a name may hold one of these words itself. */
const BETWEEN = /\s*(?:[、，,;；/]|以及|还有|和|及|与|跟)\s*|\s+/gu;
const RANGE = new RegExp(
  `^(?:环节\\s*)?第?\\s*(${NUMERAL})号?(?:个?环节)?\\s*(?:-|–|—|~|～|到|至)\\s*第?\\s*(${NUMERAL})号?(?:个?环节)?$`,
);
/** A range of more links than a template has is no list. */
const LONGEST_RANGE = 60;

/** One link of a list as it was said, and every link it may mean. */
export interface Listed<T> {
  heard: string;
  found: T[];
}

/**
 * The links of a list, whatever stands between them: 第13、14环节, 第13环节和施工图审查, 13 14, 第13到15环节. Words that name
 * one link as a whole are no list. An entry that fits several or none is to be asked back; the same link twice is one.
 */
export function findLinkList<T extends NamedLink>(words: string, links: readonly T[]): Listed<T>[] {
  const said = words.trim();
  const whole = { heard: said, found: findLinks(said, links) };
  const isMarked = /[、，,;；/和及与跟到至~～–—-]|以及|还有/u.test(said);
  if (exactly(said, links).length === 1 || (whole.found.length > 0 && !isMarked)) return [whole];
  const pieces = splitList(said, links);
  if (pieces.length < 2) return [whole];
  const listed = pieces.map((heard) => ({ heard, found: findLinks(heard, links) }));
  // A name that was cut apart: 水、电 of one link.
  if (whole.found.length > 0 && listed.some(({ found }) => found.length === 0)) return [whole];
  const seen = new Set<number>();
  return listed.filter(({ found: [only, ...others] }) => {
    if (!only || others.length > 0) return true;
    if (seen.has(only.no)) return false;
    seen.add(only.no);
    return true;
  });
}

/** The entries as they stand; neighbours that make one name together, and ranges, first. */
function splitList<T extends NamedLink>(said: string, links: readonly T[]): string[] {
  const cuts = [...said.matchAll(BETWEEN)].map(({ index, 0: mark }) => ({
    from: index,
    until: index + mark.length,
  }));
  const begins = [0, ...cuts.map(({ until }) => until)];
  const ends = [...cuts.map(({ from }) => from), said.length];
  const pieces: string[] = [];
  for (let at = 0; at < begins.length; ) {
    const joined = (to: number) => said.slice(begins[at], ends[to]).trim();
    let to = begins.length - 1;
    while (to > at && exactly(joined(to), links).length !== 1) to--;
    const piece = joined(to);
    if (piece !== '') pieces.push(...(rangeOf(piece) ?? [piece]));
    at = to + 1;
  }
  return pieces;
}

/** 第13到15环节: each of them; undefined: it is none. */
function rangeOf(piece: string): string[] | undefined {
  const [, first = '', last = ''] = RANGE.exec(piece.normalize('NFKC')) ?? [];
  const [from, until] = [readNumeral(first), readNumeral(last)];
  if (from === undefined || until === undefined || until <= from || until - from >= LONGEST_RANGE)
    return undefined;
  return Array.from({ length: until - from + 1 }, (_, n) => `第${from + n}环节`);
}

/**
 * The link a text begins with, the longest name first, and what follows it; undefined when it begins with none.
 * A name must end where a word ends: before a space, a mark, the end of the text, or what `follows` accepts.
 * @param follows words that may stand right behind the name without a space; anchored at their beginning
 */
export function takeLink<T extends NamedLink>(
  text: string,
  links: readonly T[],
  follows?: RegExp,
): { links: T[]; rest: string } | undefined {
  const trimmed = text.replace(/^[\s\p{P}]+/u, '');
  const ends = (rest: string) =>
    rest === '' || SEPARATOR.test(rest.charAt(0)) || follows?.test(rest) === true;
  for (let end = trimmed.length; end > 0; end--) {
    const rest = trimmed.slice(end);
    if (!ends(rest)) continue;
    const found = exactly(trimmed.slice(0, end), links);
    if (found.length > 0) return { links: found, rest: rest.replace(/^[\s\p{P}]+/u, '') };
  }
  return undefined;
}

/** Number or whole name; no parts, for what follows may belong to the sentence. */
function exactly<T extends NamedLink>(words: string, links: readonly T[]): T[] {
  const said = bare(words);
  const no = numberOf(words);
  if (no !== undefined) return links.filter((link) => link.no === no);
  const plain = said.replace(/^环节/, '');
  return links.filter((link) =>
    [plain, plain.replace(SUFFIX, '')].some((name) => namesOf(link).includes(name)),
  );
}

/** The number of a link when the words are nothing else; undefined otherwise. Two numbers (1-2) are none. */
function numberOf(text: string): number | undefined {
  const said = bare(text);
  if (/[\p{N}][\s\p{P}\p{S}]+[\p{N}]/u.test(text)) return undefined;
  const [whole, ...groups] = NUMBERED.exec(said) ?? BARE_NUMBER.exec(said) ?? [];
  if (whole !== said) return undefined;
  return readNumeral(groups.find((group) => group !== undefined) ?? '');
}

/** Full-width and half-width alike, without spaces and marks. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}

function linkNames({ name, synonyms }: NamedLink): string[] {
  return [name, ...synonyms];
}

/** All it is called, and each of the things its name lists: 规划核实、土地核验. */
function namesOf(link: NamedLink): string[] {
  const listed = link.name.split(/[\p{P}\s]|与|和|及/u).map(bare);
  return [...linkNames(link).map(bare), ...listed.filter((part) => part.length > 2)];
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Whether the name holds the part, beginning and ending where a word of the name does. */
function hasPart(name: string, part: string): boolean {
  const whole = bare(name);
  const edges = new Set([whole.length, ...Array.from(segmenter.segment(whole), ({ index }) => index)]);
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    if (edges.has(at) && edges.has(at + part.length)) return true;
  }
  return false;
}
