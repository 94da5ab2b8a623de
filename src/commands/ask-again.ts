/** A chip below an answer, or a question a model proposed: a reading is asked with the rights of whoever taps it. */
import { answerToast } from '../cards/toast.ts';
import type { Reading } from '../domain/reading.ts';
import { drawAnswer } from '../views/answer.ts';
import type { CommandContext } from './context.ts';
import { rememberReading } from './follow-memory.ts';
import { helpSource } from './help-source.ts';
import { leaveWithCard } from './left.ts';
import { answerReading } from './query.ts';
import { type ClickReply, viewerOf } from './reply.ts';

/** The card takes the new answer's face; what cannot be shown here is said in a toast. Writes no problem. */
export async function askAgain(context: CommandContext, reading: Reading, page: number): Promise<ClickReply> {
  const answer = answerReading(context, reading, page);
  if (answer.kind === 'text' || answer.kind === 'refusal') return { toast: answerToast(answer) };
  await rememberReading(context, reading, page);
  await leaveWithCard(context);
  const drawn = await drawAnswer(context.tx, answer, viewerOf(context), helpSource(context.deps.features));
  return drawn.kind === 'card'
    ? { card: { type: 'raw', data: drawn.card } }
    : { toast: answerToast({ kind: 'text', text: drawn.text }) };
}
