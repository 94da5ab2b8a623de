/**
 * One table of what is said in other words than it is read, in the order in which it is run over a sentence: words that
 * mean the same everywhere, what is said around the question, spoken words for plain ones, times, whose they are, states
 * and events, measures and comparisons, and last the whole questions, which find the words of all groups before them.
 */
import { AROUND } from './around.ts';
import { MEASURES } from './measures.ts';
import { PLAIN } from './plain.ts';
import type { Rewording } from './rewording.ts';
import { SPOKEN } from './spoken.ts';
import { STATES } from './states.ts';
import { TIMES } from './times.ts';
import { WHOLES } from './wholes.ts';
import { WHOSE } from './whose.ts';

export const REWORDINGS: readonly Rewording[] = [
  ...PLAIN,
  ...AROUND,
  ...SPOKEN,
  ...TIMES,
  ...WHOSE,
  ...STATES,
  ...MEASURES,
  ...WHOLES,
];

/** Of these, what goes on from an answer is read through, too. */
export const REWORDINGS_ONWARDS: readonly Rewording[] = REWORDINGS.filter(([, , onwards]) => onwards);
