/** What an answer has to say of the words that have no part in it. */
import type { Answer } from '../domain/answer.ts';
import type { CommandContext } from './context.ts';
import type { Answers } from './in-parts.ts';
import { saying } from './without-asides.ts';

/** What is refused, or needs a binding first, tells nothing of what was said beside it. */
export function telling(context: CommandContext, answer: Answer | null, told: readonly string[]): Answers {
  if (answer && (answer.kind === 'refusal' || answer.kind === 'bind' || context.chat?.kind === 'unbound'))
    return [answer];
  const says = answer === null ? undefined : saying(answer, told);
  if (says !== undefined || told.length === 0) return [says ?? answer];
  return [{ kind: 'text', text: told.join('') }, answer];
}
