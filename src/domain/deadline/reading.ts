import type { HolidayName } from '../calendar.ts';
import type { Clock, Day, Instant, Weekday } from '../time.ts';
import type { WorkClock } from '../worktime.ts';

/** What a reader of deadlines must know: the moment of writing, the calendar, the zone and the working hours. */
export interface DeadlineContext extends WorkClock {
  now: Instant;
}

/**
 * How a deadline came about: plain JSON, stored with the problem, enough to explain it and to compute it again when
 * holiday data arrives. `start` is the day the words were written; `hour` is absent for "until end of working time".
 */
export type DeadlineRule =
  /** the count-th working day after `start` */
  | { kind: 'working-days'; start: Day; count: number; hour?: Clock }
  /** `start` + calendar months, then + calendar days */
  | { kind: 'calendar-days'; start: Day; days: number; months: number; hour?: Clock }
  /** exactly so many minutes after `from` */
  | { kind: 'minutes'; start: Day; from: Instant; minutes: number }
  /** a day that was named: a date, a weekday, a month's end */
  | { kind: 'day'; start: Day; day: Day; hour?: Clock }
  /** the last working day of the span from..until (本周内, 下周); `until` itself when the span has none left */
  | { kind: 'last-working-day'; start: Day; from: Day; until: Day; hour?: Clock }
  /** the count-th working day of the span from..until; `until` itself when the span has not so many */
  | { kind: 'nth-working-day'; start: Day; from: Day; until: Day; count: number; hour?: Clock }
  /** the last working day before the holiday begins */
  | { kind: 'before-holiday'; start: Day; holiday: HolidayName; year: number; hour?: Clock }
  /** the count-th working day after the holiday */
  | { kind: 'after-holiday'; start: Day; holiday: HolidayName; year: number; count: number; hour?: Clock }
  /** none at all: 长期坚持, 持续推进; its day is LONG_TERM_DAY */
  | { kind: 'long-term'; start: Day; hour?: Clock };

/** Something the person should be told about an understood deadline. */
export type DeadlineRemark =
  /** The day is accepted although nobody works on it; the neighbours are what could be meant instead. */
  | {
      kind: 'non-working-day';
      day: Day;
      reason: 'weekend' | 'holiday' | 'administrator';
      name?: string;
      previous: Day;
      next: Day;
    }
  /** The count or the day reaches a year whose notice is not published. */
  | { kind: 'provisional-year'; year: number }
  /** The named day was over, so the next such day is meant. */
  | { kind: 'rolled'; to: 'next-week' | 'next-month' | 'next-year'; day: Day }
  /** 春节前 and the like: the holiday begins on `begins`, so `day` is its last working day before. */
  | { kind: 'before-holiday'; holiday: HolidayName; begins: Day; day: Day }
  /** 国庆后第一个工作日: the holiday and the day that was counted. */
  | { kind: 'after-holiday'; holiday: HolidayName; count: number; day: Day }
  /** 3-5个工作日: taken as the longer. */
  | { kind: 'longer-of-two'; count: number }
  /** 本周内, 下周: taken as the last working day of the week. */
  | { kind: 'last-working-day'; day: Day }
  /** 12月前, 下周前: taken as the end of what comes before. */
  | { kind: 'before-period'; day: Day }
  /** 5点 without 上午 or 下午: taken as the afternoon. */
  | { kind: 'hour-assumed'; hour: Clock };

/** One thing an unclear phrase could mean. */
export interface DeadlineCandidate {
  day: Day;
  hour?: Clock;
  at: Instant;
}

export type DeadlineProblem =
  /** the day or hour is over */
  | 'past'
  /** no such date or hour: 2月30日, 25点 */
  | 'impossible'
  /** several meanings, or several different deadlines in the text */
  | 'ambiguous'
  /** 几天内, 12月20日左右: not a day */
  | 'vague'
  /** 1.5个工作日 */
  | 'fraction'
  /** 0天内 */
  | 'zero'
  /** the date and the weekday beside it disagree */
  | 'weekday-mismatch'
  /** more than five years ahead: a slip of the pen rather than a deadline */
  | 'too-far';

/** Words of time that set no day by themselves; `span` is [from, until) in the original text. */
export interface HeardWords {
  /** 尽快, 近期 mean the default limit; anything else was not understood and stays in the text, whole. */
  means: 'default-limit' | 'not-understood';
  span: [number, number];
  phrase: string;
  /** default limit: a word of its own, which may be cut out of the text (住建局 尽快) */
  apart: boolean;
}

/** What was read. `span` is [from, until) in the original text: cut it and the deadline words are gone. */
export type DeadlineReading =
  | { kind: 'none'; heard?: HeardWords }
  | {
      kind: 'found';
      at: Instant;
      day: Day;
      /** only when an hour was given */
      hour?: Clock;
      span: [number, number];
      phrase: string;
      rule: DeadlineRule;
      remarks: DeadlineRemark[];
    }
  | {
      kind: 'unclear';
      span: [number, number];
      phrase: string;
      problem: DeadlineProblem;
      candidates: DeadlineCandidate[];
    };

/** A year as said: 2027年 (`year`), 明年 (`years` = 1), or not at all: the next one that fits. */
export interface SaidYear {
  year: number | undefined;
  years: number | undefined;
}

/** A stretch of days in which one is counted out. */
export type Period =
  | { unit: 'week'; offset: number }
  /** `month` of a year, else `offset` months from this one */
  | ({ unit: 'month'; month: number | undefined; offset: number } & SaidYear)
  | ({ unit: 'year' } & SaidYear);

/** Which day of a period: its last, the last before it (12月前), or a day of the month (上旬 = 10). */
export type PeriodEdge = 'end' | 'before' | 10 | 15 | 20;

/** What a phrase says before it meets a calendar. */
export type Meaning =
  /** `longer`: of two counts that were said */
  | { kind: 'working-days'; count: number; longer?: boolean }
  | { kind: 'calendar-days'; days: number; months: number }
  | { kind: 'minutes'; minutes: number }
  | { kind: 'relative-day'; days: number }
  /** `week` undefined: the next such day; 0 this week, 1 next week */
  | { kind: 'weekday'; week: number | undefined; weekday: Weekday }
  | { kind: 'week'; week: number; before: boolean }
  | { kind: 'weekend'; week: number; before: boolean }
  | ({ kind: 'date'; month: number; day: number } & SaidYear)
  /** `months` undefined: this month's, else the next month's */
  | { kind: 'day-of-month'; months: number | undefined; day: number }
  /** `prior`: the day before the part of the month that was named (12月中旬前) */
  | ({ kind: 'month'; month: number; edge: PeriodEdge; prior?: boolean } & SaidYear)
  /** `months` undefined: this month's, else the next month's */
  | { kind: 'relative-month'; months: number | undefined; edge: PeriodEdge; prior?: boolean }
  | ({ kind: 'year'; edge: 'end' | 'before' | 'half' } & SaidYear)
  /** `quarter` undefined: `quarters` after the current one */
  | ({ kind: 'quarter'; quarter: number | undefined; quarters: number; before: boolean } & SaidYear)
  /** `nth` working day or, `any`, calendar day of a period; -1 is the last */
  | { kind: 'nth-day'; period: Period; nth: number; any: boolean }
  | ({ kind: 'holiday'; holiday: HolidayName } & SaidYear)
  /** `count` working days after the holiday */
  | ({ kind: 'after-holiday'; holiday: HolidayName; count: number } & SaidYear)
  /** 节前, 节后第 `after` 个工作日: which holiday is asked back */
  | { kind: 'next-holiday'; after?: number }
  /** a feast that is no day off: of the lunar calendar when `lunar`; `before`: 元宵节前 */
  | ({ kind: 'feast'; month: number; day: number; lunar: boolean; before: boolean } & SaidYear)
  /** an hour without a day */
  | { kind: 'today' }
  | { kind: 'unclear'; problem: DeadlineProblem; options: Meaning[] };
