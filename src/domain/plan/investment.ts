/** Investment of a project in a year, in 万元: what is planned, what was done. Pure. */

export interface Amounts {
  planned: number | null;
  actual: number | null;
}

/** A year of one project: its months (1–12) as far as anything is known, and the year's own plan. */
export interface YearOfInvestment {
  months: Map<number, Amounts>;
  planned: number | null;
}

export interface InvestmentFigures {
  actual: number;
  /** null: no plan at all. */
  planned: number | null;
  /** The plan of the year as it was named, or the sum of the months planned. */
  by: 'year' | 'months';
  /** Whole percent of the plan, never rounded up to 100; null without a plan, or a plan of 0. */
  percent: number | null;
}

const hundredth = (amount: number) => Math.round(amount * 100) / 100;

export function figuresOf({ months, planned: ofYear }: YearOfInvestment): InvestmentFigures {
  const sum = (key: keyof Amounts) =>
    hundredth([...months.values()].reduce((total, month) => total + (month[key] ?? 0), 0));
  const byMonths = [...months.values()].some((month) => month.planned !== null);
  const planned = ofYear ?? (byMonths ? sum('planned') : null);
  const actual = sum('actual');
  const percent = planned ? Math.round((actual / planned) * 100) : null;
  const short = percent === 100 && planned !== null && actual < planned;
  return { actual, planned, by: ofYear === null ? 'months' : 'year', percent: short ? 99 : percent };
}
