/** The administrator's own rows of the calendar: 休 (off) and 班 (work), and years whose notice is complete. */
import { asc, eq } from 'drizzle-orm';
import type { HolidayRow } from '../domain/calendar.ts';
import type { Day } from '../domain/time.ts';
import { bumpDirectory } from './directory-version.ts';
import type { Tx } from './open.ts';
import { holiday, publishedYear } from './schema.ts';

export async function readHolidays(tx: Tx): Promise<HolidayRow[]> {
  const rows = await tx.select().from(holiday).orderBy(asc(holiday.day));
  return rows.map(({ name, ...row }) => (name === null ? row : { ...row, name }));
}

export async function saveHoliday(tx: Tx, row: HolidayRow): Promise<void> {
  const set = { kind: row.kind, name: row.name ?? null };
  await tx
    .insert(holiday)
    .values({ day: row.day, ...set })
    .onConflictDoUpdate({ target: holiday.day, set });
  await bumpDirectory(tx);
}

/** The day is again what the published calendar says. @returns false when there was no row */
export async function deleteHoliday(tx: Tx, day: Day): Promise<boolean> {
  const gone = await tx.delete(holiday).where(eq(holiday.day, day)).returning({ day: holiday.day });
  if (gone.length > 0) await bumpDirectory(tx);
  return gone.length > 0;
}

/** Years an administrator declared complete. */
export async function readPublishedYears(tx: Tx): Promise<number[]> {
  const rows = await tx.select().from(publishedYear).orderBy(asc(publishedYear.year));
  return rows.map((row) => row.year);
}

export async function publishYear(tx: Tx, year: number): Promise<void> {
  await tx.insert(publishedYear).values({ year }).onConflictDoNothing();
  await bumpDirectory(tx);
}
