/** The title of an issue: its first sentence. */
import { TITLE_LIMIT } from './issue.ts';

const SENTENCE_END = /[\n。!?！？;；]/;

/** First sentence of the text, at most {@link TITLE_LIMIT} characters, cut with … when longer. */
export function titleOf(text: string): string {
  const lines = text.trim();
  const end = lines.search(SENTENCE_END);
  const sentence = (end > 0 ? lines.slice(0, end) : lines).replaceAll(/\s+/g, ' ').trim();
  const characters = [...sentence];
  return characters.length <= TITLE_LIMIT ? sentence : `${characters.slice(0, TITLE_LIMIT - 1).join('')}…`;
}
