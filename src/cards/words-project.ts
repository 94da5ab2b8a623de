/** What is said about 项目: what is missing in the words, what cannot be done. */

import type { InvestmentFigures } from '../domain/plan/investment.ts';
import type { NodeChange, NodeProblem } from '../domain/plan/nodes.ts';
import { amountText } from '../domain/project-facts.ts';
import { type Day, formatDay } from '../domain/time.ts';

export const PROJECT_NAME_NEEDED = '请写项目名称，例如：项目 新建 兴发磷石膏综合利用 企业 兴发集团';
export const PROJECT_DAY_UNREAD = '没有读懂日期，请写成 2027-07-01。';
export const SHORT_NAME_NEEDED = '请写出简称。';
export const ONE_LEAD_UNIT = '牵头单位只能有一家。';
export const ON_OR_OFF = '请写“开”或“关”。';
/** Which of several is meant, where no button can say it. */
export const SAY_PROJECT = '请问是哪个项目？请写上项目名称，再发一遍。';
export const NO_OWN_PROJECT = '没有您能看到的项目，请写明项目名称，或在项目群里说。';

/** @param example a whole command, when not all that may be meant have a button */
export function whichProjectText(example: string | null): string {
  return example === null
    ? '请问是哪个项目？'
    : `请问是哪个项目？不在下面的，请写上项目名称，例如：${example}`;
}

export function projectNameTakenText(name: string): string {
  return `已有名为“${name}”的项目。`;
}

/** @param label of the field, in Chinese */
export function projectFieldNeededText(heard: string, label: string, example: string): string {
  return `请写出${label}，例如：项目 ${heard ? `${heard} ` : ''}${label} ${example}`;
}

export function archivedText(name: string): string {
  return `项目“${name}”已归档，不能再改；项目秘书或综合办可发“项目 恢复 ${name}”。`;
}

const HOW = {
  bucket: '请写成六个一批里的一批，例如“开工一批”',
  level: '级别请写“省重点”“市重点”或“县重点”',
  land: '用地方式请写“出让”“划拨”“存量”或“改扩建”',
  'invest-total': '金额请写成“12000万元”或“1.2亿元”，最小到 0.01 万元',
} as const;

/** @param field a fact of few values, or an amount */
export function factUnreadText(field: string, value: string): string {
  const how = HOW[field as keyof typeof HOW] ?? '请换一种写法';
  return `没有读懂“${value.slice(0, 20)}”，${how}。`;
}

export const NODE_PROBLEMS: Record<NodeProblem, string> = {
  'future-actual': '实际日期不能是以后的日子；还没有发生的请改计划日期。',
  'start-after-production': '开工不能晚于投产，请核对两个日期。',
  'too-many': '一个项目最多另加 12 个节点，请先去掉不用的。',
  'plan-agreed': '计划已经双方商定，开工、投产日期只能由双方重新商定（发“倒排”），或由分管领导决定。',
};

export function nodeSetText(project: string, { name, plannedOn, actualOn }: NodeChange, today: Day): string {
  const said = [
    plannedOn ? `计划 ${formatDay(plannedOn, { weekday: false })}` : '',
    actualOn ? `实际 ${formatDay(actualOn, { weekday: false })}` : '',
  ].filter(Boolean);
  const past =
    plannedOn && plannedOn < today && !actualOn
      ? `这一天已经过去，如已${name}请发“节点 ${name} 实际 日期”。`
      : '';
  return `“${project}”的${name}日期已设为：${said.join('，')}。${past}`;
}

export const PROJECT_CARD = {
  happened: (day: string) => `已于 ${day} 实现`,
  held: '现在卡在',
  overdue: (days: number) => (days === 0 ? '今天逾期' : `逾期 ${days} 个工作日`),
  next: '接下来的环节',
  team: '人员、单位和基本情况',
  note: '备注',
  open: (count: number) => `未销号的问题 ${count} 件`,
  more: (count: number) => `另有 ${count} 件，发“清单”可看全部`,
  map: '导航图',
  board: '挂图',
  asOf: (at: string) => `更新于 ${at}`,
  archivedTag: '已归档',
  archived: (at: string, by: string, reason: string) => `${at} 由${by}归档：${reason}`,
  closedList: '已销号',
  investment: ({ actual, planned, by, percent }: InvestmentFigures) => {
    const done = `今年完成投资 ${amountText(actual)} 万元`;
    if (planned === null) return `${done}（未定今年计划）`;
    const plan = by === 'year' ? '全年计划' : '已定各月计划合计';
    return `${done}，占${plan} ${amountText(planned)} 万元的 ${percent ?? 0}%`;
  },
} as const;

export const PROJECTS_CARD = {
  title: (count: number) => `项目 ${count} 个`,
  narrowed: (words: string, count: number) => `${words}：项目 ${count} 个`,
  none: '没有您看得到的项目。新项目发“项目 新建 名称”添加。',
  noneSuch: '没有同时符合的项目。',
  nothing: '没有未销号的问题',
  page: (page: number, last: number) => `第 ${page} 页，共 ${last} 页`,
  cut: '…（其余请发“项目 名称”查看）',
  unread: (words: readonly string[]) =>
    `没认出${words.map((word) => `“${word.slice(0, 20)}”`).join('')}，已按其余的词筛选。可用园区、产业、一批、级别、单位、组长或秘书的姓名。`,
} as const;
