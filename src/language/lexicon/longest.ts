/** The longest of several patterns at one place: words that are put together too freely to be listed. */
import type { QueryWord } from './query-word.ts';

export interface FoundWord {
  word: string;
  meanings: readonly QueryWord[];
}

/**
 * What is longer than `found`, of several as long the one that is listed first.
 * @param patterns sticky (`y`)
 */
export function longestAt(
  patterns: Iterable<readonly [RegExp, QueryWord | readonly QueryWord[]]>,
  folded: string,
  at: number,
  found?: FoundWord,
): FoundWord | undefined {
  let longest = found;
  for (const [pattern, meant] of patterns) {
    pattern.lastIndex = at;
    const word = pattern.exec(folded)?.[0] ?? '';
    if (word.length > (longest?.word.length ?? 0))
      longest = { word, meanings: 'tag' in meant ? [meant] : meant };
  }
  return longest;
}
