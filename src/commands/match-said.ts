/** Words of ours, read as if the asker had said them here. */
import type { Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { matchCommand } from './match.ts';

export function matchSaid(context: CommandContext, text: string): Match {
  return matchCommand({ text, mentions: [], context: readContextOf(context) }, context.deps.features.table);
}
