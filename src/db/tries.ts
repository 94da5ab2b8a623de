/** Counting tries of cards and messages alike: a claim is a try until it turns out that nothing was sent. */
import { type SQL, sql } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import { timestamp } from './column.ts';
import type { issueCard, outbox } from './schema.ts';

type Table = typeof issueCard | typeof outbox;

/** At a claim. The first try counts from here, because a crash may hide that it was sent. */
export function countTry(table: Table, now: Instant): { attempts: SQL; firstTriedAt: SQL } {
  return {
    attempts: sql`${table.attempts} + 1`,
    firstTriedAt: sql`coalesce(${table.firstTriedAt}, ${timestamp(now)})`,
  };
}

/** When a claimed row was not tried after all. */
export function uncounted(table: Table): { attempts: SQL; firstTriedAt: SQL } {
  return {
    attempts: sql`greatest(${table.attempts} - 1, 0)`,
    firstTriedAt: sql`case when ${table.attempts} > 1 then ${table.firstTriedAt} end`,
  };
}
