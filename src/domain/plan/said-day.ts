/** The day something happened on, as people say it: 12月3日, 2026-05-01, 昨天, 上周五. Pure. */
import { NUMERAL, readNumeral } from '../numerals.ts';
import { addDays, addMonths, type Day, datePartsOf, daysBetween, parseDay, weekdayOf } from '../time.ts';

const FULL = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?$/;
const MONTH_DAY = new RegExp(`^(?:(今年|去年|明年))?(${NUMERAL})(?:月|[-./])(${NUMERAL})[日号]?$`);
const DAY_OF_MONTH = new RegExp(`^(本月|上个?月)?(${NUMERAL})[日号]$`);
const WEEKDAY = /^(上|这|本)?(?:周|星期|礼拜)([一二三四五六日天])$/;
const NEAR: Record<string, number> = {
  今天: 0,
  今日: 0,
  当天: 0,
  昨天: -1,
  昨日: -1,
  前天: -2,
  明天: 1,
  后天: 2,
};

/**
 * Reads a text that is nothing but a day. A date without a year is this year's, in January last
 * December's; so one of the coming weeks is seen to lie ahead. 3号 and 周五 are the last ones that were.
 * @returns 'impossible' for a day there is not (2月30日); undefined when it is no day
 */
export function readSaidDay(text: string, today: Day): Day | 'impossible' | undefined {
  const said = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^[于在]|[,。;、]+$/g, '');
  const near = NEAR[said];
  if (near !== undefined) return addDays(today, near);
  const full = FULL.exec(said);
  if (full) return parseDay(Number(full[1]), Number(full[2]), Number(full[3])) ?? 'impossible';
  const [, which, month, date] = MONTH_DAY.exec(said) ?? [];
  if (month !== undefined && date !== undefined)
    return ofYear(which, readNumeral(month), readNumeral(date), today);
  const [, ofMonth, number] = DAY_OF_MONTH.exec(said) ?? [];
  if (number !== undefined) return lastSuch(ofMonth, readNumeral(number), today);
  const [, week, name] = WEEKDAY.exec(said) ?? [];
  return name === undefined ? undefined : weekday(week, name, today);
}

/** Further ahead than this, the day of last year is meant. */
const AHEAD_DAYS = 183;

function ofYear(which: string | undefined, month: number | undefined, date: number | undefined, today: Day) {
  if (month === undefined || date === undefined) return 'impossible' as const;
  const { year } = datePartsOf(today);
  const shift = which === '去年' ? -1 : which === '明年' ? 1 : 0;
  const day = parseDay(year + shift, month, date);
  if (which === undefined && (day === undefined || daysBetween(today, day) > AHEAD_DAYS))
    return parseDay(year - 1, month, date) ?? ('impossible' as const);
  return day ?? ('impossible' as const);
}

function lastSuch(which: string | undefined, date: number | undefined, today: Day) {
  if (date === undefined) return 'impossible' as const;
  const inMonth = (at: Day) => {
    const { year, month } = datePartsOf(at);
    return parseDay(year, month, date);
  };
  const first = `${today.slice(0, 8)}01`;
  const before = inMonth(addMonths(first, -1));
  if (which?.startsWith('上')) return before ?? ('impossible' as const);
  const now = inMonth(first);
  if (now !== undefined && (now <= today || which === '本月')) return now;
  return before ?? now ?? ('impossible' as const);
}

function weekday(which: string | undefined, name: string, today: Day): Day {
  const wanted = '一二三四五六日'.indexOf(name.replace('天', '日')) + 1;
  const monday = addDays(today, 1 - weekdayOf(today));
  const here = addDays(monday, wanted - 1);
  if (which === '上') return addDays(here, -7);
  return which === undefined && here > today ? addDays(here, -7) : here;
}
