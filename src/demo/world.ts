/** The bot and the simulator in one process, joined without a port: for the demo and for story tests. */
import { createDeps } from '../boot.ts';
import type { Config } from '../config.ts';
import type { Db } from '../db/open.ts';
import type { Deps } from '../deps.ts';
import { advanceTo } from '../engine/advance.ts';
import { pictureOf } from '../files/gantt-png.ts';
import { createApp } from '../http/app.ts';
import { createSim, type Sim, type SimOptions } from '../sim/sim.ts';

/** The simulator's app; nothing of it is secret, since it never leaves this process. */
export const DEMO_APP = {
  id: 'cli_a0de000000000001',
  secret: 'demo-secret',
  encryptKeys: ['demo-encrypt-key'] as [string],
  verificationTokens: ['demo-verification-token'] as [string],
};

/** The simulator's address in calls; nothing listens there. */
export const SIM_DOMAIN = 'http://feishu.sim';

export interface JoinedParts {
  config: Config;
  db: Db;
  /** ms since epoch; shared by both sides. */
  clock: () => number;
  setClock: (at: number) => void;
  wake: () => void;
  write: (line: string) => void;
  demo: boolean;
  sim?: Partial<SimOptions>;
}

export interface Joined {
  deps: Deps;
  sim: Sim;
  app: ReturnType<typeof createApp>;
  /** Moves time forward, doing on the way everything that falls due; `grainMs` as in engine/advance.ts. */
  advanceTo: (to: number, grainMs?: number) => Promise<void>;
}

export function joinWorld(parts: JoinedParts): Joined {
  const app = () => joined.app;
  const sim = createSim({
    appId: DEMO_APP.id,
    appSecret: DEMO_APP.secret,
    encryptKey: DEMO_APP.encryptKeys[0],
    verificationToken: DEMO_APP.verificationTokens[0],
    clock: parts.clock,
    botName: '专班秘书',
    deliver: async (path, { headers, body }) => {
      const response = await app().request(path, { method: 'POST', headers, body });
      return { status: response.status, body: await response.text() };
    },
    moveClock: (to) => advance(to),
    ...parts.sim,
  });
  const deps = createDeps({
    config: {
      ...parts.config,
      app: DEMO_APP,
      domain: SIM_DOMAIN,
      // A fortnight is played in seconds, by people who do a day's work at one instant.
      ...(parts.demo && { perMinute: { commands: 0, clicks: 0 } }),
    },
    db: parts.db,
    clock: parts.clock,
    wake: parts.wake,
    write: parts.write,
    fetch: async (input, init) => sim.fetch(new Request(input, init)),
    demo: parts.demo,
    picture: pictureOf,
  });
  const advance = async (to: number, grainMs?: number) => {
    await advanceTo(deps, parts.setClock, to, grainMs);
    await sim.runDue();
    await sim.settled();
  };
  const joined: Joined = { deps, sim, app: createApp(deps), advanceTo: advance };
  return joined;
}
