/** The bot over a filled database, with a platform that answers at once, and people who log problems. */
import { join } from 'node:path';
import { createDeps } from '../src/boot.ts';
import { readConfig } from '../src/config.ts';
import { migrate } from '../src/db/migrate.ts';
import { readMigrations } from '../src/db/migrations-node.ts';
import { openPostgres, type PostgresOptions } from '../src/db/open-postgres.ts';
import { type DemoWorld, populateDatabase, populateSim } from '../src/demo/settle.ts';
import { DEMO_APP, SIM_DOMAIN } from '../src/demo/world.ts';
import { PROJECTS, UNITS } from '../src/demo/zone.ts';
import type { Deps } from '../src/deps.ts';
import { createApp } from '../src/http/app.ts';
import { createSim, type Sim } from '../src/sim/sim.ts';
import { type SealedPush, sealMessage } from './push.ts';

export const MIGRATIONS = join(import.meta.dirname, '../migrations');
const WHAT = [
  '磷石膏仓库堆放不下,需要临时场地周转',
  '厂区东侧临时用电容量不够,塔吊无法同时作业',
  '施工道路被雨水冲毁约两百米,大件设备进不来',
  '取水口手续卡在水土保持方案,已等两周',
];

export interface Town {
  deps: Deps;
  app: ReturnType<typeof createApp>;
  /** A signed message that logs a problem; they differ in group, person, unit, deadline and words. */
  seal(n: number): SealedPush;
  close(): Promise<void>;
}

/** People and groups with the same ids every time. */
function populate(): { sim: Sim; keys: DemoWorld } {
  const sim = createSim({
    appId: DEMO_APP.id,
    appSecret: DEMO_APP.secret,
    encryptKey: DEMO_APP.encryptKeys[0]!,
    verificationToken: DEMO_APP.verificationTokens[0]!,
    clock: Date.now,
    seed: 1,
    deliver: async () => ({ status: 503, body: '' }),
  });
  return { sim, keys: populateSim(sim) };
}

/** @param wake what a committed request does about sending; nothing by default */
export function openTown(
  url: string,
  options: PostgresOptions & { wake?: () => void; fetch?: typeof fetch } = {},
): Town & { prepare(): Promise<void> } {
  const { sim, keys } = populate();
  const db = openPostgres(url, options);
  const config = {
    ...readConfig({ LOG_LEVEL: 'warn', COMMANDS_PER_MINUTE: '0', CLICKS_PER_MINUTE: '0' }),
    app: DEMO_APP,
    domain: SIM_DOMAIN,
  };
  const deps = createDeps({
    config,
    db,
    clock: Date.now,
    wake: options.wake ?? (() => {}),
    write: (line) => process.stderr.write(`${line}\n`),
    fetch: options.fetch ?? (async (input, init) => sim.fetch(new Request(input, init))),
    demo: false,
  });
  const sender = {
    appId: DEMO_APP.id,
    encryptKey: DEMO_APP.encryptKeys[0]!,
    verificationToken: DEMO_APP.verificationTokens[0]!,
    tenantKey: sim.tenantKey,
    bot: sim.bot,
  };
  return {
    deps,
    app: createApp(deps),
    seal(n) {
      const project = PROJECTS[n % PROJECTS.length]!;
      const unit = UNITS[n % UNITS.length]!;
      const speaker = [project.secretary, project.contact, unit.coordinator][n % 3]!;
      return sealMessage(sender, {
        openId: keys.openId[speaker]!,
        chatId: keys.chatId[project.key]!,
        text: `报 ${WHAT[n % WHAT.length]}(${n}) ${unit.shortNames[0]} ${3 + (n % 5)}个工作日`,
      });
    },
    close: () => db.close(),
    async prepare() {
      await migrate(db, readMigrations(MIGRATIONS));
      await populateDatabase(deps, sim, keys, Date.now());
      await deps.bot();
    },
  };
}

let messages = 0;

/** A platform that takes everything at once; sending then costs only what the bot itself does. */
export const quickPlatform: typeof fetch = async (input) => {
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  if (pathname.includes('/tenant_access_token/')) {
    return Response.json({ code: 0, msg: 'ok', tenant_access_token: 't-bench', expire: 7200 });
  }
  return Response.json({ code: 0, msg: 'ok', data: { message_id: `om_bench_${++messages}` } });
};
