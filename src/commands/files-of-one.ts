/** 那件的材料发我: what was sent to the one problem that is told, ahead of it. The files themselves stay with the platform. */
import { filesText } from '../cards/words-done.ts';
import { attachmentsOfIssue } from '../db/attachment.ts';
import type { Answer } from '../domain/answer.ts';
import { filesAsked } from '../language/lexicon/files-asked.ts';
import { readPhrase } from '../language/phrase.ts';
import type { CommandContext } from './context.ts';
import type { Answers } from './in-parts.ts';
import { numberOf } from './of-a-unit.ts';
import { visibleIssue } from './visible-issue.ts';

export async function withFilesTold(
  context: CommandContext,
  text: string,
  answers: Answers,
): Promise<Answers> {
  const asked = filesAsked(readPhrase(text).folded);
  const i = answers.findIndex((one) => one !== null && numberOf(one) !== undefined);
  const answer = answers[i];
  const id = answer && asked.length > 0 ? numberOf(answer) : undefined;
  const issue = id === undefined ? undefined : await visibleIssue(context, id);
  // 变更材料退了两次那件看一下: its own title says the word.
  const named = asked.filter((word) => issue?.title.includes(word));
  if (!answer || !issue || asked.length <= named.length) return answers;
  const files = await attachmentsOfIssue(context.tx, issue.id);
  const told = filesText(
    issue.id,
    files.map(({ name }) => name),
  );
  const before = 'lead' in answer && typeof answer.lead === 'string' ? answer.lead : '';
  return answers.with(i, { ...answer, lead: `${told}${before}` } as Answer);
}
