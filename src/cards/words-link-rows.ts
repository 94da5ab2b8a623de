/** Links as rows: titles, what each row says, what is told before and below them. */

import type { LinkRow } from '../domain/link-rows.ts';
import type { LinkRowState, LinkRowsAsked, LinkStage } from '../domain/link-rows-asked.ts';
import type { LinksAsked } from '../domain/links-asked.ts';
import type { Day } from '../domain/time.ts';
import { linkName } from './words-links-asked.ts';

const STATES: Record<LinkRow['state'], string> = {
  done: '已完成',
  reported: '已报完成，待核验',
  working: '正在办',
  open: '还没开始',
};
const IS: Record<LinkRowState, string> = {
  done: '已完成',
  open: '没办完',
  working: '正在办',
  begun: '已开始或已完成',
  unbegun: '还没开始',
  ready: '还没开始、可以办',
  next: '接下来要办',
  late: '比计划晚、没办完',
  slipped: '比计划晚',
  kept: '按计划办完',
  stuck: '卡住',
  critical: '关键线路上没办完',
  'critical-stuck': '关键线路上卡住或晚了',
};
export const STAGE_NAMES: Record<LinkStage, string> = {
  land: '立项阶段',
  planning: '规划阶段',
  construction: '施工许可阶段',
  acceptance: '竣工阶段',
};
const GROUPS = { unit: '按单位', project: '按项目', link: '按环节', stage: '按阶段' } as const;
const ORDERS: Record<NonNullable<LinkRowsAsked['order']>, string> = {
  late: '比计划晚',
  soon: '计划日期从早到晚',
  last: '计划日期从晚到早',
  long: '用时从长到短',
  short: '用时从短到长',
};

/** All that narrows it beside the place; the days as `span`. */
export function linkRowsTitle({ said, also = [], rows = {} }: LinksAsked, span: string): string {
  const { is, stages = [], by, order, after, mean } = rows;
  const names = said === undefined ? '' : [said, ...also].join('、');
  const dated = span === '' ? '' : is === 'done' ? `${span}完成` : `计划${span}办完`;
  const parts = [
    names === '' ? '' : after ? `${names}之后的环节` : names,
    stages.map((one) => STAGE_NAMES[one]).join('、'),
    dated,
    is === undefined || (span !== '' && is === 'done') ? '' : IS[is],
    order === undefined || (order === 'late' && (is === 'late' || is === 'slipped')) ? '' : ORDERS[order],
    mean ? '平均用时' : '',
    by ? GROUPS[by] : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

export const titleText = (said: string, count: number) => `${said === '' ? '全部' : said}：环节 ${count} 个`;

/** 正在办，计划 11月16日，已晚 6 个工作日，预计 12月2日. */
export function rowText(link: LinkRow, say: (day: Day) => string, taken: boolean): string {
  const { state, day, planned, expected, behind, slipped, held, ready } = link;
  const done = state === 'done';
  const begins = state === 'open' && ready ? '还没开始，可以办' : STATES[state];
  const parts = [
    done && day !== null ? `${say(day)}完成` : begins,
    ...(planned === null ? [] : [`计划 ${say(planned)}`]),
    ...(slipped > 0 ? [`${done ? '' : '已'}晚 ${slipped} 个工作日`] : []),
    ...(expected !== null && expected !== planned ? [`预计 ${say(expected)}`] : []),
    ...(behind > 0 && behind !== slipped ? [`比计划晚 ${behind} 个工作日`] : []),
    ...(held > 0 && !done ? [`${held} 件未销号的问题卡着`] : []),
    ...(taken && link.taken !== null ? [`${done ? '' : '已'}用 ${link.taken} 个工作日`] : []),
  ];
  return parts.join('，');
}

export interface Counts {
  all: number;
  done: number;
  working: number;
  open: number;
  late: number;
}

export function countsText({ all, done, working, open, late }: Counts): string {
  const parts = [
    ...(done > 0 ? [`已完成 ${done} 个`] : []),
    ...(working > 0 ? [`正在办 ${working} 个`] : []),
    ...(open > 0 ? [`还没开始 ${open} 个`] : []),
    ...(late > 0 ? [`没办完、比计划晚的 ${late} 个`] : []),
  ];
  return `${all} 个${parts.length > 0 ? `：${parts.join('，')}` : ''}`;
}

const MOST_NAMED = 8;

/** What is told of a group, with the links or projects it holds. */
export function namedText(told: string, names: readonly string[]): string {
  const more = names.length > MOST_NAMED ? ` 等 ${names.length} 个` : '';
  return names.length === 0 ? told : `${told}。${names.slice(0, MOST_NAMED).join('、')}${more}`;
}

/** 先 4 建设用地规划许可证，然后 14 施工图审查: by their numbers; '' where no project has two of them. */
export function rowOrderText(links: readonly LinkRow[]): string {
  const [first] = links;
  const row = links
    .filter(({ projectId }) => projectId === first?.projectId)
    .toSorted((a, b) => a.no - b.no)
    .map(({ no, name }) => linkName(no, name));
  return row.length < 2 ? '' : `按环节编号的先后：${row.join('，然后 ')}。`;
}

export function mostText(names: readonly string[], count: number): string {
  return names.length > 1
    ? `${names.slice(0, MOST_NAMED).join('、')}一样多，各 ${count} 个。`
    : `${names.join('')}最多，${count} 个。`;
}

export function sumText(counts: Counts, projects: number): string {
  return `在 ${projects} 个项目，共 ${countsText(counts)}。`;
}

const called = (links: readonly { link: LinkRow; project: string }[]) =>
  links.map(({ link, project }) => `${project} ${linkName(link.no, link.name)}`).join('、');

export const ofEachText = (name: string, counts: Counts) => `${name} ${countsText(counts)}。`;

/** Who stands first by what it is ordered by. @param who all that are equal */
export function firstText(
  order: NonNullable<LinkRowsAsked['order']>,
  who: readonly { link: LinkRow; project: string }[],
  value: string,
): string {
  const what = {
    late: '晚得最多',
    soon: '计划最早',
    last: '计划最晚',
    long: '用时最长',
    short: '用时最短',
  }[order];
  return `${what}的是${called(who)}：${value}。`;
}
export const lateText = (days: number) => `晚 ${days} 个工作日`;
export const takenText = (days: number, done: boolean) => `${done ? '' : '已'}用 ${days} 个工作日`;
export const meanText = (days: number, count: number) =>
  count === 0
    ? '没有记了开始和完成日期的环节，算不出平均用时。'
    : `平均一个环节 ${days} 个工作日，按已完成、记了起止日期的 ${count} 个算。`;
export const groupMeanText = (days: number, count: number) =>
  count === 0 ? '没有可算的' : `平均 ${days} 个工作日（${count} 个）`;

export const NONE = '没有这样的环节。';
export const unplannedText = (names: readonly string[]) =>
  `${names.slice(0, 6).join('、')}没有商定计划，没有计划日期可比。`;
export const unsetText = (names: readonly string[]) =>
  `${names.slice(0, 6).join('、')}还没有定环节，办到哪一步没有记录。`;
export const unconcernedText = (names: readonly string[], link: string) =>
  `${names.slice(0, MOST_NAMED).join('、')}不涉及${link}。`;
/** Beside those of one link that are not done. @param names short names of the projects */
export const othersDoneText = (names: readonly string[]): string =>
  names.length === 0 ? '' : `已完成的另有 ${names.length} 个：${names.slice(0, MOST_NAMED).join('、')}。`;
export const NO_UNIT = '未定单位';
export const OTHER_STAGE = '其他阶段';
/** Of the days that were asked for there is none. */
export const nearestText = (who: readonly { link: LinkRow; project: string }[], day: string) =>
  `最近的是${called(who)}：计划 ${day}。`;
export const slippedBesideText = (count: number) => `已经办完、但比计划晚的另有 ${count} 个。`;
export const LATE_DONE_BUTTON = '比计划晚的全部';

const PLAN_NOTE = '计划日期按商定的计划，预计日期照现在的情况推算。';
const DONE_NOTE = '按登记的起止日期算，用时按工作日。';
export function noteText(
  { rows = {} }: LinksAsked,
  { planned, unset, unplanned }: { planned: boolean; unset: readonly string[]; unplanned: readonly string[] },
): string {
  const taken = rows.mean || rows.order === 'long' || rows.order === 'short';
  const left = (names: readonly string[], why: string) =>
    names.length === 0
      ? ''
      : `${names.slice(0, 6).join('、')}${names.length > 6 ? ` 等 ${names.length} 个项目` : ''}${why}，不在内。`;
  return [
    taken ? DONE_NOTE : PLAN_NOTE,
    left(unset, '还没有定环节'),
    planned ? left(unplanned, '没有商定计划') : '',
  ].join('');
}
export const CUT = '放不下了，请按项目或单位再问。';
export const pageText = (page: number, last: number) => `第 ${page} 页，共 ${last} 页`;
