import chineseDays from 'chinese-days';
import { addDays, type Day, dayOfEpoch, epochDay, parseDay } from '../time.ts';

/** The seven statutory holidays, as they are shown. */
export type HolidayName = '元旦' | '春节' | '清明节' | '劳动节' | '端午节' | '中秋节' | '国庆节';

const LUNAR_FROM = 1901;
const LUNAR_UNTIL = 2099;
/** First day of the lunar year 1900, where the package's month table begins. */
const LUNAR_EPOCH = epochDay('1900-01-31');

/**
 * Gregorian day of a lunar date (not in a leap month), or undefined outside 1901–2099. Built from the package's
 * month lengths: its own date conversion depends on the machine's zone, and ICU's Chinese calendar puts the
 * New Year of 2027 and 2030 a day off (new moon within minutes of midnight in Beijing).
 */
export function findLunarDay(lunarYear: number, month: number, day: number): Day | undefined {
  if (lunarYear < LUNAR_FROM || lunarYear > LUNAR_UNTIL) return undefined;
  let days = 0;
  for (let year = 1900; year < lunarYear; year++) days += countMonthDays(year, 12);
  return dayOfEpoch(LUNAR_EPOCH + days + countMonthDays(lunarYear, month - 1) + day - 1);
}

/** Days of the first `months` months of a lunar year, leap month included. */
function countMonthDays(lunarYear: number, months: number): number {
  const leap = chineseDays.getYearLeapMonth(lunarYear);
  let days = 0;
  for (let month = 1; month <= months; month++) {
    days += chineseDays.monthDays(lunarYear, month);
    if (leap.leapMonth === month) days += leap.days;
  }
  return days;
}

/** Qingming by the usual 21st-century formula (constant 4.81), the one chinese-days uses; 2000–2099. */
function findQingming(year: number): Day | undefined {
  if (year < 2000 || year > 2099) return undefined;
  const y = year % 100;
  return parseDay(year, 4, Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4));
}

/**
 * The statutory days off of a year without a published notice (全国年节及纪念日放假办法, as amended for 2025):
 * 元旦 1, 除夕–初三 4, 清明 1, 劳动节 2, 端午 1, 中秋 1, 国庆 3. Days that coincide keep the later name.
 * Outside 2000–2099 only the fixed dates are known.
 */
export function listStatutoryDays(year: number): Map<Day, HolidayName> {
  const days = new Map<Day, HolidayName>();
  const add = (name: HolidayName, first: Day | undefined, count: number) => {
    for (let i = 0; first && i < count; i++) days.set(addDays(first, i), name);
  };
  const newYear = findLunarDay(year, 1, 1);
  add('元旦', parseDay(year, 1, 1), 1);
  add('春节', newYear && addDays(newYear, -1), 4);
  add('清明节', findQingming(year), 1);
  add('劳动节', parseDay(year, 5, 1), 2);
  add('端午节', findLunarDay(year, 5, 5), 1);
  add('国庆节', parseDay(year, 10, 1), 3);
  add('中秋节', findLunarDay(year, 8, 15), 1);
  return days;
}
