/** The few words a click is answered with; they stay on the screen for some seconds. */
import type { Answer } from '../domain/answer.ts';
import type { Refusal } from '../domain/decision.ts';
import type { Directory } from '../domain/directory.ts';
import type { Issue } from '../domain/issue.ts';
import { clip, oneLine } from './escape.ts';
import { errorText, STATUS_NAMES } from './words.ts';
import { refusalText } from './words-refusals.ts';

export type Tone = 'info' | 'success' | 'warning' | 'error';

/** As the platform takes it in the answer to a card callback (feishu.md §6.5). */
export interface Toast {
  type: Tone;
  content: string;
}

/** Short answers to a click; shown as a toast for a few seconds. */
export const TOASTS = {
  done: '已办理',
  signed: '已签收',
  acknowledged: '已收到',
  bounced: '已退回',
  routed: '已转办',
  reportedDone: '已报办结,等待核验',
  verified: '已核验属实,问题销号',
  refuted: '已退回重办',
  urged: '已催办',
  extensionAsked: '已申请延期,等综合办批准',
  pauseAsked: '已申请挂账,等综合办批准',
  approved: '已同意',
  refused: '已答复不同意',
  resumed: '已恢复计时',
  undone: '已撤销',
  corrected: '已改正',
  logged: '已登记',
  rated: '感谢评价',
  progressNoted: '已记录进展',
  ticked: '已勾选办结',
  onAgenda: '已列入上会清单',
  appealed: '已提交申诉,等综合办答复',
  cancelled: '已取消,没有登记',
  sentHere: '请看下面的新卡片',
  sentPrivately: '已私聊发给您',
  formSent: '请在新卡片里填写',
  bound: '已绑定项目',
  working: '收到,正在处理',
  stale: '卡片已更新,请看最新内容再点',
  oldCard: '这张卡片太旧了,请发“查 #编号”取新卡片',
  badForm: '填写不完整,请补充后再提交',
} as const;

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
  const where = unit && issue.status !== 'closed' && issue.status !== 'void' ? `,${unit}` : '';
  return toast('info', `#${issue.id} 已有变动,现在是${STATUS_NAMES[issue.status]}${where}。卡片马上更新。`);
}

/** The whole body of the answer to a click that failed. */
export function errorToast(code: string): { toast: Toast } {
  return { toast: toast('error', errorText(code)) };
}
