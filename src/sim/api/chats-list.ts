import { CHAT_SCOPES } from './chat-wire.ts';
import { cutPage, pageSize } from './fields.ts';
import type { Route } from './route.ts';

/** GET /im/v1/chats: the groups the bot is in; no private chats (feishu.md §7). */
export const chatsList: Route = {
  method: 'GET',
  path: '/open-apis/im/v1/chats',
  scopes: CHAT_SCOPES,
  handle(c) {
    const { world } = c.core;
    const all = Object.values(world.chats).filter((chat) => chat.type === 'group' && chat.botIn);
    const { items, next } = cutPage(c, all, pageSize(c, 20, 100));
    const wired = items.map((chat) => ({
      chat_id: chat.chatId,
      avatar: '',
      name: chat.name,
      description: '',
      ...(chat.ownerId === undefined ? {} : { owner_id: chat.ownerId, owner_id_type: 'open_id' }),
      external: chat.external,
      tenant_key: world.tenantKey,
      chat_status: chat.status,
    }));
    return { data: { ...next, items: wired } };
  },
};
