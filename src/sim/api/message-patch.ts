import { asRecord, parseJson } from '../content/json.ts';
import { replaceContent } from '../timeline.ts';
import { invalidParameter, needString } from './fields.ts';
import { checkTargetRate } from './gate.ts';
import { cardError, checkOutgoing } from './outgoing.ts';
import type { Route } from './route.ts';
import { ApiError } from './route.ts';
import { needBotChat, needOwnMessage } from './targets.ts';

export const UPDATE_LIFE_MS = 14 * 86_400_000;

/** update_multi must be said in so many words, before and after (im-v1/message/patch, 注意事项). */
function isShared(content: string): boolean {
  return asRecord(asRecord(parseJson(content)).config).update_multi === true;
}

/** PATCH /im/v1/messages/:message_id: cards only, the bot's own, within 14 days (feishu.md §4.2). */
export const messagePatch: Route = {
  method: 'PATCH',
  path: '/open-apis/im/v1/messages/:message_id',
  scopes: ['im:message', 'im:message:send_as_bot', 'im:message:update'],
  handle(c) {
    const content = needString(c, 'content');
    const message = needOwnMessage(c, 230027, 'Lack of necessary permissions.');
    const chat = needBotChat(c.core.world, message.chatId);
    if (message.msgType !== 'interactive') throw invalidParameter('This message is NOT a card.');
    if (c.core.now() - message.createdAt > UPDATE_LIFE_MS) {
      throw new ApiError(230031, 'Message can only be modified within 14 days after sending.');
    }
    checkTargetRate(c.core, message.messageId);
    if (
      c.core.world.strict.patchDuringCallback === 'locked' &&
      (c.core.locked.get(message.messageId) ?? 0) > 0
    ) {
      throw cardError('ErrCode: 11310; ErrMsg: card action is lock; code:230099');
    }
    const checked = checkOutgoing(c.core.world, chat, {
      msgType: 'interactive',
      content,
      bodyBytes: c.bodyBytes,
      replaces: true,
    });
    if (!isShared(message.content) || !isShared(checked.content)) {
      throw invalidParameter('update_multi must be true in the card before and after the update');
    }
    replaceContent(c.core, message, checked.content, checked.mentions);
    return { msg: 'ok', data: {} };
  },
};
