import type { Core } from '../core.ts';
import { MESSAGE_EVENT_SCOPES, REACTION_EVENT_SCOPES } from '../scopes.ts';
import type { SimReaction } from '../types.ts';
import type { StoredMessage } from '../world.ts';
import { getChat, hasScope } from '../world.ts';
import { pushEvent } from './event.ts';
import { personIds } from './person.ts';

/** im.message.recalled_v1; only from chats the bot is in. */
export async function pushRecalled(core: Core, message: StoredMessage, byOwner: boolean): Promise<void> {
  if (!getChat(core.world, message.chatId).botIn || !hasScope(core.world, MESSAGE_EVENT_SCOPES)) return;
  await pushEvent(core, 'im.message.recalled_v1', {
    chat_id: message.chatId,
    message_id: message.messageId,
    recall_time: String(core.now()),
    recall_type: byOwner ? 'message_owner' : 'group_owner',
  });
}

/** im.message.reaction.created_v1 / deleted_v1; the bot's own reactions are told too. */
export async function pushReaction(
  core: Core,
  message: StoredMessage,
  reaction: SimReaction,
  added: boolean,
): Promise<void> {
  if (!getChat(core.world, message.chatId).botIn || !hasScope(core.world, REACTION_EVENT_SCOPES)) return;
  const isApp = reaction.operatorType === 'app';
  await pushEvent(core, `im.message.reaction.${added ? 'created' : 'deleted'}_v1`, {
    action_time: String(core.now()),
    ...(isApp ? { app_id: reaction.operatorId } : {}),
    message_id: message.messageId,
    operator_type: reaction.operatorType,
    reaction_type: { emoji_type: reaction.emoji },
    ...(isApp ? {} : { user_id: personIds(core.world, reaction.operatorId) }),
  });
}
