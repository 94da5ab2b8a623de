/** What a tick costs, whatever is stored: some due, none due, and the first minutes of a day. */
import type { Deps } from '../src/deps.ts';
import { DAY, type Instant, instantAt, MINUTE } from '../src/domain/time.ts';
import { runTick } from '../src/engine/tick.ts';
import { CITY } from './fill.ts';
import { median } from './load.ts';
import { addDue, fillOpen } from './open-issues.ts';
import type { BenchServer } from './postgres.ts';
import { openTown, type Town } from './town.ts';

/** A working Monday; the ticks' clock is moved by hand, so the day does not matter. */
const MONDAY: Instant = instantAt('2026-11-23', '10:00', 'Asia/Shanghai');
const WARM = 3;

export interface TickPlan {
  /** Open problems, ascending. */
  open: number[];
  due: number;
  rounds: number;
}

export interface TickCost {
  ms: number;
  /** Of the Node process, without PostgreSQL's. */
  cpuMs: number;
  /** 8 kB blocks PostgreSQL touched. */
  blocks: number;
}

export interface TickFigures {
  open: number;
  due: TickCost;
  idle: TickCost;
  /** The first ticks of the next day, which begin to redraw the days on the cards. */
  midnight: TickCost;
}

async function blocksOf({ db }: Deps): Promise<number> {
  // One connection, so what it has counted is written out before it is read.
  await db.session((session) => session.query('select pg_stat_force_next_flush()'));
  const [row] = await db.session((session) =>
    session.query(
      'select blks_hit + blks_read as n from pg_stat_database where datname = current_database()',
    ),
  );
  return Number(row?.n);
}

/** As if the sender had carried everything away. */
async function send({ db }: Deps): Promise<void> {
  await db.session((session) =>
    session.run(`update outbox set state = 'sent', finished_at = due_at, due_at = null where due_at is not null;
      update issue_card set due_at = null, shown_version = wanted_version where due_at is not null`),
  );
}

async function measureOne(deps: Deps, at: Instant, due: number): Promise<TickCost> {
  const before = await blocksOf(deps);
  const cpu = process.cpuUsage();
  const start = performance.now();
  const { ran, issues } = await runTick(deps, at);
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  if (!ran || issues !== due) throw new Error(`a tick with ${due} due worked off ${issues}`);
  const blocks = (await blocksOf(deps)) - before;
  await send(deps);
  return { ms, cpuMs: (user + system) / 1000, blocks };
}

function middle(costs: TickCost[]): TickCost {
  return {
    ms: median(costs.map((one) => one.ms)),
    cpuMs: median(costs.map((one) => one.cpuMs)),
    blocks: median(costs.map((one) => one.blocks)),
  };
}

async function measureSize(
  deps: Deps,
  first: number,
  day: Instant,
  plan: TickPlan,
): Promise<Omit<TickFigures, 'open'>> {
  const minutes = Array.from({ length: WARM + plan.rounds }, (_, n) => day + n * 2 * MINUTE);
  await addDue(deps, first, { at: minutes, each: plan.due });
  // Late in this day's morning already: what comes by itself was planned by this tick.
  await runTick(deps, day - MINUTE);
  await send(deps);
  const due: TickCost[] = [];
  const idle: TickCost[] = [];
  for (const at of minutes) {
    due.push(await measureOne(deps, at, plan.due));
    idle.push(await measureOne(deps, at + MINUTE, 0));
  }
  const midnight: TickCost[] = [];
  const next = instantAt('2026-11-24', '00:00', 'Asia/Shanghai') + (day - MONDAY);
  for (let n = 0; n < 5; n++) midnight.push(await measureOne(deps, next + n * MINUTE, 0));
  return { due: middle(due.slice(WARM)), idle: middle(idle.slice(WARM)), midnight: middle(midnight) };
}

async function logFirst(town: Town): Promise<number> {
  const { headers, body } = town.seal(0);
  const answer = await town.app.request('/webhook/event', { method: 'POST', headers, body });
  if (answer.status !== 200) throw new Error(`the first push answered ${answer.status}`);
  const [row] = await town.deps.db.session((session) => session.query('select min(id) as id from issue'));
  return Number(row?.id);
}

/** One database that grows from size to size, each measured on a day of its own. */
export async function measureTick(
  server: BenchServer,
  plan: TickPlan,
  say: (line: string) => void,
): Promise<TickFigures[]> {
  const name = 'tick';
  await server.run(`create database ${name}`);
  const figures: TickFigures[] = [];
  let town = openTown(server.url(name), { max: 1 });
  await town.prepare();
  await server.run(CITY, name);
  const first = await logFirst(town);
  // A deployment's first tick counts every deadline once.
  await runTick(town.deps, MONDAY - 30 * MINUTE);
  for (const [n, open] of plan.open.entries()) {
    const day = MONDAY + n * DAY;
    say(`filling ${open} open problems …`);
    await fillOpen(server, name, town.deps, { of: first, count: open, now: day });
    await town.close();
    town = openTown(server.url(name), { max: 1 });
    await town.deps.db.session((session) => session.run('checkpoint').catch(() => {}));
    say('ticking …');
    figures.push({ open, ...(await measureSize(town.deps, first, day, plan)) });
  }
  await town.close();
  await server.run(`drop database ${name} with (force)`);
  return figures;
}
