import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { concealData, DatabaseError, isOutage } from '../../src/db/database-error.ts';
import { bumpDirectory, directoryVersion } from '../../src/db/directory-version.ts';
import { openPglite } from '../../src/db/open-pglite.ts';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { meta } from '../../src/db/schema.ts';
import { DATABASE_KINDS, type TestDatabase, testDatabase } from '../support/database.ts';

describe.each(DATABASE_KINDS)('database on %s', (kind) => {
  let own: TestDatabase;
  beforeAll(async () => {
    own = await testDatabase(kind);
  });
  afterAll(() => own.drop());

  test('a transaction that throws leaves nothing behind', async () => {
    const failing = own.db.transaction(async (tx) => {
      await tx.insert(meta).values({ key: 'gone', value: 1 });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const rows = await own.db.read((tx) => tx.select().from(meta));
    expect(rows.map((row) => row.key)).toEqual(['directory']);
  });

  test('using the database inside its own transaction is an error, not a deadlock', async () => {
    const nested = own.db.transaction(() => own.db.read((tx) => tx.select().from(meta)));
    await expect(nested).rejects.toThrow('hand over tx');
    await own.db.transaction(async (tx) => tx.select().from(meta));
  });

  test('one statement by itself is kept, a second one refused, and the first stays', async () => {
    await own.db.once((tx) => tx.insert(meta).values({ key: 'alone', value: 1 }));
    const two = own.db.once(async (tx) => {
      await tx.update(meta).set({ value: 2 }).where(eq(meta.key, 'alone'));
      await tx.delete(meta).where(eq(meta.key, 'alone'));
    });
    await expect(two).rejects.toThrow('second statement');
    const rows = await own.db.read((tx) => tx.select().from(meta).where(eq(meta.key, 'alone')));
    expect(rows).toEqual([{ key: 'alone', value: 2 }]);
    await own.db.once((tx) => tx.delete(meta).where(eq(meta.key, 'alone')));
  });

  test('a change of the master data is seen by the transaction that made it, in a savepoint as well', async () => {
    const versions = await own.db.transaction(async (tx) => {
      const before = await directoryVersion(tx);
      await tx.savepoint((inner) => bumpDirectory(inner));
      const after = await directoryVersion(tx);
      return [before, after];
    });
    const now = await own.db.read((tx) => directoryVersion(tx));
    expect(versions[1]).toBeGreaterThan(versions[0]!);
    expect(now).toBe(versions[1]);
  });

  test('a serialisation failure is tried again, another error is not', async () => {
    let tries = 0;
    const value = await own.db.transaction(async (tx) => {
      tries++;
      if (tries < 3)
        await tx.execute(sql.raw(`do $$ begin raise exception 'again' using errcode = '40001'; end $$`));
      return tries;
    });
    expect(value).toBe(3);
    let others = 0;
    const failing = own.db.transaction(async (tx) => {
      others++;
      await tx.execute(sql.raw('select 1 / 0'));
    });
    await expect(failing).rejects.toThrow();
    expect(others).toBe(1);
  });

  test('an error of the database tells its code and place, never the values', async () => {
    const values = { key: 'directory', value: 770_077 };
    const caught: unknown[] = [];
    await own.db.transaction((tx) => tx.insert(meta).values(values)).catch((error) => caught.push(error));
    await own.db.read((tx) => tx.insert(meta).values(values)).catch((error) => caught.push(error));
    expect(caught).toHaveLength(2);
    for (const error of caught) {
      expect(error).toBeInstanceOf(DatabaseError);
      expect(error).toMatchObject({ code: '23505', message: expect.stringContaining('insert into "meta"') });
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('770077');
    }
    const missing = own.db.read((tx) => tx.execute('select * from nowhere'));
    await expect(missing).rejects.toThrow('relation "nowhere" does not exist');
    // What cannot be parsed is quoted by the database; it may be what somebody searched for.
    const words = own.db.read((tx) => tx.execute(sql`select ${'磷石膏 & & 堆放'}::tsquery`));
    const refused = await words.then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({ code: '42601' });
    expect(inspect(refused, { depth: 9, showHidden: true })).not.toContain('磷石膏');
    class Own extends Error {}
    await expect(own.db.transaction(() => Promise.reject(new Own('mine')))).rejects.toThrow(Own);
  });
});

test('a database that is not there is an outage, whatever asks it first', async () => {
  const db = openPostgres('postgres://nobody@127.0.0.1:1/none', { max: 1 });
  const errors = await Promise.all([
    db.transaction(async () => {}).catch((error: unknown) => error),
    db.session((session) => session.query('select 1')).catch((error: unknown) => error),
  ]);
  await db.close();
  for (const error of errors) {
    expect(error).toBeInstanceOf(DatabaseError);
    expect(isOutage(error)).toBe(true);
  }
});

test.each(['EPIPE', 'ECONNRESET', 'CONNECTION_CLOSED', '57P01', '57P03'])(
  'a line that breaks (%s) is an outage, not a refusal of what was asked',
  (code) => {
    const broken = Object.assign(new Error('write'), { code });
    const error = concealData(new Error('Failed query', { cause: broken }));
    expect(error).toBeInstanceOf(DatabaseError);
    expect(isOutage(error)).toBe(true);
  },
);

test('the embedded database lies in a directory that nobody else on the machine can open', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zhuanban-mode-'));
  try {
    const inside = join(folder, 'db');
    // As an earlier version has left it.
    await mkdir(inside, { mode: 0o755 });
    const db = await openPglite(inside);
    await db.close();
    expect(((await stat(inside)).mode & 0o777).toString(8)).toBe('700');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
