import type { SimChat } from '../types.ts';
import type { World } from '../world.ts';
import { ApiError } from './route.ts';

export const CHAT_SCOPES = ['im:chat', 'im:chat:read', 'im:chat:readonly'];
export const MEMBER_SCOPES = ['im:chat', 'im:chat:readonly', 'im:chat.members:read'];

/** A group by id; 232006 when the id is none. */
export function needChat(world: World, chatId: string): SimChat {
  const chat = world.chats[chatId];
  if (!chat) throw new ApiError(232006, 'Your request specifies a chat_id which is invalid.');
  return chat;
}

/** A living group the bot is in. */
export function needJoinedChat(world: World, chatId: string): SimChat {
  const chat = needChat(world, chatId);
  if (chat.status === 'dissolved') {
    throw new ApiError(232009, 'Your request specifies a chat which has already been dissolved.');
  }
  if (!chat.botIn) throw new ApiError(232011, 'Operator can NOT be out of the chat.');
  return chat;
}

/** What GET chat shows; one who is not inside sees little (feishu.md §7). Counts are strings. */
export function wireChat(world: World, chat: SimChat): Record<string, unknown> {
  const outside = {
    avatar: '',
    name: chat.name,
    user_count: String(chat.members.length),
    bot_count: chat.botIn ? '1' : '0',
    chat_status: chat.status,
  };
  if (!chat.botIn) return outside;
  return {
    ...outside,
    description: '',
    ...(chat.ownerId === undefined ? {} : { owner_id: chat.ownerId, owner_id_type: 'open_id' }),
    chat_mode: chat.type,
    chat_type: 'private',
    chat_tag: 'inner',
    external: chat.external,
    tenant_key: world.tenantKey,
    urgent_setting: chat.urgent,
    at_all_permission: chat.atAll,
    moderation_permission: chat.muted ? 'only_owner' : 'all_members',
  };
}
