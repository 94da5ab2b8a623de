/** `npm start` without credentials: the bot, the simulator and a zone full of life, on this machine only. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { serve } from '@hono/node-server';
import cron from 'node-cron';
import { type Config, ConfigError } from '../config.ts';
import { openDatabase } from '../database.ts';
import { lockDirectory } from '../db/directory-lock.ts';
import { countByColor } from '../db/issue-list.ts';
import type { Db } from '../db/open.ts';
import { searchPeople } from '../db/person.ts';
import { readLearnt, saveLearnt } from '../db/setting.ts';
import { createPump } from '../engine/pump.ts';
import { runTick } from '../engine/tick.ts';
import { describeError } from '../log.ts';
import { stopOnSignal } from '../stop.ts';
import { createDemoClock, type DemoClock } from './clock.ts';
import { readMemory, writeMemory } from './memory.ts';
import { playDemo } from './script.ts';
import { type Joined, joinWorld } from './world.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const MEMORY_DELAY_MS = 1500;

export interface Demo extends Joined {
  clock: DemoClock;
  issueCount: number;
  /** Writes the simulator's world down and closes everything. */
  close(): Promise<void>;
}

/** Opens the demo's folder; the first time it is filled with a fortnight of the zone's life. */
export async function openDemo(config: Config, say: (line: string) => void): Promise<Demo> {
  const folder = `${config.dataDir}/demo`;
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/sim.json`;
  const db = await openDatabase(config, folder);
  await refuseRealData(db);
  const memory = readMemory(file);
  const clock = createDemoClock(memory?.now ?? Date.now());
  let moving: Promise<void> | undefined;
  const pump = createPump(
    () => joined.deps,
    () => moving === undefined,
  );
  const joined = joinWorld({
    config,
    db,
    clock: clock.now,
    setClock: clock.set,
    wake: pump.wake,
    write: (line) => process.stderr.write(`${line}\n`),
    demo: true,
    sim: {
      moveClock: async (to) => {
        while (moving) await moving;
        moving = pump
          .idle()
          .then(() => joined.advanceTo(to))
          .finally(() => {
            moving = undefined;
          });
        await moving;
      },
    },
  });
  const { sim, deps } = joined;
  if (memory && (await isFilled(db))) sim.restore(memory.sim);
  else {
    if (await isFilled(db))
      throw new ConfigError([`DATA_DIR:${folder} 里的演示数据不完整,请删除该目录后重新启动`]);
    say('首次启动,正在准备演示数据(约半分钟)…');
    await playDemo(joined, clock);
  }
  await db.transaction((tx) => saveLearnt(tx, 'demo', true));

  let timer: ReturnType<typeof setTimeout> | undefined;
  const remember = () => {
    clearTimeout(timer);
    timer = undefined;
    writeMemory(file, { now: clock.now(), sim: sim.snapshot() });
  };
  remember();
  sim.onChange(() => {
    timer ??= setTimeout(remember, MEMORY_DELAY_MS);
  });
  const task = cron.schedule(
    '* * * * *',
    async () => {
      try {
        if (moving === undefined) await runTick(deps, deps.clock());
        await sim.runDue();
      } catch (error) {
        deps.log.error('tick.failed', describeError(error));
      }
    },
    { noOverlap: true },
  );
  pump.wake();
  const { total } = await db.read((tx) =>
    countByColor(tx, { filter: {}, scope: { all: true }, now: clock.now(), timeZone: config.timeZone }),
  );
  return {
    ...joined,
    clock,
    issueCount: total,
    async close() {
      await task.stop();
      await pump.stop();
      remember();
      await db.close();
    },
  };
}

export async function startDemo(config: Config): Promise<void> {
  if (!LOOPBACK.has(config.host)) {
    throw new ConfigError(['HOST:演示模式只能绑定本机(127.0.0.1);正式使用请设置 FEISHU_APP_ID']);
  }
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const demo = await openDemo(config, say);
  const server = serve(
    { fetch: (request) => route(demo, request), port: config.port, hostname: config.host },
    (info) => {
      say(`演示已就绪:请在浏览器打开 http://${config.host}:${info.port}/sim`);
      say('按 Ctrl+C 停止;数据保存在本机,下次启动接着用。');
    },
  );
  server.on('error', (error: NodeJS.ErrnoException) => {
    const why =
      error.code === 'EADDRINUSE' ? `端口 ${config.port} 已被占用,可用 PORT=3001 npm start` : error.message;
    process.stderr.write(`${why}\n`);
    process.exit(1);
  });
  stopOnSignal(async () => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
    await demo.close();
  });
}

/** Page and platform by path; the bot's own routes otherwise. Other host names are refused (DNS rebinding). */
export async function route(demo: Pick<Joined, 'sim' | 'app'>, request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (!LOOPBACK.has(url.hostname.replace(/^\[|\]$/g, '')))
    return new Response('only on this machine', { status: 403 });
  if (url.pathname === '/') return Response.redirect(new URL('/sim', url), 302);
  if (url.pathname.startsWith('/sim') || url.pathname.startsWith('/open-apis/'))
    return demo.sim.fetch(request);
  return demo.app.fetch(request);
}

async function isFilled(db: Db): Promise<boolean> {
  return (await db.read((tx) => searchPeople(tx, { words: '', limit: 1 }))).length > 0;
}

/** The demo writes invented people and moves time: never into a database in real use. */
async function refuseRealData(db: Db): Promise<void> {
  const marked = await db.read((tx) => readLearnt(tx, 'demo'));
  if (marked === true || !(await isFilled(db))) return;
  await db.close();
  throw new ConfigError([
    'DATABASE_URL:这个数据库里已有正式数据,演示模式不能使用它;请设置 FEISHU_APP_ID 或换一个库',
  ]);
}

/** Throws the demo's data away; refused while a running demo has them open. */
export async function forgetDemo(config: Config): Promise<void> {
  const folder = `${config.dataDir}/demo`;
  if (!existsSync(folder)) return;
  const release = await lockDirectory(`${folder}/db`);
  await release();
  rmSync(folder, { recursive: true, force: true });
}
