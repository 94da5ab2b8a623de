import type { SimMessage } from '../types.ts';
import { api } from './api.ts';
import { fill, h } from './dom.ts';
import { drawGlyph } from './glyph.ts';
import { recall, remember } from './memory.ts';
import { attachMentionMenu } from './mention-menu.ts';
import type { Desk } from './session.ts';
import { summarise } from './summary.ts';
import { attempt } from './toast.ts';

export interface Hint {
  label: string;
  text: string;
  /** Sent at once; otherwise put into the box to be completed. */
  send: boolean;
}

/** The box one writes in, with quick suggestions, the @机器人 switch, replying and attaching. */
export function mountComposer(desk: Desk, hints: Hint[]) {
  const { session } = desk;
  let atBot = recall('atBot', true);
  const field = h('textarea', {
    class: 'write',
    rows: 1,
    maxlength: 20000,
    'aria-label': '输入消息',
    enterkeyhint: 'send',
  });
  const toggle = h('button', { type: 'button', class: 'at-bot', onclick: () => setAtBot(!atBot) });
  const reply = h('div', { class: 'replying', hidden: true });
  const picker = h('input', { type: 'file', hidden: true, onchange: () => void sendFiles() });
  const attach = h(
    'button',
    {
      type: 'button',
      class: 'tool',
      title: '发图片或文件',
      'aria-label': '发图片或文件',
      onclick: () => picker.click(),
    },
    drawGlyph('attach'),
  );
  const send = h(
    'button',
    { type: 'button', class: 'send', 'aria-label': '发送', onclick: () => void sendText() },
    '发送',
  );
  const chips = h(
    'div',
    { class: 'hints', 'aria-label': '快捷说法' },
    ...hints.map((hint) =>
      h('button', { type: 'button', class: 'hint', onclick: () => useHint(hint) }, hint.label),
    ),
  );
  const row = h(
    'div',
    { class: 'write-row' },
    field,
    h('div', { class: 'write-tools' }, toggle, attach, picker, send),
  );
  const box = h('footer', { class: 'composer' }, chips, reply, row);
  const menu = attachMentionMenu(field, box, desk);

  const setAtBot = (on: boolean) => {
    atBot = on;
    remember('atBot', on);
    draw();
    field.focus();
  };
  const grow = () => {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
    send.disabled = field.value.trim() === '';
  };
  const put = (text: string) => {
    field.value = text;
    grow();
    field.focus();
    field.setSelectionRange(text.length, text.length);
  };
  const useHint = (hint: Hint) => {
    if (hint.send) void say(hint.text);
    else put(hint.text);
  };

  const say = async (text: string): Promise<boolean> => {
    const chat = desk.chat(session.chatId);
    if (!chat) return false;
    const named = text.includes(`@${session.state.bot.name}`);
    const replyTo = session.replyTo?.messageId;
    const sent = await attempt(async () => {
      remember('spoken', true);
      await api.say({
        as: session.viewer,
        chatId: chat.chatId,
        text,
        ...(replyTo !== undefined && { replyTo }),
        atBot: chat.type === 'group' && chat.botIn && atBot && !named,
      });
      return true;
    });
    if (!sent) return false;
    session.replyTo = undefined;
    await attempt(() => desk.refreshChat(chat.chatId));
    return true;
  };
  const sendText = async () => {
    const text = field.value.trim();
    if (!text) return;
    put('');
    if (!(await say(text)) && field.value === '') put(text);
  };
  const sendFiles = async () => {
    const chatId = session.chatId;
    for (const file of picker.files ?? []) {
      if (chatId) await attempt(() => api.upload(session.viewer, chatId, file, session.replyTo?.messageId));
    }
    picker.value = '';
    session.replyTo = undefined;
    if (chatId) await attempt(() => desk.refreshChat(chatId));
  };

  field.addEventListener('input', grow);
  field.addEventListener('keydown', (event) => {
    // keyCode 229: some input methods report composition only this way.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    if (menu.choose()) return event.preventDefault();
    event.preventDefault();
    void sendText();
  });

  const draw = () => {
    const chat = desk.chat(session.chatId);
    const group = chat?.type === 'group';
    box.hidden = chat === undefined;
    toggle.hidden = !group || !chat.botIn;
    toggle.textContent = `@${session.state.bot.name}`;
    toggle.setAttribute('aria-pressed', String(atBot));
    toggle.title = atBot ? '发出的话会 @机器人，它才听得到' : '不 @机器人，它听不到这句话';
    const to = group ? chat.name : session.state.bot.name;
    field.placeholder = matchMedia('(max-width: 720px)').matches
      ? '说一句话…'
      : `发给 ${to} · Enter 发送，Shift+Enter 换行`;
    reply.hidden = session.replyTo === undefined;
    if (session.replyTo) {
      const stop = () => {
        session.replyTo = undefined;
        desk.changed();
      };
      const words = `回复：${summarise(session.replyTo)}`;
      fill(
        reply,
        h('span', {}, words),
        h(
          'button',
          { type: 'button', class: 'tool', 'aria-label': '取消回复', onclick: stop },
          drawGlyph('close', 16),
        ),
      );
    }
  };
  desk.subscribe(draw);
  draw();
  grow();
  return {
    box,
    put,
    focus: () => field.focus(),
    startReply: (message: SimMessage) => {
      session.replyTo = message;
      desk.changed();
      field.focus();
    },
  };
}
