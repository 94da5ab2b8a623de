/** PostgreSQL through postgres.js: a server of our own, or Hyperdrive on Workers. */
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import { isConnectionLost } from './database-error.ts';
import { createDb, type Db, type Tx } from './open.ts';

export interface PostgresOptions {
  /** Connections at most; 10 by default, 5 is plenty on Workers. */
  max?: number;
  /** false on Hyperdrive: no catalogue query at connect. Nothing here needs array types either way. */
  fetchTypes?: boolean;
  /** Told of every statement as it is sent; slow, for measuring and finding out. Values are personal data. */
  onStatement?: (text: string, params: readonly unknown[]) => void;
}

type Unsafe = Sql['unsafe'];

/**
 * drizzle asks for unnamed statements, which cost a second round trip each; named ones save it and a plan.
 * Statements without parameters stay as they are: they may be several in one text.
 */
function prepareEverything<T extends object>(sql: T): T {
  return new Proxy(sql, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (name === 'unsafe') {
        const unsafe = value as Unsafe;
        return ((text, params = [], options = {}) =>
          unsafe(text, params, { ...options, prepare: params.length > 0 })) as Unsafe;
      }
      if (name === 'begin' || name === 'savepoint') {
        const start = value as (work: (inner: object) => unknown) => unknown;
        return (work: (inner: object) => unknown) => start((inner) => work(prepareEverything(inner)));
      }
      return value;
    },
  });
}

interface Pool {
  client: Sql;
  plain: Tx;
}

/** How long an old pool may take for what it still has under way. */
const RETIRE_SECONDS = 5;

/**
 * Opens a pool; connects with the first query. A pool that has lost a connection is replaced by a new one: the driver
 * (3.4) leaves a connection that broke in the middle of a write with a buffer it never empties again, so that it times
 * out for good.
 * @param url postgres://…; never logged here
 */
export function openPostgres(url: string, options: PostgresOptions = {}): Db {
  let pool = openPool(url, options);
  const retired = new Set<Promise<void>>();
  const retire = ({ client }: Pool) => {
    const ending = client.end({ timeout: RETIRE_SECONDS }).finally(() => retired.delete(ending));
    ending.catch(() => {});
    retired.add(ending);
  };
  const using = async <T>(work: (used: Pool) => Promise<T>): Promise<T> => {
    const used = pool;
    try {
      return await work(used);
    } catch (error) {
      if (used === pool && isConnectionLost(error)) {
        pool = openPool(url, options);
        retire(used);
      }
      throw error;
    }
  };
  return createDb({
    kind: 'postgres',
    read: (work) => using(({ plain }) => work(plain)),
    begin: (work) => using(({ plain }) => plain.transaction((tx) => work(tx))),
    session: (work) =>
      using(
        ({ client }) =>
          client.begin((sql) =>
            work({
              run: async (text) => {
                await sql.unsafe(text);
              },
              query: async (text, params = []) => [...(await sql.unsafe(text, params as never[]))],
            }),
          ) as Promise<never>,
      ),
    async close() {
      await pool.client.end({ timeout: RETIRE_SECONDS });
      await Promise.allSettled(retired);
    },
  });
}

function openPool(url: string, options: PostgresOptions): Pool {
  const { onStatement } = options;
  const client = postgres(url, {
    max: options.max ?? 10,
    fetch_types: options.fetchTypes ?? false,
    connect_timeout: 10,
    idle_timeout: 60,
    onnotice: () => {},
    ...(onStatement && { debug: (_connection, text, params) => onStatement(text, params) }),
    connection: { application_name: 'zhuanban' },
  });
  return { client, plain: drizzle(prepareEverything(client)) };
}

/**
 * The driver's own mistake when a connection breaks: the rollback of the transaction that broke with it is written to
 * no socket, from a timer, where nobody can catch it (3.4.9, connection.js nextWrite). The transaction has failed already,
 * and its pool is replaced.
 */
export function isDriverFault(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    error.message.includes("reading 'write'") &&
    /postgres[\\/](src|cjs[\\/]src)[\\/]connection\.js/.test(error.stack ?? '')
  );
}
