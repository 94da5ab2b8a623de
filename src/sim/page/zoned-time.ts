/** Writing instants (ms) in the deployment's time zone, as a Chinese reader expects. No DOM. */

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

export interface ZonedParts {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
  second: string;
  weekday: string;
}

/** Calendar fields of an instant in `timeZone`, two digits each. */
export function splitInstant(instant: number, timeZone: string): ZonedParts {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const parts = Object.fromEntries(format.formatToParts(instant).map((part) => [part.type, part.value]));
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts;
  const weekday = WEEKDAYS[new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDay()] ?? '';
  return { year, month, day, hour, minute, second, weekday };
}

/** `2026-11-23 周一 08:31`. */
export function writeClock(instant: number, timeZone: string): string {
  const at = splitInstant(instant, timeZone);
  return `${at.year}-${at.month}-${at.day} ${at.weekday} ${at.hour}:${at.minute}`;
}

/** Time beside a message: `08:31` today, `昨天 08:31`, `11月20日 08:31`, with the year when it is another one. */
export function writeMessageTime(instant: number, now: number, timeZone: string): string {
  const at = splitInstant(instant, timeZone);
  const time = `${at.hour}:${at.minute}`;
  const days = dayNumber(now, timeZone) - dayNumber(instant, timeZone);
  if (days === 0) return time;
  if (days === 1) return `昨天 ${time}`;
  const date = `${Number(at.month)}月${Number(at.day)}日`;
  return at.year === splitInstant(now, timeZone).year ? `${date} ${time}` : `${at.year}年${date} ${time}`;
}

/** Heading between days: `11月23日 周一`. */
export function writeDay(instant: number, timeZone: string): string {
  const at = splitInstant(instant, timeZone);
  return `${Number(at.month)}月${Number(at.day)}日 ${at.weekday}`;
}

/** Days since the epoch of the calendar day an instant falls on. */
export function dayNumber(instant: number, timeZone: string): number {
  const at = splitInstant(instant, timeZone);
  return Date.UTC(Number(at.year), Number(at.month) - 1, Number(at.day)) / 86_400_000;
}

/** The instant of a wall-clock time `YYYY-MM-DDTHH:mm` in `timeZone`; undefined when it is not one. */
export function readWallClock(value: string, timeZone: string): number | undefined {
  const asUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value) ? Date.parse(`${value}:00Z`) : Number.NaN;
  if (!Number.isFinite(asUtc)) return undefined;
  const at = splitInstant(asUtc, timeZone);
  const shown = Date.UTC(+at.year, +at.month - 1, +at.day, +at.hour, +at.minute, +at.second);
  return asUtc - (shown - asUtc);
}

/** `<local_datetime>` formats of the markdown dialect. */
export function writeLocalDatetime(instant: number, format: string, timeZone: string): string {
  const at = splitInstant(instant, timeZone);
  switch (format) {
    case 'date_short':
      return `${Number(at.month)}月${Number(at.day)}日`;
    case 'date':
      return `${at.year}年${Number(at.month)}月${Number(at.day)}日`;
    case 'week':
      return at.weekday.replace('周', '星期');
    case 'week_short':
      return at.weekday;
    case 'time':
      return `${at.hour}:${at.minute}`;
    case 'time_sec':
      return `${at.hour}:${at.minute}:${at.second}`;
    case 'timezone':
      return writeOffset(instant, timeZone);
    default:
      return `${at.year}-${at.month}-${at.day}`;
  }
}

function writeOffset(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(
    instant,
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
}

/** Date columns of a table component: `YYYY/MM/DD HH:mm` patterns. */
export function writeDateFormat(instant: number, format: string, timeZone: string): string {
  const at = splitInstant(instant, timeZone);
  return format
    .replaceAll('YYYY', at.year)
    .replaceAll('MM', at.month)
    .replaceAll('DD', at.day)
    .replaceAll('HH', at.hour)
    .replaceAll('mm', at.minute)
    .replaceAll('ss', at.second);
}
