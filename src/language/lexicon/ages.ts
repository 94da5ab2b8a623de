/** How long it has gone on, from somewhere upwards: 超过10天, 半个月以上, 满三个工作日. 不到三天 and 三天以内 are none. */
import type { Calendar } from '../../domain/calendar.ts';
import { NUMERAL, readNumeral } from '../../domain/numerals.ts';
import { addDays, addMonths, type Day } from '../../domain/time.ts';

/** `more`: 超过10天 begins on the eleventh. */
export interface Age {
  count: number;
  unit: 'day' | 'working-day' | 'week' | 'month';
  more: boolean;
  /** 超期不到三天, 逾期三天以内: no longer than that. */
  most?: true;
}

const MORE = '超过了?|超出|超|多于|大于|不止';
const FULL = '已经?满|满|够|足足|至少|不少于';
const AGE = new RegExp(
  `(?:(${MORE})|(${FULL}))?(${NUMERAL}|半)(多)?(个?工作日|天|日|周|个?多?星期|个?多?礼拜|个多?月|年)(以上|开外|有余|往上|出头|(?:都|还)?不止|(?<![日])多)?了?`,
  'y',
);
/** 一个月以前就立了案的 */
const AGO = /^(?:以|之)?前(?:的)?(?:就|已经|便|早就)*(?=登记|立|报|提|录|反映|来|收|接|受理)/;
/** 半个月没动静 */
const STILL = /^(?:了)?(?:都|还|也|一直|已经)*(?:[没未冇](?!到)|等着核|待核|待签|待转)/;
const UNITS: readonly [RegExp, Age['unit'], number][] = [
  [/工作日$/, 'working-day', 1],
  [/[天日]$/, 'day', 1],
  [/周|星期|礼拜/, 'week', 1],
  [/月$/, 'month', 1],
  [/年$/, 'month', 12],
];

/** The age that begins at `at`; a bare number of days (三天) is none. */
export function ageAt(folded: string, at: number): { age: Age; length: number } | undefined {
  const most = atMostAt(folded, at);
  if (most) return most;
  AGE.lastIndex = at;
  const match = AGE.exec(folded);
  if (!match) return undefined;
  const [said, more, full, numeral = '', odd, unit = '', beyond] = match;
  const still = STILL.test(folded.slice(at + said.length));
  const ago = AGO.exec(folded.slice(at + said.length))?.[0] ?? '';
  if (!more && !full && !odd && !unit.includes('多') && !beyond && !still && ago === '') return undefined;
  const known = UNITS.find(([pattern]) => pattern.test(unit));
  if (!known) return undefined;
  const [, kind, times] = known;
  const half = numeral === '半';
  if (half && kind !== 'month') return undefined;
  const strict =
    more !== undefined ||
    odd !== undefined ||
    unit.includes('多') ||
    beyond === '多' ||
    beyond?.endsWith('不止') === true;
  const whole = half ? (times === 12 ? 6 : 15) : (readNumeral(numeral) ?? 0) * times;
  if (whole < 1 || whole > 1000) return undefined;
  const age: Age = { count: whole, unit: half && times === 1 ? 'day' : kind, more: strict };
  return { age, length: said.length + ago.length };
}

const LATE = '(?:逾期|超期|过期|超时|拖期|超|逾|拖)(?:了)?(?:时间|天数)?(?:还)?(?:在)?';
const AT_MOST = new RegExp(
  `(?<=${LATE})(?:(不到|不足|不满|没到|没有|还没到|未满|没满|少于)(${NUMERAL})(个?工作日|天|日|个?星期|个?礼拜|周)|(${NUMERAL})(个?工作日|天|日|个?星期|个?礼拜|周)(?:以内|之内|以下|内)|一([两二])天|(两三)天以内)(?:的)?`,
  'y',
);

/** 不到三天 and 三天以内 behind 逾期; of anything else how long is no word of ours. */
function atMostAt(folded: string, at: number): { age: Age; length: number } | undefined {
  AT_MOST.lastIndex = at;
  const match = AT_MOST.exec(folded);
  if (!match) return undefined;
  const [said, under, less, lessUnit, within, withinUnit] = match;
  const count =
    under !== undefined
      ? (readNumeral(less ?? '') ?? 0) * daysIn(lessUnit) - 1
      : within !== undefined
        ? (readNumeral(within) ?? 0) * daysIn(withinUnit)
        : match[7] === undefined
          ? 2
          : 3;
  if (count < 1 || count > 400) return undefined;
  return { age: { count, unit: 'working-day', more: false, most: true }, length: said.length };
}

const daysIn = (unit: string | undefined) => (/[天日]$/.test(unit ?? '') ? 1 : 5);

/** The last day on which it may have begun; with `most` the first. */
export function lastDayOf({ count, unit, more, most }: Age, today: Day, calendar: Calendar): Day {
  if (most) {
    let first = addDays(today, -1);
    while (calendar.workingDaysBetween(addDays(first, -1), today) <= count) first = addDays(first, -1);
    return first;
  }
  if (unit === 'month') {
    const day = addMonths(today, -count);
    return more ? addDays(day, -1) : day;
  }
  const days = unit === 'week' ? 7 * count : count;
  const least = more ? days + 1 : days;
  let day = addDays(today, -least);
  if (unit === 'working-day') while (calendar.workingDaysBetween(day, today) < least) day = addDays(day, -1);
  return day;
}
