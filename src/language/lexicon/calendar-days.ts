/** Months and days of the calendar as they are said: 11月, 12月20日, 十月下旬, 1到10月. */
import { readNumeral } from '../../domain/numerals.ts';
import { monthOf, rangeOf } from '../../domain/period.ts';
import { addDays, type Day, datePartsOf, parseDay } from '../../domain/time.ts';
import { NUMBERED } from './numbers.ts';
import { asksOfPast, EVER, matchAt, NOW, type Period, type Said } from './period-words.ts';
import { yearOf } from './written-days.ts';

/** A number of up to two places, Arabic or Chinese. */
export const TWO = `(?:\\d{1,2}|[一二三四五六七八九十]{1,2})`;

const MONTHS = new RegExp(
  `(?:(\\d{4}|今|去)年)?(${TWO})月?份?(?:到|至|~|-|—|–)(${TWO})月份?(?!${TWO}|底|初|中|上旬|下旬)`,
  'y',
);

/** 1到10月, 1-10月份. */
export function monthsAt(folded: string, at: number, today: Day): Said | undefined {
  MONTHS.lastIndex = at;
  const match = MONTHS.exec(folded);
  const [first, last] = [readNumeral(match?.[2] ?? ''), readNumeral(match?.[3] ?? '')];
  if (!match || !first || !last || first > last || last > 12) return undefined;
  const { year } = datePartsOf(today);
  const said = match[1];
  const of = said === undefined || said === '今' ? year : said === '去' ? year - 1 : Number(said);
  const [from] = monthOf(of, first);
  const [, until] = monthOf(of, last);
  return { period: { from, until, past: until <= today || from < today }, length: match[0].length };
}

const DAY_ONLY = new RegExp(`(${TWO})[日号](?!\\p{Script=Han}{0,2}[园楼])`, 'uy');

/** The 8日 of 10月1日到8日. */
export function laterDayAt(folded: string, at: number, first: Period): Said | undefined {
  DAY_ONLY.lastIndex = at;
  const match = DAY_ONLY.exec(folded);
  const date = readNumeral(match?.[1] ?? '');
  if (!match || !date) return undefined;
  const { year, month } = datePartsOf(first.from);
  const day = parseDay(year, month, date);
  if (day === undefined) return undefined;
  return { period: { from: day, until: day, past: true }, length: match[0].length };
}

/** Of 三月份新增几个 in November the March that was, not the one to come. */
function yearMeant(folded: string, said: string | undefined, month: number, today: Day): number {
  const near = yearOf(said, month, today);
  const [from] = monthOf(near, month);
  return said === undefined && from > today && asksOfPast(folded) ? near - 1 : near;
}

const YEAR = String.raw`(?:((?:20)?2\d|今|去|明)年)?`;
const MONTH = new RegExp(
  `${YEAR}(${TWO})月份?(?!份|\\d|[一二三四五六七八九十]{1,3}[日号]|[底初中末上下]旬?)`,
  'y',
);
const DATE = new RegExp(`${YEAR}(${TWO})月(${TWO})(?:[日号]|(?=[到至~—–-]${TWO}[日号]))`, 'y');

const TWO_MONTHS = new RegExp(
  `${YEAR}(?:(\\d{1,2})[、,和](\\d{1,2})|([一二三四五六七八九])([二三四五六七八九十]))月份?(?!底|初|中|[上下]旬|\\d)`,
  'y',
);

/** 九十月份, 9、10月份: one right after the other; 十一月 is one month. */
export function twoMonthsAt(folded: string, at: number, today: Day): Said | undefined {
  TWO_MONTHS.lastIndex = at;
  const match = TWO_MONTHS.exec(folded);
  const [first, last] = [match?.[2] ?? match?.[4], match?.[3] ?? match?.[5]].map((one) =>
    readNumeral(one ?? ''),
  );
  if (!match || !first || last !== first + 1 || last > 12) return undefined;
  const year = yearMeant(folded, match[1], first, today);
  const [from] = monthOf(year, first);
  const [, until] = monthOf(year, last);
  return { period: { from, until, past: from <= today }, length: match[0].length };
}

/** 11月, 11月份, 去年12月: `past` when it is over, so that what was logged is meant. */
export function monthAt(
  folded: string,
  at: number,
  today: Day,
): { period: Period; length: number } | undefined {
  MONTH.lastIndex = at;
  const match = MONTH.exec(folded);
  const month = readNumeral(match?.[2] ?? '');
  if (!match || !month || month > 12) return undefined;
  const [from, until] = monthOf(yearMeant(folded, match[1], month, today), month);
  return { period: { from, until, past: until < today }, length: match[0].length };
}

const TEN_DAYS = new RegExp(
  `(?:${YEAR}(${TWO})月份?的?|(本|这个?|上个?|下个?)月的?|(?<![月的]))([上中下])旬`,
  'y',
);

/** 十月下旬, 本月上旬. */
export function tenDaysAt(
  folded: string,
  at: number,
  today: Day,
): { period: Period; length: number } | undefined {
  TEN_DAYS.lastIndex = at;
  const match = TEN_DAYS.exec(folded);
  if (!match) return undefined;
  const [said, year, numeral, near, which] = match;
  const offset = near?.startsWith('上') ? -1 : near?.startsWith('下') ? 1 : 0;
  const month = readNumeral(numeral ?? '') ?? 0;
  if (numeral !== undefined && (month < 1 || month > 12)) return undefined;
  const [first, last] =
    numeral !== undefined
      ? monthOf(yearMeant(folded, year, month, today), month)
      : rangeOf('month', offset, today);
  const from = addDays(first, which === '上' ? 0 : which === '中' ? 10 : 20);
  const until = which === '下' ? last : addDays(from, 9);
  return { period: { from, until, past: until < today }, length: said.length };
}

const FIRST_DAYS = new RegExp(`(本|这个?|上个?|下个?)月(?:份)?的?[前头](${TWO})天`, 'y');

/** 本月头十天. */
export function firstDaysAt(folded: string, at: number, today: Day): Said | undefined {
  FIRST_DAYS.lastIndex = at;
  const match = FIRST_DAYS.exec(folded);
  const count = readNumeral(match?.[2] ?? '');
  if (!match || !count || count > 28) return undefined;
  const near = match[1] ?? '';
  const [from] = rangeOf('month', near.startsWith('上') ? -1 : near.startsWith('下') ? 1 : 0, today);
  return { period: { from, until: addDays(from, count - 1), past: from <= today }, length: match[0].length };
}

const WEEK_OF_MONTH = new RegExp(
  `(?:${YEAR}(${TWO})月份?|(本|这个?|上个?|下个?)月(?:份)?)的?(头|前|第)(一|两|二|三|四)?个?(?:周|星期|礼拜)`,
  'y',
);

/** 十二月头一周, 本月第二周: seven days each, from the first of the month. */
export function weekOfMonthAt(folded: string, at: number, today: Day): Said | undefined {
  WEEK_OF_MONTH.lastIndex = at;
  const match = WEEK_OF_MONTH.exec(folded);
  const month = readNumeral(match?.[2] ?? '') ?? 0;
  if (!match || (match[2] !== undefined && (month < 1 || month > 12))) return undefined;
  const [said, year, numeral, near, which, many = '一'] = match;
  const offset = near?.startsWith('上') ? -1 : near?.startsWith('下') ? 1 : 0;
  const [first] =
    numeral === undefined
      ? rangeOf('month', offset, today)
      : monthOf(yearMeant(folded, year, month, today), month);
  const count = many === '两' ? 2 : (readNumeral(many) ?? 1);
  const from = which === '第' ? addDays(first, 7 * (count - 1)) : first;
  const until = addDays(first, 7 * count - 1);
  return { period: { from, until, past: until < today }, length: said.length };
}

const HALF_MONTH = new RegExp(
  `(?:${YEAR}(${TWO})月份?|(本|这个?|上个?|下个?)月(?:份)?)?的?([上前头下后])半(?:个)?月(?!亮)`,
  'y',
);

/** 这个月上半个月, 十月下半月, 上半月: to the fifteenth, or from the sixteenth on. */
export function halfMonthAt(folded: string, at: number, today: Day): Said | undefined {
  HALF_MONTH.lastIndex = at;
  const match = HALF_MONTH.exec(folded);
  if (!match) return undefined;
  const [said, year, numeral, near, which = ''] = match;
  // 前半个月, 后半个月 alone are counted from today.
  if (numeral === undefined && near === undefined && !/[上下]半个?月/.test(said)) return undefined;
  const month = readNumeral(numeral ?? '') ?? 0;
  if (numeral !== undefined && (month < 1 || month > 12)) return undefined;
  const offset = near?.startsWith('上') ? -1 : near?.startsWith('下') ? 1 : 0;
  const [first, last] =
    numeral === undefined
      ? rangeOf('month', offset, today)
      : monthOf(yearMeant(folded, year, month, today), month);
  const [from, until] = /[上前头]/.test(which) ? [first, addDays(first, 14)] : [addDays(first, 15), last];
  return { period: { from, until, past: from <= today }, length: said.length };
}

/** 12月20日 */
export function dateAt(
  folded: string,
  at: number,
  today: Day,
): { period: Period; length: number } | undefined {
  DATE.lastIndex = at;
  const match = DATE.exec(folded);
  const [month, date] = [readNumeral(match?.[2] ?? ''), readNumeral(match?.[3] ?? '')];
  if (!match || !month || !date) return undefined;
  const day = parseDay(yearMeant(folded, match[1], month, today), month, date);
  if (day === undefined) return undefined;
  return { period: { from: day, until: day, past: day < today }, length: match[0].length };
}

export const BEFORE = /(?:之前|以前|前)(?!\p{Script=Han}?天)/uy;

/** Of what the days before are: of what came then, or was done then. */
export const saysOfWhat = (behind: string) =>
  /^(?:就|已经|都|一共|总共|已)*的?(?:登记|新增|报|提|立|收|来|反映|办结|销|解决|完成|办完)/.test(behind);

const DAYS_OF_MONTH = new RegExp(
  `(${TWO})[日号]?(?:到|至|~|-|—|–)(${TWO})[日号](?!${NUMBERED})(?:那几天|这几天|那一?个?(?:周|星期|礼拜))?`,
  'y',
);
/** What was done then is counted, or only what there was. */
const COUNTED_THEN =
  '(?:那天|当天)?(?:一共|总共|又|都)?(?:报|提|上报|提交|新?登记|新增|转办?|派|签收?|退回?|催办?|办结|办[完掉]?|销[号掉]?|解决|登|收)?(?:出|上|回)?[去来]?了?有?(?:几|多少)(?:[个件条项]|[\\s\\p{P}]*$)';
const DAY_ALONE = new RegExp(
  `(${TWO})[日号](?=(?:之前|以前|前(?![面后])|到期|截止|该|要|必须|登记|新增|新报|报上来|(?:办结|销号|解决)的|${COUNTED_THEN})(?!.*[#这那]个?))`,
  'uy',
);

/** 18号那天登记的, 18号当天: no number of a problem. */
const THAT_DAY = new RegExp(`(${TWO})[日号](?:[那这]一?天|[当那]日|当天)(?!起|开始|以[来后]|到现在)`, 'y');

const DAY_SINCE = new RegExp(
  `(${TWO})[日号](?:[那这]一?天)?(?:(?<=[从自打].{2,5})(?:开始算?|起算?)|(?:开始|起)算?(?=每[天日]|到现在)|(?:到|至)${NOW}|以来|至今|(?:以后|之后|过后)(?=[^,，]{0,4}(?:登记|新增|新|报|提|来|办结|销|解决|转|派|催|退)))`,
  'y',
);

/** 3号到5号, 20号前, 20号到期: of this month. */
export function daysOfMonthAt(folded: string, at: number, today: Day): Said | undefined {
  const { year, month } = datePartsOf(today);
  const dayOfMonth = (numeral: string | undefined) => parseDay(year, month, readNumeral(numeral ?? '') ?? 0);
  DAYS_OF_MONTH.lastIndex = at;
  const both = DAYS_OF_MONTH.exec(folded);
  const [from, until] = [dayOfMonth(both?.[1]), dayOfMonth(both?.[2])];
  if (both && from && until && from <= until)
    return { period: { from, until, past: until <= today }, length: both[0].length };
  const within = /[\d月]/.test(folded.charAt(at - 1));
  THAT_DAY.lastIndex = at;
  const that = within ? null : THAT_DAY.exec(folded);
  const own = dayOfMonth(that?.[1]);
  if (that && own) return { period: { from: own, until: own, past: own < today }, length: that[0].length };
  DAY_SINCE.lastIndex = at;
  const since = within ? null : DAY_SINCE.exec(folded);
  const start = dayOfMonth(since?.[1]);
  const first = start && /后$/.test(since?.[0] ?? '') ? addDays(start, 1) : start;
  if (since && first && first <= today)
    return { period: { from: first, until: today, past: true }, length: since[0].length };
  DAY_ALONE.lastIndex = at;
  const one = DAY_ALONE.exec(folded);
  const day = dayOfMonth(one?.[1]);
  if (!one || !day || within) return undefined;
  const before = matchAt(BEFORE, folded, at + one[0].length);
  if (before === undefined)
    return { period: { from: day, until: day, past: day < today }, length: one[0].length };
  const length = one[0].length + before.length;
  if (day >= today) return { period: { from: today, until: day, past: false }, length };
  return saysOfWhat(folded.slice(at + length))
    ? { period: { from: EVER, until: addDays(day, -1), past: true }, length }
    : undefined;
}
