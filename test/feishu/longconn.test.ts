/** Our end of the long connection against the simulator's, over a loopback socket; time is in the test's hands. */
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Longconn, type LongconnNews, openLongconn } from '../../src/feishu/longconn/connection.ts';
import type { Reply } from '../../src/feishu/longconn/session.ts';
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
} from '../sim/bot.ts';

const SOON = { timeout: 20_000, interval: 5 };
const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function openPlatform(): Promise<{ s: Scripted; domain: string }> {
  const s = createScripted({ transport: 'longconn' });
  const server = createServer(getRequestListener((request) => s.sim.fetch(request)));
  closers.push(s.sim.longconn.attach(server));
  return { s, domain: await listen(server) };
}

/** A client with timers that only the test lets run. */
class Client {
  readonly news: LongconnNews[] = [];
  readonly heard: { header: Record<string, string>; event: Record<string, unknown> }[] = [];
  answer: (payload: unknown) => Promise<Reply> | Reply = () => ({ status: 200, body: {} });
  readonly timers = new Set<{ go: () => void; ms: number }>();
  now = 0;
  readonly connection: Longconn;

  constructor(domain: string, over: { appSecret?: string; maxBytes?: number } = {}) {
    this.connection = openLongconn({
      domain,
      appId: APP_ID,
      appSecret: over.appSecret ?? APP_SECRET,
      maxBytes: over.maxBytes ?? 1024 * 1024,
      clock: () => this.now,
      random: () => 0.5,
      setTimer: (go, ms) => {
        const timer = { go, ms };
        this.timers.add(timer);
        return () => this.timers.delete(timer);
      },
      take: async (payload) => {
        this.heard.push(payload as Client['heard'][number]);
        return this.answer(payload);
      },
      tell: (news) => this.news.push(news),
    });
    closers.push(async () => {
      const stopped = this.connection.stop();
      await stopped;
      expect([...this.timers].filter((timer) => timer.ms !== 1_000)).toEqual([]);
    });
  }

  waits(): number[] {
    return [...this.timers].map((timer) => timer.ms);
  }

  /** Waits for a timer of that length and lets it run out. */
  async runOut(ms: number): Promise<void> {
    const timer = await vi.waitFor(() => {
      const found = [...this.timers].find((one) => one.ms === ms);
      if (!found) throw new Error(`no timer of ${ms}, but ${this.waits()}`);
      return found;
    }, SOON);
    this.timers.delete(timer);
    this.now += ms;
    timer.go();
  }

  async hears(kind: LongconnNews['kind'], times = 1): Promise<LongconnNews> {
    return vi.waitFor(() => {
      const found = this.news.filter((one) => one.kind === kind);
      if (found.length < times) throw new Error(`${JSON.stringify(this.news)}`);
      return found[times - 1]!;
    }, SOON);
  }
}

const connected = async (domain: string, over?: ConstructorParameters<typeof Client>[1]) => {
  const client = new Client(domain, over);
  await client.hears('connected');
  return client;
};

describe('a message over the long connection', () => {
  test('comes plain, is answered 200 when its work is done, and is not pushed again', async () => {
    const { s, domain } = await openPlatform();
    const { wang, chat } = createGroup(s);
    const client = await connected(domain);
    const work = Promise.withResolvers<Reply>();
    client.answer = () => work.promise;
    const said = s.sim.say(wang.openId, chat.chatId, '报 淋滤液', { atBot: true });
    await vi.waitFor(() => expect(client.heard).toHaveLength(1), SOON);
    expect(s.sim.pushes()).toEqual([]);
    work.resolve({ status: 200, body: {} });
    await said;
    expect(s.sim.pushes()).toMatchObject([{ status: 200, attempt: 1 }]);
    expect(client.heard[0]).toMatchObject({
      header: { event_type: 'im.message.receive_v1', app_id: APP_ID },
      event: { message: { chat_id: chat.chatId } },
    });
    s.now += 7 * 3_600_000;
    await s.sim.runDue();
    expect(client.heard).toHaveLength(1);
    expect(s.sim.longconn.violations()).toEqual([]);
  });

  test('whose work failed is answered 500 and comes again after 15 s', async () => {
    const { s, domain } = await openPlatform();
    const { wang, chat } = createGroup(s);
    const client = await connected(domain);
    client.answer = () => ({ status: 500, body: { code: 500, msg: 'secret of ours' } });
    await s.sim.say(wang.openId, chat.chatId, '你好', { atBot: true });
    expect(s.sim.pushes()).toMatchObject([{ status: 500, answer: '{}', failure: 'status' }]);
    client.answer = () => ({ status: 200, body: {} });
    s.now += 15_000;
    await s.sim.runDue();
    expect(s.sim.pushes().at(-1)).toMatchObject({ status: 200, attempt: 2 });
    expect(new Set(client.heard.map((one) => one.header.event_id)).size).toBe(1);
  });

  test('split over many frames is one message, with every character whole', async () => {
    const { s, domain } = await openPlatform();
    const { wang, chat } = createGroup(s);
    const client = await connected(domain);
    s.sim.longconn.splitBytes = 100;
    const text = '磷石膏仓库堆放不下'.repeat(200);
    await s.sim.say(wang.openId, chat.chatId, text, { atBot: true });
    expect(s.sim.pushes()).toMatchObject([{ status: 200 }]);
    expect(JSON.stringify(client.heard)).toContain(text);
    expect(s.sim.longconn.violations()).toEqual([]);
  });

  test('larger than is taken is never handed over, and the connection lives on', async () => {
    const { s, domain } = await openPlatform();
    const { wang, chat } = createGroup(s);
    const client = await connected(domain, { maxBytes: 2_000 });
    s.sim.longconn.splitBytes = 1_000;
    void s.sim.say(wang.openId, chat.chatId, '长'.repeat(1_000), { atBot: true });
    await client.hears('bad-frame');
    await s.sim.say(wang.openId, chat.chatId, '短', { atBot: true });
    expect(client.heard).toHaveLength(1);
  });

  test('a click gets its toast through the frame', async () => {
    const { s, domain } = await openPlatform();
    const { wang, chat } = createGroup(s);
    const client = await connected(domain);
    client.answer = () => ({ status: 200, body: { toast: { type: 'success', content: '已签收' } } });
    const messageId = await sendCard(s, chat.chatId, card(button('签收', { a: 1 })));
    expect(await s.sim.click(wang.openId, messageId, '签收')).toEqual({
      toast: { type: 'success', content: '已签收' },
    });
    expect(client.heard[0]).toMatchObject({ header: { event_type: 'card.action.trigger' } });
    client.answer = () => ({ status: 200, body: {} });
    expect(await s.sim.click(wang.openId, messageId, '签收')).toEqual({});
    expect(s.sim.longconn.violations()).toEqual([]);
  });
});

test('a message that comes in the very bytes that open the line is heard and answered', async () => {
  const server = createServer(
    getRequestListener((request) => {
      const URL = `${request.url.replace('http:', 'ws:').replace(/\/callback.*/, '')}/?service_id=1`;
      return Response.json({ code: 0, msg: '', data: { URL } });
    }),
  );
  const answered = Promise.withResolvers<void>();
  server.on('upgrade', (request, socket) => {
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    const frame = writeFrame({
      SeqID: 1n,
      LogID: 1n,
      service: 1,
      method: 1,
      headers: [{ key: 'type', value: 'event' }],
      payload: Buffer.from('{"early":1}'),
    });
    const head = `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n`;
    const opening = Buffer.from(`${head}Sec-WebSocket-Accept: ${accept}\r\n\r\n`);
    socket.write(Buffer.concat([opening, Buffer.from([0x82, frame.length]), frame]));
    // Its ping comes too; only the answer carries a payload and is longer.
    socket.on('data', (bytes: Buffer) => bytes.length > 60 && answered.resolve());
    closers.push(() => void socket.destroy());
  });
  const client = await connected(await listen(server));
  await vi.waitFor(() => expect(client.heard).toEqual([{ early: 1 }]), SOON);
  await answered.promise;
});

describe('a connection', () => {
  test('pings as often as it is told, and takes a new interval from the pong', async () => {
    const { s, domain } = await openPlatform();
    s.sim.longconn.clientConfig.PingInterval = 90;
    const client = await connected(domain);
    const answered = () => vi.waitFor(() => expect(client.waits()).toEqual([90_001]), SOON);
    await answered();
    s.sim.longconn.clientConfig.PingInterval = 40;
    await client.runOut(90_001);
    await answered();
    await client.runOut(90_001);
    await client.runOut(40_001);
    expect(client.news).toEqual([{ kind: 'connected' }]);
    expect(s.sim.longconn.violations()).toEqual([]);
  });

  test('whose other end has gone silent is noticed by the missing pong, left, and made anew', async () => {
    const { s, domain } = await openPlatform();
    const { wang, chat } = createGroup(s);
    const client = await connected(domain);
    s.sim.longconn.silence();
    await client.runOut(120_001);
    expect(client.connection.downForMs()).toBe(0);
    await client.runOut(20_000);
    expect(await client.hears('lost')).toEqual({ kind: 'lost', loss: 'silent', againInMs: 15_000 });
    client.now += 5_000;
    expect(client.connection.downForMs()).toBe(5_000);
    await client.runOut(15_000);
    await client.hears('connected', 2);
    expect(client.connection.downForMs()).toBe(0);
    await vi.waitFor(() => expect(s.sim.longconn.connections()).toHaveLength(1), SOON);
    await s.sim.say(wang.openId, chat.chatId, '还在吗', { atBot: true });
    expect(client.heard).toHaveLength(1);
  });

  test('that the platform closes comes back: first within the nonce, a short-lived one only after the interval', async () => {
    const { s, domain } = await openPlatform();
    Object.assign(s.sim.longconn.clientConfig, { ReconnectNonce: 10, ReconnectInterval: 80 });
    const client = await connected(domain);
    client.now += 10_000;
    s.sim.longconn.closeAll();
    expect(await client.hears('lost')).toMatchObject({ loss: 'closed-by-platform', againInMs: 5_000 });
    await client.runOut(5_000);
    await client.hears('connected', 2);
    s.sim.longconn.closeAll();
    expect(await client.hears('lost', 2)).toMatchObject({ againInMs: 90_000 });
    await client.runOut(90_000);
    await client.hears('connected', 3);
  });

  test('rests for minutes between tries when the platform wants no more of them', async () => {
    const { s, domain } = await openPlatform();
    Object.assign(s.sim.longconn.clientConfig, {
      ReconnectNonce: 2,
      ReconnectInterval: 8,
      ReconnectCount: 2,
    });
    const client = await connected(domain);
    client.now += 10_000;
    const admit = s.sim.longconn.refuse(1, 'system busy');
    s.sim.longconn.closeAll();
    await client.runOut(1_000);
    await client.runOut(9_000);
    await client.runOut(337_500);
    expect(await client.hears('refused', 3)).toMatchObject({ againInMs: 337_500 });
    admit();
    await client.runOut(337_500);
    await client.hears('connected', 2);
  });

  test.each([
    [514, 'wrong-credentials'],
    [403, 'forbidden'],
    [1000040350, 'too-many-connections'],
    [1, 'busy'],
    [1000040343, 'busy'],
    [1000040345, 'refused'],
  ])('that is refused with code %i says why and goes on trying', async (code, reason) => {
    const { s, domain } = await openPlatform();
    const admit = s.sim.longconn.refuse(code);
    const client = new Client(domain);
    expect(await client.hears('refused')).toMatchObject({ refusal: { reason, code }, againInMs: 750 });
    await client.runOut(750);
    expect(await client.hears('refused', 2)).toMatchObject({ againInMs: 1_500 });
    admit();
    await client.runOut(1_500);
    await client.hears('connected');
  });

  test('with a wrong secret is refused, and neither the secret nor the address is in what is told', async () => {
    const { domain } = await openPlatform();
    const client = new Client(domain, { appSecret: 'wrong-secret-0001' });
    expect(await client.hears('refused')).toMatchObject({ refusal: { reason: 'wrong-credentials' } });
    expect(JSON.stringify(client.news)).not.toMatch(/wrong-secret-0001|127\.0\.0\.1|http/);
  });

  test('the fifty-first is refused, and gets in when another has left', async () => {
    const { domain } = await openPlatform();
    const fifty = await Promise.all(Array.from({ length: 50 }, () => connected(domain)));
    const late = new Client(domain);
    expect(await late.hears('refused')).toMatchObject({ refusal: { reason: 'too-many-connections' } });
    await fifty[0]?.connection.stop();
    await late.runOut(750);
    await late.hears('connected');
  });

  test('to something that takes the line but never shakes hands is given up in time', async () => {
    const { s, domain } = await openPlatform();
    const deaf = createTcpServer(() => {});
    await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
    closers.push(() => void deaf.close());
    const { port } = deaf.address() as AddressInfo;
    const platform = s.sim.fetch;
    const server = createServer(
      getRequestListener(async (request) => {
        const answer = (await (await platform(request)).json()) as { data: { URL: string } };
        const url = new URL(answer.data.URL);
        url.port = String(port);
        return Response.json({ ...answer, data: { ...answer.data, URL: url.href } });
      }),
    );
    const client = new Client(await listen(server));
    await client.runOut(15_000);
    expect(await client.hears('refused')).toMatchObject({ refusal: { reason: 'handshake-timeout' } });
    expect(domain).toContain('127.0.0.1');
  });

  test('that cannot be made because nobody is there is tried again, ever more slowly', async () => {
    const client = new Client('http://127.0.0.1:9');
    const waits: number[] = [];
    for (let n = 1; n <= 9; n++) {
      const news = await client.hears('refused', n);
      expect(news).toMatchObject({ refusal: { reason: 'unreachable' } });
      const ms = news.kind === 'refused' ? news.againInMs : 0;
      waits.push(ms);
      await client.runOut(ms);
    }
    expect(waits).toEqual([750, 1_500, 3_000, 6_000, 12_000, 24_000, 45_000, 45_000, 45_000]);
  });

  test.each([
    ['no JSON', () => new Response('<html>proxy</html>')],
    ['no address', () => Response.json({ code: 0, msg: '', data: {} })],
    ['an address that is none', () => Response.json({ code: 0, data: { URL: 'nowhere' } })],
    ['another protocol', () => Response.json({ code: 0, data: { URL: 'http://127.0.0.1:1/' } })],
  ])('survives an answer with %s', async (_, answer) => {
    const client = new Client(await listen(createServer(getRequestListener(answer))));
    expect(await client.hears('refused')).toMatchObject({ refusal: { reason: 'unreadable-answer' } });
  });
});

describe('stopping', () => {
  test('finishes and answers what is being worked on, then closes', async () => {
    const { s, domain } = await openPlatform();
    const { wang, chat } = createGroup(s);
    const client = await connected(domain);
    const work = Promise.withResolvers<Reply>();
    client.answer = () => work.promise;
    const said = s.sim.say(wang.openId, chat.chatId, '最后一句', { atBot: true });
    await vi.waitFor(() => expect(client.heard).toHaveLength(1), SOON);
    const stopped = client.connection.stop();
    expect(s.sim.longconn.connections()).toHaveLength(1);
    work.resolve({ status: 200, body: {} });
    await stopped;
    await said;
    expect(s.sim.pushes()).toMatchObject([{ status: 200 }]);
    await vi.waitFor(() => expect(s.sim.longconn.connections()).toEqual([]), SOON);
    expect(client.news).toEqual([{ kind: 'connected' }]);
  });

  test('does not wait for ever: what is not done in time is pushed again', async () => {
    const { s, domain } = await openPlatform();
    const { wang, chat } = createGroup(s);
    const client = await connected(domain);
    const work = Promise.withResolvers<Reply>();
    client.answer = () => work.promise;
    const said = s.sim.say(wang.openId, chat.chatId, '太慢', { atBot: true });
    await vi.waitFor(() => expect(client.heard).toHaveLength(1), SOON);
    const stopped = client.connection.stop();
    await client.runOut(5_000);
    await said;
    expect(s.sim.pushes()).toMatchObject([{ status: 0, failure: 'connection' }]);
    work.resolve({ status: 200, body: {} });
    await stopped;
  });

  test('ends the waiting for the next try', async () => {
    const client = new Client('http://127.0.0.1:9');
    await client.hears('refused');
    await client.connection.stop();
    expect(client.timers.size).toBe(0);
  });
});

test('several processes share the messages, each message going to one of them', async () => {
  const { s, domain } = await openPlatform();
  const { wang, chat } = createGroup(s);
  const clients = await Promise.all([connected(domain), connected(domain), connected(domain)]);
  for (let n = 0; n < 30; n++) await s.sim.say(wang.openId, chat.chatId, `第${n}句`, { atBot: true });
  const counts = clients.map((client) => client.heard.length);
  expect(counts.reduce((sum, count) => sum + count)).toBe(30);
  expect(Math.min(...counts)).toBeGreaterThan(0);
});
