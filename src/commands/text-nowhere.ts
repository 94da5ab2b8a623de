/** Words looked for in the text that no problem holds: perhaps they were none to look for, so no figure is made of them. */
import { nowhereText } from '../cards/words-reading.ts';
import { findsAny } from '../db/issue-list.ts';
import type { Answer } from '../domain/answer.ts';
import { findKeywordAt } from '../language/names.ts';
import { sentencesOf } from '../language/sentence-of-scan.ts';
import { scanOf } from '../language/topic.ts';
import { moreInPrivate, narrow } from '../views/issue-list.ts';
import type { CallOf } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { readLone } from './question.ts';
import { viewerOf } from './reply.ts';

const MOST = 2;

/**
 * What is asked back when a word of the question stands in no problem the asker may see here; undefined: each does, or
 * nothing is looked for. 退回又重办的 is not 0 because nobody wrote 重办.
 */
export async function wordsNowhere(
  context: CommandContext,
  call: CallOf<'ask'>,
): Promise<Answer | undefined> {
  const filters = [call.filter, ...(call.parts ?? []).map(({ filter }) => filter)];
  for (const search of new Set(filters.flatMap((filter) => filter.search ?? []))) {
    const viewer = viewerOf(context);
    const narrowed = narrow({ search }, viewer);
    if (!narrowed) continue;
    if (await findsAny(context.tx, narrowed.query)) continue;
    const readContext = readContextOf(context);
    const asked = { ...scanOf(call.topic), texts: [] };
    // 跟用电有关的: a word of a kind, which the kind is offered for.
    const kind = findKeywordAt(search, 0, context.directory);
    const categoryIds = kind?.name === search ? kind.ids : [];
    const made = [
      ...(categoryIds.length === 1 ? sentencesOf({ ...asked, categoryIds }, readContext) : []),
      ...sentencesOf(asked, readContext),
    ];
    const commands = made.filter((one) => readLone(one, readContext)).slice(0, MOST);
    const more = moreInPrivate(viewer);
    const text = [nowhereText(search, context.chat?.kind === 'project'), ...(more ? [more] : [])].join('\n');
    return commands.length > 0
      ? { kind: 'suggest', text, commands }
      : { kind: 'text', tone: 'warning', text };
  }
  return undefined;
}
