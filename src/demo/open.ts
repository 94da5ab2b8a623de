/** Opens the demo in its folder: database, simulator, clock; the first time filled with a fortnight of the zone's life. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { type Config, ConfigError } from '../config.ts';
import { openDatabase } from '../database.ts';
import { lockDirectory } from '../db/directory-lock.ts';
import { countByColor } from '../db/issue-list.ts';
import { doneAt } from '../db/lease.ts';
import type { Db } from '../db/open.ts';
import { searchPeople } from '../db/person.ts';
import { readState, saveState } from '../db/setting.ts';
import { createSendLoop } from '../engine/send-loop.ts';
import { runTick } from '../engine/tick.ts';
import { describeError } from '../log.ts';
import { everyMinute } from '../minute.ts';
import { DEFAULT_SCOPES } from '../sim/scopes.ts';
import { createDemoClock, type DemoClock } from './clock.ts';
import { type DemoMemory, readMemory, writeMemory } from './memory.ts';
import { endOfMorning, playDemo, SCENES, type Scene } from './script.ts';
import { type Joined, joinWorld } from './world.ts';

const MEMORY_DELAY_MS = 1500;
/** Fine enough for every message of a morning to keep a minute of its own. */
const MOVE_GRAIN_MS = 60_000;

export interface Demo extends Joined {
  clock: DemoClock;
  issueCount: number;
  /** Writes the simulator's world down and closes everything. */
  close(): Promise<void>;
}

export interface DemoOptions {
  /** Told what takes time. */
  say?: (line: string) => void;
  /** The machine's clock, ms since epoch; the demo's own starts near it and may be moved. */
  real?: () => number;
  /** What is played into an empty folder; default the whole fortnight. */
  scenes?: readonly Scene[];
}

/** @throws DirectoryLocked when another demo has the folder open; ConfigError when the database holds real data */
export async function openDemo(config: Config, options: DemoOptions = {}): Promise<Demo> {
  const { say = () => {}, real = Date.now, scenes = SCENES } = options;
  const folder = folderOf(config);
  const file = `${folder}/sim.json`;
  const { db, memory } = await openFolder(config, folder, file, say);
  const worked = await db.read((tx) => doneAt(tx, 'tick'));
  // A crash may have left a file older than the database; time must not run backwards for the bot.
  const clock = createDemoClock(memory ? Math.max(memory.now, worked ?? 0) : real(), real);
  let moving: Promise<void> | undefined;
  let playing = memory === undefined;
  const sendLoop = createSendLoop(
    () => joined.deps,
    () => !playing && moving === undefined,
  );
  const remember = () => writeMemory(file, { now: clock.now(), sim: joined.sim.snapshot() });
  const move = async (to: number) => {
    await sendLoop.idle();
    await joined.advanceTo(endOfMorning(to, config.timeZone), MOVE_GRAIN_MS);
    remember();
  };
  const joined = joinWorld({
    // Faults and limits are part of the show; their warnings would drown the terminal.
    config: { ...config, logLevel: config.logLevel === 'info' ? 'error' : config.logLevel },
    db,
    clock: clock.now,
    setClock: clock.set,
    wake: sendLoop.wake,
    write: (line) => process.stderr.write(`${line}\n`),
    demo: true,
    sim: {
      // So that 报 in reply can be tried: reading a group's messages wants more than the least.
      scopes: [...DEFAULT_SCOPES, 'im:message.group_msg'],
      moveClock: async (to) => {
        while (moving) await moving.catch(() => {});
        moving = move(to).finally(() => {
          moving = undefined;
          sendLoop.wake();
        });
        await moving;
      },
    },
  });
  const { sim } = joined;
  if (memory) sim.restore(memory.sim);
  else {
    say('首次启动，正在准备演示数据（十几秒）…');
    await db.transaction((tx) => saveState(tx, 'demo', true));
    await playDemo(joined, clock, scenes);
    playing = false;
    remember();
  }
  const memoryWriter = writeSoon(remember);
  const unsubscribe = sim.onChange(memoryWriter.soon);
  const minutes = everyMinute(clock.now, () => passMinute(joined, moving === undefined));
  sendLoop.wake();
  return {
    ...joined,
    clock,
    issueCount: await countIssues(db, clock.now(), config.timeZone),
    async close() {
      await minutes.stop();
      await moving?.catch(() => {});
      await sendLoop.stop();
      unsubscribe();
      memoryWriter.stop();
      remember();
      await db.close();
    },
  };
}

function folderOf(config: Config): string {
  return `${config.dataDir}/demo`;
}

/** The folder with what it remembers; one that was left half filled is emptied first. */
async function openFolder(
  config: Config,
  folder: string,
  file: string,
  say: (line: string) => void,
): Promise<{ db: Db; memory: DemoMemory | undefined }> {
  mkdirSync(folder, { recursive: true });
  const db = await openDatabase(config, folder);
  try {
    const filled = await isFilled(db);
    await refuseRealData(db, filled);
    const memory = filled ? readMemory(file) : undefined;
    if (memory || !filled) return { db, memory };
    if (config.databaseUrl !== undefined)
      throw new ConfigError(['DATABASE_URL：这个数据库里的演示数据不完整，请换一个空库']);
  } catch (error) {
    await db.close();
    throw error;
  }
  await db.close();
  say('上次的演示数据不完整，重新生成。');
  await forgetDemo(config);
  mkdirSync(folder, { recursive: true });
  return { db: await openDatabase(config, folder), memory: undefined };
}

/** Writes soon after the first of a burst of changes, so that a crash loses a second or two of chat. */
function writeSoon(remember: () => void): { soon: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    soon: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        remember();
      }, MEMORY_DELAY_MS);
    },
    stop: () => clearTimeout(timer),
  };
}

async function passMinute({ deps, sim }: Joined, mayTick: boolean): Promise<void> {
  try {
    if (mayTick) await runTick(deps, deps.clock());
    await sim.runDue();
  } catch (error) {
    deps.log.error('tick.failed', describeError(error));
  }
}

async function countIssues(db: Db, now: number, timeZone: string): Promise<number> {
  const figures = await db.read((tx) =>
    countByColor(tx, { filter: {}, scope: { all: true }, now, timeZone }),
  );
  return figures.total;
}

async function isFilled(db: Db): Promise<boolean> {
  return (await db.read((tx) => searchPeople(tx, { words: '', limit: 1 }))).length > 0;
}

/** The demo writes invented people and moves time: never into a database in real use. */
async function refuseRealData(db: Db, filled: boolean): Promise<void> {
  if (!filled || (await db.read((tx) => readState(tx, 'demo'))) === true) return;
  throw new ConfigError([
    'DATABASE_URL：这个数据库里已有正式数据，演示模式不能使用它；请设置 FEISHU_APP_ID 或换一个库',
  ]);
}

/** Throws the demo's data away; refused while a running demo has them open. */
export async function forgetDemo(config: Config): Promise<void> {
  const folder = folderOf(config);
  if (!existsSync(`${folder}/db`)) return rmSync(folder, { recursive: true, force: true });
  const release = await lockDirectory(`${folder}/db`);
  await release();
  rmSync(folder, { recursive: true, force: true });
}
