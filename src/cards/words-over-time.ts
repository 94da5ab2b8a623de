/** Words of what stood at a past day, of two periods side by side and of several in a row. */
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { IssueFilter } from '../domain/issue-filter.ts';
import type { Series, SeriesFigure } from '../domain/reading.ts';
import { STATUS_NAMES, TITLE_WORDS } from './words.ts';

/** Below a list of a past day. */
export const PAST_NOTE =
  '按办理记录推算到当天 24 时：当天以后才销号、作废的，当时还在就算；当时挂账、待核验、延期待批和申诉免责的照当时算。单位、项目和人按现在的归属；台账导入的按台账写的日期。';
/** @param count brought in later without the day it was raised, or struck off */
export function unknownText(count: number): string {
  return count === 0 ? '' : `另有 ${count} 件是后来导入的，台账没写提出或销号日期，没有算。`;
}
/** 周五之前要交差的: what is late is among them. */
export const LATE_INCLUDED = '时限已过、还没办完的也算在内。';
/** 到周五为止要到期的: what was due before today is none of them. */
export const lateBesideText = (count: number): string => `另有时限已过、还没办完的 ${count} 件，没有算在内。`;
/** What has become of them. */
export function sinceThenText(now: string): string {
  return `到现在：${now}`;
}

/** @param heard a state of which nobody knows what it was on a past day */
export function pastStateText(heard: string): string {
  return `“${heard}”过去某一天是多少，没有留底，推算不出来；没办完的、逾期的、挂账的、待核验的能推算。您可以这样问：`;
}

const FIGURES: Record<SeriesFigure, string> = {
  logged: '登记',
  closed: '销号',
  open: '期末未销号',
  overdue: '期末逾期',
  'closed-rate': '办结率',
  'on-time': '按时率',
  satisfied: '满意率',
  reopened: '反弹率',
  days: '平均用时',
};
const SPANS: Record<Series['by'], string> = { day: '每天', week: '每周', month: '每月' };

export function countTold(count: number): { value: number; text: string } {
  return { value: count, text: `${count} 件` };
}
/** @param value in percent; null of nothing */
export function rateTold(
  part: number,
  whole: number,
  value: number | null,
): { value: number | null; text: string } {
  return { value, text: value === null ? NONE_COUNTED : `${value}%（${part}/${whole}）` };
}
export function daysTold(value: number | null, count: number): { value: number | null; text: string } {
  return { value, text: value === null ? NONE_COUNTED : `${value} 个工作日（${count} 件）` };
}
const NONE_COUNTED = '没有可算的';

/** 8月1日至10月31日每月的登记、销号. */
export function seriesTitle({ by, of }: Series, span: string): string {
  return `${span}${SPANS[by]}的${of.map((one) => FIGURES[one]).join('、')}`;
}
/** 10月：登记 5 件，销号 3 件，期末未销号 12 件。 */
export function rowText(name: string, told: readonly (readonly [SeriesFigure, string])[]): string {
  return `${name}：${told.map(([of, text]) => `${FIGURES[of]} ${text}`).join('，')}。`;
}
/** Which spans have the most, or the least, of the first figure. */
export function mostOfText(
  of: SeriesFigure,
  rows: readonly { name: string; value: number | null }[],
  most: 'high' | 'low',
): string[] {
  const values = rows.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length === 0) return [];
  const edge = most === 'high' ? Math.max(...values) : Math.min(...values);
  const names = rows.filter(({ value }) => value === edge).map(({ name }) => name);
  const unit = { logged: ' 件', closed: ' 件', open: ' 件', overdue: ' 件', days: ' 个工作日' } as Partial<
    Record<SeriesFigure, string>
  >;
  const [high, low] = of === 'days' ? ['最长', '最短'] : unit[of] ? ['最多', '最少'] : ['最高', '最低'];
  const end = most === 'high' ? high : low;
  return [`${FIGURES[of]}${end}的是${names.join('、')}，${edge}${unit[of] ?? '%'}。`];
}

const SERIES_NOTES: Record<SeriesFigure, string> = {
  logged: '登记、销号按发生的日子数，作废的不算；',
  closed: '登记、销号按发生的日子数，作废的不算；',
  open: '期末 = 那段时间最后一天 24 时（还没过完的到现在），按办理记录推算；',
  overdue: '期末 = 那段时间最后一天 24 时（还没过完的到现在），按办理记录推算；',
  'closed-rate': '办结率 = 那段时间登记的里面现在已销号的；',
  'on-time': '按时率 = 那段时间销号的里面时限内报办结的，挂过账的、申诉免责的、长期的不算；',
  satisfied: '满意率 = 那段时间销号的里面满意和基本满意 ÷ 已评价的；',
  reopened: '反弹率 = 那段时间销过号的里面之后又重开过的；越早的，反弹的时间越长；',
  days: '用时 = 登记到报办结的工作日，只算已销号的；',
};
/** How each figure is counted; nothing is foretold. */
export function seriesNote(of: readonly SeriesFigure[], unknown: number): string {
  const notes = [...new Set(of.map((one) => SERIES_NOTES[one]))].join('');
  return `${notes}单位、项目按现在的归属。只列已有的数，不做预测和评判。${unknownText(unknown)}`;
}

const UNITS: Record<SeriesFigure, '百分点' | '工作日' | '件'> = {
  logged: '件',
  closed: '件',
  open: '件',
  overdue: '件',
  'closed-rate': '百分点',
  'on-time': '百分点',
  satisfied: '百分点',
  reopened: '百分点',
  days: '工作日',
};
const MORE = { 百分点: ['高', '低'], 工作日: ['长', '短'], 件: ['多', '少'] } as const;

interface Side {
  name: string;
  told: { value: number | null; text: string };
}

/** Two figures of one kind, the later first, and by how much they differ. @param what said in the place of the figure's name */
export function comparedText(
  of: SeriesFigure,
  later: Side,
  earlier: Side,
  what: string = FIGURES[of],
): string[] {
  const first = `${later.name}${what} ${later.told.text}，${earlier.name} ${earlier.told.text}。`;
  const [a, b] = [later.told.value, earlier.told.value];
  if (a === null || b === null) return [first, NOT_COMPARABLE];
  const difference = Math.round((a - b) * 10) / 10;
  if (difference === 0) return [first, '两边一样。'];
  const unit = UNITS[of];
  const size = Math.abs(difference);
  return [first, `${MORE[unit][difference > 0 ? 0 : 1]} ${size} ${unit === '件' ? '' : '个'}${unit}。`];
}
const NOT_COMPARABLE = '有一边没有可算的，比不出高低。';
/** Why nobody can say from figures. */
export const NO_REASON = '系统只有数，没有记原因；可以发“逾期的有哪些”看是哪几件。';
export function standingName(day: string): string {
  return `${day}24时`;
}
export const NOW_NAME = '现在';
/** A time that still runs. */
export function untilToday(name: string, runs: boolean): string {
  return runs ? `${name}（到今天）` : name;
}
export function comparedTitle(of: SeriesFigure, earlier: string): string {
  return `${FIGURES[of]}比${earlier}`;
}
export function standingTitle(earlier: string): string {
  return `比${earlier}`;
}
/** What is counted at both times. */
export function stateText({ overdue, statuses }: Pick<IssueFilter, 'overdue' | 'statuses'>): string {
  if (overdue) return TITLE_WORDS.overdue;
  if (!statuses || OPEN_STATUSES.every((one) => statuses.includes(one))) return TITLE_WORDS.open;
  return statuses.map((one) => STATUS_NAMES[one]).join('、');
}

const oneDecimal = (value: number) => Math.round(value * 10) / 10;

/**
 * 照这个速度: what the whole weeks came to, and the one divided by the other.
 * @param until the day that was asked for, its working days from now, and what the pace comes to in them
 */
export function paceText(
  { weeks, logged, closed, open }: { weeks: number; logged: number; closed: number; open: number },
  until: { name: string; days: number; closed: number } | undefined,
): string[] {
  const each = closed / weeks;
  const known = `最近 ${weeks} 个整周平均每周登记 ${oneDecimal(logged / weeks)} 件、销号 ${oneDecimal(each)} 件，现在未销号 ${open} 件。`;
  const grows = logged >= closed ? '登记的不比销号的少，存量没有减下来。' : '';
  if (closed === 0) return [known, `${NO_PACE}${grows}`];
  const left = `只按这个销号速度、不算新登记的，现有的约要 ${oneDecimal(open / each)} 周。${grows}`;
  const by =
    until && `到${until.name}还有 ${until.days} 个工作日，照这个速度约销号 ${Math.round(until.closed)} 件。`;
  return [known, ...(by ? [by] : []), left];
}
/** 月底前清得完不 */
export const NO_FORECAST = '清不清得完这里不作预测，下面只是已有的数和照着除的结果。';
const NO_PACE = '这几周一件也没有销号，算不出要多久。';
export const PACE_NOTE = '照这个速度 = 最近几个整周销号的平均数，往后只是照着除，不是预测；';

export const dueByText = (day: string, count: number): string =>
  `现有未销号的里面，时限在${day}及以前的 ${count} 件（含已逾期的）。`;

/** @param first the first span that is told */
export const beforeBegunText = (first: string): string => `${first}以前没有登记，不列；`;

/** Open or overdue, from the first span to the last. */
export function fromToText(of: SeriesFigure, rows: readonly { name: string; value: number }[]): string[] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || first === last) return [];
  const apart = last.value - first.value;
  const how = apart === 0 ? '一样多' : `${apart > 0 ? '多' : '少'} ${Math.abs(apart)} 件`;
  return [`${FIGURES[of]}：${first.name} ${first.value} 件，${last.name} ${last.value} 件，${how}。`];
}

const EACH: Record<Series['by'], string> = { day: '天', week: '周', month: '个月' };

/** How often it rose and fell, of spans that are over. */
export function roseText(
  by: Series['by'],
  of: SeriesFigure,
  rows: readonly { name: string; value: number }[],
  runs: { name: string; value: number } | undefined,
): string[] {
  const steps = rows.slice(1).map(({ value }, i) => Math.sign(value - (rows[i]?.value ?? value)));
  const count = (sign: number) => steps.filter((one) => one === sign).length;
  const [up, down, level] = [count(1), count(-1), count(0)];
  if (steps.length === 0) return [];
  const one = EACH[by];
  const [more, less] = of === 'days' ? ['长', '短'] : UNITS[of] === '件' ? ['多', '少'] : ['高', '低'];
  const last = rows.at(-1);
  const passed = runs && last && runs.value > last.value;
  const unit = UNITS[of] === '件' ? ' 件' : UNITS[of] === '百分点' ? '%' : ' 个工作日';
  const now = runs
    ? `；${runs.name} ${runs.value}${unit}，${passed ? `已比${last.name}${more}` : '没过完不比'}`
    : '';
  if (steps.length === 1 && last) {
    const how = up > 0 ? more : down > 0 ? less : '';
    return [
      `${FIGURES[of]}：${last.name}${how === '' ? `和${rows[0]?.name}一样` : `比${rows[0]?.name}${how}`}${now}。`,
    ];
  }
  const told =
    up === steps.length
      ? `每一${one}都比前一${one}${more}`
      : down === steps.length
        ? `每一${one}都比前一${one}${less}`
        : `有起有落，比前一${one}${more}的 ${up} 次，${less}的 ${down} 次，一样的 ${level} 次`;
  return [`${FIGURES[of]}：${told}${now}。`];
}

const WHOLE: Record<Series['by'], string> = {
  day: '天平均每天',
  week: '个整周平均每周',
  month: '个整月平均每月',
};

/** 有登记以来已过完的 8 个整周平均每周销号 2.1 件。 @param sums of each figure, over all of them */
export function meanText(
  by: Series['by'],
  spans: number,
  sums: readonly (readonly [SeriesFigure, number])[],
): string {
  const each = sums.map(([of, sum]) => `${FIGURES[of]} ${oneDecimal(sum / spans)} 件`);
  return `有登记以来已过完的 ${spans} ${WHOLE[by]}${each.join('、')}。`;
}
