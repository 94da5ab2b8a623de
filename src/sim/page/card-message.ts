import type { SimMessage } from '../types.ts';
import { api, fileUrl } from './api.ts';
import type { Action, CardContext } from './card/context.ts';
import { drawCard } from './card/render.ts';
import { askConfirm } from './dialog.ts';
import { h } from './dom.ts';
import type { Desk } from './session.ts';
import { attempt, showToast } from './toast.ts';

/** The card of a message, acting in the name of whoever looks at it. */
export function drawCardMessage(message: SimMessage, desk: Desk): HTMLElement {
  const viewer = desk.session.viewer;
  const members = desk.chat(message.chatId)?.members ?? [];
  const context: CardContext = {
    viewer,
    members: members.map((openId) => ({ openId, name: desk.nameOf(openId) ?? '未知用户' })),
    nameOf: desk.nameOf,
    timeZone: desk.session.state.timeZone,
    sentAt: message.createdAt,
    imageUrl: fileUrl,
    style: {},
    act: (action) => sendClick(message, viewer, action, desk),
    confirm: askConfirm,
    openUrl: (url) => void window.open(url, '_blank', 'noopener'),
    notify: showToast,
  };
  try {
    return drawCard(message.content, context);
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    return h('article', { class: 'card' }, h('p', { class: 'unknown' }, `卡片无法显示：${why}`));
  }
}

async function sendClick(message: SimMessage, viewer: string, action: Action, desk: Desk): Promise<void> {
  const { messageId, chatId } = message;
  const request = {
    as: viewer,
    messageId,
    elementPath: action.path,
    value: action.choice,
    ...(action.form && { form: action.form }),
  };
  const result = await attempt(() => api.click(request));
  if (result?.toast) showToast(result.toast.type, result.toast.content);
  if (result?.error) showError(result.error);
  await attempt(() => desk.refreshChat(chatId));
}

/** The platform's codes are shown so that one can look them up; a refusal of the client itself has none. */
function showError({ code, message }: { code: number; message: string }): void {
  if (code <= 0) showToast('warning', message);
  else showToast('error', `${message || '出错了，请稍后重试'}(code: ${code})`);
}
