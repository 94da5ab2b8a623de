/** Conditions joined: drizzle's own `and` and `or` may give undefined, which as a filter would mean every row. */
import { and, type Column, or, type SQL, sql } from 'drizzle-orm';

/** Every condition holds. An undefined one says nothing and is left out. */
export function allOf(first: SQL, ...more: (SQL | undefined)[]): SQL {
  return and(first, ...more) ?? first;
}

/** At least one condition holds. An undefined one says nothing and is left out. */
export function anyOf(first: SQL, ...more: (SQL | undefined)[]): SQL {
  return or(first, ...more) ?? first;
}

/** One of many ids, as one parameter: hundreds of them cost more to build and send than to look up. None: no row. */
export function inIds(column: Column, ids: readonly number[]): SQL {
  return sql`${column} = any(string_to_array(${ids.join(',')}, ',')::int[])`;
}
