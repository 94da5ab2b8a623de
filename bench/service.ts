/** The service as it is deployed, one process or several, with the simulator behind a port as its platform. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveSim } from '../soak/platform.ts';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/database.ts';
import type { Db } from '../src/db/open.ts';
import { type DemoWorld, populateDatabase, populateSim } from '../src/demo/settle.ts';
import { DEMO_APP, joinWorld } from '../src/demo/world.ts';
import type { Sim } from '../src/sim/sim.ts';
import { findFreePort } from './postgres.ts';

const ROOT = join(import.meta.dirname, '..');

export interface BenchProcess {
  readonly url: string;
  /** undefined: not started. */
  pid(): number | undefined;
  /** Resolves when it takes pushes. */
  start(): Promise<void>;
  kill(): Promise<void>;
}

export interface BenchService {
  sim: Sim;
  keys: DemoWorld;
  processes: BenchProcess[];
  /** Pushes go to this one. */
  door: BenchProcess;
  close(): Promise<void>;
}

/**
 * The zone in a database, and processes that are not yet started.
 * @param databaseUrl undefined: the embedded database, one process
 * @param options.prepare fills in more, before any process starts
 */
export async function openService(
  databaseUrl: string | undefined,
  options: { processes: number; prepare?: (db: Db, sim: Sim) => Promise<void> },
): Promise<BenchService> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuanban-bench-'));
  const base = {
    DATA_DIR: folder,
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    COMMANDS_PER_MINUTE: '0',
    LOG_LEVEL: 'info',
  };
  const config = readConfig(base);
  const db = await openDatabase(config);
  const { sim, deps } = joinWorld({
    config,
    db,
    clock: Date.now,
    setClock: () => {},
    wake: () => {},
    write: () => {},
    demo: false,
    sim: {
      async deliver(path, { headers, body }) {
        const response = await fetch(`${service.door.url}${path}`, { method: 'POST', headers, body });
        return { status: response.status, body: await response.text() };
      },
    },
  });
  const keys = populateSim(sim);
  await populateDatabase(deps, sim, keys, Date.now());
  await options.prepare?.(db, sim);
  await db.close();
  const platform = serveSim(sim);
  await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', resolve));
  const address = platform.address();
  const env = {
    ...base,
    FEISHU_APP_ID: DEMO_APP.id,
    FEISHU_APP_SECRET: DEMO_APP.secret,
    FEISHU_ENCRYPT_KEY: DEMO_APP.encryptKeys[0],
    FEISHU_VERIFICATION_TOKEN: DEMO_APP.verificationTokens[0],
    FEISHU_DOMAIN: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    ADMIN_OPEN_IDS: keys.openId.lin!,
  };
  const processes: BenchProcess[] = [];
  for (let n = 0; n < options.processes; n++) processes.push(makeProcess(env, await findFreePort()));
  const service: BenchService = {
    sim,
    keys,
    processes,
    door: processes[0]!,
    async close() {
      for (const one of processes) await one.kill();
      platform.closeAllConnections();
      await new Promise((resolve) => platform.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
  return service;
}

function makeProcess(env: Record<string, string>, port: number): BenchProcess {
  let child: ChildProcess | undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    pid: () => child?.pid,
    async start() {
      const { PATH = '', HOME = '' } = process.env;
      const one = spawn(process.execPath, ['src/node.ts'], {
        cwd: ROOT,
        env: { PATH, HOME, ...env, PORT: String(port) },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child = one;
      await new Promise<void>((resolve, reject) => {
        one.once('close', (code) => reject(new Error(`the service ended with ${code}`)));
        one.stdout?.setEncoding('utf8').on('data', (text: string) => {
          if (text.includes('"event":"started"')) resolve();
        });
      });
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child?.once('close', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}
