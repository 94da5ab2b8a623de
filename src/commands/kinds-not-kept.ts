/** What is asked of instructions and decisions, while nobody has logged any. */
import { ITEM_KIND_NAMES } from '../cards/words.ts';
import { byWhomNotKeptText, kindNotKeptText } from '../cards/words-reading.ts';
import { hasItemsOf } from '../db/issue.ts';
import type { Answer } from '../domain/answer.ts';
import type { Call } from './call.ts';
import type { CommandContext } from './context.ts';

/** 批示, 议定: an answer in the place of 0 while nobody has logged any, and where it is asked whose they were. */
export async function kindsNotKept(
  { tx }: CommandContext,
  { filter, parts = [], personHeard }: Pick<Call & { name: 'ask' }, 'filter' | 'parts' | 'personHeard'>,
): Promise<Answer | undefined> {
  const kinds = [...new Set([filter, ...parts.map((part) => part.filter)].flatMap((one) => one.kinds ?? []))];
  const asked = kinds.filter((kind) => kind === 'instruction' || kind === 'decision');
  const [kind] = asked;
  if (kind === undefined) return undefined;
  const commands = kind === 'instruction' ? NEAR_INSTRUCTIONS : NEAR_DECISIONS;
  const names = asked.map((one) => ITEM_KIND_NAMES[one]);
  if (!(await hasItemsOf(tx, asked))) return { kind: 'suggest', text: kindNotKeptText(names), commands };
  if (personHeard === undefined) return undefined;
  return { kind: 'suggest', text: byWhomNotKeptText(ITEM_KIND_NAMES[kind], personHeard), commands };
}

/** What is asked of instructions, whosever they were. */
export const INSTRUCTIONS: Parameters<typeof kindsNotKept>[1] = { filter: { kinds: ['instruction'] } };

/** What comes nearest to them. */
const NEAR_INSTRUCTIONS = ['已上报领导的还有几件', '催办过的还有几件没办'];
const NEAR_DECISIONS = ['要上会的还有几件', '没办完的有几个'];
