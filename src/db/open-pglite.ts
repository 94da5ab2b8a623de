/** PGlite: PostgreSQL inside this process, for the demo, small deployments and tests. Node only. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { lockDirectory } from './directory-lock.ts';
import { createDb, type Db } from './open.ts';

/**
 * Opens the database in `dataDir/pglite`, or a fresh one in memory.
 * @param dump what a new one begins with (PGlite's `dumpDataDir`); it starts in a tenth of the time
 * @throws DirectoryLocked when another process has it open
 */
export async function openPglite(dataDir?: string, dump?: Blob): Promise<Db> {
  if (dataDir !== undefined) await mkdir(dataDir, { recursive: true });
  const unlock = dataDir === undefined ? async () => {} : await lockDirectory(dataDir);
  try {
    return wrapPglite(
      await PGlite.create({
        ...(dataDir !== undefined && { dataDir: join(dataDir, 'pglite') }),
        ...(dump && { loadDataDir: dump }),
      }),
      unlock,
    );
  } catch (error) {
    await unlock();
    throw error;
  }
}

function wrapPglite(client: PGlite, unlock: () => Promise<void>): Db {
  const plain = drizzle({ client });
  return createDb({
    kind: 'pglite',
    read: (work) => work(plain),
    begin: (work) => plain.transaction((tx) => work(tx)),
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
