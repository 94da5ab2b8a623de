/** Backup and restore: both databases, both ways, compared row by row; and everything that must be refused. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../../src/db/migrate.ts';
import type { Db } from '../../src/db/open.ts';
import { writeBackup } from '../../src/ops/backup.ts';
import { readSequences, readTables, TEXT_FORM, tableNames } from '../../src/ops/catalogue.ts';
import { restoreBackup } from '../../src/ops/restore.ts';
import { fillIssues } from '../db/fill.ts';
import { makeWorld, T0 } from '../db/world.ts';
import {
  DATABASE_KINDS,
  newPglite,
  projectMigrations,
  type TestDatabase,
  testDatabase,
} from '../support/database.ts';

const EMPTY = 'drop schema public cascade; create schema public';
const folder = mkdtempSync(join(tmpdir(), 'zhuanban-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileIn = (name: string) => join(folder, name);

/** Every row of every table as the database writes it, the same on any server. */
async function dump(db: Db): Promise<Record<string, string[]>> {
  return db.session(async (session) => {
    await session.run(TEXT_FORM);
    const rows: Record<string, string[]> = {};
    for (const { name } of await readTables(session)) {
      const found = await session.query(`select t::text as row from "${name}" t order by 1`);
      rows[name] = found.map((one) => String(one.row));
    }
    const applied = await session.query('select version, name, checksum from schema_migration order by 1');
    rows.schema_migration = applied.map((one) => JSON.stringify(one));
    return rows;
  });
}

const sequences = (db: Db) => db.session((session) => readSequences(session));
const run = (db: Db, sql: string) => db.session((session) => session.run(sql));
const one = async (db: Db, sql: string) =>
  Object.values((await db.session((session) => session.query(sql)))[0] ?? {})[0];

/** Values a careless writer would change on the way. */
const AWKWARD = `
  insert into setting (key, value) values ('a', 'null'), ('b', '"x"'), ('c', '12345678901234567890.10'),
    ('d', '{"z": 1, "a": "换\\n行 \\\\ \\" \\u2028"}'), ('e', '[]');
  insert into person (open_id, name, tenant_key, home, created_at) values
    (E'ou_\\\\x', E'王"引号''反斜杠\\\\ \\t制表\\r\\n换行 𠮷😀 null [1]', '', false, '2026-11-23 01:02:03.123456+00'),
    ('ou_null', 'null', '\\N', true, '0099-01-01 00:00:00+08');
  insert into holiday (day, kind, name) values ('2027-02-08', 'off', null), ('0001-01-01', 'work', '');
  insert into outbox (id, seq, kind, target, payload, created_at, state) values
    ('o1', 9007199254740993, 'answer', 'chat:oc_a', '{"n": 9007199254740993}', '2026-11-23Z', 'waiting');
  insert into issue (version, status, title, text, area_id, reporter_id, logged_at, on_the_spot, green_channel,
    deadline_at, deadline_day, on_agenda, facts, search)
    values (1, 'void', '', E'多\\n行', 1, 1, '2026-11-23Z', true, false, '2026-11-27Z', '2026-11-27', false,
      '{}', '''a b'':1A ''it''''s'' ''反\\\\\\\\斜'':2,9');
  delete from issue where id = (select max(id) from issue);
  select nextval('directory_version'), setval('outbox_seq_seq', 9007199254740993);
  insert into area (id, parent_id, name) values (77, 1, '手工编号');`;

async function fill(db: Db): Promise<void> {
  await makeWorld(db);
  await fillIssues(db, 2500);
  await run(db, AWKWARD);
  // Units name their people, people their unit.
  await run(db, 'update unit set head_id = 1 where id = 1; update person set unit_id = 1 where id = 1');
}

describe.each(DATABASE_KINDS)('a backup of %s', (kind) => {
  let source: TestDatabase;
  let file: string;
  let rows: Record<string, string[]>;
  beforeAll(async () => {
    source = await testDatabase(kind);
    await fill(source.db);
    rows = await dump(source.db);
    file = fileIn(`${kind}.backup`);
    const done = await writeBackup(source.db, file, T0);
    expect(done.rows).toBe(
      Object.entries(rows).reduce((n, [name, all]) => n + (name === 'schema_migration' ? 0 : all.length), 0),
    );
  });
  afterAll(() => source.drop());

  const targets: Record<string, () => Promise<{ db: Db; drop: () => Promise<void> }>> = {
    'a PostgreSQL without tables': async () => {
      const own = await testDatabase('postgres');
      await run(own.db, EMPTY);
      return own;
    },
    'a PostgreSQL whose service was started but never used': async () => {
      const own = await testDatabase('postgres');
      await run(own.db, "insert into lease (name) values ('tick')");
      return own;
    },
    'a new PGlite': async () => {
      const db = await newPglite();
      return { db, drop: () => db.close() };
    },
  };

  test.for(Object.keys(targets))('fills %s with the same rows, numbers to come and rules', async (name) => {
    const target = await targets[name]!();
    try {
      const done = await restoreBackup(target.db, file, projectMigrations(), T0);
      expect(done).toMatchObject({ from: done.schema, madeAt: new Date(T0).toISOString() });
      expect(await dump(target.db)).toEqual(rows);
      // A row that was given its number by hand would one day be in the way.
      const expected = (await sequences(source.db)).map((seq) =>
        seq.name === 'area_id_seq' ? { ...seq, last: '77' } : seq,
      );
      expect(await sequences(target.db)).toEqual(expected);
      const next = "select nextval(pg_get_serial_sequence('issue', 'id'))::int as n";
      expect(await one(target.db, next)).toBe(2502);
      await expect(run(target.db, 'update issue set unit_id = 999999')).rejects.toThrow();
      const keys = `select string_agg(conrelid::regclass::text || conname || pg_get_constraintdef(oid), ';' order by 1) as k
        from (select * from pg_constraint where connamespace = 'public'::regnamespace order by conname) c`;
      expect(await one(target.db, keys)).toBe(await one(source.db, keys));
      const again = fileIn(`again-${kind}-${name}.backup`);
      await writeBackup(target.db, again, T0);
      const content = (path: string) => gunzipSync(readFileSync(path)).toString().split('\n').slice(1, -2);
      expect(content(again)).toEqual(content(file));
    } finally {
      await target.drop();
    }
  });

  test('is readable for its owner alone and never overwrites a file', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(file);
    await expect(writeBackup(source.db, file, T0)).rejects.toThrow('已存在');
    expect(readFileSync(file)).toEqual(before);
  });
});

describe('a backup', () => {
  let source: TestDatabase;
  beforeAll(async () => {
    source = await testDatabase('postgres');
    await fill(source.db);
  });
  afterAll(() => source.drop());

  test('shows one moment, whatever is written while it is made', async () => {
    const file = fileIn('moment.backup');
    // After the snapshot began, a row in the first table and one in the last.
    let wrote = false;
    const meddling: Db = {
      ...source.db,
      session: (work) =>
        source.db.session((session) =>
          work({
            ...session,
            query: async (sql, params) => {
              const found = await session.query(sql, params);
              if (!wrote && sql.includes('count(*)')) {
                wrote = true;
                await writer.run();
              }
              return found;
            },
          }),
        ),
    };
    const { openPostgres } = await import('../../src/db/open-postgres.ts');
    const other = openPostgres(source.url!, { max: 1 });
    const writer = {
      run: () =>
        other.session((session) =>
          session.run(
            "insert into area (name, parent_id) values ('新区', 1); insert into unit (area_id, name) select id, '新局' from area where name = '新区'",
          ),
        ),
    };
    const before = await dump(source.db);
    await writeBackup(meddling, file, T0);
    await other.close();
    expect(wrote).toBe(true);
    const target = await testDatabase('postgres');
    try {
      await restoreBackup(target.db, file, projectMigrations(), T0);
      expect(await dump(target.db)).toEqual(before);
      // The number given out meanwhile is not given out again.
      await run(target.db, "insert into area (name, parent_id) values ('另一区', 1)");
    } finally {
      await target.drop();
    }
  });

  test('of an empty database, or into a folder that is not there, is refused and leaves nothing', async () => {
    const empty = await testDatabase('postgres');
    await run(empty.db, EMPTY);
    try {
      await expect(writeBackup(empty.db, fileIn('none.backup'), T0)).rejects.toThrow('空的');
      await expect(writeBackup(source.db, join(folder, 'no/such/x.backup'), T0)).rejects.toThrow('ENOENT');
      expect(() => statSync(fileIn('none.backup'))).toThrow();
    } finally {
      await empty.drop();
    }
  });
});

describe('a restore', () => {
  let file: string;
  let target: TestDatabase;
  beforeAll(async () => {
    const source = await testDatabase('postgres');
    await makeWorld(source.db);
    file = fileIn('small.backup');
    await writeBackup(source.db, file, T0);
    await source.drop();
    target = await testDatabase('postgres');
  });
  afterAll(() => target.drop());

  const restore = (path: string, migrations = projectMigrations()) =>
    restoreBackup(target.db, path, migrations, T0);
  const lines = () => gunzipSync(readFileSync(file)).toString().split('\n');
  const written = (name: string, all: string[]) => {
    writeFileSync(fileIn(name), gzipSync(all.join('\n')));
    return fileIn(name);
  };

  /** Nothing of a refused restore may stay. */
  async function refuses(work: () => Promise<unknown>, words: string): Promise<void> {
    const before = await dump(target.db);
    await expect(work()).rejects.toThrow(words);
    expect(await dump(target.db)).toEqual(before);
  }

  test('refuses what is no backup', async () => {
    writeFileSync(fileIn('text'), 'not a backup');
    await refuses(() => restore(fileIn('text')), '损坏');
    await refuses(() => restore(written('json', ['{"hello": 1}', ''])), '不是专班秘书的备份文件');
    await refuses(() => restore(written('nothing', [''])), '不完整');
    await refuses(() => restore(fileIn('absent')), '找不到');
    await refuses(() => restore(folder), '读不了');
  });

  test('refuses a file that is cut off, at whatever place', async () => {
    const bytes = readFileSync(file);
    for (const part of [0.1, 0.5, 0.9]) {
      writeFileSync(fileIn(`cut-${part}`), bytes.subarray(0, Math.floor(bytes.length * part)));
      await refuses(() => restore(fileIn(`cut-${part}`)), '损坏');
    }
    const all = lines();
    await refuses(() => restore(written('short', [...all.slice(0, -2), ''])), '不完整');
    await refuses(() => restore(written('half-line', all.slice(0, -1))), '不完整');
  });

  test('refuses a file in which anything was changed, left out, doubled or added', async () => {
    const all = lines();
    const row = all.findIndex((line) => line.includes('张三'));
    const changed = (with_: string[], name: string) => refuses(() => restore(written(name, with_)), '损坏');
    await changed(all.with(row, all[row]!.replace('张三', '张四')), 'changed');
    await changed(all.toSpliced(row, 1), 'left-out');
    await changed(all.toSpliced(row, 0, all[row]!), 'doubled');
    await changed([...all.slice(0, -1), '["1"]', ''], 'added');
    await changed(
      all.with(0, all[0]!.replace('"pglite"', '"x"').replace('"postgres"', '"pglite"')),
      'header',
    );
    const bytes = readFileSync(file);
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(fileIn('bit'), bytes);
    await refuses(() => restore(fileIn('bit')), '损坏');
  });

  test('refuses a backup of a newer program, and one whose migrations were others', async () => {
    const all = projectMigrations();
    await refuses(() => restore(file, all.slice(0, -1)), '比程序新');
    const last = all.at(-1)!;
    await refuses(() => restore(file, all.with(-1, { ...last, sql: `${last.sql} ` })), '与程序里的不同');
    const newer = lines().with(0, lines()[0]!.replace('"version":1,', '"version":2,'));
    await refuses(() => restore(written('format', newer)), '请先升级程序');
  });

  test('of an older schema into a new database is brought to the newest', async () => {
    const own = await testDatabase('postgres');
    await run(own.db, EMPTY);
    const more = [
      ...projectMigrations(),
      { version: 9000, name: '9000_more.sql', sql: "alter table person add column more text default '新'" },
    ];
    try {
      const done = await restoreBackup(own.db, file, more, T0);
      expect(done.schema).toBe(9000);
      expect(await one(own.db, 'select more from person where id = 1')).toBe('新');
      await refuses(() => restoreBackup(own.db, file, more, T0), '已经有数据');
    } finally {
      await own.drop();
    }
  });

  test('of an older schema into a database that a newer program has opened says what to do', async () => {
    const own = await testDatabase('postgres');
    const more = [...projectMigrations(), { version: 9000, name: '9000_more.sql', sql: 'select 1' }];
    await migrate(own.db, more, T0);
    try {
      await expect(restoreBackup(own.db, file, more, T0)).rejects.toThrow('还没有启动过程序的空库');
    } finally {
      await own.drop();
    }
  });

  test('refuses a database in use, or one with tables of others', async () => {
    const own = await testDatabase('postgres');
    try {
      await run(own.db, "insert into inbox (event_id, received_at) values ('e', '2026-11-23Z')");
      await expect(restoreBackup(own.db, file, projectMigrations(), T0)).rejects.toThrow('已经有数据');
      await run(own.db, `${EMPTY}; create table theirs (id integer)`);
      await expect(restoreBackup(own.db, file, projectMigrations(), T0)).rejects.toThrow('已有别的表');
      expect(await own.db.session((session) => tableNames(session))).toEqual(['theirs']);
    } finally {
      await own.drop();
    }
  });
});
