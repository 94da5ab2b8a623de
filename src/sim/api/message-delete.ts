import { recallMessage } from '../recall.ts';
import type { Route } from './route.ts';
import { needBotChat, needOwnMessage } from './targets.ts';

/** DELETE /im/v1/messages/:message_id: recalls the bot's own message. */
export const messageDelete: Route = {
  method: 'DELETE',
  path: '/open-apis/im/v1/messages/:message_id',
  scopes: ['im:message', 'im:message:send_as_bot', 'im:message:recall'],
  handle(c) {
    const message = needOwnMessage(c, 230026, 'No permission to recall this message.');
    needBotChat(c.core.world, message.chatId);
    recallMessage(c.core, message);
    return { data: {} };
  },
};
