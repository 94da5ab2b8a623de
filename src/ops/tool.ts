/** What the command-line tools share: arguments in, words out, an exit code at the end. */
import { existsSync } from 'node:fs';
import { type Config, ConfigError } from '../config.ts';
import { connectDatabase, embeddedFolder, explain } from '../database.ts';
import { DatabaseError, sqlState } from '../db/database-error.ts';
import { DirectoryLocked } from '../db/directory-lock.ts';
import { MigrationRefused } from '../db/migrate.ts';
import type { Db } from '../db/open.ts';
import { BackupError } from './backup-file.ts';

/** Wrong arguments, or something asked for that cannot be done; the message is shown as it is. */
export class ToolError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ToolError';
  }
}

/** Runs a tool and ends the process: 0, what `main` returns, or 1 with the reason in Chinese. */
export function runTool(main: () => Promise<number | undefined>): void {
  main().then(
    (code) => process.exit(code ?? 0),
    (error: unknown) => {
      process.stderr.write(`${reasonOf(error)}\n`);
      process.exit(1);
    },
  );
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const TOLD = [ToolError, BackupError, ConfigError, DirectoryLocked, MigrationRefused];

/** Errors of the database name people's words, so only their code is shown. */
export function reasonOf(error: unknown): string {
  if (TOLD.some((kind) => error instanceof kind)) return (error as Error).message;
  const state = error instanceof DatabaseError ? error.code : sqlState(error);
  if (state !== undefined) return `数据库拒绝了操作（错误码 ${state}）。`;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/**
 * The database of the configuration, as it is: not migrated, not made when missing unless `create`.
 * @throws what is wrong, with what to do
 */
export async function withDatabase<T>(
  config: Config,
  options: { create: boolean },
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const { databaseUrl, dataDir } = config;
  if (!options.create && databaseUrl === undefined && !existsSync(embeddedFolder(dataDir))) {
    throw new ToolError(
      `在 ${dataDir} 里没有找到内置数据库。请检查 DATA_DIR（或 DATABASE_URL）是不是与服务用的一样。`,
    );
  }
  const db = await connectDatabase(config);
  try {
    return await work(db);
  } catch (error) {
    throw explain(config, error);
  } finally {
    await db.close();
  }
}
