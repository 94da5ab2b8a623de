/** The official SDK, which knows nothing of this simulator, talks to it over a socket. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { AESCipher, Client, EventDispatcher, generateChallenge, LoggerLevel } from '@larksuiteoapi/node-sdk';
import { afterEach, expect, test } from 'vitest';
import {
  APP_ID,
  APP_SECRET,
  button,
  card,
  createGroup,
  createScripted,
  ENCRYPT_KEY,
  type Scripted,
} from './bot.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function connect(s: Scripted): Promise<Client> {
  const server = createServer(getRequestListener((request) => s.sim.fetch(request)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return new Client({
    appId: APP_ID,
    appSecret: APP_SECRET,
    domain: `http://127.0.0.1:${port}`,
    loggerLevel: LoggerLevel.fatal,
  });
}

test('its client sends, updates, uploads and reads', async () => {
  const s = createScripted();
  const { chat } = createGroup(s);
  const client = await connect(s);
  const sent = await client.im.v1.message.create({
    params: { receive_id_type: 'chat_id' },
    data: {
      receive_id: chat.chatId,
      msg_type: 'interactive',
      content: JSON.stringify(card(button('签收', {}))),
    },
  });
  const messageId = sent.data?.message_id ?? '';
  await client.im.v1.message.patch({
    path: { message_id: messageId },
    data: { content: JSON.stringify(card(button('办结', {}))) },
  });
  expect(s.sim.message(messageId)?.text).toContain('办结');
  const uploaded = await client.im.v1.file.create({
    data: { file_type: 'stream', file_name: '台账.xlsx', file: Buffer.from('台账') },
  });
  const kept = await s.sim.fetch(new Request(`http://127.0.0.1/sim/api/files/${uploaded?.file_key}`));
  expect(await kept.text()).toBe('台账');
  const members = await client.im.v1.chatMembers.get({ path: { chat_id: chat.chatId } });
  expect(members.data?.items?.map((m) => m.name)).toEqual(['王姐', '李工', '赵总']);
});

test('its dispatcher accepts our signature and decrypts our pushes', async () => {
  const s = createScripted();
  const { wang, chat } = createGroup(s);
  await s.sim.say(wang.openId, chat.chatId, '你好', { atBot: true });
  const push = s.received[0];
  const heard: unknown[] = [];
  const dispatcher = new EventDispatcher({
    encryptKey: ENCRYPT_KEY,
    loggerLevel: LoggerLevel.fatal,
  }).register({
    'im.message.receive_v1': (data) => {
      heard.push(data.message.content);
    },
  });
  const headers = Object.fromEntries(
    Object.entries(push?.request.headers ?? {}).map(([k, v]) => [k.toLowerCase(), v]),
  );
  const body = JSON.parse(push?.request.body ?? '') as object;
  await dispatcher.invoke(Object.assign(Object.create({ headers }) as object, body));
  expect(heard).toEqual(['{"text":"@_user_1 你好"}']);
});

test('its helper answers our challenge', async () => {
  const s = createScripted();
  s.script = ({ request }) => {
    const { challenge } = generateChallenge(JSON.parse(request.body), { encryptKey: ENCRYPT_KEY });
    return { status: 200, body: JSON.stringify(challenge) };
  };
  expect(await s.sim.challenge('/webhook/event')).toBe(true);
  const sealed = JSON.parse(s.received[0]?.request.body ?? '') as { encrypt: string };
  expect(new AESCipher(ENCRYPT_KEY).decrypt(sealed.encrypt)).toContain('url_verification');
});
