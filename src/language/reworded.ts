/** The question in words that are read: each of two says once what both share, what is late among what was done, and so on. */

import { REWORDINGS, REWORDINGS_ONWARDS } from './lexicon/rewordings/all.ts';
import type { Rewording } from './lexicon/rewordings/rewording.ts';
import { BARE_CONTENT, FAIRLY, saysMeasureTwice, WHOLLY } from './lexicon/rewordings/twice.ts';
import { inSimplified } from './lexicon/traditional.ts';
import { type Phrase, readPhrase } from './phrase.ts';

const ASKS_MANY = /几|多少|好多|比|哪|谁|高|低|一样|合|加/u;

const END_MARK = /[\s?.!。~…？！]+$/u;

/** A question in the words that are read; one with a mention or a quotation stays as it was said. */
export function reworded(phrase: Phrase): Phrase {
  // What is quoted is looked for as it was said.
  if (phrase.mentions.length > 0 || /["“”「」『』]/u.test(phrase.text)) return phrase;
  // 逾期的里面最长的几天。: the mark behind a frame is no part of it.
  const mark = END_MARK.exec(phrase.folded)?.[0] ?? '';
  const whole = inSimplified(phrase.folded);
  const bare = whole.slice(0, whole.length - mark.length);
  let said = inOtherWords(bare, REWORDINGS);
  if (saysMeasureTwice(bare) && !ASKS_MANY.test(bare))
    said = `${said.replace(/[呢啊\s\p{P}]+$/u, '')}分别是多少`;
  if (FAIRLY.test(said)) said = said.replace(BARE_CONTENT, WHOLLY);
  if (said === bare) return whole === phrase.folded ? phrase : readPhrase(whole);
  return readPhrase(said + mark);
}

/** 钱进今天有单子要签没: what goes on from an answer, in the words that are read. */
export function inStateWords(phrase: Phrase): Phrase {
  if (phrase.mentions.length > 0) return phrase;
  const said = inOtherWords(phrase.folded, REWORDINGS_ONWARDS);
  return said === phrase.folded ? phrase : readPhrase(said);
}

function inOtherWords(text: string, rows: readonly Rewording[]): string {
  return rows.reduce((said, [pattern, instead]) => said.replace(pattern, instead), text);
}
