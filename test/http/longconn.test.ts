/** The long connection in our service, without a process of its own: what it answers and when, and what readyz says. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterEach, expect, test, vi } from 'vitest';
import type { Deps } from '../../src/deps.ts';
import { createApp } from '../../src/http/app.ts';
import { startLongconn } from '../../src/longconn.ts';
import { openWorld, textOf, type World } from '../support/world.ts';

const SOON = { timeout: 20_000, interval: 5 };
const closers: (() => Promise<void> | void)[] = [];
let world: World;
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  await world.close();
});

/** The bot with a long connection to the world's platform, and the timers of ours that wait. */
async function connect(over: (deps: Deps) => Partial<Deps> = () => ({})) {
  world = await openWorld({ transport: 'longconn' });
  const server = createServer(getRequestListener((request) => world.sim.fetch(request)));
  closers.push(world.sim.longconn.attach(server));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const config = { ...world.deps.config, domain: `http://127.0.0.1:${port}` };
  const deps: Deps = { ...world.deps, ...over(world.deps), config };
  const timers = new Set<{ go: () => void; ms: number }>();
  const said: string[] = [];
  const longconn = startLongconn(deps, {
    say: (line) => said.push(line),
    setTimer: (go, ms) => {
      const timer = { go, ms };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  });
  closers.push(() => longconn.stop());
  const connected = () => vi.waitFor(() => expect(world.sim.longconn.connections()).toHaveLength(1), SOON);
  await connected();
  const runOut = async (ms: number) => {
    const timer = await vi.waitFor(() => {
      const found = [...timers].find((one) => Math.round(one.ms) === ms);
      if (!found) throw new Error(`no timer of ${ms}`);
      return found;
    }, SOON);
    timers.delete(timer);
    timer.go();
  };
  return { deps, longconn, said, runOut, connected };
}

/** A database that commits only when it is let. */
function heldBack(deps: Deps): { db: Deps['db']; free: () => void } {
  const gate = Promise.withResolvers<void>();
  const transaction: Deps['db']['transaction'] = async (work) => {
    await gate.promise;
    return deps.db.transaction(work);
  };
  return { db: { ...deps.db, transaction }, free: () => gate.resolve() };
}

test('a message whose work takes longer than the platform waits is refused, and is found done when it comes again', async () => {
  let free = () => {};
  const { runOut } = await connect((deps) => {
    const held = heldBack(deps);
    free = held.free;
    return { db: held.db };
  });
  const said = world.sim.say(world.openId('wang'), world.sim.chats()[0]!.chatId, '报 淋滤液 住建局', {
    atBot: true,
  });
  await runOut(2_500);
  await said;
  expect(world.sim.pushes()).toMatchObject([{ status: 500, attempt: 1 }]);
  free();
  world.outageUntil('2026-11-23 09:01');
  await world.sim.runDue();
  expect(world.sim.pushes().at(-1)).toMatchObject({ status: 200, attempt: 2 });
  expect(await world.rowCounts()).toMatchObject({ issue: 1 });
});

test('a click whose work takes longer is told to look again, and takes effect once', async () => {
  let free = () => {};
  let slow = false;
  const { runOut } = await connect((deps) => {
    const held = heldBack(deps);
    free = held.free;
    const transaction: Deps['db']['transaction'] = (work) => (slow ? held.db : deps.db).transaction(work);
    return { db: { ...deps.db, transaction } };
  });
  const group = world.group('xf');
  await group.says('wang', '报 淋滤液 生态环境局 3个工作日');
  slow = true;
  const click = world.sim.click(world.openId('sun'), group.card(1).messageId, '签收');
  await runOut(2_500);
  expect((await click).toast?.content).toContain('还在处理');
  free();
  await vi.waitFor(async () => {
    await world.settle();
    expect(textOf(group.card(1))).toContain('办理中');
  }, SOON);
});

test('what is no push of ours is let pass, and what is no JSON at all is refused', async () => {
  await connect();
  const push = (body: string) => {
    const hub = world.sim.longconn as unknown as {
      push(ids: object, body: string): Promise<{ status: number }>;
    };
    return hub.push({ seed: 7, drawn: 0 }, body);
  };
  expect(await push('{"a":1}')).toMatchObject({ status: 200 });
  expect(await push('not json')).toMatchObject({ status: 500 });
  expect(await world.rowCounts()).toMatchObject({ inbox: 0 });
  expect(world.log.join()).toContain('"event":"longconn.bad-frame","why":"no-json"');
});

test('readyz tells when the connection has been down for more than a minute, until it is back', async () => {
  const { deps, longconn, said, runOut, connected } = await connect();
  const config = { ...deps.config, metricsToken: 'let-me-see' };
  const app = createApp({ ...deps, config }, { longconnDownForMs: longconn.downForMs });
  const ready = async () => {
    const answer = await app.request('/readyz', { headers: { authorization: 'Bearer let-me-see' } });
    return [answer.status, await answer.json()];
  };
  expect(await ready()).toEqual([200, { ok: true }]);
  const admit = world.sim.longconn.refuse(514);
  world.sim.longconn.closeAll();
  /** Waits for the news in the log; the answer is how long until the next try. */
  const again = (event: string) =>
    vi.waitFor(() => {
      const line = world.log.map((one) => JSON.parse(one)).find((one) => one.event === event);
      if (!line) throw new Error(`no ${event}`);
      return Number(line.againInMs);
    }, SOON);
  const firstTry = await again('longconn.lost');
  world.outageUntil('2026-11-23 09:01');
  expect(await ready()).toEqual([200, { ok: true }]);
  await runOut(firstTry);
  const secondTry = await again('longconn.refused');
  world.outageUntil('2026-11-23 09:02');
  expect(await ready()).toEqual([503, { ok: false, problem: 'longconn', downForSeconds: 120 }]);
  expect(said).toEqual([expect.stringMatching(/^长连接没有建立：App ID 或 App Secret 不对.*错误码 514/)]);
  admit();
  await runOut(secondTry);
  await connected();
  await vi.waitFor(async () => expect(await ready()).toEqual([200, { ok: true }]), SOON);
  world.expectFailures(1);
});
