import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  button,
  card,
  createGroup,
  createScripted,
  ENCRYPT_KEY,
  type Received,
  START,
  sendCard,
  TOKEN,
} from './bot.ts';

const down = () => ({ status: 503, body: '' });
const up = () => ({ status: 200, body: '{}' });

function isSigned({ request }: Received, key: string): boolean {
  const h = request.headers;
  const base = `${h['X-Lark-Request-Timestamp']}${h['X-Lark-Request-Nonce']}${key}${request.body}`;
  return createHash('sha256').update(base).digest('hex') === h['X-Lark-Signature'];
}

describe('the wire', () => {
  test('carries an encrypted envelope signed with the key over the outer body', async () => {
    const s = createScripted();
    const { wang, chat } = createGroup(s);
    await s.sim.say(wang.openId, chat.chatId, '在吗', { atBot: true });
    const push = s.received[0];
    expect(push?.path).toBe('/webhook/event');
    expect(push?.request.body).toMatch(/^\{"encrypt":"[A-Za-z0-9+/=]+"\}$/);
    expect(push && isSigned(push, ENCRYPT_KEY)).toBe(true);
    expect(push?.request.headers).toMatchObject({
      'Content-Type': 'application/json;charset=utf-8',
      'User-Agent': 'Go-http-client/1.1',
      'X-Lark-Request-Timestamp': String(START / 1000),
      'X-Lark-Request-Nonce': expect.stringMatching(/^\d+$/),
    });
    expect(push?.body.header).toMatchObject({ token: TOKEN, create_time: String(START) });
  });

  test('without a key is plain JSON, signed with an empty key', async () => {
    const s = createScripted({ encryptKey: undefined } as object);
    const { wang, chat } = createGroup(s);
    await s.sim.say(wang.openId, chat.chatId, '在吗', { atBot: true });
    const push = s.received[0];
    expect(push?.request.body).toMatch(/^\{"schema":"2.0","header":\{"event_id":/);
    expect(push?.request.body).toContain('在吗');
    expect(push && isSigned(push, '')).toBe(true);
  });

  test('the challenge carries no X-Lark headers and must come back in time', async () => {
    const s = createScripted();
    s.script = ({ body }) => ({ status: 200, body: JSON.stringify({ challenge: body.challenge }) });
    expect(await s.sim.challenge('/webhook/event')).toBe(true);
    expect(Object.keys(s.received[0]?.request.headers ?? {}).join()).not.toMatch(/lark/i);
    expect(s.received[0]?.body).toMatchObject({ type: 'url_verification', token: TOKEN });
    s.script = () => ({ status: 200, body: '{"challenge":"other"}' });
    expect(await s.sim.challenge('/webhook/card')).toBe(false);
  });

  test.each([
    ['seconds', /^\d{10}$/],
    ['millis', /^\d{13}$/],
    ['goTime', /^2026-01-01 00:00:00\.\d+ \+0000 UTC m=\+\d+\.\d+$/],
  ] as const)('a card callback may bear its timestamp as %s', async (format, form) => {
    const s = createScripted();
    const { wang, chat } = createGroup(s);
    s.sim.strict.cardTimestamp = format;
    const id = await sendCard(s, chat.chatId, card(button('签收', {})));
    await s.sim.click(wang.openId, id, '签收');
    expect(s.received[0]?.request.headers['X-Lark-Request-Timestamp']).toMatch(form);
    expect(s.received[0] && isSigned(s.received[0], ENCRYPT_KEY)).toBe(true);
  });
});

describe('redelivery', () => {
  test('comes after 15 s, 5 min, 1 h and 6 h, and then no more', async () => {
    const s = createScripted();
    const { wang, chat } = createGroup(s);
    s.script = down;
    await s.sim.say(wang.openId, chat.chatId, '在吗', { atBot: true });
    for (const wait of [15_000, 300_000, 3_600_000, 21_600_000]) {
      s.now += wait - 1;
      const before = s.received.length;
      await s.sim.runDue();
      expect(s.received).toHaveLength(before);
      s.now += 1;
      await s.sim.runDue();
      expect(s.received).toHaveLength(before + 1);
    }
    s.now += 100 * 86_400_000;
    await s.sim.runDue();
    expect(s.received).toHaveLength(5);
    expect(s.sim.pushes().map((p) => p.attempt)).toEqual([1, 2, 3, 4, 5]);
  });

  test('brings the same event and body under a fresh timestamp, nonce and signature', async () => {
    const s = createScripted();
    const { wang, chat } = createGroup(s);
    s.script = down;
    await s.sim.say(wang.openId, chat.chatId, '在吗', { atBot: true });
    s.now += 15_000;
    s.script = up;
    await s.sim.runDue();
    const [first, second] = s.received;
    expect(second?.request.body).toBe(first?.request.body);
    expect(second?.request.headers['X-Lark-Request-Nonce']).not.toBe(
      first?.request.headers['X-Lark-Request-Nonce'],
    );
    expect(second?.request.headers['X-Lark-Request-Timestamp']).toBe(String(START / 1000 + 15));
    expect(second && isSigned(second, ENCRYPT_KEY)).toBe(true);
    s.now += 86_400_000;
    await s.sim.runDue();
    expect(s.received).toHaveLength(2);
  });

  test('follows a late answer and a broken connection too', async () => {
    const due: (() => void)[] = [];
    const s = createScripted({ setTimer: (fn) => due.push(fn) });
    const { wang, chat } = createGroup(s);
    s.script = () => new Promise(() => {});
    const said = s.sim.say(wang.openId, chat.chatId, '在吗', { atBot: true });
    await Promise.resolve();
    for (const fire of due.splice(0)) fire();
    await said;
    s.script = () => Promise.reject(new Error('ECONNREFUSED'));
    s.now += 15_000;
    await s.sim.runDue();
    expect(s.sim.pushes().map((p) => p.failure)).toEqual(['timeout', 'connection']);
  });
});

describe('faults of pushes', () => {
  const setup = () => {
    const s = createScripted();
    return { s, ...createGroup(s) };
  };

  test('an event may come three times, one after the other', async () => {
    const { s, wang, chat } = setup();
    s.sim.fault({ kind: 'duplicatePush', copies: 3, times: 1 });
    await s.sim.say(wang.openId, chat.chatId, '一', { atBot: true });
    expect(new Set(s.received.map((r) => r.body.header.event_id)).size).toBe(1);
    expect(s.received).toHaveLength(3);
  });

  test('an event may come twice at once', async () => {
    const { s, wang, chat } = setup();
    s.sim.fault({ push: 'im.message.receive_v1', kind: 'duplicatePush', concurrent: true });
    let inside = 0;
    let most = 0;
    s.script = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await Promise.resolve();
      inside -= 1;
      return up();
    };
    await s.sim.say(wang.openId, chat.chatId, '一', { atBot: true });
    expect([s.received.length, most]).toEqual([2, 2]);
  });

  test('a message may come again as another event', async () => {
    const { s, wang, chat } = setup();
    s.sim.fault({ kind: 'newEventIdSameMessage', times: 1 });
    await s.sim.say(wang.openId, chat.chatId, '一', { atBot: true });
    const [a, b] = s.received.map((r) => r.body);
    expect(a?.header.event_id).not.toBe(b?.header.event_id);
    expect(a?.event).toEqual(b?.event);
  });

  test('an answered event may be delivered again', async () => {
    const { s, wang, chat } = setup();
    s.sim.fault({ kind: 'redeliverAfterSuccess', times: 1 });
    await s.sim.say(wang.openId, chat.chatId, '一', { atBot: true });
    s.now += 15_000;
    await s.sim.runDue();
    expect(s.received).toHaveLength(2);
  });

  test('a push may be held back, so that a later one overtakes it', async () => {
    const { s, wang, chat } = setup();
    s.sim.fault({ kind: 'delayPush', times: 1 });
    await s.sim.say(wang.openId, chat.chatId, '一', { atBot: true });
    await s.sim.say(wang.openId, chat.chatId, '二', { atBot: true });
    s.sim.release();
    await s.sim.settled();
    const contents = s.received.map((r) => (r.body.event.message as { content: string }).content);
    expect(contents).toEqual(['{"text":"@_user_1 二"}', '{"text":"@_user_1 一"}']);
  });

  test('a push may be lost for good', async () => {
    const { s, wang, chat } = setup();
    s.sim.fault({ kind: 'dropPush', times: 1 });
    await s.sim.say(wang.openId, chat.chatId, '一', { atBot: true });
    s.now += 86_400_000;
    await s.sim.runDue();
    expect(s.received).toHaveLength(0);
  });

  test('the bot may have worked although its answer was lost', async () => {
    const { s, wang, chat } = setup();
    s.sim.fault({ push: 'im.message.receive_v1', kind: 'resetAfterCommit', times: 1 });
    await s.sim.say(wang.openId, chat.chatId, '一', { atBot: true });
    expect(s.received).toHaveLength(1);
    s.now += 15_000;
    await s.sim.runDue();
    expect(s.received).toHaveLength(2);
  });
});

describe('faults of the API', () => {
  const SEND = 'POST /open-apis/im/v1/messages';
  const send = (s: ReturnType<typeof createScripted>, chatId: string, text = 'x') =>
    s.call('POST', '/open-apis/im/v1/messages?receive_id_type=chat_id', {
      receive_id: chatId,
      msg_type: 'text',
      content: JSON.stringify({ text }),
    });

  test('a 429 says how long to wait, and is gone after its times', async () => {
    const s = createScripted();
    const { chat } = createGroup(s);
    s.sim.fault({ api: SEND, kind: 'http429', resetSeconds: 7, times: 1 });
    const answer = await send(s, chat.chatId);
    expect([answer.status, answer.json.code, answer.headers.get('x-ogw-ratelimit-reset')]).toEqual([
      429,
      99991400,
      '7',
    ]);
    expect((await send(s, chat.chatId)).json.code).toBe(0);
  });

  test.each([
    ['http500', 500, 2200],
    ['rate230020', 400, 230020],
    ['tokenExpired', 400, 99991663],
  ] as const)('%s is answered with status %i and code %i', async (kind, status, code) => {
    const s = createScripted();
    const { chat } = createGroup(s);
    s.sim.fault({ api: SEND, kind });
    const answer = await send(s, chat.chatId);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    s.sim.clearFaults();
    expect((await send(s, chat.chatId)).json.code).toBe(0);
  });

  test('any code can be injected, on some calls only', async () => {
    const s = createScripted();
    const { chat } = createGroup(s);
    const when = (c: { body?: unknown }) => JSON.stringify(c.body).includes('13800000000');
    s.sim.fault({ api: SEND, kind: 'code', code: 230028, msg: 'The messages do NOT pass the audit.', when });
    expect((await send(s, chat.chatId)).json.code).toBe(0);
    expect((await send(s, chat.chatId, '电话 13800000000')).json.code).toBe(230028);
  });

  test('a reset after commit has sent the message, one before has not', async () => {
    const s = createScripted();
    const { chat } = createGroup(s);
    s.sim.fault({ api: SEND, kind: 'resetBefore', times: 1 });
    await expect(send(s, chat.chatId)).rejects.toThrow('fetch failed');
    expect(s.sim.messages(chat.chatId)).toHaveLength(0);
    s.sim.fault({ api: SEND, kind: 'resetAfterCommit', times: 1 });
    await expect(send(s, chat.chatId)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(s.sim.messages(chat.chatId)).toHaveLength(1);
  });

  test('a path pattern names its parameters as it likes, and a fault can be removed', async () => {
    const s = createScripted();
    const { chat } = createGroup(s);
    const id = await sendCard(s, chat.chatId, card());
    const remove = s.sim.fault({ api: 'PATCH /open-apis/im/v1/messages/:id', kind: 'http500' });
    const patch = () =>
      s.call('PATCH', `/open-apis/im/v1/messages/${id}`, { content: JSON.stringify(card()) });
    expect((await patch()).status).toBe(500);
    expect((await s.call('GET', `/open-apis/im/v1/messages/${id}`)).status).toBe(200);
    remove();
    expect((await patch()).status).toBe(200);
  });
});
