import { NUMERAL_CHARS, readNumeral, readYear } from '../numerals.ts';
import type { Weekday } from '../time.ts';
import { GAP } from './hours.ts';
import type { Meaning, Period, PeriodEdge, SaidYear } from './reading.ts';
import { type Groups, unclear, vague } from './row.ts';

/** Source of a year before a month, a day or a holiday: 2026年, 26年, 明年. Groups year, yearWord. */
export const YEAR = `(?:(?<year>[12]\\d{3}|[二2][零〇][${NUMERAL_CHARS}]{2}|(?<!\\d)[2-9]\\d)${GAP}年|(?<yearWord>今年|本年|明年|来年|(?<![\\u4e00-\\u9fff](?<![于在到请让]))后年))(?:的)?${GAP}`;

function readCount(text: string | undefined): number | undefined {
  return text === undefined ? undefined : readNumeral(text);
}

/** The year of groups year and yearWord. */
export function readSaidYear(groups: Groups): SaidYear {
  if (groups.year !== undefined) return { year: readYear(groups.year), years: undefined };
  const word = groups.yearWord;
  const years = word === '后年' ? 2 : word === '明年' || word === '来年' ? 1 : word ? 0 : undefined;
  return { year: undefined, years };
}

/** A date: groups month, day and perhaps year or yearWord. Its existence is checked later. */
export function readDate(groups: Groups): Meaning | undefined {
  const [month, day] = [readCount(groups.month), readCount(groups.day)];
  if (month === undefined || day === undefined) return undefined;
  return { kind: 'date', ...readSaidYear(groups), month, day };
}

/** 前 behind a named day includes it (月底前); behind a stretch of days it means the day before (12月前, 中旬前). */
function readEdge(edge: string | undefined, before: boolean): { edge: PeriodEdge; prior?: boolean } {
  const whole = edge === undefined || edge.endsWith('旬');
  if (before && whole) {
    if (edge === '中旬') return { edge: 10, prior: true };
    return edge === '下旬' ? { edge: 20, prior: true } : { edge: 'before', prior: true };
  }
  if (edge === '上旬') return { edge: 10 };
  if (edge === '中') return { edge: 15 };
  return { edge: edge === '中旬' ? 20 : 'end' };
}

/** 12月底, 明年3月中旬, 12月前; 月初 is asked back. */
export function readMonth(groups: Groups, before: boolean): Meaning | undefined {
  const month = readCount(groups.month);
  const said = readSaidYear(groups);
  if (month === undefined) return undefined;
  if (month < 1 || month > 12) return unclear('impossible');
  if (groups.edge !== '初') return { kind: 'month', ...said, month, ...readEdge(groups.edge, before) };
  return unclear(
    'vague',
    [5, 10].map((day) => ({ kind: 'date', ...said, month, day })),
  );
}

function readMonthOffset(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  return word.startsWith('下下') ? 2 : /^[下次]/.test(word) ? 1 : word.startsWith('上') ? -1 : 0;
}

/** 月底, 本月底, 下个月中旬, 下月前; 中旬 without a month is the next one. */
export function readRelativeMonth(groups: Groups, before: boolean): Meaning {
  const bare = groups.monthWord === undefined && groups.edge?.endsWith('旬');
  const months = readMonthOffset(groups.monthWord) ?? 0;
  if (groups.edge !== '初')
    return { kind: 'relative-month', months: bare ? undefined : months, ...readEdge(groups.edge, before) };
  const said = groups.monthWord === undefined ? undefined : months;
  return unclear(
    'vague',
    [5, 10].map((day) => ({ kind: 'day-of-month', months: said, day })),
  );
}

/** 10号, 20日, 下月10号. */
export function readDayOfMonth(groups: Groups): Meaning | undefined {
  const day = readCount(groups.day);
  return day === undefined
    ? undefined
    : { kind: 'day-of-month', months: readMonthOffset(groups.monthWord), day };
}

/** Weekday of 一…六, 日, 天 or 1…6. */
export function readWeekday(char: string): Weekday {
  const at = '一二三四五六日'.indexOf(char === '天' ? '日' : char);
  return (at >= 0 ? at + 1 : Number(char)) as Weekday;
}

function readWeekOffset(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  return word.startsWith('下下') ? 2 : word.startsWith('下') ? 1 : word.startsWith('上') ? -1 : 0;
}

/** 周五, 下周三, 上周三: groups weekWord, weekday. */
export function readWeekdayPhrase(groups: Groups): Meaning {
  return {
    kind: 'weekday',
    week: readWeekOffset(groups.weekWord),
    weekday: readWeekday(groups.weekday ?? ''),
  };
}

/** 本周内, 下周, 下周前. */
export function readWeek(groups: Groups, before: boolean): Meaning {
  return { kind: 'week', week: readWeekOffset(groups.weekWord) ?? 0, before };
}

/** 周末, 下周末前. */
export function readWeekend(groups: Groups, before: boolean): Meaning {
  return { kind: 'weekend', week: readWeekOffset(groups.weekWord) ?? 0, before };
}

const RELATIVE: Record<string, number> = {
  今: 0,
  当: 0,
  明: 1,
  次: 1,
  翌: 1,
  后: 2,
  大后: 3,
  昨: -1,
  前: -2,
  大前: -3,
};

/** 今天, 明早, 大后天, 昨日: group word is what stands before 天, 日, 早 or 晚. */
export function readRelativeDay(groups: Groups): Meaning {
  return { kind: 'relative-day', days: RELATIVE[groups.word ?? ''] ?? 0 };
}

/** 年底, 明年上半年, 2027年前. */
export function readYearPhrase(groups: Groups, before: boolean): Meaning {
  const half = groups.part === '上半年' || groups.part === '年中';
  const edge = half ? 'half' : groups.part === undefined && before ? 'before' : 'end';
  const said = readSaidYear(groups);
  return { kind: 'year', ...said, years: said.year === undefined ? (said.years ?? 0) : undefined, edge };
}

/** 季度末, 下季度, 明年三季度末. */
export function readQuarter(groups: Groups, before: boolean): Meaning | undefined {
  const quarter = groups.quarter === undefined ? undefined : readCount(groups.quarter);
  if (quarter !== undefined && (quarter < 1 || quarter > 4)) return undefined;
  const quarters = groups.quarterWord?.startsWith('下') ? 1 : 0;
  const said = readSaidYear(groups);
  return { kind: 'quarter', quarter, quarters, before: before && groups.edge === undefined, ...said };
}

function readPeriod(groups: Groups): Period {
  const said = readSaidYear(groups);
  if (groups.week !== undefined) return { unit: 'week', offset: readWeekOffset(groups.weekWord) ?? 0 };
  if (groups.month !== undefined)
    return { unit: 'month', month: readCount(groups.month), offset: 0, ...said };
  if (groups.year === undefined && groups.yearWord === undefined && !groups.thisYear)
    return { unit: 'month', month: undefined, offset: readMonthOffset(groups.monthWord) ?? 0, ...said };
  return { unit: 'year', ...said };
}

/** 本月最后一个工作日, 12月第一个工作日, 下周第一天. */
export function readNthDay(groups: Groups): Meaning {
  const month = groups.month === undefined ? 1 : readCount(groups.month);
  const nth = groups.last ? -1 : groups.nth === undefined ? 1 : readCount(groups.nth);
  if (month === undefined || month < 1 || month > 12 || nth === undefined || nth === 0) return vague();
  return { kind: 'nth-day', period: readPeriod(groups), nth, any: groups.unit?.includes('工作') === false };
}
