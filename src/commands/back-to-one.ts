/** Said right after one problem was spoken of, and not understood: asked back with that problem and what can be asked of it. */
import { backToOneText, ofOneQuestions } from '../cards/words-figures.ts';
import type { Answer } from '../domain/answer.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import { scanHeard } from '../language/sounds.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { isSoon, lastOf } from './follow-memory.ts';
import { namesAny } from './follow-one.ts';
import { visibleIssue } from './visible-issue.ts';

const LONGEST = 16;
const OF_ALL = [
  'everywhere',
  'count',
  'most',
  'projects',
  'weather',
  'links',
  'node',
  'rate',
  'duration',
] as const;

/** undefined: none was, or something else is named. @param text the whole message */
export async function backToOne(context: CommandContext, text: string): Promise<Answer | undefined> {
  if (text.length > 2 * LONGEST) return undefined;
  const phrase = trim(readPhrase(text));
  if (phrase.folded.length === 0 || phrase.folded.length > LONGEST) return undefined;
  const last = await lastOf(context);
  if (last?.issueId === undefined || !isSoon(context, last)) return undefined;
  const scan = scanHeard(phrase, readContextOf(context));
  if (namesAny(scan) || OF_ALL.some((tag) => scan.tags.has(tag)) || scan.periods.length > 0) return undefined;
  const issue = await visibleIssue(context, last.issueId);
  if (!issue) return undefined;
  const { id, title } = issue;
  return {
    kind: 'suggest',
    text: backToOneText(text.trim(), id, title),
    commands: ofOneQuestions(id),
    unheard: true,
  };
}
