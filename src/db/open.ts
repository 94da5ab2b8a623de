/** What a database is for everybody above this room: transactions that are tried again when that is right. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/pg-proxy';
import { concealData, sqlState } from './database-error.ts';

/** Where statements run: one transaction or, for reads, whichever connection is free. */
export interface Connection {
  /**
   * Runs one statement; without parameters its text may hold several.
   * @param params of $1 …, as the database reads them; null is NULL
   * @returns each row as the list of its values: dates and times as the database's text, json parsed
   */
  query(text: string, params: unknown[]): Promise<unknown[][]>;
  /** Within a transaction only. @throws what `work` throws, after going back to the savepoint */
  savepoint?<T>(work: (inner: Connection) => Promise<T>): Promise<T>;
}

/** A running transaction, or the plain connection inside `read`. Every query function takes one first. */
export interface Tx extends Omit<PgDatabase<PgQueryResultHKT>, '_' | 'transaction'> {
  /** For statements whose text is there already (statement.ts). */
  readonly connection: Connection;
  /** The same within one transaction or `read`, savepoints included; no two share one. For what is worth knowing once. */
  readonly scope: object;
  /**
   * Runs `work` so that the transaction stays usable when it fails.
   * @throws what `work` throws, after taking back what it did; Error outside a transaction
   */
  savepoint<T>(work: (inner: Tx) => Promise<T>): Promise<T>;
}

/** Bare SQL for migrations, tests and benches; several statements per `run`. */
export interface Session {
  run(sql: string): Promise<void>;
  /** One statement, parameters as $1 …; values as the driver gives them. */
  query(sql: string, params?: unknown[]): Promise<Record<string, unknown>[]>;
}

export interface Db {
  readonly kind: 'postgres' | 'pglite';
  /**
   * Runs `work` in one READ COMMITTED transaction and commits. A deadlock or serialisation failure runs it again
   * (so `work` must have no other effects than through `tx`), up to five times in all.
   * @throws whatever `work` throws, after rolling back; DatabaseError, free of data, when the database refuses; Error
   * when called inside another transaction
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Runs the one statement of `work` by itself: it is committed when it has run, at a third of a transaction's round
   * trips, and tried again like one. @throws as `transaction`; Error at a second statement
   */
  once<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs reads without a transaction: each query sees what is committed when it starts. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One transaction of bare SQL, not tried again. */
  session<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** Waits for running queries, then closes. Safe to call twice. */
  close(): Promise<void>;
}

/** What a driver brings; `createDb` adds the rest. */
export interface Driver {
  kind: Db['kind'];
  read<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** One transaction, committed unless `work` throws. */
  begin<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  session: Db['session'];
  close(): Promise<void>;
}

const ATTEMPTS = 5;
const AGAIN = new Set(['40001', '40P01']);
const inside = new AsyncLocalStorage<{ open: boolean }>();

function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
}

function txOn(connection: Connection, scope: object): Tx {
  const builder = drizzle(async (text, params) => ({ rows: await connection.query(text, params) }));
  return Object.assign(builder, {
    connection,
    scope,
    async savepoint<T>(work: (inner: Tx) => Promise<T>): Promise<T> {
      if (!connection.savepoint) throw new Error('a savepoint outside a transaction');
      return connection.savepoint((inner) => work(txOn(inner, scope)));
    },
  });
}

/** Refuses a second statement: outside a transaction the first is committed already. */
function single({ query }: Connection): Connection {
  let asked = false;
  return {
    query(text, params) {
      if (asked) throw new Error('a second statement outside a transaction');
      asked = true;
      return query(text, params);
    },
  };
}

/**
 * Wraps a driver. Inside a transaction the outer database is refused: on PGlite, with its one connection, it
 * would wait for itself for ever, and on PostgreSQL it would starve the pool.
 */
export function createDb(driver: Driver): Db {
  const refuseNested = () => {
    if (inside.getStore()?.open) throw new Error('database used inside its own transaction; hand over tx');
  };
  const attempt = <T>(work: (tx: Tx) => Promise<T>) => {
    const state = { open: true };
    const guarded = (connection: Connection) => inside.run(state, () => work(txOn(connection, state)));
    return driver.begin(guarded).finally(() => {
      state.open = false;
    });
  };
  const retry = async <T>(run: () => Promise<T>): Promise<T> => {
    refuseNested();
    for (let n = 1; ; n++) {
      try {
        return await run();
      } catch (error) {
        if (n >= ATTEMPTS || !AGAIN.has(sqlState(error) ?? '')) throw concealData(error);
        await pause(n);
      }
    }
  };
  let closing: Promise<void> | undefined;
  return {
    kind: driver.kind,
    transaction: (work) => retry(() => attempt(work)),
    once: (work) => retry(() => driver.read((connection) => work(txOn(single(connection), {})))),
    async read(work) {
      refuseNested();
      try {
        return await driver.read((connection) => work(txOn(connection, {})));
      } catch (error) {
        throw concealData(error);
      }
    },
    async session(work) {
      refuseNested();
      try {
        return await driver.session(work);
      } catch (error) {
        throw concealData(error);
      }
    },
    close() {
      closing ??= driver.close();
      return closing;
    },
  };
}
