/** The question in words that are read: each of two says once what both share, what is late among what was done, and so on. */
import { BARE_CONTENT, FAIRLY, REWORDED, WHOLLY } from './lexicon/reworded.ts';
import { REWORDED_FIGURES } from './lexicon/reworded-figures.ts';
import { type Phrase, readPhrase } from './phrase.ts';

export function reworded(phrase: Phrase): Phrase {
  if (phrase.mentions.length > 0) return phrase;
  let said = phrase.folded;
  for (const [pattern, instead] of [...REWORDED_FIGURES, ...REWORDED]) said = said.replace(pattern, instead);
  if (FAIRLY.test(said)) said = said.replace(BARE_CONTENT, WHOLLY);
  return said === phrase.folded ? phrase : readPhrase(said);
}
