/** Days of a month: 3号到5号, 11月16到22号, 20号前, 20号到期, 23号以来. */
import { readNumeral } from '../../domain/numerals.ts';
import { rangeOf } from '../../domain/period.ts';
import { addDays, type Day, datePartsOf, parseDay } from '../../domain/time.ts';
import { TWO, YEAR_SAID, yearMeant } from './calendar-days.ts';
import { NUMBERED } from './numbers.ts';
import { EVER, matchAt, type Said } from './period-words.ts';

export const BEFORE = /(?:之前|以前|前)(?!\p{Script=Han}?天)/uy;

/** Of what the days before are: of what came then, or was done then. */
export const saysOfWhat = (behind: string) =>
  /^(?:就|已经|都|一共|总共|已)*的?(?:登记|新增|报|提|立|收|来|反映|办结|销|解决|完成|办完)/.test(behind);

const DAYS_OF_MONTH = new RegExp(
  `(?:${YEAR_SAID}(${TWO})月)?(${TWO})[日号]?(?:到|至|~|-|—|–)(${TWO})[日号](?!${NUMBERED})(?:那几天|这几天|那一?个?(?:周|星期|礼拜))?`,
  'y',
);
/** 16号那周: from Monday to Sunday. */
const WEEK_OF = new RegExp(`(${TWO})[日号](?:那一?个?|所在的?)(?:周|星期|礼拜)`, 'y');
/** What was done then is counted, or only what there was. */
const COUNTED_THEN =
  '(?:那天|当天)?(?:一共|总共|又|都)?(?:报|提|上报|提交|新?登记|新增|转办?|派|签收?|退回?|催办?|办结|办[完掉]?|销[号掉]?|解决|登|收)?(?:出|上|回)?[去来]?了?有?(?:几|多少)(?:[个件条项]|[\\s\\p{P}]*$)';
const DAY_ALONE = new RegExp(
  `(${TWO})[日号](?=(?:之前|以前|前(?![面后])|到期|截止|该|要|必须|登记|新增|新报|报上来|(?:办结|销号|解决)的|${COUNTED_THEN})(?!.*[#这那]个?))`,
  'uy',
);

const DAY_SINCE = new RegExp(
  `(${TWO})[日号](?:(?:到|至)(?:现在|目前|今天|今日|如今)|以来|至今|(?:以后|之后|过后)(?=[^,，]{0,4}(?:登记|新增|新|报|提|来|办结|销|解决|转|派|催|退)))`,
  'y',
);

/** 3号到5号, 20号前, 20号到期: of this month. */
export function daysOfMonthAt(folded: string, at: number, today: Day): Said | undefined {
  const { year, month } = datePartsOf(today);
  const dayIn = (numeral: string | undefined, [of, which] = [year, month]) =>
    parseDay(of, which, readNumeral(numeral ?? '') ?? 0);
  const dayOfMonth = (numeral: string | undefined) => dayIn(numeral);
  DAYS_OF_MONTH.lastIndex = at;
  const both = DAYS_OF_MONTH.exec(folded);
  const named = readNumeral(both?.[2] ?? '');
  const inMonth: [number, number] = named
    ? [yearMeant(folded, both?.[1], named, today), named]
    : [year, month];
  const [from, until] = [dayIn(both?.[3], inMonth), dayIn(both?.[4], inMonth)];
  if (both && from && until && from <= until)
    return { period: { from, until, past: until <= today }, length: both[0].length };
  WEEK_OF.lastIndex = at;
  const week = WEEK_OF.exec(folded);
  const within = dayOfMonth(week?.[1]);
  if (week && within && !/[\d月]/.test(folded.charAt(at - 1))) {
    const [monday, sunday] = rangeOf('week', 0, within);
    return { period: { from: monday, until: sunday, past: monday <= today }, length: week[0].length };
  }
  DAY_SINCE.lastIndex = at;
  const since = /[\d月]/.test(folded.charAt(at - 1)) ? null : DAY_SINCE.exec(folded);
  const start = dayOfMonth(since?.[1]);
  const first = start && /后$/.test(since?.[0] ?? '') ? addDays(start, 1) : start;
  if (since && first && first <= today)
    return { period: { from: first, until: today, past: true }, length: since[0].length };
  DAY_ALONE.lastIndex = at;
  const one = DAY_ALONE.exec(folded);
  const day = dayOfMonth(one?.[1]);
  if (!one || !day || /[\d月]/.test(folded.charAt(at - 1))) return undefined;
  const before = matchAt(BEFORE, folded, at + one[0].length);
  if (before === undefined)
    return { period: { from: day, until: day, past: day < today }, length: one[0].length };
  const length = one[0].length + before.length;
  if (day >= today) return { period: { from: today, until: day, past: false }, length };
  return saysOfWhat(folded.slice(at + length))
    ? { period: { from: EVER, until: addDays(day, -1), past: true }, length }
    : undefined;
}
