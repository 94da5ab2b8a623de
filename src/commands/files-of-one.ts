/** 那件的材料发我: what was sent to the one problem that is told, ahead of it. The files themselves stay with the platform. */
import { filesText } from '../cards/words-done.ts';
import { attachmentsOfIssue } from '../db/attachment.ts';
import { filesAsked } from '../language/lexicon/files-asked.ts';
import { readPhrase } from '../language/phrase.ts';
import type { CommandContext } from './context.ts';
import type { Answers } from './in-parts.ts';
import { oneTold, tellingFirst } from './of-a-unit.ts';
import { visibleIssue } from './visible-issue.ts';

export async function withFilesTold(
  context: CommandContext,
  text: string,
  answers: Answers,
): Promise<Answers> {
  const asked = filesAsked(readPhrase(text).folded);
  const one = asked.length > 0 ? oneTold(answers) : undefined;
  const issue = one && (await visibleIssue(context, one.issueId));
  // 变更材料退了两次那件看一下: its own title says the word.
  if (!issue || asked.every((word) => issue.title.includes(word))) return answers;
  const files = await attachmentsOfIssue(context.tx, issue.id);
  const names = files.map(({ name }) => name);
  return tellingFirst(answers, one, filesText(issue.id, names));
}
