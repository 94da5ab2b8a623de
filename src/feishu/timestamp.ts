import type { Instant } from './incoming.ts';

/**
 * Reads a platform time of any width: seconds (also with a fraction), ms, µs or ns since the epoch.
 * create_time is ms on messages, µs on card callbacks, `ts` of v1 pushes seconds with a fraction.
 */
export function parseEpoch(value: unknown): Instant | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^\d{1,19}(\.\d+)?$/.test(text)) return undefined;
  const n = Number(text);
  const ms = n < 1e11 ? n * 1000 : n < 1e14 ? n : n < 1e17 ? n / 1e3 : n / 1e6;
  return Math.floor(ms);
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/**
 * Reads X-Lark-Request-Timestamp. Events carry seconds; what card callbacks carry is not documented:
 * Go's `2026-01-02 15:04:05.1 +0000 UTC m=+1.2` and `Monday, 14-Nov-22 15:53:37 CST` have been seen.
 */
export function parseRequestTime(text: string): Instant | undefined {
  const epoch = parseEpoch(text);
  if (epoch !== undefined) return epoch;
  const go = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)? ?(Z|[+-]\d\d:?\d\d)\b/.exec(text);
  if (go) return valid(Date.parse(`${go[1]}T${go[2]}${withColon(go[3] ?? 'Z')}`));
  const rfc850 = /^[A-Z][a-z]+, (\d\d)-([A-Z][a-z]{2})-(\d\d) (\d\d:\d\d:\d\d) (CST|UTC|GMT)$/.exec(text);
  if (!rfc850) return undefined;
  const [, day, month = '', year, time, zone] = rfc850;
  const number = MONTHS.indexOf(month) / 3 + 1;
  const offset = zone === 'CST' ? '+08:00' : 'Z';
  return valid(Date.parse(`20${year}-${String(number).padStart(2, '0')}-${day}T${time}${offset}`));
}

const withColon = (zone: string) =>
  /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
const valid = (ms: number) => (Number.isNaN(ms) ? undefined : ms);
