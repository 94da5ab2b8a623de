/** PostgreSQL through postgres.js: a server of our own, or Hyperdrive on Workers. */
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import { createDb, type Db } from './open.ts';

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

/**
 * Opens a pool; connects with the first query.
 * @param url postgres://…; never logged here
 */
export function openPostgres(url: string, options: PostgresOptions = {}): Db {
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
  const plain = drizzle(prepareEverything(client));
  return createDb({
    kind: 'postgres',
    plain,
    begin: (work) => plain.transaction((tx) => work(tx)),
    session: (work) =>
      client.begin((sql) =>
        work({
          run: async (text) => {
            await sql.unsafe(text);
          },
          query: async (text, params = []) => [...(await sql.unsafe(text, params as never[]))],
        }),
      ) as Promise<never>,
    close: () => client.end({ timeout: 5 }),
  });
}
