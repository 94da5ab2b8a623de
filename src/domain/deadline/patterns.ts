import { NUMERAL, NUMERAL_CHARS } from '../numerals.ts';
import { GAP, HOUR_PHRASE } from './hours.ts';
import type { Groups } from './phrases.ts';
import * as phrases from './phrases.ts';
import type { Meaning } from './reading.ts';

/**
 * How much a phrase needs around it to count as a deadline (accept.ts):
 * firm = nothing; period = nothing, unless a statement follows; plain = 前, a verb, a lead-in, or standing apart;
 * number = as plain, but never beside a unit; point = only 前, a lead-in, or being the whole text.
 */
export type Form = 'firm' | 'period' | 'plain' | 'number' | 'point';

/** One way to say a deadline. */
export interface Pattern {
  source: RegExp;
  form: Form;
  /** `before`: 前 follows. undefined: a look-alike, swallowed whole so that no part of it is taken. */
  read: (groups: Groups, before: boolean) => Meaning | undefined;
}

const CN = NUMERAL_CHARS;
/** Not inside a number, a code (K12+20), an ordinal (第3) or a range. */
const FRESH = `(?<![\\w+#第${CN}])(?<![\\d${CN}][-~至到]|\\d[.:/%])`;
const WEEK = '(?:周|星期|礼拜)';
const WEEK_WORD = '(?<weekWord>上上|上|本|这|当|下下|下)个?';
const WITHIN = '(?:之内|以内|内|之后|以后|后)(?![部容蒙外墙涝续勤])';
const WORK = `个?${GAP}工作${GAP}[日天]`;
const LONG = `个?${GAP}(?:自然日|日历日|日历天|天|日|星期|礼拜|周|小时|钟头|季度)|个${GAP}月|分钟|年`;
const UNIT = `(?<unit>${WORK}|${LONG})`;
const num = (name: string) => `(?<${name}>${NUMERAL})`;
const YEAR = `(?:(?<year>[12]\\d{3}|[二2][零〇][${CN}]{2}|(?<!\\d)[2-9]\\d)${GAP}年|(?<yearWord>今年|本年|明年|来年|后年))${GAP}`;
const MONTH_WORD = '(?<monthWord>本月|这个?月|当月|次月|下下?个?月|上上?个?月)';
const EDGE = '(?<edge>底|末|初|上旬|中旬|下旬|中(?=前|之前|[\\s,。;]|$))';
const HOLIDAY = `春节|过年|除夕|元旦|清明|(?<![\\d${CN}周期拜])五一|劳动(?=节)|端午|中秋|国庆|(?<![\\d${CN}周期拜双])十一(?!月)`;
const PAIR = `(?:(?<low>\\d{1,3}|[${CN}]+)${GAP}(?:[-~]|至|到|、|或)${GAP}(?<high>\\d{1,3}|[${CN}]+))`;
const TWO = '(?:(?<lowChar>[一二两三四五六七八九])(?<highChar>[二两三四五六七八九]))';
const RANGE = `(?<![\\w.+#/:第${CN}])(?:${PAIR}|${TWO})${GAP}`;

const pattern = (form: Form, source: string, read: Pattern['read']): Pattern => ({
  source: new RegExp(source, 'g'),
  form,
  read,
});
const no = () => undefined;
const vague = (): Meaning => ({ kind: 'unclear', problem: 'vague', options: [] });

/** Every way to say a deadline, and the look-alikes. At one place the longest match wins, then the earlier row. */
export const PATTERNS: readonly Pattern[] = [
  // look-alikes: 三天前, 每周五, 上月底, 去年12月, 五年前
  pattern(
    'firm',
    `${FRESH}(?:${NUMERAL}|几|多|数|半|若干)${GAP}(?:个半|个多|多)?${GAP}(?:${WORK}|个?(?:天|周|星期|礼拜|小时|钟头)|个季度|个月|分钟|年)(?:之前|以前|前)(?<!\\d{4}年(?:之|以)?前)`,
    no,
  ),
  pattern(
    'firm',
    `(?:每个?|逢|隔|各)(?:月|周|星期|礼拜|季度?|年|天|日)(?:[一二三四五六日天末底]|${NUMERAL}[日号])?`,
    no,
  ),
  pattern(
    'firm',
    `(?:去年|前年|上年|往年|历年|近年)(?:${GAP}${NUMERAL}月(?:份|底|初|中|末)?(?:${NUMERAL}[日号]?)?|底|末|初)?`,
    no,
  ),
  pattern('firm', `${FRESH}(?:${NUMERAL})(?:周|星期)[一二三四五六日](?:次|回|趟)`, no),
  // a year that looks like a count, days of the lunar calendar
  pattern('period', `(?<year>(?<!\\d)[12]\\d{3})年(?<part>之内|以内|内)`, phrases.readYearPhrase),
  pattern('plain', `(?:农历|腊月|正月|大年|小年)(?:[${CN}初\\d]|月|日|号){0,8}(?=之前|以前|前)`, vague),
  // counted; a range first, because 两三 also looks like one number
  pattern('firm', `${RANGE}(?:(?<unit>${WORK})(?:${GAP}${WITHIN})?)`, phrases.readRange),
  pattern('firm', `${RANGE}(?:${UNIT}${GAP}${WITHIN})`, phrases.readRange),
  pattern('firm', `${FRESH}${num('n')}${GAP}(?<unit>${WORK})(?:${GAP}${WITHIN})?`, phrases.readDuration),
  pattern(
    'firm',
    `${FRESH}${num('n')}${GAP}(?<unit>个?${GAP}自然日)(?:${GAP}${WITHIN})?`,
    phrases.readDuration,
  ),
  pattern(
    'firm',
    `${FRESH}${num('n')}${GAP}(?<half>个半)?(?<unit>${LONG}|(?<=半)(?:月|小时|钟头|天|年|星期))${GAP}${WITHIN}`,
    phrases.readDuration,
  ),
  pattern(
    'plain',
    `${FRESH}${num('n')}${GAP}(?<unit>个?${GAP}(?:天|星期|礼拜|周)|个${GAP}月|日历[日天])`,
    phrases.readDuration,
  ),
  pattern(
    'firm',
    `(?<![\\d${CN}个])半${GAP}(?<unit>个?${GAP}(?:月|小时|钟头|工作日)|年|天|日)${GAP}${WITHIN}`,
    phrases.readHalf,
  ),
  pattern(
    'firm',
    `(?<![\\w.+#/:第])(?<n>\\d{1,3}\\.\\d{1,2})${GAP}(?:(?<unit>${WORK})(?:${GAP}${WITHIN})?)`,
    phrases.readFraction,
  ),
  pattern(
    'firm',
    `(?<![\\w.+#/:第])(?<n>\\d{1,3}\\.\\d{1,2})${GAP}(?:(?<unit>${LONG})${GAP}${WITHIN})`,
    phrases.readFraction,
  ),
  pattern(
    'firm',
    `(?:几|数|若干|多)(?:${WORK}|个?(?:天|日|周|星期|小时)|个月|分钟|年)(?:之内|以内|内)`,
    vague,
  ),
  // near days
  pattern(
    'plain',
    '(?<word>今|大后|明|(?<!最|然|以|之|先|今)后|当|昨|大前|(?<!以|之|目|提|前)前)[天日](?!然气|线|常|报|志)',
    phrases.readRelativeDay,
  ),
  pattern('plain', '(?<word>今|明|昨)(?=[早晚](?!报))', phrases.readRelativeDay),
  pattern('plain', '明后[天两]天?|今明[两二]?天', () => ({
    kind: 'unclear',
    problem: 'ambiguous',
    options: [
      { kind: 'relative-day', days: 1 },
      { kind: 'relative-day', days: 2 },
    ],
  })),
  // weeks
  pattern(
    'plain',
    `(?<![每逢两${CN}\\d个])(?:${WEEK_WORD})?${WEEK}${GAP}(?<weekday>[一二三四五六日天]|[1-6](?![\\d个天次年月号.]))(?![次回趟])`,
    phrases.readWeekdayPhrase,
  ),
  pattern('plain', `(?<![每逢两${CN}\\d个])(?:${WEEK_WORD})?(?:周|星期)末`, phrases.readWeekend),
  pattern('plain', `${WEEK_WORD}${WEEK}(?:之内|以内|内|底)?(?![一二三四五六日天末\\d])`, phrases.readWeek),
  pattern('period', `(?<![每两${CN}\\d个本这下上])周(?:之内|以内|内)`, phrases.readWeek),
  // dates
  pattern(
    'plain',
    `${FRESH}(?:${YEAR})?${num('month')}${GAP}月${GAP}(?:份${GAP})?${num('day')}(?:${GAP}[日号](?!线|楼|路|井|桩)|(?=前|之前|以前|完成|办结|[\\s,。;)]|$))`,
    phrases.readDate,
  ),
  pattern(
    'number',
    `${FRESH}(?<![-])(?<year>[12]\\d{3})(?:(?<sep>[-/.])(?<month>\\d{1,2})\\k<sep>(?<day>\\d{1,2}))(?![\\w.\\-/:%+])[日号]?`,
    phrases.readDate,
  ),
  pattern(
    'number',
    `${FRESH}(?<![-])(?<year>20\\d{2})(?<month>0[1-9]|1[0-2])(?<day>[0-3]\\d)(?![\\w.\\-/:%+])`,
    phrases.readDate,
  ),
  pattern(
    'number',
    `${FRESH}(?<![-])(?<year>[2-3]\\d)\\.(?<month>\\d{1,2})\\.(?<day>\\d{1,2})(?![\\w.\\-/:%+])[日号]?`,
    phrases.readDate,
  ),
  pattern(
    'number',
    `${FRESH}(?<![-])(?<month>\\d{1,2})[-/.](?<day>\\d{1,2})(?![\\w.\\-/:%+])[日号]?(?!线|楼|路)`,
    phrases.readDate,
  ),
  pattern(
    'plain',
    `(?<![每${CN}\\d])${MONTH_WORD}${GAP}(?:的${GAP})?${num('day')}${GAP}[日号](?!线|楼|路|井|桩)`,
    phrases.readDayOfMonth,
  ),
  pattern(
    'plain',
    `${FRESH}(?<![统唯同专逐之万单周期拜-])${num('day')}${GAP}[日号](?!线|楼|路|井|桩|内|常|均|产)`,
    phrases.readDayOfMonth,
  ),
  // months, quarters, years
  pattern('period', `${FRESH}(?:${YEAR})?${num('month')}${GAP}月(?:份)?${GAP}${EDGE}`, phrases.readMonth),
  pattern('plain', `${FRESH}(?:${YEAR})?${num('month')}${GAP}月(?:份)?(?:之内|以内|内)?`, phrases.readMonth),
  pattern('period', `(?<![每${CN}\\d])${MONTH_WORD}份?${EDGE}`, phrases.readRelativeMonth),
  pattern('plain', `(?<![每${CN}\\d])${MONTH_WORD}份?(?:之内|以内|内)?`, phrases.readRelativeMonth),
  pattern('period', `(?<![每${CN}\\d个上本这下次当份])月${EDGE}`, phrases.readRelativeMonth),
  pattern('period', `(?<![每${CN}\\d个上本这下次当份])月(?:之内|以内|内)`, phrases.readRelativeMonth),
  pattern(
    'period',
    `(?:(?<quarterWord>本|这个?|下个?)|第?${num('quarter')})?季度(?<edge>末|底|内|之内|以内)`,
    phrases.readQuarter,
  ),
  pattern('plain', `(?:(?<quarterWord>本|这个?|下个?)|第?${num('quarter')})季度`, phrases.readQuarter),
  pattern(
    'period',
    `(?:${YEAR})(?<part>底|末|内|之内|以内|年底|年末|年内|上半年|下半年|年中)`,
    phrases.readYearPhrase,
  ),
  pattern('plain', `(?:${YEAR})`, phrases.readYearPhrase),
  pattern(
    'period',
    `(?<![\\d${CN}今去前明后来本上每全半])(?<part>年底|年末|年内|年终)`,
    phrases.readYearPhrase,
  ),
  pattern('plain', '(?<part>上半年|下半年)', phrases.readYearPhrase),
  pattern(
    'firm',
    `(?<![\\d${CN}今去前明后来本上每全半多几数往历近学])年(?:前|之前|以前)(?![期后年])`,
    phrases.readBeforeYear,
  ),
  // holidays
  pattern(
    'firm',
    `(?:${YEAR})?(?<holiday>${HOLIDAY})(?:劳动节|节)?(?:长假|小长假|假期|放假)?(?:之前|以前|前夕?)(?![后期])`,
    phrases.readHoliday,
  ),
  pattern('firm', '(?<![春清午秋庆动旦环季调细情])节(?:日|假日)?前(?![期后约])', () => ({
    kind: 'next-holiday',
  })),
  pattern('plain', `(?:${HOLIDAY})(?:劳动节|节)?(?:长假|小长假|假期|放假)?(?:之后|以后|后)`, vague),
  pattern('plain', '(?<![春清午秋庆动旦环季调细情])节(?:日|假日)?后(?!期)', vague),
  // an hour of today
  pattern('point', `${FRESH}(?<![-])${HOUR_PHRASE}`, () => ({ kind: 'today' })),
];
