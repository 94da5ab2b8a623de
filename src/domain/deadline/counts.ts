/** Counts of days, weeks, months and hours: a number × a unit × what qualifies it. */
import { NUMERAL, NUMERAL_CHARS, readNumeral } from '../numerals.ts';
import { GAP } from './hours.ts';
import type { Meaning } from './reading.ts';
import { type Form, FRESH, type Groups, type Pattern, pattern, unclear, vague } from './row.ts';

const CN = NUMERAL_CHARS;
const WORK = `个?${GAP}工作${GAP}[日天](?!志)`;
const NATURAL = `个?${GAP}(?:自然|日历)${GAP}[日天]`;
const WEEKS = `个?${GAP}(?:星期(?![一二三四五六日天])|礼拜(?![一二三四五六日天])|周(?![一二三四五六日天年岁围边末期]))`;
const HOURS = `个?${GAP}(?:小时|钟头)|(?:[hH]|hrs?|hours?)(?![a-zA-Z])`;
/** Units that need nothing behind them; a bare 5日 is a date and a bare 3年 an age. */
const OPEN_UNIT = `${WORK}|${NATURAL}|个?${GAP}天(?![线气然窗井])|${WEEKS}|${HOURS}|个${GAP}月|个${GAP}季度|分钟|刻钟|(?<=半)(?:月|年|日)`;
const ANY_UNIT = `${OPEN_UNIT}|个?${GAP}日|个?${GAP}季度|年`;
const PAIR = `(?<low>\\d{1,3}|[${CN}]+)${GAP}(?<sign>[-~]|至|到|、|或)${GAP}(?<high>\\d{1,3}|[${CN}]+)`;
const TWO = `(?<lowChar>[一二两三四五六七八九])(?<highChar>[二两三四五六七八九])(?![十百])`;
/** 3, 三, 三（3）, 1.5, 两三, 3-5, 半, 几. */
const NUMBER = `(?:${PAIR}|${TWO}|(?<fraction>\\d{1,3}\\.\\d{1,2})|(?<n>${NUMERAL})(?:${GAP}\\(${GAP}(?<again>${NUMERAL})${GAP}\\))?|(?<lone>半)|(?<some>十?[几多]|几十|数|若干|十?来|个把))`;
const NOT_INSIDE = `${FRESH}(?<!个)`;
const PAREN = `${GAP}\\([^()\\n]{0,10}(?:工作[日天]|自然日|日历[日天]|节?假日|周末|双休日|休息日|公休日|顺延|[今当][天日])[^()\\n]{0,8}\\)`;
const WITHIN = '(?:之内|以内|内|之后|以后|后)(?![部容蒙外墙涝续勤方])';
const HEAD = `${NOT_INSIDE}${NUMBER}${GAP}(?<half>个半(?=月|小时|钟头|工作|星期|礼拜))?`;

const WORKING_DAYS =
  /工作[日天]|不(?:含|包括?|计|算)[^()]*(?:假|周末|双休|休息|公休)|(?:假日|周末|双休日|休息日|公休日)(?:除外|不计|不算)/;
const CALENDAR_DAYS = /自然日|日历|(?<!不)(?:含|包括?)[^()]*(?:假|周末|双休|休息|公休)/;

function measure(n: number | undefined, unit: string): Meaning | undefined {
  if (n === undefined) return undefined;
  if (n === 0) return unclear('zero');
  if (unit.includes('工作')) return { kind: 'working-days', count: n };
  if (/小时|钟头|h/i.test(unit)) return { kind: 'minutes', minutes: n * 60 };
  if (unit.includes('刻')) return { kind: 'minutes', minutes: n * 15 };
  if (unit.includes('分钟')) return { kind: 'minutes', minutes: n };
  if (/[天日]/.test(unit)) return { kind: 'calendar-days', days: n, months: 0 };
  if (/周|星期|礼拜/.test(unit)) return { kind: 'calendar-days', days: 7 * n, months: 0 };
  if (unit.includes('月')) return { kind: 'calendar-days', days: 0, months: n };
  if (unit.includes('季')) return { kind: 'calendar-days', days: 0, months: 3 * n };
  // 20年内 speaks of a lifetime, not of a deadline
  return n <= 5 ? { kind: 'calendar-days', days: 0, months: 12 * n } : undefined;
}

/** 3天(工作日) are working days, 3天(自然日) calendar days; what else is in brackets is not known. */
function qualify(meaning: Meaning, words: string | undefined): Meaning {
  if (words === undefined) return meaning;
  // as every count begins with the next day
  if (/^\s*\((?:不含|不包括|不算)(?:当|今)[天日]\)$/.test(words)) return meaning;
  const days = meaning.kind === 'calendar-days' && meaning.months === 0 && meaning.days;
  const counted = meaning.kind === 'working-days';
  if (WORKING_DAYS.test(words) && !/非工作/.test(words)) {
    if (counted) return meaning;
    return days ? { kind: 'working-days', count: days } : vague();
  }
  return CALENDAR_DAYS.test(words) && !counted ? meaning : vague();
}

/** A half more than `n`: 一个半月, 两个半小时, 一天半. */
function addHalf(meaning: Meaning): Meaning {
  if (meaning.kind === 'minutes') return { kind: 'minutes', minutes: meaning.minutes + 30 };
  const months = meaning.kind === 'calendar-days' && meaning.days === 0 && meaning.months > 0;
  return months && meaning.months % 12 !== 0 ? { ...meaning, days: 15 } : unclear('fraction');
}

/** 半个月 (15 days), 半年 (6 months), 半小时; half a day is asked back. */
function readHalf(unit: string): Meaning {
  if (unit.includes('工作')) return unclear('fraction');
  if (unit.includes('月')) return { kind: 'calendar-days', days: 15, months: 0 };
  if (unit.includes('年')) return { kind: 'calendar-days', days: 0, months: 6 };
  return /小时|钟头/.test(unit) ? { kind: 'minutes', minutes: 30 } : unclear('fraction');
}

/** Two counts are asked back, but for the usual 3-5个工作日, which is the longer. */
function readTwo(groups: Groups, unit: string): Meaning | undefined {
  const count = (text: string | undefined) =>
    measure(text === undefined ? undefined : readNumeral(text), unit);
  const [low, high] = [groups.low ?? groups.lowChar, groups.high ?? groups.highChar].map(count);
  if (!low || !high) return undefined;
  const words = groups.kindIn ?? groups.kindOut;
  const [shorter, longer] = [qualify(low, words), qualify(high, words)];
  const usual = groups.sign === '-' || groups.sign === '至';
  if (!usual || shorter.kind !== 'working-days' || longer.kind !== 'working-days')
    return unclear('ambiguous', [shorter, longer]);
  return shorter.count < longer.count ? { ...longer, longer: true } : unclear('ambiguous', [longer, shorter]);
}

function readOne(groups: Groups, unit: string): Meaning | undefined {
  if (groups.some !== undefined) return vague();
  if (groups.lone !== undefined) return readHalf(unit);
  if (groups.fraction !== undefined) {
    const minutes = Number(groups.fraction) * 60;
    const exact = /小时|钟头|h/i.test(unit) && Number.isInteger(minutes);
    return exact ? { kind: 'minutes', minutes } : unclear('fraction');
  }
  const n = readNumeral(groups.n ?? '');
  // 二三十天 and other characters that are no one number
  if (n === undefined) return vague();
  if (groups.again !== undefined && readNumeral(groups.again) !== n) return vague();
  const meaning = measure(n, unit);
  return meaning && (groups.half ?? groups.trail) ? addHalf(meaning) : meaning;
}

function readCount(groups: Groups): Meaning | undefined {
  const unit = groups.unit ?? '';
  const two = (groups.low ?? groups.lowChar) !== undefined;
  if (two) return readTwo(groups, unit);
  const meaning = readOne(groups, unit);
  return meaning && qualify(meaning, groups.kindIn ?? groups.kindOut);
}

/** Working days are a limit wherever they stand; other bare counts must stand apart. */
const formOfCount = ({ unit }: Groups): Form => (/工作|自然|日历/.test(unit ?? '') ? 'firm' : 'plain');

export const COUNTS: readonly Pattern[] = [
  pattern(
    'firm',
    `${HEAD}(?<unit>${ANY_UNIT}|(?<=半)月)(?<trail>半)?(?<kindIn>${PAREN})?(?:${GAP}(?<within>${WITHIN})(?<kindOut>${PAREN})?|(?<=\\)))`,
    readCount,
  ),
  pattern(formOfCount, `${HEAD}(?<unit>${OPEN_UNIT})(?<trail>半(?![年月天日小个]))?`, readCount),
  // 限3日 is a count, 时限:3日 may be the third
  pattern(
    'firm',
    `(?<=(?<![时期])限[时期]?[为在:]?${GAP})(?<n>${NUMERAL})${GAP}(?<unit>日)(?![前${CN}\\d之以])`,
    readCount,
  ),
  pattern('firm', `(?<=[时期]限[为是:]?${GAP})(?<n>${NUMERAL})${GAP}日(?![前${CN}\\d之以])`, (groups) => {
    const n = readNumeral(groups.n ?? '') ?? 0;
    const count = measure(n, '日') ?? vague();
    return unclear('ambiguous', [count, { kind: 'day-of-month', months: undefined, day: n }]);
  }),
];
