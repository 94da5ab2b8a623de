/** What is not understood may be shown to a model first: then its job answers, with the same words if that is no help. */
import { enqueue } from '../db/outbox.ts';
import type { Answer } from '../domain/answer.ts';
import { ASK_MODEL } from '../kinds/jobs.ts';
import type { Match } from './call.ts';
import type { CommandContext } from './context.ts';

const LONGEST = 60;
const SHORTEST = 4;

/** A sentence nobody understood, or a question of which a part was not and nothing near could be offered. */
function isForModel(match: Match, answer: Answer): boolean {
  if (match.kind === 'unknown') return answer.kind === 'suggest' && answer.unheard === true;
  return (
    match.kind === 'call' &&
    match.call.name === 'ask' &&
    match.call.unread !== undefined &&
    (match.call.vague === true || (match.call.nearest ?? []).length === 0)
  );
}

/** Queues the question for the model; false when none is set up or it is out of order: then the answer goes out as it is. */
export async function askModel(
  context: CommandContext,
  match: Match,
  text: string,
  otherwise: Answer,
): Promise<boolean> {
  const { deps, tx, now, chatId, messageId, actor, chatType } = context;
  const length = [...text.trim()].length;
  if (!deps.llm?.ready() || length < SHORTEST || length > LONGEST || !isForModel(match, otherwise))
    return false;
  const target = chatType === 'p2p' ? `person:${actor.person.openId}` : `chat:${chatId}`;
  const row = ASK_MODEL.row({
    id: deps.newId(),
    // A lane of its own: a slow model holds up nobody's messages.
    target: `model:${actor.person.id}`,
    payload: { text: text.trim(), chatId, replyTo: messageId, personId: actor.person.id, target, otherwise },
    dueAt: now,
  });
  await enqueue(tx, [row], now);
  return true;
}
