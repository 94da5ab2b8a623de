/** One process at a time for a piece of periodic work, and nothing twice for the same or an earlier instant. */
import { and, eq, gt, isNull, lt, lte, sql } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import { timestamp } from './column.ts';
import type { Tx } from './open.ts';
import { lease } from './schema.ts';
import { allOf, anyOf } from './where.ts';

/** Clocks of replicas differ by less; a mark further ahead was left by a clock that has been set back since. */
export const CLOCK_SKEW_MS = 10 * 60_000;

/** What a lease was when it was taken. */
export interface Taken {
  /** The last instant worked off, or null before the first. */
  since: Instant | null;
}

/**
 * Takes a lease until `now + ttlMs`, in one statement. Refused while anybody holds it, and for an instant that is not later than the
 * last one worked off (a second process for the same minute). What lies so far ahead that only a wrong clock can have
 * written it holds nobody up.
 * @returns undefined when it is refused
 */
export async function takeLease(
  tx: Tx,
  name: string,
  holder: string,
  now: Instant,
  ttlMs: number,
): Promise<Taken | undefined> {
  const until = now + ttlMs;
  const [taken] = await tx
    .insert(lease)
    .values({ name, holder, until })
    .onConflictDoUpdate({
      target: lease.name,
      set: { holder, until },
      setWhere: allOf(
        anyOf(isNull(lease.until), lte(lease.until, now), gt(lease.until, until + CLOCK_SKEW_MS)),
        anyOf(isNull(lease.doneAt), lt(lease.doneAt, now), gt(lease.doneAt, now + CLOCK_SKEW_MS)),
      ),
    })
    .returning({ since: lease.doneAt });
  return taken;
}

/** Gives the lease back and notes the instant worked off, in one statement. @returns false when somebody else has it by now */
export async function finishLease(tx: Tx, name: string, holder: string, done: Instant): Promise<boolean> {
  const finished = await tx
    .update(lease)
    .set({
      holder: null,
      until: null,
      doneAt: sql`case when ${lease.doneAt} > ${timestamp(done + CLOCK_SKEW_MS)} then ${timestamp(done)}
        else greatest(${lease.doneAt}, ${timestamp(done)}) end`,
    })
    .where(and(eq(lease.name, name), eq(lease.holder, holder)))
    .returning({ name: lease.name });
  return finished.length > 0;
}

/** The last instant worked off, or null before the first. */
export async function doneAt(tx: Tx, name: string): Promise<Instant | null> {
  const [row] = await tx.select({ doneAt: lease.doneAt }).from(lease).where(eq(lease.name, name));
  return row?.doneAt ?? null;
}
