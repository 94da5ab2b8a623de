import { describe, expect, test, vi } from 'vitest';
import type { FeishuError } from '../../src/feishu/errors.ts';
import { createPlatform, ok, refuse, SECRET, TOKEN_CALL } from './platform.ts';
import { APP } from './seal.ts';

const INFO = 'GET /open-apis/im/v1/chats/oc_1';
const chat = () => ok({ name: '群' });
const bearers = (calls: { headers: Headers }[]) => calls.map((call) => call.headers.get('authorization'));
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: FeishuError) => error,
  );

describe('the tenant token', () => {
  test('is asked for once by five parallel first calls', async () => {
    const { client, asked } = createPlatform({ [INFO]: [chat] });
    await Promise.all(Array.from({ length: 5 }, () => client.chatInfo('oc_1')));
    expect(asked(TOKEN_CALL)).toHaveLength(1);
    expect(asked(TOKEN_CALL)[0]?.body).toEqual({ app_id: APP, app_secret: SECRET });
    expect(asked(TOKEN_CALL)[0]?.headers.get('authorization')).toBeNull();
    expect(bearers(asked(INFO))).toEqual(Array(5).fill('Bearer t-token-1'));
  });

  test('is renewed before it ends, once for all', async () => {
    const { client, asked, time } = createPlatform({ [INFO]: [chat] });
    await client.chatInfo('oc_1');
    time.now += 7200_000 - 6 * 60_000;
    await client.chatInfo('oc_1');
    expect(asked(TOKEN_CALL)).toHaveLength(1);
    time.now += 60_000;
    await Promise.all([client.chatInfo('oc_1'), client.chatInfo('oc_1')]);
    expect(asked(TOKEN_CALL)).toHaveLength(2);
    expect(bearers(asked(INFO)).slice(2)).toEqual(['Bearer t-token-2', 'Bearer t-token-2']);
  });

  test('with a short life is still used for most of it', async () => {
    const short = () => Response.json({ code: 0, tenant_access_token: 't-short', expire: 60 });
    const { client, asked, time } = createPlatform({ [TOKEN_CALL]: [short], [INFO]: [chat] });
    await client.chatInfo('oc_1');
    time.now += 40_000;
    await client.chatInfo('oc_1');
    expect(asked(TOKEN_CALL)).toHaveLength(1);
    time.now += 6_000;
    await client.chatInfo('oc_1');
    expect(asked(TOKEN_CALL)).toHaveLength(2);
  });

  for (const status of [200, 400]) {
    for (const code of [99991663, 99991661]) {
      test(`refused mid-flight (${code}, HTTP ${status}) is replaced and the call repeated once`, async () => {
        const { client, asked } = createPlatform({ [INFO]: [refuse(code, status), chat] });
        expect((await client.chatInfo('oc_1')).name).toBe('群');
        expect(bearers(asked(INFO))).toEqual(['Bearer t-token-1', 'Bearer t-token-2']);
      });
    }
  }

  test('refused again is not tried a third time', async () => {
    const { client, asked } = createPlatform({ [INFO]: [refuse(99991663)] });
    expect(await failure(client.chatInfo('oc_1'))).toMatchObject({ code: 99991663, kind: 'retry' });
    expect(asked(INFO)).toHaveLength(2);
    expect(asked(TOKEN_CALL)).toHaveLength(2);
  });

  test('refused to three calls at once is renewed once', async () => {
    const dead = refuse(99991663);
    const { client, asked } = createPlatform({ [INFO]: [dead, dead.clone(), dead.clone(), chat] });
    await Promise.all([1, 2, 3].map(() => client.chatInfo('oc_1')));
    expect(asked(TOKEN_CALL)).toHaveLength(2);
    expect(asked(INFO)).toHaveLength(6);
  });

  test('refused late, when a new one is already there, leaves the new one alone', async () => {
    let answerLate: (reply: Response) => void = () => {};
    const late = () =>
      new Promise<Response>((resolve) => {
        answerLate = resolve;
      });
    const { client, asked, time } = createPlatform({ [INFO]: [late, chat] });
    const slow = client.chatInfo('oc_1');
    await vi.waitFor(() => expect(asked(INFO)).toHaveLength(1), { timeout: 20_000 });
    time.now += 7200_000;
    await client.chatInfo('oc_1');
    answerLate(refuse(99991663));
    await slow;
    expect(bearers(asked(INFO))).toEqual(['Bearer t-token-1', 'Bearer t-token-2', 'Bearer t-token-2']);
  });

  test('is repeated with the same uuid when a message was refused for it', async () => {
    const SEND = 'POST /open-apis/im/v1/messages';
    const { client, asked } = createPlatform({
      [SEND]: [refuse(99991663), ok({ message_id: 'om_1', chat_id: 'oc_1' })],
    });
    await client.sendMessage({ to: { chatId: 'oc_1' }, type: 'text', content: { text: '好' }, uuid: 'u-1' });
    expect(asked(SEND).map((call) => call.body)).toEqual([asked(SEND)[0]?.body, asked(SEND)[0]?.body]);
    expect(asked(SEND)[0]?.body).toMatchObject({ uuid: 'u-1' });
  });

  test('may be shared between clients of the same app', async () => {
    const tokenCell = {};
    const first = createPlatform({ [INFO]: [chat] }, { tokenCell });
    const second = createPlatform({ [INFO]: [chat] }, { tokenCell });
    await first.client.chatInfo('oc_1');
    await second.client.chatInfo('oc_1');
    expect(second.asked(TOKEN_CALL)).toHaveLength(0);
  });
});

describe('credentials', () => {
  test('that are good resolve', async () => {
    const { client, asked } = createPlatform();
    await expect(client.checkCredentials()).resolves.toBeUndefined();
    expect(asked(TOKEN_CALL)).toHaveLength(1);
  });

  for (const code of [10003, 10014, 10015]) {
    test(`refused with ${code} at HTTP 200 are a matter of configuration, and asked for anew next time`, async () => {
      const { client, asked } = createPlatform({ [TOKEN_CALL]: [refuse(code, 200)] });
      expect(await failure(client.checkCredentials())).toMatchObject({ code, kind: 'configuration' });
      expect(await failure(client.chatInfo('oc_1'))).toMatchObject({ code, kind: 'configuration' });
      expect(asked(TOKEN_CALL)).toHaveLength(2);
    });
  }

  test('that cannot be checked now mean: later, nothing was sent', async () => {
    const lost = Object.assign(new TypeError('fetch failed'), {
      cause: Object.assign(new Error(), { code: 'ECONNRESET' }),
    });
    for (const reply of [lost, new Response('bad gateway', { status: 502 }), Response.json({ code: 0 })]) {
      const { client } = createPlatform({ [TOKEN_CALL]: [reply] });
      const sent = client.sendMessage({
        to: { chatId: 'oc_1' },
        type: 'text',
        content: { text: 'x' },
        uuid: 'u',
      });
      expect(await failure(sent)).toMatchObject({ kind: 'retry' });
    }
  });
});
