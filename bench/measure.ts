/** What is measured, each over a fresh copy of a filled database. */
import { Hono } from 'hono';
import { createSendLoop } from '../src/engine/send-loop.ts';
import { verifyRequest } from '../src/feishu/verify.ts';
import type { Load } from './load.ts';
import { medianLoad, runLoad } from './load.ts';
import type { BenchServer } from './postgres.ts';
import type { SealedPush } from './push.ts';
import { openRaw, type Recording, replay, statementsOf } from './replay.ts';
import { openTown, quickPlatform, type Town } from './town.ts';

/** The product's own default. */
const POOL = 10;
const PUSH_URL = 'http://bench.local/webhook/event';

export interface Plan {
  concurrency: number;
  rounds: number;
  seconds: number;
}

export interface Pair {
  webhook: Load;
  raw: Load;
  statements: number;
}

type Fetch = (request: Request) => Response | Promise<Response>;

export async function deliver(fetch: Fetch, push: SealedPush): Promise<void> {
  const response = await fetch(
    new Request(PUSH_URL, { method: 'POST', headers: push.headers, body: push.body }),
  );
  if (response.status !== 200) throw new Error(`push answered ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}

export async function withCopy<T>(
  server: BenchServer,
  template: string,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const name = `${template}_copy`;
  await server.run(`create database ${name} template ${template} strategy file_copy`);
  await server.run('checkpoint');
  try {
    return await work(server.url(name));
  } finally {
    await server.run(`drop database ${name} with (force)`);
  }
}

async function countIssues(town: Town): Promise<number> {
  const rows = await town.deps.db.session((session) => session.query('select count(*)::int as n from issue'));
  return Number(rows[0]?.n);
}

/** Some requests of each kind the load holds, each as one transaction. */
export async function record(url: string, count: number): Promise<Recording[]> {
  let noted: { text: string; params: readonly unknown[] }[] = [];
  const town = openTown(url, {
    max: 1,
    onStatement: (text, params) => noted.push({ text, params: [...params] }),
  });
  const recordings: Recording[] = [];
  try {
    // The first one also learns the bot's id and reads the directory.
    for (let n = 0; n <= count; n++) {
      noted = [];
      const push = town.seal(n);
      await deliver(town.app.fetch, push);
      if (n === 0) continue;
      const statements = statementsOf(noted);
      const [row] = await town.deps.db.session((session) =>
        session.query('select id from issue where source_message_id = $1', [push.messageId]),
      );
      recordings.push({
        eventId: push.eventId,
        messageId: push.messageId,
        issueId: Number(row?.id),
        statements,
      });
    }
  } finally {
    await town.close();
  }
  return recordings;
}

/** Rounds of the webhook and of its bare statements in turn, with as many requests each as fit the seconds. */
export async function measurePair(server: BenchServer, template: string, plan: Plan): Promise<Pair> {
  return withCopy(server, template, async (url) => {
    const recordings = await record(url, 12);
    const town = openTown(url, { max: POOL });
    const raw = openRaw(url, POOL);
    const webhook: Load[] = [];
    const bare: Load[] = [];
    let sealed = 0;
    const logProblems = async (count: number) => {
      const pushes = Array.from({ length: count }, () => town.seal(sealed++));
      const before = await countIssues(town);
      const load = await runLoad(count, plan.concurrency, (n) => deliver(town.app.fetch, pushes[n]!));
      const stored = (await countIssues(town)) - before;
      if (stored !== count) throw new Error(`${count} pushes stored ${stored} problems`);
      return load;
    };
    const replayProblems = (count: number) =>
      runLoad(count, plan.concurrency, (n) => replay(raw, recordings[n % recordings.length]!));
    try {
      // Enough for the compiler to have seen it all.
      const warm = Math.ceil(plan.seconds * 100);
      await logProblems(warm);
      await replayProblems(warm);
      const { perSecond } = await logProblems(warm);
      const count = Math.ceil(Math.max(perSecond * plan.seconds, plan.concurrency * 4));
      for (let round = 0; round < plan.rounds; round++) {
        webhook.push(await logProblems(count));
        bare.push(await replayProblems(count));
      }
    } finally {
      await raw.end();
      await town.close();
    }
    const statements = recordings.reduce((sum, one) => sum + one.statements.length, 0) / recordings.length;
    return { webhook: medianLoad(webhook), raw: medianLoad(bare), statements };
  });
}

/** The webhook while the sender carries away, at the platform's pace, what was logged. */
export async function measureSending(server: BenchServer, template: string, plan: Plan): Promise<Load> {
  return withCopy(server, template, async (url) => {
    const sendLoop = createSendLoop(() => town.deps);
    const town = openTown(url, { max: POOL, wake: sendLoop.wake, fetch: quickPlatform });
    const loads: Load[] = [];
    let sealed = 0;
    const logProblems = (count: number) => {
      const pushes = Array.from({ length: count }, () => town.seal(sealed++));
      return runLoad(count, plan.concurrency, (n) => deliver(town.app.fetch, pushes[n]!));
    };
    try {
      const { perSecond } = await logProblems(100);
      const count = Math.ceil(Math.max(perSecond * plan.seconds, plan.concurrency * 4));
      for (let round = 0; round < plan.rounds; round++) loads.push(await logProblems(count));
    } finally {
      await sendLoop.stop();
      await town.close();
    }
    return medianLoad(loads);
  });
}

/** Without any work of ours: a bare handler, and one that only proves where the push is from and opens it. */
export async function measureDoors(
  server: BenchServer,
  template: string,
  plan: Plan,
): Promise<{ bare: Load; verify: Load }> {
  const town = openTown(server.url(template), { max: 1 });
  const { config } = town.deps;
  const { encryptKeys, verificationTokens, id: appId } = config.app!;
  const app = new Hono();
  app.post('/webhook/event', async (c) => {
    await c.req.arrayBuffer();
    return c.json({});
  });
  const verifying = new Hono();
  verifying.post('/webhook/event', async (c) => {
    const verified = await verifyRequest({
      rawBody: new Uint8Array(await c.req.arrayBuffer()),
      headers: (name) => c.req.header(name),
      config: { encryptKeys, verificationTokens, appId },
      nowMs: Date.now(),
    });
    return c.json({}, verified.kind === 'push' ? 200 : 401);
  });
  const pushes = Array.from({ length: 2000 }, (_, n) => town.seal(n));
  const run = async (door: Hono) => {
    const loads: Load[] = [];
    for (let round = 0; round <= plan.rounds; round++) {
      loads.push(await runLoad(pushes.length, plan.concurrency, (n) => deliver(door.fetch, pushes[n]!)));
    }
    return medianLoad(loads.slice(1));
  };
  try {
    return { bare: await run(app), verify: await run(verifying) };
  } finally {
    await town.close();
  }
}
