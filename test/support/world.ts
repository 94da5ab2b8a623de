/** A town with the bot in it, for stories: people say and click, time is moved, nothing may be left over. */
import { expect } from 'vitest';
import { createDeps, createMemory } from '../../src/boot.ts';
import { readConfig } from '../../src/config.ts';
import { nextDueAt } from '../../src/db/due.ts';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { listDead } from '../../src/db/outbox.ts';
import { type DemoWorld, populateDatabase, populateSim } from '../../src/demo/settle.ts';
import { joinWorld } from '../../src/demo/world.ts';
import type { Deps } from '../../src/deps.ts';
import type { HolidayRow } from '../../src/domain/calendar.ts';
import { advanceTo } from '../../src/engine/advance.ts';
import type { Holding } from '../../src/engine/holding.ts';
import { sendDue } from '../../src/engine/send.ts';
import { createApp } from '../../src/http/app.ts';
import { PUSH_LIMIT_MS } from '../../src/sim/push/send.ts';
import type { ApiCall, Sim, SimMessage } from '../../src/sim/sim.ts';
import { type Filling, type TestDatabase, testDatabase } from './database.ts';

/** A world as it was at its end, to go on from any number of times. */
export interface Checkpoint {
  now: number;
  sim: unknown;
  keys: DemoWorld;
  database: Filling;
}

export interface WorldOptions {
  /** Instead of `at` and `masterData`. */
  from?: Checkpoint;
  /** Local time in Asia/Shanghai, e.g. '2026-11-23 09:00'. */
  at?: string;
  database?: 'postgres' | 'pglite';
  /** Beside the simulator's, e.g. { METRICS_TOKEN: … }. */
  env?: Record<string, string>;
  /** false: an empty database, as on the first day; the people and groups are there all the same. */
  masterData?: boolean;
  /** Keys of people whose open_ids stand in ADMIN_OPEN_IDS. */
  admins?: string[];
  /** With 'longconn' the simulator pushes over connections that the test has to attach and open. */
  transport?: 'longconn';
  /**
   * Processes on the one PostgreSQL, pushes going to each in turn; on PGlite there is always one. STORY_PROCESSES makes
   * them more, unless a story says 1.
   */
  processes?: number;
}

/** The simulator draws the same ids in every world; nothing happens by itself. */
const QUIET = { setClock: () => {}, wake: () => {}, write: () => {}, demo: false, sim: { seed: 1 } };

type App = ReturnType<typeof createApp>;

const MINUTE = 60_000;
/** In place of the three seconds the platform waits for an answer to a push. */
const PATIENCE_MS = 100_000;

/** Local time of the deployment as ms since epoch. */
export function at(local: string): number {
  return Date.parse(`${local.replace(' ', 'T')}:00+08:00`);
}

export class World {
  readonly sim: Sim;
  readonly deps: Deps;
  readonly keys: DemoWorld;
  readonly log: string[];
  /** HTTP apps that take pushes, in turn; the first is this world's own. */
  readonly doors: App[];
  readonly #database: TestDatabase;
  readonly #joined: Deps[] = [];
  /** Those that share this world's pushes, ticks and sending. */
  readonly #replicas: Deps[] = [];
  readonly #time: { now: number };
  #failures = 0;

  constructor(parts: {
    sim: Sim;
    deps: Deps;
    keys: DemoWorld;
    log: string[];
    doors: App[];
    database: TestDatabase;
    time: { now: number };
  }) {
    this.sim = parts.sim;
    this.deps = parts.deps;
    this.keys = parts.keys;
    this.log = parts.log;
    this.doors = parts.doors;
    this.#database = parts.database;
    this.#time = parts.time;
  }

  /** Of PostgreSQL; for tools that open it themselves. */
  get databaseUrl(): string | undefined {
    return this.#database.url;
  }

  get now(): number {
    return this.#time.now;
  }

  /** Sets the clock without doing what falls due on the way: an outage. */
  outageUntil(local: string): void {
    this.#time.now = at(local);
  }

  /** Lets time pass; everything due on the way happens, on the minute, as in production. */
  async advanceTo(local: string): Promise<void> {
    const setClock = (to: number) => {
      this.#time.now = to;
    };
    await advanceTo(this.deps, setClock, at(local), MINUTE, this.#replicas);
    await this.sim.runDue();
    await this.sim.settled();
  }

  get app(): App {
    return this.doors[0]!;
  }

  /** Another process that takes its part in everything from now on. */
  addReplica(): void {
    const { deps, app } = this.joinProcess();
    this.#replicas.push(deps);
    this.doors.push(app);
  }

  /**
   * Another process of the bot on the same database (PostgreSQL) and platform, with a memory of its own; it does
   * nothing by itself.
   * @param holidays the published days its version of the program knows
   * @param skewMs how much its clock is ahead
   * @param holding how it proves to the others that it lives; by default it does not
   */
  joinProcess(holidays?: readonly HolidayRow[], skewMs = 0, holding?: Holding): { deps: Deps; app: App } {
    const { url, socket } = this.#database;
    if (!url) throw new Error('a second process needs PostgreSQL');
    const deps = createDeps({
      config: this.deps.config,
      db: openPostgres(url, { max: 5, socket }),
      clock: () => this.#time.now + skewMs,
      wake: () => {},
      write: (line) => this.log.push(line),
      fetch: async (input, init) => this.sim.fetch(new Request(input, init)),
      memory: createMemory(this.deps.config, { holidays }),
      demo: false,
      ...(holding && { holding }),
    });
    this.#joined.push(deps);
    return { deps, app: createApp(deps) };
  }

  /** Rows of every table: for checking that nothing was written. */
  rowCounts(): Promise<Record<string, number>> {
    return this.deps.db.session(async (session) => {
      const tables = await session.query(
        "select table_name from information_schema.tables where table_schema = 'public' order by 1",
      );
      const counts: Record<string, number> = {};
      for (const { table_name: table } of tables) {
        const [row] = await session.query(`select count(*)::int as n from "${table}"`);
        counts[String(table)] = Number(row?.n);
      }
      return counts;
    });
  }

  /** Calls of one API pattern so far, e.g. 'POST /open-apis/im/v1/messages'. */
  calls(route?: string): ApiCall[] {
    return this.sim.calls().filter((call) => route === undefined || call.route === route);
  }

  /** Moves the clock a little without doing anything. */
  pass(ms: number): void {
    this.#time.now += ms;
  }

  /** Sends what is due now and, seconds later, what pacing has put off; by all processes unless some are named. */
  async settle(...processes: Deps[]): Promise<void> {
    await this.sim.settled();
    const all = processes.length > 0 ? processes : [this.deps, ...this.#replicas];
    for (let i = 0; i < 400; i++) {
      await Promise.all(all.map((deps) => sendDue(deps)));
      const due = await this.deps.db.read((tx) => nextDueAt(tx));
      if (due === null || due > this.#time.now + 30_000) return;
      if (due > this.#time.now) this.#time.now = due;
      else return;
    }
  }

  group(key: string): Place {
    return new Place(this, this.keys.chatId[key]!);
  }

  private(key: string): Place {
    return new Place(this, this.sim.p2pChat(this.openId(key)));
  }

  openId(key: string): string {
    const id = this.keys.openId[key];
    if (!id) throw new Error(`nobody is called ${key}`);
    return id;
  }

  /** This many error lines in the log belong to the story. */
  expectFailures(count: number): void {
    this.#failures += count;
  }

  /** Nothing pending, no dead letter, no unexpected error; then the database goes. */
  async close(): Promise<void> {
    try {
      await this.#end();
    } finally {
      for (const deps of this.#joined) await deps.db.close();
      await this.#database.drop();
    }
  }

  /** Instead of `close`: what is there stays, and other worlds can go on from it; PostgreSQL only. */
  async checkpoint(): Promise<Checkpoint> {
    await this.#end();
    for (const deps of this.#joined) await deps.db.close();
    if (!this.#database.keep) throw new Error('a checkpoint needs PostgreSQL');
    const database = await this.#database.keep();
    return { now: this.now, sim: this.sim.snapshot(), keys: this.keys, database };
  }

  async #end(): Promise<void> {
    await this.settle();
    const errors = this.log.filter((line) => JSON.parse(line).level === 'error');
    expect(errors.length, errors.join('\n')).toBe(this.#failures);
    const dead = await this.deps.db.read((tx) => listDead(tx, 10));
    expect(dead.map((row) => `${row.kind} ${row.lastError}`)).toEqual([]);
  }
}

/** One chat with its messages as the people in it see them. */
export class Place {
  readonly world: World;
  readonly chatId: string;
  constructor(world: World, chatId: string) {
    this.world = world;
    this.chatId = chatId;
  }

  get messages(): SimMessage[] {
    return this.world.sim.messages(this.chatId);
  }

  /** Somebody speaks to the bot; resolves when everything it caused has been sent. */
  async says(key: string, text: string, o: { replyTo?: string; atBot?: boolean } = {}): Promise<SimMessage> {
    const p2p = this.chatId === this.world.sim.p2pChat(this.world.openId(key));
    const said = await this.world.sim.say(this.world.openId(key), this.chatId, text, { atBot: !p2p, ...o });
    await this.world.settle();
    return said;
  }

  /** What the bot has written here, oldest first, as plain text. */
  get botTexts(): string[] {
    return this.messages.filter((message) => message.senderType === 'app').map(textOf);
  }

  get lastBot(): SimMessage {
    const message = this.messages.filter((one) => one.senderType === 'app').at(-1);
    if (!message) throw new Error('the bot has said nothing here');
    return message;
  }

  get lastText(): string {
    return textOf(this.lastBot);
  }

  /** The newest card whose head names the issue. */
  card(issueId: number): SimMessage {
    const found = this.messages
      .filter((one) => one.senderType === 'app' && titleOf(one).startsWith(`#${issueId} `) && !isForm(one))
      .at(-1);
    if (!found)
      throw new Error(`no card of #${issueId} here; there are: ${this.botTexts.join(' | ').slice(0, 400)}`);
    return found;
  }

  /** Says something and returns everything the bot has newly written here, as text. */
  async ask(key: string, text: string, o: { replyTo?: string; atBot?: boolean } = {}): Promise<string> {
    const before = this.botTexts.length;
    await this.says(key, text, o);
    return this.botTexts.slice(before).join('\n');
  }

  /** Says something that asks for 确认, and confirms it. */
  async agrees(key: string, text: string) {
    await this.says(key, text);
    return this.clicks(key, this.lastBot, '确认');
  }

  /** Presses a button that opens a form, fills the form and submits it; wherever the form came. */
  async fills(key: string, message: SimMessage, button: string, values: Record<string, unknown>) {
    const { world } = this;
    const places = [this, world.private(key)];
    const before = new Map(places.map((place) => [place.chatId, place.messages.length]));
    const opened = await this.clicks(key, message, button);
    for (const place of places) {
      const form = place.messages.slice(before.get(place.chatId)).find(isForm);
      if (form) return place.clicks(key, form, '确认', values);
    }
    throw new Error(`no form came; the click was answered with ${JSON.stringify(opened)}`);
  }

  async clicks(key: string, message: SimMessage, button: string, form?: Record<string, unknown>) {
    const result = await this.world.sim.click(this.world.openId(key), message.messageId, button, form);
    await this.world.settle();
    return result;
  }
}

/** A card that asks for something to be filled in. */
export function isForm(message: SimMessage): boolean {
  return JSON.stringify(message.content).includes('"tag":"form"');
}

export function titleOf(message: SimMessage): string {
  const content = message.content as { header?: { title?: { content?: string } } };
  return content.header?.title?.content ?? '';
}

/** Everything readable in a message, cards included, in order. */
export function textOf(message: SimMessage): string {
  if (message.msgType !== 'interactive') return String((message.content as { text?: string }).text ?? '');
  const texts: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    else if (typeof node === 'object' && node !== null) {
      for (const [key, value] of Object.entries(node)) {
        if (key === 'content' && typeof value === 'string') texts.push(value);
        else if (key !== 'value' && key !== 'summary') walk(value);
      }
    }
  };
  walk(message.content);
  return texts
    .join('\n')
    .replaceAll('**', '')
    .replace(/<[^>]+>/g, (tag) => (tag === '<br>' ? '\n' : ''))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

/** The zone as master data, filled in at `now` by the people whom every simulator of these tests knows. */
function zoneAt(now: number): Filling {
  return {
    name: `zone ${now}`,
    async fill(db) {
      const { deps, sim } = joinWorld({ ...QUIET, config: readConfig({}), db, clock: () => now });
      await populateDatabase(deps, sim, populateSim(sim), now);
    },
  };
}

function countProcesses(said: number | undefined): number {
  if (said === 1) return 1;
  return Math.max(said ?? 1, Number(process.env.STORY_PROCESSES ?? 1));
}

/** A zone with everybody in it and no problems yet. Monday morning unless told otherwise. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const { from } = options;
  const time = { now: from?.now ?? at(options.at ?? '2026-11-23 09:00') };
  const filling = from?.database ?? (options.masterData === false ? undefined : zoneAt(time.now));
  const database = await testDatabase(options.database ?? 'postgres', filling);
  const log: string[] = [];
  const doors: App[] = [];
  let pushes = 0;
  const { deps, sim, app } = joinWorld({
    ...QUIET,
    // Time stands still while people talk here, so the limit per minute is for the tests that ask for it.
    config: readConfig({
      LOG_LEVEL: 'warn',
      COMMANDS_PER_MINUTE: '0',
      CLICKS_PER_MINUTE: '0',
      ...options.env,
    }),
    db: database.db,
    clock: () => time.now,
    setClock: (to) => {
      time.now = to;
    },
    write: (line) => log.push(line),
    sim: {
      ...QUIET.sim,
      // A machine may be slow; that nobody answers in time is told by tests that bring a timer of their own.
      setTimer: (go, ms) => setTimeout(go, ms === PUSH_LIMIT_MS ? PATIENCE_MS : ms).unref(),
      ...(options.transport && { transport: options.transport }),
      deliver: async (path, { headers, body }) => {
        const door = doors[pushes++ % doors.length]!;
        const response = await door.request(path, { method: 'POST', headers, body });
        return { status: response.status, body: await response.text() };
      },
    },
  });
  doors.push(app);
  if (from) sim.restore(from.sim);
  const keys = from?.keys ?? populateSim(sim);
  deps.config.adminOpenIds.push(...(options.admins ?? []).map((key) => keys.openId[key]!));
  const world = new World({ sim, deps, keys, log, doors, database, time });
  const processes = database.url === undefined ? 1 : countProcesses(options.processes);
  for (let n = 1; n < processes; n++) world.addReplica();
  return world;
}
