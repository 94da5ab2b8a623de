/** Words of buttons and answers, the same on cards, in history and in what is said. */
import type { Satisfaction } from '../domain/issue.ts';

export const SATISFACTION_NAMES: Record<Satisfaction, string> = {
  satisfied: '满意',
  fairly: '基本满意',
  unsatisfied: '不满意',
};

/** Words of the big buttons; product.md §7 allows exactly these. */
export const BUTTONS = {
  sign: '签收',
  bounce: '退回',
  route: '转办',
  done: '办结',
  confirmed: '属实',
  refuted: '不属实',
  lasting: '没有反弹',
  reopen: '反弹重开',
  urge: '催办',
  extend: '延期',
  approve: '同意',
  refuse: '不同意',
  pause: '挂账',
  resume: '恢复',
  undo: '撤销',
  confirm: '确认',
  cancel: '取消',
  satisfied: '满意',
  fairly: '基本满意',
  unsatisfied: '不满意',
} as const;

/** Words of the small text buttons. */
export const SMALL_BUTTONS = {
  correctUnit: '改单位',
  correctDeadline: '改时限',
  correctProject: '改项目',
  history: '历史',
  explain: '怎么算的',
  progress: '进展',
  tick: '协办办结',
  show: '查',
  previous: '上一页',
  next: '下一页',
  list: '清单',
  startReminding: '开始提醒',
  blocks: '卡环节',
} as const;

/** A form came back without something it needs. */
export const INCOMPLETE_FORM = '填写不完整，请补充后再提交';

/** Several units were named where one is wanted. */
export const ONE_UNIT_ONLY = '一次写一家单位，请分开发。';
