/** Where days lie on a chart, and how much text fits. Pure. */
import type { Span } from '../domain/plan/board.ts';
import { addDays, addMonths, type Day, datePartsOf, daysBetween } from '../domain/time.ts';

/** A day as a distance from the left edge of the chart; the day's end is the next one's beginning. */
export type Scale = (day: Day) => number;

/** Fits a span into a width, with a few days of room at both ends. */
export function scaleOf({ from, to }: Span, width: number): { scale: Scale; shown: Span } {
  const room = Math.max(2, Math.ceil(daysBetween(from, to) * 0.02));
  const shown = { from: addDays(from, -room), to: addDays(to, room) };
  const days = daysBetween(shown.from, shown.to) + 1;
  return { scale: (day) => (daysBetween(shown.from, day) / days) * width, shown };
}

/** First days of the months within, at most `most`: every month, every quarter, or the like. */
export function monthsWithin({ from, to }: Span, most: number): Day[] {
  const { year, month } = datePartsOf(from);
  const first = addMonths(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`, 1);
  const all: Day[] = [];
  for (let day = first; day <= to && all.length < 600; day = addMonths(day, 1)) all.push(day);
  const step = [1, 2, 3, 6, 12, 24, 60].find((months) => all.length / months <= most) ?? 120;
  return all.filter((day) => {
    const parts = datePartsOf(day);
    return (parts.year * 12 + parts.month - 1) % step === 0;
  });
}

/** How wide a text is in a font where Han characters are square, in multiples of its size. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += /[\u0000-\u024f]/.test(char) ? 0.58 : 1;
  return width;
}

/** As many characters from the beginning as fit. @param width in the same units as `size` */
export function headFitting(text: string, width: number, size: number): string {
  let kept = '';
  let used = 0;
  for (const char of text) {
    used += textWidth(char) * size;
    if (used > width) break;
    kept += char;
  }
  return kept;
}

/** The text, cut with … to what fits. @param width in the same units as `size` */
export function fitText(text: string, width: number, size: number): string {
  if (textWidth(text) * size <= width) return text;
  return `${headFitting(text, width - size, size)}…`;
}
