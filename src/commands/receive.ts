/** From a verified push to its effect: claimed once, decided and written in one transaction. */

import { claimEvent } from '../db/inbox.ts';
import { enqueue } from '../db/outbox.ts';
import { setRequestId } from '../db/request-id.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../domain/answer.ts';
import type { Incoming, IncomingMessage } from '../feishu/incoming.ts';
import { ANSWER } from '../kinds/messages.ts';
import { receiveChatEvent } from './chat-events.ts';
import { receiveClick } from './click.ts';
import { resolveActor, resolveHomeTenant } from './identify.ts';
import { receiveMessage } from './message.ts';
import type { ClickReply } from './reply.ts';

/** Longest a re-push can come after the first, with a wide margin (reference §1.7: 7 h 05 m). */
export const REMEMBER_EVENTS_MS = 3 * 24 * 3_600_000;

export interface Receipt {
  /** false: seen before, nothing was done. */
  fresh: boolean;
  /** Answer to the HTTP request of a click. */
  reply?: ClickReply;
}

/**
 * Takes one understood push. When the promise resolves everything it caused is durable; messages go out later.
 * Throws only when the machinery is broken (the platform will push again).
 * @param headerTenant the tenant the app is installed in (header.tenant_key), whoever the sender is
 * @param requestId of this push; written beside everything it causes to be sent
 */
export async function receive(
  deps: Deps,
  incoming: Incoming,
  headerTenant: string,
  requestId: string,
): Promise<Receipt> {
  const now = deps.clock();
  const bot = incoming.kind === 'message' ? await deps.bot() : undefined;
  return deps.db.transaction(async (tx) => {
    setRequestId(tx, requestId);
    const messageId = incoming.kind === 'message' ? incoming.messageId : undefined;
    const { eventId, kind } = incoming;
    if (!(await claimEvent(tx, { eventId, messageId, kind }, now))) return { fresh: false };
    const homeTenant = await resolveHomeTenant(deps, tx, headerTenant, incoming);
    switch (incoming.kind) {
      case 'message':
        if (incoming.senderType === 'user' && incoming.sender.openId !== bot?.openId) {
          await receiveMessage(deps, tx, incoming, homeTenant, now);
        }
        return { fresh: true };
      case 'click':
        return { fresh: true, reply: await receiveClick(deps, tx, incoming, homeTenant, now) };
      default:
        await receiveChatEvent(deps, tx, incoming, homeTenant, now);
        return { fresh: true };
    }
  });
}

/** Whether its writer waits for an answer. */
export function isAddressed(message: IncomingMessage): boolean {
  return message.chatType === 'p2p' || message.mentions.some((mention) => mention.isBot);
}

/**
 * Answers a message without doing what it says, and ends it: a fault of ours would fail again, a flood go on.
 * @param instead.dedupeKey at most one answer of this key
 */
export async function rejectMessage(
  deps: Deps,
  message: IncomingMessage,
  headerTenant: string,
  instead: { requestId: string; answer: Answer; dedupeKey?: string },
): Promise<void> {
  const now = deps.clock();
  await deps.db.transaction(async (tx) => {
    setRequestId(tx, instead.requestId);
    const { eventId, messageId, chatId, chatType, sender } = message;
    if (!(await claimEvent(tx, { eventId, messageId }, now))) return;
    const homeTenant = await resolveHomeTenant(deps, tx, headerTenant, message);
    const { person } = await resolveActor(deps, tx, sender, homeTenant, now);
    await enqueue(
      tx,
      [
        ANSWER.row({
          id: deps.newId(),
          target: chatType === 'p2p' ? `person:${person.openId}` : `chat:${chatId}`,
          payload: { answer: instead.answer, chatId, replyTo: messageId, personId: person.id },
          dedupeKey: instead.dedupeKey,
          dueAt: now,
        }),
      ],
      now,
    );
  });
}
