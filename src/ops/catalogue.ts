/** What a database of ours is made of, asked of the database itself, so that a backup never forgets a table. */
import type { Session } from '../db/open.ts';

export interface Column {
  name: string;
  /** As SQL writes it, for a cast. */
  type: string;
  identity: boolean;
}

export interface Table {
  name: string;
  columns: Column[];
  /** Primary key. */
  key: string[];
}

export interface Sequence {
  name: string;
  /** Last value given out; null: none yet. Text, for it may be larger than a double holds. */
  last: string | null;
}

export interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Names of all tables; none in a database nobody has used. */
export async function tableNames(session: Session): Promise<string[]> {
  const rows = await session.query(
    `select c.relname as name from pg_class c
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') order by 1`,
  );
  return rows.map((row) => String(row.name));
}

/** Every table but the migrator's own, by name. Generated columns are left out: the database makes them. */
export async function readTables(session: Session): Promise<Table[]> {
  const rows = await session.query(
    `select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
       a.attidentity <> '' as identity,
       coalesce(array_position(i.indkey::int2[], a.attnum), -1) as position
     from pg_attribute a
       join pg_class c on c.oid = a.attrelid
       left join pg_index i on i.indrelid = c.oid and i.indisprimary
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relname <> 'schema_migration'
     order by c.relname, a.attnum`,
  );
  const tables = new Map<string, Table & { order: [number, string][] }>();
  for (const row of rows) {
    const name = String(row.table);
    const table = tables.get(name) ?? { name, columns: [], key: [], order: [] };
    tables.set(name, table);
    table.columns.push({ name: String(row.name), type: String(row.type), identity: row.identity === true });
    if (Number(row.position) >= 0) table.order.push([Number(row.position), String(row.name)]);
  }
  return [...tables.values()].map(({ order, ...table }) => ({
    ...table,
    key: order.toSorted(([a], [b]) => a - b).map(([, name]) => name),
  }));
}

/** All sequences, those behind identity columns among them. */
export async function readSequences(session: Session): Promise<Sequence[]> {
  const rows = await session.query(
    `select sequencename as name, last_value::text as last from pg_sequences
     where schemaname = current_schema() order by 1`,
  );
  return rows.map((row) => ({ name: String(row.name), last: row.last === null ? null : String(row.last) }));
}

export async function readForeignKeys(session: Session): Promise<ForeignKey[]> {
  const rows = await session.query(
    `select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace order by 1, 2`,
  );
  return rows.map((row) => ({
    table: String(row.table),
    name: String(row.name),
    definition: String(row.definition),
  }));
}

/** Values are written and read as text; the text must not depend on how a server is set up. */
export const TEXT_FORM =
  "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local extra_float_digits = 3; set local bytea_output = 'hex'";
