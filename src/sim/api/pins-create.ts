import { needString } from './fields.ts';
import { checkTargetRate } from './gate.ts';
import { wirePin } from './pin-wire.ts';
import type { Route } from './route.ts';
import { needBotChat, needMessageById } from './targets.ts';

/** POST /im/v1/pins */
export const pinsCreate: Route = {
  method: 'POST',
  path: '/open-apis/im/v1/pins',
  scopes: ['im:message', 'im:message.pins:write_only'],
  handle(c) {
    const message = needMessageById(c, needString(c, 'message_id'));
    needBotChat(c.core.world, message.chatId);
    checkTargetRate(c.core, message.messageId);
    message.pinned = true;
    c.core.emit({ kind: 'message', chatId: message.chatId, messageId: message.messageId });
    return { data: { pin: wirePin(c.core, message) } };
  },
};
