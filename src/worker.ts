/** Cloudflare entry: the same app and the same tick over Hyperdrive. Migrations are run from a Node machine. */
import { createDeps, createMemory, type Memory } from './boot.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { openPostgres } from './db/open-postgres.ts';
import type { Deps } from './deps.ts';
import { planCatchUp } from './engine/catch-up.ts';
import { sendFor } from './engine/send-loop.ts';
import { runTick } from './engine/tick.ts';
import { createApp } from './http/app.ts';
import { describeError } from './log.ts';

interface Env {
  HYPERDRIVE: { connectionString: string };
  [name: string]: unknown;
}

interface Context {
  waitUntil(work: Promise<unknown>): void;
}

/** Of this isolate, whose bindings never change: a connection is good for one request only, this for all of them. */
let isolate: { config: Config; memory: Memory } | undefined;

export default {
  async fetch(request: Request, env: Env, context: Context): Promise<Response> {
    return withDeps(env, context, REQUEST_MS, async (deps) => createApp(deps).fetch(request));
  },
  async scheduled(controller: { scheduledTime: number }, env: Env, context: Context): Promise<void> {
    await withDeps(env, context, CRON_MS, async (deps) => {
      await planCatchUp(deps, controller.scheduledTime);
      await runTick(deps, controller.scheduledTime);
    });
  },
};

/** How long a request stays to send what a group may not have yet; the platform ends it after 30 s. */
const REQUEST_MS = 5000;
/** A tick goes on with a wave until the next one comes. */
const CRON_MS = 55_000;

/** A request may have six connections open at once; the rest are for the platform. */
const CONNECTIONS = 2;

/** Connections of its own for each request, closed after what it caused has been sent. */
async function withDeps<T>(
  env: Env,
  context: Context,
  stayMs: number,
  work: (deps: Deps) => Promise<T>,
): Promise<T> {
  isolate ??= readIsolate(env);
  const db = openPostgres(env.HYPERDRIVE.connectionString, { max: CONNECTIONS, fetchTypes: false });
  let woken = false;
  const deps = createDeps({
    ...isolate,
    db,
    clock: Date.now,
    wake: () => {
      woken = true;
    },
    write: (line) => console.log(line),
    demo: false,
  });
  const finish = async () => {
    try {
      if (woken) await sendFor(deps, stayMs, pause);
    } catch (error) {
      deps.log.error('send.failed', describeError(error));
    } finally {
      await db.close();
    }
  };
  try {
    return await work(deps);
  } finally {
    context.waitUntil(finish());
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function readIsolate(env: Env): { config: Config; memory: Memory } {
  const texts = Object.entries(env).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const config = readConfig(Object.fromEntries(texts));
  if (!config.app) throw new Error('FEISHU_APP_ID is not set');
  if (config.transport === 'longconn')
    throw new ConfigError(['FEISHU_TRANSPORT:Cloudflare Workers 上不能保持长连接，请用 webhook']);
  return { config, memory: createMemory(config) };
}
