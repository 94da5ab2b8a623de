/** 统计 of an area: figures of a month, of the year and of all time, and results per unit and project. Pure. */
import type { Calendar } from './calendar.ts';
import type { BulletinRules } from './model.ts';
import type { Day } from './time.ts';

/** How many issues went from one day to another; averages are reckoned from these, working days being ours to count. */
export interface DaySpan {
  from: Day;
  to: Day;
  count: number;
}

/** What the database counts in a period. Issues with a granted appeal or a 挂账 are no part of the rates. */
export interface PeriodCounts {
  raised: number;
  closed: number;
  /** Closed ones that count for the rate, and those of them reported done in time. */
  rated: number;
  onTime: number;
  satisfied: number;
  /** Of those that were asked, how many answered. */
  answered: number;
  reopened: number;
  falseCloses: number;
  /** Logged → done, and logged → promised. */
  taken: DaySpan[];
  promised: DaySpan[];
}

export interface PeriodFigures extends Omit<PeriodCounts, 'taken' | 'promised'> {
  /** Average working days; null when nothing was closed. */
  takenDays: number | null;
  promisedDays: number | null;
  onTimeRate: number | null;
  satisfactionRate: number | null;
}

/** Results of one unit or project in the month. */
export interface ResultCounts {
  id: number;
  closed: number;
  rated: number;
  onTime: number;
  /** Numbers of missed targets: closed late in the month, or open and overdue now. */
  missed: number[];
  overdueOpen: number;
}

export interface ResultFigures extends ResultCounts {
  /** In percent, of closed and overdue ones together; null without any. */
  rate: number | null;
}

/** In percent, one decimal; null of nothing. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}

/** Average working days over spans, one decimal; null without any. */
export function averageDays(spans: readonly DaySpan[], calendar: Calendar): number | null {
  let days = 0;
  let count = 0;
  for (const span of spans) {
    days += Math.max(0, calendar.workingDaysBetween(span.from, span.to)) * span.count;
    count += span.count;
  }
  return count === 0 ? null : Math.round((days / count) * 10) / 10;
}

/** Days of one kind of edge, with how many spans begin or end there. */
export interface EdgeDay {
  day: Day;
  ends: boolean;
  count: number;
}

/**
 * As {@link averageDays}, from where spans begin and where they end: working days add up, so which beginning belongs to
 * which end does not matter. None may end before it begins.
 */
export function averageOfEdges(edges: readonly EdgeDay[], calendar: Calendar): number | null {
  const base = edges[0]?.day;
  if (base === undefined) return null;
  let days = 0;
  let spans = 0;
  for (const { day, ends, count } of edges) {
    days += (ends ? count : -count) * calendar.workingDaysBetween(base, day);
    if (ends) spans += count;
  }
  return spans === 0 ? null : Math.round((days / spans) * 10) / 10;
}

export function figuresOf(counts: PeriodCounts, calendar: Calendar): PeriodFigures {
  const { taken, promised, ...plain } = counts;
  return {
    ...plain,
    takenDays: averageDays(taken, calendar),
    promisedDays: averageDays(promised, calendar),
    onTimeRate: percent(counts.onTime, counts.rated),
    satisfactionRate: percent(counts.satisfied, counts.answered),
  };
}

/** An overdue open issue counts like one that was closed late. */
export function resultOf(counts: ResultCounts): ResultFigures {
  return { ...counts, rate: percent(counts.onTime, counts.rated + counts.overdueOpen) };
}

/** What the results propose: 红榜, 黑榜 or neither. */
export function proposalOf(result: ResultFigures, rules: BulletinRules): 'red' | 'black' | null {
  if (result.rate === null) return null;
  if (result.rate >= rules.redRate && result.closed >= rules.redClosed) return 'red';
  const black = result.rate < rules.blackRate && result.missed.length >= rules.blackOverdue;
  return black ? 'black' : null;
}
