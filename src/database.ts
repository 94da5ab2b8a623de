/** Opens and migrates the database the configuration names (Node only). */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Config } from './config.ts';
import { migrate } from './db/migrate.ts';
import { readMigrations } from './db/migrations-node.ts';
import type { Db } from './db/open.ts';
import { openPglite } from './db/open-pglite.ts';
import { openPostgres } from './db/open-postgres.ts';

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** @param folder where the embedded database lives when DATABASE_URL is not set */
export async function openDatabase(config: Config, folder: string = config.dataDir): Promise<Db> {
  if (config.databaseUrl === undefined) mkdirSync(folder, { recursive: true });
  const db =
    config.databaseUrl === undefined ? await openPglite(`${folder}/db`) : openPostgres(config.databaseUrl);
  try {
    await migrate(db, readMigrations(MIGRATIONS), Date.now());
  } catch (error) {
    await db.close();
    throw error;
  }
  return db;
}
