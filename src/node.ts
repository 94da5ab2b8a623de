/** Node entry: configuration, database, HTTP, clock; without credentials the demo with the simulator. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import cron from 'node-cron';
import { createDeps } from './boot.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { migrate } from './db/migrate.ts';
import { readMigrations } from './db/migrations-node.ts';
import type { Db } from './db/open.ts';
import { openPglite } from './db/open-pglite.ts';
import { openPostgres } from './db/open-postgres.ts';
import type { Deps } from './deps.ts';
import { createPump } from './engine/pump.ts';
import { runTick } from './engine/tick.ts';
import { createApp } from './http/app.ts';
import { describeError } from './log.ts';

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** Opens and migrates the database the configuration names. */
export async function openDatabase(config: Config, folder = config.dataDir): Promise<Db> {
  if (config.databaseUrl === undefined) mkdirSync(folder, { recursive: true });
  const db =
    config.databaseUrl === undefined ? await openPglite(`${folder}/db`) : openPostgres(config.databaseUrl);
  try {
    await migrate(db, await readMigrations(MIGRATIONS), Date.now());
  } catch (error) {
    await db.close();
    throw error;
  }
  return db;
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (!config.app) {
    const { startDemo } = await import('./demo/start.ts');
    return startDemo(config);
  }
  if (config.transport === 'longconn') {
    throw new ConfigError(['FEISHU_TRANSPORT:长连接将在后续版本提供,请先用 webhook']);
  }
  const db = await openDatabase(config);
  const pump = createPump(() => deps);
  const deps: Deps = createDeps({
    config,
    db,
    clock: Date.now,
    wake: pump.wake,
    write: (line) => process.stdout.write(`${line}\n`),
    demo: false,
  });
  await checkPlatform(deps);
  const server = serve({ fetch: createApp(deps).fetch, port: config.port, hostname: config.host });
  const task = cron.schedule('* * * * *', () => tick(deps), { noOverlap: true });
  deps.log.info('started', { port: config.port, host: config.host, database: db.kind });
  pump.wake();
  stopOnSignal(async () => {
    await task.stop();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await pump.stop();
    await db.close();
    deps.log.info('stopped');
  });
}

async function tick(deps: Deps): Promise<void> {
  try {
    await runTick(deps, deps.clock());
  } catch (error) {
    deps.log.error('tick.failed', describeError(error));
  }
}

/** Wrong credentials should be seen at the first start, not with the first message; an outage must not stop us. */
async function checkPlatform(deps: Deps): Promise<void> {
  try {
    await deps.feishu.checkCredentials();
    await deps.bot();
  } catch (error) {
    deps.log.error('platform.unreachable', describeError(error));
  }
}

/** Runs `stop` once on SIGINT or SIGTERM, then leaves; a second signal leaves at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    const text = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${text}\n`);
    process.exit(1);
  });
}
