import { queryOption } from './fields.ts';
import { CARD_CONTENT_TYPES, wireMessage } from './message-wire.ts';
import type { Route } from './route.ts';
import { ApiError } from './route.ts';
import { needBotChat } from './targets.ts';

/** GET /im/v1/messages/:message_id: a list of one; a recalled message is shown as deleted. */
export const messageGet: Route = {
  method: 'GET',
  path: '/open-apis/im/v1/messages/:message_id',
  scopes: ['im:message', 'im:message:readonly', 'im:message.history:readonly'],
  handle(c) {
    const as = queryOption(c, 'card_msg_content_type', CARD_CONTENT_TYPES, 'default');
    const id = c.params.message_id ?? '';
    const message = c.core.world.messages[id];
    if (!message) {
      throw new ApiError(99992354, 'The request you send is not a valid {message_id} or not exists.');
    }
    needBotChat(c.core.world, message.chatId);
    return { data: { items: [wireMessage(c.core, message, as)] } };
  },
};
