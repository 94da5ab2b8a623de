import { CHAT_SCOPES, needChat, wireChat } from './chat-wire.ts';
import type { Route } from './route.ts';

/** GET /im/v1/chats/:chat_id */
export const chatGet: Route = {
  method: 'GET',
  path: '/open-apis/im/v1/chats/:chat_id',
  scopes: CHAT_SCOPES,
  handle: ({ core, params }) => ({
    data: wireChat(core.world, needChat(core.world, params.chat_id ?? '')),
  }),
};
