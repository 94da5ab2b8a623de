import { GROUP_ALL_SCOPES } from '../scopes.ts';
import { queryOption } from './fields.ts';
import { checkScope } from './gate.ts';
import { CARD_CONTENT_TYPES, wireMessage } from './message-wire.ts';
import type { Route } from './route.ts';
import { ApiError } from './route.ts';
import { needBotChat } from './targets.ts';

/**
 * GET /im/v1/messages/:message_id: a list of one, of a merged forward with what it
 * holds behind it; a recalled message is shown as deleted. What people say in a
 * group can be read only with the scope that lets the app hear everything there.
 */
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
    const isGroup = c.core.world.chats[message.chatId]?.type === 'group';
    if (isGroup && message.senderType === 'user' && c.core.world.strict.groupReadScope) {
      checkScope(c.core, { scopes: GROUP_ALL_SCOPES });
    }
    const items = (message.recalled ? [] : (message.forwarded ?? [])).map((child) => ({
      ...(wireMessage(c.core, child, as) as object),
      upper_message_id: message.messageId,
    }));
    return { data: { items: [wireMessage(c.core, message, as), ...items] } };
  },
};
