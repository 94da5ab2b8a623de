/** Days told from another day: 下周三, 月底前, 20日前, 会后15个工作日内. Pure. */
import { addDays, addMonths, type Day, datePartsOf, daysInMonth, parseDay, weekdayOf } from '../time.ts';
import type { DayContext } from './day-context.ts';
import type { LedgerDay } from './model.ts';

const BEFORE = '(?:之前|以前|前|之内|以内|内)?';
const WEEKDAY = new RegExp(`^(上|本|这|下|下下)?(?:周|星期|礼拜)([1-6一二三四五六日天末底])${BEFORE}$`);
const WEEKDAYS: Record<string, number> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  末: 7,
  底: 7,
};
const WEEK = /^(本|这|下)个?(?:周|星期)(?:之?内|以内|前)?$/;
const MONTH_END = new RegExp(`^(本|这|当|下|次)?(?:个)?月(?:月?底|末|内)${BEFORE}$`);
/** 10日内 is within ten days, 10日前 the tenth. */
const DAY_ONLY = /^(本月|当月|下个?月|次月)?(\d{1,2})(?:[日号](?:之前|以前|前)?|号(?:之内|以内|内))$/;
const NAMED = new RegExp(`^(今[天日]|明[天日]|后天)${BEFORE}$`);
const COUNT =
  /^(?:会后|自?即日起|收到[^0-9]*|会议[^0-9]*后|(?:交办|下达|受理|提出|登记|发文|印发|转办|接件|立项|通知)(?:之日起|之后|后|起)?)?(\d{1,3})(个工作日|工作日|个?工作天|天|日|个?自然日|周|个星期|个月)(?:之内|以内|内|后)?$/;

/**
 * Counted from the day the row was raised, of the meeting, of the table, or from today. A count of days (15个工作日) is read only where the
 * day it begins with is written: 截至 and today are not the day something was ordered.
 */
export function readRelative(shown: string, bare: string, ctx: DayContext): LedgerDay | undefined {
  const start = ctx.raisedOn ?? ctx.meetingOn ?? ctx.asOf ?? ctx.today;
  const day = readFrom(bare, start, ctx);
  if (day === undefined) return undefined;
  const off = ctx.isWorkingDay && !ctx.isWorkingDay(day);
  return { kind: 'day', day, text: shown, counted: true, ...(off && { nonWorking: true as const }) };
}

function readFrom(bare: string, start: Day, ctx: DayContext): Day | undefined {
  let found = WEEKDAY.exec(bare);
  if (found) return readWeekday(found[1], found[2] ?? '', start);
  found = WEEK.exec(bare);
  if (found) return readWeekday(found[1], '日', start);
  found = MONTH_END.exec(bare);
  if (found) {
    const { year, month } = datePartsOf(found[1] === '下' || found[1] === '次' ? addMonths(start, 1) : start);
    return parseDay(year, month, daysInMonth(year, month));
  }
  found = DAY_ONLY.exec(bare);
  if (found) return readDayOfMonth(Number(found[2]), found[1], start);
  found = NAMED.exec(bare);
  if (found) return addDays(start, { 今: 0, 明: 1, 后: 2 }[found[1]?.[0] ?? ''] ?? 0);
  found = COUNT.exec(bare);
  const ordered = ctx.raisedOn ?? ctx.meetingOn ?? ctx.dispatchedOn;
  if (found && ordered !== undefined) return readCount(Number(found[1]), found[2] ?? '', ordered, ctx);
  return undefined;
}

function readWeekday(week: string | undefined, name: string, start: Day): Day {
  const weekday = WEEKDAYS[name] ?? Number(name);
  const monday = addDays(start, 1 - weekdayOf(start));
  if (week === undefined) {
    const inWeek = addDays(monday, weekday - 1);
    return inWeek >= start ? inWeek : addDays(inWeek, 7);
  }
  const weeks = { 上: -1, 下: 1, 下下: 2 }[week] ?? 0;
  return addDays(monday, 7 * weeks + weekday - 1);
}

function readDayOfMonth(date: number, said: string | undefined, start: Day): Day | undefined {
  const of = (months: number) => {
    const { year, month } = datePartsOf(addMonths(`${start.slice(0, 7)}-01`, months));
    return parseDay(year, month, date);
  };
  if (said !== undefined) return of(/^[下次]/.test(said) ? 1 : 0);
  const inMonth = of(0);
  return inMonth !== undefined && inMonth >= start ? inMonth : of(1);
}

function readCount(count: number, unit: string, from: Day, { isWorkingDay }: DayContext): Day | undefined {
  if (unit.includes('工作')) {
    if (!isWorkingDay) return undefined;
    let day = from;
    for (let left = count; left > 0; ) {
      day = addDays(day, 1);
      if (isWorkingDay(day)) left--;
    }
    return day;
  }
  if (unit.includes('月')) return addMonths(from, count);
  return addDays(from, /周|星期/.test(unit) ? count * 7 : count);
}
