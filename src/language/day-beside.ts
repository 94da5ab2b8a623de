/** 周四呢, after 上周三新增几件; 24号呢, after 11月25号: of the week, or of the month, that was spoken of. */
import { readNumeral } from '../domain/numerals.ts';
import { rangeOf } from '../domain/period.ts';
import { addDays, type Day, datePartsOf, daysBetween, parseDay } from '../domain/time.ts';
import { TWO } from './lexicon/calendar-days.ts';
import type { Topic } from './topic.ts';

const WEEKDAY = /^(?:那么?)?(?:周|星期|礼拜)([一二三四五六日天])(?![件条项家次前起])/u;
/** 24号怎么样了 is the problem of that number. */
const OF_MONTH = new RegExp(
  `^(?:那么?)?(${TWO})[日号](?=(?:那天|当天)?(?:呢|的|[几多]|有[几多]|一共|新|登|到期|截止|报|办结|销|转办?|派|签|退|催|解决|[\\s\\p{P}]*$))(?!.*(?:怎么|谁|什么))`,
  'u',
);

/** 5天内呢, after 3天内到期的 */
const WITHIN =
  /^(?:那么?)?((?:\d{1,2}|[一二两三四五六七八九十]{1,3})个?(?:天|工作日|周|星期|月)(?:之|以)?内)的?呢?[\s\p{P}]*$/u;

/** 那个月他们办完了多少, 当月办结几件: in the time that was spoken of. */
const THEN =
  /^(?:那|当|同一?|该)(?:一?个?)(周|星期|礼拜|月|季度|年)(?:份|里|内)?(?:又|他们|它)*(?=[办销解登新报转退催延到签有])/u;

/** The words with the day in full; undefined: none is named, or it is of this week anyway. */
export function dayBeside({ periods, point, basis }: Topic, folded: string, today: Day): string | undefined {
  const then = point && { period: { from: point.day, until: point.day }, heard: point.heard };
  const [only, second] = then ? [then] : periods;
  if (!only || second) return undefined;
  const again = THEN.exec(folded);
  if (again && only.heard.replace(/份$/, '').endsWith(again[1] ?? ' '))
    return `${only.heard}${folded.slice(again[0].length)}`;
  const within = basis === 'due' ? WITHIN.exec(folded)?.[1] : undefined;
  if (within !== undefined) return `${within}到期的呢`;
  const { from, until } = only.period;
  const weekday = WEEKDAY.exec(folded);
  const [monday, sunday] = rangeOf('week', 0, from);
  if (weekday && until <= sunday && monday !== rangeOf('week', 0, today)[0]) {
    const at = '一二三四五六日'.indexOf(weekday[1] === '天' ? '日' : (weekday[1] ?? ''));
    return withDay(folded, weekday[0], addDays(monday, at), today);
  }
  const said = OF_MONTH.exec(folded);
  if (!said || !/[日号]$/.test(only.heard)) return undefined;
  const { year, month } = datePartsOf(until);
  const day = parseDay(year, month, readNumeral(said[1] ?? '') ?? 0);
  return day && withDay(folded, said[0], day, today);
}

function withDay(folded: string, said: string, day: Day, today: Day): string {
  const { year, month, day: date } = datePartsOf(day);
  const near = Math.abs(daysBetween(day, today)) < 60;
  return `${near ? '' : `${year}年`}${month}月${date}日${folded.slice(said.length)}`;
}
