import { fingerprintParts, fingerprintRows } from './calendar/fingerprint.ts';
import { canonicalName, type HolidayRow, listPublishedYears, PUBLISHED_ROWS } from './calendar/published.ts';
import { type HolidayName, listStatutoryDays } from './calendar/statutory.ts';
import { type Day, dayOfEpoch, epochDay, weekdayOf } from './time.ts';

export type { HolidayRow } from './calendar/published.ts';
export type { HolidayName } from './calendar/statutory.ts';

/** What a day is, and why. */
export interface DayInfo {
  working: boolean;
  /** administrator = an administrator's row decided, whatever the notice says */
  reason: 'workday' | 'weekend' | 'holiday' | 'make-up' | 'administrator';
  /** The holiday in Chinese: 国庆节 for a day off or for the make-up day (调休) that pays for it */
  name?: string | undefined;
  /** true in a year whose notice is not published, unless an administrator's row settles this very day */
  provisional: boolean;
}

/** The working-day calendar with make-up working days (调休). Immutable; answers are memoised per year. */
export interface Calendar {
  dayInfo(day: Day): DayInfo;
  isWorkingDay(day: Day): boolean;
  /** The first working day after `day` (never `day` itself). */
  nextWorkingDay(day: Day): Day;
  /** The last working day before `day` (never `day` itself). */
  previousWorkingDay(day: Day): Day;
  /**
   * n > 0: the n-th working day after `day`; n < 0: the |n|-th before it; 0: `day` itself, working or not.
   * 2026-09-30 + 3 = 2026-10-10, a make-up Saturday: 国庆节 lies between.
   */
  addWorkingDays(day: Day, n: number): Day;
  /**
   * Working days after `a` up to and including `b`; minus the same count from `b` to `a` when `b` is earlier.
   * Friday → Monday = 1, Friday → Sunday = 0. Inverse of addWorkingDays for n > 0, and for n < 0 from a working day.
   */
  workingDaysBetween(a: Day, b: Day): number;
  /** The last year of the unbroken run of published years (a gap ends it). */
  readonly publishedThrough: number;
  /** Whether the year's notice is missing, so that its days are weekends and statutory days only. */
  isProvisional(year: number): boolean;
  /**
   * First day off of that year's holiday (for 元旦 possibly in the December before): 国庆节 2026 → 2026-10-01.
   * undefined when the date of the holiday cannot be known (lunar holidays outside 2000–2099).
   */
  holidayStart(name: HolidayName, year: number): Day | undefined;
  /** Changes with whatever the calendar is made from: rows, imported notices, the program's own data. */
  readonly fingerprint: string;
  /** Changes with the program's own data only. */
  readonly builtInFingerprint: string;
}

interface YearTable {
  /** epoch day of 1 January */
  first: number;
  infos: DayInfo[];
  days: Day[];
  /** counts[i] = working days among the first i days of the year */
  counts: Uint16Array;
  /** day-of-year index of each working day */
  working: Uint16Array;
}

/** How many working days of the year lie before the day at `index`; the year's length gives all of them. */
function countUntil({ counts }: YearTable, index: number): number {
  // biome-ignore lint/style/noNonNullAssertion: typed array in a hot loop; counts has one entry more than the year days
  return counts[index]!;
}

/** What else decides a calendar. */
export interface CalendarOptions {
  /** Published days; the chinese-days data by default. */
  builtIn?: readonly HolidayRow[];
  /** Years the administrator declares complete. */
  publishedYears?: readonly number[];
  /** Days of imported notices; a year that has any is known from them alone. */
  notices?: readonly NoticeDay[];
}

/** A day of an imported notice; `year` is the notice's, for 元旦 perhaps not the day's own. */
export interface NoticeDay extends HolidayRow {
  year: number;
}

/**
 * Builds the calendar. `rows` are the administrator's (节假日 2027-02-08 休) and override everything, the last row of a
 * day winning; then imported notices and the published ones; then, in years without one, weekends and the statutory days.
 */
export function createCalendar(rows: readonly HolidayRow[] = [], options: CalendarOptions = {}): Calendar {
  const program = options.builtIn ?? PUBLISHED_ROWS;
  const notices = options.notices ?? [];
  const builtIn = mergeNotices(program, notices);
  const own = new Map(rows.map((row) => [row.day, row]));
  const published = new Map(builtIn.map((row) => [row.day, row]));
  const fromNotice = listPublishedYears(builtIn);
  const publishedYears = new Set([...fromNotice, ...(options.publishedYears ?? [])]);
  const tables = new Map<number, YearTable>();

  function describeDay(day: Day, statutory: Map<Day, HolidayName>, provisional: boolean): DayInfo {
    const weekend = weekdayOf(day) > 5;
    const row = own.get(day);
    const notice = published.get(day);
    const name = notice?.name ?? statutory.get(day);
    if (row) {
      const shown = row.name ? canonicalName(row.name) : name;
      return { working: row.kind === 'work', reason: 'administrator', name: shown, provisional: false };
    }
    if (notice?.kind === 'work') return { working: true, reason: 'make-up', name, provisional };
    if (notice || statutory.has(day)) return { working: false, reason: 'holiday', name, provisional };
    return { working: !weekend, reason: weekend ? 'weekend' : 'workday', provisional };
  }

  function findYear(year: number): YearTable {
    const known = tables.get(year);
    if (known) return known;
    const text = String(year).padStart(4, '0');
    const first = epochDay(`${text}-01-01`);
    const length = epochDay(`${text}-12-31`) - first + 1;
    const days = Array.from({ length }, (_, i) => dayOfEpoch(first + i));
    const statutory = fromNotice.has(year) ? new Map<Day, HolidayName>() : listStatutoryDays(year);
    const infos = days.map((day) => describeDay(day, statutory, !publishedYears.has(year)));
    const counts = new Uint16Array(length + 1);
    const indexes: number[] = [];
    for (const [i, info] of infos.entries()) {
      if (info.working) indexes.push(i);
      counts[i + 1] = indexes.length;
    }
    const working = Uint16Array.from(indexes);
    const table = { first, infos, days, counts, working };
    tables.set(year, table);
    return table;
  }

  function locate(day: Day): { year: number; table: YearTable; index: number } {
    const year = Number(day.slice(0, 4));
    const index = epochDay(day);
    const table = findYear(year);
    return { year, table, index: index - table.first };
  }

  function dayInfo(day: Day): DayInfo {
    const { table, index } = locate(day);
    // biome-ignore lint/style/noNonNullAssertion: a year's table holds each of its days
    return table.infos[index]!;
  }

  function addWorkingDays(day: Day, n: number): Day {
    if (!Number.isInteger(n)) throw new RangeError(`not a whole number of working days: ${n}`);
    if (n === 0) return day;
    let { year, table, index } = locate(day);
    // rank = how many working days of the table's year lie before the wanted one
    let rank = n > 0 ? countUntil(table, index + 1) + n - 1 : countUntil(table, index) + n;
    while (rank >= table.working.length) {
      rank -= table.working.length;
      table = findYear(++year);
    }
    while (rank < 0) {
      table = findYear(--year);
      rank += table.working.length;
    }
    // biome-ignore lint/style/noNonNullAssertion: 0 ≤ rank < working.length here, and every entry is one of the days
    return table.days[table.working[rank]!]!;
  }

  function workingDaysBetween(a: Day, b: Day): number {
    if (b < a) return -workingDaysBetween(b, a);
    const from = locate(a);
    const to = locate(b);
    let count = countUntil(to.table, to.index + 1) - countUntil(from.table, from.index + 1);
    for (let year = from.year; year < to.year; year++) count += findYear(year).working.length;
    return count;
  }

  function holidayStart(name: HolidayName, year: number): Day | undefined {
    const [from, until] =
      name === '元旦' ? [`${year - 1}-12-01`, `${year}-01-31`] : [`${year}-01-01`, `${year}-12-31`];
    const statutory = [...listStatutoryDays(year)]
      .filter((entry) => entry[1] === name && own.get(entry[0])?.kind !== 'work')
      .map((entry) => entry[0]);
    const named = [...builtIn.filter((row) => !own.has(row.day)), ...own.values()]
      .filter((row) => row.kind === 'off' && row.day >= from && row.day <= until)
      .filter((row) => row.name !== undefined && canonicalName(row.name) === name)
      .map((row) => row.day);
    const off = fromNotice.has(year) && named.length > 0 ? named : [...named, ...statutory];
    return off.sort()[0];
  }

  return {
    dayInfo,
    isWorkingDay: (day) => dayInfo(day).working,
    nextWorkingDay: (day) => addWorkingDays(day, 1),
    previousWorkingDay: (day) => addWorkingDays(day, -1),
    addWorkingDays,
    workingDaysBetween,
    publishedThrough: findHorizon(publishedYears),
    isProvisional: (year) => !publishedYears.has(year),
    holidayStart,
    fingerprint: fingerprintParts(
      fingerprintRows(program),
      fingerprintRows(rows),
      fingerprintRows(notices),
      [...publishedYears].sort().join(),
    ),
    builtInFingerprint: fingerprintRows(program),
  };
}

/** The end of December may belong to the notice of the next year. */
const NEXT_NOTICE_FROM = '12-25';

function mergeNotices(program: readonly HolidayRow[], notices: readonly NoticeDay[]): readonly HolidayRow[] {
  if (notices.length === 0) return program;
  const years = new Set(notices.map((row) => row.year));
  const imported = (day: Day) => years.has(Number(day.slice(0, 4))) && day.slice(5) < NEXT_NOTICE_FROM;
  return [...program.filter((row) => !imported(row.day)), ...notices];
}

function findHorizon(years: Set<number>): number {
  let year = Math.min(...years);
  while (years.has(year + 1)) year++;
  return years.size === 0 ? 0 : year;
}
