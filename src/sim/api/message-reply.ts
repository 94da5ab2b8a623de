import { needString } from './fields.ts';
import type { Route } from './route.ts';
import { sendOnce } from './send-once.ts';
import { needMessage, needUuid, needWritableChat } from './targets.ts';

/** POST /im/v1/messages/:message_id/reply. reply_in_thread is taken as an ordinary reply. */
export const messageReply: Route = {
  method: 'POST',
  path: '/open-apis/im/v1/messages/:message_id/reply',
  scopes: ['im:message', 'im:message:send_as_bot', 'im:message:send'],
  handle(c) {
    const content = needString(c, 'content');
    const msgType = needString(c, 'msg_type');
    const uuid = needUuid(c);
    const parent = needMessage(c);
    const chat = needWritableChat(c.core.world, parent.chatId);
    const rateKey = chat.type === 'p2p' ? (chat.members[0] ?? chat.chatId) : chat.chatId;
    return sendOnce(c.core, {
      chat,
      rateKey,
      msgType,
      content,
      uuid,
      bodyBytes: c.bodyBytes,
      replyTo: parent.messageId,
    });
  },
};
