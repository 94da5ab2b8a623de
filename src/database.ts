/** Opens and migrates the database the configuration names (Node only). */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Config, ConfigError } from './config.ts';
import { migrate } from './db/migrate.ts';
import { readMigrations } from './db/migrations-node.ts';
import type { Db } from './db/open.ts';
import { openPglite } from './db/open-pglite.ts';
import { openPostgres } from './db/open-postgres.ts';

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** @param folder where the embedded database lives when DATABASE_URL is not set */
export async function openDatabase(config: Config, folder: string = config.dataDir): Promise<Db> {
  if (config.databaseUrl === undefined) makeFolder(folder);
  const db =
    config.databaseUrl === undefined ? await openPglite(`${folder}/db`) : openPostgres(config.databaseUrl);
  try {
    await migrate(db, readMigrations(MIGRATIONS), Date.now());
  } catch (error) {
    await db.close();
    const code = codeOf(error);
    if (config.databaseUrl !== undefined && UNREACHABLE.has(code)) {
      throw new ConfigError([`DATABASE_URL:连不上数据库(${code}),请检查地址、端口和数据库是否已启动`]);
    }
    throw error;
  }
  return db;
}

const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'CONNECT_TIMEOUT']);

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new ConfigError([`DATA_DIR:不能建立目录 ${folder}(${codeOf(error)}),请检查路径和权限`]);
  }
}

/** The system's code of a failure, wherever it is wrapped. */
function codeOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = (cause as { code?: unknown }).code;
    if (typeof code === 'string') return code;
  }
  return 'unknown';
}
