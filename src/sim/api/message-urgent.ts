import type { SimUrgent } from '../types.ts';
import { invalidParameter, needStrings, queryOption } from './fields.ts';
import { findUser, USER_ID_TYPES } from './people.ts';
import type { Route } from './route.ts';
import { ApiError } from './route.ts';
import { needBotChat, needOwnMessage } from './targets.ts';

/** PATCH /im/v1/messages/:message_id/urgent_*: buzzes people of the chat (feishu.md §4.4). */
function urgentRoute(kind: SimUrgent['kind'], scopes: readonly string[]): Route {
  return {
    method: 'PATCH',
    path: `/open-apis/im/v1/messages/:message_id/urgent_${kind}`,
    scopes,
    handle(c) {
      const type = queryOption(c, 'user_id_type', USER_ID_TYPES);
      const ids = needStrings(c, 'user_id_list', 200);
      const message = needOwnMessage(c, 230012, 'Bot is NOT the sender of the message.');
      const chat = needBotChat(c.core.world, message.chatId);
      if (chat.external) throw new ApiError(230027, 'Lack of necessary permissions.');
      if (chat.urgent === 'only_owner') {
        throw new ApiError(230052, 'No permission to send urgent messages in this chat.');
      }
      const found = ids.map((id) => findUser(c.core.world, type, id));
      const good = found.flatMap((u) => (u && chat.members.includes(u.openId) ? [u.openId] : []));
      const invalid = ids.filter((_, i) => !good.includes(found[i]?.openId ?? ''));
      if (good.length === 0) throw invalidParameter('invalid user ids');
      message.urgent.push({ kind, openIds: good, at: c.core.now() });
      c.core.emit({ kind: 'message', chatId: message.chatId, messageId: message.messageId });
      return { data: { invalid_user_id_list: invalid } };
    },
  };
}

export const messageUrgentApp = urgentRoute('app', ['im:message.urgent']);
export const messageUrgentSms = urgentRoute('sms', ['im:message.urgent:sms']);
export const messageUrgentPhone = urgentRoute('phone', ['im:message.urgent:phone']);
