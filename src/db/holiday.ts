/** What this deployment adds to the calendar: the administrator's own rows, imported notices, complete years. */
import { asc, eq } from 'drizzle-orm';
import type { HolidayRow, NoticeDay } from '../domain/calendar.ts';
import type { Day } from '../domain/time.ts';
import { bumpDirectory } from './directory-version.ts';
import type { Tx } from './open.ts';
import { holiday, noticeDay, publishedYear } from './schema.ts';

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

/** Days of imported notices, oldest year first. */
export async function readNotices(tx: Tx): Promise<NoticeDay[]> {
  const rows = await tx.select().from(noticeDay).orderBy(asc(noticeDay.year), asc(noticeDay.day));
  return rows.map(({ name, ...row }) => (name === null ? row : { ...row, name }));
}

/** Stores a year's notice in place of an earlier import. @param complete the year is known from now on */
export async function saveNotice(
  tx: Tx,
  notice: { year: number; rows: readonly HolidayRow[]; complete: boolean },
): Promise<void> {
  const { year, rows, complete } = notice;
  await deleteNotice(tx, year);
  await tx
    .insert(noticeDay)
    .values(rows.map(({ day, kind, name }) => ({ year, day, kind, name: name ?? null })));
  if (complete) await publishYear(tx, year);
  else await bumpDirectory(tx);
}

/** Takes an import back. @returns how many days went; 0: there was none */
export async function deleteNotice(tx: Tx, year: number): Promise<number> {
  const gone = await tx.delete(noticeDay).where(eq(noticeDay.year, year)).returning({ day: noticeDay.day });
  await tx.delete(publishedYear).where(eq(publishedYear.year, year));
  await bumpDirectory(tx);
  return gone.length;
}
