import type { Core } from '../core.ts';
import { CHAT_EVENT_SCOPES, MEMBER_EVENT_SCOPES } from '../scopes.ts';
import type { SimChat } from '../types.ts';
import { getUser, hasScope } from '../world.ts';
import { pushEvent } from './event.ts';
import { personIds } from './person.ts';

function aboutChat(core: Core, chat: SimChat, operatorOpenId: string): Record<string, unknown> {
  return {
    chat_id: chat.chatId,
    external: chat.external,
    i18n_names: { en_us: '', ja_jp: '', zh_cn: chat.name },
    name: chat.name,
    operator_id: personIds(core.world, operatorOpenId),
    operator_tenant_key: getUser(core.world, operatorOpenId).tenantKey,
  };
}

/** im.chat.member.bot.added_v1 / deleted_v1; the latter goes to the removed bot too (feishu.md §3.2). */
export async function pushBotMembership(
  core: Core,
  chat: SimChat,
  operator: string,
  added: boolean,
): Promise<void> {
  if (!hasScope(core.world, CHAT_EVENT_SCOPES)) return;
  const type = added ? 'im.chat.member.bot.added_v1' : 'im.chat.member.bot.deleted_v1';
  await pushEvent(core, type, aboutChat(core, chat, operator));
}

/** im.chat.member.user.added_v1 / deleted_v1 / withdrawn_v1, only from chats the bot is in. */
export async function pushUserMembership(
  core: Core,
  chat: SimChat,
  operator: string,
  openIds: readonly string[],
  what: 'added' | 'deleted' | 'withdrawn',
): Promise<void> {
  if (!chat.botIn || !hasScope(core.world, MEMBER_EVENT_SCOPES)) return;
  const users = openIds.map((id) => {
    const user = getUser(core.world, id);
    return { name: user.name, tenant_key: user.tenantKey, user_id: personIds(core.world, id) };
  });
  await pushEvent(core, `im.chat.member.user.${what}_v1`, { ...aboutChat(core, chat, operator), users });
}

/** im.chat.updated_v1: the group has another name. */
export async function pushRenamed(
  core: Core,
  chat: SimChat,
  operator: string,
  before: string,
): Promise<void> {
  if (!chat.botIn || !hasScope(core.world, ['im:chat', 'im:chat:readonly'])) return;
  const { name: _name, i18n_names: _names, ...about } = aboutChat(core, chat, operator);
  await pushEvent(core, 'im.chat.updated_v1', {
    after_change: { name: chat.name },
    before_change: { name: before },
    ...about,
  });
}

/** im.chat.disbanded_v1. */
export async function pushDisbanded(core: Core, chat: SimChat, operator: string): Promise<void> {
  if (!hasScope(core.world, ['im:chat', 'im:chat:readonly'])) return;
  await pushEvent(core, 'im.chat.disbanded_v1', aboutChat(core, chat, operator));
}

/** im.chat.access_event.bot_p2p_chat_entered_v1: somebody opened the private chat. No scope is needed. */
export async function pushP2pEntered(core: Core, chat: SimChat, openId: string): Promise<void> {
  const lastId = core.world.timelines[chat.chatId]?.at(-1);
  const last = lastId === undefined ? undefined : core.world.messages[lastId];
  await pushEvent(core, 'im.chat.access_event.bot_p2p_chat_entered_v1', {
    chat_id: chat.chatId,
    ...(last === undefined
      ? {}
      : { last_message_create_time: String(last.createdAt), last_message_id: last.messageId }),
    operator_id: personIds(core.world, openId),
  });
}

/** application.bot.menu_v6: a click on the bot's menu in the private chat. */
export async function pushMenu(core: Core, openId: string, eventKey: string): Promise<void> {
  await pushEvent(core, 'application.bot.menu_v6', {
    event_key: eventKey,
    operator: {
      operator_id: personIds(core.world, openId),
      operator_name: getUser(core.world, openId).name,
    },
    timestamp: Math.floor(core.now() / 1000),
  });
}
