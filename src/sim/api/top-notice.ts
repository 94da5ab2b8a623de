import { isRecord } from '../content/json.ts';
import type { Core } from '../core.ts';
import type { SimChat } from '../types.ts';
import { needJoinedChat } from './chat-wire.ts';
import { ApiError, type Route } from './route.ts';

const SCOPES = ['im:chat', 'im:chat.top_notice:write_only'];

const invalid = (reason: string) =>
  new ApiError(232001, `Your request contains an invalid request parameter, ext=${reason}`);

/** A group of this tenant the bot is in; external ones it may not manage. */
function needGroup(core: Core, chatId: string): SimChat {
  const chat = needJoinedChat(core.world, chatId);
  if (chat.type === 'p2p') throw invalid('chat is not a group');
  if (chat.external)
    throw new ApiError(
      232033,
      'The operator or invited bots does NOT have the authority to manage external chats without the scope.',
    );
  return chat;
}

/** POST /im/v1/chats/:chat_id/top_notice/put_top_notice: takes the place of what is on top. */
export const topNoticePut: Route = {
  method: 'POST',
  path: '/open-apis/im/v1/chats/:chat_id/top_notice/put_top_notice',
  scopes: SCOPES,
  handle(c) {
    const chat = needGroup(c.core, c.params.chat_id ?? '');
    const notices = c.body.chat_top_notice;
    if (!Array.isArray(notices) || notices.length !== 1) throw invalid('chat_top_notice');
    const [notice] = notices as unknown[];
    if (!isRecord(notice)) throw invalid('chat_top_notice');
    const { action_type: type = '2', message_id: messageId } = notice;
    if (type !== '1' && type !== '2') throw invalid('action_type');
    if (type === '1') {
      const message = typeof messageId === 'string' ? c.core.world.messages[messageId] : undefined;
      if (!message || message.chatId !== chat.chatId || message.recalled) throw invalid('message_id');
      chat.topNotice = message.messageId;
    } else chat.topNotice = 'announcement';
    return { data: {} };
  },
};

/** POST /im/v1/chats/:chat_id/top_notice/delete_top_notice */
export const topNoticeDelete: Route = {
  method: 'POST',
  path: '/open-apis/im/v1/chats/:chat_id/top_notice/delete_top_notice',
  scopes: SCOPES,
  handle(c) {
    const chat = needGroup(c.core, c.params.chat_id ?? '');
    delete chat.topNotice;
    return { data: {} };
  },
};
