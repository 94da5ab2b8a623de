/** Investment planned and done in any span of days. Pure. */
import { monthOf } from '../period.ts';
import { figuresOf, type YearOfInvestment } from '../plan/investment.ts';
import type { Span } from './asked.ts';

/**
 * Sums of one project in 万元; null: nothing was planned in these days. A whole year is measured against the year's own
 * plan where there is one, else months against theirs; of other spans only the months that lie wholly inside.
 */
export function investedIn(
  years: ReadonlyMap<number, YearOfInvestment>,
  { from, to }: Span,
): { planned: number; actual: number } | null {
  const covers = (first: string, last: string) =>
    (from === null || from <= first) && (to === null || last <= to);
  let found: { planned: number; actual: number } | null = null;
  const add = (planned: number | null, actual: number) => {
    if (planned === null) return;
    found = { planned: (found?.planned ?? 0) + planned, actual: (found?.actual ?? 0) + actual };
  };
  for (const [year, of] of years) {
    if (covers(`${year}-01-01`, `${year}-12-31`)) {
      const { planned, actual } = figuresOf(of);
      add(planned, actual);
      continue;
    }
    const months = new Map([...of.months].filter(([month]) => covers(...monthOf(year, month))));
    const { planned, actual } = figuresOf({ months, planned: null });
    add(planned, actual);
  }
  return found;
}
