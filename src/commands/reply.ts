/** How a handler answers: a reply in the chat, a toast, a private card. */

import type { Card } from '../cards/kit.ts';
import type { Toast } from '../cards/toast.ts';
import { answerToast, TOASTS, toast } from '../cards/toast.ts';
import { enqueue } from '../db/outbox.ts';
import type { Answer } from '../domain/answer.ts';
import { ANSWER } from '../kinds/messages.ts';
import type { LastAnswer } from '../language/last-answer.ts';
import type { CommandContext } from './context.ts';
import { leftNow } from './left.ts';

/** Queues the answer to where the question was asked, as a reply to it. */
export async function reply(
  context: CommandContext,
  answer: Answer | null,
  leaves?: LastAnswer,
): Promise<void> {
  if (answer === null) return;
  await sendAnswer(context, answer, { chatId: context.chatId, replyTo: context.messageId }, leaves);
}

/** Queues an answer to a group, or privately to a person. @param leaves what a reply to it goes on from */
export async function sendAnswer(
  context: CommandContext,
  answer: Answer,
  to: AnswerPlace,
  leaves?: LastAnswer,
): Promise<void> {
  await enqueue(context.tx, [answerRow(context, answer, to, leaves)], context.now);
}

type AnswerPlace = { chatId: string; replyTo?: string } | { openId: string };

/** The row of an answer, to be queued now or after something else. */
export function answerRow(context: CommandContext, answer: Answer, to: AnswerPlace, leaves?: LastAnswer) {
  const { deps, now, actor } = context;
  // A private chat is limited and kept in order by its person, however it is addressed.
  const here = 'chatId' in to && to.chatId === context.chatId && context.chatType === 'p2p';
  const openId = here ? actor.person.openId : 'openId' in to ? to.openId : undefined;
  const target = openId === undefined ? `chat:${(to as { chatId: string }).chatId}` : `person:${openId}`;
  return ANSWER.row({
    id: deps.newId(),
    target,
    issueId: 'issueId' in answer ? answer.issueId : undefined,
    payload: { answer, ...to, personId: actor.person.id, ...(leaves && { leaves }) },
    dueAt: now,
  });
}

export interface ClickReply {
  toast?: Toast;
  card?: { type: 'raw'; data: Card };
}

/** Short answers are toasts; cards go to the clicker privately, where they do not fill the group. */
export async function tell(context: CommandContext, answer: Answer): Promise<ClickReply> {
  if (answer.kind === 'text' || answer.kind === 'refusal') return { toast: answerToast(answer) };
  const { person } = context.actor;
  const here = context.chatType === 'p2p' || !person.home;
  const to = here ? { chatId: context.chatId } : { openId: person.openId };
  await sendAnswer(context, answer, to, await leftNow(context));
  return { toast: toast('info', here ? TOASTS.sentHere : TOASTS.sentPrivately) };
}

/** Whoever reads the answer, as the views want them. */
export function viewerOf(context: CommandContext) {
  const { now, directory, actor, chat, deps } = context;
  return { now, directory, actor, chat, demo: deps.demo, features: deps.features };
}
