/** The simulated Feishu alone on a port of this machine, for trying an installation: the bot is another process. */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { createSim, type PushRequest, type Sim } from '../sim/sim.ts';
import { readMemory, writeMemory } from './memory.ts';
import { populateSim } from './settle.ts';
import { isLocal, refuse } from './start.ts';
import { DEMO_APP } from './world.ts';
import { PEOPLE } from './zone.ts';

export interface PlatformOptions {
  /** 0 takes any free one. */
  port: number;
  /** Keeps people, groups and messages, and the bot's variables. */
  folder: string;
  /** Where the bot listens; without it the bot connects by long connection. */
  webhook?: string;
}

export interface Platform {
  sim: Sim;
  url: string;
  /** A file with the variables the bot is to be started with. */
  envFile: string;
  close(): Promise<void>;
}

/** Redeliveries are looked for, and what has happened is written down, this often. */
const PASS_MS = 1_000;

/** @throws when the port is taken */
export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  const { folder, webhook } = options;
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/platform.json`;
  const sim = createSim({
    appId: DEMO_APP.id,
    appSecret: DEMO_APP.secret,
    encryptKey: DEMO_APP.encryptKeys[0],
    verificationToken: DEMO_APP.verificationTokens[0],
    clock: Date.now,
    transport: webhook === undefined ? 'longconn' : 'webhook',
    deliver: (path, request) => post(new URL(path, webhook), request),
  });
  const memory = readMemory(file);
  if (memory) sim.restore(memory.sim);
  else populateSim(sim);

  const { server, port } = await listen(sim, options.port);
  const detach = sim.longconn.attach(server);
  const url = `http://127.0.0.1:${port}`;
  const envFile = `${folder}/bot.env`;
  writeFileSync(envFile, variables(sim, url, options));

  let changed = true;
  const unsubscribe = sim.onChange(() => {
    changed = true;
  });
  const remember = () => {
    if (changed) writeMemory(file, { now: Date.now(), sim: sim.snapshot() });
    changed = false;
  };
  const passing = setInterval(() => {
    void sim.runDue();
    remember();
  }, PASS_MS);
  return {
    sim,
    url,
    envFile,
    async close() {
      clearInterval(passing);
      unsubscribe();
      detach();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      remember();
    },
  };
}

async function post(url: URL, { headers, body }: PushRequest) {
  const response = await fetch(url, { method: 'POST', headers, body });
  return { status: response.status, body: await response.text() };
}

function listen(sim: Sim, port: number): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const fetch = (request: Request) => {
      const url = new URL(request.url);
      if (!isLocal(url)) return refuse();
      if (url.pathname === '/') return Response.redirect(new URL('/sim', url), 302);
      return sim.fetch(request);
    };
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, (info) =>
      resolve({ server: server as Server, port: info.port }),
    );
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`端口 ${port} 已被占用，请用 --port 换一个`) : error),
    );
  });
}

/** As in the table of docs/install/feishu-console.md; nothing of it is secret. */
function variables(sim: Sim, url: string, { folder, webhook }: PlatformOptions): string {
  const name = PEOPLE.find((person) => person.role === 'administrator')?.name;
  const administrator = sim.users().find((user) => user.name === name)?.openId ?? '';
  const common = [
    `FEISHU_APP_ID=${DEMO_APP.id}`,
    `FEISHU_APP_SECRET=${DEMO_APP.secret}`,
    `ADMIN_OPEN_IDS=${administrator}`,
    `FEISHU_DOMAIN=${url}`,
    `DATA_DIR=${folder}/bot`,
  ];
  const own =
    webhook === undefined
      ? ['FEISHU_TRANSPORT=longconn']
      : [
          `FEISHU_ENCRYPT_KEY=${DEMO_APP.encryptKeys[0]}`,
          `FEISHU_VERIFICATION_TOKEN=${DEMO_APP.verificationTokens[0]}`,
        ];
  return `${[...common, ...own].join('\n')}\n`;
}
