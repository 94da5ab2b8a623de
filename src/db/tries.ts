/** Counting tries of cards and messages alike: a claim is a try until it turns out that nothing was sent. */
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import { timestamp } from './column.ts';
import type { issueCard, outbox } from './schema.ts';

type Table = typeof issueCard | typeof outbox;

/** Of a row nobody holds any more. */
export const UNHELD = { leaseUntil: null, leaseHolder: null } as const;

/** Who claims, for how long, and up to which instant things are due. */
export interface ClaimBase {
  now: Instant;
  leaseMs: number;
  /** Whose lease it is to be; nobody's: it ends by its time alone. */
  holder?: string | null;
}

/** At a claim. The first try that may have come through counts from here, because a crash may hide that it was sent. */
export function countTry(table: Table, now: Instant): { attempts: SQL; firstTriedAt: SQL } {
  return {
    attempts: sql`${table.attempts} + 1`,
    firstTriedAt: sql`coalesce(${table.firstTriedAt}, ${timestamp(now)})`,
  };
}

/** How a try ended that is to be made again. */
export interface Retry {
  at: Instant;
  /** false: nothing was sent (no room right now), so the claim does not count as a try. */
  counted: boolean;
  /** This try or an earlier one may have come through: the hour of the uuid goes on from the first of these. */
  open: boolean;
  /** Left as it is when not given. */
  error?: string;
  /** As what it is tried next; left as it is when not given. */
  rendition?: string | null;
}

/** A row as it was claimed. */
export interface Held<Id> {
  id: Id;
  leaseUntil: Instant | null;
}

/** The row while this claim of it lasts: nobody puts back what somebody else has taken meanwhile. */
export function stillHeld(table: Table, { id, leaseUntil }: Held<string | number>): SQL | undefined {
  const lease = leaseUntil === null ? isNull(table.leaseUntil) : eq(table.leaseUntil, leaseUntil);
  return and(sql`${table.id} = ${id}`, lease);
}

/** A row put back. */
export function putBack(table: Table, { at, counted, open, error, rendition }: Retry) {
  return {
    dueAt: at,
    ...UNHELD,
    ...(error === undefined ? {} : { lastError: error }),
    ...(rendition === undefined ? {} : { rendition }),
    ...(counted ? {} : { attempts: sql`greatest(${table.attempts} - 1, 0)` }),
    ...(open ? {} : { firstTriedAt: null }),
  };
}
