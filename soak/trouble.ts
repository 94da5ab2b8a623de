/** All that goes wrong: the platform's faults, killed processes, a killed database, clocks that jump. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault, FaultKind, Sim } from '../src/sim/sim.ts';
import type { SoakDatabase } from './postgres.ts';
import type { Chance } from './random.ts';
import type { Replica } from './replica.ts';
import type { SoakTime } from './time-file.ts';

/** How often it happened, and how long things took to come back (ms, real time). */
export interface Damage {
  /** false: a soak so short that it takes no account of how slow the machine is. */
  paced: boolean;
  faults: Record<string, number>;
  appKills: number;
  databaseKills: number;
  jumps: number;
  longJumps: number;
  skews: number;
  appStarts: number[];
  databaseStarts: number[];
  /** From the moment the database answered again to the next push answered with 200. */
  serviceBack: number[];
}

export const noDamage = (paced = true): Damage => ({
  paced,
  faults: {},
  appKills: 0,
  databaseKills: 0,
  jumps: 0,
  longJumps: 0,
  skews: 0,
  appStarts: [],
  databaseStarts: [],
  serviceBack: [],
});

/** A start on a machine of two cores that does nothing else. */
const QUIET_START_MS = 4_000;

/**
 * How much slower everything is here than on a quiet machine, by the latest starts; never below 1. Trouble comes so
 * much more rarely: otherwise nobody lives long enough to do anything, and the soak shows nothing.
 */
export function slownessOf({ appStarts, paced }: Damage): number {
  if (!paced) return 1;
  const latest = appStarts.slice(-5).toSorted((a, b) => a - b);
  return Math.max(1, (latest[Math.floor(latest.length / 2)] ?? 0) / QUIET_START_MS);
}

const HOUR = 3_600_000;
const MINUTE = 60_000;
const SEND = '/im/v1/messages';

/** Each with the share of calls or pushes it strikes in quiet times; a storm has tenfold. */
const FAULTS: { fault: Omit<Fault, 'when'>; share: number; sendsOnly?: boolean }[] = [
  { fault: { api: '*', kind: 'http429', resetSeconds: 1 }, share: 0.01 },
  { fault: { api: '*', kind: 'rate230020', resetSeconds: 1 }, share: 0.01, sendsOnly: true },
  { fault: { api: '*', kind: 'http500' }, share: 0.01 },
  { fault: { api: '*', kind: 'resetBefore' }, share: 0.01 },
  { fault: { api: '*', kind: 'resetAfterCommit' }, share: 0.02 },
  { fault: { api: '*', kind: 'tokenExpired' }, share: 0.005 },
  { fault: { api: '*', kind: 'latency', ms: 1500 }, share: 0.02 },
  // Longer than the client waits: carried out all the same, after it has given up.
  { fault: { api: '*', kind: 'latency', ms: 12_000 }, share: 0.002, sendsOnly: true },
  { fault: { push: '*', kind: 'duplicatePush', copies: 2 }, share: 0.04 },
  { fault: { push: '*', kind: 'duplicatePush', copies: 3, concurrent: true }, share: 0.06 },
  { fault: { push: '*', kind: 'delayPush' }, share: 0.03 },
  { fault: { push: '*', kind: 'latency', ms: 700 }, share: 0.05 },
  { fault: { push: '*', kind: 'resetAfterCommit' }, share: 0.04 },
  { fault: { push: '*', kind: 'resetBefore' }, share: 0.02 },
  { fault: { push: '*', kind: 'redeliverAfterSuccess' }, share: 0.03 },
  { fault: { push: '*', kind: 'newEventIdSameMessage' }, share: 0.02 },
  { fault: { push: '*', kind: 'dropPush' }, share: 0.003 },
];

export interface Scene {
  sim: Sim;
  time: SoakTime;
  replicas: Replica[];
  database: SoakDatabase;
  damage: Damage;
  /** Real ms of the last push answered with 200. */
  lastOk: () => number;
}

/** Faults of the platform, storms and calms, until `stop`. */
export async function breakPlatform({ sim, damage }: Scene, chance: Chance, stop: () => boolean) {
  let storm = 1;
  const count = (kind: FaultKind | 'token-expiry') => {
    damage.faults[kind] = (damage.faults[kind] ?? 0) + 1;
  };
  for (const { fault, share, sendsOnly } of FAULTS) {
    sim.fault({
      ...fault,
      when: ({ path }) => {
        if (sendsOnly && !path?.includes(SEND)) return false;
        const strikes = chance.happens(Math.min(0.5, share * storm));
        if (strikes) count(fault.kind);
        return strikes;
      },
    });
  }
  while (!stop()) {
    await pause(chance.whole(500, 2500));
    storm = chance.weighted([
      [6, 1],
      [2, 10],
      [2, 0],
    ]);
    if (chance.happens(0.15)) {
      count('token-expiry');
      sim.expireTokens();
    }
    // What was held back arrives behind what came later.
    sim.release();
    void sim.runDue();
  }
}

/** kill -9 of one replica after the other at any moment, and a new start after a pause. */
export async function killReplicas(
  scene: Scene,
  chance: Chance,
  stop: () => boolean,
  every: [number, number],
) {
  const { replicas, damage } = scene;
  const restarts: Promise<void>[] = [];
  while (!stop()) {
    await pause(chance.whole(...every) * slownessOf(damage));
    // Now and then one that is only starting; if always, there would be nobody left to do any work.
    const up = replicas.filter((one) => (chance.happens(0.1) ? one.running : one.ready));
    if (stop() || up.length === 0) continue;
    const victim = chance.pick(up);
    await victim.kill();
    damage.appKills++;
    const later = chance.whole(0, 2500);
    restarts.push(
      (async () => {
        await pause(later);
        const took = await victim.start();
        if (took !== undefined) damage.appStarts.push(took);
      })(),
    );
  }
  await Promise.all(restarts);
}

/** kill -9 of PostgreSQL, and its recovery. */
export async function killDatabase(
  scene: Scene,
  chance: Chance,
  stop: () => boolean,
  every: [number, number],
) {
  const { database, damage } = scene;
  while (!stop()) {
    await pause(chance.whole(...every) * slownessOf(damage));
    if (stop()) return;
    await database.kill();
    damage.databaseKills++;
    await pause(chance.whole(0, 1500));
    damage.databaseStarts.push(await database.restart());
    const back = performance.now();
    while (scene.lastOk() < back && !stop() && performance.now() - back < 30_000) await pause(20);
    if (scene.lastOk() >= back) damage.serviceBack.push(scene.lastOk() - back);
  }
}

/** Time goes by in leaps: minutes, hours, over nights; and the clocks of the replicas go wrong a little. */
export async function moveClocks(scene: Scene, chance: Chance, stop: () => boolean) {
  const { time, damage, replicas } = scene;
  while (!stop()) {
    await pause(chance.whole(1500, 4000) * slownessOf(damage));
    const ms = chance.weighted([
      [70, () => MINUTE],
      [20, () => chance.whole(2, 9) * MINUTE],
      [2, () => untilMoment(time.now(), chance.pick(['08:31', '08:40', '08:45', '17:00']))],
      [1, () => chance.whole(60, 240) * MINUTE],
    ])();
    time.jump(ms);
    damage.jumps++;
    if (ms > HOUR) damage.longJumps++;
    if (chance.happens(0.2)) {
      time.setSkew(1 + chance.whole(0, replicas.length - 1), chance.whole(-120, 120) * 1000);
      damage.skews++;
    }
  }
}

/** From now to a moment of the day in Shanghai, today or tomorrow. */
export function untilMoment(now: number, moment: string): number {
  const [hour = 0, minute = 0] = moment.split(':').map(Number);
  const day = 24 * HOUR;
  const local = (now + 8 * HOUR) % day;
  const wanted = hour * HOUR + minute * MINUTE;
  return (((wanted - local) % day) + day) % day || day;
}
