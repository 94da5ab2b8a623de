import { api } from './api.ts';
import { drawAvatar } from './avatar.ts';
import { type Hint, mountComposer } from './composer.ts';
import { askConfirm } from './dialog.ts';
import { fill, h } from './dom.ts';
import { drawGlyph } from './glyph.ts';
import { mountMessages } from './messages.ts';
import type { Desk } from './session.ts';
import { drawSkip } from './skip.ts';
import { attempt } from './toast.ts';

/** The middle: head of the chat, its messages, and the box to write in. */
export function mountTalk(
  desk: Desk,
  hints: Hint[],
  go: { back: () => void; panel: () => void },
): { box: HTMLElement; focus: () => void } {
  const { session } = desk;
  const title = h('div', { class: 'talk-title' });
  const people = h(
    'details',
    { class: 'members' },
    h('summary', { class: 'tool', 'aria-label': '群成员' }, drawGlyph('people', 18), '成员'),
  );
  const memberList = h('div', { class: 'menu members-menu' });
  people.append(memberList);
  const composer = mountComposer(desk, hints);
  const messages = mountMessages(desk, { reply: composer.startReply, suggest: composer.put });
  const head = h(
    'header',
    { class: 'talk-head' },
    h(
      'button',
      { type: 'button', class: 'tool back', 'aria-label': '返回会话列表', onclick: go.back },
      drawGlyph('back', 24),
    ),
    title,
    people,
    h(
      'button',
      { type: 'button', class: 'tool panel-button', 'aria-label': '时间与日志', onclick: go.panel },
      drawGlyph('clock', 18),
      '时间',
    ),
  );
  people.addEventListener('toggle', () => people.open && drawMembers());

  const moveBot = async (inside: boolean) => {
    const chat = desk.chat(session.chatId);
    people.open = false;
    if (
      !chat ||
      (!inside && !(await askConfirm('移出机器人', '移出后它不再收到群里的消息，也不能在群里发言。')))
    )
      return;
    await attempt(() => api.placeBot(chat.chatId, session.viewer, inside));
    await attempt(desk.refreshAll);
  };
  const drawMembers = () => {
    const chat = desk.chat(session.chatId);
    const rows = (chat?.members ?? []).map((openId) => {
      const user = desk.user(openId);
      return h(
        'div',
        { class: 'member' },
        drawAvatar(user?.name ?? '?', openId, 'small'),
        h('span', {}, user?.name ?? '', h('small', {}, ` ${user?.note ?? ''}`)),
      );
    });
    const inside = chat?.botIn === true;
    const bot = h(
      'button',
      { type: 'button', class: 'menu-item', onclick: () => void moveBot(!inside) },
      inside ? '移出机器人' : '把机器人拉进群',
    );
    fill(memberList, ...rows, bot);
  };
  const draw = () => {
    const chat = desk.chat(session.chatId);
    const group = chat?.type === 'group';
    people.hidden = !group;
    const count = (chat?.members.length ?? 0) + (chat?.botIn ? 1 : 0);
    fill(
      title,
      h('h1', {}, chat ? (group ? chat.name : session.state.bot.name) : '请选择一个会话'),
      group && h('span', { class: 'mini-tag count' }, `${count} 人`),
      chat?.external && h('span', { class: 'mini-tag outside' }, '外部群'),
      chat && !group && h('span', { class: 'mini-tag bot-tag' }, '机器人'),
      group && !chat.botIn && h('span', { class: 'mini-tag outside' }, '机器人不在群里'),
      !session.online && h('span', { class: 'mini-tag outside', role: 'status' }, '连接中断，正在重连'),
    );
  };
  desk.subscribe(draw);
  draw();
  // Every message is at least one Tab stop: a second way past them, for who has just opened a chat.
  const skip = drawSkip(composer.focus);
  return { box: h('main', { class: 'talk' }, head, skip, messages, composer.box), focus: composer.focus };
}
