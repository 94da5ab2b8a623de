/** Spans people name by the way: 这半年, 三个月来, 周末两天, 去年同期, 今年前三个月; and parts of a day. */
import { NUMERAL, readNumeral } from '../../domain/numerals.ts';
import { monthOf, rangeOf } from '../../domain/period.ts';
import { addDays, addMonths, type Day, datePartsOf, weekdayOf } from '../../domain/time.ts';
import { matchAt, type Said } from './period-words.ts';
import { yearOf } from './written-days.ts';

const PART = '(?:一大早|一早|大清早|清早|凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|深夜)';
const CLOCK = `(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,3})点(?:钟|半|多)?)?(?:过后|以后|之后)?`;
/** 昨天下班前转办了几件; 昨天下班前没办完的 is how it stood then. */
const BEFORE_CLOSING =
  '下班(?:之|以)?前(?=(?:一共|总共|又|已经|都|新|我们|已)?(?:转|派|签|催|退|销|办结|登记|新增|上报))';
const AFTER_CLOSING = '下班(?:之|以)?后(?=一?直?(?:到|至|以来))';
const WHOLE_DAY = '(?:那|这)(?:一)?天(?![前后内])|当[天日](?!下班)|一整天';
const PART_OF_DAY = new RegExp(`的?(?:${PART}${CLOCK}|${BEFORE_CLOSING}|${AFTER_CLOSING}|${WHOLE_DAY})`, 'y');
const DAY_AND_PART = new RegExp(`(?:([今昨明])[早晚晨夜]|前晚)(?:上|里|间)?${CLOCK}`, 'y');
const ANY_PART = new RegExp(`[今昨明前][早晚晨夜]|${PART}|下班`);

/** Whether the words of a period name only a part of a day. */
export function namesPartOfDay(heard: string): boolean {
  return ANY_PART.test(heard);
}

/** 昨晚, 今早八点以后: the whole day, which is as exact as what is kept of most. */
export function partOfDayAt(folded: string, at: number, today: Day): Said | undefined {
  const said = matchAt(DAY_AND_PART, folded, at);
  if (said === undefined || /^明[早晨夜]?好/.test(folded.slice(at))) return undefined;
  const offset = { 今: 0, 昨: -1, 明: 1, 前: -2 }[said.charAt(0)] ?? 0;
  const day = addDays(today, offset);
  return { period: { from: day, until: day, past: offset < 0 }, length: said.length };
}

/** What follows a day and names a part of it: 今天早上, 上周五的下午. */
export function partAfterDay(folded: string, at: number): number {
  return matchAt(PART_OF_DAY, folded, at)?.length ?? 0;
}

const AHEAD = /到期|截止|要|该|必须|得办|前(?!面)/;
const SPAN = new RegExp(`这(${NUMERAL}|半)(年|个月|周|个?星期|个?礼拜|天)(?:以?来|里|内|时间)?`, 'y');
const UP_TO_NOW = new RegExp(
  `(${NUMERAL}|半)(年|个月|周|个?星期|个?礼拜|天)(?:多)?(?:以来|来(?![了的过反提报自电料件人]))`,
  'y',
);

/** 这半年, 这三个月, 半年来: until today. 这一年 is this year. */
function lastSpanAt(folded: string, at: number, today: Day): Said | undefined {
  SPAN.lastIndex = at;
  const span = SPAN.exec(folded);
  UP_TO_NOW.lastIndex = at;
  const match = span ?? UP_TO_NOW.exec(folded);
  if (!match) return undefined;
  const [said, numeral = '', unit = ''] = match;
  const length = said.length;
  const count = numeral === '半' ? 6 : (readNumeral(numeral) ?? 0);
  const halfMonth = numeral === '半' && unit === '个月';
  // 这两天 is read by what is said of it; 这半天 is none.
  if (count < 1 || count > 400 || (numeral === '半' && unit !== '年' && !halfMonth)) return undefined;
  if (span && AHEAD.test(folded.slice(at + length))) return undefined;
  if (span && count < 3 && unit.endsWith('天')) return undefined;
  if (span && numeral !== '半' && count === 1) {
    const kind = unit.endsWith('年') ? 'year' : unit.endsWith('月') ? 'month' : 'week';
    const [from, until] = rangeOf(kind, 0, today);
    return { period: { from, until, past: true }, length };
  }
  if (halfMonth) {
    const from = addDays(today, -14);
    return AHEAD.test(folded.slice(at + length))
      ? undefined
      : { period: { from, until: today, past: true }, length };
  }
  const months = unit.endsWith('年') ? (numeral === '半' ? 6 : count * 12) : unit.endsWith('月') ? count : 0;
  const days = months > 0 ? 0 : unit === '天' ? count : count * 7;
  const edge = months > 0 ? addMonths(today, -months) : addDays(today, -days);
  return { period: { from: addDays(edge, 1), until: today, past: true }, length };
}

const WEEKEND = /(上|这|这个|本|下|上个|下个)?(?:周末|双休日)(?:(?:这|那)?两天)?(?![前之])/y;

/** 周末两天: the coming one of what falls due, else the one that was; 上周末, 这周末. */
function weekendAt(folded: string, at: number, today: Day): Said | undefined {
  WEEKEND.lastIndex = at;
  const match = WEEKEND.exec(folded);
  if (!match) return undefined;
  const [said, which] = match;
  const begun = weekdayOf(today) >= 6;
  const ahead = AHEAD.test(folded.slice(at + said.length));
  const weeks = which?.startsWith('上') ? -1 : which?.startsWith('下') ? 1 : which || ahead || begun ? 0 : -1;
  const [monday] = rangeOf('week', weeks, today);
  const from = addDays(monday, 5);
  return { period: { from, until: addDays(from, 1), past: from <= today }, length: said.length };
}

const SAME_TIME = /(?<![比跟和与同较])去年同期(?!比|相比|对比|的?水平)/y;
const HALF = /(?:([今去]|\d{4})年)?的?(前|后|头)半年/y;
const FIRST_MONTHS = new RegExp(`([今去]|\\d{4})年的?[前头](${NUMERAL})个月`, 'y');
const FIRST_QUARTERS = /(?:([今去]|\d{4})年的?)?[前头]([二三23两])个?季度/y;
const TWO_QUARTERS = /(?:([今去]|\d{4})年的?)?(一二|二三|三四)季度/y;
const SAME_DAYS = /(?<![比跟和与同较])上个?(月|周)同期(?!比|相比|对比)|去年(?:的)?(?:这个月|同月)/y;

/** 去年同期: of last year as much as has passed of this one. */
function partOfYearAt(folded: string, at: number, today: Day): Said | undefined {
  const { year } = datePartsOf(today);
  const same = matchAt(SAME_TIME, folded, at);
  if (same !== undefined) {
    const until = addMonths(today, -12);
    return { period: { from: `${year - 1}-01-01`, until, past: true }, length: same.length };
  }
  HALF.lastIndex = at;
  const half = HALF.exec(folded);
  if (half) {
    const of = yearOf(half[1] ?? '今', 1, today);
    const [first, last] = half[2] === '后' ? [7, 12] : [1, 6];
    const [from] = monthOf(of, first);
    const [, until] = monthOf(of, last);
    return { period: { from, until, past: from <= today }, length: half[0].length };
  }
  const days = sameDaysAt(folded, at, today);
  if (days) return days;
  FIRST_MONTHS.lastIndex = at;
  FIRST_QUARTERS.lastIndex = at;
  TWO_QUARTERS.lastIndex = at;
  const months = FIRST_MONTHS.exec(folded);
  const quarters = FIRST_QUARTERS.exec(folded);
  const two = TWO_QUARTERS.exec(folded);
  const match = months ?? quarters ?? two;
  if (!match) return undefined;
  const [said, which, count = ''] = match;
  const last = months ? (readNumeral(count) ?? 0) : (readNumeral(count.slice(-1)) ?? 0) * 3;
  const first = two ? last - 5 : 1;
  if (last < 1 || last > 12) return undefined;
  const of = yearOf(which ?? '今', 1, today);
  const [from] = monthOf(of, first);
  const [, until] = monthOf(of, last);
  return { period: { from, until, past: from <= today }, length: said.length };
}

/** 上月同期: as many days of it as have passed of this one; 去年这个月: the whole month. */
function sameDaysAt(folded: string, at: number, today: Day): Said | undefined {
  SAME_DAYS.lastIndex = at;
  const match = SAME_DAYS.exec(folded);
  if (!match) return undefined;
  const length = match[0].length;
  if (match[1] === undefined) {
    const { year, month } = datePartsOf(today);
    const [from, until] = monthOf(year - 1, month);
    return { period: { from, until, past: true }, length };
  }
  const kind = match[1] === '月' ? 'month' : 'week';
  const [from] = rangeOf(kind, -1, today);
  const until = kind === 'month' ? addMonths(today, -1) : addDays(today, -7);
  return { period: { from, until, past: true }, length };
}

const MONTH_END =
  /(?:(\d{4}|今|去)年)?(?:(\d{1,2}|[一二三四五六七八九十]{1,2})月|(这个?|本|上个?)?月)(底|末|初|[中头](?=到(?!期)|至今|以来|以后|之后|开始|起|过后))/y;

/** 10月底, 月初: the last or the first day, where a span ends or begins with it. */
export function edgeOfMonthAt(folded: string, at: number, today: Day): Said | undefined {
  MONTH_END.lastIndex = at;
  const match = MONTH_END.exec(folded);
  if (!match) return undefined;
  const [said, year, numeral, near, edge] = match;
  const month = readNumeral(numeral ?? '');
  if (numeral !== undefined && (!month || month > 12)) return undefined;
  const [from, until] = month
    ? monthOf(yearOf(year, month, today), month)
    : rangeOf('month', near?.startsWith('上') ? -1 : 0, today);
  const day = edge === '初' || edge === '头' ? from : edge === '中' ? addDays(from, 14) : until;
  return { period: { from: day, until: day, past: day <= today }, length: said.length };
}

/** Any of these spans that begins at `at`. */
export function spokenSpanAt(folded: string, at: number, today: Day): Said | undefined {
  return (
    lastSpanAt(folded, at, today) ??
    weekendAt(folded, at, today) ??
    partOfYearAt(folded, at, today) ??
    partOfDayAt(folded, at, today)
  );
}
