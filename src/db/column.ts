/** Column types that read and write alike on postgres.js, PGlite and Hyperdrive. */
import { type SQL, sql } from 'drizzle-orm';
import { bigint, customType, integer, numeric } from 'drizzle-orm/pg-core';
import type { Day, Instant } from '../domain/time.ts';

const TIMESTAMP =
  /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d+)?)(?:Z|([+-])(\d\d)(?::?(\d\d)(?::?(\d\d))?)?)$/;

/**
 * Milliseconds of what a driver hands over for a timestamptz: a Date, or text in any session time zone (old offsets
 * have seconds).
 * @throws RangeError for anything else (a server with a DateStyle other than ISO)
 */
export function readInstant(value: unknown): Instant {
  if (value instanceof Date) return value.getTime();
  const match = typeof value === 'string' ? TIMESTAMP.exec(value) : null;
  const [, date, time, sign, hours = 0, minutes = 0, seconds = 0] = match ?? [];
  const offset =
    ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * (sign === '-' ? -1000 : 1000);
  const at = match ? Date.parse(`${date}T${time}Z`) - offset : Number.NaN;
  if (Number.isNaN(at))
    throw new RangeError('timestamptz in an unknown form; the server must use DateStyle ISO');
  return at;
}

/** An instant as PostgreSQL reads it. */
export function writeInstant(at: Instant): string {
  return new Date(at).toISOString();
}

/** An instant as a typed parameter, for expressions in which no column gives it its type. */
export function timestamp(at: Instant): SQL {
  return sql`${writeInstant(at)}::timestamptz`;
}

/** PostgreSQL stores neither U+0000 nor half a surrogate pair; one such character must not fail a command. */
export function cleanText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
}

function cleanValue(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? cleanText(value) : value;
}

/** timestamptz ⇄ ms since epoch. */
export const instant = customType<{ data: Instant; driverData: string | Date }>({
  dataType: () => 'timestamptz',
  toDriver: writeInstant,
  fromDriver: readInstant,
});

/** date ⇄ 'YYYY-MM-DD'. */
export const day = customType<{ data: Day; driverData: string }>({ dataType: () => 'date' });

/** text written by people. */
export const words = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: cleanText,
});

/**
 * jsonb as the drivers parse it. drizzle's own jsonb parses strings a second time, so that '"12"' comes
 * back as a number.
 */
export function json<T>(name: string) {
  return customType<{ data: T; driverData: unknown }>({
    dataType: () => 'jsonb',
    toDriver: (value) => JSON.stringify(value, cleanValue),
    fromDriver: (value) => value as T,
  })(name);
}

/** Search tokens; written as a literal made by `tsvectorOf`, never read back as a value. */
export const tsvector = customType<{ data: string; driverData: string }>({ dataType: () => 'tsvector' });

/** A number the database gives. */
export const id = () => integer('id').primaryKey().generatedByDefaultAsIdentity();
export const bigId = () => bigint('id', { mode: 'number' }).primaryKey().generatedByDefaultAsIdentity();

/** An amount of money or work, with two decimals. */
export const amount = (name: string) => numeric(name, { mode: 'number', precision: 14, scale: 2 });
