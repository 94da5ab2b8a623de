import { inspect } from 'node:util';
import { asc, eq, gte, inArray, sql } from 'drizzle-orm';
import { boolean, integer, pgTable } from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day, instant, json, words } from '../../src/db/column.ts';
import type { Db, Tx } from '../../src/db/open.ts';
import { placeholdersFor, prepareRows, prepareStatement } from '../../src/db/statement.ts';
import { DATABASE_KINDS, type TestDatabase, testDatabase } from '../support/database.ts';

const probe = pgTable('probe', {
  id: integer().primaryKey(),
  at: instant(),
  on: day(),
  body: json<unknown>('body'),
  text: words(),
  flag: boolean(),
});
const CREATE =
  'create table probe (id int primary key, at timestamptz, "on" date, body jsonb, text text, flag boolean)';

type Probe = typeof probe.$inferSelect;

const NAMES = ['id', 'at', 'on', 'body', 'text', 'flag'] as const;
const { id, ...rest } = probe;
const columns = { id, at: rest.at, on: rest.on, body: rest.body, text: rest.text, flag: rest.flag };
const nested = {
  id,
  when: { at: rest.at, on: rest.on },
  found: sql<unknown>`jsonb_build_object('text', ${rest.text})`.as('found'),
};

const insertRows = prepareRows(columns, (db, size) =>
  db
    .insert(probe)
    .values(Array.from({ length: size }, (_, n) => placeholdersFor(NAMES, n)))
    .returning(columns),
);
const ofIds = prepareRows(columns, (db, size) => {
  const ids = Array.from({ length: size }, (_, n) => sql.placeholder(`id${n}`));
  return db.select(columns).from(probe).where(inArray(probe.id, ids)).orderBy(asc(probe.id));
});
const nestedOfId = prepareStatement(nested, (db) =>
  db
    .select(nested)
    .from(probe)
    .where(eq(probe.id, sql.placeholder('id'))),
);
const since = prepareStatement({ id }, (db) =>
  db
    .select({ id })
    .from(probe)
    .where(gte(probe.at, sql.param(sql.placeholder('at'), probe.at)))
    .orderBy(asc(probe.id)),
);

const row = (patch: Partial<Probe> & { id: number }): Probe => ({
  at: null,
  on: null,
  body: null,
  text: null,
  flag: null,
  ...patch,
});

const idsIn = async (tx: Tx) =>
  (await tx.select({ id }).from(probe).orderBy(asc(id))).map((found) => found.id);

const instants = fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) });
const texts = fc.string({ unit: 'binary', maxLength: 20 }).filter((text) => !text.includes('\0'));
const probes = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 2_147_483_647 }),
      at: fc.option(fc.oneof(fc.constant(0), instants)),
      on: fc.option(instants.map((at) => new Date(at).toISOString().slice(0, 10))),
      // A list, a text that looks like json and a number must each come back as what they were.
      body: fc.oneof(
        fc.constantFrom(null, '12', 'null', '[1]', 12, false, {}),
        fc.array(fc.oneof(texts, fc.integer(), fc.constant(null)), { maxLength: 4 }),
      ),
      text: fc.option(texts),
      flag: fc.option(fc.boolean()),
    }),
    { selector: (made) => made.id, minLength: 1, maxLength: 5 },
  )
  .map((made) => made.toSorted((one, other) => one.id - other.id));

class TakenBack extends Error {}

/** Runs `work` and takes it back. */
async function rollBack(db: Db, work: (tx: Tx) => Promise<void>): Promise<void> {
  const failing = db.transaction(async (tx) => {
    await work(tx);
    throw new TakenBack();
  });
  await expect(failing).rejects.toThrow(TakenBack);
}

describe.each(DATABASE_KINDS)('a statement built once on %s', (kind) => {
  let own: TestDatabase;
  beforeAll(async () => {
    own = await testDatabase(kind);
    await own.db.session((session) => session.run(CREATE));
  });
  afterAll(() => own.drop());

  test('writes and reads every value, null among them, as the query builder does', async () => {
    await fc.assert(
      fc.asyncProperty(probes, (rows) =>
        rollBack(own.db, async (tx) => {
          expect(await insertRows(tx, rows)).toEqual(rows);
          expect(await tx.select().from(probe).orderBy(asc(id))).toEqual(rows);
          expect(
            await ofIds(
              tx,
              rows.map((made) => ({ id: made.id })),
            ),
          ).toEqual(rows);
        }),
      ),
      { numRuns: 40 },
    );
  });

  test('null is stored as NULL, not as what a column would make of it', async () => {
    await rollBack(own.db, async (tx) => {
      await insertRows(tx, [row({ id: 1 })]);
      const bare = await tx
        .select({ id })
        .from(probe)
        .where(sql`num_nulls("at", "on", body, text, flag) = 5`);
      expect(bare).toEqual([{ id: 1 }]);
    });
  });

  test('a condition has its value encoded by the column it is bound to', async () => {
    const at = Date.UTC(2026, 10, 28);
    await rollBack(own.db, async (tx) => {
      await insertRows(tx, [row({ id: 1, at: at - 1 }), row({ id: 2, at }), row({ id: 3 })]);
      expect(await since(tx, { at })).toEqual([{ id: 2 }]);
      expect(await since(tx, { at: null })).toEqual([]);
    });
  });

  test('fields may be nested, and an expression may be one', async () => {
    await rollBack(own.db, async (tx) => {
      await insertRows(tx, [row({ id: 1, at: 5, on: '2026-11-28', text: '[1]' })]);
      const [found] = await nestedOfId(tx, { id: 1 });
      expect(found).toEqual({ id: 1, when: { at: 5, on: '2026-11-28' }, found: { text: '[1]' } });
    });
  });

  test('a placeholder without a value is an error, and nothing is sent', async () => {
    await rollBack(own.db, async (tx) => {
      await expect(nestedOfId(tx, {})).rejects.toThrow('no value for id');
      expect(await idsIn(tx)).toEqual([]);
    });
  });

  test('sees what its own transaction has written, and goes back with it', async () => {
    await rollBack(own.db, async (tx) => {
      await insertRows(tx, [row({ id: 1, text: 'ours' })]);
      expect(await ofIds(tx, [{ id: 1 }])).toEqual([row({ id: 1, text: 'ours' })]);
      expect(await idsIn(tx)).toEqual([1]);
    });
    expect(await own.db.read((tx) => ofIds(tx, [{ id: 1 }]))).toEqual([]);
    await own.db.transaction((tx) => insertRows(tx, [row({ id: 1 })]));
    expect(await own.db.read((tx) => ofIds(tx, [{ id: 1 }]))).toEqual([row({ id: 1 })]);
    await own.db.transaction((tx) => tx.delete(probe));
  });

  test('goes back with a savepoint, which leaves the transaction usable', async () => {
    await rollBack(own.db, async (tx) => {
      await insertRows(tx, [row({ id: 1 })]);
      const nestedTwice = tx.savepoint(async (outer) => {
        await insertRows(outer, [row({ id: 2 })]);
        await expect(outer.savepoint((inner) => insertRows(inner, [row({ id: 1 })]))).rejects.toThrow();
        await outer.savepoint((inner) => insertRows(inner, [row({ id: 3 })]));
        expect(await idsIn(outer)).toEqual([1, 2, 3]);
        throw new Error('back');
      });
      await expect(nestedTwice).rejects.toThrow('back');
      expect(await idsIn(tx)).toEqual([1]);
      await tx.savepoint((inner) => insertRows(inner, [row({ id: 4 })]));
      expect(await idsIn(tx)).toEqual([1, 4]);
    });
    await expect(own.db.read((tx) => tx.savepoint(idsIn))).rejects.toThrow('outside a transaction');
  });

  test('an error tells the statement and never the values', async () => {
    const twice = own.db.transaction((tx) => insertRows(tx, [row({ id: 770_077 }), row({ id: 770_077 })]));
    const error = await twice.catch((refused: unknown) => refused);
    expect(error).toMatchObject({
      name: 'DatabaseError',
      code: '23505',
      message: expect.stringContaining('insert into "probe"'),
    });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('770077');
  });
});

describe('a statement built once on PostgreSQL alone', () => {
  let own: TestDatabase;
  beforeAll(async () => {
    own = await testDatabase('postgres');
    await own.db.session((session) => session.run(CREATE));
  });
  afterAll(() => own.drop());

  test('two transactions at once each run it on their own connection', async () => {
    const both = Promise.withResolvers<void>();
    let written = 0;
    const one = (n: number) =>
      rollBack(own.db, async (tx) => {
        await insertRows(tx, [row({ id: n })]);
        written++;
        if (written === 2) both.resolve();
        await both.promise;
        expect(await ofIds(tx, [{ id: 1 }, { id: 2 }])).toEqual([row({ id: n })]);
      });
    await Promise.all([one(1), one(2)]);
  });

  test('PostgreSQL keeps the statement, so that it is planned and described once', async () => {
    const kept = await own.db.transaction(async (tx) => {
      await ofIds(tx, [{ id: 1 }]);
      await ofIds(tx, [{ id: 2 }]);
      return tx.connection.query(
        'select generic_plans + custom_plans from pg_prepared_statements where statement like $1',
        ['select%"id" in ($1) order by%'],
      );
    });
    expect(kept.map(([runs]) => Number(runs))).toEqual([2]);
  });
});
