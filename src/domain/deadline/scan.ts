import { type Acceptance, acceptPhrase, isClosed, readTail, type Tail } from './accept.ts';
import { PATTERNS } from './patterns.ts';
import type { Meaning } from './reading.ts';
import type { Form, Pattern } from './row.ts';

/** A phrase that sets a deadline, found in folded text. */
export interface Phrase extends Acceptance {
  meaning: Meaning;
  tail: Tail;
  form: Form;
  core: string;
  /** 前 or 内 ends it */
  closed: boolean;
}

interface Match {
  start: number;
  end: number;
  order: number;
  pattern: Pattern;
  groups: Record<string, string | undefined>;
}

/** A match with what follows it; a look-alike has no meaning. */
interface Placed {
  start: number;
  end: number;
  core: string;
  form: Form;
  tail: Tail;
  meaning: Meaning | undefined;
}

const RANGE = /^[ \t]{0,3}(?:至|到|-|~)[ \t]{0,3}$/;
const CHOICE = /^[ \t]{0,3}(?:或者?|还是|、|和|及|与|以及|\/)?[ \t]{0,3}$/;

/** All matches without overlap: at one place the longest, then the earlier pattern. */
function listMatches(text: string): Match[] {
  const matches: Match[] = [];
  for (const [order, pattern] of PATTERNS.entries()) {
    for (const match of text.matchAll(pattern.source)) {
      const end = match.index + match[0].length;
      matches.push({ start: match.index, end, order, pattern, groups: match.groups ?? {} });
    }
  }
  matches.sort((a, b) => a.start - b.start || b.end - a.end || a.order - b.order);
  let until = 0;
  return matches.filter((match) => {
    if (match.start < until) return false;
    until = match.end;
    return true;
  });
}

function listPlaced(text: string): Placed[] {
  const placed: Placed[] = [];
  let until = 0;
  for (const { start, end, pattern, groups } of listMatches(text)) {
    // the tail of the phrase before may have taken this match's words (周五下班前)
    if (start < until) continue;
    const core = text.slice(start, end);
    const form = pattern.form(groups);
    const tail = readTail(text, end, !/分钟|刻钟|小时|钟头|h/i.test(core));
    const meaning = pattern.read(groups, /前(?:[ \t]*\(|$)/.test(tail.groups.suffix ?? ''));
    until = meaning ? tail.end : end;
    const own = form === 'point' ? groups : {};
    placed.push({
      start,
      end: until,
      core,
      form,
      tail: { ...tail, groups: { ...tail.groups, ...own } },
      meaning,
    });
  }
  return placed;
}

/** Which matches are parts of one expression: 周三或周五, 3天到5天. */
function listOuter(text: string, placed: readonly Placed[]): [number, number][] {
  const outer: [number, number][] = [];
  for (const { start, end, meaning } of placed) {
    const last = outer.at(-1);
    const before = placed[outer.length - 1];
    const between = last && text.slice(last[1], start);
    const joined = between !== undefined && (RANGE.test(between) || CHOICE.test(between));
    if (last && joined && meaning && before?.meaning) {
      last[1] = end;
      outer.push(last);
    } else outer.push([start, end]);
  }
  return outer;
}

const COUNTED = new Set<Meaning['kind']>(['working-days', 'calendar-days', 'minutes']);

/** Finds the deadline phrases of a folded text, in order. */
export function listPhrases(text: string): Phrase[] {
  const phrases: Phrase[] = [];
  const placed = listPlaced(text);
  const outers = listOuter(text, placed);
  const bounds = [text.length - text.trimStart().length, text.trimEnd().length] as const;
  let before: { placed: Placed; phrase: Phrase | undefined } | undefined;
  for (const [at, one] of placed.entries()) {
    const { start, core, tail, form, meaning } = one;
    if (!meaning) continue;
    const outer = outers[at] ?? ([start, one.end] as const);
    const accepted = acceptPhrase({ text, start, core, tail, form, meaning, outer, bounds });
    const phrase = accepted && { ...accepted, meaning, tail, form, core, closed: isClosed(core, tail) };
    const stretch = before && RANGE.test(text.slice(before.placed.end, start)) ? before : undefined;
    before = { placed: one, phrase };
    // 11月1日至12月20日前 has one end, 3天至5天 are two counts, 12月20日至25日 asks which
    const kinds = [stretch?.placed.meaning?.kind, meaning.kind];
    const counts = kinds.some((kind) => kind !== undefined && COUNTED.has(kind));
    if (stretch?.phrase && !counts && tail.suffix) phrases.pop();
    if (stretch && !stretch.phrase && !tail.suffix) continue;
    if (phrase) phrases.push(phrase);
  }
  return phrases;
}
