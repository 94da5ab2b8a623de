/** What is said of an order: by what, cut to how many of how many, who is level, where one stands. */
import type { GroupBy } from '../domain/issue-filter.ts';
import type { Standing } from '../domain/ranking.ts';
import type { Reading } from '../domain/reading.ts';

type Most = NonNullable<Reading['most']>;

const FIRST: Record<Most, string> = {
  count: '件数最多',
  least: '件数最少',
  longest: '拖得最久',
  overdue: '逾期最多',
  high: '最高',
  low: '最低',
};
const ORDER: Record<Most, string> = {
  count: '件数从多到少',
  least: '件数从少到多',
  longest: '拖得从久到短',
  overdue: '逾期从多到少',
  high: '从高到低',
  low: '从低到高',
};
/** Few days are good, so the smallest number is the fastest. */
const FIRST_DAYS = { high: '最慢', low: '最快' } as const;

/** 件数最多的前 3 名，共 9 个单位. @param groups 9 个单位 */
export function rankedText(most: Most, top: number | undefined, groups: string): string {
  if (top !== undefined) return `${FIRST[most]}的前 ${top} 名，共 ${groups}`;
  return most === 'least' ? `${ORDER.least}的 ${groups}` : groups;
}

/** Behind what is measured: 按时率（最低的前 3 名，共 9 个单位）. @param days of a duration */
export function rankedMeasureText(most: 'high' | 'low', top: number, groups: string, days: boolean): string {
  return `（${days ? FIRST_DAYS[most] : FIRST[most]}的前 ${top} 名，共 ${groups}）`;
}

/** @param names of all that have as few */
export function leastText(names: readonly string[], count: number): string {
  const all = names.join('、');
  if (count === 0) return `${all}一件都没有。`;
  return names.length > 1 ? `${all}一样少，各 ${count} 件。` : `${all}最少，${count} 件。`;
}

/** 住建局、消防大队逾期的一样多，各 1 件；按合计天数住建局最多，7 个工作日。 @param worst of those the ones with most days */
export function latestText(names: readonly string[], count: number, worst: readonly string[], days: number) {
  const [first, all] = [worst.join('、'), names.join('、')];
  if (names.length === 1) return `${all}逾期最多，${count} 件，合计 ${days} 个工作日。`;
  const sum =
    worst.length === names.length ? `合计都是 ${days} 个工作日` : `按合计天数${first}最多，${days} 个工作日`;
  return `${all}逾期的一样多，各 ${count} 件；${sum}。`;
}

/** 住建局拖得最久：#3 逾期 7 个工作日。 @param numbers of those problems */
export function longestText(names: readonly string[], numbers: readonly number[], days: number): string {
  const which = numbers.map((id) => `#${id}`).join('、');
  return `${names.join('、')}拖得最久：${which} ${numbers.length > 1 ? '都' : ''}逾期 ${days} 个工作日。`;
}

/** More than were asked for, as the last of them are level. */
export function levelText(top: number, told: number): string {
  return `第 ${top} 名并列，一共列出 ${told} 个。`;
}

/** @param top whether it is among the first so many was asked */
export function standingText(
  name: string,
  most: Most,
  { place, of, level }: Standing,
  top: number | undefined,
  days: boolean,
): string {
  const order = days ? (most === 'low' ? '从快到慢' : '从慢到快') : ORDER[most];
  if (of === 1) return aloneText(name);
  const others = level > 0 ? `，与另外 ${level} 个并列` : '';
  const within = top === undefined ? '' : place <= top ? `，在前 ${top} 名里` : `，不在前 ${top} 名里`;
  return `${name}排第 ${place}${others}${within}（${order}，共 ${of} 个）。`;
}

/** Nothing else that is seen has a figure. */
function aloneText(name: string): string {
  return `能看到数的只有${name}一个，没有可比的，排不出名次。`;
}

/** Whose place is asked for, behind what the places go by. */
export const placeTitle = (name: string) => ` · ${name}排第几`;
/** It has nothing of what the order is by. */
export function noStandingText(name: string): string {
  return `${name}没有可以排的，不在排名里。`;
}

/** Industries: a project may be of several. */
export const LINKS_BY_DEADLINE =
  '这里算的是下达给单位、过了时限的环节；比计划晚了的环节，问“哪些项目环节滞后”。';
export function unseenText(what: '单位' | '项目'): string {
  return `只算您看得到的：没有列出的${what}，可能有您看不到的问题。`;
}
export const ROWS_OVERLAP = '一个项目可以属于几个产业，各行相加会多于总数。';
/** 谁手上逾期的最多, and what is asked of “him” next. */
/** 排名掉了没 */
export const NO_PAST_PLACES = '过去的名次没有留底，说不了升降，下面是现在的名次。';
export const UNITS_NOT_PEOPLE = '人不排名，这里按单位算。';
export const SOURCES_NOT_PEOPLE = '人不排名，这里按企业登记和工作人员登记分。';
export const PEOPLE_UNRANKED = '只按所管的项目分开列，不给个人排名。';
/** Of those who logged them. */
/** By what else people are told apart. */
export const UNRANKED: Partial<Record<GroupBy, string>> = {
  reporter: '只按登记人分开列，不给个人排名。',
  assignee: '只按经办人分开列，不给个人排名。',
};

/** 最久的前 3 件, of a list in its order. */
export function topListText(top: number): string {
  return `前 ${top} 件，共`;
}
export const LEVEL_LIST = '后面还有同一天到期的。';

const PERCENT = (value: number) => `${value}%`;
/** 90% 以上的, below 满意率 and the like. */
export function boundedRateText({ least, most, over, under }: NonNullable<Reading['bound']>): string {
  return [
    ...(least === undefined ? [] : [`不低于 ${PERCENT(least)}`]),
    ...(over === undefined ? [] : [`高于 ${PERCENT(over)}`]),
    ...(most === undefined ? [] : [`不高于 ${PERCENT(most)}`]),
    ...(under === undefined ? [] : [`低于 ${PERCENT(under)}`]),
  ].join('、');
}

/** Each rate of these: 其中低于 90% 的 3 个单位. @param groups 3 个单位; `none` of none of them */
export function boundedGroupsText(bound: string, groups: string, some: boolean): string {
  return some ? `${bound}的 ${groups}。` : `没有${bound}的。`;
}

/** Whether a rate reaches what was asked for. */
export function reachedText(bound: string, yes: boolean): string {
  return yes ? `${bound}：是。` : `${bound}：不是。`;
}

/** 未销号一共 120 件，其中施工类 30 件，占 25%。 */
export function shareOfAllText(
  what: string,
  who: string,
  part: number,
  whole: number,
  percent: number | null,
): string {
  return whole === 0
    ? `没有${what}的问题，算不出占比。`
    : `${what}一共 ${whole} 件，其中${who} ${part} 件，占 ${percent}%。`;
}
/** 用地的问题都是资规局的吗 */
export const allOfThemText = (yes: boolean): string => (yes ? '是：' : '不是：');
export const partText = (who: string, count: number): string => `${who} ${count} 件`;
export const SHARE_OF_ALL = '占全部的比例';
export const SHARE_OF_ALL_NOTE = '占比 = 其中的 ÷ 同样时间、同样状态的全部。';

/** No measure was said, and 按时率 was told: the same by what else there is, as one would ask it. @param when as heard */
export function otherRanksText(when: string, { by, most }: Pick<Reading, 'by' | 'most'>): string[] {
  const groups =
    by === 'project' ? '各项目' : by === 'category' ? '各类' : by === 'area' ? '各园区' : '各单位';
  const order = most === 'low' ? '从低到高' : '从高到低';
  return [`${when}${groups}办结率${order}`, `${groups}逾期的有几件，从多到少`];
}

const MOST_NAMED = 4;
/**
 * Who is first, before the figures of all: 最慢的是环境局（2 个工作日）; several that are level are all named, or counted.
 * @param value percent, or working days (`days`) @param all 4 个单位, where all are level
 */
export function firstsText(
  names: readonly string[],
  { most, value, days, all }: { most: 'high' | 'low'; value: number; days: boolean; all: string | undefined },
  alone = false,
): string {
  const figure = days ? `${value} 个工作日` : `${value}%`;
  if (alone) return `算得出的只有${names.join('')}（${figure}），没有可比的。`;
  if (all !== undefined) return `${all}都一样，是 ${figure}。`;
  const which = days ? (most === 'high' ? '最慢' : '最快') : most === 'high' ? '最高' : '最低';
  const more = names.length > MOST_NAMED ? `等 ${names.length} 个` : '';
  const level = names.length > 1 ? '都是 ' : '';
  return `${which}的是${names.slice(0, MOST_NAMED).join('、')}${more}（${level}${figure}）。`;
}
