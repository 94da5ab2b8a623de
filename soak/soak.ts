/** One soak from the empty database to the balanced books. */
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkPromises, type Finding } from './check.ts';
import { drain } from './drain.ts';
import { Ledger } from './ledger.ts';
import { work } from './load.ts';
import { openPlatform } from './platform.ts';
import { findFreePort } from './ports.ts';
import { startDatabase } from './postgres.ts';
import { createChance } from './random.ts';
import { type LoggedError, Replica } from './replica.ts';
import { createSoakTime } from './time-file.ts';
import { breakPlatform, type Damage, killDatabase, killReplicas, moveClocks, noDamage } from './trouble.ts';

/** Monday, an hour before the wave of the morning. */
const START = Date.parse('2026-11-23T07:30:00+08:00');
const PEOPLE_AT_ONCE = 4;

export interface SoakOptions {
  seconds: number;
  seed: number;
  replicas: number;
  /** For the database, the clock and the logs. */
  folder: string;
  say: (line: string) => void;
}

export interface SoakResult {
  options: SoakOptions;
  /** Days of the platform's clock that went by. */
  days: number;
  damage: Damage;
  ledger: Ledger;
  findings: Finding[];
  errors: LoggedError[];
  drainedMs: number;
}

export async function soak(options: SoakOptions): Promise<SoakResult> {
  const { seconds, seed, folder, say } = options;
  const chance = createChance(seed);
  // PostgreSQL refuses to run as root and must get into its folder as somebody else.
  await chmod(folder, 0o755);
  const database = await startDatabase(folder);
  const time = createSoakTime(join(folder, 'time'), START, options.replicas + 1);
  const replicas: Replica[] = [];
  const platform = await openPlatform({ databaseUrl: database.url, time, seed, replicas });
  const ledger = new Ledger();
  ledger.watch(platform.sim, time.now);
  for (let n = 1; n <= options.replicas; n++) {
    const env = { ...platform.env, SOAK_CLOCK: time.path, SOAK_CLOCK_SLOT: String(n) };
    replicas.push(new Replica({ port: await findFreePort(), env, log: join(folder, `replica-${n}.log`) }));
  }
  try {
    const short = seconds < 120;
    const damage = noDamage(!short);
    const starts = await Promise.all(replicas.map((one) => one.start()));
    damage.appStarts.push(...starts.filter((ms) => ms !== undefined));
    say('全部启动,开始');
    const end = performance.now() + seconds * 1000;
    const stop = () => performance.now() >= end;
    const scene = { sim: platform.sim, time, replicas, database, damage, lastOk: () => ledger.lastOk };
    const actors = { sim: platform.sim, keys: platform.keys, ledger, mostOpen: 80 };
    await Promise.all([
      ...Array.from({ length: PEOPLE_AT_ONCE }, (_, n) =>
        work(actors, chance.branch(`person ${n}`), stop, [50, 500]),
      ),
      breakPlatform(scene, chance.branch('platform'), stop),
      killReplicas(scene, chance.branch('replicas'), stop, short ? [4000, 9000] : [4000, 16_000]),
      killDatabase(scene, chance.branch('database'), stop, short ? [9000, 16_000] : [20_000, 50_000]),
      moveClocks(scene, chance.branch('clocks'), stop),
      report(scene.damage, ledger, stop, say),
    ]);
    say('不再添乱,等一切平静');
    const drainedMs = await drain({ ...scene, databaseUrl: database.url, say });
    ledger.settle();
    const doubted = new Set(replicas.flatMap((one) => [...one.doubted]));
    const findings = await checkPromises(database.url, platform.sim, ledger, doubted);
    findings.push(...checkProcesses(replicas));
    const days = (time.now() - START) / 86_400_000;
    const errors = replicas.flatMap((one) => one.errors);
    return { options, days, damage, ledger, findings, errors, drainedMs };
  } finally {
    await Promise.all(replicas.map((one) => one.kill()));
    for (const one of replicas) one.close();
    await platform.close();
    time.close();
    await database.close();
  }
}

async function report(damage: Damage, ledger: Ledger, stop: () => boolean, say: (line: string) => void) {
  while (!stop()) {
    for (let n = 0; n < 30 && !stop(); n++) await pause(1000);
    say(
      `说了 ${ledger.said.size} 句,按了 ${ledger.clicks.length} 次,推送 ${ledger.pushes.sent},` +
        `发送 ${ledger.postings.size},杀进程 ${damage.appKills},杀数据库 ${damage.databaseKills}`,
    );
  }
}

/** Errors that mean the database or the platform was away; any other is a fault of ours. */
const EXPECTED = /^(DatabaseError|FeishuError|PostgresError)$/;
const EXPECTED_EVENTS = new Set(['database.driver-fault']);

function checkProcesses(replicas: Replica[]): Finding[] {
  const deaths = replicas.flatMap((one) => one.deaths);
  const errors = replicas.flatMap((one) => one.errors);
  const strange = errors.filter(
    (one) => one.error !== '' && !EXPECTED.test(one.error) && !EXPECTED_EVENTS.has(one.event),
  );
  const answered = errors.filter(
    (one) => one.error === 'DatabaseError' && /^[0-9A-Z]{5}$/.test(one.code) && one.code !== 'EPIPE',
  );
  const refused = answered.filter((one) => !/^(08|57|58|53|40)/.test(one.code));
  return [
    { promise: '没有进程自己退出', checked: replicas.length, broken: deaths, excused: [] },
    {
      promise: '日志里只有数据库和平台的故障',
      checked: errors.length,
      broken: [...strange, ...refused].map((one) => one.line.slice(0, 400)),
      excused: [],
    },
  ];
}
