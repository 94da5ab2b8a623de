import { MEMBER_SCOPES, needJoinedChat } from './chat-wire.ts';
import { cutPage, pageSize, queryOption } from './fields.ts';
import { idOf, USER_ID_TYPES } from './people.ts';
import type { Route } from './route.ts';

/** GET /im/v1/chats/:chat_id/members: people only, with names, without any contact scope (feishu.md §7). */
export const chatMembers: Route = {
  method: 'GET',
  path: '/open-apis/im/v1/chats/:chat_id/members',
  scopes: MEMBER_SCOPES,
  handle(c) {
    const type = queryOption(c, 'member_id_type', USER_ID_TYPES, 'open_id');
    const chat = needJoinedChat(c.core.world, c.params.chat_id ?? '');
    const { items, next } = cutPage(c, chat.members, pageSize(c, 20, 100));
    const wired = items.flatMap((openId) => {
      const user = c.core.world.users[openId];
      if (!user) return [];
      return [
        { member_id_type: type, member_id: idOf(user, type), name: user.name, tenant_key: user.tenantKey },
      ];
    });
    return { data: { items: wired, ...next, member_total: chat.members.length } };
  },
};
