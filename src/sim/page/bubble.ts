import type { SimMessage } from '../types.ts';
import { fileUrl } from './api.ts';
import { drawAvatar, drawBotAvatar } from './avatar.ts';
import { readObject, readString } from './card/read.ts';
import { h } from './dom.ts';
import { drawGlyph } from './glyph.ts';
import { drawPost, drawWords } from './post.ts';
import type { Desk } from './session.ts';
import { summarise } from './summary.ts';
import { writeMessageTime } from './zoned-time.ts';

const EMOJI: Record<string, string> = {
  THUMBSUP: '👍',
  OK: '👌',
  DONE: '✅',
  SMILE: '🙂',
  HEART: '❤️',
  Get: '🉐',
  APPLAUSE: '👏',
  OnIt: '🫡',
  Typing: '⌨️',
};

export interface BubbleTools {
  drawCard: (message: SimMessage) => HTMLElement;
  reply: (message: SimMessage) => void;
  recall: (message: SimMessage) => void;
  jump: (messageId: string) => void;
}

/** One message as a row: avatar, name and time, what it answers, its content, reactions. */
export function drawBubble(message: SimMessage, desk: Desk, tools: BubbleTools): HTMLElement {
  const { session } = desk;
  const bot = message.senderType === 'app';
  const name = bot ? session.state.bot.name : (desk.nameOf(message.senderId) ?? '未知用户');
  if (message.recalled)
    return h('div', { class: 'notice', 'data-message': message.messageId }, `${name} 撤回了一条消息`);
  if (message.msgType === 'system')
    return h('div', { class: 'notice', 'data-message': message.messageId }, message.text);
  const mine = !bot && message.senderId === session.viewer;
  const user = desk.user(message.senderId);
  const outside = user && user.tenantKey !== session.state.tenantKey;
  const time = writeMessageTime(message.createdAt, session.state.now, session.state.timeZone);
  const edited = message.msgType !== 'interactive' && message.history.length > 0;
  return h(
    'div',
    {
      class: mine ? 'message mine' : 'message',
      'data-message': message.messageId,
      'data-type': message.msgType,
    },
    bot ? drawBotAvatar() : drawAvatar(name, message.senderId),
    h(
      'div',
      { class: 'message-main' },
      h(
        'div',
        { class: 'message-meta' },
        h('b', {}, name),
        bot && h('span', { class: 'mini-tag bot-tag' }, '机器人'),
        outside && h('span', { class: 'mini-tag outside' }, user.tenantName ?? '外部'),
        user?.note && h('span', { class: 'note' }, user.note),
        h('time', {}, time),
        edited && h('span', {}, '已编辑'),
        message.pinned && h('span', {}, '已 Pin'),
      ),
      drawQuote(message, desk, tools),
      h(
        'div',
        { class: 'message-line' },
        drawContent(message, desk, tools),
        h('div', { class: 'message-tools' }, drawReply(message, tools), mine && drawRecall(message, tools)),
      ),
      drawMarks(message, desk),
    ),
  );
}

function drawContent(message: SimMessage, desk: Desk, tools: BubbleTools): HTMLElement {
  const content = readObject(message.content);
  switch (message.msgType) {
    case 'interactive':
      return tools.drawCard(message);
    case 'text':
      return h('div', { class: 'bubble' }, ...drawWords(readString(content.text) ?? '', message, desk));
    case 'post':
      return h('div', { class: 'bubble' }, ...drawPost(content, message, desk));
    case 'image': {
      const url = fileUrl(readString(content.image_key) ?? '');
      return h(
        'a',
        { href: url, target: '_blank', rel: 'noopener' },
        h('img', { class: 'sent-image', src: url, alt: '图片' }),
      );
    }
    case 'file': {
      const name = readString(content.file_name) ?? '文件';
      const sign = h(
        'span',
        { class: 'file-sign', 'aria-hidden': 'true' },
        (/\.(\w{1,4})$/.exec(name)?.[1] ?? '文件').toUpperCase(),
      );
      const url = fileUrl(readString(content.file_key) ?? '');
      return h('a', { class: 'sent-file', href: url, download: name }, sign, h('span', {}, name));
    }
    default:
      return h('div', { class: 'bubble' }, message.text || `[${message.msgType}]`);
  }
}

function drawQuote(message: SimMessage, desk: Desk, tools: BubbleTools): HTMLElement | undefined {
  if (!message.parentId) return undefined;
  const parentId = message.parentId;
  const parent = messagesOf(desk, message.chatId).find((one) => one.messageId === parentId);
  const who =
    parent && (parent.senderType === 'app' ? desk.session.state.bot.name : desk.nameOf(parent.senderId));
  const line = parent ? `${who}:${summarise(parent)}` : '原消息已不可见';
  return h('button', { type: 'button', class: 'quote', onclick: () => tools.jump(parentId) }, `回复 ${line}`);
}

function messagesOf(desk: Desk, chatId: string): SimMessage[] {
  return desk.session.messages.get(chatId) ?? [];
}

function drawReply(message: SimMessage, tools: BubbleTools): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      class: 'reply-button',
      title: '回复',
      'aria-label': '回复这条消息',
      onclick: () => tools.reply(message),
    },
    drawGlyph('reply', 18),
  );
}

function drawRecall(message: SimMessage, tools: BubbleTools): HTMLElement {
  const attributes = { type: 'button', class: 'reply-button', title: '撤回', 'aria-label': '撤回这条消息' };
  return h('button', { ...attributes, onclick: () => tools.recall(message) }, drawGlyph('recall', 18));
}

function drawMarks(message: SimMessage, desk: Desk): HTMLElement | undefined {
  const reactions = message.reactions.map((reaction) => {
    const who =
      reaction.operatorType === 'app'
        ? desk.session.state.bot.name
        : (desk.nameOf(reaction.operatorId) ?? '');
    return h('span', { class: 'reaction', title: who }, `${EMOJI[reaction.emoji] ?? reaction.emoji} ${who}`);
  });
  const urgent = message.urgent.map((one) =>
    h('span', { class: 'urgent' }, `加急 ${one.openIds.map((id) => desk.nameOf(id) ?? '').join('、')}`),
  );
  return reactions.length + urgent.length > 0
    ? h('div', { class: 'marks' }, ...urgent, ...reactions)
    : undefined;
}
