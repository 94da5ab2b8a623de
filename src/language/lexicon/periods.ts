/** Spans of days as people name them: 今天, 本周, 上个月, 本季度, 最近7天. */
import { NUMERAL, readNumeral } from '../../domain/numerals.ts';
import { monthOf, type PeriodKind, rangeOf } from '../../domain/period.ts';
import { addDays, addMonths, type Day, datePartsOf } from '../../domain/time.ts';
import { remembered } from '../remembered.ts';
import {
  BEFORE,
  dateAt,
  daysOfMonthAt,
  firstDaysAt,
  halfMonthAt,
  laterDayAt,
  monthAt,
  monthsAt,
  saysOfWhat,
  tenDaysAt,
  twoMonthsAt,
  weekOfMonthAt,
} from './calendar-days.ts';
import { besideFeastAt, feastAt } from './feasts.ts';
import { afterFrom, EVER, GONE_BEHIND, matchAt, type Period, type Said, SINCE } from './period-words.ts';
import { edgeOfMonthAt, partAfterDay, spokenSpanAt } from './spoken-days.ts';
import { writtenAt } from './written-days.ts';

export type { Period } from './period-words.ts';

/** Which day of the week: a numeral that counts something is none (本周五件, 上周一家). */
const WEEKDAYS = '[二三四五六日天](?![件条项家次])|一(?![共起直个件条项家次些样点])';
const NAMES: readonly [RegExp, PeriodKind, number][] = [
  [/大后天/y, 'day', 3],
  [/大前天/y, 'day', -3],
  [/(?:今天|今日|今儿个?|当[天日](?!就|内|之内))(?!为止)/y, 'day', 0],
  [/(?:明天|明日|明儿个?)/y, 'day', 1],
  [/后天/y, 'day', 2],
  [/前天/y, 'day', -2],
  [/(?<![期止限会庆节工产])前一天/y, 'day', -1],
  [/(?:昨天|昨日|昨儿个?)/y, 'day', -1],
  [new RegExp(`(?:本|这一?个?|当)(?:周|星期|礼拜)(?:内|里)?(?!${WEEKDAYS})`, 'y'), 'week', 0],
  [new RegExp(`(?:下下个?|大下个?)(?:周|星期|礼拜)(?!${WEEKDAYS})`, 'y'), 'week', 2],
  [new RegExp(`下一?个?(?:周|星期|礼拜)(?!${WEEKDAYS})`, 'y'), 'week', 1],
  [new RegExp(`(?:上一?|(?<![期止限会庆节工产])前一)个?(?:周|星期|礼拜)(?!${WEEKDAYS})`, 'y'), 'week', -1],
  [new RegExp(`(?:上上个?|大上个?)(?:周|星期|礼拜)(?!${WEEKDAYS})`, 'y'), 'week', -2],
  [/上上个?月(?:份)?(?![底初中])/y, 'month', -2],
  [/(?:本|这一?个?|当)月(?:份)?(?:内|里)?(?![底初中])/y, 'month', 0],
  [/下一?个?月(?:份)?(?![\d底初中])/y, 'month', 1],
  [/(?:上一?|(?<![期止限会庆节工产])前一)个?月(?:份)?(?![底初中])/y, 'month', -1],
  [/(?:本季度|本季|这一?个?季度|当季)/y, 'quarter', 0],
  [/下一?个?季度/y, 'quarter', 1],
  [/(?:上一?|(?<![期止限会庆节工产])前一)个?季度/y, 'quarter', -1],
  [/(?:今年一年|今年|本年度?|全年|年内)(?![上下]半年)/y, 'year', 0],
  [/明年/y, 'year', 1],
  [/(?:去年|上一?年度?|前一年)(?!的?同|[底末初中纪])(?:一年|全年|一整年)?/y, 'year', -1],
];

const RECENT = new RegExp(
  `(?:最近|近|过去|前面|前头|前|刚过去|过去)(?:的|这)?(${NUMERAL}|半)(天|日|周|个?星期|个?礼拜|个月|个?年)(?:时间)?(?:以内|之内|内|里头|里面|里|以来|当中|之中)?`,
  'y',
);
const AHEAD = new RegExp(`(?:未来|今后|接下来|往后)(${NUMERAL})(天|日|周|个?星期|个月)`, 'y');

const KINDS = ['week', 'month', 'quarter', 'year'] as const;
const UNTIL = /(?:到|至|~|-|—|–)/y;
const BETWEEN = /(?:这段时间)?(?:之间|期间)|这段时间|这段/y;

/** The period whose name begins there, with what belongs to it: 国庆以来, 周五前. `today` is of the deployment's zone. */
export const periodAt = remembered((folded, at, today: Day): Said | undefined => {
  const said = spanAt(folded, at, today);
  return said && { ...said, length: said.length + glossAfter(folded, at + said.length, said.period, today) };
});

/** 最近一周(7天), 上周(16号到22号): a bracket that tells the same days once more. */
function glossAfter(folded: string, end: number, { from, until }: Period, today: Day): number {
  const [gloss = '', days] = /^\((?:(\d{1,3})天|[^()]{1,20})\)/.exec(folded.slice(end, end + 22)) ?? [];
  const inner = gloss !== '' && days === undefined ? spanAt(folded, end + 1, today) : undefined;
  const again = inner?.period.from === from && [until, today].includes(inner.period.until);
  const whole = again && inner.length + 2 === gloss.length;
  return whole || (days && addDays(from, Number(days) - 1) === until) ? gloss.length : 0;
}

function spanAt(folded: string, at: number, today: Day): Said | undefined {
  const start = afterFrom(folded, at);
  const near = nearAt(folded, at, today) ?? sinceDayAt(folded, at, today) ?? upToAt(folded, at, today);
  if (near) return near;
  const feast = besideFeastAt(folded, start, today);
  if (feast) return { ...feast, length: start - at + feast.length };
  const span =
    monthsAt(folded, start, today) ?? daysOfMonthAt(folded, start, today) ?? withinAt(folded, start, today);
  if (span) return { ...span, length: start - at + span.length };
  const first =
    endOfYearAt(folded, start, today) ??
    oneAt(folded, start, today) ??
    feastAt(folded, start, today) ??
    beginningAt(folded, start, today);
  if (!first) return undefined;
  const end = start + first.length;
  const since = matchAt(SINCE, folded, end);
  if (since && first.period.from <= today) {
    // 今年以来到期的 ends today; of what came or was done it is this year.
    const named = KINDS.some(
      (kind) => `${rangeOf(kind, 0, today)}` === `${[first.period.from, first.period.until]}`,
    );
    const goesOn = named && !/到期|截止/.test(folded);
    const period = { from: first.period.from, until: goesOn ? first.period.until : today, past: true };
    const part = since.includes('天') ? partAfterDay(folded, end + since.length) : 0;
    return { period, length: end - at + since.length + part };
  }
  const to = matchAt(UNTIL, folded, end);
  const last =
    to &&
    (edgeOfMonthAt(folded, end + to.length, today) ?? oneAt(folded, end + to.length, today, first.period));
  if (to && last && last.period.until >= first.period.from) {
    const { until } = last.period;
    const period = { from: first.period.from, until, past: until <= today };
    const ends = end + to.length + last.length;
    return { period, length: ends - at + (matchAt(BETWEEN, folded, ends)?.length ?? 0) };
  }
  if (start > at || first.feast) return undefined;
  const before = matchAt(BEFORE, folded, end);
  // 今年之前, 10月1日之前登记的: what was before it has no beginning.
  const over =
    first.period.from < first.period.until ? first.period.from <= today : first.period.until < today;
  // 今天之前登记的: of what is over; 今天之前要办完 is to come.
  const gone = before && first.period.from <= today && GONE_BEHIND.test(folded.slice(end + before.length));
  if (before && (over || gone)) {
    if (!gone && !saysOfWhat(folded.slice(end + before.length))) return undefined;
    const period = { from: EVER, until: addDays(first.period.from, -1), past: true };
    return { period, length: end - at + before.length };
  }
  if (before && first.period.until >= today) {
    // 20号前 has the day in it, 下周之前 ends where the week begins.
    const { from, until } = first.period;
    const begins = owedBy(folded, end + before.length) ? EVER : today;
    const period = { from: begins, until: from < until ? addDays(from, -1) : until, past: false };
    return { period, length: end - at + before.length };
  }
  return first;
}

/** 周五之前要交差的: what is late and open is owed by then, too. Links and projects have plans of their own. */
const OWED =
  /^(?:[^,，。]{0,6}?(?:要|该|必须|得|需)[^,，。到期]{0,2}(?:交|办|做|处理|解决|销|结|完成|弄|搞|清)|[^,，。]{0,4}交差|[^,，。]{0,4}交账)/u;
function owedBy(folded: string, end: number): boolean {
  return OWED.test(folded.slice(end)) && !/手续|环节|许可|证|开工|投产|竣工|验收/u.test(folded);
}

/** 到后天为止, 到周五前: from today until then. */
const UP_TO = /(?:从?(?:现在|今天)(?:起|开始)?)?(?:截至到?|截止到?|直到|到|至)/y;
const UP_TO_END = /为止|止(?!步)|之前|以前|前(?![面头后])/y;
function upToAt(folded: string, at: number, today: Day): Said | undefined {
  const to = matchAt(UP_TO, folded, at);
  const day = to ? oneAt(folded, at + to.length, today) : undefined;
  if (!to || !day || day.period.until <= today) return undefined;
  const end = at + to.length + day.length;
  const tail = matchAt(UP_TO_END, folded, end);
  const due = tail === undefined && /^.{0,4}?(?:到期|到点|要到|该|截止)/u.test(folded.slice(end));
  if (tail === undefined && !due) return undefined;
  const length = end - at + (tail?.length ?? 0);
  const from = owedBy(folded, at + length) ? EVER : today;
  return { period: { from, until: day.period.until, past: false }, length };
}

/** 到年底, 月底前: from today until then. */
const UNTIL_END =
  /(?:(?:到|截至|截止)?(?:今年|本)?(年|月|季度?)[底末](?:之前|以前|前|为止)?)(?!\p{Script=Han}?[账])/uy;
/** 这两天: what is to come when something falls due, else what was. */
const NEAR = /这两天/y;
/** 这礼拜剩下几天: from today to its end. */
const REST =
  /(?:本|这一?个?|今)(?:周|星期|礼拜|月|年)(?:里)?(?:还)?(?:剩下|余下|剩余|剩)的?(?:这|那)?(?:几天|日子|时间|几个月)/y;

/** 上周五之后, 10月8号以后: from the day after it. */
const AFTER_DAY = /(?:之后|以后|过后)(?!到现在)/y;

function sinceDayAt(folded: string, at: number, today: Day): Said | undefined {
  const start = afterFrom(folded, at);
  const first = oneAt(folded, start, today);
  const named = first && folded.slice(start, start + first.length);
  // 九月以后: the month, or the year, is in it.
  const whole = /月份?$|^\d{4}年$/.test(named ?? '') && /\d|[一二三四五六七八九十]/.test(named ?? '');
  if (!first || first.period.from > today) return undefined;
  if (first.period.from !== first.period.until && !whole) return undefined;
  const after = matchAt(AFTER_DAY, folded, start + first.length);
  if (after === undefined) return undefined;
  const from = whole ? first.period.from : addDays(first.period.until, 1);
  return from > today
    ? undefined
    : { period: { from, until: today, past: true }, length: start - at + first.length + after.length };
}

function nearAt(folded: string, at: number, today: Day): Said | undefined {
  const end = matchAt(UNTIL_END, folded, at);
  if (end) {
    const kind = end.includes('年') ? 'year' : end.includes('季') ? 'quarter' : 'month';
    const from = owedBy(folded, at + end.length) ? EVER : today;
    return { period: { from, until: rangeOf(kind, 0, today)[1], past: false }, length: end.length };
  }
  const rest = matchAt(REST, folded, at);
  if (rest) {
    const until = rangeOf(rest.includes('月') ? 'month' : rest.includes('年') ? 'year' : 'week', 0, today)[1];
    return { period: { from: today, until, past: false }, length: rest.length };
  }
  const near = matchAt(NEAR, folded, at);
  if (near === undefined) return undefined;
  const ahead = /到期|截止|要|该/.test(folded.slice(at));
  const period = ahead
    ? { from: today, until: addDays(today, 1), past: false }
    : { from: addDays(today, -1), until: today, past: true };
  return { period, length: near.length };
}

const WITHIN = new RegExp(`(${NUMERAL}|半)(天|日|周|个?星期|个?礼拜|个月)(?:之内|以内|内|里[面头]?)`, 'y');
const SOON = /(?:今天?明后?|明后?|今明)(?:两|三)?天|今明后三天/y;

/** 三天内到期, 一周内新增: which way is told by what is said of them; 明后两天. */
function withinAt(folded: string, at: number, today: Day): Said | undefined {
  const soon = matchAt(SOON, folded, at);
  if (soon !== undefined && soon.length > 2) {
    const from = soon.startsWith('明') ? addDays(today, 1) : today;
    const until = addDays(today, soon.includes('后') ? 2 : 1);
    return { period: { from, until, past: false }, length: soon.length };
  }
  WITHIN.lastIndex = at;
  const match = WITHIN.exec(folded);
  const half = match?.[1] === '半' && match[2] === '个月';
  const count = half ? 15 : readNumeral(match?.[1] ?? '');
  if (!match || !count || count > 400) return undefined;
  const rest = folded.slice(at + match[0].length);
  const ahead = /到期|截止|要|该|必须|得办/.test(rest);
  const past =
    /登记|新增|新报|报|提|办结|销号|解决|办完|办了|完成|反映|刚|变[红黄]|转[红黄]|亮[了起红黄]/.test(rest);
  if (ahead === past) return undefined;
  const unit = half ? '天' : (match[2] ?? '');
  const days = count * (/[天日]/.test(unit) ? 1 : 7);
  const edge = (sign: number) =>
    unit.endsWith('月') ? addMonths(today, sign * count) : addDays(today, sign * days);
  const period = ahead
    ? { from: today, until: edge(1), past: false }
    : { from: addDays(edge(-1), 1), until: today, past: true };
  return { period, length: match[0].length };
}

// 列一下周一到现在 is no 下周一; 周一起 begins with that day, 上周一起 is together.
const DAY_OF_WEEK = `${WEEKDAYS}|一(?<!上.{1,3}一)(?=起(?![来诉]))`;
const WEEKDAY = new RegExp(`(上|(?<!一)下|本|这|这个|上个|下个)?(?:周|星期|礼拜)(${DAY_OF_WEEK})`, 'y');

/** 周一, 上周五: of this week unless another is said; 上周一到周三 is of the week of its first day. */
function weekdayAt(folded: string, at: number, today: Day, after?: Period): Said | undefined {
  WEEKDAY.lastIndex = at;
  const match = WEEKDAY.exec(folded);
  if (!match) return undefined;
  const said = match[1];
  const weeks = said?.startsWith('上') ? -1 : said?.startsWith('下') ? 1 : 0;
  const weekday = '一二三四五六日'.indexOf(match[2] === '天' ? '日' : (match[2] ?? ''));
  const beside = said === undefined && after !== undefined && after.from === after.until;
  const [monday] = rangeOf('week', weeks, beside ? after.from : today);
  const near = addDays(monday, weekday);
  const day = beside && near < after.from ? addDays(near, 7) : near;
  return { period: { from: day, until: day, past: day < today }, length: match[0].length };
}

/** 2027年投产的; 2027年7月 has its own days. */
const YEAR =
  /(?:20|(?<![\d第近过满]))2\d年(?:全年|一年)?(?![\d一二三四五六七八九十上下第的]|\s*\d|前|后|底|末|初|间|来|[以之]?[内里]|多)/y;
const HALF = /(?:(\d{4}|今|去|明)年)?的?(上|下)半年/y;
const QUARTER = /(?:(\d{4}|今|去|明)年)?的?第?([一二三四1-4])季度/y;
const EDGE = /(?:今年年?|本)?(年|月|季度)初|今年初|开年/y;

/** 上半年, 三季度, 年初. */
function partOfYearAt(folded: string, at: number, today: Day): Said | undefined {
  const { year, month } = datePartsOf(today);
  const span = (said: string | undefined, first: number, last: number, length: number): Said => {
    const of = said === undefined ? year : ({ 今: year, 去: year - 1, 明: year + 1 }[said] ?? Number(said));
    const [from] = monthOf(of, first);
    const [, until] = monthOf(of, last);
    return { period: { from, until, past: from <= today }, length };
  };
  const whole = matchAt(YEAR, folded, at);
  if (whole) return span(`20${/2\d(?=年)/.exec(whole)?.[0]}`, 1, 12, whole.length);
  HALF.lastIndex = at;
  const half = HALF.exec(folded);
  if (half)
    return half[2] === '上' ? span(half[1], 1, 6, half[0].length) : span(half[1], 7, 12, half[0].length);
  QUARTER.lastIndex = at;
  const quarter = QUARTER.exec(folded);
  if (quarter) {
    const which = readNumeral(quarter[2] ?? '') ?? 1;
    return span(quarter[1], which * 3 - 2, which * 3, quarter[0].length);
  }
  const edge = matchAt(EDGE, folded, at);
  if (!edge) return undefined;
  const first = edge.includes('年') ? 1 : edge.includes('月') ? month : Math.floor((month - 1) / 3) * 3 + 1;
  const [from] = monthOf(year, first);
  return { period: { from, until: from, past: true }, length: edge.length };
}

const END_OF_YEAR = /(去|前)年年?[底末](?=到(?!期)|至今|以来|以后|之后|开始|起)/y;
const MIDDLE_OF_YEAR = /(?:(?:今|本)年)?年中(?=到(?!期)|至今|以来|以后|之后|开始|起)/y;

/** 去年底到现在, 年中以来: only where a span begins with it; the last month, the second half. */
function endOfYearAt(folded: string, at: number, today: Day): (Said & { feast?: true }) | undefined {
  const { year } = datePartsOf(today);
  const said = matchAt(END_OF_YEAR, folded, at);
  const middle = said === undefined ? matchAt(MIDDLE_OF_YEAR, folded, at) : undefined;
  const heard = said ?? middle;
  if (heard === undefined) return undefined;
  const [from] = said === undefined ? monthOf(year, 7) : monthOf(year - (said.startsWith('去') ? 1 : 2), 12);
  return from > today ? undefined : { period: { from, until: from, past: true }, length: heard.length };
}

const DUE_BY = /(?:之前|以前|前)(?=.{0,3}(?:到期|截止|要|该|必须))/y;

/** 9月初到…, 月中以来: a month's beginning or middle only begins a span; 11月底前到期的. */
function beginningAt(folded: string, at: number, today: Day): (Said & { feast?: true }) | undefined {
  const edge = edgeOfMonthAt(folded, at, today);
  const end = at + (edge?.length ?? 0);
  const goesOn = /[初中头]/.test(folded.charAt(end - 1)) ? [UNTIL, SINCE] : [DUE_BY];
  return goesOn.some((one) => matchAt(one, folded, end) !== undefined) ? edge : undefined;
}

/** The last day of a day, week or month that is named: 10月31日, 上周五, 上月. */
export function dayAt(folded: string, at: number, today: Day): { day: Day; length: number } | undefined {
  const one = oneAt(folded, at, today);
  return one && { day: one.period.until, length: one.length };
}

/** One period with nothing around it. @param after the first of two, which tells what the second leaves out */
function oneAt(
  folded: string,
  at: number,
  today: Day,
  after?: Period,
): (Said & { feast?: true }) | undefined {
  const one = plainAt(folded, at, today, after);
  if (!one || one.period.from !== one.period.until) return one;
  return { ...one, length: one.length + partAfterDay(folded, at + one.length) };
}

function plainAt(
  folded: string,
  at: number,
  today: Day,
  after?: Period,
): (Said & { feast?: true }) | undefined {
  const named =
    spokenSpanAt(folded, at, today) ??
    writtenAt(folded, at) ??
    tenDaysAt(folded, at, today) ??
    halfMonthAt(folded, at, today) ??
    firstDaysAt(folded, at, today) ??
    weekOfMonthAt(folded, at, today) ??
    twoMonthsAt(folded, at, today) ??
    dateAt(folded, at, today) ??
    monthAt(folded, at, today) ??
    weekdayAt(folded, at, today, after) ??
    partOfYearAt(folded, at, today) ??
    (after && laterDayAt(folded, at, after));
  if (named) return named;
  for (const [pattern, kind, offset] of NAMES) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    if (!match) continue;
    const [from, until] = rangeOf(kind, offset, today);
    const past = offset < 0 || kind === 'quarter' || kind === 'year';
    return { period: { from, until, past }, length: match[0].length };
  }
  return countedAt(folded, at, today, RECENT, -1) ?? countedAt(folded, at, today, AHEAD, 1);
}

function countedAt(
  folded: string,
  at: number,
  today: Day,
  pattern: RegExp,
  direction: 1 | -1,
): { period: Period; length: number } | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(folded);
  if (!match) return undefined;
  const [, numeral = '', unit = ''] = match;
  const half = numeral === '半';
  if (half && !/[月年]$/.test(unit)) return undefined;
  const years = unit.endsWith('年');
  const count = half ? (years ? 6 : 15) : (readNumeral(numeral) ?? 0) * (years ? 12 : 1);
  if (!count || count > 400) return undefined;
  const months = half ? years : years || unit.endsWith('月');
  if (half && !months) {
    const from = addDays(today, direction * (count - (direction < 0 ? 1 : 0)));
    return {
      period: direction < 0 ? { from, until: today, past: true } : { from: today, until: from, past: false },
      length: match[0].length,
    };
  }
  const days = unit === '天' || unit === '日' ? count : count * 7;
  const edge = months ? addMonths(today, count * direction) : addDays(today, days * direction);
  return direction < 0
    ? { period: { from: addDays(edge, 1), until: today, past: true }, length: match[0].length }
    : { period: { from: today, until: edge, past: false }, length: match[0].length };
}
