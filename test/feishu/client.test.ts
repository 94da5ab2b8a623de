import { describe, expect, test } from 'vitest';
import { classifyFailure } from '../../src/feishu/errors.ts';
import { createPlatform, ok, refuse, TOKEN_CALL } from './platform.ts';
import { NOW } from './seal.ts';

const IM = '/open-apis/im/v1';
const SEND = `POST ${IM}/messages`;
const REPLY = `POST ${IM}/messages/om_1/reply`;
const MESSAGE = `${IM}/messages/om_1`;
const BOT_INFO = 'GET /open-apis/bot/v3/info';
const sent = ok({ message_id: 'om_2', chat_id: 'oc_1' });
const bot = Response.json({
  code: 0,
  msg: 'ok',
  bot: { activate_status: 2, app_name: '专班秘书', open_id: 'ou_bot' },
});
const outcome = (promise: Promise<unknown>) => promise.then(() => 'done', classifyFailure);

describe('sending', () => {
  test('to a chat and to a person', async () => {
    const { client, asked } = createPlatform({ [SEND]: [sent] });
    const card = { schema: '2.0', body: { elements: [] } };
    const result = await client.sendMessage({
      to: { chatId: 'oc_1' },
      type: 'interactive',
      content: card,
      uuid: 'u-1',
    });
    expect(result).toEqual({ messageId: 'om_2', chatId: 'oc_1' });
    await client.sendMessage({ to: { openId: 'ou_1' }, type: 'text', content: { text: '好' }, uuid: 'u-2' });
    const [toChat, toPerson] = asked(SEND);
    expect(toChat?.query).toEqual({ receive_id_type: 'chat_id' });
    expect(toChat?.body).toEqual({
      receive_id: 'oc_1',
      msg_type: 'interactive',
      content: JSON.stringify(card),
      uuid: 'u-1',
    });
    expect(toChat?.headers.get('content-type')).toMatch(/^application\/json/);
    expect(toPerson?.query).toEqual({ receive_id_type: 'open_id' });
    expect(toPerson?.body).toMatchObject({ receive_id: 'ou_1', content: '{"text":"好"}' });
  });

  test('to somebody who may not be written to is that person’s matter, in a chat it is not', async () => {
    const { client } = createPlatform({ [SEND]: [refuse(230035)] });
    const text = { type: 'text', content: { text: '好' }, uuid: 'u' } as const;
    expect(await outcome(client.sendMessage({ ...text, to: { openId: 'ou_1' } }))).toMatchObject({
      kind: 'person-unreachable',
    });
    expect(await outcome(client.sendMessage({ ...text, to: { chatId: 'oc_1' } }))).toMatchObject({
      kind: 'give-up',
    });
  });

  test('leaves by its instant, asked once there is a token, or not at all; the platform does not hear of it', async () => {
    const { client, asked, time } = createPlatform({
      [TOKEN_CALL]: [
        () => {
          time.now += 60_000;
          return Response.json({ code: 0, msg: 'ok', tenant_access_token: 't', expire: 7200 });
        },
      ],
      [SEND]: [sent],
      [REPLY]: [sent],
      [`PATCH ${MESSAGE}`]: [ok()],
    });
    const text = { type: 'text', content: { text: '好' }, uuid: 'u', notAfter: NOW + 59_999 } as const;
    const late = { kind: 'retry', reason: 'too-late' };
    expect(await outcome(client.sendMessage({ ...text, to: { chatId: 'oc_1' } }))).toEqual(late);
    expect(await outcome(client.replyMessage({ ...text, messageId: 'om_1' }))).toEqual(late);
    expect(await outcome(client.updateCard('om_1', {}, text))).toEqual(late);
    expect([...asked(SEND), ...asked(REPLY), ...asked(`PATCH ${MESSAGE}`)]).toEqual([]);
    await client.sendMessage({ ...text, to: { chatId: 'oc_1' }, notAfter: NOW + 60_000 });
    const [call] = asked(SEND);
    expect([...call!.headers.keys()].filter((name) => name.includes('after'))).toEqual([]);
  });

  test('leaves only while whoever claimed it still holds it, asked once there is a token; the platform hears no name', async () => {
    const answers = { mine: true, other: false };
    const { client, asked } = createPlatform(
      { [SEND]: [sent], [REPLY]: [sent], [`PATCH ${MESSAGE}`]: [ok()] },
      { mayLeave: (heldBy) => answers[heldBy as keyof typeof answers] },
    );
    const text = { type: 'text', content: { text: '好' }, uuid: 'u', heldBy: 'other' } as const;
    const late = { kind: 'retry', reason: 'too-late' };
    expect(await outcome(client.sendMessage({ ...text, to: { chatId: 'oc_1' } }))).toEqual(late);
    expect(await outcome(client.replyMessage({ ...text, messageId: 'om_1' }))).toEqual(late);
    expect(await outcome(client.updateCard('om_1', {}, text))).toEqual(late);
    expect([...asked(SEND), ...asked(REPLY), ...asked(`PATCH ${MESSAGE}`)]).toEqual([]);
    await client.sendMessage({ ...text, to: { chatId: 'oc_1' }, heldBy: 'mine' });
    const [call] = asked(SEND);
    expect([...call!.headers.keys()].filter((name) => name.includes('held'))).toEqual([]);
  });

  test('with a uuid the platform would refuse is our own mistake', async () => {
    const { client, asked } = createPlatform({ [SEND]: [sent] });
    const text = { to: { chatId: 'oc_1' }, type: 'text', content: { text: '好' } } as const;
    await expect(client.sendMessage({ ...text, uuid: 'x'.repeat(51) })).rejects.toThrow('uuid');
    await expect(client.sendMessage({ ...text, uuid: '' })).rejects.toThrow('uuid');
    expect(asked(SEND)).toHaveLength(0);
  });

  test('a refused card names its inner error, not its words', async () => {
    const msg =
      'Failed to create card content, ext=ErrCode: 11310; ErrMsg: table over limit 停电机密; ErrorValue: x';
    const { client } = createPlatform({ [SEND]: [refuse(230099, 400, { msg })] });
    const sending = client.sendMessage({
      to: { chatId: 'oc_1' },
      type: 'interactive',
      content: {},
      uuid: 'u',
    });
    const error = await sending.catch((e) => e);
    expect(error).toMatchObject({ kind: 'card-refused', detail: 'card error 11310', logId: 'log-1' });
    expect(JSON.stringify(error) + error.message).not.toContain('机密');
  });

  test('a missing scope is named', async () => {
    const msg =
      'Access denied. One of the following scopes is required: [im:message, im:message:send_as_bot].应用尚未开通所需的应用身份权限：' +
      '[im:message, im:message:send_as_bot]，点击链接申请：https://open.feishu.cn/app/cli_x/auth?q=im:message';
    const { client } = createPlatform({ [SEND]: [refuse(99991672, 400, { msg })] });
    const sending = client.sendMessage({ to: { chatId: 'oc_1' }, type: 'text', content: {}, uuid: 'u' });
    await expect(sending).rejects.toMatchObject({
      kind: 'configuration',
      detail: 'scopes: im:message, im:message:send_as_bot',
    });
  });
});

describe('replying', () => {
  const reply = { messageId: 'om_1', type: 'text', content: { text: '好' }, uuid: 'u-1' } as const;

  test('in a thread', async () => {
    const { client, asked } = createPlatform({ [REPLY]: [sent] });
    expect(await client.replyMessage({ ...reply, inThread: true })).toEqual({
      messageId: 'om_2',
      chatId: 'oc_1',
    });
    const body = { msg_type: 'text', content: '{"text":"好"}', uuid: 'u-1', reply_in_thread: true };
    expect(asked(REPLY)[0]?.body).toEqual(body);
  });

  test('where there are no threads falls back to a plain reply with the same uuid', async () => {
    for (const code of [230071, 230072]) {
      const { client, asked } = createPlatform({ [REPLY]: [refuse(code), sent] });
      expect((await client.replyMessage({ ...reply, inThread: true })).messageId).toBe('om_2');
      expect(asked(REPLY)[1]?.body).toEqual({ msg_type: 'text', content: '{"text":"好"}', uuid: 'u-1' });
    }
  });

  test('to a message that is gone says so', async () => {
    const { client } = createPlatform({ [REPLY]: [refuse(230011)] });
    expect(await outcome(client.replyMessage(reply))).toMatchObject({ kind: 'message-gone' });
  });
});

describe('a message of ours', () => {
  test('has its card replaced', async () => {
    const { client, asked } = createPlatform({ [`PATCH ${MESSAGE}`]: [ok()] });
    await client.updateCard('om_1', { schema: '2.0' });
    expect(asked(`PATCH ${MESSAGE}`)[0]?.body).toEqual({ content: '{"schema":"2.0"}' });
  });

  test('after fourteen days is too old to be replaced', async () => {
    const { client } = createPlatform({ [`PATCH ${MESSAGE}`]: [refuse(230031)] });
    expect(await outcome(client.updateCard('om_1', {}))).toMatchObject({ kind: 'card-too-old' });
  });

  test('that is being clicked on is tried again, one with too many tables is not', async () => {
    const { client } = createPlatform({
      [`PATCH ${MESSAGE}`]: [
        refuse(230099, 400, { msg: 'ext=ErrCode: 11310; ErrMsg: card action is lock; code:230099' }),
        refuse(230099, 400, { msg: 'ext=ErrCode: 200810; ErrMsg: card is being interacted with' }),
        refuse(230099, 400, {
          msg: 'ext=ErrCode: 11310; ErrMsg: card table number over limit; ErrorValue: code_block',
        }),
      ],
    });
    const kinds = [];
    for (let i = 0; i < 3; i++)
      kinds.push((await outcome(client.updateCard('om_1', {}))) as { reason: string });
    expect(kinds.map((k) => k.reason)).toEqual(['card-busy', 'card-busy', 'card-content']);
  });

  test('is recalled, and one already gone counts as recalled', async () => {
    const { client, asked } = createPlatform({ [`DELETE ${MESSAGE}`]: [ok(), refuse(230110)] });
    await client.recallMessage('om_1');
    await client.recallMessage('om_1');
    expect(asked(`DELETE ${MESSAGE}`)[0]?.body).toBeUndefined();
    const other = createPlatform({ [`DELETE ${MESSAGE}`]: [refuse(230027)] });
    expect(await outcome(other.client.recallMessage('om_1'))).toMatchObject({ kind: 'give-up' });
  });

  test('is made urgent, and the ids that did not work come back', async () => {
    const URGENT = `PATCH ${MESSAGE}/urgent_app`;
    const { client, asked } = createPlatform({ [URGENT]: [ok({ invalid_user_id_list: ['ou_2'] }), ok()] });
    expect(await client.urgentApp('om_1', ['ou_1', 'ou_2'])).toEqual({ invalid: ['ou_2'] });
    expect(await client.urgentApp('om_1', ['ou_1'])).toEqual({ invalid: [] });
    expect(asked(URGENT)[0]).toMatchObject({
      query: { user_id_type: 'open_id' },
      body: { user_id_list: ['ou_1', 'ou_2'] },
    });
  });

  test('gets a reaction', async () => {
    const { client, asked } = createPlatform({ [`POST ${MESSAGE}/reactions`]: [ok()] });
    await client.addReaction('om_1', 'DONE');
    expect(asked(`POST ${MESSAGE}/reactions`)[0]?.body).toEqual({ reaction_type: { emoji_type: 'DONE' } });
  });
});

describe('reading a message back', () => {
  const item = {
    message_id: 'om_1',
    chat_id: 'oc_1',
    msg_type: 'text',
    create_time: String(NOW),
    deleted: false,
    updated: false,
    sender: { id: 'ou_li', id_type: 'open_id', sender_type: 'user', tenant_key: 'tk' },
    body: { content: '{"text":"@_user_1 停电 @_user_2"}' },
    mentions: [
      { key: '@_user_1', id: 'ou_bot', id_type: 'open_id', name: '专班秘书', tenant_key: 'tk' },
      { key: '@_user_2', id: 'ou_z', id_type: 'open_id', name: '张三', tenant_key: 'tk' },
    ],
  };
  const GET = `GET ${MESSAGE}`;

  test('gives its text by the same rules as a push', async () => {
    const { client, asked } = createPlatform({ [GET]: [ok({ items: [item] })], [BOT_INFO]: [bot] });
    expect(await client.readMessage('om_1')).toEqual({
      messageId: 'om_1',
      chatId: 'oc_1',
      senderOpenId: 'ou_li',
      senderType: 'user',
      messageType: 'text',
      text: '@专班秘书 停电 @张三',
      mentions: [
        {
          key: '@_user_1',
          openId: 'ou_bot',
          name: '专班秘书',
          tenantKey: 'tk',
          isBot: true,
          mentionedType: 'bot',
          span: [0, 5],
        },
        {
          key: '@_user_2',
          openId: 'ou_z',
          name: '张三',
          tenantKey: 'tk',
          isBot: false,
          mentionedType: 'user',
          span: [9, 12],
        },
      ],
      mentionsAll: false,
      attachments: [],
      createdAt: NOW,
    });
    await client.readMessage('om_1');
    expect(asked(BOT_INFO)).toHaveLength(1);
  });

  test('gives an app’s message no sender, and asks for no bot without mentions', async () => {
    const sender = { id: 'cli_x', id_type: 'app_id', sender_type: 'app' };
    const { client, asked } = createPlatform({
      [GET]: [ok({ items: [{ ...item, sender, mentions: undefined }] })],
    });
    const read = await client.readMessage('om_1');
    expect(read).toMatchObject({ senderType: 'bot' });
    expect(read).not.toHaveProperty('senderOpenId');
    expect(asked(BOT_INFO)).toHaveLength(0);
  });

  test('that is recalled, deleted or unknown gives undefined', async () => {
    const gone = { ...item, deleted: true, body: { content: 'This message was recalled' } };
    const { client } = createPlatform({
      [GET]: [ok({ items: [gone] }), refuse(230110), refuse(99992354), refuse(230011)],
    });
    for (let i = 0; i < 4; i++) expect(await client.readMessage('om_1')).toBeUndefined();
  });

  test('that may not be read is a failure', async () => {
    const { client } = createPlatform({ [GET]: [refuse(230002), ok({ items: [] })] });
    expect(await outcome(client.readMessage('om_1'))).toMatchObject({ kind: 'chat-gone' });
    expect(await outcome(client.readMessage('om_1'))).toMatchObject({
      kind: 'retry',
      reason: 'unreadable-answer',
    });
  });
});
