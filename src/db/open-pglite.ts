/** PGlite: PostgreSQL inside this process, for the demo, small deployments and tests. Node only. */
import { chmod, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, type QueryOptions, type Transaction, types } from '@electric-sql/pglite';
import { lockDirectory } from './directory-lock.ts';
import { type Connection, createDb, type Db } from './open.ts';

/**
 * Opens the database in `dataDir/pglite`, or a fresh one in memory.
 * @param dump what a new one begins with (PGlite's `dumpDataDir`); it starts in a tenth of the time
 * @throws DirectoryLocked when another process has it open
 */
export async function openPglite(dataDir?: string, dump?: Blob): Promise<Db> {
  if (dataDir !== undefined) {
    await mkdir(dataDir, { recursive: true });
    // As PostgreSQL demands of its own; on a volume that belongs to somebody else it is theirs to say.
    await chmod(dataDir, 0o700).catch(() => {});
  }
  const unlock = dataDir === undefined ? async () => {} : await lockDirectory(dataDir);
  try {
    const client = await PGlite.create({
      ...(dataDir !== undefined && { dataDir: join(dataDir, 'pglite') }),
      ...(dump && { loadDataDir: dump }),
    });
    if (dataDir !== undefined) await closeFiles(join(dataDir, 'pglite'));
    return wrapPglite(client, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** PGlite unpacks a new database with modes of its own, whatever the umask says. */
async function closeFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  // One that is gone meanwhile, or belongs to somebody else, is theirs.
  await Promise.all(files.map((file) => chmod(join(file.parentPath, file.name), 0o600).catch(() => {})));
}

const asText = (value: string) => value;
const ROWS: QueryOptions = {
  rowMode: 'array',
  parsers: {
    [types.DATE]: asText,
    [types.TIMESTAMP]: asText,
    [types.TIMESTAMPTZ]: asText,
    [types.INTERVAL]: asText,
  },
};

async function queryRows(on: PGlite | Transaction, text: string, params: unknown[]): Promise<unknown[][]> {
  return (await on.query<unknown[]>(text, params, ROWS)).rows;
}

function insideOf(transaction: Transaction): Connection {
  const connection: Connection = {
    query: (text, params) => queryRows(transaction, text, params),
    async savepoint(work) {
      await transaction.exec('savepoint inside');
      try {
        const result = await work(connection);
        await transaction.exec('release savepoint inside');
        return result;
      } catch (error) {
        // Released too, so that an outer one of the same name is found again.
        await transaction.exec('rollback to savepoint inside; release savepoint inside');
        throw error;
      }
    },
  };
  return connection;
}

function wrapPglite(client: PGlite, unlock: () => Promise<void>): Db {
  return createDb({
    kind: 'pglite',
    read: (work) => work({ query: (text, params) => queryRows(client, text, params) }),
    begin: (work) => client.transaction((transaction) => work(insideOf(transaction))),
    session: (work) =>
      client.transaction((session) =>
        work({
          run: async (text) => {
            await session.exec(text);
          },
          query: async (text, params = []) =>
            (await session.query<Record<string, unknown>>(text, params)).rows,
        }),
      ),
    async close() {
      await client.close();
      await unlock();
    },
  });
}
