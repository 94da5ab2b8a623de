import type { Core } from '../core.ts';
import { appendMessage } from '../timeline.ts';
import type { SimChat } from '../types.ts';
import type { StoredMessage } from '../world.ts';
import { checkTargetRate } from './gate.ts';
import { wireMessage } from './message-wire.ts';
import { checkOutgoing } from './outgoing.ts';
import type { ApiAnswer } from './route.ts';
import { ApiError } from './route.ts';

export const UUID_LIFE_MS = 3_600_000;

export interface Outgoing {
  chat: SimChat;
  rateKey: string;
  msgType: string;
  content: string;
  uuid: string | undefined;
  bodyBytes: number;
  replyTo?: string;
}

/** The message an earlier call with this uuid made within the hour; what the platform then says is undocumented. */
function findEarlier(core: Core, uuid: string | undefined): StoredMessage | undefined {
  if (uuid === undefined) return undefined;
  const earlier = core.world.uuids[uuid];
  if (!earlier || core.now() - earlier.at >= UUID_LIFE_MS) return undefined;
  if (core.world.strict.uuidDuplicate === 'error230049')
    throw new ApiError(230049, 'The message is being sent.');
  return core.world.messages[earlier.messageId];
}

/** Sends or replies, at most once per uuid and hour (feishu.md §4.1). */
export function sendOnce(core: Core, o: Outgoing): ApiAnswer {
  const earlier = findEarlier(core, o.uuid);
  if (earlier) return { data: wireMessage(core, earlier) };
  checkTargetRate(core, o.rateKey);
  const { content, mentions } = checkOutgoing(core.world, o.chat, o);
  const message = appendMessage(core, {
    chatId: o.chat.chatId,
    senderType: 'app',
    senderId: core.options.appId,
    msgType: o.msgType,
    content,
    mentions,
    ...(o.replyTo === undefined ? {} : { replyTo: o.replyTo }),
  });
  if (o.uuid !== undefined) core.world.uuids[o.uuid] = { messageId: message.messageId, at: core.now() };
  return { data: wireMessage(core, message) };
}
