import type { HolidayName } from '../calendar.ts';
import { readNumeral, readYear } from '../numerals.ts';
import type { Weekday } from '../time.ts';
import type { DeadlineProblem, Meaning, PeriodEdge, SaidYear } from './reading.ts';

/** Named groups of a matched pattern. */
export type Groups = Record<string, string | undefined>;

const unclear = (problem: DeadlineProblem, options: Meaning[] = []): Meaning => ({
  kind: 'unclear',
  problem,
  options,
});

function readCount(text: string | undefined): number | undefined {
  return text === undefined ? undefined : readNumeral(text);
}

function measure(n: number | undefined, unit: string): Meaning | undefined {
  if (n === undefined) return undefined;
  if (n === 0) return unclear('zero');
  if (unit.includes('工作')) return { kind: 'working-days', count: n };
  if (/小时|钟头/.test(unit)) return { kind: 'minutes', minutes: n * 60 };
  if (unit.includes('分钟')) return { kind: 'minutes', minutes: n };
  if (/[天日]/.test(unit)) return { kind: 'calendar-days', days: n, months: 0 };
  if (/周|星期|礼拜/.test(unit)) return { kind: 'calendar-days', days: 7 * n, months: 0 };
  if (unit.includes('月')) return { kind: 'calendar-days', days: 0, months: n };
  if (unit.includes('季')) return { kind: 'calendar-days', days: 0, months: 3 * n };
  // 20年内 speaks of a lifetime, not of a deadline
  return n <= 5 ? { kind: 'calendar-days', days: 0, months: 12 * n } : undefined;
}

/** 3个工作日, 三天内, 两周内: groups n, unit, and half for 一个半月内, 两个半小时内. */
export function readDuration(groups: Groups): Meaning | undefined {
  const meaning = measure(readCount(groups.n), groups.unit ?? '');
  if (!groups.half || !meaning) return meaning;
  if (meaning.kind === 'minutes') return { kind: 'minutes', minutes: meaning.minutes + 30 };
  const days = meaning.kind === 'calendar-days' && groups.unit?.includes('月') ? 15 : undefined;
  if (meaning.kind !== 'calendar-days' || days === undefined) return unclear('fraction');
  return { ...meaning, days };
}

/** 半个月内 (15 days), 半年内 (6 months), 半小时内, 半天内 (not a day: asked back). */
export function readHalf(groups: Groups): Meaning {
  const unit = groups.unit ?? '';
  if (unit.includes('月')) return { kind: 'calendar-days', days: 15, months: 0 };
  if (unit.includes('年')) return { kind: 'calendar-days', days: 0, months: 6 };
  return /小时|钟头/.test(unit) ? { kind: 'minutes', minutes: 30 } : unclear('fraction');
}

/** 1.5小时内 is exact; any other fraction is asked back. */
export function readFraction(groups: Groups): Meaning {
  const minutes = Number(groups.n) * 60;
  const exact = /小时|钟头/.test(groups.unit ?? '') && Number.isInteger(minutes);
  return exact ? { kind: 'minutes', minutes } : unclear('fraction');
}

/** 3-5个工作日, 两三天内: asked back with both ends. */
export function readRange(groups: Groups): Meaning | undefined {
  const low = measure(readCount(groups.low ?? groups.lowChar), groups.unit ?? '');
  const high = measure(readCount(groups.high ?? groups.highChar), groups.unit ?? '');
  return low && high ? unclear('ambiguous', [low, high]) : undefined;
}

function readSaidYear(groups: Groups): SaidYear {
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

function readEdge(edge: string | undefined, before: boolean): PeriodEdge {
  if (edge === '上旬') return 10;
  if (edge === '中') return 15;
  if (edge === '中旬') return 20;
  return edge === undefined && before ? 'before' : 'end';
}

/** 12月底, 明年3月中旬, 12月前; 月初 is asked back. */
export function readMonth(groups: Groups, before: boolean): Meaning | undefined {
  const month = readCount(groups.month);
  const said = readSaidYear(groups);
  if (month === undefined) return undefined;
  if (month < 1 || month > 12) return unclear('impossible');
  if (groups.edge !== '初') return { kind: 'month', ...said, month, edge: readEdge(groups.edge, before) };
  return unclear(
    'vague',
    [5, 10].map((day) => ({ kind: 'date', ...said, month, day })),
  );
}

function readMonthOffset(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  return word.startsWith('下下') ? 2 : /^[下次]/.test(word) ? 1 : word.startsWith('上') ? -1 : 0;
}

/** 月底, 本月底, 下个月中旬, 下月前. */
export function readRelativeMonth(groups: Groups, before: boolean): Meaning {
  const months = readMonthOffset(groups.monthWord) ?? 0;
  if (groups.edge !== '初') return { kind: 'relative-month', months, edge: readEdge(groups.edge, before) };
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

const RELATIVE: Record<string, number> = { 今: 0, 当: 0, 明: 1, 后: 2, 大后: 3, 昨: -1, 前: -2, 大前: -3 };

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

/** 季度末, 下季度, 三季度末. */
export function readQuarter(groups: Groups, before: boolean): Meaning | undefined {
  const quarter = groups.quarter === undefined ? undefined : readCount(groups.quarter);
  if (quarter !== undefined && (quarter < 1 || quarter > 4)) return undefined;
  const quarters = groups.quarterWord?.startsWith('下') ? 1 : 0;
  return { kind: 'quarter', quarter, quarters, before: before && groups.edge === undefined };
}

const HOLIDAYS: Record<string, HolidayName> = {
  春节: '春节',
  过年: '春节',
  除夕: '春节',
  元旦: '元旦',
  清明: '清明节',
  五一: '劳动节',
  劳动: '劳动节',
  端午: '端午节',
  中秋: '中秋节',
  国庆: '国庆节',
  十一: '国庆节',
};

/** 春节前, 明年五一前. */
export function readHoliday(groups: Groups): Meaning | undefined {
  const holiday = HOLIDAYS[groups.holiday ?? ''];
  return holiday && { kind: 'holiday', holiday, ...readSaidYear(groups) };
}

/** 年前: before the Spring Festival or before the new year, asked back. */
export function readBeforeYear(): Meaning {
  const someday: SaidYear = { year: undefined, years: undefined };
  return unclear('ambiguous', [
    { kind: 'year', year: undefined, years: 0, edge: 'end' },
    { kind: 'holiday', holiday: '春节', ...someday },
  ]);
}
