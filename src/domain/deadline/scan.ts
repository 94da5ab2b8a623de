import { type Acceptance, acceptPhrase, readTail, type Tail } from './accept.ts';
import { type Form, PATTERNS } from './patterns.ts';
import type { Meaning } from './reading.ts';

/** A phrase that sets a deadline, found in folded text. */
export interface Phrase extends Acceptance {
  meaning: Meaning;
  tail: Tail;
  form: Form;
  core: string;
}

interface Match {
  start: number;
  end: number;
  order: number;
  pattern: (typeof PATTERNS)[number];
  groups: Record<string, string | undefined>;
}

const CONNECTOR = /^[ \t]{0,3}(?:至|到|-|~)[ \t]{0,3}$/;

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

/** Finds the deadline phrases of a folded text, in order. */
export function listPhrases(text: string): Phrase[] {
  const phrases: Phrase[] = [];
  let until = 0;
  let rangeFrom: { end: number; phrase: Phrase | undefined } | undefined;
  for (const match of listMatches(text)) {
    // the tail of the phrase before may have taken this match's words (周五下班前)
    if (match.start < until) continue;
    const { pattern } = match;
    const core = text.slice(match.start, match.end);
    const counted = /分钟|小时|钟头/.test(core);
    const ownHour = pattern.form === 'point' ? match.groups : {};
    const tail = readTail(text, match.end, !counted);
    const meaning = pattern.read(match.groups, /前$/.test(tail.groups.suffix ?? ''));
    until = meaning ? tail.end : match.end;
    if (!meaning) continue;
    const whole = { ...tail, groups: { ...tail.groups, ...ownHour } };
    const place = { text, start: match.start, core, tail: whole, form: pattern.form, meaning };
    const accepted = acceptPhrase(place);
    const phrase = accepted && { ...accepted, meaning, tail: whole, form: pattern.form, core };
    // 11月1日至12月20日: a stretch of time, a deadline only when 前 or 内 says so
    if (rangeFrom && CONNECTOR.test(text.slice(rangeFrom.end, match.start))) {
      if (rangeFrom.phrase) phrases.splice(phrases.indexOf(rangeFrom.phrase), 1);
      rangeFrom = { end: tail.end, phrase: undefined };
      if (phrase && tail.suffix) phrases.push(phrase);
      continue;
    }
    rangeFrom = { end: tail.end, phrase };
    if (phrase) phrases.push(phrase);
  }
  return phrases;
}
