import { NUMERAL, readNumeral } from '../numerals.ts';
import type { Clock } from '../time.ts';
import type { WorkingHours } from '../worktime.ts';
import type { DeadlineProblem } from './reading.ts';

/** Optional blanks inside a phrase; never a line break. */
export const GAP = '[ \\t]{0,3}';

const PART =
  '凌晨|清晨|一早|早上|早晨|早(?![日已就期点])|上午|中午|正午|午间|下午|午后|傍晚|晚上|晚间|夜里|夜间|晚(?![点了于])|夜(?!间施)';
const MINUTES = `(?:半|一刻|三刻|整|${NUMERAL}分?)`;
const POINT = `${NUMERAL}(?:点钟?(?![意要建问原位多])|时(?![间期段长刻候]))${GAP}${MINUTES}?|\\d{1,2}:\\d{2}(?::\\d{2})?(?![\\d:])`;

/** Source of an hour after a day: 下午5点半, 17:30, 上午, 下班. Groups part, point, off. */
export const HOUR_PHRASE = `(?:(?<part>${PART})?${GAP}(?<point>${POINT})|(?<off>(?:(?:早上|上午|中午|下午|晚上)${GAP})?(?:下班|收工|上班))|(?<partOnly>${PART}))`;

/** What an hour phrase means. `hour` undefined = end of working time (下班, 下午). */
export type HourReading =
  | { kind: 'hour'; hour: Clock | undefined; assumed: boolean }
  | { kind: 'problem'; problem: DeadlineProblem; hours: Clock[] };

/** The named groups of {@link HOUR_PHRASE}; all absent = no hour was said. */
export interface HourGroups {
  part?: string | undefined;
  point?: string | undefined;
  partOnly?: string | undefined;
  off?: string | undefined;
}

const MORNING = /^(凌晨|清晨|早|上午|一早)/;
const EVENING = /^(傍晚|晚|夜)/;

function clock(hour: number, minute: number): Clock {
  return hour === 24 ? '23:59' : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function readPoint(point: string): { hour: number; minute: number; digital: boolean } | undefined {
  const digital = /^(\d{1,2}):(\d{2})/.exec(point);
  if (digital) {
    return { hour: Number(digital[1]), minute: Number(digital[2]), digital: digital[1]?.length === 2 };
  }
  const spoken = new RegExp(`^(${NUMERAL})(?:点钟?|时)${GAP}(.*)$`).exec(point);
  const hour = readNumeral(spoken?.[1] ?? '');
  const rest = spoken?.[2]?.replace('分', '') ?? '';
  const named: Record<string, number> = { '': 0, 整: 0, 半: 30, 一刻: 15, 三刻: 45 };
  const minute = named[rest] ?? readNumeral(rest);
  return hour === undefined || minute === undefined ? undefined : { hour, minute, digital: false };
}

/**
 * Reads an hour. Without a part of the day 1–6 mean the afternoon (said so), 7 is asked back, 8–24 stand as they
 * are; a part alone means its end: 上午 and 中午 12:00, 下午 end of working time, 傍晚 18:00, 晚上 23:59, 早上 the start.
 * With 前 (`before`) 上午, 下午 and 晚上 may mean their beginning or their end, so they are asked back.
 */
export function readHour(groups: HourGroups, hours: WorkingHours, before: boolean): HourReading | undefined {
  const { part, point, partOnly, off } = groups;
  if (off) return readOff(off, hours);
  if (partOnly) {
    const [begin, end] = [beginOfPart(partOnly, hours), readPart(partOnly, hours)];
    if (!before || begin === undefined) return { kind: 'hour', hour: end, assumed: false };
    return { kind: 'problem', problem: 'ambiguous', hours: [begin, end ?? hours.end] };
  }
  if (!point) return undefined;
  const read = readPoint(point);
  const impossible: HourReading = { kind: 'problem', problem: 'impossible', hours: [] };
  if (!read || read.hour > 24 || read.minute > 59 || (read.hour === 24 && read.minute > 0)) return impossible;
  const { hour, minute, digital } = read;
  if (part) return readPartHour(part, hour, minute) ?? impossible;
  if (digital || hour >= 8 || hour === 0) return { kind: 'hour', hour: clock(hour, minute), assumed: false };
  if (hour === 7)
    return { kind: 'problem', problem: 'ambiguous', hours: [clock(7, minute), clock(19, minute)] };
  return { kind: 'hour', hour: clock(hour + 12, minute), assumed: true };
}

/** 下班, 上午下班, 上班; when the afternoon's work begins is no setting, so 下午上班 is asked back. */
function readOff(off: string, hours: WorkingHours): HourReading {
  const begins = off.endsWith('上班');
  if (begins && /^[下中晚]/.test(off)) return { kind: 'problem', problem: 'vague', hours: [] };
  if (!begins && /^(?:早|晚)/.test(off)) return { kind: 'problem', problem: 'vague', hours: [] };
  const noon = !begins && /^[上中]/.test(off);
  return { kind: 'hour', hour: begins ? hours.start : noon ? '12:00' : undefined, assumed: false };
}

function readPart(part: string, hours: WorkingHours): Clock | undefined {
  if (part === '凌晨') return '06:00';
  if (part === '上午' || /^(中|正|午间)/.test(part)) return '12:00';
  if (MORNING.test(part)) return hours.start;
  if (part === '傍晚') return '18:00';
  return EVENING.test(part) ? '23:59' : undefined;
}

function beginOfPart(part: string, hours: WorkingHours): Clock | undefined {
  if (part === '上午') return hours.start;
  if (part === '下午' || part === '午后') return '12:00';
  return part.startsWith('晚') || part.startsWith('夜') ? '18:00' : undefined;
}

function readPartHour(part: string, hour: number, minute: number): HourReading | undefined {
  const at = (h: number): HourReading => ({ kind: 'hour', hour: clock(h, minute), assumed: false });
  if (MORNING.test(part)) return hour > 12 ? undefined : at(part === '凌晨' && hour === 12 ? 0 : hour);
  if (/^(中|正|午间)/.test(part))
    return hour >= 11 && hour <= 14 ? at(hour) : hour <= 2 && hour > 0 ? at(hour + 12) : undefined;
  if (!EVENING.test(part)) return hour === 0 || hour > 18 ? undefined : at(hour < 12 ? hour + 12 : hour);
  if (hour === 12 || hour === 24 || hour === 0) return minute === 0 ? at(24) : undefined;
  if (hour < 5) return undefined;
  return at(hour < 12 ? hour + 12 : hour);
}
