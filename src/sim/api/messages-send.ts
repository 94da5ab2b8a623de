import { needString, queryOption } from './fields.ts';
import type { Route } from './route.ts';
import { sendOnce } from './send-once.ts';
import { needReceiver, needUuid } from './targets.ts';

/** POST /im/v1/messages */
export const messagesSend: Route = {
  method: 'POST',
  path: '/open-apis/im/v1/messages',
  scopes: ['im:message', 'im:message:send_as_bot', 'im:message:send'],
  handle(c) {
    const types = ['open_id', 'union_id', 'user_id', 'email', 'chat_id'] as const;
    const type = queryOption(c, 'receive_id_type', types);
    const receiveId = needString(c, 'receive_id');
    const msgType = needString(c, 'msg_type');
    const content = needString(c, 'content');
    const uuid = needUuid(c);
    return sendOnce(c.core, {
      ...needReceiver(c.core, type, receiveId),
      msgType,
      content,
      uuid,
      bodyBytes: c.bodyBytes,
    });
  },
};
