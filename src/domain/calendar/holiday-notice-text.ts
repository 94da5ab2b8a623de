/** The sentences of a State Council notice (放假安排通知): which days they give off, which are worked. */
import { addDays, type Day, daysBetween, parseDay, weekdayOf } from '../time.ts';
import { findLunarDay, type HolidayName } from './statutory.ts';

/** Something the text says that cannot be so; asked back, and nothing is saved. */
export type NoticeProblem =
  /** the year is neither in the title nor said */
  | { kind: 'no-year' }
  | { kind: 'year-differs'; said: number; title: number }
  | { kind: 'several-years'; years: number[] }
  /** neither a holiday nor a day was found */
  | { kind: 'nothing' }
  /** a sentence about days that is not understood */
  | { kind: 'unknown'; text: string }
  /** 2月30日 */
  | { kind: 'impossible'; text: string }
  | { kind: 'weekday'; day: Day; said: number }
  /** 农历除夕, 正月初七 stand beside another day */
  | { kind: 'lunar'; day: Day; said: string }
  | { kind: 'count'; name: string; said: number; counted: number }
  | { kind: 'range'; text: string }
  /** the festival itself is not among its days off */
  | { kind: 'festival'; name: HolidayName; day: Day }
  | { kind: 'work-on-weekday'; day: Day }
  | { kind: 'both'; day: Day }
  | { kind: 'missing'; names: HolidayName[] };

/** What one sentence or item gives. */
export interface SentenceDays {
  off: Day[];
  work: Day[];
}

const MOST_DAYS = 20;
const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/y;
const NOTE = /\(([^()]*)\)|(?:周|星期)[一二三四五六日天]/y;
const WEEKDAY = /(?:周|星期)([一二三四五六日天])/;
const TO = /至|到|[-~]+/y;
const BETWEEN = /[、,和及]|以及|其中|共计/y;
/** Said beside a day off; changes nothing. */
const BRIDGE = /,?(?:(?:与|和)(?:周末|双休日)(?:连休|相连)|不调休)/y;
const COUNT = /(?:共|连休|一共)?(\d{1,2})天/y;
const WORK = /(?:调休|正常|补班|照常)?(?:上班|补班)/y;
const OFF = /放假调休|调休放假|放假|补休|休息|调休|休假|连休/y;

interface Found {
  from: Day;
  until: Day;
}

/**
 * Reads one sentence, spaces taken out. Whatever it cannot account for makes it unknown as a whole.
 * @param year of the notice; days of 元旦 late in the year lie in the year before
 */
export function readSentence(
  text: string,
  item: { year: number; newYear: boolean; name: string },
): SentenceDays & { problems: NoticeProblem[] } {
  const problems: NoticeProblem[] = [];
  const days: SentenceDays = { off: [], work: [] };
  let open: Found[] = [];
  let last: Day | undefined;
  let ranging = false;
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  const close = (kind: keyof SentenceDays) => {
    for (const { from, until } of open) {
      const length = daysBetween(from, until) + 1;
      if (length < 1 || length > MOST_DAYS) problems.push({ kind: 'range', text });
      else days[kind].push(...Array.from({ length }, (_, i) => addDays(from, i)));
    }
    open = [];
  };
  const unknown = () => ({ off: [], work: [], problems: [{ kind: 'unknown', text } as const] });
  while (at < text.length) {
    const date = take(DATE);
    if (date) {
      const day = resolveDay(date, last, item);
      if (!day) return { off: [], work: [], problems: [{ kind: 'impossible', text: date[0] }] };
      last = day;
      const before = open.at(-1);
      if (ranging && before) before.until = day;
      else open.push({ from: day, until: day });
      ranging = false;
      continue;
    }
    const note = take(NOTE);
    if (note) {
      if (last === undefined) return unknown();
      problems.push(...checkNote(note[1] ?? note[0], last, item.year));
    } else if (take(BRIDGE)) continue;
    else if (open.length > 0 && take(TO)) ranging = true;
    else if (open.length > 0 && take(WORK)) close('work');
    else if (open.length > 0 && take(OFF)) close('off');
    else {
      const count = take(COUNT);
      const said = count ? Number(count[1]) : undefined;
      if (said !== undefined) {
        if (said !== days.off.length)
          problems.push({ kind: 'count', name: item.name, said, counted: days.off.length });
      } else if (!take(BETWEEN) && !(days.off.length > 0 && open.length === 0 && take(OFF))) return unknown();
    }
  }
  return open.length > 0 || ranging ? unknown() : { ...days, problems };
}

function resolveDay(
  [, saidYear, saidMonth, date]: RegExpExecArray,
  last: Day | undefined,
  { year, newYear }: { year: number; newYear: boolean },
): Day | undefined {
  const month = saidMonth === undefined ? Number(last?.slice(5, 7)) : Number(saidMonth);
  if (saidYear !== undefined) return parseDay(Number(saidYear), month, Number(date));
  const usual = newYear && month >= 11 ? year - 1 : year;
  return parseDay(saidMonth === undefined && last ? Number(last.slice(0, 4)) : usual, month, Number(date));
}

/** The words in brackets after a day: 农历除夕、周一. */
function checkNote(note: string, day: Day, year: number): NoticeProblem[] {
  const weekday = WEEKDAY.exec(note)?.[1];
  const problems: NoticeProblem[] = [];
  if (weekday !== undefined) {
    const said = weekday === '天' ? 7 : '一二三四五六日'.indexOf(weekday) + 1;
    if (said !== weekdayOf(day)) problems.push({ kind: 'weekday', day, said });
  }
  const eve = /除夕/.exec(note);
  const first = /正月初([一二三四五六七八九十])/.exec(note);
  const newYear = findLunarDay(year, 1, 1);
  if (newYear && eve && day !== addDays(newYear, -1)) problems.push({ kind: 'lunar', day, said: eve[0] });
  if (newYear && first && day !== addDays(newYear, '一二三四五六七八九十'.indexOf(first[1] ?? '')))
    problems.push({ kind: 'lunar', day, said: first[0] });
  return problems;
}
