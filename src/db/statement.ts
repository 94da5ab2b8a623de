/**
 * Statements of the busiest path, built once. drizzle builds the text of a query anew each time, which for a wide table
 * takes longer than the database does; here only the values are filled in.
 */
import { is, Param, Placeholder, type Query, SQL, sql } from 'drizzle-orm';
import {
  PgColumn,
  type PgDatabase,
  type PgQueryResultHKT,
  type SelectedFieldsOrdered,
} from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import type { Tx } from './open.ts';

/** Builds, but is connected to nothing. */
export type Builder = PgDatabase<PgQueryResultHKT>;

interface Built<Row> extends PromiseLike<Row[]> {
  toSQL(): Query;
}

export type Values = Record<string, unknown>;
type Run<Row> = (tx: Tx, values: Values) => Promise<Row[]>;

// A select's or returning's fields, nested as far as they like.
interface Fields {
  [name: string]: unknown;
}

let shared: Builder | undefined;

function orderFields(fields: Fields, path: string[] = []): SelectedFieldsOrdered {
  const ordered: SelectedFieldsOrdered = [];
  for (const [name, field] of Object.entries(fields)) {
    const own = [...path, name];
    if (is(field, PgColumn) || is(field, SQL) || is(field, SQL.Aliased)) ordered.push({ path: own, field });
    else ordered.push(...orderFields(field as Fields, own));
  }
  return ordered;
}

/** drizzle's own filling in would encode null, and 1970 would be stored for "never". */
function encode(param: unknown, values: Values): unknown {
  const placeholder = is(param, Param) ? param.value : param;
  if (!is(placeholder, Placeholder)) return param;
  const value = values[placeholder.name];
  if (value === undefined) throw new Error(`no value for ${placeholder.name}`);
  return value === null || !is(param, Param) ? value : param.encoder.mapToDriverValue(value);
}

/**
 * @param fields what the query selects or returns, as it was given to the builder
 * @param build the query, with `sql.placeholder` for what differs; called at first use
 * @returns runs it in a transaction; every placeholder needs a value, null is one
 */
export function prepareStatement<Row>(fields: Fields, build: (builder: Builder) => Built<Row>): Run<Row> {
  let ready: { text: string; params: unknown[]; fields: SelectedFieldsOrdered } | undefined;
  return (tx, values) => {
    shared ??= drizzle.mock();
    if (!ready) {
      const { sql: text, params } = build(shared).toSQL();
      ready = { text, params, fields: orderFields(fields) };
    }
    const query = { sql: ready.text, params: ready.params.map((param) => encode(param, values)) };
    return tx._.session
      .prepareQuery<{ execute: Row[]; all: unknown; values: unknown }>(query, ready.fields, undefined, true)
      .execute();
  };
}

/** One statement per number of rows; the placeholders of row n end in n. */
export function prepareRows<Row>(
  fields: Fields,
  build: (builder: Builder, size: number) => Built<Row>,
): (tx: Tx, rows: Values[]) => Promise<Row[]> {
  const bySize = new Map<number, Run<Row>>();
  return (tx, rows) => {
    let run = bySize.get(rows.length);
    if (!run) {
      run = prepareStatement(fields, (builder) => build(builder, rows.length));
      bySize.set(rows.length, run);
    }
    const values: Values = {};
    for (const [n, row] of rows.entries()) {
      for (const [name, value] of Object.entries(row)) values[`${name}${n}`] = value;
    }
    return run(tx, values);
  };
}

/** A placeholder for each name, for `values` of an insert. */
export function placeholdersFor<Name extends string>(
  names: readonly Name[],
  suffix: string | number = '',
): Record<Name, Placeholder> {
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(`${name}${suffix}`)])) as Record<
    Name,
    Placeholder
  >;
}
