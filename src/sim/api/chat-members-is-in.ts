import { MEMBER_SCOPES, needChat } from './chat-wire.ts';
import type { Route } from './route.ts';

/** GET /im/v1/chats/:chat_id/members/is_in_chat: whether the bot is inside. */
export const chatMembersIsIn: Route = {
  method: 'GET',
  path: '/open-apis/im/v1/chats/:chat_id/members/is_in_chat',
  scopes: MEMBER_SCOPES,
  handle: ({ core, params }) => ({
    data: { is_in_chat: needChat(core.world, params.chat_id ?? '').botIn },
  }),
};
