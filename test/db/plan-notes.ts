/** A database whose every statement is explained as it is really sent, once more planned without its values. */
import postgres from 'postgres';
import { createDb, type Db } from '../../src/db/open.ts';
import { insideOf, poolOf, VALUE_TYPES } from '../../src/db/open-postgres.ts';

/** auto_explain's notes of one connection; `db` works as the product's own. */
export interface NotingDb {
  db: Db;
  notes: string[];
}

const EXPLAIN = `load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_level = notice;
  set auto_explain.log_nested_statements = on; set plan_cache_mode = force_generic_plan; set client_min_messages = notice`;

/** @param url of PostgreSQL, with a role that may load auto_explain */
export async function openNotingDb(url: string): Promise<NotingDb> {
  const notes: string[] = [];
  const client = postgres(url, {
    max: 1,
    types: VALUE_TYPES,
    onnotice: (notice) => notes.push(notice.message ?? ''),
  });
  await client.unsafe(EXPLAIN);
  notes.length = 0;
  const db = createDb({
    kind: 'postgres',
    read: (work) => work(poolOf(client)),
    begin: (work) => client.begin((transaction) => work(insideOf(transaction))) as Promise<never>,
    session: () => Promise.reject(new Error('only what the product asks is noted')),
    close: () => client.end(),
  });
  return { db, notes };
}
