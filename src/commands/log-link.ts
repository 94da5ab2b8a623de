/** 关联环节 said with a new problem: the command 卡, run behind it. What it asks back is told; nothing is guessed. */
import { linkNotHeldText } from '../cards/words-reading.ts';
import { refusalText } from '../cards/words-refusals.ts';
import type { CommandContext } from './context.ts';

/** @returns what must be said of it; that the link is held up stands on the card */
export async function holdUpLink(
  context: CommandContext,
  issueId: number,
  words: string,
): Promise<string | undefined> {
  const command = context.deps.features.commands.get('link-block');
  const call = { name: 'link-block', projectIds: [], words, problemId: issueId, blocks: true } as const;
  const answer = await command?.run(context, { ...call, projectIds: [] });
  if (answer?.kind === 'text' && answer.tone === 'success')
    // Before the last line: the project has taken its template.
    return answer.text.split('\n').slice(0, -1).join('\n') || undefined;
  const why =
    answer?.kind === 'refusal'
      ? refusalText(answer.refusal)
      : answer?.kind === 'suggest'
        ? `${answer.text}\n${answer.commands.join('\n')}`
        : answer?.kind === 'text'
          ? answer.text
          : '';
  return linkNotHeldText(words, why);
}
