/** What stands above a chart: years, months, and a flag for every day that matters. Nothing lies on anything else. Pure. */
import type { Span } from '../domain/plan/board.ts';
import { addDays, type Day, datePartsOf } from '../domain/time.ts';
import { monthsWithin, type Scale, textWidth } from './gantt-scale.ts';
import { line, n, PALE, text } from './svg.ts';

/** A line down the chart with words beside its upper end. */
export interface Flag {
  x: number;
  said: string;
  color: string;
  /** As SVG has it; '': a full line. */
  dash: string;
  width: number;
}

const LANE = 28;
const SIZE = 20;
const GAP = 10;
/** Years and months. */
export const MONTHS_HEIGHT = 52;
/** More lanes would leave no room for the chart: of flags still further up the line alone is drawn. */
const MOST_LANES = 5;
const GRID = '#d0d4da';

/**
 * The lane of each flag, 0 nearest the chart. Its words stand left of its line, and no line of another passes through
 * them: a flag whose words reach back over another's line stands above that one.
 */
export function placeFlags<F extends Pick<Flag, 'x' | 'said'>>(
  flags: readonly F[],
): (F & { lane: number })[] {
  const placed: (F & { lane: number })[] = [];
  for (const flag of flags.toSorted((a, b) => a.x - b.x)) {
    const from = flag.x - textWidth(flag.said) * SIZE - 2 * GAP;
    const crossed = placed.filter(({ x }) => x > from).map(({ lane }) => lane);
    placed.push({ ...flag, lane: Math.max(-1, ...crossed) + 1 });
  }
  return placed;
}

/** Height the flags take above the chart. */
export function flagsHeight(flags: readonly Pick<Flag, 'x' | 'said'>[]): number {
  const lanes = placeFlags(flags).map(({ lane }) => lane + 1);
  return LANE * Math.min(MOST_LANES, Math.max(0, ...lanes)) + (lanes.length > 0 ? 6 : 0);
}

/** @param top upper edge of the chart @param end its lower edge */
export function drawFlags(flags: readonly Flag[], top: number, end: number): string[] {
  return placeFlags(flags).flatMap(({ x, said, color, dash, width, lane }) => {
    const shown = lane < MOST_LANES;
    const y = top - 6 - LANE * (Math.min(lane, MOST_LANES - 1) + 1);
    const drawn = line(x, y + 2, x, end, color, width, dash);
    if (!shown) return [drawn];
    const words = textWidth(said) * SIZE;
    return [
      `<rect x="${n(x - words - 1.5 * GAP)}" y="${n(y + 1)}" width="${n(words + GAP)}" height="${LANE - 2}" fill="#fff"/>`,
      drawn,
      text(x - GAP, y + 21, said, { size: SIZE, color, anchor: 'end', bold: true }),
    ];
  });
}

/** Years over months over the grid. @param top where they begin @param chart its left edge and width, upper and lower edge */
export function drawMonths(
  shown: Span,
  at: Scale,
  top: number,
  chart: { x: number; right: number; y: number; end: number },
): string[] {
  const firsts = monthsWithin(shown, 14);
  const drawn = firsts.map((day) => line(at(day), top + 4, at(day), chart.end, GRID));
  // The month the chart begins within has no line of its own.
  const days: Day[] = firsts[0] === shown.from ? firsts : [shown.from, ...firsts];
  let year = 0;
  let until = 0;
  days.forEach((day, i) => {
    const x = Math.max(chart.x, at(day));
    const next = days[i + 1];
    const end = next === undefined ? chart.right : at(next);
    const parts = datePartsOf(day);
    const month = `${parts.month}月`;
    if (x + 6 + textWidth(month) * SIZE <= end)
      drawn.push(text(x + 6, top + 46, month, { size: SIZE, color: PALE }));
    const name = `${parts.year}年`;
    if (parts.year === year || x < until) return;
    // At either edge there may be no room for it.
    const nextYear = days.find((one) => datePartsOf(one).year > parts.year);
    const width = textWidth(name) * SIZE + GAP;
    if (x + width > (nextYear === undefined ? chart.right : at(nextYear))) return;
    year = parts.year;
    until = x + width;
    drawn.push(text(x + 6, top + 20, name, { size: SIZE, color: PALE }));
  });
  return drawn;
}

/** Where the line of a day's end stands. */
export function endOf(day: Day, at: Scale): number {
  return at(addDays(day, 1));
}
