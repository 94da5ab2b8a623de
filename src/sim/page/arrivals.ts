import type { Desk } from './session.ts';

/** Which messages there are now, to be compared with what there is later. */
export function markMessages(desk: Desk): ReadonlySet<string> {
  return new Set([...desk.session.messages.values()].flat().map((message) => message.messageId));
}

/** What came since the mark and where, in words: the chats of the person one acts as by name, all others summed up. */
export function describeArrivals(desk: Desk, before: ReadonlySet<string>): string {
  const { session } = desk;
  const arrived = [...session.messages].map(([chatId, messages]) => ({
    chat: desk.chat(chatId),
    count: messages.filter((message) => !before.has(message.messageId)).length,
  }));
  const mine = new Set(desk.chatsOf(session.viewer));
  const here = arrived.filter(({ chat, count }) => chat && mine.has(chat) && count > 0);
  const elsewhere = arrived
    .filter(({ chat }) => chat && !mine.has(chat))
    .reduce((sum, { count }) => sum + count, 0);
  const names = here.map(
    ({ chat, count }) => `${chat?.type === 'p2p' ? session.state.bot.name : chat?.name} ${count} 条`,
  );
  const own = names.length > 0 ? `新消息：${names.join('、')}` : '您这里没有新消息';
  return elsewhere > 0 ? `${own}；其他人另有 ${elsewhere} 条，点「切换」去看` : own;
}
