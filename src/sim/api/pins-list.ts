import { cutPage, fieldViolation, pageSize } from './fields.ts';
import { wirePin } from './pin-wire.ts';
import type { Route } from './route.ts';
import { needBotChat } from './targets.ts';

/** GET /im/v1/pins?chat_id= */
export const pinsList: Route = {
  method: 'GET',
  path: '/open-apis/im/v1/pins',
  scopes: ['im:message', 'im:message:readonly', 'im:message.pins:read'],
  handle(c) {
    const chatId = c.query.get('chat_id') ?? '';
    if (chatId === '') throw fieldViolation('chat_id', 'chat_id is required');
    const { world } = c.core;
    needBotChat(world, chatId);
    const pinned = (world.timelines[chatId] ?? [])
      .flatMap((id) => world.messages[id] ?? [])
      .filter((m) => m.pinned && !m.recalled);
    const { items, next } = cutPage(c, pinned, pageSize(c, 20, 50));
    return { data: { ...next, items: items.map((m) => wirePin(c.core, m)) } };
  },
};
