/** What is said about batches, their tasks, and daily quantities. */
import { amountText } from '../../domain/project-facts.ts';
import { type Day, formatDay } from '../../domain/time.ts';
import type { Quantity, QuantityFigures } from './rules.ts';

export const BATCH_NAME_LIMIT = 20;
export const TASKS_LIMIT = 150;

export const BATCH = {
  title: (project: string) => `${project}：批次`,
  none: '还没有批次。项目秘书或综合办可发：批次 矿山搬迁，下面每行写：任务 单位 时限',
  head: (no: number, name: string) => `第${no}批 ${name}`,
  progress: (done: number, all: number) => `${done}/${all}`,
  made: (no: number, name: string) =>
    `已建第${no}批“${name}”。发“批次 ${no}”，下面每行写一项“任务 单位 时限”，或粘贴表格，即可添加任务。`,
  known: (no: number, name: string) => `已有第${no}批“${name}”。`,
  unknown: (no: number) => `没有第${no}批，发“批次”可看全部。`,
  nameLong: '批次名称最多 20 字。',
  usage: '请写批次名称或编号，例如：批次 矿山搬迁，或 批次 3',
  empty: '这一批还没有任务。',
  tooMany: (count: number) => `一次最多 ${TASKS_LIMIT} 项，现在有 ${count} 项，请分开发。`,
  incomplete: (rows: readonly string[], more: number) =>
    [
      '每项任务都要写明任务、单位、时限，下面这些还不全，请改好后整段重发：',
      ...rows,
      ...(more > 0 ? [`…另有 ${more} 行`] : []),
    ].join('\n'),
  lineLacks: (line: number, lacks: string, text: string) => `第 ${line} 行缺${lacks}：${text.slice(0, 30)}`,
  lacks: { task: '任务', unit: '单位', deadline: '时限', past: '以后的时限（写的时间已过）' },
  allThere: '这些任务都已经在这一批里，没有重复添加。',
  preview: (head: string, count: number) => `请确认：${head} 添加 ${count} 项任务`,
  skipped: (titles: readonly string[]) => `已在这一批里，不重复添加：${titles.join('、').slice(0, 200)}`,
  added: (head: string, from: number, until: number, count: number) =>
    `${head}已添加 ${count} 项任务（${from === until ? `#${from}` : `#${from} 至 #${until}`}），各单位在下一个晨报里收到。`,
  page: (page: number, last: number) => `第 ${page} 页，共 ${last} 页`,
  cut: '…（其余请翻页查看）',
} as const;

export const QUANTITY = {
  off: (name: string) =>
    `本项目没有开“${name}”的每日工程量。项目秘书或综合办可发：工程量 ${name} 总量 10000 立方米 到 2027-01-31`,
  none: '本项目没有开每日工程量。项目秘书或综合办可发：工程量 填方 总量 10000 立方米 到 2027-01-31',
  usage: (name: string) =>
    `请写数字，例如：${name} 28（今天完成的量），或 ${name} 总量 10000 立方米 到 2027-01-31`,
  ended: (name: string) =>
    `已停用“${name}”的每日工程量，报过的数都留着。要再用，发：工程量 ${name} 总量 10000 立方米 到 2027-01-31`,
  future: '还没有到的日子不能报完成量。',
  duePast: '完成日期已经过去，请换一个以后的日期。',
  changed: (day: Day, before: number, measure: string) =>
    `${formatDay(day, { weekday: false })}原来报的是 ${amountText(before)} ${measure}，已改。`,
  historyName: (name: string) => `${name}（每日工程量）`,
} as const;

export function planText({
  planned,
  measure,
  dueOn,
}: Pick<Quantity, 'planned' | 'measure' | 'dueOn'>): string {
  return `总量 ${amountText(planned)} ${measure}${dueOn ? `，到 ${dueOn}` : ''}`;
}

/** A line each: plan, done, what is needed, when it ends. */
export function quantityText(quantity: Quantity, figures: QuantityFigures): string {
  const { name, measure, dueOn } = quantity;
  const amount = (of: number) => `${amountText(of)} ${measure}`;
  const day = (of: Day) => formatDay(of, { weekday: false });
  const { done, left, percent, expected, daysLeft, needed, pace, endsOn } = figures;
  const late = dueOn !== null && endsOn !== null && endsOn > dueOn;
  return [
    `${name}：完成 ${amount(done)}，占总量 ${amount(quantity.planned)} 的 ${percent}%`,
    ...(expected === null ? [] : [`按计划到今天应完成 ${amount(expected)}`]),
    ...(left === 0 ? ['已全部完成'] : [`还剩 ${amount(left)}`]),
    ...(needed !== null && dueOn !== null
      ? [`到 ${day(dueOn)} 还有 ${daysLeft} 天，每天要完成 ${amount(needed)}`]
      : dueOn !== null && left > 0
        ? [`原定 ${day(dueOn)} 完成，已过期`]
        : []),
    ...(done > 0 && left > 0 ? [`至今平均每天 ${amount(pace)}`] : []),
    ...(endsOn === null ? [] : [`照此预计 ${day(endsOn)} 完成${late ? '，晚于计划' : ''}`]),
  ].join('\n');
}
