/** The morning of a city through the real sender, against the simulator's own limits. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readConfig } from '../src/config.ts';
import { nextSendAt } from '../src/db/due.ts';
import { migrate } from '../src/db/migrate.ts';
import { readMigrations } from '../src/db/migrations-node.ts';
import { openPostgres } from '../src/db/open-postgres.ts';
import { joinWorld } from '../src/demo/world.ts';
import type { Deps } from '../src/deps.ts';
import { type Instant, instantAt, MINUTE } from '../src/domain/time.ts';
import { sendDue } from '../src/engine/send.ts';
import { runTick } from '../src/engine/tick.ts';
import type { Sim } from '../src/sim/sim.ts';
import { fillMorning } from './morning.ts';
import type { BenchServer } from './postgres.ts';
import { MIGRATIONS } from './town.ts';

const DAY = '2026-11-24';
const at = (clock: string): Instant => instantAt(DAY, clock, 'Asia/Shanghai');
/** As the sendLoop waits at least. */
const SHORT_MS = 50;

export interface WavePlan {
  people: number;
  groups: number;
  /** 08:31: spread over the window; 08:50 after an outage: everything at once. */
  from: '08:31' | '08:50';
  /** false: waiting is skipped, work is not. */
  real: boolean;
}

export interface WaveFigures {
  messages: number;
  /** From when the first was due until the last had arrived. */
  minutes: number;
  /** The published 1000 a minute and 50 a second allow no less, nor does the window the messages are spread over. */
  floorMinutes: number;
  p50DelaySeconds: number;
  p99DelaySeconds: number;
  refused: number;
  /** People and groups with exactly one message. */
  once: number;
  /** Of the Node process, simulator included. */
  cpuSeconds: number;
  heapMb: { before: number; peak: number; after: number; afterWithoutSim: number };
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
function heapNow(): number {
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}

/** Ticks on the minute and sends in between, as the service does, until nothing waits. */
async function play(deps: Deps, time: Time, from: Instant): Promise<number> {
  let tickAt = from;
  let peak = 0;
  for (;;) {
    if (time.now() >= tickAt) {
      await runTick(deps, tickAt);
      tickAt += MINUTE;
    }
    const { fullUntil = 0 } = await sendDue(deps);
    peak = Math.max(peak, process.memoryUsage().heapUsed / 1e6);
    const due = await deps.db.read((tx) => nextSendAt(tx));
    if (due === null) return peak;
    await time.waitUntil(Math.min(tickAt, Math.max(due, fullUntil, time.now() + SHORT_MS)));
  }
}

interface Time {
  now(): Instant;
  set(to: Instant): void;
  waitUntil(to: Instant): Promise<void>;
}

/** A clock that runs as long as there is work; when there is none it either waits or jumps. */
function makeTime(real: boolean): Time {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const set = (to: Instant) => {
    ahead = to - Date.now();
  };
  return {
    now,
    set,
    async waitUntil(to) {
      const ms = to - now();
      if (ms <= 0) return;
      if (real) await new Promise((resolve) => setTimeout(resolve, ms));
      else ahead += ms;
    },
  };
}

function floorOf(messages: number): number {
  const minutes = Math.floor((messages - 1) / 1000);
  return minutes + (messages - minutes * 1000) / 50 / 60;
}

function countOnce(sim: Sim, openIds: string[], chatIds: string[]): number {
  const places = [...openIds.map((openId) => sim.p2pChat(openId)), ...chatIds];
  return places.filter((chatId) => sim.messages(chatId).length === 1).length;
}

export async function measureWave(server: BenchServer, plan: WavePlan): Promise<WaveFigures> {
  const name = 'wave';
  await server.run(`create database ${name}`);
  const db = openPostgres(server.url(name));
  const time = makeTime(plan.real);
  time.set(at('08:20'));
  const { deps, sim } = joinWorld({
    config: readConfig({ LOG_LEVEL: 'warn' }),
    db,
    clock: time.now,
    setClock: time.set,
    wake: () => {},
    write: (line) => process.stderr.write(`${line}\n`),
    demo: false,
  });
  try {
    await migrate(db, readMigrations(MIGRATIONS));
    const { openIds, chatIds } = await fillMorning(deps, sim, { ...plan, dueAt: at('17:30') });
    // The deployment's first tick counts every deadline once; and has missed nothing.
    await runTick(deps, at('08:20'));
    await runTick(deps, at('08:21'));
    await server.run('vacuum (analyze)', name);
    const empty = sim.snapshot();
    sim.clearLogs();
    const before = heapNow();
    time.set(at(plan.from));
    const cpu = process.cpuUsage();
    const peak = await play(deps, time, at(plan.from));
    const { user, system } = process.cpuUsage(cpu);
    const [facts] = await server.run(
      `select count(*)::int as messages, extract(epoch from max(finished_at) - min(wanted_at)) / 60 as minutes,
        extract(epoch from max(wanted_at) - min(wanted_at)) / 60 as spread,
        percentile_cont(0.5) within group (order by extract(epoch from finished_at - wanted_at)) as p50,
        percentile_cont(0.99) within group (order by extract(epoch from finished_at - wanted_at)) as p99
      from outbox where state = 'sent' and kind in ('person-digest', 'group-digest')`,
      name,
    );
    const [unsent] = await server.run(
      "select count(*)::int as n from outbox where state not in ('sent')",
      name,
    );
    if (Number(unsent?.n) > 0) throw new Error(`${unsent?.n} messages were not sent`);
    const messages = Number(facts?.messages);
    const refused = sim.calls().filter((call) => call.status === 429 || call.code === 230020).length;
    const once = countOnce(sim, openIds, chatIds);
    const after = heapNow();
    sim.clearLogs();
    sim.restore(empty);
    return {
      messages,
      minutes: Number(facts?.minutes),
      floorMinutes: Math.max(floorOf(messages), Number(facts?.spread)),
      p50DelaySeconds: Number(facts?.p50),
      p99DelaySeconds: Number(facts?.p99),
      refused,
      once,
      cpuSeconds: (user + system) / 1e6,
      heapMb: { before, peak, after, afterWithoutSim: heapNow() },
    };
  } finally {
    await db.close();
    await server.run(`drop database ${name} with (force)`);
  }
}
