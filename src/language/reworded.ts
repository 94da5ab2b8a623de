/** The question in words that are read: each of two says once what both share, what is late among what was done, and so on. */
import { BARE_CONTENT, FAIRLY, REWORDED, saysMeasureTwice, WHOLLY } from './lexicon/reworded.ts';
import { REWORDED_FIGURES } from './lexicon/reworded-figures.ts';
import { REWORDED_MEASURES } from './lexicon/reworded-measures.ts';
import { inSimplified } from './lexicon/traditional.ts';
import { type Phrase, readPhrase } from './phrase.ts';

const ASKS_MANY = /几|多少|好多|比|哪|谁|高|低|一样|合|加/u;

const ALL = [...REWORDED_MEASURES, ...REWORDED_FIGURES, ...REWORDED];

export function reworded(phrase: Phrase): Phrase {
  // What is quoted is looked for as it was said.
  if (phrase.mentions.length > 0 || /["“”「」『』]/u.test(phrase.text)) return phrase;
  let said = inSimplified(phrase.folded);
  const apart = saysMeasureTwice(said) && !ASKS_MANY.test(said);
  for (const [pattern, instead] of ALL) said = said.replace(pattern, instead);
  if (apart) said = `${said.replace(/[呢啊\s\p{P}]+$/u, '')}分别是多少`;
  if (FAIRLY.test(said)) said = said.replace(BARE_CONTENT, WHOLLY);
  return said === phrase.folded ? phrase : readPhrase(said);
}
