/** Days as they are written in figures: 2026-11-09, 11/16, 20261116. */
import { monthOf } from '../../domain/period.ts';
import { type Day, datePartsOf, parseDay } from '../../domain/time.ts';
import type { Said } from './period-words.ts';

const WRITTEN = /(?<!\d)(20\d\d)([-/.])(\d{1,2})(?:\2(\d{1,2})日?)?(?![\d月]|[-/.]\d)/y;

/** 2026-11-09, 2026/11/9, 2026.11.09; 2026-10 is the month. */
export function writtenAt(folded: string, at: number): Said | undefined {
  WRITTEN.lastIndex = at;
  const match = WRITTEN.exec(folded);
  if (!match) return undefined;
  const [year, month, date] = [match[1], match[3], match[4]].map(Number) as [number, number, number];
  if (match[4] === undefined) {
    // 2026.1 may be October without its nought.
    if (month < 1 || month > 12 || (match[2] === '.' && match[3] === '1')) return undefined;
    const [from, until] = monthOf(year, month);
    return { period: { from, until, past: true }, length: match[0].length };
  }
  const day = parseDay(year, month, date);
  return day === undefined
    ? undefined
    : { period: { from: day, until: day, past: true }, length: match[0].length };
}

const SHORT_DAY =
  /(?<!\d)(\d{1,2})([-/.])(\d{1,2})日?(?:(?:到|至|~|—|–)(\d{1,2})\2(\d{1,2})日?)?(?![\d月年]|[-/.]\d)/y;
const COMPACT_DAY = /(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)/y;
const WHOLE_YEAR = /(?<!\d)(20\d\d)年度?(?!\d|[上下]半|第?[一二三四]季)/y;

/**
 * What stands for days only where nothing but a time can stand: 11-16, 11/16, 11.1至11.8, 20261116, 2026年. In other
 * words it may be a size or a number.
 */
export function bareDaysAt(
  folded: string,
  at: number,
  today: Day,
): { from: Day; until: Day; length: number } | undefined {
  WHOLE_YEAR.lastIndex = at;
  const whole = WHOLE_YEAR.exec(folded);
  if (whole) return { from: `${whole[1]}-01-01`, until: `${whole[1]}-12-31`, length: whole[0].length };
  COMPACT_DAY.lastIndex = at;
  const compact = COMPACT_DAY.exec(folded);
  if (compact) {
    const day = parseDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
    return day === undefined ? undefined : { from: day, until: day, length: compact[0].length };
  }
  SHORT_DAY.lastIndex = at;
  const short = SHORT_DAY.exec(folded);
  if (!short) return undefined;
  const dayAt = (month: string | undefined, date: string | undefined) =>
    parseDay(yearOf(undefined, Number(month), today), Number(month), Number(date));
  const from = dayAt(short[1], short[3]);
  const until = short[4] === undefined ? from : dayAt(short[4], short[5]);
  return from && until && from <= until ? { from, until, length: short[0].length } : undefined;
}

/** The year that is said, else the one in which the month lies nearest to today. */
export function yearOf(said: string | undefined, month: number, today: Day): number {
  const { year, month: now } = datePartsOf(today);
  if (said !== undefined)
    return { 今: year, 去: year - 1, 明: year + 1 }[said] ?? 2000 + (Number(said) % 1000);
  return month - now > 6 ? year - 1 : now - month > 6 ? year + 1 : year;
}
