/**
 * Investment of projects in 万元. A month stands on its first day; the plan of a whole year, where one was named, on
 * the year's last day, which no month has.
 */
import { and, asc, between, eq, inArray } from 'drizzle-orm';
import type { Amounts, YearOfInvestment } from '../domain/plan/investment.ts';
import type { Day } from '../domain/time.ts';
import type { Tx } from './open.ts';
import { investment as table } from './schema-plans.ts';

const yearKey = (year: number): Day => `${year}-12-31`;
const monthKey = (year: number, month: number): Day => `${year}-${String(month).padStart(2, '0')}-01`;

/** Of many projects; those without anything are left out. */
export async function loadInvestment(
  tx: Tx,
  projectIds: readonly number[],
  year: number,
): Promise<Map<number, YearOfInvestment>> {
  if (projectIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(table)
    .where(
      and(inArray(table.projectId, [...projectIds]), between(table.month, `${year}-01-01`, yearKey(year))),
    )
    .orderBy(asc(table.projectId), asc(table.month));
  const years = new Map<number, YearOfInvestment>();
  for (const { projectId, month, planned, actual } of rows) {
    const of = years.get(projectId) ?? { months: new Map(), planned: null };
    years.set(projectId, of);
    if (month === yearKey(year)) of.planned = planned;
    else of.months.set(Number(month.slice(5, 7)), { planned, actual });
  }
  return years;
}

/** Sets what is given, leaves the rest. @param when.month from 1; null: the plan of the year */
export async function setInvestment(
  tx: Tx,
  projectId: number,
  when: { year: number; month: number | null },
  amounts: Partial<Amounts>,
): Promise<void> {
  const month = when.month === null ? yearKey(when.year) : monthKey(when.year, when.month);
  await tx
    .insert(table)
    .values({ projectId, month, ...amounts })
    .onConflictDoUpdate({ target: [table.projectId, table.month], set: amounts });
}

/** What is known of one month, or of the year's own plan. */
export async function monthOf(
  tx: Tx,
  projectId: number,
  when: { year: number; month: number | null },
): Promise<Amounts> {
  const key = when.month === null ? yearKey(when.year) : monthKey(when.year, when.month);
  const [row] = await tx
    .select()
    .from(table)
    .where(and(eq(table.projectId, projectId), eq(table.month, key)));
  return { planned: row?.planned ?? null, actual: row?.actual ?? null };
}
