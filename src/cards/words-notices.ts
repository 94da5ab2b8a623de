/** Why somebody gets a private card: one line at its top for every reason. */
import type { NoticeReason } from '../domain/decision.ts';

/** `todo`: the reader must do something; shown stronger than mere news. */
export interface NoticeWords {
  headline: string;
  todo: boolean;
  /** Beside the issue in a list that shows it anyway. */
  tag?: string;
}

export const NOTICE_WORDS: Record<NoticeReason, NoticeWords> = {
  'to-route': { headline: '请转办:还没有责任单位', todo: true },
  'to-sign': { headline: '请签收:本件由贵单位负责', todo: true },
  bounced: { headline: '已被退回,请重新转办', todo: true },
  frozen: { headline: '两次被退回,已暂停流转,请综合办定责任单位', todo: true },
  'co-unit': { headline: '请协办:贵单位为协办单位,办完请点办结', todo: true },
  'to-verify': { headline: '请核验:已报办结,是否属实?', todo: true },
  'false-close': { headline: '核验不属实,已退回,请继续办理', todo: true },
  'to-approve': { headline: '请审批:有一项申请等您批准', todo: true },
  'extension-approved': { headline: '延期已批准,按新时限办理', todo: false },
  'extension-refused': { headline: '延期未获批准,仍按原时限办理', todo: true },
  'pause-approved': { headline: '挂账已批准,计时暂停', todo: false },
  'pause-refused': { headline: '挂账未获批准,计时继续', todo: true },
  resumed: { headline: '挂账结束,恢复计时,请继续办理', todo: true },
  closed: { headline: '已核验属实,问题销号', todo: false },
  reopened: { headline: '问题反弹,已重新打开,请继续办理', todo: true },
  voided: { headline: '本件已作废,不用再办', todo: false },
  undone: { headline: '上一步已被撤销,请看现在的状态', todo: false },
  urged: { headline: '有人催办,请尽快推进', todo: true },
  appealed: { headline: '有一项申诉,请答复是否免责', todo: true },
  'appeal-decided': { headline: '申诉已有答复', todo: false },
  rate: { headline: '问题已解决,请您评价', todo: true },
  unsatisfied: { headline: '企业评价不满意,请了解情况', todo: true },
  'look-back': { headline: '回头看:问题是否反弹?没有反弹不用回复', todo: true },
  'co-units-done': { headline: '协办单位已全部办完,可以报办结', todo: true },
  progress: { headline: '有新进展', todo: false },
  'rung-unrouted': { headline: '今天还没有转办,请定责任单位', todo: true, tag: '今天未转办' },
  'rung-unsigned-1': { headline: '转办满 1 个工作日未签收,请签收', todo: true, tag: '请尽快签收' },
  'rung-unsigned-2': { headline: '多日未签收,请督促本单位签收', todo: true, tag: '请督促签收' },
  'rung-blue': { headline: '蓝灯:时限快到了', todo: true, tag: '时限快到' },
  'rung-yellow': { headline: '黄灯:已经超过时限', todo: true, tag: '新转黄' },
  'rung-red': { headline: '红灯:严重逾期', todo: true, tag: '新转红' },
  'rung-deep-red': { headline: '红灯:长期逾期,请主要领导过问', todo: true, tag: '长期逾期' },
  'level-silent': { headline: '这一级没人收到提醒,已报上一级,请留意', todo: true },
  'rung-empty': { headline: '这一级没有配置人员,已报上一级,请补齐', todo: true },
};
