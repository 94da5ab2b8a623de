import type { HolidayRow } from './published.ts';

/** 64 bits of a text, in hex: tells calendars apart, protects nothing (FNV-1a, two lanes). */
function hashText(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995) ^ (high >>> 15);
  }
  return [low, high].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}

const known = new WeakMap<readonly HolidayRow[], string>();

/** The same for the same days in whatever order, another for any other. */
export function fingerprintRows(rows: readonly HolidayRow[]): string {
  const before = known.get(rows);
  if (before !== undefined) return before;
  const lines = rows.map(({ day, kind, name = '' }) => `${day} ${kind} ${name}`).sort();
  const fingerprint = hashText(lines.join('\n'));
  known.set(rows, fingerprint);
  return fingerprint;
}

/** Of everything a calendar is made from. */
export function fingerprintParts(...parts: readonly string[]): string {
  return hashText(parts.join('|'));
}
