/** `npm run sim`: the platform alone on a port, with the variables for a bot of one's own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventDispatcher, LoggerLevel, WSClient } from '@larksuiteoapi/node-sdk';
import { afterEach, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openPlatform, type Platform } from '../../src/demo/platform.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhuanban-sim-'));
let platform: Platform;
afterEach(async () => {
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

const variables = () =>
  readConfig(
    Object.fromEntries(
      readFileSync(platform.envFile, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split('=', 2) as [string, string]),
    ),
  );

const askEndpoint = async () => {
  const { app, domain } = variables();
  const body = JSON.stringify({ AppID: app?.id, AppSecret: app?.secret });
  const answer = await fetch(`${domain}/callback/ws/endpoint`, { method: 'POST', body });
  return ((await answer.json()) as { code: number }).code;
};

test('a bot started with its variables is let in; people and chats outlive a restart', async () => {
  platform = await openPlatform({ port: 0, folder });
  expect(variables()).toMatchObject({ transport: 'longconn', domain: platform.url });
  expect(await askEndpoint()).toBe(0);
  const [administrator] = variables().adminOpenIds;
  const chatId = platform.sim.p2pChat(administrator!);
  await platform.sim.say(administrator!, chatId, '体检');
  await platform.close();
  platform = await openPlatform({ port: 0, folder });
  expect(variables().adminOpenIds).toEqual([administrator]);
  expect(platform.sim.messages(chatId)).toMatchObject([{ text: '体检' }]);
});

test('the official client and its dispatcher, started with these variables, hear what is said', async () => {
  platform = await openPlatform({ port: 0, folder });
  const { app, domain, adminOpenIds } = variables();
  const ready = Promise.withResolvers<void>();
  const client = new WSClient({
    appId: app!.id,
    appSecret: app!.secret,
    domain,
    loggerLevel: LoggerLevel.fatal,
    onReady: ready.resolve,
    onError: ready.reject,
  });
  try {
    const heard: unknown[] = [];
    const eventDispatcher = new EventDispatcher({ loggerLevel: LoggerLevel.fatal }).register({
      'im.message.receive_v1': (event) => {
        heard.push(JSON.parse(event.message.content));
      },
    });
    await client.start({ eventDispatcher });
    await ready.promise;
    await platform.sim.say(adminOpenIds[0]!, platform.sim.p2pChat(adminOpenIds[0]!), '体检');
    expect(heard).toEqual([{ text: '体检' }]);
  } finally {
    client.close({ force: true });
  }
});

test('with a webhook it gives the keys for one, and refuses long connections', async () => {
  platform = await openPlatform({ port: 0, folder, webhook: 'http://127.0.0.1:9' });
  expect(variables()).toMatchObject({ transport: 'webhook', app: { encryptKeys: ['demo-encrypt-key'] } });
  expect(await askEndpoint()).toBe(403);
});

test('it serves this machine only', async () => {
  platform = await openPlatform({ port: 0, folder });
  const { request } = await import('node:http');
  const status = await new Promise((resolve) => {
    request(`${platform.url}/sim`, { headers: { host: 'evil.example' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).end();
  });
  expect(status).toBe(403);
});
