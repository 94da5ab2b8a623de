import type { Core } from '../core.ts';
import { GROUP_ALL_SCOPES, GROUP_AT_SCOPES, P2P_SCOPES } from '../scopes.ts';
import type { SimChat } from '../types.ts';
import type { StoredMessage, World } from '../world.ts';
import { getChat, getUser, hasScope } from '../world.ts';
import { pushEvent } from './event.ts';
import { personIds } from './person.ts';

/** Whether the app's scopes and membership let it hear this message (feishu.md §3.1). */
function isHeard(world: World, chat: SimChat, message: StoredMessage): boolean {
  if (chat.type === 'p2p') return hasScope(world, P2P_SCOPES);
  if (!chat.botIn) return false;
  if (hasScope(world, GROUP_ALL_SCOPES)) return true;
  if (!hasScope(world, GROUP_AT_SCOPES)) return false;
  const named = message.mentions.some((m) => m.openId === world.bot.openId);
  return named || (world.strict.atAllDelivered && message.content.includes('@_all'));
}

/** im.message.receive_v1, keys in the order of real deliveries; absent optionals are omitted. */
function describe(world: World, chat: SimChat, message: StoredMessage): unknown {
  const sender = getUser(world, message.senderId);
  return {
    message: {
      chat_id: chat.chatId,
      chat_type: chat.type,
      content: message.recalled ? '' : message.content,
      create_time: String(message.createdAt),
      ...(message.mentions.length === 0 ? {} : { mentions: describeMentions(world, message) }),
      message_id: message.messageId,
      message_type: message.msgType,
      ...(message.parentId === undefined ? {} : { parent_id: message.parentId }),
      ...(message.rootId === undefined ? {} : { root_id: message.rootId }),
      update_time: String(message.updatedAt),
    },
    sender: {
      sender_id: personIds(world, sender.openId),
      sender_type: 'user',
      tenant_key: sender.tenantKey,
    },
  };
}

function describeMentions(world: World, message: StoredMessage): unknown[] {
  return message.mentions.map((m) => ({
    id: personIds(world, m.openId),
    key: m.key,
    mentioned_type: m.type,
    name: m.name,
    tenant_key: world.users[m.openId]?.tenantKey ?? world.tenantKey,
  }));
}

/** Tells the bot of a person's message, if it may hear it. */
export async function pushMessage(core: Core, message: StoredMessage): Promise<void> {
  const chat = getChat(core.world, message.chatId);
  if (!isHeard(core.world, chat, message)) return;
  await pushEvent(core, 'im.message.receive_v1', describe(core.world, chat, message));
}
