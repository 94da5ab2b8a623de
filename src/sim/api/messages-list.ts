import { GROUP_ALL_SCOPES } from '../scopes.ts';
import { hasScope } from '../world.ts';
import { cutPage, fieldViolation, pageSize, queryOption } from './fields.ts';
import { CARD_CONTENT_TYPES, wireMessage } from './message-wire.ts';
import type { ApiContext, Route } from './route.ts';
import { ApiError } from './route.ts';
import { needBotChat } from './targets.ts';

/** Seconds since the epoch in a query parameter, as ms. */
function instant(c: ApiContext, name: string, fallback: number): number {
  const given = c.query.get(name);
  if (given === null || given === '') return fallback;
  if (!/^\d{1,10}$/.test(given)) throw fieldViolation(name, `${name} must be a timestamp in seconds`);
  return Number(given) * 1000;
}

/** GET /im/v1/messages: history of a chat; of a group only with im:message.group_msg (feishu.md §4.2). */
export const messagesList: Route = {
  method: 'GET',
  path: '/open-apis/im/v1/messages',
  scopes: ['im:message', 'im:message:readonly', 'im:message.history:readonly'],
  handle(c) {
    queryOption(c, 'container_id_type', ['chat'] as const);
    const chatId = c.query.get('container_id') ?? '';
    if (chatId === '') throw fieldViolation('container_id', 'container_id is required');
    const sort = queryOption(
      c,
      'sort_type',
      ['ByCreateTimeAsc', 'ByCreateTimeDesc'] as const,
      'ByCreateTimeAsc',
    );
    const as = queryOption(c, 'card_msg_content_type', CARD_CONTENT_TYPES, 'default');
    const from = instant(c, 'start_time', 0);
    const to = instant(c, 'end_time', Number.MAX_SAFE_INTEGER);
    const size = pageSize(c, 20, 50);
    const { world } = c.core;
    const chat = needBotChat(world, chatId);
    if (chat.type === 'group' && !hasScope(world, GROUP_ALL_SCOPES)) {
      throw new ApiError(230027, 'Lack of necessary permissions, ext=need scope: im:message.group_msg');
    }
    const all = (world.timelines[chatId] ?? [])
      .flatMap((id) => world.messages[id] ?? [])
      .filter((m) => m.createdAt >= from && m.createdAt < to + 1000);
    const { items, next } = cutPage(c, sort === 'ByCreateTimeAsc' ? all : all.toReversed(), size);
    return { data: { ...next, items: items.map((m) => wireMessage(c.core, m, as)) } };
  },
};
