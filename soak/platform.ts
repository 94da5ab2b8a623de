/** The simulator on a port of loopback, with the zone in it, pushing to the replicas in turn. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { readConfig } from '../src/config.ts';
import { migrate } from '../src/db/migrate.ts';
import { readMigrations } from '../src/db/migrations-node.ts';
import { openPostgres } from '../src/db/open-postgres.ts';
import { type DemoWorld, populateDatabase, populateSim } from '../src/demo/settle.ts';
import { DEMO_APP, joinWorld } from '../src/demo/world.ts';
import type { Sim } from '../src/sim/sim.ts';
import type { Replica } from './replica.ts';
import type { SoakTime } from './time-file.ts';

export interface SoakPlatform {
  sim: Sim;
  keys: DemoWorld;
  /** What a replica needs to know of it and of the database. */
  env: Record<string, string>;
  close(): Promise<void>;
}

/** @param replicas pushes go to the running ones, one after the other; filled by the caller later */
export async function openPlatform(options: {
  databaseUrl: string;
  time: SoakTime;
  seed: number;
  replicas: Replica[];
}): Promise<SoakPlatform> {
  const { databaseUrl, time, seed, replicas } = options;
  const db = openPostgres(databaseUrl, { max: 2 });
  await migrate(db, readMigrations(new URL('../migrations', import.meta.url).pathname), time.now());
  let turn = 0;
  const { sim, deps } = joinWorld({
    config: readConfig({ LOG_LEVEL: 'silent' }),
    db,
    clock: time.now,
    setClock: () => {},
    wake: () => {},
    write: () => {},
    demo: false,
    sim: {
      seed,
      async deliver(path, { headers, body }) {
        const up = replicas.filter((one) => one.running);
        const replica = up[turn++ % up.length];
        if (!replica) throw new Error('nobody listens');
        const response = await fetch(`${replica.url}${path}`, { method: 'POST', headers, body });
        return { status: response.status, body: await response.text() };
      },
    },
  });
  // What is missed in an outage is read back from the groups' history, which needs this one.
  sim.setScopes([...sim.scopes(), 'im:message.group_msg']);
  const keys = populateSim(sim);
  await populateDatabase(deps, sim, keys, time.now());
  await db.close();
  const server = serveSim(sim);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    sim,
    keys,
    env: {
      DATABASE_URL: databaseUrl,
      FEISHU_APP_ID: DEMO_APP.id,
      FEISHU_APP_SECRET: DEMO_APP.secret,
      FEISHU_ENCRYPT_KEY: DEMO_APP.encryptKeys[0]!,
      FEISHU_VERIFICATION_TOKEN: DEMO_APP.verificationTokens[0]!,
      FEISHU_DOMAIN: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
      ADMIN_OPEN_IDS: keys.openId.lin!,
      COMMANDS_PER_MINUTE: '0',
      CLICKS_PER_MINUTE: '0',
      LOG_LEVEL: 'info',
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Where the simulator breaks a line, the socket is dropped without an answer. */
export function serveSim(sim: Sim): Server {
  return createServer(async (request, response) => {
    try {
      const answer = await sim.fetch(await readRequest(request));
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    } catch {
      request.socket.destroy();
    }
  });
}

async function readRequest(request: IncomingMessage): Promise<Request> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const { method = 'GET', url = '/' } = request;
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  const withBody = method !== 'GET' && method !== 'HEAD';
  return new Request(`http://127.0.0.1${url}`, {
    method,
    headers,
    ...(withBody && { body: Buffer.concat(parts) }),
  });
}
