import { cutPage, pageSize } from './fields.ts';
import { wireReaction } from './reaction-wire.ts';
import type { Route } from './route.ts';
import { needBotChat, needMessage } from './targets.ts';

/** GET /im/v1/messages/:message_id/reactions */
export const reactionsList: Route = {
  method: 'GET',
  path: '/open-apis/im/v1/messages/:message_id/reactions',
  scopes: ['im:message', 'im:message:readonly', 'im:message.reactions:read'],
  handle(c) {
    const message = needMessage(c);
    needBotChat(c.core.world, message.chatId);
    const emoji = c.query.get('reaction_type');
    const all = message.reactions.filter((r) => emoji === null || r.emoji === emoji);
    const { items, next } = cutPage(c, all, pageSize(c, 20, 50));
    return { data: { ...next, items: items.map(wireReaction) } };
  },
};
