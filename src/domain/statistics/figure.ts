/** What is counted for one figure of 统计, and the figure made of it. Pure. */
import { percent } from '../stats.ts';

/** How a figure is made of what was counted. */
export type FigureKind = 'count' | 'rate' | 'average' | 'median' | 'fulfilment';

export interface Tally {
  /** Rows counted: exactly as many as 明细 lists. */
  n: number;
  /** Of them those that are what a rate asks for. */
  hits: number;
  /** How often each value (working days, days, percent) occurs among the rows. */
  spread: ReadonlyMap<number, number>;
  /** Sums in 万元. */
  planned: number;
  actual: number;
}

export const NOTHING: Tally = { n: 0, hits: 0, spread: new Map(), planned: 0, actual: 0 };

/** What one row adds to a tally. */
export interface Count {
  hit?: boolean;
  value?: number;
  planned?: number;
  actual?: number;
}

const hundredth = (amount: number) => Math.round(amount * 100) / 100;
const tenth = (value: number) => Math.round(value * 10) / 10;

export function tallyOf(counts: readonly Count[]): Tally {
  const spread = new Map<number, number>();
  let [hits, planned, actual] = [0, 0, 0];
  for (const count of counts) {
    if (count.hit) hits++;
    if (count.value !== undefined) spread.set(count.value, (spread.get(count.value) ?? 0) + 1);
    planned += count.planned ?? 0;
    actual += count.actual ?? 0;
  }
  return { n: counts.length, hits, spread, planned: hundredth(planned), actual: hundredth(actual) };
}

export function sumOf(tallies: readonly Tally[]): Tally {
  const spread = new Map<number, number>();
  for (const tally of tallies)
    for (const [value, count] of tally.spread) spread.set(value, (spread.get(value) ?? 0) + count);
  const sum = (key: 'n' | 'hits' | 'planned' | 'actual') => tallies.reduce((all, one) => all + one[key], 0);
  return {
    n: sum('n'),
    hits: sum('hits'),
    spread,
    planned: hundredth(sum('planned')),
    actual: hundredth(sum('actual')),
  };
}

/** The figure, one decimal; null of nothing. */
export function figureOf(kind: FigureKind, tally: Tally): number | null {
  switch (kind) {
    case 'count':
      return tally.n;
    case 'rate':
      return percent(tally.hits, tally.n);
    case 'fulfilment':
      return percent(tally.actual, tally.planned);
    case 'average':
      return averageOf(tally.spread);
    case 'median':
      return medianOf(tally.spread);
  }
}

function averageOf(spread: ReadonlyMap<number, number>): number | null {
  let [sum, count] = [0, 0];
  for (const [value, times] of spread) {
    sum += value * times;
    count += times;
  }
  return count === 0 ? null : tenth(sum / count);
}

/** The middle value; of an even number of rows the mean of the two in the middle. */
function medianOf(spread: ReadonlyMap<number, number>): number | null {
  const values = [...spread].toSorted(([a], [b]) => a - b);
  const count = values.reduce((sum, [, times]) => sum + times, 0);
  if (count === 0) return null;
  const at = (rank: number) => {
    let passed = 0;
    for (const [value, times] of values) {
      passed += times;
      if (passed > rank) return value;
    }
    return 0;
  };
  return tenth((at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2);
}
