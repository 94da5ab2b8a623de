/** The question in words that are read: each of two says once what both share, what is late among what was done, and so on. */

import { REWORDED_CO_UNITS } from './lexicon/co-units.ts';
import { BARE_CONTENT, FAIRLY, REWORDED, saysMeasureTwice, WHOLLY } from './lexicon/reworded.ts';
import { REWORDED_EVENTS } from './lexicon/reworded-events.ts';
import { REWORDED_FIGURES } from './lexicon/reworded-figures.ts';
import { REWORDED_MEANT } from './lexicon/reworded-meant.ts';
import { REWORDED_MEASURES } from './lexicon/reworded-measures.ts';
import { REWORDED_NOMINAL } from './lexicon/reworded-nominal.ts';
import { REWORDED_SPOKEN } from './lexicon/reworded-spoken.ts';
import { REWORDED_STATES } from './lexicon/reworded-states.ts';
import { REWORDED_TOTALS } from './lexicon/reworded-totals.ts';
import { RANK_MOVED, REWORDED_TRENDS } from './lexicon/reworded-trends.ts';
import { REWORDED_WHOLES } from './lexicon/reworded-wholes.ts';
import { REWORDED_WHOSE } from './lexicon/reworded-whose.ts';
import { inSimplified } from './lexicon/traditional.ts';
import { type Phrase, readPhrase } from './phrase.ts';

const ASKS_MANY = /几|多少|好多|比|哪|谁|高|低|一样|合|加/u;

const END_MARK = /[\s?.!。~…？！]+$/u;

const ALL: readonly (readonly [RegExp, string])[] = [
  ...REWORDED_WHOLES,
  ...REWORDED_SPOKEN,
  [RANK_MOVED, '排第几'],
  ...REWORDED_TRENDS,
  ...REWORDED_MEANT,
  ...REWORDED_EVENTS,
  ...REWORDED_STATES,
  ...REWORDED_CO_UNITS,
  ...REWORDED_TOTALS,
  ...REWORDED_NOMINAL,
  ...REWORDED_WHOSE,
  ...REWORDED_MEASURES,
  ...REWORDED_FIGURES,
  ...REWORDED,
];

/** 钱进今天有单子要签没: states alone, for what goes on from an answer. */
export function inStateWords(phrase: Phrase): Phrase {
  const said = REWORDED_STATES.reduce(
    (text, [pattern, instead]) => text.replace(pattern, instead),
    phrase.folded,
  );
  return said === phrase.folded || phrase.mentions.length > 0 ? phrase : readPhrase(said);
}

export function reworded(phrase: Phrase): Phrase {
  // What is quoted is looked for as it was said.
  if (phrase.mentions.length > 0 || /["“”「」『』]/u.test(phrase.text)) return phrase;
  // 逾期的里面最长的几天。: the mark behind a frame is no part of it.
  const mark = END_MARK.exec(phrase.folded)?.[0] ?? '';
  const whole = inSimplified(phrase.folded);
  const bare = whole.slice(0, whole.length - mark.length);
  let said = bare;
  const apart = saysMeasureTwice(said) && !ASKS_MANY.test(said);
  for (const [pattern, instead] of ALL) said = said.replace(pattern, instead);
  if (apart) said = `${said.replace(/[呢啊\s\p{P}]+$/u, '')}分别是多少`;
  if (FAIRLY.test(said)) said = said.replace(BARE_CONTENT, WHOLLY);
  if (said === bare) return whole === phrase.folded ? phrase : readPhrase(whole);
  return readPhrase(said + mark);
}
