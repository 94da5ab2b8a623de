/** Holidays as people date by them: 国庆以来, 春节过后, 元旦前. */
import { addDays, type Day, datePartsOf, parseDay } from '../../domain/time.ts';
import { matchAt, type Said, SINCE } from './period-words.ts';

/**
 * First days of holidays with a fixed date, and of the four seasons (立春, 立夏, 立秋, 立冬): only 国庆以来 and the like is a
 * period.
 */
const FEASTS: readonly [RegExp, number, number][] = [
  [/(?:国庆节?|十一)/y, 10, 1],
  [/元旦/y, 1, 1],
  [/(?:五一|劳动节)/y, 5, 1],
  [/七一/y, 7, 1],
  [/八一/y, 8, 1],
  [/(?:开春|入春|立春)(?!节)/y, 2, 4],
  [/(?:入夏|立夏)/y, 5, 5],
  [/(?:入秋|立秋)/y, 8, 7],
  [/(?:入冬|立冬)/y, 11, 7],
];
/** The last day off after each, by the usual notice; 春节 by the days below. */
const DAYS_OFF: Readonly<Record<string, number>> = { '10-1': 7, '1-1': 3, '5-1': 5 };
/** Days of the moon's calendar, with as many days off: 端午, 中秋 (GB/T 33661). */
const LUNAR: readonly [RegExp, readonly Day[]][] = [
  [
    /(?:端午|五月节)/y,
    ['2024-06-10', '2025-05-31', '2026-06-19', '2027-06-09', '2028-05-28', '2029-06-16', '2030-06-05'],
  ],
  [
    /清明/y,
    ['2024-04-04', '2025-04-04', '2026-04-05', '2027-04-05', '2028-04-04', '2029-04-04', '2030-04-05'],
  ],
  [
    /(?:中秋|八月节)/y,
    ['2024-09-17', '2025-10-06', '2026-09-25', '2027-09-15', '2028-10-03', '2029-09-22', '2030-09-12'],
  ],
];
const LUNAR_OFF = 3;
/** First day of the lunar year, of which nobody counts the day: 春节 (GB/T 33661). */
const LUNAR_NEW_YEAR: readonly Day[] = [
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-03',
  '2031-01-23',
  '2032-02-11',
  '2033-01-31',
  '2034-02-19',
  '2035-02-08',
];
/** 年前 is before that day; 三年前 is another. */
const SPRING =
  /(?:春节|过年|年关|年后|正月|(?<![\d一二两三四五六七八九十几多半今明去前后本当每整全往近个])年(?=(?:之|以)?前(?!年)))/y;
const AFTER_FEAST =
  /(?:节|放假|假期|长假|收假)?(?:过后|之后|以后|过完了?|过了|完了?|后|收假)(?:(?:一直)?到(?:现在|今天|目前|如今|这会儿?|这阵子?|这时候?|眼下|当下|今儿?)|至今|以来)?(?:为止)?/y;
const BEFORE_FEAST = /(?:节|放假)?(?:之前|以前|前)/y;

/** 国庆节后, 春节过后到现在: from the first day after the days off; 元旦前: until the day before it. */
export function besideFeastAt(folded: string, at: number, today: Day): Said | undefined {
  const near = (first: (year: number) => Day | undefined, ahead: boolean) => {
    const { year } = datePartsOf(today);
    const days = [year - 1, year, year + 1].flatMap((one) => first(one) ?? []);
    return ahead ? days.find((day) => day > today) : days.findLast((day) => day <= today);
  };
  const lunar = (year: number) => LUNAR_NEW_YEAR.find((day) => day.startsWith(`${year}-`));
  const spring = matchAt(SPRING, folded, at);
  const moon = LUNAR.find(([pattern]) => matchAt(pattern, folded, at) !== undefined);
  const fixed = FEASTS.find(([pattern]) => matchAt(pattern, folded, at) !== undefined);
  const named = moon ?? fixed;
  const said = spring ?? (named && matchAt(named[0], folded, at));
  if (said === undefined) return undefined;
  const first = (year: number) =>
    spring !== undefined
      ? lunar(year)
      : moon
        ? moon[1].find((day) => day.startsWith(`${year}-`))
        : fixed && parseDay(year, fixed[1], fixed[2]);
  const off =
    spring !== undefined ? 7 : moon ? LUNAR_OFF : fixed ? (DAYS_OFF[`${fixed[1]}-${fixed[2]}`] ?? 0) : 0;
  const end = at + said.length;
  const before = matchAt(BEFORE_FEAST, folded, end);
  const next = near(first, true);
  if (before !== undefined && next !== undefined) {
    const period = { from: today, until: addDays(next, -1), past: false };
    return { period, length: end - at + before.length };
  }
  const after = said === '年后' ? '' : matchAt(AFTER_FEAST, folded, end);
  const since = after === undefined ? matchAt(SINCE, folded, end) : after;
  const last = near(first, false);
  if (since === undefined || last === undefined) return undefined;
  const from = after === undefined ? last : addDays(last, off);
  return from > today
    ? undefined
    : { period: { from, until: today, past: true }, length: end - at + since.length };
}

export function feastAt(folded: string, at: number, today: Day): (Said & { feast: true }) | undefined {
  for (const [pattern, month, date] of FEASTS) {
    const said = matchAt(pattern, folded, at);
    if (said === undefined) continue;
    const { year } = datePartsOf(today);
    const [now, last] = [parseDay(year, month, date), parseDay(year - 1, month, date)];
    const from = now !== undefined && now <= today ? now : last;
    if (from) return { period: { from, until: from, past: true }, length: said.length, feast: true };
  }
  return undefined;
}
