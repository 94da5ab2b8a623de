/** The built Worker in workerd, with a real PostgreSQL behind Hyperdrive and the simulator as its platform. */
import { serve } from '@hono/node-server';
import { createTestHarness, type TestHarness } from 'wrangler';
import { readConfig } from '../../src/config.ts';
import type { Db } from '../../src/db/open.ts';
import { type DemoWorld, populateDatabase, populateSim } from '../../src/demo/settle.ts';
import { DEMO_APP, type Joined, joinWorld } from '../../src/demo/world.ts';
import type { PushAnswer, PushPath, PushRequest } from '../../src/sim/sim.ts';
import { testDatabase } from '../support/database.ts';
import { type Build, buildWorker, CLOCK_PATH, giveClock, quietEnv, ROOT } from './build.ts';

export type Door = (path: PushPath, request: PushRequest) => Promise<PushAnswer>;

export interface Runtime {
  build: Build;
  server: TestHarness;
  db: Db;
  /** The simulator, and the bot on Node on the same database for preparing what is long past. */
  joined: Joined;
  keys: DemoWorld;
  /** Stops the clock of Node and simulator at an instant, or lets it run; workerd's always runs. */
  setClock: (at: number | undefined) => void;
  /** With a movable clock: everybody's, workerd's too, shows this now and goes on from there. */
  moveClock: (at: number) => Promise<void>;
  /** The cron trigger of an isolate at this minute. */
  cron: (isolate: number, at: number) => Promise<void>;
  /** What all isolates have logged. */
  logs: () => string[];
  /** Where pushes go: the Worker (its isolates in turn) unless told otherwise. */
  throughDoor: (door: Door) => void;
  toWorker: Door;
  close(): Promise<void>;
}

export const METRICS_TOKEN = 'metrics-token';

/**
 * @param options.isolates how many workerd there are, each with a memory of its own; one by default
 * @param options.movableClock the bundle is given a clock the test can move
 * @throws Error when the Worker does not build or workerd does not start
 */
export async function startRuntime(
  options: { isolates?: number; movableClock?: boolean } = {},
): Promise<Runtime> {
  const [build, own] = await Promise.all([buildWorker(), testDatabase('postgres')]);
  if (options.movableClock) await giveClock(build);
  let stopped: number | undefined;
  let ahead = 0;
  const clock = () => stopped ?? Date.now() + ahead;
  let door: Door = async () => ({ status: 503, body: '' });
  const joined = joinWorld({
    config: readConfig({ LOG_LEVEL: 'warn' }),
    db: own.db,
    clock,
    setClock: (at) => {
      stopped = at;
    },
    wake: () => {},
    write: (line) => console.error(line),
    demo: false,
    sim: { seed: 1, deliver: (path, request) => door(path, request) },
  });
  const keys = populateSim(joined.sim);
  await populateDatabase(joined.deps, joined.sim, keys, clock());
  const platform = serve({ fetch: joined.sim.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) => platform.once('listening', resolve));
  const address = platform.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  Object.assign(process.env, quietEnv(build.folder), {
    CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: own.url,
  });
  const harness = {
    root: ROOT,
    workers: [
      {
        configPath: 'wrangler.toml',
        prebuiltWorkerDir: build.folder,
        secrets: {
          FEISHU_APP_ID: DEMO_APP.id,
          FEISHU_APP_SECRET: DEMO_APP.secret,
          FEISHU_ENCRYPT_KEY: DEMO_APP.encryptKeys[0]!,
          FEISHU_VERIFICATION_TOKEN: DEMO_APP.verificationTokens[0]!,
          FEISHU_DOMAIN: `http://127.0.0.1:${port}`,
          ADMIN_OPEN_IDS: keys.openId.song!,
          METRICS_TOKEN,
          COMMANDS_PER_MINUTE: '0',
          CLICKS_PER_MINUTE: '0',
        },
      },
    ],
  };
  const servers = Array.from({ length: options.isolates ?? 1 }, () => createTestHarness(harness));
  const server = servers[0]!;
  let turn = 0;
  const toWorker: Door = async (path, { headers, body }) => {
    const next = servers[turn++ % servers.length]!;
    const response = await next.fetch(path, { method: 'POST', headers, body });
    return { status: response.status, body: await response.text() };
  };
  door = toWorker;
  for (const one of servers) await one.listen();
  return {
    build,
    server,
    db: own.db,
    joined,
    keys,
    setClock: (at) => {
      stopped = at;
    },
    async moveClock(at) {
      ahead = at - Date.now();
      for (const one of servers) await one.fetch(`${CLOCK_PATH}?ms=${ahead}`);
    },
    async cron(isolate, at) {
      const tick = { cron: '* * * * *', scheduledTime: new Date(at) };
      const { outcome } = await servers[isolate]!.getWorker().scheduled(tick);
      if (outcome !== 'ok') throw new Error(`the cron trigger ended with ${outcome}`);
    },
    logs: () => servers.flatMap((one) => one.getLogs().map((line) => JSON.stringify(line))),
    throughDoor: (next) => {
      door = next;
    },
    toWorker,
    async close() {
      for (const one of servers) await one.close();
      await new Promise((resolve) => platform.close(resolve));
      await own.drop();
      await build.remove();
    },
  };
}
