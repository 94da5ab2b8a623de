import type { Core } from '../core.ts';
import type { SimChat } from '../types.ts';
import type { StoredMessage, World } from '../world.ts';
import { findP2pChat } from '../world.ts';
import { fieldViolation, invalidParameter } from './fields.ts';
import type { UserIdType } from './people.ts';
import { needReachable } from './people.ts';
import type { ApiContext } from './route.ts';
import { ApiError } from './route.ts';

/** A group or private chat the bot may write to; refuses in the platform's order. */
export function needWritableChat(world: World, chatId: string): SimChat {
  const chat = needBotChat(world, chatId);
  if (chat.type === 'p2p') needReachable(world, 'open_id', chat.members[0] ?? '');
  if (chat.muted) throw new ApiError(230035, 'Send Message Permission deny.');
  return chat;
}

/** A chat the bot is in. */
export function needBotChat(world: World, chatId: string): SimChat {
  const chat = world.chats[chatId];
  if (!chat) throw new ApiError(230034, 'The receive_id is invalid.');
  if (chat.status === 'dissolved') {
    throw new ApiError(232009, 'Your request specifies a chat which has already been dissolved.');
  }
  if (!chat.botIn) throw new ApiError(230002, 'Bot/User can NOT be out of the chat.');
  return chat;
}

/** Where a send goes. For a person it is the private chat with the bot, whose limit counts by person. */
export function needReceiver(
  core: Core,
  type: UserIdType | 'email' | 'chat_id',
  id: string,
): { chat: SimChat; rateKey: string } {
  const { world } = core;
  if (type === 'chat_id') {
    if (!id.startsWith('oc_')) throw invalidParameter('invalid receive_id');
    const chat = needWritableChat(world, id);
    return { chat, rateKey: chat.type === 'p2p' ? (chat.members[0] ?? id) : id };
  }
  const user = needReachable(world, type, id);
  return { chat: findP2pChat(world, user.openId), rateKey: user.openId };
}

/** The message in the path, not recalled. Its chat's membership is checked by the caller. */
export function needMessage(c: ApiContext): StoredMessage {
  const id = c.params.message_id ?? '';
  return needMessageById(c, id);
}

/** A message that exists (else 99992354) and is not recalled (else 230011). */
export function needMessageById(c: ApiContext, id: string): StoredMessage {
  const message = c.core.world.messages[id];
  if (!message) {
    throw new ApiError(
      99992354,
      'The request you send is not a valid {message_id} or not exists, example value:om_dc13264520392913993dd051dba21dcf',
      {
        details: {
          field_violations: [{ field: 'message_id', value: id, description: 'invalid message_id' }],
        },
      },
    );
  }
  if (message.recalled) throw new ApiError(230011, 'The message is recalled.');
  return message;
}

/** Only what the bot itself sent may be changed; each method has its own code for the refusal. */
export function needOwnMessage(c: ApiContext, code: number, reason: string): StoredMessage {
  const message = needMessage(c);
  if (message.senderType !== 'app') throw new ApiError(code, reason);
  return message;
}

/** The uuid of a send, at most 50 characters; undefined when none is given. */
export function needUuid(c: ApiContext): string | undefined {
  const uuid = c.body.uuid;
  if (uuid === undefined || uuid === null || uuid === '') return undefined;
  if (typeof uuid !== 'string' || uuid.length > 50) throw fieldViolation('uuid', 'the max len is 50');
  return uuid;
}
