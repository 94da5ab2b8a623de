/** Opens and migrates the database the configuration names (Node only). */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Config, ConfigError } from './config.ts';
import { isOutage } from './db/database-error.ts';
import { type Migration, migrate } from './db/migrate.ts';
import { readMigrations } from './db/migrations-node.ts';
import type { Db } from './db/open.ts';
import { openPglite } from './db/open-pglite.ts';
import { openPostgres } from './db/open-postgres.ts';

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** After a power cut everything starts at once, and PostgreSQL must first read what the crash has left. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 1000;

/** @param folder where the embedded database lives when DATABASE_URL is not set */
export async function openDatabase(config: Config, folder: string = config.dataDir): Promise<Db> {
  try {
    return await openMigrated(config, folder);
  } catch (error) {
    throw explain(config, error);
  }
}

/**
 * The same, but a PostgreSQL that is not there yet is waited for.
 * @param tell hears once, and at once, that it is waited for, and why
 */
export async function awaitDatabase(config: Config, tell: (line: string) => void): Promise<Db> {
  const begun = performance.now();
  for (let tries = 0; ; tries++) {
    try {
      return await openMigrated(config, config.dataDir);
    } catch (error) {
      if (!isOutage(error) || performance.now() - begun > PATIENCE_MS) throw explain(config, error);
      if (tries === 0) tell(`数据库还连不上（${codeOf(error)}），等它一分钟`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

async function openMigrated(config: Config, folder: string): Promise<Db> {
  const db = await connectDatabase(config, folder);
  try {
    await migrate(db, projectMigrations(), Date.now());
  } catch (error) {
    await db.close();
    throw error;
  }
  return db;
}

/** Opens without migrating; a PostgreSQL that is out of reach shows with the first query. */
export async function connectDatabase(config: Config, folder: string = config.dataDir): Promise<Db> {
  if (config.databaseUrl !== undefined) return openPostgres(config.databaseUrl);
  makeFolder(folder);
  return openPglite(embeddedFolder(folder));
}

/** Where the embedded database of a data directory lies. */
export function embeddedFolder(folder: string): string {
  return `${folder}/db`;
}

export function projectMigrations(): Migration[] {
  return readMigrations(MIGRATIONS);
}

/** A database out of reach as a mistake of the configuration; any other error as it is. */
export function explain(config: Config, error: unknown): unknown {
  const code = codeOf(error);
  if (config.databaseUrl === undefined || !UNREACHABLE.has(code)) return error;
  return new ConfigError([`DATABASE_URL：连不上数据库（${code}），请检查地址、端口和数据库是否已启动`]);
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
  '57P03',
]);

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new ConfigError([`DATA_DIR：不能建立目录 ${folder}（${codeOf(error)}），请检查路径和权限`]);
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
