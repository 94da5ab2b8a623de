/** A message in which the name of a project or a unit is written as it sounds (班普的问题都说一下), as if it were right. */
import { soundedText } from '../cards/words-reading.ts';
import { findsAny } from '../db/issue-list.ts';
import { findPeopleByName } from '../db/person.ts';
import { readPhrase } from '../language/phrase.ts';
import { namesPutRight } from '../language/sounds.ts';
import { narrow } from '../views/issue-list.ts';
import type { Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { viewerOf } from './reply.ts';
import { SHOWS } from './without-asides.ts';

/** undefined: no name is misheard, the words stand in a problem, or something is ordered, of which nothing is guessed. */
export async function withNamesHeard(
  context: CommandContext,
  said: string,
  match: Match,
): Promise<{ text: string; told: string } | undefined> {
  const orders = match.kind === 'misuse' || (match.kind === 'call' && !SHOWS.includes(match.call.name));
  const right = orders ? undefined : namesPutRight(readPhrase(said), readContextOf(context));
  if (!right) return undefined;
  for (const { heard } of right.names) {
    const narrowed = narrow({ search: heard }, viewerOf(context));
    if (narrowed && (await findsAny(context.tx, narrowed.query))) return undefined;
    if ((await findPeopleByName(context.tx, heard)).length > 0) return undefined;
  }
  return { text: right.text, told: soundedText(right.names) };
}
