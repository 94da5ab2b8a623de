/** What is said about nodes, investment, history and the end of a project. */
import type { InvestmentFigures, YearOfInvestment } from '../../domain/plan/investment.ts';
import type { ProjectNode } from '../../domain/plan/model.ts';
import { amountText } from '../../domain/project-facts.ts';
import { formatDay } from '../../domain/time.ts';

export const NODE = {
  usage: '请写节点名称（最多 12 字）和日期，例如：节点 封顶 2027-03-10，或 节点 开工 实际 2026-12-20',
  dayNeeded: (name: string) => `请写出日期，例如：节点 ${name} 2027-03-10，或 节点 ${name} 实际 2026-12-20`,
  unknown: (name: string) => `没有名为“${name}”的节点。`,
  fixed: '开工、投产是每个项目都有的节点，不能去掉，可以改日期。',
  removed: (project: string, name: string) => `“${project}”的节点“${name}”已去掉，记入了历史。`,
  removedTo: '已去掉',
  title: (project: string) => `${project}的节点`,
  none: '还没有定节点。项目秘书或综合办可发：节点 开工 2026-12-20',
} as const;

export function nodeText({ name, plannedOn, actualOn }: ProjectNode): string {
  const day = (of: string | null) => (of === null ? '未定' : formatDay(of, { weekday: false }));
  return `${name}：计划 ${day(plannedOn)}${actualOn === null ? '' : `，实际 ${day(actualOn)}`}`;
}

export const INVESTMENT = {
  usage: '请写月份和金额（万元），例如：投资 兴发 2026年11月 计划 500 完成 420，或 投资 兴发 全年计划 8000',
  amountUnread: (heard: string) =>
    `没有读懂金额“${heard.slice(0, 20)}”，请写成“500”（万元）或“1.2亿元”，最小到 0.01 万元。`,
  future: '还没有到的月份不能填“完成”，可以先填“计划”。',
  none: (project: string, year: number) =>
    `“${project}”还没有 ${year} 年的投资数。项目秘书或综合办可发：投资 全年计划 8000，或 投资 11月 计划 500 完成 420（万元）`,
} as const;

const figure = (label: string, amount: number | null) =>
  amount === null ? [] : [`${label} ${amountText(amount)}`];

/** A line a month, then what they come to. */
export function investmentText(
  project: string,
  year: number,
  { months, planned }: YearOfInvestment,
  figures: InvestmentFigures,
): string {
  const rows = [...months].map(([month, one]) =>
    [`${month}月`, ...figure('计划', one.planned), ...figure('完成', one.actual)].join(' '),
  );
  const plan =
    figures.planned === null
      ? '（未定计划）'
      : `，占${figures.by === 'year' ? '全年计划' : '已定各月计划合计'} ${amountText(figures.planned)} 万元的 ${figures.percent ?? 0}%`;
  return [
    `${project} ${year}年投资（万元）`,
    ...figure('全年计划', planned),
    ...rows,
    `${year}年完成投资 ${amountText(figures.actual)} 万元${plan}`,
  ].join('\n');
}

export function investedText(
  project: string,
  when: { year: number; month: number | null },
  amounts: { planned?: number; actual?: number },
): string {
  const said = [...figure('计划', amounts.planned ?? null), ...figure('完成', amounts.actual ?? null)];
  const what = when.month === null ? `${when.year}年全年` : `${when.year}年${when.month}月`;
  return `“${project}”${what}投资已记为：${said.join('，')} 万元。`;
}

export function investmentLabel(
  { year, month }: { year: number; month: number | null },
  key: string,
): string {
  return `${month === null ? `${year}年全年` : `${year}年${month}月`}投资（${key === 'planned' ? '计划' : '完成'}）`;
}

export const PROJECT_ENDS = {
  reasonNeeded: '请写明项目和原因，例如：项目 归档 兴发 已全面投产',
  archivedAlready: (name: string) => `项目“${name}”已经归档。`,
  notArchived: (name: string) => `项目“${name}”没有归档，不用恢复。`,
  restored: (name: string) => `项目“${name}”已恢复，可以照常登记。`,
  title: (name: string) => `请确认：归档“${name}”`,
  consequences: (reason: string, groups: number) =>
    [
      `原因：${reason}`,
      `归档后不再登记新问题，不再出现在项目清单、晨报、倒计时和选项里${groups > 0 ? `；绑定的 ${groups} 个群不再收到晨报` : ''}。`,
      '问题、环节、历史都保留，发“项目”加项目名可以查看，发“项目 恢复”加项目名可以恢复。',
    ].join('\n'),
  archived: (name: string) => `项目“${name}”已归档，历史照样可以查看。`,
  open: (name: string, total: number, rows: readonly string[]) =>
    [
      `“${name}”还有 ${total} 件没有办完，请先销号、作废或改到别的项目，再归档：`,
      ...rows,
      ...(total > rows.length ? [`…另有 ${total - rows.length} 件`] : []),
    ].join('\n'),
  archive: '归档',
} as const;

export const HISTORY = {
  title: (name: string) => `${name}：变更历史`,
  none: '还没有变更记录。',
  nothing: '无',
  clock: '系统',
  page: (page: number, last: number) => `第 ${page} 页，共 ${last} 页`,
} as const;
