/** The title of an issue: its first sentence. */
import { TITLE_LIMIT } from './issue.ts';

/** A link is one word; it ends before the first sign that is not ASCII. */
export const LINK = /(?:https?:\/\/|www\.)[!-~]+/gi;
const SENTENCE_END = /[\n。!?！？;；]/g;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** First sentence of the text, at most {@link TITLE_LIMIT} characters, cut between words with … when longer. */
export function titleOf(text: string): string {
  const lines = text.trim();
  const sentence = lines.slice(0, endOfSentence(lines)).replaceAll(/\s+/g, ' ').trim();
  const characters = [...sentence];
  if (characters.length <= TITLE_LIMIT) return sentence;
  const most = characters.slice(0, TITLE_LIMIT - 1).join('');
  return `${most.slice(0, lastBoundary(sentence, most.length))}…`;
}

function endOfSentence(text: string): number {
  const links = [...text.matchAll(LINK)].map((link) => [link.index, link.index + link[0].length] as const);
  for (const { index } of text.matchAll(SENTENCE_END)) {
    if (index > 0 && !links.some(([from, until]) => index >= from && index < until)) return index;
  }
  return text.length;
}

/** The title without the word it ends in; unchanged when it does not, or when nothing else would be left. */
export function withoutLastWord(title: string, word: string): string {
  const at = title.length - word.length;
  const apart = /[\s,，、;；:：]/.test(title.charAt(at - 1));
  const begins = apart || segmenter.segment(title).containing(at)?.index === at;
  if (!title.endsWith(word) || at <= 0 || !begins) return title;
  return title.slice(0, at).replace(/[\s,，、;；:：]+$/, '') || title;
}

/** Where the word that reaches beyond `most` begins; `most` itself when that would leave little. */
function lastBoundary(sentence: string, most: number): number {
  const link = [...sentence.matchAll(LINK)].find(
    (one) => one.index < most && one.index + one[0].length > most,
  );
  const { index, segment } = segmenter.segment(sentence).containing(most) ?? { index: most, segment: '' };
  // Half of a reduplication (慢慢) is a word, too.
  const halves = /^(.+)\1$/u.test(segment) && most - index === segment.length / 2;
  const at = link?.index ?? (halves ? most : index);
  return at > most / 2 ? at : most;
}
