/** What is said by 统计, 明细, 口径 and the card of a unit. */
import type { LinkDuration, StatutoryDuration } from '../../domain/plan/model.ts';
import { amountText } from '../../domain/project-facts.ts';
import type { ColumnName, Grouping } from '../../domain/statistics/asked.ts';
import { type Day, formatDay } from '../../domain/time.ts';

const day = (one: Day) => formatDay(one, { weekday: false });
const UNITS: Record<LinkDuration['unit'], string> = {
  'working-days': '个工作日',
  days: '天',
  'same-day': '个工作日（即办）',
};
const durationText = ({ n, unit }: LinkDuration) => `${n} ${UNITS[unit]}`;

/** What is said of rows that are no issues. */
export const ROWS = {
  signNode: '签约',
  landNode: '拿地',
  permitNode: '发证',
  project: (from: Day, until: Day | null) =>
    until === null ? `${day(from)}建档` : `${day(from)}建档，${day(until)}归档`,
  gap: (first: string, from: Day, last: string, to: Day, days: number) =>
    `${first} ${day(from)}，${last} ${day(to)}，相隔 ${days} 天`,
  link: (project: string, no: number, name: string) => `${project}：第${no}环节 ${name}`,
  linkDays: (taken: number, promised: LinkDuration, statutory: StatutoryDuration | null, on: Day) =>
    `用了 ${taken} ${UNITS[promised.unit]}，承诺 ${durationText(promised)}${
      statutory === null ? '' : `，法定${statutory.minimum ? '不少于' : ''} ${durationText(statutory)}`
    }，${day(on)}办完`,
  shortened: (percent: number) => (percent >= 0 ? `压缩 ${percent}%` : `超过法定 ${-percent}%`),
  invested: (actual: number, planned: number) =>
    `完成 ${amountText(actual)} 万元，计划 ${amountText(planned)} 万元`,
  batch: (project: string, no: number, name: string) => `${project}：第${no}批 ${name}`,
  batchProgress: (closed: number, tasks: number) => `任务 ${closed}/${tasks}`,
} as const;

export const GROUPING_NAMES: Record<Grouping, string> = {
  unit: '单位',
  project: '项目',
  category: '类别',
  month: '月',
  area: '区域',
};

/** What has none of them. */
export const GROUPLESS: Record<Grouping, string> = {
  unit: '未定单位',
  project: '未关联项目',
  category: '未分类',
  month: '',
  area: '本级',
};

export const COLUMN_NAMES: Record<Exclude<ColumnName, 'period'>, string> = { year: '今年', all: '累计' };

export const SECTION_NAMES = {
  problems: '问题',
  quality: '效率和满意度',
  projects: '项目',
  others: '批次、容缺、申诉',
} as const;

export const STATISTICS = {
  title: (parts: readonly string[]) => `统计：${parts.join(' · ')}`,
  here: '本群',
  ownProjects: (count: number) => `您负责的 ${count} 个项目`,
  contactProjects: '本企业项目',
  by: (grouping: Grouping) => `按${GROUPING_NAMES[grouping]}`,
  now: '目前',
  none: '没有',
  lead: (column: string, raised: number, closed: number, open: number, overdue: number) =>
    `${column}提出 ${raised} 件，办结 ${closed} 件；目前未销号 ${open} 件${overdue > 0 ? `，其中逾期 ${overdue} 件` : ''}。`,
  empty: (names: readonly string[]) => `还没有数据：${names.join('、')}。`,
  notHere: (names: readonly string[], why: 'unit' | 'category') =>
    `按${why === 'unit' ? '单位' : '类别'}统计时不含：${names.join('、')}。`,
  /** Which days are meant by a name: 上月. */
  days: (label: string, from: Day, to: Day) =>
    `“${label}”指${from === to ? day(from) : `${day(from)}至${day(to)}`}`,
  /** @param days of the period asked for, '' without one */
  note: (days: string) =>
    `${days === '' ? '' : `${days}，`}“今年”从 1 月 1 日算起，“累计”从第一件算起，都按现在的记录算；每个数点“明细”看是哪些。`,
  count: (n: number, measure: string) => `${n} ${measure}`,
  of: (n: number, measure: string) => `共 ${n} ${measure}`,
  hits: (hits: number, n: number) => `${hits}/${n} 件`,
  hitsOf: (hits: number, n: number, measure: string) => `${hits}/${n} ${measure}`,
  invested: (actual: number, planned: number) => `${amountText(actual)}/${amountText(planned)} 万元`,
  groupLine: (raised: number, closed: number, rate: string) =>
    `提出 ${raised} · 办结 ${closed} · 按时率 ${rate}`,
  openLine: (open: number) => `目前未销号 ${open}`,
  groupsLeft: (count: number) => `另有 ${count} 个没有列出，可写明名称再问。`,
  noGroups: '没有符合条件的问题。',
  cut: '…（其余请按单位、按项目分开看）',
  chartMonths: '各月提出和办结（件）',
  monthLine: (month: string, raised: number, closed: number) => `${month} ${raised}／${closed}`,
  monthsInWords: (lines: readonly string[]) => `各月提出／办结（件）：${lines.join('，')}。`,
  chartGroups: (column: string, by: Grouping) => `${column}提出最多的${GROUPING_NAMES[by]}（件）`,
  chartLights: '各项目目前未销号问题的灯（件）',
  axis: (by: Grouping) => (by === 'month' ? '月份' : GROUPING_NAMES[by]),
  axisUnit: '件数',
  raisedSeries: '提出',
  closedSeries: '办结',
  monthName: (month: string, withYear: boolean) =>
    `${withYear ? `${month.slice(0, 4)}年` : ''}${Number(month.slice(5))}月`,
  merged: (name: string, successor: string | undefined) =>
    successor === undefined ? `${name}（已撤销）` : `${name}（已并入${successor}）`,
} as const;

export const DETAIL = {
  title: (metric: string, parts: readonly string[]) => `明细：${[metric, ...parts].join(' · ')}`,
  /** How the figure is made of what is listed. */
  rate: (value: string, hits: number, n: number, measure: string, hit: string) =>
    `${value}：${n} ${measure}中${hit} ${hits} ${measure}`,
  spread: (value: string, n: number, measure: string) => `${value}（${n} ${measure}）`,
  definition: (text: string, days: string) => `口径：${text}${days === '' ? '' : `${days}。`}`,
  page: (page: number, pages: number) => `第 ${page}/${pages} 页`,
  nothing: '没有符合的，数字是 0 或算不出。',
  taken: (days: number) => `${days} 个工作日`,
  cut: '…（其余请翻页查看）',
  needed: (names: readonly string[]) =>
    `请写明要哪一项的明细，例如：明细 按时率。可以写：${names.join('、')}`,
  all: '全部统计',
} as const;

export const DEFINITIONS = {
  title: '统计口径',
  titleOf: (name: string) => `口径：${name}`,
  also: (names: readonly string[]) => `也可以说：${names.join('、')}`,
  general: '共同的口径',
  unknown: (heard: string) => `没有叫“${heard}”的统计项，发“口径”可看全部。`,
  cut: '…（其余请发“口径”加名称）',
} as const;

export const READING = {
  /** Nouns the program does not have: no figure is better than a nought nobody counted. */
  notYet: (noun: string) =>
    `还没有“${noun}”的数字：系统里还没有走访、会议、议定事项，做好后再加，现在不拿 0 充数。`,
  unread: (words: readonly string[]) =>
    `没看懂${words.map((one) => `“${one.slice(0, 20)}”`).join('、')}，所以没有统计。可以这样发：统计 今年，统计 本月 住建局，统计 兴发 按 月`,
  unused: (words: readonly string[]) =>
    `统计用不上${words.map((one) => `“${one.slice(0, 20)}”`).join('、')}，请去掉；要按状态看件数，可发“清单”或直接提问。`,
  which: (heard: string, names: readonly string[]) =>
    `“${heard}”可能是${names.slice(0, 5).join('、')}，请写全名再统计。`,
  future: '这段时间还没到，没有可统计的。',
  apart: '一次只统计一段时间，请分开发。',
  twoGroupings: '一次只能按一种分，请分开发。',
} as const;

export const BUTTONS = {
  detail: '明细',
  definitions: '口径',
  back: '看统计',
} as const;

export const UNIT_CARD = {
  within: (area: string) => `以下只统计${area}范围内的问题。`,
  title: (name: string) => `单位：${name}`,
  people: (coordinator: string | undefined, head: string | undefined) =>
    `联络员 ${coordinator ?? '未设'} · 负责人 ${head ?? '未设'}`,
  open: (count: number) => `未销号 ${count} 件`,
  noneOpen: '没有未销号的问题。',
  rate: (column: string, value: string, n: number) => `${column}按时率 ${value}（计入 ${n} 件）`,
  noRate: (column: string) => `${column}没有计入按时率的销号问题`,
  events: '最近十次变动',
  noEvents: '还没有记录。',
  event: (issueId: number, text: string) => `#${issueId} ${text}`,
  closed: (name: string, successor: string | undefined) =>
    successor === undefined
      ? `${name}已撤销，没办完的由综合办另行转办。`
      : `${name}已并入${successor}，没办完的随${successor}走。`,
  cut: '…',
} as const;
