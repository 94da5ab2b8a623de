/**
 * Statements of the busiest path, built once. drizzle builds the text of a query anew each time, which for a wide table
 * takes longer than the database does; here only the values are filled in.
 */
import { DrizzleQueryError, is, Param, Placeholder, type Query, SQL, sql } from 'drizzle-orm';
import { PgColumn } from 'drizzle-orm/pg-core';
import type { Tx } from './open.ts';

interface Built<Row> extends PromiseLike<Row[]> {
  toSQL(): Query;
}

export type Values = Record<string, unknown>;
type Run<Row> = (tx: Tx, values: Values) => Promise<Row[]>;

// A select's or returning's fields, nested as far as they like.
interface Fields {
  [name: string]: unknown;
}

/** One value of a row: where it stands in the result, and the column that reads it; an expression has none. */
interface Output {
  within: string[];
  name: string;
  column: PgColumn | undefined;
}

function outputsOf(fields: Fields, within: string[] = []): Output[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (is(field, PgColumn)) return [{ within, name, column: field }];
    if (is(field, SQL) || is(field, SQL.Aliased)) return [{ within, name, column: undefined }];
    return outputsOf(field as Fields, [...within, name]);
  });
}

function readRow(outputs: Output[], values: unknown[]): Fields {
  const row: Fields = {};
  outputs.forEach(({ within, name, column }, n) => {
    let place = row;
    for (const step of within) {
      place[step] ??= {};
      place = place[step] as Fields;
    }
    const value = values[n];
    place[name] = value === null || column === undefined ? value : column.mapFromDriverValue(value);
  });
  return row;
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
 * @param fields what the query selects or returns, as it was given to the builder. An expression's value is what the
 * driver gives (json parsed): `mapWith` is not heard
 * @param build the query, with `sql.placeholder` for what differs; called at first use. A condition's value goes to the
 * driver as it is, unless `sql.param` binds it to a column
 * @returns runs it on the connection of a transaction; every placeholder needs a value, null is one
 */
export function prepareStatement<Row>(fields: Fields, build: (builder: Tx) => Built<Row>): Run<Row> {
  let ready: { text: string; params: unknown[]; outputs: Output[] } | undefined;
  return async (tx, values) => {
    if (!ready) {
      const { sql: text, params } = build(tx).toSQL();
      ready = { text, params, outputs: outputsOf(fields) };
    }
    const { text, outputs } = ready;
    const params = ready.params.map((param) => encode(param, values));
    const rows = await tx.connection.query(text, params).catch((error: Error) => {
      throw new DrizzleQueryError(text, params, error);
    });
    return rows.map((row) => readRow(outputs, row) as Row);
  };
}

/** One statement per number of rows; the placeholders of row n end in n. */
export function prepareRows<Row>(
  fields: Fields,
  build: (builder: Tx, size: number) => Built<Row>,
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
