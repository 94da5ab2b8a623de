/** Node entry: configuration, database, HTTP, clock; without credentials the demo with the simulator. */
import { type ServerType, serve } from '@hono/node-server';
import { createDeps, createMemory } from './boot.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { awaitDatabase } from './database.ts';
import { releaseAll } from './db/dead-holder.ts';
import { isDriverFault, openPostgres } from './db/open-postgres.ts';
import { readState } from './db/setting.ts';
import { startDemo } from './demo/start.ts';
import type { Deps } from './deps.ts';
import { planCatchUp } from './engine/catch-up.ts';
import { describeFailure } from './engine/failure.ts';
import { createHolding, type ProvenHolding } from './engine/holding.ts';
import { createSendLoop } from './engine/send-loop.ts';
import { runTick } from './engine/tick.ts';
import type { Longconn } from './feishu/longconn/connection.ts';
import { realTimer } from './feishu/longconn/socket.ts';
import { pictureOf } from './files/gantt-png.ts';
import { createApp } from './http/app.ts';
import { SERVER_LIMITS, SILENCE_MS } from './http/security-headers.ts';
import { describeError } from './log.ts';
import { startLongconn } from './longconn.ts';
import { everyMinute, type MinuteClock } from './minute.ts';
import { diskOf } from './ops/disk.ts';
import { closeServer, type Leaving, leaveOnSignal } from './stop.ts';
import { describeThrown } from './thrown.ts';

async function main(): Promise<void> {
  const leaving = leaveOnSignal();
  // What is written here is the business of this user alone.
  process.umask(0o077);
  const config = readConfig(process.env);
  await (config.app ? startService(config, leaving) : startDemo(config, leaving));
}

async function startService(config: Config, leaving: Leaving): Promise<void> {
  const db = await awaitDatabase(config, (line) => process.stderr.write(`${line}\n`));
  if ((await db.read((tx) => readState(tx, 'demo'))) === true) {
    await db.close();
    throw new ConfigError(['DATABASE_URL：这个数据库里是演示数据，正式使用请换一个空库']);
  }
  // The lock of the directory proves that whoever held them is dead.
  if (db.kind === 'pglite') await db.transaction((tx) => releaseAll(tx, Date.now()));
  const sendLoop = createSendLoop(() => deps);
  // The embedded database has one process only: there is nobody to prove to that it lives.
  const holding = config.databaseUrl === undefined ? undefined : holdingOn(config.databaseUrl, () => deps);
  const deps: Deps = createDeps({
    config,
    db,
    clock: Date.now,
    wake: sendLoop.wake,
    write: (line) => process.stdout.write(`${line}\n`),
    memory: createMemory(config, { process: true }),
    demo: false,
    ...(holding && { holding }),
    picture: pictureOf,
    ...(config.databaseUrl === undefined && { disk: () => diskOf(config.dataDir) }),
  });
  surviveDriver(deps);
  let longconn: Longconn | undefined;
  let minutes: MinuteClock | undefined;
  let server: ServerType | undefined;
  leaving.by({
    withinMs: config.stopMs,
    async end() {
      await Promise.all([sendLoop.stop(), minutes?.stop(), longconn?.stop(), server && closeServer(server)]);
      await holding?.leave();
    },
    gaveUp: () => deps.log.warn('stop.gave-up', { withinMs: config.stopMs }),
    async close() {
      await holding?.close();
      await db.close();
      deps.log.info('stopped');
    },
  });
  await holding?.start();
  if (leaving.asked) return;
  server = serve(
    {
      fetch: createApp(deps, {
        longconnDownForMs: () => longconn?.downForMs() ?? 0,
        setTimer: realTimer,
      }).fetch,
      port: config.port,
      hostname: config.host,
      serverOptions: SERVER_LIMITS,
    },
    ({ port }) => {
      deps.log.info('started', { port, host: config.host, database: db.kind });
      if (config.transport === 'longconn') longconn = startLongconn(deps);
    },
  );
  if ('setTimeout' in server) server.setTimeout(SILENCE_MS);
  server.on('error', (error: NodeJS.ErrnoException) => {
    const why = error.code === 'EADDRINUSE' ? '端口已被占用' : (error.code ?? error.message);
    process.stderr.write(`无法监听 ${config.host}:${config.port}:${why}\n`);
    process.exit(1);
  });
  // A platform that answers nothing must not keep us from taking pushes.
  void checkPlatform(deps);
  minutes = everyMinute(deps.clock, () => tick(deps));
  sendLoop.wake();
}

/** On a connection of its own: a sign of life that waits behind the work would stop the work. */
function holdingOn(url: string, deps: () => Deps): ProvenHolding & { close(): Promise<void> } {
  const own = openPostgres(url, { max: 1 });
  const holding = createHolding(() => ({ ...deps(), db: own }));
  const close = () => {
    holding.stop();
    return own.close();
  };
  return { ...holding, close };
}

/**
 * What nobody caught ends the process, as it should; but for the database driver's own mistake, which would end every
 * process whenever PostgreSQL crashes.
 */
function surviveDriver(deps: Deps): void {
  process.on('uncaughtException', (error) => {
    if (isDriverFault(error)) return deps.log.error('database.driver-fault', describeError(error));
    process.stderr.write(`${error.stack ?? error.message}\n`);
    process.exit(1);
  });
}

async function tick(deps: Deps): Promise<void> {
  try {
    await planCatchUp(deps, deps.clock());
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
    deps.log.error('platform.unreachable', describeFailure(error));
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${describeThrown(error)}\n`);
  process.exit(1);
});
