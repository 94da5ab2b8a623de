import { findLunarDay } from '../calendar/statutory.ts';
import type { HolidayName } from '../calendar.ts';
import {
  addDays,
  type Clock,
  type Day,
  datePartsOf,
  dayOf,
  daysInMonth,
  existing,
  parseDay,
  weekdayOf,
} from '../time.ts';
import type {
  DeadlineContext,
  DeadlineProblem,
  DeadlineRemark,
  DeadlineRule,
  Meaning,
  Period,
  PeriodEdge,
  SaidYear,
} from './reading.ts';
import { dayOfRule, recomputeDeadline } from './rule.ts';

/** A meaning placed on the calendar, or why it cannot be. `options` are the rules it could be instead. */
export type Resolution =
  | { kind: 'rule'; rule: DeadlineRule; remarks: DeadlineRemark[] }
  | { kind: 'problem'; problem: DeadlineProblem; options: DeadlineRule[] };

type Rolled = Extract<DeadlineRemark, { kind: 'rolled' }>['to'];

const CALLED_HOLIDAYS: readonly HolidayName[] = [
  '元旦',
  '春节',
  '清明节',
  '劳动节',
  '端午节',
  '中秋节',
  '国庆节',
];

/** Places a meaning on the calendar as seen from `ctx.now`; the hour only decides whether today is over. */
export function resolveMeaning(meaning: Meaning, hour: Clock | undefined, ctx: DeadlineContext): Resolution {
  const start = dayOf(ctx.now, ctx.timeZone);
  const today = datePartsOf(start);
  const withHour = hour === undefined ? {} : { hour };
  const onDay = (day: Day): DeadlineRule => ({ kind: 'day', start, day, ...withHour });
  const settle = (rule: DeadlineRule, remarks: DeadlineRemark[] = []): Resolution => ({
    kind: 'rule',
    rule,
    remarks,
  });
  const fail = (problem: DeadlineProblem, options: DeadlineRule[] = []): Resolution => ({
    kind: 'problem',
    problem,
    options,
  });
  const isOver = (rule: DeadlineRule) => recomputeDeadline(rule, ctx) < ctx.now;

  /** A day that was named exactly: over means over. */
  function settleNamed(
    day: Day | undefined,
    remarks: DeadlineRemark[] = [],
    instead: DeadlineRule[] = [],
  ): Resolution {
    if (day === undefined) return fail('impossible', instead);
    return isOver(onDay(day)) ? fail('past', instead) : settle(onDay(day), remarks);
  }

  /** A day that comes round: the first of `days` not before today, with a remark when it is not the first. */
  function settleNext(days: (Day | undefined)[], to: Rolled): Resolution {
    const found = days.findIndex((day) => day !== undefined && day >= start);
    const day = days[found];
    if (day === undefined) return fail('impossible');
    const later = days.slice(found + 1).find((other) => other !== undefined);
    return settleNamed(
      day,
      found > 0 ? [{ kind: 'rolled', to, day }] : [],
      later === undefined ? [] : [onDay(later)],
    );
  }

  /** Runs `make` for the said year, or for this and the next years when none was said. */
  function settleYear(said: SaidYear, make: (year: number) => Day | undefined, years = 2): Resolution {
    if (said.year !== undefined) return settleNamed(make(said.year));
    if (said.years !== undefined) return settleNamed(make(today.year + said.years));
    const days = Array.from({ length: years }, (_, i) => make(today.year + i));
    return settleNext(days, 'next-year');
  }

  function settleWeek(week: number, before: boolean): Resolution {
    const monday = addDays(start, 1 - weekdayOf(start) + 7 * week);
    const from = before ? addDays(monday, -7) : monday;
    const rule: DeadlineRule = {
      kind: 'last-working-day',
      start,
      from,
      until: addDays(from, 6),
      ...withHour,
    };
    if (rule.until < start || isOver(rule)) return fail('past');
    const day = dayOfRule(rule, ctx);
    if (!ctx.calendar.isWorkingDay(day)) return settle(rule);
    return settle(rule, [{ kind: before ? 'before-period' : 'last-working-day', day }]);
  }

  function settleWeekend(week: number, before: boolean): Resolution {
    const monday = addDays(start, 1 - weekdayOf(start) + 7 * week);
    if (!before) return settleNamed(addDays(monday, 6), [], [onDay(addDays(monday, 13))]);
    const rule: DeadlineRule = {
      kind: 'last-working-day',
      start,
      from: monday,
      until: addDays(monday, 4),
      ...withHour,
    };
    if (rule.until < start || isOver(rule)) return fail('past');
    return settle(rule, [{ kind: 'last-working-day', day: dayOfRule(rule, ctx) }]);
  }

  function settleHoliday(holiday: HolidayName, said: SaidYear): Resolution {
    const ruleIn = (year: number): DeadlineRule => ({
      kind: 'before-holiday',
      start,
      holiday,
      year,
      ...withHour,
    });
    const fixed = said.year ?? (said.years === undefined ? undefined : today.year + said.years);
    const years = fixed === undefined ? [today.year, today.year + 1, today.year + 2] : [fixed];
    for (const year of years) {
      const begins = ctx.calendar.holidayStart(holiday, year);
      if (begins === undefined) return fail('too-far');
      const running =
        begins <= start && !ctx.calendar.isWorkingDay(start) && ctx.calendar.nextWorkingDay(begins) > start;
      if (begins <= start && !running && fixed === undefined) continue;
      const rule = ruleIn(year);
      if (begins <= start || isOver(rule)) return fail('past', [ruleIn(year + 1)]);
      return settle(rule, [{ kind: 'before-holiday', holiday, begins, day: dayOfRule(rule, ctx) }]);
    }
    return fail('past');
  }

  function settleAfterHoliday(holiday: HolidayName, count: number, said: SaidYear): Resolution {
    const fixed = said.year ?? (said.years === undefined ? undefined : today.year + said.years);
    const years = fixed === undefined ? [today.year, today.year + 1, today.year + 2] : [fixed];
    for (const year of years) {
      if (ctx.calendar.holidayStart(holiday, year) === undefined) return fail('too-far');
      const rule: DeadlineRule = { kind: 'after-holiday', start, holiday, year, count, ...withHour };
      if (!isOver(rule))
        return settle(rule, [{ kind: 'after-holiday', holiday, count, day: dayOfRule(rule, ctx) }]);
    }
    return fail('past');
  }

  /** First and last day of a period; without a year the one that is not over. */
  function boundsOf(period: Period): { from: Day; until: Day } | undefined {
    if (period.unit === 'week') {
      const from = addDays(start, 1 - weekdayOf(start) + 7 * period.offset);
      return { from, until: addDays(from, 6) };
    }
    const year = period.year ?? today.year + (period.years ?? 0);
    if (period.unit === 'year') return boundsOfMonths(year, 1, 12);
    if (period.month === undefined) {
      const { year, month } = datePartsOf(existing(dayOfMonth(today, period.offset, 1)));
      return boundsOfMonths(year, month, month);
    }
    const rolls = period.year === undefined && period.years === undefined && period.month < today.month;
    return boundsOfMonths(rolls ? year + 1 : year, period.month, period.month);
  }

  function settleNth({ period, nth, any }: Extract<Meaning, { kind: 'nth-day' }>): Resolution {
    const bounds = boundsOf(period);
    if (bounds === undefined) return fail('impossible');
    const { from, until } = bounds;
    if (any) {
      const day = nth < 0 ? until : addDays(from, nth - 1);
      return day > until ? fail('impossible') : settleNamed(day);
    }
    const rule: DeadlineRule =
      nth < 0
        ? { kind: 'last-working-day', start, from, until, ...withHour }
        : { kind: 'nth-working-day', start, from, until, count: nth, ...withHour };
    if (nth > ctx.calendar.workingDaysBetween(addDays(from, -1), until)) return fail('impossible');
    return until < start || isOver(rule) ? fail('past') : settle(rule);
  }

  /** Before a feast may mean the last working day before it or the day itself. */
  function settleFeast(feast: Extract<Meaning, { kind: 'feast' }>): Resolution {
    const dayIn = (year: number) =>
      feast.lunar ? findLunarDay(year, feast.month, feast.day) : parseDay(year, feast.month, feast.day);
    const fixed = feast.year ?? (feast.years === undefined ? undefined : today.year + feast.years);
    // the lunar year that began last year may still run
    const years = fixed === undefined ? [-1, 0, 1, 2].map((n) => today.year + n) : [fixed];
    const days = years.flatMap((year) => dayIn(year) ?? []).filter((day) => !isOver(onDay(day)));
    const [day] = days;
    if (day === undefined) return fail('past');
    if (!feast.before) return settle(onDay(day));
    const options = [onDay(ctx.calendar.previousWorkingDay(day)), onDay(day)];
    return fail(
      'ambiguous',
      options.filter((rule) => !isOver(rule)),
    );
  }

  switch (meaning.kind) {
    case 'working-days':
      return settle(
        { kind: 'working-days', start, count: meaning.count, ...withHour },
        meaning.longer ? [{ kind: 'longer-of-two', count: meaning.count }] : [],
      );
    case 'nth-day':
      return settleNth(meaning);
    case 'after-holiday':
      return settleAfterHoliday(meaning.holiday, meaning.count, meaning);
    case 'feast':
      return settleFeast(meaning);
    case 'calendar-days':
      return settle({
        kind: 'calendar-days',
        start,
        days: meaning.days,
        months: meaning.months,
        ...withHour,
      });
    case 'minutes':
      return settle({ kind: 'minutes', start, from: ctx.now, minutes: meaning.minutes });
    case 'relative-day':
      return settleNamed(
        addDays(start, meaning.days),
        [],
        [onDay(addDays(start, meaning.days === 0 ? 1 : 0))],
      );
    case 'today':
      return settleNamed(start, [], [onDay(addDays(start, 1))]);
    case 'weekday': {
      const day = addDays(start, meaning.weekday - weekdayOf(start) + 7 * (meaning.week ?? 0));
      const next = addDays(day, 7);
      if (meaning.week !== undefined) return settleNamed(day, [], [onDay(next)]);
      return isOver(onDay(day))
        ? settle(onDay(next), [{ kind: 'rolled', to: 'next-week', day: next }])
        : settle(onDay(day));
    }
    case 'week':
      return settleWeek(meaning.week, meaning.before);
    case 'weekend':
      return settleWeekend(meaning.week, meaning.before);
    case 'date':
      return settleYear(meaning, (year) => parseDay(year, meaning.month, meaning.day));
    case 'day-of-month': {
      const dayIn = (months: number) => dayOfMonth(today, months, meaning.day);
      if (meaning.months !== undefined) return settleNamed(dayIn(meaning.months));
      if (meaning.day < 1 || meaning.day > 31) return fail('impossible');
      // Of two months in a row at least one has 31 days.
      const later = dayIn(1) ?? existing(dayIn(2));
      const last = existing(dayOfMonth(today, 0, daysInMonth(today.year, today.month)));
      const day = dayIn(0);
      if (day === undefined) return fail('impossible', [onDay(last), onDay(later)]);
      return day < start
        ? settle(onDay(later), [{ kind: 'rolled', to: 'next-month', day: later }])
        : settleNamed(day, [], [onDay(later)]);
    }
    case 'month':
      return withPeriod(
        settleYear(meaning, (year) => dayOfPeriod(year, meaning.month, meaning.edge)),
        meaning.prior ? 'before' : meaning.edge,
      );
    case 'relative-month': {
      const edge = meaning.prior ? 'before' : meaning.edge;
      const dayIn = (months: number) => {
        const { year, month } = datePartsOf(existing(dayOfMonth(today, months, 1)));
        return dayOfPeriod(year, month, meaning.edge);
      };
      return withPeriod(
        meaning.months === undefined
          ? settleNext([dayIn(0), dayIn(1)], 'next-month')
          : settleNamed(dayIn(meaning.months)),
        edge,
      );
    }
    case 'year': {
      const month = meaning.edge === 'half' ? 6 : 12;
      const back = meaning.edge === 'before' ? 1 : 0;
      const day = settleYear(meaning, (year) => dayOfPeriod(year - back, month, 'end'));
      return withPeriod(day, meaning.edge);
    }
    case 'quarter': {
      const current = Math.ceil(today.month / 3);
      const quarter = meaning.quarter ?? current + meaning.quarters;
      const edge = meaning.before ? 'before' : 'end';
      const month = edge === 'before' ? quarter * 3 - 2 : quarter * 3;
      const dayIn = (year: number) =>
        dayOfPeriod(year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1, edge);
      const named =
        meaning.year !== undefined || meaning.years !== undefined || meaning.quarter !== undefined;
      return withPeriod(settleYear(named ? meaning : { year: today.year, years: undefined }, dayIn), edge);
    }
    case 'holiday':
      return settleHoliday(meaning.holiday, meaning);
    case 'next-holiday': {
      const someday: SaidYear = { year: undefined, years: undefined };
      const rules = CALLED_HOLIDAYS.map((holiday) =>
        meaning.after === undefined
          ? settleHoliday(holiday, someday)
          : settleAfterHoliday(holiday, meaning.after, someday),
      )
        .flatMap((found) => (found.kind === 'rule' ? [found.rule] : []))
        .sort((a, b) => recomputeDeadline(a, ctx) - recomputeDeadline(b, ctx));
      return fail('ambiguous', rules.slice(0, 2));
    }
    case 'unclear': {
      const options = meaning.options
        .map((option) => resolveMeaning(option, hour, ctx))
        .flatMap((option) => (option.kind === 'rule' ? [option.rule] : []));
      return fail(meaning.problem, options);
    }
  }
}

/** 12月前: says that the end of what comes before is meant. */
function withPeriod(resolution: Resolution, edge: PeriodEdge | 'half'): Resolution {
  if (resolution.kind !== 'rule' || edge !== 'before' || resolution.rule.kind !== 'day') return resolution;
  const remark: DeadlineRemark = { kind: 'before-period', day: resolution.rule.day };
  return { ...resolution, remarks: [...resolution.remarks, remark] };
}

function dayOfMonth(today: { year: number; month: number }, months: number, day: number): Day | undefined {
  const index = today.year * 12 + today.month - 1 + months;
  return parseDay(Math.floor(index / 12), (index % 12) + 1, day);
}

function boundsOfMonths(year: number, first: number, last: number): { from: Day; until: Day } | undefined {
  const from = parseDay(year, first, 1);
  const until = parseDay(year, last, daysInMonth(year, last));
  return from && until ? { from, until } : undefined;
}

function dayOfPeriod(year: number, month: number, edge: PeriodEdge): Day | undefined {
  if (edge === 'end') return parseDay(year, month, daysInMonth(year, month));
  if (typeof edge === 'number') return parseDay(year, month, edge);
  const first = parseDay(year, month, 1);
  return first && addDays(first, -1);
}
