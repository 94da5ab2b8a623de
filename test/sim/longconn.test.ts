/** The platform's end of the long connection, against the official client, which knows nothing of this simulator. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { LoggerLevel, WSClient } from '@larksuiteoapi/node-sdk';
import { afterEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { writeFrame } from '../../src/sim/longconn/frame.ts';
import {
  APP_ID,
  APP_SECRET,
  button,
  card,
  createGroup,
  createScripted,
  type Scripted,
  sendCard,
} from './bot.ts';

const SOON = { timeout: 20_000, interval: 5 };
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0).reverse()) close();
});

async function open(o: Parameters<typeof createScripted>[0] = {}): Promise<{ s: Scripted; domain: string }> {
  const s = createScripted({ transport: 'longconn', ...o });
  const server = createServer(getRequestListener((request) => s.sim.fetch(request)));
  const detach = s.sim.longconn.attach(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close(), detach);
  return { s, domain: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** The official client; `invoke` is what its dispatcher does with a message. */
async function joinOfficial(domain: string, invoke: (data: unknown) => unknown): Promise<void> {
  // It loses what comes between the handshake and this.
  const ready = Promise.withResolvers<void>();
  const client = new WSClient({
    appId: APP_ID,
    appSecret: APP_SECRET,
    domain,
    loggerLevel: LoggerLevel.fatal,
    onReady: ready.resolve,
  });
  closers.push(() => client.close({ force: true }));
  await client.start({ eventDispatcher: { invoke: async (data: unknown) => invoke(data) } as never });
  await ready.promise;
}

const endpoint = async (domain: string, body: object) => {
  const answer = await fetch(`${domain}/callback/ws/endpoint`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return (await answer.json()) as { code: number; data: { URL: string; ClientConfig: object } };
};

const ask = (domain: string) => endpoint(domain, { AppID: APP_ID, AppSecret: APP_SECRET });

/** A hand-made client; resolves with its close code. */
async function connectByHand(url: string): Promise<{ ws: WebSocket; closed: Promise<number> }> {
  const ws = new WebSocket(url);
  ws.on('error', () => {});
  closers.push(() => ws.terminate());
  const closed = new Promise<number>((resolve) => ws.on('close', resolve));
  await new Promise((resolve) => ws.on('open', resolve));
  return { ws, closed };
}

test('the official client is let in, hears messages whole and split, and its answers are taken', async () => {
  const { s, domain } = await open();
  const { wang, chat } = createGroup(s);
  const heard: unknown[] = [];
  await joinOfficial(domain, (data) => {
    heard.push(data);
    return undefined;
  });
  await s.sim.say(wang.openId, chat.chatId, '你好', { atBot: true });
  s.sim.longconn.splitBytes = 50;
  await s.sim.say(wang.openId, chat.chatId, '第二句'.repeat(50), { atBot: true });
  expect(s.sim.pushes()).toMatchObject([{ status: 200 }, { status: 200 }]);
  expect(heard).toMatchObject([
    { schema: '2.0', header: { app_id: APP_ID, event_type: 'im.message.receive_v1' } },
    { event: { message: { content: JSON.stringify({ text: `@_user_1 ${'第二句'.repeat(50)}` }) } } },
  ]);
  expect(s.sim.longconn.violations()).toEqual([]);
});

test('the official client answers a click, and what fails in it is pushed again on the platform’s schedule', async () => {
  const { s, domain } = await open();
  const { wang, chat } = createGroup(s);
  let broken = true;
  await joinOfficial(domain, (data) => {
    if ((data as { header: { event_type: string } }).header.event_type === 'card.action.trigger')
      return { toast: { type: 'info', content: '好' } };
    if (broken) throw new Error('broken');
    return undefined;
  });
  const messageId = await sendCard(s, chat.chatId, card(button('签收', {})));
  expect(await s.sim.click(wang.openId, messageId, '签收')).toEqual({
    toast: { type: 'info', content: '好' },
  });
  await s.sim.say(wang.openId, chat.chatId, '你好', { atBot: true });
  for (const wait of [15_000, 300_000]) {
    s.now += wait;
    await s.sim.runDue();
  }
  broken = false;
  s.now += 3_600_000;
  await s.sim.runDue();
  s.now += 21_600_000;
  await s.sim.runDue();
  const { eventId } = s.sim.pushes().at(-1) ?? { eventId: '' };
  expect(s.sim.pushes().flatMap((push) => (push.eventId === eventId ? [push.status] : []))).toEqual([
    500, 500, 500, 200,
  ]);
});

test('with nobody connected a message waits for its next push, and a click fails at once', async () => {
  const { s, domain } = await open();
  const { wang, chat } = createGroup(s);
  const messageId = await sendCard(s, chat.chatId, card(button('签收', {})));
  await s.sim.say(wang.openId, chat.chatId, '有人吗', { atBot: true });
  expect(await s.sim.click(wang.openId, messageId, '签收')).toMatchObject({ error: { code: 200342 } });
  expect(await s.sim.challenge('/webhook/event')).toBe(false);
  const heard: unknown[] = [];
  await joinOfficial(domain, (data) => void heard.push(data));
  expect(await s.sim.challenge('/webhook/event')).toBe(true);
  s.now += 15_000;
  await s.sim.runDue();
  expect(heard).toHaveLength(1);
});

test('the endpoint refuses strangers, apps that use webhooks, and the fifty-first connection', async () => {
  const { s, domain } = await open();
  expect(await endpoint(domain, { AppID: APP_ID, AppSecret: 'x' })).toMatchObject({ code: 514 });
  expect(await endpoint(domain, { AppID: 'cli_x', AppSecret: APP_SECRET })).toMatchObject({ code: 514 });
  expect(await endpoint(domain, {})).toMatchObject({ code: 514 });
  const other = await open({ transport: 'webhook' });
  expect(await ask(other.domain)).toMatchObject({ code: 403 });
  const tickets = await Promise.all(Array.from({ length: 51 }, () => ask(domain)));
  for (const ticket of tickets.slice(0, 50)) await connectByHand(ticket.data.URL);
  expect(s.sim.longconn.connections()).toHaveLength(50);
  expect(await ask(domain)).toMatchObject({ code: 1000040350 });
  const ws = new WebSocket(tickets[50]?.data.URL ?? '');
  ws.on('error', () => {});
  const headers = await new Promise((resolve) =>
    ws.on('unexpected-response', (request, response) => {
      resolve(response.headers);
      request.destroy();
    }),
  );
  expect(headers).toMatchObject({ 'handshake-status': '514', 'handshake-autherrcode': '1000040350' });
});

test('an address lets in once, and only for a minute', async () => {
  const { s, domain } = await open();
  const refused = (url: string) =>
    new Promise((resolve) => {
      const ws = new WebSocket(url);
      ws.on('error', () => {});
      ws.on('unexpected-response', (request, response) => {
        resolve(response.headers['handshake-status']);
        request.destroy();
      });
    });
  const { data } = await ask(domain);
  await connectByHand(data.URL);
  expect(await refused(data.URL)).toBe('514');
  const late = await ask(domain);
  s.now += 60_001;
  expect(await refused(late.data.URL)).toBe('514');
});

const FRAME = {
  SeqID: 0n,
  LogID: 0n,
  service: 33554678,
  method: 0,
  headers: [{ key: 'type', value: 'ping' }],
};

test.each([
  ['bytes that are no frame', Buffer.from('hello')],
  ['an unknown field', Buffer.concat([writeFrame(FRAME), Buffer.from([0x50, 1])])],
  ['a ping for another service', writeFrame({ ...FRAME, service: 1 })],
  ['an answer to nothing', writeFrame({ ...FRAME, method: 1 })],
  ['a missing field', writeFrame(FRAME).subarray(2)],
])('a client that sends %s is cut off', async (_, bytes) => {
  const { s, domain } = await open();
  const { ws, closed } = await connectByHand((await ask(domain)).data.URL);
  ws.send(bytes);
  expect(await closed).toBe(1002);
  expect(s.sim.longconn.violations()).toHaveLength(1);
});

test('a half-open connection stays open and says nothing; a message it should have carried is pushed again', async () => {
  const due: (() => void)[] = [];
  const { s, domain } = await open({ setTimer: (go) => void due.push(go) });
  const { wang, chat } = createGroup(s);
  const { ws } = await connectByHand((await ask(domain)).data.URL);
  const heard: unknown[] = [];
  ws.on('message', (data) => heard.push(data));
  s.sim.longconn.silence();
  ws.send(writeFrame(FRAME));
  const said = s.sim.say(wang.openId, chat.chatId, '在吗', { atBot: true });
  await vi.waitFor(() => expect(due).toHaveLength(1), SOON);
  due[0]?.();
  await said;
  expect(s.sim.pushes()).toMatchObject([{ failure: 'timeout' }]);
  expect(heard).toEqual([]);
  expect(ws.readyState).toBe(WebSocket.OPEN);
});
