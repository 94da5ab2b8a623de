/** The real binary as a child process, with the simulator behind a loopback port as its platform. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { vi } from 'vitest';
import { type Config, readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/database.ts';
import type { Db } from '../../src/db/open.ts';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { type DemoWorld, populateDatabase, populateSim } from '../../src/demo/settle.ts';
import { joinWorld } from '../../src/demo/world.ts';
import type { Sim } from '../../src/sim/sim.ts';
import { testDatabase } from '../support/database.ts';

const ROOT = join(import.meta.dirname, '../..');
export const ENTRY = join(ROOT, 'src/node.ts');
export const SECRETS = {
  // The simulator of joinWorld is this app.
  FEISHU_APP_ID: 'cli_a0de000000000001',
  FEISHU_APP_SECRET: 'demo-secret',
  FEISHU_ENCRYPT_KEY: 'demo-encrypt-key',
  FEISHU_VERIFICATION_TOKEN: 'demo-verification-token',
  METRICS_TOKEN: 'metrics-secret-0001',
};
/** All that a long connection needs: no Encrypt Key, no Verification Token. */
const LONGCONN_SECRETS = {
  FEISHU_APP_ID: SECRETS.FEISHU_APP_ID,
  FEISHU_APP_SECRET: SECRETS.FEISHU_APP_SECRET,
  METRICS_TOKEN: SECRETS.METRICS_TOKEN,
};
/** A wait this long is never waited for: the timers of the platform end it when the test says so. */
export const HOLD_MS = 3_600_000;

const { PATH = '', HOME = '', NODE_OPTIONS = '', NODE_COMPILE_CACHE = '' } = process.env;
const INHERITED = { PATH, HOME, NODE_OPTIONS, NODE_COMPILE_CACHE };
/** Without what makes starting quicker in the tests (vitest.config.ts): as it is deployed. */
export const AS_DEPLOYED = { NODE_OPTIONS: '', NODE_COMPILE_CACHE: '' };

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A process of the bot with everything it has printed. */
export class Child {
  output = '';
  readonly exited: Promise<Exit>;
  readonly #process: ChildProcess;

  constructor(env: Record<string, string>) {
    this.#process = spawn(process.execPath, [ENTRY], { cwd: ROOT, env: { ...INHERITED, ...env } });
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    this.exited = new Promise((resolve) => {
      this.#process.on('close', (code, signal) => resolve({ code, signal }));
    });
  }

  kill(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  get running(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** Resolves once the words are printed. @throws with the output when the process ends before */
  async prints(words: string): Promise<void> {
    await vi.waitFor(
      () => {
        if (this.output.includes(words)) return;
        if (!this.running) throw new Error(`ended without "${words}":\n${this.output}`);
        throw new Error(`not yet "${words}":\n${this.output}`);
      },
      { timeout: 120_000, interval: 50 },
    );
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** A zone on the platform, its database, and any number of processes that serve it. */
export class Service {
  readonly sim: Sim;
  readonly keys: DemoWorld;
  readonly children: Child[] = [];
  /** Every process there has been, dead ones included. */
  readonly all: Child[] = [];
  readonly #config: Config;
  readonly #env: Record<string, string>;
  readonly #held: (() => void)[];
  readonly #time: { offset: number };
  readonly #close: () => Promise<void>;
  readonly #urls = new Map<Child, string>();
  #turn = 0;

  constructor(parts: {
    sim: Sim;
    keys: DemoWorld;
    config: Config;
    env: Record<string, string>;
    held: (() => void)[];
    time: { offset: number };
    close: () => Promise<void>;
  }) {
    this.sim = parts.sim;
    this.keys = parts.keys;
    this.#config = parts.config;
    this.#env = parts.env;
    this.#held = parts.held;
    this.#time = parts.time;
    this.#close = parts.close;
  }

  /** Starts one more process and waits until it is ready for pushes. */
  async start(more: Record<string, string> = {}): Promise<Child> {
    const port = await findFreePort();
    const child = new Child({ ...this.#env, PORT: String(port), ...more });
    this.children.push(child);
    this.all.push(child);
    this.#urls.set(child, `http://127.0.0.1:${port}`);
    await child.prints('"event":"started"');
    return child;
  }

  urlOf(child: Child): string {
    return this.#urls.get(child) ?? '';
  }

  /** A push goes to one process after the other. */
  async deliver(path: string, request: { headers: Record<string, string>; body: string }) {
    const child = this.children[this.#turn++ % this.children.length];
    if (!child) throw new Error('nobody listens');
    const response = await fetch(`${this.urlOf(child)}${path}`, { method: 'POST', ...request });
    return { status: response.status, body: await response.text() };
  }

  /** Ends a process and waits for its end. */
  async end(child: Child, signal: NodeJS.Signals): Promise<Exit> {
    child.kill(signal);
    const exit = await child.exited;
    this.children.splice(this.children.indexOf(child), 1);
    return exit;
  }

  /** Lets the platform finish every call a latency of HOLD_MS holds back. */
  letHeldCallsThrough(): void {
    for (const go of this.#held.splice(0)) go();
  }

  /** Time goes by for the platform alone. */
  pass(ms: number): void {
    this.#time.offset += ms;
  }

  /** A process that is expected to end by itself: how, and with what words. */
  async refused(): Promise<{ code: number | null; output: string }> {
    const child = new Child({ ...this.#env, PORT: String(await findFreePort()) });
    this.all.push(child);
    const { code } = await child.exited;
    return { code, output: child.output };
  }

  /** Bare SQL; on PGlite only while no process is running. */
  async sql(text: string): Promise<Record<string, unknown>[]> {
    const url = this.#config.databaseUrl;
    const db = url === undefined ? await openDatabase(this.#config) : openPostgres(url, { max: 1 });
    try {
      return await db.session((session) => session.query(text));
    } finally {
      await db.close();
    }
  }

  /** Keeps everybody else off a table (PostgreSQL); the answer lets them on again. */
  async lock(table: string): Promise<() => Promise<void>> {
    const db = await openDatabase(this.#config);
    const locked = Promise.withResolvers<void>();
    const free = Promise.withResolvers<void>();
    const holding = db.session(async (session) => {
      await session.run(`lock table ${table} in access exclusive mode`);
      locked.resolve();
      await free.promise;
    });
    await Promise.race([locked.promise, holding]);
    return async () => {
      free.resolve();
      await holding;
      await db.close();
    };
  }

  say(who: string, group: string, text: string) {
    return this.sim.say(this.keys.openId[who]!, this.keys.chatId[group]!, text, { atBot: true });
  }

  /** Messages of the bot in a group whose title holds the words. */
  cards(group: string, words: string) {
    return this.sim
      .messages(this.keys.chatId[group]!)
      .filter((one) => one.senderType === 'app' && one.text.includes(words));
  }

  async close(): Promise<void> {
    for (const child of this.all) if (child.running) child.kill('SIGKILL');
    await Promise.all(this.all.map((child) => child.exited));
    await this.#close();
  }
}

/**
 * Fills a database with the zone and puts the simulator on a port; no process runs yet.
 * @param options.empty the database is left without any table
 */
export async function openService(
  kind: 'postgres' | 'pglite',
  transport: 'webhook' | 'longconn' = 'webhook',
  options: { empty?: boolean } = {},
): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'zhuanban-node-'));
  const own = kind === 'postgres' ? await testDatabase('postgres') : undefined;
  const base: Record<string, string> = {
    DATA_DIR: folder,
    LOG_LEVEL: 'debug',
    COMMANDS_PER_MINUTE: '0',
    CLICKS_PER_MINUTE: '0',
  };
  if (own?.url) base.DATABASE_URL = own.url;
  const config = readConfig(base);
  const db: Db = own?.db ?? (await openDatabase(config));
  const time = { offset: 0 };
  const held: (() => void)[] = [];
  const { sim, deps } = joinWorld({
    config,
    db,
    clock: () => Date.now() + time.offset,
    setClock: () => {},
    wake: () => {},
    write: () => {},
    demo: false,
    sim: {
      transport,
      deliver: (path, request) => service.deliver(path, request),
      setTimer: (go, ms) => {
        if (ms >= HOLD_MS) held.push(go);
        else setTimeout(go, ms).unref();
      },
    },
  });
  const keys = populateSim(sim);
  if (options.empty)
    await db.session((session) => session.run('drop schema public cascade; create schema public'));
  else await populateDatabase(deps, sim, keys, Date.now());
  if (!own) await db.close();
  const platform = serve({ fetch: sim.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) => platform.once('listening', resolve));
  const address = platform.address();
  const detach = sim.longconn.attach(platform as Server);
  const service = new Service({
    sim,
    keys,
    config,
    held,
    time,
    env: {
      ...base,
      ...(transport === 'webhook' ? SECRETS : { ...LONGCONN_SECRETS, FEISHU_TRANSPORT: 'longconn' }),
      FEISHU_DOMAIN: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
      ADMIN_OPEN_IDS: keys.openId.lin!,
    },
    close: async () => {
      detach();
      if ('closeAllConnections' in platform) platform.closeAllConnections();
      await new Promise((resolve) => platform.close(resolve));
      await own?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  });
  return service;
}
