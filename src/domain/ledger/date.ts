/** Days as people write them into ledgers (时限, 销号时间). Pure: what cannot be told is 'unread', never guessed. */
import { addDays, type Day, datePartsOf, daysBetween, daysInMonth, parseDay } from '../time.ts';
import { foldDate, hasLongTerm, hasOnTheSpot, isComputed, isNoDay, RECURRING } from './date-words.ts';
import type { DayContext } from './day-context.ts';
import type { LedgerDay, YearFrom } from './model.ts';

export type { DayContext } from './day-context.ts';

import { readRelative } from './relative-day.ts';

/** `several`: the cell says more than one thing; the deadline is the day that was taken, and somebody should look. */
export interface DayRead {
  day: LedgerDay;
  several?: true;
}

const MARKS = '(?:之前|以前|前|之内|以内|内|止|为止|截止|之前完成|底)';
const AFTER =
  /(?:全部|全面|基本|整改|办理|建设|销号|任务|验收)*(?:完成|到位|完毕|办结|解决|销号|落实|整改|竣工|完工|交付)*(?:整改)?[。.;,]*$/;
const BEFORE =
  /^(?:(?:自?即日起(?:至|到)|预计|拟|计划|力争|确保|争取|务必|原则上|最迟|不晚于|于|在|到|至|截至|截止|限|暂定|完成时限|整改时限|时限|期限|时间)[:]?)+/;

const LONGEST_DAY = 100;
const SERIAL_FROM = 18_264; // 1950-01-01
const SERIAL_UNTIL = 73_051; // 2100-01-01
const DAYS_1904 = 1462;

/** The day of a number of days as a spreadsheet stores it; undefined outside 1950–2099. */
export function dayOfSerial(serial: number, date1904 = false): Day | undefined {
  const days = Math.floor(serial) + (date1904 ? DAYS_1904 : 0);
  if (days < SERIAL_FROM || days >= SERIAL_UNTIL) return undefined;
  return addDays('1899-12-30', days);
}

/** 原定10月底，延至12月15日; 11月15日（延期至12月15日）: the day it was put off to. */
function putOff(text: string): string {
  const to =
    /^原(?:定|计划)?.*[,;。].*(?:延|调整?|推迟|顺延|改)(?:期|后)?(?:至|到|为)(.+)$/.exec(text)?.[1] ??
    /[(,;](?:已|经批准|现|同意|申请)?(?:延期?|调整?|推迟|顺延|变更|改)(?:后)?(?:至|到|为)([^()]*\d[^()]*)\)?$/.exec(
      text,
    )?.[1];
  if (to === undefined) return text;
  const year = /^(\d{4}年)/.exec(text)?.[1];
  return year !== undefined && /^\d{1,2}月/.test(to) ? `${year}${to}` : to;
}

/** 汛期前（2027年4月底）: the words outside say no day, those within do. */
function inBrackets(text: string): string | undefined {
  const [, year = '', inner] = /^(20\d{2}年|[明今去]年)?[^\d()]{1,8}\(([^()]*\d[^()]*)\)$/.exec(text) ?? [];
  return inner !== undefined && /^\d{1,2}月/.test(inner) ? `${year}${inner}` : inner;
}

function splitRange(text: string): string {
  // 2025年3月-2025年6月, 3月至6月: it is to be done by the end of it.
  const range =
    /^(.*\d{1,4}(?:年|月|日|号|[./-]\d{1,2}[./-]\d{1,2})(?:份|初|上旬|中旬|下旬|底)?)(?:至|到|-{1,2}|~)(?=(?:\d{1,4}(?:年|月|日|号|[./-]\d{1,2}[./-]\d{1,2})|年底))(.+)$/.exec(
      text,
    );
  const dotted = /^(\d{4})([./])\d{1,2}\2\d{1,2}[-~至到]{1,2}(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (dotted) return `${dotted[1]}.${dotted[3]}.${dotted[4]}`;
  if (!range) return text;
  const [, start = '', end = ''] = range;
  if (/年/.test(end) || /\d{4}[./-]/.test(end)) return end;
  const year = /\d{4}年/.exec(start)?.[0] ?? '';
  const month = /^\d{1,2}[日号]/.test(end) ? (/\d{1,2}月/.exec(start)?.[0] ?? '') : '';
  return `${year}${month}${end}`;
}

/** Reads one cell of a column of days. @param value a number or a date of the cell, its text otherwise */
export function readLedgerDay(text: string, value: unknown, ctx: DayContext): DayRead {
  const shown = text.trim();
  if (typeof value === 'number') return { day: readNumber(shown, value, ctx) };
  const folded = foldDate(shown);
  if (isNoDay(folded) || isComputed(folded)) return { day: { kind: 'none', text: shown } };
  const longTerm = hasLongTerm(folded);
  const onTheSpot = hasOnTheSpot(folded);
  if (longTerm || onTheSpot) {
    const dated = /\d{1,4}[年月日号./-]|年底|月底|周|季度/.test(folded) && !RECURRING.test(folded);
    if (dated) return readBeside(shown, folded, ctx);
    return { day: longTerm ? { kind: 'long-term', text: shown } : { kind: 'on-the-spot', text: shown } };
  }
  if (RECURRING.test(folded)) return { day: { kind: 'long-term', text: shown, recurring: true } };
  const day = readDated(shown, folded, ctx);
  if (day.kind === 'unread') return readStages(shown, folded, ctx) ?? { day };
  return later(day, shown, folded, ctx) ?? { day };
}

/** 本月底 of a row raised a month before its table was written: either may be meant, and the later is taken. */
function later(day: LedgerDay, shown: string, folded: string, ctx: DayContext): DayRead | undefined {
  const { raisedOn, asOf } = ctx;
  if (day.kind !== 'day' || !day.counted || ctx.past || !raisedOn || !asOf || asOf <= raisedOn)
    return undefined;
  const other = readDated(shown, folded, {
    ...ctx,
    raisedOn: undefined,
    meetingOn: undefined,
    dispatchedOn: undefined,
  });
  return other.kind === 'day' && other.counted && other.day > day.day
    ? { day: other, several: true }
    : undefined;
}

/** 10月底前完成主体，12月底前投用: the day of the last stage, and that there are several is said. */
function readStages(shown: string, folded: string, ctx: DayContext): DayRead | undefined {
  if (folded.length > LONGEST_DAY || !/[,;。]/.test(folded)) return undefined;
  const stages = folded.split(/[,;。]+/).filter((part) => part !== '');
  const days = stages.flatMap((part) => {
    const [, words = part] =
      /^(.*?\d{1,2}(?:日|号|月|月份)?(?:底|末|初|上旬|中旬|下旬)?(?:之?前|内)?)\p{Script=Han}*$/u.exec(
        part,
      ) ?? [];
    const day = readDated(shown, words, ctx);
    return day.kind === 'day' || day.kind === 'month' ? [day] : [];
  });
  const last = days.at(-1);
  const inOrder = days.every(({ day }, at) => at === 0 || day > (days[at - 1]?.day ?? ''));
  return last && days.length > 1 && days.length === stages.length && inOrder
    ? { day: last, several: true }
    : undefined;
}

/** 立行立改，2025年6月底前: the day is a bound that can be kept; that there is more is said. */
function readBeside(shown: string, folded: string, ctx: DayContext): DayRead {
  const parts = folded.split(/[,;。、()]|并|且/).filter((part) => !hasLongTerm(part) && !hasOnTheSpot(part));
  const days = parts
    .map((part) => readDated(shown, part, ctx))
    .filter((day) => day.kind === 'day' || day.kind === 'month');
  const [only] = days;
  if (days.length === 1 && only) return { day: only, several: true };
  return { day: { kind: 'unread', text: shown } };
}

function readNumber(shown: string, value: number, ctx: DayContext): LedgerDay {
  const whole = /^(20\d{2})(\d{2})(\d{2})$/.exec(String(value));
  const written = whole && parseDay(Number(whole[1]), Number(whole[2]), Number(whole[3]));
  if (written) return dayRead(written, shown, ctx);
  const month = /^(20\d{2})(0[1-9]|1[0-2])$/.exec(String(value));
  if (month) return monthRead(Number(month[1]), Number(month[2]), shown, ctx);
  // 2025.11 can be nothing else; 2025.1 may have been 2025.10 before the program took it for a number.
  const decimal = /^(20\d{2})\.(0[1-9]|1[0-2]|[2-9])$/.exec(String(value));
  if (decimal) return monthRead(Number(decimal[1]), Number(decimal[2]), shown, ctx);
  const day = dayOfSerial(value, ctx.date1904);
  if (day) return dayRead(day, shown, ctx);
  if (Number.isInteger(value) && value >= 2000 && value < 2100) return monthRead(value, 12, shown, ctx);
  return { kind: 'unread', text: shown };
}

/** The year of a day or month without one: of the title, else the next such day. */
function yearOf(last: (year: number) => Day | undefined, ctx: DayContext): { year: number; from: YearFrom } {
  if (ctx.past) return { year: lastYearOf(last, ctx), from: ctx.year === undefined ? 'next' : 'title' };
  const said = ctx.raisedOn ?? ctx.meetingOn;
  if (said === undefined && ctx.year !== undefined) return { year: ctx.year, from: 'title' };
  const start = said ?? ctx.today;
  const { year } = datePartsOf(start);
  if (said === undefined && ctx.asOf !== undefined)
    return { year: datePartsOf(ctx.asOf).year, from: 'title' };
  if (said === undefined && ctx.near !== undefined)
    return { year: nearestYear(last, ctx.near), from: 'next' };
  const inYear = last(year);
  const from = ctx.raisedOn !== undefined ? 'row' : said === undefined ? 'next' : 'title';
  // What a meeting hands on again was due a few weeks before it, and not in a year's time.
  const earliest =
    ctx.raisedOn === undefined && ctx.meetingOn !== undefined ? addDays(start, -HANDED_ON) : start;
  return { year: inYear !== undefined && inYear >= earliest ? year : year + 1, from };
}

/** Days before a meeting within which a deadline without a year is one that has passed. */
const HANDED_ON = 90;

function nearestYear(last: (year: number) => Day | undefined, near: Day): number {
  const { year } = datePartsOf(near);
  const away = (one: number) => Math.abs(daysBetween(near, last(one) ?? `${one}-12-31`));
  return [year - 1, year + 1].reduce((best, one) => (away(one) < away(best) ? one : best), year);
}

/** What was added to a table after the day it says it holds for. */
const LATER_DAYS = 31;

/** The last such day that is not behind the day the table holds for. */
function lastYearOf(last: (year: number) => Day | undefined, { asOf, year, today }: DayContext): number {
  const written =
    asOf === undefined ? (year === undefined ? today : parseDay(year, 12, 31)) : addDays(asOf, LATER_DAYS);
  const until = written !== undefined && written < today ? written : today;
  const of = datePartsOf(until).year;
  const inYear = last(of);
  return inYear !== undefined && inYear > until ? of - 1 : of;
}

const endOf = (year: number, month: number): Day | undefined =>
  month >= 1 && month <= 12 ? parseDay(year, month, daysInMonth(year, month)) : undefined;

function dayRead(
  day: Day,
  text: string,
  { isWorkingDay }: DayContext,
  year?: YearFrom | undefined,
): LedgerDay {
  const off = isWorkingDay && !isWorkingDay(day);
  return { kind: 'day', day, text, ...(year && { year }), ...(off && { nonWorking: true as const }) };
}

function monthRead(
  year: number,
  month: number,
  text: string,
  ctx: DayContext,
  from?: YearFrom | undefined,
): LedgerDay {
  const last = endOf(year, month);
  const first = parseDay(year, month, 1);
  if (!last || !first) return { kind: 'unread', text };
  let day = ctx.monthOnly === 'first-day' ? first : last;
  if (ctx.monthOnly === 'last-working-day' && ctx.isWorkingDay)
    while (day > first && !ctx.isWorkingDay(day)) day = addDays(day, -1);
  const off = ctx.isWorkingDay && !ctx.isWorkingDay(day);
  return {
    kind: 'month',
    day,
    text,
    asked: true,
    ...(from && { year: from }),
    ...(off && { nonWorking: true as const }),
  };
}

function readDated(shown: string, folded: string, ctx: DayContext): LedgerDay {
  // No day is that long, and the patterns below cost more than its length.
  if (folded.length > LONGEST_DAY) return { kind: 'unread', text: shown };
  const bare = splitRange(
    (inBrackets(folded) ?? putOff(folded))
      .replace(/[(][^()]*[)]/g, '')
      .replace(/(?<=[日号\d])(?:上午|下午|中午|晚上|下班)(?=之?前|$)/, '')
      .replace(BEFORE, '')
      .replace(AFTER, ''),
  );
  return (
    readFull(shown, bare, ctx) ??
    readPart(shown, bare, ctx) ??
    readRelative(shown, bare, ctx) ?? { kind: 'unread', text: shown }
  );
}

const CLOCK = '(?:[t ]?\\d{1,2}[:时点](?:\\d{1,2}分?)?(?::\\d{1,2}(?:\\.\\d+)?)?z?)?';
const FULL = [
  new RegExp(`^(\\d{4})年(\\d{1,2})月(\\d{1,2})[日号]?${CLOCK}${MARKS}?$`),
  new RegExp(`^(\\d{4})([./-])(\\d{1,2})\\2(\\d{1,2})[日号]?${CLOCK}${MARKS}?$`),
  new RegExp(`^(20\\d{2})(\\d{2})(\\d{2})${MARKS}?$`),
  new RegExp(`^([2-4]\\d)[年.](\\d{1,2})[月.](\\d{1,2})[日号]?${MARKS}?$`),
];

/** Year, month and day are written. */
function readFull(shown: string, bare: string, ctx: DayContext): LedgerDay | undefined {
  for (const pattern of FULL) {
    const found = pattern.exec(bare);
    if (!found) continue;
    const [year = 0, month = 0, date = 0] = found
      .slice(1)
      .filter((part) => /^\d+$/.test(part ?? ''))
      .map(Number);
    const day = parseDay(year < 100 ? 2000 + year : year, month, date);
    return day ? dayRead(day, shown, ctx) : { kind: 'unread', text: shown };
  }
  return undefined;
}

const YEAR = '(?:(\\d{4}|[2-4]\\d(?=年))年?[./-]?|(今年|本年度?|当年|明年|去年)?)';
const MONTH_END = new RegExp(`^${YEAR}(\\d{1,2})月份?(?:底|末|月底|内|之内|以内)(?:之前|以前|前|内)?$`);
const MONTH_BEFORE = new RegExp(`^${YEAR}(\\d{1,2})月份?(?:之前|以前|前)$`);
const MONTH_ONLY = new RegExp(
  `^(?:${YEAR}(\\d{1,2})月份?|(\\d{4})[./-](\\d{1,2})|(20\\d{2})(0[1-9]|1[0-2]))$`,
);
const TENTH = new RegExp(`^${YEAR}(\\d{1,2})月份?(上旬|中旬|下旬|初|中)(底|末)?(之前|以前|前|内)?$`);
const YEAR_END =
  /^(?:(\d{4}|[2-4]\d)年?度?|(今年|本年度?|当年|明年|全年)?)(?:年?底|年?末|年内|内)(?:之前|以前|前|内)?$/;
const YEAR_ONLY = /^(\d{4})年?度?$/;
const QUARTER = new RegExp(`^${YEAR}第?([1-4])季度(底|末|内)?(之前|以前|前|内)?$`);
const HALF = new RegExp(`^${YEAR}([上下])半年(底|末|内)?(之前|以前|前|内)?$`);
const MONTH_DAY = new RegExp(`^(?:今年|本年)?(\\d{1,2})(?:月|[./-])(\\d{1,2})[日号]?${CLOCK}${MARKS}?$`);
const SAID_MONTH_DAY = new RegExp(`^(明年|去年)(\\d{1,2})月(\\d{1,2})[日号]?${MARKS}?$`);

function saidYear(digits: string | undefined, word: string | undefined, ctx: DayContext): number | undefined {
  if (digits !== undefined) return Number(digits) < 100 ? 2000 + Number(digits) : Number(digits);
  const start = ctx.raisedOn ?? ctx.meetingOn;
  const base =
    start === undefined ? (ctx.year ?? datePartsOf(ctx.asOf ?? ctx.today).year) : datePartsOf(start).year;
  if (word === undefined || word === '') return undefined;
  return word === '明年' ? base + 1 : word === '去年' ? base - 1 : base;
}

/** Something of the day is left to be told from the title or from today. */
function readPart(shown: string, bare: string, ctx: DayContext): LedgerDay | undefined {
  const unread: LedgerDay = { kind: 'unread', text: shown };
  const lastDay = (
    digits: string | undefined,
    word: string | undefined,
    of: (year: number) => Day | undefined,
  ) => {
    const said = saidYear(digits, word, ctx);
    const { year, from } = said === undefined ? yearOf(of, ctx) : { year: said, from: undefined };
    const day = of(year);
    return day === undefined ? unread : dayRead(day, shown, ctx, from);
  };
  let found = MONTH_END.exec(bare);
  if (found) return lastDay(found[1], found[2], (year) => endOf(year, Number(found?.[3])));
  found = MONTH_BEFORE.exec(bare);
  if (found)
    return lastDay(found[1], found[2], (year) => {
      const first = parseDay(year, Number(found?.[3]), 1);
      return first && addDays(first, -1);
    });
  found = TENTH.exec(bare);
  if (found) {
    const [, digits, word, month, part = '', , before] = found;
    const until = { 上旬: 10, 初: 10, 中旬: 20, 中: 20, 下旬: 31 }[part] ?? 31;
    const back = before !== undefined && before !== '内' ? 10 : 0;
    return lastDay(digits, word, (year) => {
      const end = endOf(year, Number(month));
      if (end === undefined) return undefined;
      const first = addDays(end, 1 - datePartsOf(end).day);
      const last = until - back === 31 ? datePartsOf(end).day : until === 31 ? 20 : until - back;
      return addDays(first, last - 1);
    });
  }
  found = YEAR_END.exec(bare);
  if (found) return lastDay(found[1], found[2], (year) => parseDay(year, 12, 31));
  found = QUARTER.exec(bare);
  if (found) {
    const before = found[5] !== undefined && found[5] !== '内' && found[4] === undefined;
    return lastDay(found[1], found[2], (year) => endOfQuarter(year, Number(found?.[3]) - (before ? 1 : 0)));
  }
  found = HALF.exec(bare);
  if (found) {
    const before = found[5] !== undefined && found[5] !== '内' && found[4] === undefined;
    const quarter = (found[3] === '上' ? 2 : 4) - (before ? 2 : 0);
    return lastDay(found[1], found[2], (year) => endOfQuarter(year, quarter));
  }
  found = SAID_MONTH_DAY.exec(bare);
  if (found)
    return lastDay(undefined, found[1], (year) => parseDay(year, Number(found?.[2]), Number(found?.[3])));
  found = MONTH_DAY.exec(bare);
  if (found)
    return lastDay(undefined, undefined, (year) => parseDay(year, Number(found?.[1]), Number(found?.[2])));
  return readMonthOnly(shown, bare, ctx);
}

function readMonthOnly(shown: string, bare: string, ctx: DayContext): LedgerDay | undefined {
  const only = MONTH_ONLY.exec(bare);
  if (only) {
    const month = Number(only[3] ?? only[5] ?? only[7]);
    const said = saidYear(only[1] ?? only[4] ?? only[6], only[2], ctx);
    const { year, from } =
      said === undefined ? yearOf((one) => endOf(one, month), ctx) : { year: said, from: undefined };
    return monthRead(year, month, shown, ctx, from);
  }
  const year = YEAR_ONLY.exec(bare);
  return year ? monthRead(Number(year[1]), 12, shown, ctx) : undefined;
}

/** `quarter` 0: the last one of the year before. */
function endOfQuarter(year: number, quarter: number): Day | undefined {
  return quarter === 0 ? endOf(year - 1, 12) : endOf(year, quarter * 3);
}
