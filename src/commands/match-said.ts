/** Words of ours, read as if the asker had said them here. */
import { withinTalk } from '../language/lexicon/framing.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import { fold } from '../language/phrase.ts';
import type { Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { matchCommand } from './match.ts';

export function matchSaid(context: CommandContext, text: string): Match {
  return matchCommand({ text, mentions: [], context: readContextOf(context) }, context.deps.features.table);
}

const ORDERS = /[催转退派督签销办]/u;

/** Without the talk around what is asked: what it goes on from is looked for in the rest. Commands stay as they are. */
export function saidWithin(text: string, match: Match): string {
  if (match.kind === 'misuse' || (match.kind === 'call' && match.call.name !== 'ask')) return text;
  const [from, until] = withinTalk(simplify(fold(text)));
  // 都催一下 is an order, and none of talk.
  return ORDERS.test(text.slice(0, from) + text.slice(until)) ? text : text.slice(from, until);
}
