/** A span of days in the words of the office: 今天, 本周, 上月, 10月, 11月12日至11月18日. */
import { monthOf, type PeriodKind, rangeOf } from '../domain/period.ts';
import { type Day, datePartsOf, formatDay } from '../domain/time.ts';

/** Kind and how many of them from today, with the word people use for it. */
export const PERIOD_NAMES: readonly (readonly [PeriodKind, number, string])[] = [
  ['day', 0, '今天'],
  ['day', 1, '明天'],
  ['day', 2, '后天'],
  ['day', 3, '大后天'],
  ['day', -1, '昨天'],
  ['day', -2, '前天'],
  ['week', 0, '本周'],
  ['week', 1, '下周'],
  ['week', -1, '上周'],
  ['month', 0, '本月'],
  ['month', 1, '下月'],
  ['month', -1, '上月'],
  ['quarter', 0, '本季度'],
  ['quarter', 1, '下季度'],
  ['quarter', -1, '上季度'],
  ['year', 0, '今年'],
  ['year', 1, '明年'],
  ['year', -1, '去年'],
];

/** Names a span as seen from `today`; a span without a usual name by its days, both ends included. */
export function spanText(from: Day | undefined, until: Day | undefined, today: Day): string {
  const { year } = datePartsOf(today);
  const day = (one: Day) => formatDay(one, { year, weekday: false });
  if (from === undefined || until === undefined) {
    return from === undefined ? `${until === undefined ? '' : day(until)}及以前` : `${day(from)}以后`;
  }
  for (const [kind, offset, name] of PERIOD_NAMES) {
    const [first, last] = rangeOf(kind, offset, today);
    if (first === from && last === until) return name;
  }
  const { year: of, month } = datePartsOf(from);
  const [first, last] = monthOf(of, month);
  if (first === from && last === until) return of === year ? `${month}月` : `${of}年${month}月`;
  if (from === until) return day(from);
  const ends = datePartsOf(until).year === of ? day(until) : formatDay(until, { year: of, weekday: false });
  return `${day(from)}至${ends}`;
}
