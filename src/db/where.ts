/** Conditions joined: drizzle's own `and` and `or` may give undefined, which as a filter would mean every row. */
import { and, or, type SQL } from 'drizzle-orm';

/** Every condition holds. An undefined one says nothing and is left out. */
export function allOf(first: SQL, ...more: (SQL | undefined)[]): SQL {
  return and(first, ...more) ?? first;
}

/** At least one condition holds. An undefined one says nothing and is left out. */
export function anyOf(first: SQL, ...more: (SQL | undefined)[]): SQL {
  return or(first, ...more) ?? first;
}
