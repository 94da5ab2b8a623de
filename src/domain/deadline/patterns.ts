import { NUMERAL, NUMERAL_CHARS } from '../numerals.ts';
import { COUNTS } from './counts.ts';
import { FEAST_ROWS, readBeforeYear } from './feasts.ts';
import { GAP, HOUR_PHRASE } from './hours.ts';
import * as phrases from './phrases.ts';
import { YEAR } from './phrases.ts';
import { FRESH, type Pattern, pattern, unclear, vague } from './row.ts';

const CN = NUMERAL_CHARS;
const WEEK = '(?:周|星期|礼拜)';
const WEEK_WORD = '(?<weekWord>上上|(?<!原则)上一?|本|这一?|当|下下|下一?)个?';
const WORK = `个?${GAP}工作${GAP}[日天]`;
const num = (name: string) => `(?<${name}>${NUMERAL})`;
const MONTH_WORD = '(?<monthWord>本月|这个?月|当月|次月|下下?一?个?月|(?<!原则)上上?个?月)';
const EDGE = '(?:的?月|的)?(?<edge>底|末|初|上旬|中旬|下旬|中(?=前|之前|以前|[\\s,。;或、)]|$))';
/** A stretch of days out of which one is counted. */
const PERIODS = [
  `${FRESH}(?:${YEAR})?${num('month')}${GAP}月份?`,
  MONTH_WORD,
  `(?<![${CN}\\d个每本这下上])月`,
  `(?<week>${WEEK_WORD}${WEEK})`,
  YEAR,
  `(?<thisYear>(?<![${CN}\\d每今明去前后本来全半])年)`,
];
const NTH_DAY = `(?:内|之内|底|末)?的?${GAP}(?:(?<last>最后一?个?)|(?<first>首个?|头一?个)|第${num('nth')}个?)${GAP}(?<unit>工作${GAP}[日天]|天|日)(?:之内|以内|内)?`;
const no = () => undefined;

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
  pattern('firm', `[〔\\[(【]20\\d{2}[〕\\])】]\\d{1,4}号`, no),
  // a year that looks like a count
  pattern('period', `(?<year>(?<!\\d)[12]\\d{3})年(?<part>之内|以内|内)`, phrases.readYearPhrase),
  ...COUNTS,
  pattern('firm', `(?:下|次)(?:一个?|个)${GAP}工作${GAP}[日天](?:之内|以内|内)?`, () => ({
    kind: 'working-days',
    count: 1,
  })),
  ...PERIODS.map((period) => pattern('firm', `${period}${NTH_DAY}`, phrases.readNthDay)),
  // which one is not said
  pattern('plain', `(?:下下个?|最后一?个|首个|头一个|再下个?)${GAP}工作${GAP}[日天]`, vague),
  // near days
  pattern(
    'plain',
    '(?<word>今|大后|明|(?<!最|然|以|之|先|今)后|当|翌|(?<![每档场班车])次(?=日)|昨|大前|(?<!以|之|目|提|前)前)[天日](?!然气|线|常|报|志)',
    phrases.readRelativeDay,
  ),
  pattern('plain', '(?<word>今|明|昨)(?:儿个?|(?=[早晚](?!报)))', phrases.readRelativeDay),
  pattern('plain', '第二天|隔[天日](?!离)|改[天日]|[过这近][几两]天|最近几天|过段时间|稍后|晚些时候', vague),
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
  pattern(
    'plain',
    `(?:${WEEK_WORD})${WEEK}(?:初|中(?=[前\\s,。;]|$))|(?<![两${CN}\\d个每])周(?:初|中)(?=[前\\s,。;]|$)`,
    vague,
  ),
  // dates
  pattern(
    'plain',
    `${FRESH}(?:${YEAR})?${num('month')}${GAP}月${GAP}(?:份${GAP})?${num('day')}(?:${GAP}[日号](?!线|楼|路|井|桩)|(?=前|之前|以前|完成|办结|[\\s,。;)]|$))`,
    phrases.readDate,
  ),
  // 12月20日至25日: which of the two is asked back
  pattern(
    'plain',
    `${FRESH}(?:${YEAR})?${num('month')}${GAP}月${GAP}${num('low')}${GAP}[日号]?${GAP}(?:至|到|[-~、]|或者?|和)${GAP}${num('high')}${GAP}[日号]`,
    (groups) => {
      const days = [groups.low, groups.high].map((day) => phrases.readDate({ ...groups, day }));
      return unclear(
        'ambiguous',
        days.filter((day) => day !== undefined),
      );
    },
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
  pattern('period', `(?<![每${CN}\\d个本这下次当份]|(?<!原则)上)月${EDGE}`, phrases.readRelativeMonth),
  pattern(
    'period',
    `(?<![每${CN}\\d个本这下次当份]|(?<!原则)上)月(?:之内|以内|内)`,
    phrases.readRelativeMonth,
  ),
  pattern('period', '(?<![月份底])(?<edge>[上中下]旬)', phrases.readRelativeMonth),
  pattern(
    'period',
    `(?:${YEAR})?(?:(?<quarterWord>本|这一?个?|下一?个?)|第?${num('quarter')})?季度(?:的|季)?(?<edge>末|底|内|之内|以内)`,
    phrases.readQuarter,
  ),
  pattern('plain', '(?<![\\w])[Qq](?<quarter>[1-4])(?:季度)?(?<edge>末|底|内)?(?!\\w)', phrases.readQuarter),
  pattern('period', `(?<![换四当${CN}])季(?<edge>末|底)`, phrases.readQuarter),
  pattern(
    'plain',
    `(?:${YEAR})?(?:(?<quarterWord>本|这一?个?|下一?个?)|第?${num('quarter')})季度`,
    phrases.readQuarter,
  ),
  pattern(
    'period',
    `(?:${YEAR})(?<part>(?:年)?(?:底|末|内|之内|以内|终)|上半年|下半年|年?中(?=前|之前|[\\s,。;]|$))`,
    phrases.readYearPhrase,
  ),
  pattern('plain', `(?:${YEAR})`, phrases.readYearPhrase),
  pattern(
    'period',
    `(?<![\\d${CN}今去前明后来本上每全半])(?<part>年底|年末|年内|年终)`,
    phrases.readYearPhrase,
  ),
  pattern('plain', '(?<part>(?<!原则)上半年|下半年)', phrases.readYearPhrase),
  pattern(
    'period',
    `(?<![\\d${CN}今去前明后来本上每全半往近青中])(?<part>年中)(?=前|之前|[\\s,。;]|$)`,
    phrases.readYearPhrase,
  ),
  pattern('plain', `(?:${YEAR}|(?<![\\d${CN}每]))年初`, vague),
  pattern(
    'firm',
    `(?<![\\d${CN}今去前明后来本上每全半多几数往历近学])年(?:前|之前|以前)(?![期后年])`,
    readBeforeYear,
  ),
  ...FEAST_ROWS,
  // an hour of today
  pattern('point', `${FRESH}(?<![-])${HOUR_PHRASE}`, () => ({ kind: 'today' })),
];
