/**
 * Instants, days and clocks in the deployment's time zone. Everything here is arithmetic: no reading of the
 * machine's clock or zone. Days are proleptic Gregorian; a week starts on Monday.
 */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A calendar day 'YYYY-MM-DD' in the deployment's time zone. Compares correctly as a string. */
export type Day = string;

/** A wall-clock time 'HH:mm', 00:00–23:59. Compares correctly as a string. */
export type Clock = string;

/** 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
const CACHED_DAYS = 20_000;

interface Zone {
  format: Intl.DateTimeFormat;
  /** Offset in ms per UTC day; NaN for a day in which the offset changes. */
  offsets: Map<number, number>;
}

const zones = new Map<string, Zone>();

function findZone(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (!zone) {
    const format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
    });
    zone = { format, offsets: new Map() };
    zones.set(timeZone, zone);
  }
  return zone;
}

function measureOffset(zone: Zone, at: Instant): number {
  const part: Record<string, number> = {};
  for (const { type, value } of zone.format.formatToParts(at)) part[type] = Number(value);
  const { year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN } = part;
  const local = epochDayOfDate(year, month, day) * DAY;
  const clock = hour * HOUR + minute * MINUTE + second * 1000;
  return local + clock - Math.floor(at / 1000) * 1000;
}

/** Asking Intl costs microseconds, so a whole UTC day with one offset is remembered. */
function offsetAt(timeZone: string, at: Instant): number {
  const zone = findZone(timeZone);
  const utcDay = Math.floor(at / DAY);
  let offset = zone.offsets.get(utcDay);
  if (offset === undefined) {
    const first = measureOffset(zone, utcDay * DAY);
    offset = first === measureOffset(zone, (utcDay + 1) * DAY) ? first : Number.NaN;
    if (zone.offsets.size >= CACHED_DAYS) zone.offsets.clear();
    zone.offsets.set(utcDay, offset);
  }
  return Number.isNaN(offset) ? measureOffset(zone, at) : offset;
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0');
}

/** Days since 1970-01-01 of a Gregorian date (years counted from March, so leap days come last). */
function epochDayOfDate(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

/** Days since 1970-01-01. Throws RangeError for anything that is not an existing 'YYYY-MM-DD'. */
export function epochDay(day: Day): number {
  // Digit by digit: figures ask for a hundred thousand of them, and a pattern takes five times as long.
  const shaped = day.length === 10 && day[4] === '-' && day[7] === '-';
  const [y, m, d] = [digits(day, 0, 4), digits(day, 5, 7), digits(day, 8, 10)];
  if (!shaped || !(d <= daysInMonth(y, m)) || d < 1) throw new RangeError(`not a day: ${day}`);
  return epochDayOfDate(y, m, d);
}

/** NaN when one of them is no digit. */
function digits(text: string, from: number, until: number): number {
  let value = 0;
  for (let i = from; i < until; i++) {
    const digit = text.charCodeAt(i) - 48;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
  }
  return value;
}

/** The day that lies `n` days after 1970-01-01; the inverse of {@link epochDay}. */
export function dayOfEpoch(n: number): Day {
  const shifted = n + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Number of days of a month, 0 when the month is not 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return month >= 1 && month <= 12 ? 31 : 0;
}

/** The day of a date in numbers, or undefined when no such date exists (2月30日, month 13). Years 1–9999. */
export function parseDay(year: number, month: number, day: number): Day | undefined {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || year < 1 || year > 9999 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** A day known to exist. @throws RangeError when it does not, which is beyond the years 1–9999 */
export function existing(day: Day | undefined): Day {
  if (day === undefined) throw new RangeError('no such day');
  return day;
}

/** Year, month and day of a day, as numbers. */
export function datePartsOf(day: Day): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** The calendar day on which `at` falls in `timeZone` (any IANA zone; an unknown one throws RangeError). */
export function dayOf(at: Instant, timeZone: string): Day {
  return dayOfEpoch(Math.floor((at + offsetAt(timeZone, at)) / DAY));
}

/** The wall clock 'HH:mm' at `at` in `timeZone`; seconds are dropped. */
export function clockOf(at: Instant, timeZone: string): Clock {
  const local = at + offsetAt(timeZone, at);
  const minutes = Math.floor((local - Math.floor(local / DAY) * DAY) / MINUTE);
  return `${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`;
}

/**
 * The instant at which the wall clock of `timeZone` shows `clock` on `day`. A clock that happens twice (autumn
 * change) means the first, one that never happens (spring change) the instant just as long after the change.
 */
export function instantAt(day: Day, clock: Clock, timeZone: string): Instant {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock);
  if (!match) throw new RangeError(`not a clock: ${clock}`);
  const local = epochDay(day) * DAY + Number(match[1]) * HOUR + Number(match[2]) * MINUTE;
  const before = offsetAt(timeZone, local - DAY);
  const after = offsetAt(timeZone, local + DAY);
  if (before === after || offsetAt(timeZone, local - before) === before) return local - before;
  return offsetAt(timeZone, local - after) === after ? local - after : local - before;
}

/** Weekday of a day: 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): Weekday {
  return (((((epochDay(day) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The day `n` calendar days later (earlier when negative). */
export function addDays(day: Day, n: number): Day {
  return dayOfEpoch(epochDay(day) + n);
}

/** The same day of the month `n` months later; the last day of that month where it has no such day. */
export function addMonths(day: Day, n: number): Day {
  const date = datePartsOf(day);
  const months = date.year * 12 + date.month - 1 + n;
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  return existing(parseDay(year, month, Math.min(date.day, daysInMonth(year, month))));
}

/** Calendar days from `a` to `b`: 1 when `b` is the day after `a`, negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return epochDay(b) - epochDay(a);
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** How a day is written: `year` is the year the reader takes for granted and is left out of the text. */
/** Stands in for the deadline of a 长期 item, which has none: later than every other, so that it sorts last. */
export const LONG_TERM_DAY: Day = '2999-12-31';
/** No other deadline lies so far ahead, in any time zone. */
export const LONG_TERM_FROM: Instant = Date.UTC(2999, 0, 1);

export interface DayStyle {
  year?: number;
  /** false leaves out the weekday */
  weekday?: boolean;
}

/** '11月25日(周三)', or '2027年2月8日(周一)' when its year is not `style.year`. */
export function formatDay(day: Day, style: DayStyle = {}): string {
  if (day === LONG_TERM_DAY) return '长期';
  const date = datePartsOf(day);
  const year = date.year === style.year ? '' : `${date.year}年`;
  const weekday = style.weekday === false ? '' : `（周${WEEKDAYS[weekdayOf(day) - 1]}）`;
  return `${year}${date.month}月${date.day}日${weekday}`;
}

/** '11月25日(周三) 17:30' in `timeZone`; the year as in {@link formatDay}. */
export function formatInstant(at: Instant, timeZone: string, style: DayStyle = {}): string {
  return `${formatDay(dayOf(at, timeZone), style)} ${clockOf(at, timeZone)}`;
}
