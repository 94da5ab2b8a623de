/** From what the words of a day are read: today, the title, the row. */
import type { Day } from '../time.ts';

export interface DayContext {
  today: Day;
  /** Of the title: 2022年…. */
  year?: number | undefined;
  /** The table holds for this day (截至…). */
  asOf?: Day | undefined;
  /** The day the row was raised or ordered; it goes before the meeting. */
  raisedOn?: Day | undefined;
  /** The day of the meeting, from which 下周三 counts. */
  meetingOn?: Day | undefined;
  /** The day the table was talked over (调度时间), from which 两周内 counts. */
  dispatchedOn?: Day | undefined;
  /** What has happened: a day without a year is the last such one, not the next. */
  past?: boolean | undefined;
  /** Of what is over: a day without a year is the one nearest to this. */
  near?: Day | undefined;
  date1904?: boolean | undefined;
  monthOnly?: 'last-day' | 'first-day' | 'last-working-day' | undefined;
  isWorkingDay?: ((day: Day) => boolean) | undefined;
}
