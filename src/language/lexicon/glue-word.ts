/** What the classes of little words are made of (`lexicon/glue.ts`). */

/** What a stretch of the text says, as far as such words ask. */
export type Side =
  | 'name'
  | 'light'
  | 'state'
  | 'event'
  | 'noun'
  | 'number'
  | 'time'
  | 'rate'
  | 'rank'
  | 'of'
  | 'tell'
  | 'loose'
  | 'edge';

/** Each is told above it, with why it can narrow nothing there. */
export interface Glue {
  /** Sticky. */
  said: RegExp;
  /** What stands right before and right behind it; none: anything. */
  behind?: readonly Side[];
  before?: readonly Side[];
  /** What the whole sentence has, or must not have. */
  when?: RegExp;
  unless?: RegExp;
  /** A word of ours that says the same; none: it goes. The first group of `said` as $1. */
  as?: string;
  /** Joins what is of one kind (names), or what is not (two conditions). */
  joins?: 'alike' | 'unlike';
  /** Tried even where every word of it is known: alone they are no question. */
  known?: true;
  /** It may begin or end within a word of ours. */
  within?: true;
  /** No word of ours in it but loose ones. */
  unknown?: true;
}
