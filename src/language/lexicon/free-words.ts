/**
 * Words put together of parts that people join freely (报了 办结 还没 核验): far too many to be written out, so each class
 * is a row of parts, one of each after the other.
 */

import { of } from './compose.ts';
import type { FoundWord } from './longest.ts';
import type { QueryWord } from './query-word.ts';

export { of } from './compose.ts';

/** Parts in their order; '' among them: the part may be left out. */
export type Row = readonly (readonly string[])[];
/** All the ways to say one thing. `but`: what they never are. */
export interface Free {
  means: QueryWord;
  rows: readonly Row[];
  but?: RegExp;
}

export const seq = (...parts: Row): Row => parts;
/** Words that are whole as they stand. */
export const some = (words: string): Row => [of(words)];

interface Made {
  pattern: RegExp;
  means: QueryWord;
  but: RegExp | undefined;
}

const longestFirst = (words: readonly string[]) =>
  [...new Set(words)].filter((one) => one !== '').toSorted((a, b) => b.length - a.length);

/** Each part takes its longest word that lets the rest follow; parts are literals, so the text is gone over once. */
function patternOf(row: Row): RegExp {
  const parts = row.map((words) => `(?:${longestFirst(words).join('|')})${words.includes('') ? '?' : ''}`);
  return new RegExp(parts.join(''), 'y');
}

/** With what a row can begin. */
function firstsOf(row: Row): string[] {
  const firsts: string[] = [];
  for (const words of row) {
    firsts.push(...words.map((word) => word.charAt(0)));
    if (!words.includes('')) break;
  }
  return firsts.filter((one) => one !== '');
}

/** By the character they begin with. */
export type FreeWords = ReadonlyMap<string, readonly Made[]>;

export function freeWordsOf(all: readonly Free[]): FreeWords {
  const made = new Map<string, Made[]>();
  for (const { means, rows, but } of all)
    for (const row of rows) {
      const one: Made = { pattern: patternOf(row), means, but };
      for (const first of new Set(firstsOf(row))) made.set(first, [...(made.get(first) ?? []), one]);
    }
  return made;
}

/** The longest that begins at `at`; of several as long the one that was listed first. */
export function freeWordAt(words: FreeWords, folded: string, at: number): FoundWord | undefined {
  let found: FoundWord | undefined;
  for (const { pattern, means, but } of words.get(folded.charAt(at)) ?? []) {
    pattern.lastIndex = at;
    const word = pattern.exec(folded)?.[0] ?? '';
    if (word.length > (found?.word.length ?? 0) && !but?.test(word)) found = { word, meanings: [means] };
  }
  return found;
}

/** One of each class, evenly drawn: for tests that compose sentences. */
export function* examplesOf(all: readonly Free[]): Generator<{ word: string; means: QueryWord }> {
  for (const { means, rows, but } of all)
    for (const row of rows) {
      const most = Math.max(...row.map(({ length }) => length));
      for (let i = 0; i < most; i++) {
        const word = row.map((words, part) => words[(i * (part + 1)) % words.length] ?? '').join('');
        if (word !== '' && !but?.test(word)) yield { word, means };
      }
    }
}
