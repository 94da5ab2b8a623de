import { describe, expect, test } from 'vitest';
import type { ChatMember } from '../../src/feishu/chats.ts';
import { classifyFailure } from '../../src/feishu/errors.ts';
import { type Call, createPlatform, ok, refuse } from './platform.ts';

const CHAT = 'GET /open-apis/im/v1/chats/oc_1';
const MEMBERS = `${CHAT}/members`;
const NAMES = 'POST /open-apis/contact/v3/users/basic_batch';
const IMAGES = 'POST /open-apis/im/v1/images';
const FILES = 'POST /open-apis/im/v1/files';
const RESOURCE = 'GET /open-apis/im/v1/messages/om_1/resources/file_1';
const outcome = (promise: Promise<unknown>) => promise.then(() => 'done', classifyFailure);
const idsOf = (call: Call) => (call.body as { user_ids: string[] }).user_ids;

describe('a chat', () => {
  test('tells its facts, numbers written as strings included', async () => {
    const data = {
      name: '专班群',
      description: '',
      external: true,
      owner_id: 'ou_o',
      owner_id_type: 'open_id',
      chat_mode: 'group',
      chat_status: 'normal',
      tenant_key: 'tk',
      user_count: '12',
      bot_count: '1',
      urgent_setting: 'only_owner',
      at_all_permission: 'all_members',
    };
    const { client } = createPlatform({ [CHAT]: [ok(data)] });
    expect(await client.chatInfo('oc_1')).toEqual({
      name: '专班群',
      external: true,
      active: true,
      mode: 'group',
      ownerOpenId: 'ou_o',
      tenantKey: 'tk',
      userCount: 12,
      botCount: 1,
      urgentByAll: false,
      atAllByAll: true,
    });
  });

  test('seen from outside, private or dissolved tells what there is', async () => {
    const { client } = createPlatform({
      [CHAT]: [ok({ chat_status: 'dissolved_save', chat_mode: 'new_mode' }), refuse(232011)],
    });
    expect(await client.chatInfo('oc_1')).toEqual({ name: '', external: false, active: false });
    expect(await outcome(client.chatInfo('oc_1'))).toMatchObject({ kind: 'chat-gone' });
  });

  test('lists its members over pages of any length, and stops at a page that points to itself', async () => {
    const page = (ids: string[], page_token?: string) =>
      ok({
        items: ids.map((member_id) => ({ member_id, name: `名${member_id}`, tenant_key: 'tk' })),
        has_more: !!page_token,
        page_token,
      });
    const { client, asked } = createPlatform({
      [MEMBERS]: [page(['a', 'b'], 'p2'), page([], 'p3'), page(['c'], 'p3')],
    });
    const members: ChatMember[] = [];
    for await (const member of client.chatMembers('oc_1')) members.push(member);
    expect(members.map((m) => m.openId)).toEqual(['a', 'b', 'c']);
    expect(members[0]).toEqual({ openId: 'a', name: '名a', tenantKey: 'tk' });
    expect(asked(MEMBERS).map((call) => call.query)).toEqual([
      { member_id_type: 'open_id', page_size: '100' },
      { member_id_type: 'open_id', page_size: '100', page_token: 'p2' },
      { member_id_type: 'open_id', page_size: '100', page_token: 'p3' },
    ]);
  });
});

describe('names', () => {
  /** Knows everybody but the bad ones, one of which fails its whole batch. */
  const directory = (bad: string[] = []) => {
    const platform = createPlatform({
      [NAMES]: [
        () => {
          const ids = idsOf(platform.asked(NAMES).at(-1) as Call);
          if (ids.some((id) => bad.includes(id))) return refuse(99992351);
          return ok({
            users: ids
              .filter((id) => id !== 'ou_nobody')
              .map((user_id) => ({ user_id, name: `名${user_id}` })),
          });
        },
      ],
    });
    return platform;
  };
  const people = (n: number) => Array.from({ length: n }, (_, i) => `ou_${i}`);

  test('are asked for in tens, each person once', async () => {
    const { client, asked } = directory();
    const names = await client.names([...people(23), 'ou_0', 'ou_nobody']);
    expect(names.size).toBe(23);
    expect(names.get('ou_22')).toBe('名ou_22');
    expect(names.has('ou_nobody')).toBe(false);
    expect(asked(NAMES).map((call) => idsOf(call).length)).toEqual([10, 10, 4]);
    expect(asked(NAMES)[0]?.query).toEqual({ user_id_type: 'open_id' });
  });

  test('of nobody ask nobody', async () => {
    const { client, calls } = directory();
    expect((await client.names([])).size).toBe(0);
    expect(calls).toHaveLength(0);
  });

  test('of the others survive an id the platform refuses', async () => {
    const { client } = directory(['ou_3', 'ou_7']);
    const names = await client.names(people(10));
    expect([...names.keys()].sort()).toEqual(people(10).filter((id) => id !== 'ou_3' && id !== 'ou_7'));
  });

  test('without the scope are a failure, not an empty answer', async () => {
    const { client } = createPlatform({ [NAMES]: [refuse(99991672)] });
    expect(await outcome(client.names(['ou_1', 'ou_2']))).toMatchObject({ kind: 'configuration' });
  });
});

test('the bot knows itself from a place of its own in the answer', async () => {
  const answer = Response.json({ code: 0, msg: 'ok', bot: { app_name: '专班秘书', open_id: 'ou_bot' } });
  const { client } = createPlatform({ 'GET /open-apis/bot/v3/info': [answer, ok({})] });
  expect(await client.botInfo()).toEqual({ openId: 'ou_bot', name: '专班秘书' });
  expect(await outcome(client.botInfo())).toMatchObject({ kind: 'retry', reason: 'unreadable-answer' });
});

describe('files', () => {
  const bytes = new TextEncoder().encode('内容');

  test('go up as a form with their Chinese names', async () => {
    const { client, asked } = createPlatform({
      [IMAGES]: [ok({ image_key: 'img_1' })],
      [FILES]: [ok({ file_key: 'file_1' })],
    });
    expect(await client.uploadImage(bytes)).toBe('img_1');
    expect(await client.uploadFile('清单.xlsx', 'xls', bytes)).toBe('file_1');
    const image = asked(IMAGES)[0]?.body as FormData;
    expect(image.get('image_type')).toBe('message');
    const file = asked(FILES)[0]?.body as FormData;
    expect([file.get('file_type'), file.get('file_name')]).toEqual(['xls', '清单.xlsx']);
    expect(await (file.get('file') as File).text()).toBe('内容');
    expect((file.get('file') as File).name).toBe('清单.xlsx');
    expect(asked(FILES)[0]?.headers.get('authorization')).toBe('Bearer t-token-1');
  });

  test('that are refused, or answered without a key, fail', async () => {
    const { client } = createPlatform({ [FILES]: [refuse(234006), ok({})] });
    expect(await outcome(client.uploadFile('a', 'stream', bytes))).toMatchObject({
      kind: 'give-up',
      reason: 'file-refused',
    });
    expect(await outcome(client.uploadFile('a', 'stream', bytes))).toMatchObject({ kind: 'retry' });
  });

  test('come down byte for byte', async () => {
    const binary = Uint8Array.from({ length: 300 }, (_, i) => i % 256);
    const { client, asked } = createPlatform({
      [RESOURCE]: [new Response(binary, { headers: { 'content-type': 'application/pdf' } })],
    });
    const file = await client.download('om_1', 'file_1', 'file', 300);
    expect([...file.bytes]).toEqual([...binary]);
    expect(file.contentType).toBe('application/pdf');
    expect(asked(RESOURCE)[0]?.query).toEqual({ type: 'file' });
  });

  test('larger than allowed are dropped while they arrive, announced or not', async () => {
    const big = new Uint8Array(301);
    const announced = new Response(big, { headers: { 'content-length': '301' } });
    const { client } = createPlatform({ [RESOURCE]: [announced, new Response(big)] });
    for (let i = 0; i < 2; i++) {
      const failure = await outcome(client.download('om_1', 'file_1', 'file', 300));
      expect(failure).toEqual({ kind: 'give-up', reason: 'too-large' });
    }
  });

  test('that are refused fail, also at HTTP 200', async () => {
    const { client } = createPlatform({ [RESOURCE]: [refuse(234037), refuse(230110, 200)] });
    expect(await outcome(client.download('om_1', 'file_1', 'image', 300))).toMatchObject({
      reason: 'file-refused',
    });
    expect(await outcome(client.download('om_1', 'file_1', 'image', 300))).toMatchObject({
      kind: 'message-gone',
    });
  });

  test('of JSON are files, even if they look like a refusal', async () => {
    const text = '{"code":234037,"msg":"just my data"}';
    const headers = {
      'content-type': 'application/json',
      'content-disposition': 'attachment; filename=a.json',
    };
    const { client } = createPlatform({ [RESOURCE]: [new Response(text, { headers })] });
    const { bytes: got } = await client.download('om_1', 'file_1', 'file', 300);
    expect(new TextDecoder().decode(got)).toBe(text);
  });
});
