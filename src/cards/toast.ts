/** The few words a click is answered with; they stay on the screen for some seconds. */

import type { Answer } from '../domain/answer.ts';
import type { Refusal } from '../domain/decision.ts';
import type { Directory } from '../domain/directory.ts';
import type { Issue } from '../domain/issue.ts';
import { clip, oneLine } from '../text/escape.ts';
import { INCOMPLETE_FORM } from '../text/words.ts';
import { errorText, statusName } from './words.ts';
import { refusalText } from './words-refusals.ts';

export type Tone = 'info' | 'success' | 'warning' | 'error';

/** As the platform takes it in the answer to a card callback (feishu.md §6.5). */
export interface Toast {
  type: Tone;
  content: string;
}

/** Short answers to a click; shown as a toast for a few seconds. */
export const TOASTS = {
  cancelled: '已取消，没有登记',
  unchanged: '已取消，没有改动',
  bound: '已绑定项目',
  saved: '已保存',
  notSaved: '已取消，没有保存',
  sentHere: '请看下面的新卡片',
  sentPrivately: '已私聊发给您',
  oldCard: '这张卡片太旧了，请发“查 #编号”取新卡片',
  tooFast: '点得太快了，这一下没有处理，请过一分钟再点',
  badForm: INCOMPLETE_FORM,
  slow: '还在处理，请过几秒看卡片',
} as const;

/** With their numbers, for what was logged is looked for by it. */
export function loggedToast(ids: readonly number[]): string {
  if (ids.length === 0) return '没有登记';
  return ids.length <= 3 ? `已登记 ${ids.map((id) => `#${id}`).join('、')}` : `已登记 ${ids.length} 件`;
}

/** Longer toasts are cut off on a phone. */
const LIMIT = 80;

export function toast(type: Tone, text: string): Toast {
  return { type, content: clip(oneLine(text), LIMIT) };
}

/** The toast for an answer; one that needs a card says that the card is coming. */
export function answerToast(answer: Answer): Toast {
  switch (answer.kind) {
    case 'text':
      return toast(answer.tone ?? 'info', answer.text);
    case 'refusal':
      return toast('warning', refusalText(answer.refusal));
    case 'misuse':
      return toast('warning', answer.problem);
    case 'error':
      return toast('error', errorText(answer.code));
    default:
      return toast('info', TOASTS.sentHere);
  }
}

/** The card was older than the problem: what it is now, and who is at it. */
export function staleToast(issue: Issue, refusal: Refusal, directory: Directory): Toast {
  const unit = issue.unitId === null ? undefined : directory.unit(issue.unitId)?.name;
  if (refusal.code === 'nothing-pending') return toast('info', `${refusalText(refusal)}卡片马上更新。`);
  const where = unit && issue.status !== 'closed' && issue.status !== 'void' ? `，${unit}` : '';
  return toast('info', `#${issue.id} 已有变动，现在是${statusName(issue)}${where}。卡片马上更新。`);
}

/** The whole body of the answer to the first click too many. */
export function tooFastToast(): { toast: Toast } {
  return { toast: toast('warning', TOASTS.tooFast) };
}

/** The whole body of the answer to a click that failed. */
export function errorToast(code: string): { toast: Toast } {
  return { toast: toast('error', errorText(code)) };
}

/** The whole body of the answer to a click whose work is not done yet when an answer is due. */
export function slowToast(): { toast: Toast } {
  return { toast: toast('info', TOASTS.slow) };
}
