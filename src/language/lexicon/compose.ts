/** Lists of words put together of parts. */

/** Every combination, one part of each after the other. */
export function each(...parts: readonly (readonly string[])[]): string[] {
  return parts.reduce<string[]>((made, ends) => made.flatMap((one) => ends.map((end) => one + end)), ['']);
}

export const of = (words: string) => words.split(' ');

/** One line of words, each once, as the lists of states.ts are written. */
export const list = (...words: readonly (readonly string[])[]) => [...new Set(words.flat())].join(' ');
