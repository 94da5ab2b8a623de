import { checkTargetRate } from './gate.ts';
import type { Route } from './route.ts';
import { needBotChat, needMessage } from './targets.ts';

/** DELETE /im/v1/pins/:message_id */
export const pinsDelete: Route = {
  method: 'DELETE',
  path: '/open-apis/im/v1/pins/:message_id',
  scopes: ['im:message', 'im:message.pins:write_only'],
  handle(c) {
    const message = needMessage(c);
    needBotChat(c.core.world, message.chatId);
    checkTargetRate(c.core, message.messageId);
    message.pinned = false;
    c.core.emit({ kind: 'message', chatId: message.chatId, messageId: message.messageId });
    return { data: {} };
  },
};
