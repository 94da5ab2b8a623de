import { foldText } from '../deadline/fold.ts';
import { addDays, type Day, daysBetween, parseDay } from '../time.ts';
import { canonicalName } from './published.ts';

/** Days in a row that are off or worked, as an administrator writes them; none: again what is published. */
export interface HolidaySpan {
  from: Day;
  until: Day;
  kind: 'off' | 'work' | 'none';
  /** The holiday, '' when not said */
  name: string;
}

export type LineProblem =
  /** no complete date (with its year) at the beginning */
  | 'date-needed'
  /** no 休, 班 or 删除 after it */
  | 'kind-needed'
  /** 2月30日 */
  | 'impossible'
  /** ends before it begins, or is longer than any holiday */
  | 'range'
  /** a further date: one line, one span */
  | 'several';

/** Longer than any holiday: a slip of the pen. */
const MOST_DAYS = 31;
const DATE = String.raw`(\d{4})\s?[-./年]\s?(\d{1,2})\s?[-./月]\s?(\d{1,2})\s?[日号]?`;
const LATER = String.raw`(?:(?:(\d{4})\s?[-./年]\s?)?(\d{1,2})\s?[-./月]\s?)?(\d{1,2})\s?[日号]?`;
const WEEKDAY = String.raw`(?:\s*\(?(?:周|星期)[一二三四五六日天]\)?)?`;
const SPAN = new RegExp(`^${DATE}${WEEKDAY}(?:\\s*(?:至|到|~|-{1,2})\\s*${LATER}${WEEKDAY})?`);
const KINDS: readonly [RegExp, HolidaySpan['kind']][] = [
  [/^(?:调休上班|补班|上班|班|工作日)/, 'work'],
  [/^(?:放假调休|休息|休假|放假|调休|休|假)/, 'off'],
  [/^(?:删除|取消|恢复|清除|去掉)/, 'none'],
];
const EDGE = /^[\s,.。、;:]+|[\s,.。、;:]+$/g;

/** Reads one line: 2027-02-06至2027-02-13 休 春节, 2027年2月14日 班. */
export function readHolidayLine(line: string): HolidaySpan | { problem: LineProblem; said?: string } {
  const folded = foldText(line).replace(EDGE, '');
  const date = SPAN.exec(folded);
  if (!date) return { problem: 'date-needed' };
  const [said, year, month, day, lastYear, lastMonth, lastDay] = date;
  const from = parseDay(Number(year), Number(month), Number(day));
  const until =
    lastDay === undefined
      ? from
      : parseDay(Number(lastYear ?? year), Number(lastMonth ?? month), Number(lastDay));
  if (!from || !until) return { problem: 'impossible', said: said.trim() };
  const days = daysBetween(from, until) + 1;
  if (days < 1 || days > MOST_DAYS) return { problem: 'range', said: said.trim() };
  const left = folded.slice(said.length).replace(EDGE, '');
  const kind = KINDS.find(([words]) => words.test(left));
  if (!kind) return { problem: 'kind-needed' };
  const name = left.replace(kind[0], '').replace(EDGE, '');
  if (/\d{4}[-./年]/.test(name)) return { problem: 'several' };
  return { from, until, kind: kind[1], name: canonicalName(name) };
}

/** Every day from `from` to `until`. */
export function listSpan({ from, until }: Pick<HolidaySpan, 'from' | 'until'>): Day[] {
  return Array.from({ length: daysBetween(from, until) + 1 }, (_, i) => addDays(from, i));
}
