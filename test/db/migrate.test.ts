import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Migration, MigrationRefused, migrate } from '../../src/db/migrate.ts';
import type { Db } from '../../src/db/open.ts';
import { openPostgres } from '../../src/db/open-postgres.ts';
import * as schema from '../../src/db/schema.ts';
import * as figures from '../../src/db/schema-figures.ts';
import * as ledgers from '../../src/db/schema-ledger.ts';
import * as plans from '../../src/db/schema-plans.ts';
import { DATABASE_KINDS, projectMigrations, type TestDatabase, testDatabase } from '../support/database.ts';
import { T0 } from './world.ts';

const one: Migration = {
  version: 1,
  name: '0001_one.sql',
  sql: 'create table one (id integer); -- a; b\ninsert into one values (1);',
};
const two: Migration = { version: 2, name: '0002_two.sql', sql: 'create table two (id integer);' };
const EMPTY = 'drop schema public cascade; create schema public';

describe.each(DATABASE_KINDS)('migrations on %s', (kind) => {
  let own: TestDatabase;
  beforeAll(async () => {
    own = await testDatabase(kind);
  });
  afterAll(() => own.drop());
  afterEach(() => own.db.session((session) => session.run(EMPTY)));

  const fresh = async (): Promise<Db> => {
    await own.db.session((session) => session.run(EMPTY));
    return own.db;
  };
  const count = (db: Db, table: string) =>
    db.session(async (session) => Number((await session.query(`select count(*) as n from ${table}`))[0]?.n));

  test('run once each, in order, and again only what is new', async () => {
    const db = await fresh();
    expect(await migrate(db, [two, one], T0)).toEqual([1, 2]);
    expect(await migrate(db, [one, two], T0)).toEqual([]);
    expect(await count(db, 'one')).toBe(1);
    const three = { version: 3, name: '0003_three.sql', sql: 'insert into one values (2)' };
    expect(await migrate(db, [one, two, three], T0)).toEqual([3]);
    expect(await count(db, 'one')).toBe(2);
  });

  test('a database newer than the code is refused', async () => {
    const db = await fresh();
    await migrate(db, [one, two], T0);
    const older = migrate(db, [one], T0);
    await expect(older).rejects.toThrow(MigrationRefused);
    await expect(older).rejects.toThrow('数据库结构（2）比程序（1）新');
  });

  test('a file changed after it ran, or with a number that comes too late, is refused', async () => {
    const db = await fresh();
    await migrate(db, [one], T0);
    await expect(migrate(db, [{ ...one, sql: `${one.sql} ` }], T0)).rejects.toThrow('执行后被改动过');
    expect(await migrate(db, [{ ...one, sql: one.sql.replaceAll('\n', '\r\n') }], T0)).toEqual([]);
    await migrate(db, [one, { ...two, version: 3 }], T0);
    await expect(migrate(db, [one, two, { ...two, version: 3 }], T0)).rejects.toThrow('迁移 2 未执行');
  });

  test('a file that fails leaves nothing of itself, and what ran before stays', async () => {
    const db = await fresh();
    const bad = { version: 2, name: '0002_bad.sql', sql: 'create table half (id integer); select 1 / 0;' };
    await expect(migrate(db, [one, bad], T0)).rejects.toThrow();
    await expect(count(db, 'half')).rejects.toThrow();
    expect(await count(db, 'one')).toBe(1);
    expect(await migrate(db, [one, two], T0)).toEqual([2]);
  });

  test("the query builder's tables are those of the SQL, column by column", async () => {
    const db = await fresh();
    const migrations = projectMigrations();
    await migrate(db, migrations, T0);
    expect(migrations.at(-1)?.version).toBe(schema.SCHEMA_VERSION);
    const stored = await db.session((session) =>
      session.query(
        `select table_name, column_name, data_type, is_nullable from information_schema.columns
          where table_schema = 'public' and table_name <> 'schema_migration'`,
      ),
    );
    const inSql = stored.map((column) =>
      Object.values(column).join(' ').replace('timestamp with time zone', 'timestamptz'),
    );
    const tables = [schema, plans, ledgers, figures]
      .flatMap((part) => Object.values(part))
      .filter((value) => value instanceof PgTable);
    const inCode = tables.flatMap((table) => {
      const { name, columns } = getTableConfig(table);
      return columns.map(
        (column) =>
          `${name} ${column.name} ${column.getSQLType().replace(/\(.*/, '')} ${column.notNull || column.primary ? 'NO' : 'YES'}`,
      );
    });
    expect(inCode.sort()).toEqual(inSql.sort());
  });
});

/** What the version before would stumble over while it still runs; the rule stands in docs/develop/adding-things.md. */
function takesAway(sql: string): string[] {
  return sql
    .replace(/--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim().replace(/\s+/g, ' '))
    .filter(
      (statement) =>
        /\bdrop (table|column|view)\b|\brename\b|\balter column \S+ (set not null|type|set data type|drop default)/i.test(
          statement,
        ) || /\badd column [^,]*\bnot null\b(?![^,]*\bdefault\b)(?<!default[^,]*)/i.test(statement),
    );
}

describe('migrations of the next version', () => {
  test('only add, so that processes of the version before go on working', () => {
    const later = projectMigrations().filter(({ version }) => version > 2);
    expect(later.flatMap(({ name, sql }) => takesAway(sql).map((one) => `${name}: ${one}`))).toEqual([]);
  });

  test.each([
    ['alter table issue drop column title', 1],
    ['alter table issue rename to problem', 1],
    ['alter table issue add column a text not null', 1],
    ['alter table issue add column a text, add column b int not null', 1],
    ['alter table issue alter column title set not null', 1],
    ["alter table issue add column a text not null default ''", 0],
    ["alter table issue add column a text default '' not null", 0],
    ['-- drop table issue\ncreate table a (id integer not null); create index b on a (id)', 0],
  ])('%s: %i', (sql, count) => {
    expect(takesAway(sql)).toHaveLength(count);
  });
});

describe('migrations of several processes', () => {
  test('that start together on one PostgreSQL run each file once', async () => {
    const own = await testDatabase('postgres');
    await own.db.session((session) => session.run(EMPTY));
    const processes = Array.from({ length: 4 }, () => openPostgres(own.url!, { max: 1 }));
    try {
      const applied = await Promise.all(processes.map((db) => migrate(db, [one, two], T0)));
      expect(applied.flat().sort()).toEqual([1, 2]);
    } finally {
      await Promise.all(processes.map((db) => db.close()));
      await own.drop();
    }
  });
});
