/** Before and after holidays; feasts that are no days off; days of the lunar calendar. */
import type { HolidayName } from '../calendar.ts';
import { NUMERAL, NUMERAL_CHARS, readNumeral } from '../numerals.ts';
import { GAP } from './hours.ts';
import { readSaidYear, YEAR } from './phrases.ts';
import type { Meaning } from './reading.ts';
import { type Groups, type Pattern, pattern, unclear, vague } from './row.ts';

const CN = NUMERAL_CHARS;
const HAN = '\\u4e00-\\u9fff';
const HOLIDAY = `春节|过年|除夕|元旦|清明|(?<![\\d${CN}周期拜])五一|劳动(?=节)|端午|中秋|国庆|(?<![\\d${CN}周期拜双])十一(?!月)`;
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
const OFF = '(?:劳动节|节)?(?:长假|小长假|假期|放假)?';

/** Month and day; lunar ones marked. */
const FEASTS: Record<string, readonly [month: number, day: number, lunar?: true]> = {
  元宵: [1, 15, true],
  七夕: [7, 7, true],
  中元: [7, 15, true],
  重阳: [9, 9, true],
  腊八: [12, 8, true],
  妇女: [3, 8],
  三八妇女: [3, 8],
  三八: [3, 8],
  植树: [3, 12],
  青年: [5, 4],
  五四: [5, 4],
  五四青年: [5, 4],
  儿童: [6, 1],
  六一: [6, 1],
  六一儿童: [6, 1],
  建党: [7, 1],
  七一: [7, 1],
  建军: [8, 1],
  八一: [8, 1],
  教师: [9, 10],
  圣诞: [12, 25],
};
const FEAST = Object.keys(FEASTS)
  .sort((a, b) => b.length - a.length)
  .join('|');
/** 七一路 is a street: two numerals are a feast with 节 or 前 behind only. */
const FEAST_WORD = `(?<![\\d${CN}])(?<feast>${FEAST})(?:国际)?(?:节(?:当[天日])?|(?=之前|以前|前))`;
const NAMED = `(?![${HAN}]{0,5}(?:${HOLIDAY}|${FEAST}|[环季调细情章关时])节)(?![请于在须需务必力争到赶])`;
/** 节前 without a name: nothing before it that could be one. */
const BARE_FEAST = `(?<=^|[^${HAN}]|[于在请须要必争到保限迟晚])节`;
const NTH = `第?(?<nth>${NUMERAL})个?|(?<first>首个?|头一?个|上班后?的?第?一?)`;
const WORKDAY = '(?:工作[日天]|上班日)(?:之内|以内|内)?';
const AFTER = '(?:之后|以后|后)(?:的)?';
const COUNTED = `(?:(?:上班|复工)(?:后)?的?)?${GAP}(?:(?:${NTH})${GAP}${WORKDAY}|(?:上班)?的?(?<firstDay>第?一天上班|上班的?第?一天))`;

function readAfter(groups: Groups): number | undefined {
  if (groups.nth !== undefined) return readNumeral(groups.nth) || undefined;
  return (groups.first ?? groups.firstDay) === undefined ? undefined : 1;
}

function readAfterHoliday(groups: Groups): Meaning | undefined {
  const holiday = HOLIDAYS[groups.holiday ?? ''];
  const count = readAfter(groups);
  if (!holiday || count === undefined) return vague();
  return { kind: 'after-holiday', holiday, count, ...readSaidYear(groups) };
}

function readFeast(groups: Groups, before: boolean): Meaning | undefined {
  const [month, day, lunar = false] = FEASTS[groups.feast ?? ''] ?? [];
  if (month === undefined || day === undefined) return undefined;
  return { kind: 'feast', month, day, lunar, before, ...readSaidYear(groups) };
}

const LUNAR_MONTHS: Record<string, number> = { 正月: 1, 冬月: 11, 腊月: 12 };

/** 正月十五, 大年初八, 农历九月初九; the thirtieth is not in every year and is asked back. */
function readLunar(groups: Groups, before: boolean): Meaning {
  const named = groups.lunarMonth ?? '正月';
  const month = LUNAR_MONTHS[named] ?? readNumeral(named.replace('月', ''));
  const day = readNumeral((groups.lunarDay ?? '').replace('初', ''));
  if (month === undefined || month < 1 || month > 12 || day === undefined || day < 1 || day > 29)
    return vague();
  return before ? vague() : { kind: 'feast', month, day, lunar: true, before, ...readSaidYear(groups) };
}

export const FEAST_ROWS: readonly Pattern[] = [
  pattern(
    'plain',
    `(?:${YEAR})?(?:(?:农历|阴历|旧历)(?<lunarMonth>正月|冬月|腊月|[${CN}]{1,2}月|\\d{1,2}月)|大年|(?<named>正月|腊月))(?<lunarDay>初[${CN}]|[${CN}]{1,3}|\\d{1,2})[日号]?`,
    (groups, before) => readLunar({ ...groups, lunarMonth: groups.lunarMonth ?? groups.named }, before),
  ),
  pattern(
    'plain',
    `农历(?:年(?:底|前|后)?)?|(?:腊月|正月)(?:底|初|中旬|上旬|下旬|里)?|(?<!最)小年(?=前|之前|夜|$|[\\s,;。])`,
    vague,
  ),
  pattern(
    'firm',
    `(?:${YEAR})?(?<holiday>${HOLIDAY})${OFF}(?:之前|以前|前夕?)(?:的?最后一?个工作[日天])?(?![后期])`,
    (groups) => {
      const holiday = HOLIDAYS[groups.holiday ?? ''];
      return holiday && { kind: 'holiday', holiday, ...readSaidYear(groups) };
    },
  ),
  pattern('plain', `(?:${YEAR})?(?<holiday>${HOLIDAY})${OFF}${AFTER}${COUNTED}`, readAfterHoliday),
  pattern('plain', `(?:${HOLIDAY})${OFF}(?:结束)?(?:之后|以后|后)`, vague),
  pattern('plain', `(?:${YEAR})?${FEAST_WORD}`, readFeast),
  pattern('firm', `${BARE_FEAST}(?:日|假日)?前(?:的?最后一?个工作[日天])?(?![期后约])`, () => ({
    kind: 'next-holiday',
  })),
  pattern('plain', `${BARE_FEAST}(?:日|假日)?${AFTER}${COUNTED}`, (groups) => ({
    kind: 'next-holiday',
    after: readAfter(groups) ?? 1,
  })),
  pattern('plain', `${BARE_FEAST}(?:日|假日)?(?:之后|以后|后)(?!期)`, vague),
  // a feast that is not known: whole, or 节前 would be taken out of it
  pattern('plain', `(?<![${HAN}])${NAMED}[${HAN}]{1,5}节(?:日)?(?=(?:之|以)?前(?![期后约]))`, vague),
];

/** 年前: before the Spring Festival or before the new year, asked back. */
export function readBeforeYear(): Meaning {
  return unclear('ambiguous', [
    { kind: 'year', year: undefined, years: 0, edge: 'end' },
    { kind: 'holiday', holiday: '春节', year: undefined, years: undefined },
  ]);
}
