/** Answers to questions whose figure is a rate, a number of days, a comparison, a date or a name. */
import type { LightColor } from '../domain/lights.ts';
import type { Duration, Having, Rate, ReadNode, Taken } from '../domain/reading.ts';
import { COLOR_NAMES, countApartText } from './words.ts';

/** Last part of the title. */
export const MEASURE_TITLES: Record<Rate | Duration | 'trend' | 'who' | 'forecast', string> = {
  closed: '办结率',
  'on-time': '按时率',
  satisfied: '满意率',
  reopened: '反弹率',
  share: '占在办的比例',
  average: '平均用时',
  fastest: '用时最短',
  slowest: '用时最长',
  trend: '比较',
  who: '找谁',
  forecast: '节点',
};

export const NODE_TITLES: Record<ReadNode, string> = { start: '开工', production: '投产' };

/** What a rate is taken of, so that nobody reads another one into it. */
export const RATE_NOTES: Record<Rate, string> = {
  closed: '办结率 = 其中现在已销号的 ÷ 登记的（作废不算）。',
  'on-time':
    '按时率 = 时限内报办结的 ÷ 已销号的；挂过账的、申诉免责的、长期的不算；导入的已销号没写销号日期或时限的不算。',
  satisfied: '满意率 = 满意和基本满意 ÷ 已评价的。',
  reopened: '反弹率 = 之后又重开过的 ÷ 那段时间销过号的（现在又办着的也算，作废的不算）。',
  share: '占比 = 符合的 ÷ 同一范围内未销号的。',
};
export const DURATION_NOTE = '用时 = 登记到报办结的工作日，只算已销号的。';
export const SHOW_LIST = '列出来';
/** What asks the same with one condition changed. */
/** 解决了多少, after 本周新增多少: struck off on those days, whenever it was logged. */
export function cameText(count: number): string {
  return `按销号日期统计；上一问登记的那些里，已销号 ${count} 件。`;
}

export const CHIPS = {
  time: '不限时间',
  unit: '不限单位',
  project: '不限项目',
  text: '不限内容',
  category: '不限类别',
  person: '不限人员',
  state: '全部在办',
  byUnit: '按单位看',
  anew: '不接着上一问',
} as const;

/** @param percent null of nothing @param wholly 满意 alone, of what is 满意 or 基本满意 */
export function rateText(
  rate: Rate,
  part: number,
  whole: number,
  percent: number | null,
  wholly = 0,
): string {
  const value = percent === null ? '' : `，${MEASURE_TITLES[rate]} ${percent}%`;
  if (whole === 0) return NOTHING_TO_RATE[rate];
  switch (rate) {
    case 'closed':
      return `登记 ${whole} 件，已销号 ${part} 件${value}。`;
    case 'on-time':
      return `计入的已销号 ${whole} 件，按时 ${part} 件${value}。`;
    case 'satisfied':
      return `已评价 ${whole} 件：满意 ${wholly} 件，基本满意 ${part - wholly} 件，不满意 ${whole - part} 件${value}。`;
    case 'reopened':
      return `销过号 ${whole} 件，之后反弹 ${part} 件${value}。`;
    case 'share':
      return `未销号 ${whole} 件，其中 ${part} 件，占 ${percent}%。`;
  }
}

const NOTHING_TO_RATE: Record<Rate, string> = {
  closed: '没有登记的问题，算不出办结率。',
  'on-time': '没有计入的已销号问题，算不出按时率。',
  satisfied: '还没有评价，算不出满意率。',
  reopened: '没有销过号的问题，算不出反弹率。',
  share: '没有未销号的问题，算不出占比。',
};

export const NO_DURATION = '没有已销号的问题，算不出用时。';

export function averageText(count: number, days: number): string {
  return `已销号 ${count} 件，平均用时 ${days} 个工作日。`;
}

/** @param found the first of those that took so many days, each with the unit responsible; `count`: how many did */
export function extremeText(
  duration: 'fastest' | 'slowest',
  found: readonly { issueId: number; unit: string | undefined }[],
  { days, count }: { days: number; count: number },
): string {
  const named = found.map(({ issueId, unit }) => `#${issueId}${unit === undefined ? '' : `（${unit}）`}`);
  const all = named.length < count ? `等 ${count} 件` : '';
  return `${MEASURE_TITLES[duration]}的是 ${named.join('、')}${all}，${count > 1 ? '都是 ' : ''}${days} 个工作日。`;
}

/** @param said 登记 or 办结 */
export function trendText(
  said: string,
  now: { name: string; count: number; open: boolean },
  before: { name: string; count: number },
  same: { name: string; count: number } | undefined,
): string {
  const until = now.open ? '（到今天）' : '';
  const first = `${now.name}${until}${said} ${now.count} 件，${before.name} ${before.count} 件，${moreText(now.count - before.count)}。`;
  return same === undefined
    ? first
    : `${first}\n同样的天数里（${same.name}）是 ${same.count} 件，${moreText(now.count - same.count)}。`;
}

function moreText(more: number): string {
  if (more === 0) return '一样多';
  return more > 0 ? `多 ${more} 件` : `少 ${-more} 件`;
}

/** By how much each of several has more or less than before. */
export const changeText = (more: number): string => moreText(more);

/** Which of them have the most less, and the most more. */
export function mostChangedText(less: string[], byLess: number, more: string[], byMore: number): string {
  const told = [
    byLess < 0 ? `减得最多的是${less.join('、')}（少 ${-byLess} 件）` : '没有减少的',
    byMore > 0 ? `增得最多的是${more.join('、')}（多 ${byMore} 件）` : '没有增加的',
  ];
  return `${told.join('；')}。`;
}

/** One of several figures in one answer. */
export function countedText(name: string, count: number, voided = 0): string {
  return `${name}：${countApartText(count, voided)}。`;
}

export const COUNT_SHORT = (count: number): string => `${count} 件`;

/** Of a unit that has nothing it could be taken of. */
export const NO_FIGURE = '没有可算的';

/** 本月登记 3 件; a sentence keeps its own mark. */
export function cellText(name: string, text: string): string {
  return `${name}：${text.replace(/。$/, '')}`;
}

export function allTogetherText(cells: readonly string[]): string {
  return `合计　${cells.join('；')}。`;
}

export function nowText(name: string): string {
  return `现在${name}`;
}

/** Title of figures whose names would fill it. */
export function severalText(count: number): string {
  return `分别统计 ${count} 项`;
}

/** Questions name one problem at a time. */
export const ONE_AT_A_TIME = '一次看一件，点一个编号打开：';

/** @param alone nobody else has any */
export function mostText(names: readonly string[], count: number, alone: boolean): string {
  if (alone) return `只有${names.join('')}有，${count} 件。`;
  return names.length > 1
    ? `${names.join('、')}一样多，各 ${count} 件。`
    : `${names.join('')}最多，${count} 件。`;
}

/** Between two that were named. */
export const apartOfTwoText = (count: number): string => `相差 ${count} 件。`;

/** 4 件以上的 2 个单位 */
export function boundText(having: Having | undefined, groups: string): string {
  const { least, most } = having ?? {};
  if (least !== undefined && least === most) return `${least} 件的 ${groups}`;
  if (least !== undefined && most !== undefined) return `${least} 至 ${most} 件的 ${groups}`;
  if (least !== undefined) return `${least} 件以上的 ${groups}`;
  return most === undefined ? groups : `1 至 ${most} 件的 ${groups}`;
}

/** 一件都没有的 3 个单位 */
export function noneText(groups: string): string {
  return `一件都没有的 ${groups}`;
}
export const NONE_WITHOUT = '只看手上有未销号问题的。';
export const NONE_EVER = '只看登记过问题的；从没登记过问题的不在内。';

export function averageOfGroupsText(
  { total, average }: { total: number; average: number },
  groups: string,
): string {
  return `${groups}共 ${total} 件，平均每个 ${average} 件。`;
}

export function shareText(count: number, share: number | null): string {
  return `${count} 件，占 ${share ?? 0}%`;
}

/** How long it took to sign, to route. */
export const TAKEN_TITLES: Record<Taken, string> = {
  signing: '平均签收用时',
  routing: '平均转办用时',
  reaching: '平均登记到签收用时',
  handling: '平均转办到办结用时',
  working: '平均签收到办结用时',
  closing: '平均登记到销号用时',
  overdue: '平均逾期天数',
};
export const TAKEN_NOTES: Record<Taken, string> = {
  signing: '签收用时 = 最近一次转办到签收的工作日，只算签收了的；从台账导入的不算。',
  routing: '转办用时 = 登记到最近一次转办的工作日，只算转办了的；从台账导入的不算。',
  reaching: '用时 = 登记到最近一次签收的工作日，只算签收了的；从台账导入的不算。',
  handling: '用时 = 最近一次转办到报办结的工作日，只算已销号的；从台账导入的不算。',
  working: '用时 = 最近一次签收到报办结的工作日，只算已销号的；从台账导入的不算。',
  closing: '用时 = 登记到销号的工作日，只算已销号的；从台账导入的不算。',
  overdue: '逾期天数 = 时限过后到今天的工作日，只算现在逾期、没销号的。',
};
const TAKEN_DONE: Record<'signing' | 'routing', string> = { signing: '签收', routing: '转办' };
const TAKEN_SPANS: Record<
  Exclude<Taken, 'overdue' | 'signing' | 'routing'>,
  readonly [string, string, string]
> = {
  reaching: ['登记', '签收', '签收'],
  handling: ['转办', '办结', '销号'],
  working: ['签收', '办结', '销号'],
  closing: ['登记', '销号', '销号'],
};
const NONE_OVERDUE = '没有逾期的。';
export function takenText(taken: Taken, count: number, days: number | null): string {
  if (taken === 'overdue')
    return days === null ? NONE_OVERDUE : `现在逾期 ${count} 件，平均逾期 ${days} 个工作日。`;
  if (taken === 'signing' || taken === 'routing')
    return days === null
      ? `还没有${TAKEN_DONE[taken]}的，算不出用时。`
      : `已${TAKEN_DONE[taken]} ${count} 件，平均用时 ${days} 个工作日。`;
  const [from, to, done] = TAKEN_SPANS[taken];
  return days === null
    ? `${from}和${to}都有记录的一件也没有。`
    : `已${done} ${count} 件，${from}到${to}平均用时 ${days} 个工作日。`;
}

export function listOfText(name: string): string {
  return `列出${name}`;
}

/** Which of several numbers is the largest, and by how much. */
export function addedText(count: number): string {
  return `合计：${count} 件。`;
}

export const NOT_ADDED = {
  overlap: '这几项可能有同一件问题，没有相加。',
  measured: '这几项不全是件数，没有相加。',
} as const;

export function comparedText(counts: readonly { name: string; count: number }[]): string {
  const [first, second] = counts.toSorted((a, b) => b.count - a.count);
  if (!first || !second) return '';
  const most = counts.filter(({ count }) => count === first.count).map(({ name }) => name);
  if (most.length === counts.length) return '一样多。';
  if (most.length > 1) return `${most.join('、')}最多，一样多。`;
  return counts.length === 2
    ? `${first.name}多，多 ${first.count - second.count} 件。`
    : `${first.name}最多。`;
}

/** What still stands in the way, as of now: no forecast of ours. `whole`: whoever reads may see everything. */
export function openBeforeText(
  open: number,
  { overdue, after, whole }: { overdue: number; after: number; whole: boolean },
): string {
  const seen = whole ? '' : '您看得到的里面';
  const late = overdue > 0 ? `，其中逾期 ${overdue} 件` : '';
  const later = after > 0 ? `；时限在节点之后的 ${after} 件` : '';
  return open === 0 ? `${seen}没有未销号的问题。` : `${seen}未销号的问题 ${open} 件${late}${later}。`;
}

export function contactText(unit: string, head: string | undefined, coordinator: string | undefined): string {
  const people = [...(coordinator ? [`联络员 ${coordinator}`] : []), ...(head ? [`负责人 ${head}`] : [])];
  return people.length === 0 ? `${unit}：还没有设联络员和负责人。` : `${unit}：${people.join('，')}。`;
}

export function categoryUnitText(category: string, unit: string | undefined): string {
  return unit === undefined
    ? `${category}类没有固定的责任单位，由综合办转办。`
    : `${category}类的问题一般由${unit}办理。`;
}

/** The answer in words, before the list: 住建局现在红色 2 件，其中 1 件逾期超过 6 个工作日。 */
export function figureText(
  who: string,
  what: string,
  count: number,
  very: { count: number; days: number },
  now: boolean,
): string {
  const among = very.count > 0 ? `，其中 ${very.count} 件逾期超过 ${very.days} 个工作日` : '';
  return `${who}${now ? '现在' : ''}${what} ${count} 件${among}。`;
}

/** In a group, to somebody who may see more elsewhere. */
export const MORE_IN_PRIVATE = '这里只统计本群能看的；您能看的其他项目，请私聊我问。';
/** 下一页 behind the last one, or a page of a list that has grown shorter. */
export const LAST_PAGE = '后面没有了，这是最后一页。';
/** 让住建局周三前拿方案: 批示 is not built; what comes nearest waits for 确认. */
export function routeWhichText(unit: string): string {
  return `要转给${unit}的是哪一件？点一下就发转办：`;
}
export function routeNoneText(unit: string): string {
  return `要转给${unit}的是哪一件？请写编号，例如：转办 #12 ${unit}。`;
}
/** A deadline moves only by 延期, with a reason and the office's yes. */
export function extendText(issueId: number): string {
  return `#${issueId} 的时限没有改动。改时限要走延期，写明理由，由综合办批准：`;
}
/** 为啥到现在没办, of none that was shown. */
export const WHICH_ONE = '说的是哪一件？请写编号，例如：#12 为什么没办。也可以先看清单，再点开那一件：';
/** 都催一遍, with nothing before it. */
export const URGE_WHAT = '要催哪些？说出单位、项目或状态，或者先看清单，再说“都催一下”：';
export const URGE_WHICH_SET =
  '刚才问到的不止一类，或者不是问题的清单。要催哪些？说出单位、项目或状态，或者先看清单，再说“都催一下”：';
export const URGE_WHICH = '要催哪一件？点一下就发催办：';
/** @param title what they are called · @param shown how many have a button */
export function urgeWhichText(title: string, total: number, shown: number): string {
  const more = total > shown ? `（最急的 ${shown} 件）` : '';
  return `${title} ${total} 件${more}。${URGE_WHICH}`;
}
/** 退回去重新办, by where the problem stands. */
export const SENT_BACK = {
  verifying: '这件已报办结、等核验。退回重办就是核验“不属实”，点一下就退回：',
  closed: '这件已销号。要重新办就是“重开”，点一下就重开：',
  open: '这件还在办，没有报办结，不用退回。可以催办：',
} as const;
/** 把12号给县长报一下 */
export const TOLD_UP_BY_RULE = '上报领导由系统按逾期天数自动进行，不能手工上报。要请领导研究，可以列为上会：';
/** 第三个, of a page with two. */
export function noSuchRowText(rows: number): string {
  return rows === 0 ? '上一个答案里没有逐件的列表。' : `上一页只有 ${rows} 件。`;
}
export function backToOneText(said: string, id: number, title: string): string {
  return `没有听懂“${said.slice(0, 20)}”。刚才说的是 #${id} ${title}，可以接着问：`;
}
/** What can be asked of one problem. */
export function ofOneQuestions(id: number): string[] {
  return ['谁在办', '几号到期', '有什么进展', '催过几次'].map((said) => `${id}号${said}`);
}

/** Beside what took longest of what is done. */
export const openLongestText = (one: string, age: string) => `还没办完的里登记最久的是 ${one}，${age}。`;
/** 拖得最久的, where nothing is overdue. */
/** Begins what is told in the place of what there is not. */
export const NONE_HERE = '这里面没有';
export const OLDEST_INSTEAD = `${NONE_HERE}逾期的，按登记先后排，第一件登记得最早。`;

/** Asked why they are lit, and none is. */
export const noneLitText = (colors: readonly LightColor[]): string =>
  `${NONE_HERE}${colors.map((one) => COLOR_NAMES[one]).join('、')}的，下面是没销号的。`;
