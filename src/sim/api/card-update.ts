import { checkReplacement } from '../card/check.ts';
import { replaceContent } from '../timeline.ts';
import { needRecord, needString } from './fields.ts';
import { checkTargetRate } from './gate.ts';
import type { Route } from './route.ts';
import { ApiError } from './route.ts';

export const CARD_TOKEN_LIFE_MS = 30 * 60_000;
const CARD_TOKEN_USES = 2;

/** POST /interactive/v1/card/update: delayed update by the callback's token (feishu.md §6.6). */
export const cardUpdate: Route = {
  method: 'POST',
  path: '/open-apis/interactive/v1/card/update',
  scopes: ['im:message', 'im:message:send_as_bot', 'im:message:update'],
  handle(c) {
    const token = needString(c, 'token');
    const card = needRecord(c, 'card');
    if (!/^c-\w+$/.test(token)) throw new ApiError(300020, 'token format is invalid');
    const { world } = c.core;
    const grant = world.cardTokens[token];
    if (!grant || c.core.now() - grant.issuedAt > CARD_TOKEN_LIFE_MS) {
      throw new ApiError(300030, 'token is expired');
    }
    if (grant.uses >= CARD_TOKEN_USES) throw new ApiError(300040, 'token has been used more than twice');
    const message = world.messages[grant.messageId];
    const chat = message && world.chats[message.chatId];
    if (!message || !chat || message.recalled) throw new ApiError(200000, 'the message has been recalled');
    if (!grant.answered) throw new ApiError(11310, 'card action is lock');
    checkTargetRate(c.core, message.messageId);
    const problem = checkReplacement(world, chat, card);
    if (problem !== undefined) throw new ApiError(11311, problem);
    grant.uses += 1;
    replaceContent(c.core, message, JSON.stringify(card), []);
    return { flat: {}, msg: 'ok' };
  },
};
