/** Spans of days as people name them: 今天, 本周, 上个月, 本季度, 最近7天. */
import { NUMERAL, readNumeral } from '../../domain/numerals.ts';
import { addDays, addMonths, type Day, datePartsOf, daysInMonth, weekdayOf } from '../../domain/time.ts';

export interface Period {
  from: Day;
  until: Day;
  /** As shown in titles. */
  name: string;
  /** Lies behind or is long: asks what was logged rather than what falls due. */
  past: boolean;
}

type Kind = 'day' | 'week' | 'month' | 'quarter' | 'year';

const NAMES: readonly [RegExp, Kind, number, string][] = [
  [/大后天/y, 'day', 3, '大后天'],
  [/(?:今天|今日|今儿|当天|当日)/y, 'day', 0, '今天'],
  [/(?:明天|明日|明儿)/y, 'day', 1, '明天'],
  [/后天/y, 'day', 2, '后天'],
  [/前天/y, 'day', -2, '前天'],
  [/(?:昨天|昨日)/y, 'day', -1, '昨天'],
  [/(?:本|这一?个?|当)(?:周|星期|礼拜)(?![一二三四五六日天])/y, 'week', 0, '本周'],
  [/下一?个?(?:周|星期|礼拜)(?![一二三四五六日天])/y, 'week', 1, '下周'],
  [/上一?个?(?:周|星期|礼拜)(?![一二三四五六日天])/y, 'week', -1, '上周'],
  [/(?:本|这个?|当)月/y, 'month', 0, '本月'],
  [/下个?月(?![\d底初中])/y, 'month', 1, '下月'],
  [/上个?月/y, 'month', -1, '上月'],
  [/(?:本|这一?个?)季度/y, 'quarter', 0, '本季度'],
  [/下一?个?季度/y, 'quarter', 1, '下季度'],
  [/上一?个?季度/y, 'quarter', -1, '上季度'],
  [/(?:今年|本年度?)/y, 'year', 0, '今年'],
  [/明年/y, 'year', 1, '明年'],
  [/去年/y, 'year', -1, '去年'],
];

const RECENT = new RegExp(`(?:最近|近|过去|前)(${NUMERAL})(天|日|周|个?星期|个月)`, 'y');
const AHEAD = new RegExp(`(?:未来|今后|接下来|往后)(${NUMERAL})(天|日|周|个?星期|个月)`, 'y');

/** The period whose name begins at `at`. `today` is the day in the deployment's zone. */
export function periodAt(
  folded: string,
  at: number,
  today: Day,
): { period: Period; length: number } | undefined {
  for (const [pattern, kind, offset, name] of NAMES) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    if (!match) continue;
    const [from, until] = rangeOf(kind, offset, today);
    const past = offset < 0 || kind === 'quarter' || kind === 'year';
    return { period: { from, until, name, past }, length: match[0].length };
  }
  return countedAt(folded, at, today, RECENT, -1) ?? countedAt(folded, at, today, AHEAD, 1);
}

function countedAt(
  folded: string,
  at: number,
  today: Day,
  pattern: RegExp,
  direction: 1 | -1,
): { period: Period; length: number } | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(folded);
  if (!match) return undefined;
  const [, numeral = '', unit = ''] = match;
  const count = readNumeral(numeral);
  if (!count || count > 400) return undefined;
  const days = unit === '天' || unit === '日' ? count : count * 7;
  const edge = unit.endsWith('月') ? addMonths(today, count * direction) : addDays(today, days * direction);
  const name = `${direction < 0 ? '近' : '未来'}${count}${unit}`;
  return direction < 0
    ? { period: { from: addDays(edge, 1), until: today, name, past: true }, length: match[0].length }
    : { period: { from: today, until: edge, name, past: false }, length: match[0].length };
}

/** First and last day of the day, week (from Monday), month, quarter or year `offset` from today's. */
export function rangeOf(kind: Kind, offset: number, today: Day): [Day, Day] {
  if (kind === 'day') {
    const day = addDays(today, offset);
    return [day, day];
  }
  if (kind === 'week') {
    const monday = addDays(today, 1 - weekdayOf(today) + offset * 7);
    return [monday, addDays(monday, 6)];
  }
  const length = kind === 'month' ? 1 : kind === 'quarter' ? 3 : 12;
  const { year, month } = datePartsOf(today);
  const first = Math.floor((month - 1) / length) * length + 1 + offset * length;
  const start = dayOfMonth(year, first, 1);
  const last = dayOfMonth(year, first + length - 1, 31);
  return [start, last];
}

/** Months count on through the years; a day past the month's end is its last. */
function dayOfMonth(year: number, month: number, day: number): Day {
  const months = year * 12 + month - 1;
  const [y, m] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(y).padStart(4, '0')}-${two(m)}-${two(Math.min(day, daysInMonth(y, m)))}`;
}
