/** How long people wait for their answers while other calls hang, after a crash, and behind a backlog. */
import { setTimeout as pause } from 'node:timers/promises';
import { enqueue } from '../src/db/outbox.ts';
import { findPeopleByOpenIds } from '../src/db/person.ts';
import { LEASE_MS } from '../src/engine/retry.ts';
import { ANSWER } from '../src/kinds/messages.ts';
import type { Sim } from '../src/sim/sim.ts';
import type { Printer } from './clock.ts';
import type { BenchServer } from './postgres.ts';
import { type BenchService, openService } from './service.ts';

const ASK = '帮助';
/** A call that is never answered and never carried out; the bot gives up by itself after ten seconds. */
const NEVER_MS = 3_600_000;
const SEND = /\/im\/v1\/messages/;
const HUNG = 10;
const HEALTHY = 20;
const GIVE_UP_MS = 120_000;

interface Asker {
  openId: string;
  chatId: string;
}

const people = (sim: Sim, name: string, count: number): Asker[] =>
  Array.from({ length: count }, (_, n) => {
    const { openId } = sim.addUser({ name: `${name}${n}` });
    return { openId, chatId: sim.p2pChat(openId) };
  });

const answers = (sim: Sim, chatId: string) =>
  sim.messages(chatId).filter((message) => message.senderType === 'app').length;

/** Resolves when the bot has written so many messages in a chat; false when it has not within two minutes. */
function written(sim: Sim, chatId: string, count: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const look = () => answers(sim, chatId) >= count && resolve(true);
  const stop = sim.onChange((change) => {
    if (change.kind === 'message') look();
  });
  const timer = setTimeout(() => resolve(false), GIVE_UP_MS);
  look();
  return promise.finally(() => {
    stop();
    clearTimeout(timer);
  });
}

/** From the moment it is said until the answer stands there, ms; two minutes when none has come by then. */
async function ask(sim: Sim, { openId, chatId }: Asker, atBot = false): Promise<number> {
  const before = answers(sim, chatId);
  const begun = performance.now();
  await sim.say(openId, chatId, ASK, { atBot });
  await written(sim, chatId, before + 1);
  return performance.now() - begun;
}

/** Five questions a second by people who take turns. */
async function askSteadily(sim: Sim, from: Asker[], seconds: number): Promise<number[]> {
  const waits: Promise<number>[] = [];
  for (let n = 0; n < seconds * 5; n++) {
    waits.push(ask(sim, from[n % from.length]!));
    await pause(200);
  }
  return Promise.all(waits);
}

/** Calls that send to these chats or people hang from now on. */
function hang(sim: Sim, to: ReadonlySet<string>): { lift: () => void; struck: Promise<void> } {
  const { promise: struck, resolve } = Promise.withResolvers<void>();
  const lift = sim.fault({
    api: '*',
    kind: 'latency',
    ms: NEVER_MS,
    when: ({ route = '', path = '', body }) => {
      if (!SEND.test(route)) return false;
      const { receive_id: receiver = '' } = (body ?? {}) as { receive_id?: string };
      const replied = /messages\/([^/]+)\/reply/.exec(path)?.[1];
      const hangs = to.has(receiver) || (replied !== undefined && to.has(sim.message(replied)?.chatId ?? ''));
      if (hangs) resolve();
      return hangs;
    },
  });
  return { lift, struck };
}

const percentile = (waits: number[], share: number): number =>
  waits.toSorted((a, b) => a - b)[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
const median = (values: number[]) => percentile(values, 0.5);

async function withDatabase<T>(
  server: BenchServer,
  name: string,
  work: (url: string) => Promise<T>,
): Promise<T> {
  await server.run(`create database ${name}`);
  try {
    return await work(server.url(name));
  } finally {
    await server.run(`drop database ${name} with (force)`);
  }
}

async function withService<T>(
  url: string | undefined,
  options: Parameters<typeof openService>[1],
  work: (service: BenchService) => Promise<T>,
): Promise<T> {
  const service = await openService(url, options);
  try {
    for (const one of service.processes) await one.start();
    return await work(service);
  } finally {
    await service.close();
  }
}

/** Rounds of quiet and of ten people to whom every call hangs, in turn. */
async function measureHanging(url: string, plan: { rounds: number; seconds: number }) {
  return withService(url, { processes: 1 }, async ({ sim }) => {
    const healthy = people(sim, '同事', HEALTHY);
    for (const one of healthy) await ask(sim, one);
    const quiet: number[] = [];
    const beside: number[] = [];
    for (let round = 0; round < plan.rounds; round++) {
      quiet.push(...(await askSteadily(sim, healthy, plan.seconds)));
      const others = people(sim, `第${round}批`, HUNG);
      const { lift, struck } = hang(sim, new Set(others.flatMap(({ openId, chatId }) => [openId, chatId])));
      for (const { openId, chatId } of others) await sim.say(openId, chatId, ASK);
      await struck;
      beside.push(...(await askSteadily(sim, healthy, plan.seconds)));
      lift();
      for (const { chatId } of others) await written(sim, chatId, 1);
    }
    return { quiet, beside };
  });
}

interface AfterCrash {
  /** From the kill until somebody takes pushes. */
  down: number;
  /** From then until what was being sent stands there. */
  interrupted: number;
  /** From then until the answer stands there to what was asked at that moment. */
  next: number;
}

/** SIGKILL while a call to a group hangs; then somebody speaks there as soon as anybody takes pushes. */
async function crash(service: BenchService): Promise<AfterCrash> {
  const { sim, keys, processes } = service;
  const group = { openId: keys.openId.wang!, chatId: keys.chatId.xf! };
  const [victim, other] = processes;
  service.door = victim!;
  await ask(sim, group, true);
  const before = answers(sim, group.chatId);
  const { lift, struck } = hang(sim, new Set([group.chatId]));
  await sim.say(group.openId, group.chatId, ASK, { atBot: true });
  await struck;
  await victim!.kill();
  const killed = performance.now();
  lift();
  const first = written(sim, group.chatId, before + 1).then(() => performance.now());
  if (other) service.door = other;
  else await victim!.start();
  const asked = performance.now();
  await sim.say(group.openId, group.chatId, ASK, { atBot: true });
  const next = written(sim, group.chatId, before + 2).then(() => performance.now() - asked);
  const figures = {
    down: asked - killed,
    // It may be there before the process says that it has started.
    interrupted: Math.max(0, (await first) - asked),
    next: await next,
  };
  if (other) await victim!.start();
  return figures;
}

async function measureCrashes(url: string | undefined, rounds: number): Promise<AfterCrash[]> {
  return withService(url, { processes: url === undefined ? 1 : 2 }, async (service) => {
    const all: AfterCrash[] = [];
    for (let round = 0; round < rounds; round++) all.push(await crash(service));
    return all;
  });
}

/** Cards of an hour ago, none of which can be left out or put together with another; and people who ask now. */
async function measureBacklog(url: string, size: number, askers: number): Promise<number[]> {
  const wanted = Date.now() - 3_600_000;
  const prepare: Parameters<typeof openService>[1]['prepare'] = async (db, sim) => {
    const waiting = people(sim, '先来', Math.max(1, size / 50));
    const [known] = sim.users();
    await db.transaction(async (tx) => {
      const [person] = await findPeopleByOpenIds(tx, [known!.openId]);
      const rows = Array.from({ length: size }, (_, n) => {
        const { openId } = waiting[n % waiting.length]!;
        const answer = { kind: 'suggest' as const, text: `第${n}条`, commands: [] };
        const payload = { answer, openId, personId: person!.id };
        return ANSWER.row({ id: `late-${n}`, target: `person:${openId}`, payload, dueAt: wanted });
      });
      await enqueue(tx, rows, wanted);
    });
  };
  return withService(url, { processes: 1, prepare }, async ({ sim }) => {
    const fresh = people(sim, '新来', askers);
    const waits: number[] = [];
    for (const one of fresh) waits.push(await ask(sim, one));
    return waits;
  });
}

const seconds = (ms: number) => (ms / 1000).toFixed(2);

export async function printDelivery(
  server: BenchServer,
  plan: { rounds: number; seconds: number; crashes: number; backlog: number; askers: number },
  { say, row }: Printer,
): Promise<void> {
  say('ten calls that hang …');
  const { quiet, beside } = await withDatabase(server, 'hanging', (url) => measureHanging(url, plan));
  row(['answers', 'quiet p50 ms', 'p95 ms', 'beside ten that hang p50 ms', 'p95 ms', 'p95, ratio']);
  row(['--:', '--:', '--:', '--:', '--:', '--:']);
  const [before, after] = [percentile(quiet, 0.95), percentile(beside, 0.95)];
  row([
    quiet.length,
    median(quiet).toFixed(0),
    before.toFixed(0),
    median(beside).toFixed(0),
    after.toFixed(0),
    (after / before).toFixed(2),
  ]);
  console.log('');
  row([
    'SIGKILL while sending',
    'times',
    'down s',
    'the message s',
    '÷ lease',
    'the next answer s',
    '÷ lease',
  ]);
  row(['---', '--:', '--:', '--:', '--:', '--:', '--:']);
  const printCrashes = (name: string, figures: AfterCrash[]) => {
    const of = (what: keyof AfterCrash) => median(figures.map((one) => one[what]));
    const ratio = (ms: number) => (ms / LEASE_MS).toFixed(2);
    const [message, next] = [of('interrupted'), of('next')];
    row([
      name,
      figures.length,
      seconds(of('down')),
      seconds(message),
      ratio(message),
      seconds(next),
      ratio(next),
    ]);
  };
  say('crashes of the only process …');
  printCrashes('the only process, embedded', await measureCrashes(undefined, plan.crashes));
  say('crashes of one of two …');
  const two = await withDatabase(server, 'crashing', (url) => measureCrashes(url, plan.crashes));
  printCrashes('one of two, PostgreSQL', two);
  console.log('');
  say('a backlog …');
  const waits = await withDatabase(server, 'backlog', (url) =>
    measureBacklog(url, plan.backlog, plan.askers),
  );
  row(['late answers waiting', 'people who ask now', 'p50 s', 'longest s']);
  row(['--:', '--:', '--:', '--:']);
  row([plan.backlog, waits.length, seconds(median(waits)), seconds(Math.max(...waits))]);
}
