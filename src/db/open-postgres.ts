/** PostgreSQL through postgres.js: a server of our own, or Hyperdrive on Workers. */
import postgres, { type ISql, type Sql, type TransactionSql } from 'postgres';
import { isConnectionLost } from './database-error.ts';
import { type Connection, createDb, type Db } from './open.ts';

export interface PostgresOptions {
  /** Connections at most; 10 by default, 5 is plenty on Workers. */
  max?: number;
  /** false on Hyperdrive: no catalogue query at connect. Nothing here needs array types either way. */
  fetchTypes?: boolean;
  /** Path of a socket of the server on this machine, in place of the address's host: cheaper than loopback. */
  socket?: string | undefined;
  /** Told of every statement as it is sent; slow, for measuring and finding out. Values are personal data. */
  onStatement?: (text: string, params: readonly unknown[]) => void;
}

const asIs = <T>(value: T) => value;

/** What `Connection` promises: dates and times stay the database's text; json is text when it comes here. */
export const VALUE_TYPES = {
  date: { to: 1184, from: [1082, 1083, 1114, 1184], serialize: asIs, parse: asIs },
  json: { to: 114, from: [114, 3802], serialize: asIs, parse: (text: string) => JSON.parse(text) },
};

/**
 * Named statements save a second round trip each, and a plan. Those without parameters stay unnamed, for they may be
 * several in one text.
 */
async function queryRows(on: ISql, text: string, params: unknown[]): Promise<unknown[][]> {
  return on.unsafe(text, params as never[], { prepare: params.length > 0 }).values();
}

/** What is run on it stands within the driver's transaction. */
export function insideOf(transaction: TransactionSql): Connection {
  return {
    query: (text, params) => queryRows(transaction, text, params),
    savepoint: (work) => transaction.savepoint((inner) => work(insideOf(inner))) as Promise<never>,
  };
}

/** Each statement on whichever connection is free. */
export function poolOf(client: Sql): Connection {
  return { query: (text, params) => queryRows(client, text, params) };
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
  let pool = openClient(url, options);
  const retired = new Set<Promise<void>>();
  const retire = (client: Sql) => {
    const ending = client.end({ timeout: RETIRE_SECONDS }).finally(() => retired.delete(ending));
    ending.catch(() => {});
    retired.add(ending);
  };
  const using = async <T>(work: (client: Sql) => Promise<T>): Promise<T> => {
    const used = pool;
    try {
      return await work(used);
    } catch (error) {
      if (used === pool && isConnectionLost(error)) {
        pool = openClient(url, options);
        retire(used);
      }
      throw error;
    }
  };
  return createDb({
    kind: 'postgres',
    read: (work) => using((client) => work(poolOf(client))),
    begin: (work) =>
      using((client) => client.begin((transaction) => work(insideOf(transaction))) as Promise<never>),
    session: (work) =>
      using(
        (client) =>
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
      await pool.end({ timeout: RETIRE_SECONDS });
      await Promise.allSettled(retired);
    },
  });
}

function openClient(url: string, options: PostgresOptions): Sql {
  const { onStatement, socket } = options;
  return postgres(url, {
    max: options.max ?? 10,
    fetch_types: options.fetchTypes ?? false,
    connect_timeout: 10,
    idle_timeout: 60,
    onnotice: () => {},
    types: VALUE_TYPES,
    ...(socket !== undefined && { path: socket }),
    ...(onStatement && { debug: (_connection, text, params) => onStatement(text, params) }),
    connection: { application_name: 'zhuanban' },
  });
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
