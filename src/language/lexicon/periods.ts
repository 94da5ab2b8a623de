/** Spans of days as people name them: 今天, 本周, 上个月, 本季度, 最近7天. */
import { NUMERAL, readNumeral } from '../../domain/numerals.ts';
import { monthOf, type PeriodKind, rangeOf } from '../../domain/period.ts';
import { addDays, addMonths, type Day, datePartsOf, parseDay } from '../../domain/time.ts';

export interface Period {
  from: Day;
  until: Day;
  /** Lies behind or is long: asks what was logged rather than what falls due. */
  past: boolean;
}

const NAMES: readonly [RegExp, PeriodKind, number][] = [
  [/大后天/y, 'day', 3],
  [/(?:今天|今日|今儿|当天|当日)/y, 'day', 0],
  [/(?:明天|明日|明儿)/y, 'day', 1],
  [/后天/y, 'day', 2],
  [/前天/y, 'day', -2],
  [/(?:昨天|昨日)/y, 'day', -1],
  [/(?:本|这一?个?|当)(?:周|星期|礼拜)(?![一二三四五六日天])/y, 'week', 0],
  [/下一?个?(?:周|星期|礼拜)(?![一二三四五六日天])/y, 'week', 1],
  [/上一?个?(?:周|星期|礼拜)(?![一二三四五六日天])/y, 'week', -1],
  [/(?:本|这个?|当)月/y, 'month', 0],
  [/下个?月(?![\d底初中])/y, 'month', 1],
  [/上个?月/y, 'month', -1],
  [/(?:本|这一?个?)季度/y, 'quarter', 0],
  [/下一?个?季度/y, 'quarter', 1],
  [/上一?个?季度/y, 'quarter', -1],
  [/(?:今年|本年度?)/y, 'year', 0],
  [/明年/y, 'year', 1],
  [/去年/y, 'year', -1],
];

const RECENT = new RegExp(`(?:最近|近|过去|前)(${NUMERAL})(天|日|周|个?星期|个月)`, 'y');
const AHEAD = new RegExp(`(?:未来|今后|接下来|往后)(${NUMERAL})(天|日|周|个?星期|个月)`, 'y');

/** The period whose name begins at `at`. `today` is the day in the deployment's zone. */
export function periodAt(
  folded: string,
  at: number,
  today: Day,
): { period: Period; length: number } | undefined {
  const named = dateAt(folded, at, today) ?? monthAt(folded, at, today);
  if (named) return named;
  for (const [pattern, kind, offset] of NAMES) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    if (!match) continue;
    const [from, until] = rangeOf(kind, offset, today);
    const past = offset < 0 || kind === 'quarter' || kind === 'year';
    return { period: { from, until, past }, length: match[0].length };
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
  return direction < 0
    ? { period: { from: addDays(edge, 1), until: today, past: true }, length: match[0].length }
    : { period: { from: today, until: edge, past: false }, length: match[0].length };
}

const TWO = `(?:\\d{1,2}|[一二三四五六七八九十]{1,2})`;
const YEAR = String.raw`(?:(\d{4}|今|去|明)年)?`;
const MONTH = new RegExp(`${YEAR}(${TWO})月份?(?![\\d一二三四五六七八九十]|[底初中末上下]旬?)`, 'y');
const DATE = new RegExp(`${YEAR}(${TWO})月(${TWO})[日号]`, 'y');

/** The year that is said, else the one in which the month lies nearest to today. */
function yearOf(said: string | undefined, month: number, today: Day): number {
  const { year, month: now } = datePartsOf(today);
  if (said !== undefined) return { 今: year, 去: year - 1, 明: year + 1 }[said] ?? Number(said);
  return month - now > 6 ? year - 1 : now - month > 6 ? year + 1 : year;
}

/** 11月, 11月份, 去年12月: `past` when it is over, so that what was logged is meant. */
function monthAt(folded: string, at: number, today: Day): { period: Period; length: number } | undefined {
  MONTH.lastIndex = at;
  const match = MONTH.exec(folded);
  const month = readNumeral(match?.[2] ?? '');
  if (!match || !month || month > 12) return undefined;
  const [from, until] = monthOf(yearOf(match[1], month, today), month);
  return { period: { from, until, past: until < today }, length: match[0].length };
}

/** 12月20日 */
function dateAt(folded: string, at: number, today: Day): { period: Period; length: number } | undefined {
  DATE.lastIndex = at;
  const match = DATE.exec(folded);
  const [month, date] = [readNumeral(match?.[2] ?? ''), readNumeral(match?.[3] ?? '')];
  if (!match || !month || !date) return undefined;
  const day = parseDay(yearOf(match[1], month, today), month, date);
  if (day === undefined) return undefined;
  return { period: { from: day, until: day, past: day < today }, length: match[0].length };
}
