import type { SimChat } from '../types.ts';
import { api } from './api.ts';
import { drawBotAvatar, drawGroupAvatar } from './avatar.ts';
import { openDialog } from './dialog.ts';
import { fill, h } from './dom.ts';
import { drawGlyph } from './glyph.ts';
import type { Desk } from './session.ts';
import { mentions, summarise } from './summary.ts';
import { attempt, showToast } from './toast.ts';
import { writeMessageTime } from './zoned-time.ts';

/** The chats of the person one acts as. */
export function mountChats(desk: Desk, onOpen: () => void): HTMLElement {
  const { session } = desk;
  const list = h('nav', { class: 'chat-list', 'aria-label': '会话' });
  const add = h(
    'button',
    {
      type: 'button',
      class: 'add-chat',
      title: '新建群',
      'aria-label': '新建群',
      onclick: () => void createChat(),
    },
    drawGlyph('plus'),
  );
  const box = h(
    'section',
    { class: 'chats' },
    h('div', { class: 'chats-head' }, h('h2', {}, '消息'), add),
    list,
  );

  const createChat = async () => {
    const name = h('input', {
      class: 'field-input',
      placeholder: '例如：兴发项目专班群',
      maxlength: 60,
      'aria-label': '群名',
    });
    const ticks = session.state.users.map((user) => ({
      user,
      box: h('input', { type: 'checkbox', checked: user.openId === session.viewer }),
    }));
    const people = ticks.map((tick) =>
      h(
        'label',
        { class: 'tick' },
        tick.box,
        h('span', {}, tick.user.name, h('small', {}, ` ${tick.user.note ?? ''}`)),
      ),
    );
    const content = h('div', { class: 'dialog-form' }, name, h('div', { class: 'ticks open' }, ...people));
    const ready = () => {
      const complete = name.value.trim() !== '' && ticks.some((tick) => tick.box.checked);
      if (!complete) showToast('warning', '请填写群名并选择成员');
      return complete;
    };
    if (!(await openDialog('新建群', '建群', content, ready))) return;
    const members = ticks.filter((tick) => tick.box.checked).map((tick) => tick.user.openId);
    const made = await attempt(() => api.createChat({ name: name.value.trim(), members }));
    if (!made) return;
    await desk.refreshAll();
    if (members.includes(session.viewer)) desk.openChat(made.chatId);
    onOpen();
  };

  /** A private chat with the bot exists once somebody opens it; until then there is a door to it. */
  const openPrivate = async () => {
    const made = await attempt(() => api.openP2p(session.viewer));
    if (!made) return;
    await attempt(desk.refreshAll);
    desk.openChat(made.chatId);
    onOpen();
  };
  const drawDoor = () =>
    h(
      'button',
      { type: 'button', class: 'chat-row', 'data-chat': 'private', onclick: () => void openPrivate() },
      drawBotAvatar(),
      h(
        'span',
        { class: 'grow' },
        h(
          'span',
          { class: 'chat-line' },
          h('b', {}, session.state.bot.name),
          h('span', { class: 'mini-tag bot-tag' }, '机器人'),
        ),
        h('span', { class: 'chat-line' }, h('small', {}, '和机器人单独说话')),
      ),
    );

  const drawRow = (chat: SimChat) => {
    const last = session.messages.get(chat.chatId)?.at(-1);
    const waiting = desk.unread(session.viewer, chat.chatId);
    const called = waiting.some((message) => mentions(message, session.viewer));
    const sender =
      last && last.senderType === 'user' && last.senderId !== session.viewer && chat.type === 'group'
        ? `${desk.nameOf(last.senderId) ?? ''}:`
        : '';
    const chosen = chat.chatId === session.chatId;
    return h(
      'button',
      {
        type: 'button',
        class: chosen ? 'chat-row chosen' : 'chat-row',
        'aria-current': chosen ? 'true' : undefined,
        'data-chat': chat.chatId,
        onclick: () => {
          desk.openChat(chat.chatId);
          onOpen();
        },
      },
      chat.type === 'p2p' ? drawBotAvatar() : drawGroupAvatar(chat.name, chat.chatId),
      h(
        'span',
        { class: 'grow' },
        h(
          'span',
          { class: 'chat-line' },
          h('b', {}, chat.type === 'p2p' ? session.state.bot.name : chat.name),
          chat.type === 'p2p' && h('span', { class: 'mini-tag bot-tag' }, '机器人'),
          chat.external && h('span', { class: 'mini-tag outside' }, '外部'),
          last && h('time', {}, writeMessageTime(last.createdAt, session.state.now, session.state.timeZone)),
        ),
        h(
          'span',
          { class: 'chat-line' },
          h(
            'small',
            {},
            called && h('span', { class: 'called' }, '[有人@我] '),
            last ? sender + summarise(last) : chat.type === 'p2p' ? '和机器人单独说话' : '还没有消息',
          ),
          waiting.length > 0 &&
            h(
              'span',
              { class: 'badge', 'aria-label': `${waiting.length} 条未读` },
              String(Math.min(99, waiting.length)),
            ),
        ),
      ),
    );
  };

  const draw = () => {
    const chats = desk.chatsOf(session.viewer);
    const door = !chats.some((chat) => chat.type === 'p2p') && drawDoor();
    fill(list, ...chats.map(drawRow), door);
  };
  desk.subscribe(draw);
  draw();
  return box;
}
