import { describe, expect, test, vi } from 'vitest';
import { classifyFailure } from '../../src/feishu/errors.ts';
import { createPlatform, refuse } from './platform.ts';

const SEND = 'POST /open-apis/im/v1/messages';
const PATCH = 'PATCH /open-apis/im/v1/messages/om_1';
const URGENT = 'PATCH /open-apis/im/v1/messages/om_1/urgent_app';
const INFO = 'GET /open-apis/im/v1/chats/oc_1';
const message = { to: { chatId: 'oc_1' }, type: 'text', content: { text: '好' }, uuid: 'u-1' } as const;

const lost = (code: string) =>
  Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('secret words'), { code }) });
const never = () => new Promise<Response>(() => {});
const outcome = (promise: Promise<unknown>) => promise.then(() => 'sent', classifyFailure);

/** A token at hand, so that the call of the test alone is under its short patience, however slow the machine. */
const withToken = (client: ReturnType<typeof createPlatform>['client']) =>
  vi.waitFor(() => client.checkCredentials(), { timeout: 60_000, interval: 1 });

describe('when nobody knows whether the message went out', () => {
  test('a timeout is uncertain, even if fetch ignores its signal', async () => {
    const { client, records } = createPlatform({ [SEND]: [never] }, { timeoutMs: 5 });
    await withToken(client);
    expect(await outcome(client.sendMessage(message))).toEqual({ kind: 'uncertain', reason: 'timeout' });
    expect(records.at(-1)).toMatchObject({
      outcome: 'timeout',
      httpStatus: 0,
      path: '/open-apis/im/v1/messages',
    });
  });

  test('an answer that stops half-way is uncertain', async () => {
    const half = () =>
      new Response(new ReadableStream({ start: (c) => c.enqueue(new TextEncoder().encode('{"code":0')) }));
    const { client } = createPlatform({ [SEND]: [half] }, { timeoutMs: 20 });
    await withToken(client);
    expect(await outcome(client.sendMessage(message))).toEqual({ kind: 'uncertain', reason: 'timeout' });
  });

  test('a broken connection is uncertain', async () => {
    for (const code of ['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE']) {
      const { client } = createPlatform({ [SEND]: [lost(code)] });
      expect(await outcome(client.sendMessage(message))).toEqual({
        kind: 'uncertain',
        reason: 'connection-lost',
      });
    }
  });

  test('a gateway error and an unreadable 200 are uncertain', async () => {
    const page = { headers: { 'content-type': 'text/html' } };
    const replies = {
      'server-error': new Response('<html>bad gateway</html>', { ...page, status: 502 }),
      'unreadable-answer': new Response('<html>ok</html>', page),
    };
    for (const [reason, reply] of Object.entries(replies)) {
      const { client } = createPlatform({ [SEND]: [reply] });
      expect(await outcome(client.sendMessage(message))).toEqual({ kind: 'uncertain', reason });
    }
  });

  test('an answer without a message id is uncertain', async () => {
    const { client } = createPlatform({ [SEND]: [Response.json({ code: 0, data: {} })] });
    expect(await outcome(client.sendMessage(message))).toEqual({
      kind: 'uncertain',
      reason: 'unreadable-answer',
    });
  });

  test('an urgent is uncertain, replacing a card or reading is just tried again', async () => {
    const { client } = createPlatform({
      [URGENT]: [lost('EPIPE')],
      [PATCH]: [lost('EPIPE')],
      [INFO]: [lost('EPIPE')],
    });
    expect(await outcome(client.urgentApp('om_1', ['ou_1']))).toMatchObject({ kind: 'uncertain' });
    expect(await outcome(client.updateCard('om_1', {}))).toMatchObject({ kind: 'retry' });
    expect(await outcome(client.chatInfo('oc_1'))).toMatchObject({ kind: 'retry' });
  });
});

test('a connection that was never made means: nothing was sent', async () => {
  for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']) {
    const { client } = createPlatform({ [SEND]: [lost(code)] });
    expect(await outcome(client.sendMessage(message))).toEqual({ kind: 'retry', reason: 'not-sent' });
  }
});

test('a rate limit tells how long to wait, whatever the HTTP status', async () => {
  for (const status of [429, 400]) {
    const reply = refuse(99991400, status, { headers: { 'x-ogw-ratelimit-reset': '7' } });
    const { client } = createPlatform({ [SEND]: [reply] });
    expect(await outcome(client.sendMessage(message))).toEqual({
      kind: 'retry',
      reason: 'rate-limited',
      afterMs: 7000,
    });
  }
  const { client } = createPlatform({ [SEND]: [refuse(230020)] });
  expect(await outcome(client.sendMessage(message))).toEqual({ kind: 'retry', reason: 'rate-limited' });
});

test('nothing but a refused token is repeated here', async () => {
  for (const reply of [lost('ECONNRESET'), refuse(230020), refuse(2200, 500)]) {
    const { client, asked } = createPlatform({ [SEND]: [reply] });
    await outcome(client.sendMessage(message));
    expect(asked(SEND)).toHaveLength(1);
  }
});

test('a redirect is not followed: the token stays at home', async () => {
  const away = new Response(null, { status: 302, headers: { location: 'http://elsewhere.test/' } });
  const { client, calls } = createPlatform({ [INFO]: [away] });
  expect(await outcome(client.chatInfo('oc_1'))).toMatchObject({ kind: 'give-up' });
  expect(calls.map((call) => call.redirect)).toEqual(['manual', 'manual']);
});

test('a domain with a path, or none at all, is refused at once', () => {
  for (const domain of ['http://feishu.test/proxy', 'ftp://feishu.test', 'feishu.test', '']) {
    expect(() => createPlatform({}, { domain })).toThrow();
  }
});

test('an id cannot climb out of its path', async () => {
  const { client, calls } = createPlatform({
    'GET /open-apis/im/v1/messages/..%2F..%2Fchats%2Foc_1': [refuse(99992354)],
  });
  expect(await client.readMessage('../../chats/oc_1')).toBeUndefined();
  expect(calls.at(-1)?.what).toBe('GET /open-apis/im/v1/messages/..%2F..%2Fchats%2Foc_1');
});
