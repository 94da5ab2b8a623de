import { replaceContent } from '../timeline.ts';
import { invalidParameter, needString } from './fields.ts';
import { checkTargetRate } from './gate.ts';
import { wireMessage } from './message-wire.ts';
import { checkOutgoing } from './outgoing.ts';
import type { Route } from './route.ts';
import { ApiError } from './route.ts';
import { needBotChat, needOwnMessage } from './targets.ts';

/** PUT /im/v1/messages/:message_id: edits text and post, at most 20 times; never a card (feishu.md §4.2). */
export const messagePut: Route = {
  method: 'PUT',
  path: '/open-apis/im/v1/messages/:message_id',
  scopes: ['im:message', 'im:message:send_as_bot', 'im:message:update'],
  handle(c) {
    const msgType = needString(c, 'msg_type');
    const content = needString(c, 'content');
    const message = needOwnMessage(c, 230071, 'The operator is not the sender of the message.');
    const chat = needBotChat(c.core.world, message.chatId);
    if (!['text', 'post'].includes(message.msgType) || message.msgType !== msgType) {
      throw invalidParameter('only text and post messages can be edited');
    }
    if (message.edits >= 20) {
      throw new ApiError(230072, 'The message has reached the number of times it can be edited.');
    }
    checkTargetRate(c.core, message.messageId);
    const checked = checkOutgoing(c.core.world, chat, { msgType, content, bodyBytes: c.bodyBytes });
    message.edits += 1;
    replaceContent(c.core, message, checked.content, checked.mentions);
    return { data: wireMessage(c.core, message) };
  },
};
