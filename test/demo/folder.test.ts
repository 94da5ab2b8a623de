/** The demo's folder over its life: opened, opened twice, closed, crashed, moved in time, thrown away. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { type Demo, forgetDemo, openDemo } from '../../src/demo/open.ts';
import { SCENES } from '../../src/demo/script.ts';
import { route, waitingPage } from '../../src/demo/start.ts';
import type { SimMessage } from '../../src/sim/sim.ts';
import { at, textOf, titleOf } from '../support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhuanban-demo-'));
const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' });
const file = join(folder, 'demo/sim.json');
const DAY = 86_400_000;
/** Enough for a card that waits for 签收; the whole play is tested beside. */
const scenes = SCENES.filter((scene) => scene.day === 8 && scene.where === 'bp' && scene.time < '11:00');
const START = at('2026-11-24 10:00');
const told: string[] = [];
const open = () => openDemo(config, { scenes, real: () => START, say: (line) => told.push(line) });

let demo: Demo | undefined;
const opened = (): Demo => {
  if (!demo) throw new Error('the test before has failed');
  return demo;
};
afterAll(async () => {
  await demo?.close().catch(() => {});
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

function group(): string {
  return opened()
    .sim.chats()
    .find((chat) => chat.name === '邦普项目专班')!.chatId;
}

function cardOf(title: string): SimMessage {
  const found = opened()
    .sim.messages(group())
    .find((one) => one.senderType === 'app' && titleOf(one).includes(title));
  if (!found) throw new Error(`no card of ${title}`);
  return found;
}

/** Presses the clock's button as the page does. */
async function moveClock(to: number): Promise<void> {
  const answer = await route(
    opened(),
    new Request('http://127.0.0.1/sim/api/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1' },
      body: JSON.stringify({ to }),
    }),
  );
  expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)]);
}

describe('the folder of the demo', { timeout: 240_000 }, () => {
  test('the first opening plays the scenes and remembers them', async () => {
    demo = await open();
    expect(demo.issueCount).toBe(2);
    expect(textOf(cardOf('门前道路夜间没有路灯'))).toContain('待签收');
    expect(existsSync(file)).toBe(true);
    expect(told).toEqual([expect.stringContaining('首次启动')]);
  });

  test('a second demo on the folder, or throwing it away meanwhile, is refused and says who has it', async () => {
    const refusal = new RegExp(`正被另一个进程使用（进程号 ${process.pid}`);
    await expect(open()).rejects.toThrow(refusal);
    await expect(forgetDemo(config)).rejects.toThrow(refusal);
  });

  test('only this machine is served, whatever name a page elsewhere has given it', async () => {
    const status = async (url: string) => (await route(opened(), new Request(url))).status;
    expect(await status('http://127.0.0.1:3000/sim')).toBe(200);
    expect(await status('http://localhost:3000/sim')).toBe(200);
    expect(await status('http://[::1]:3000/healthz')).toBe(200);
    expect(await status('http://evil.example:3000/sim')).toBe(403);
    expect(await status('http://127.0.0.1.evil.example/open-apis/im/v1/chats')).toBe(403);
    const sample = await route(opened(), new Request('http://127.0.0.1/demo/ledger.xlsx'));
    expect(sample.headers.get('content-disposition')).toContain('.xlsx');
    expect((await sample.arrayBuffer()).byteLength).toBeGreaterThan(1000);
    expect(await status('http://evil.example/demo/ledger.xlsx')).toBe(403);
    expect(waitingPage(new Request('http://evil.example/sim')).status).toBe(403);
    expect(waitingPage(new Request('http://localhost/sim')).status).toBe(503);
  });

  test('after a restart the chats are there and an old card still answers and is redrawn in place', async () => {
    const before = opened().sim.messages(group()).length;
    const now = opened().clock.now();
    await opened().close();
    demo = await open();
    expect(demo.clock.now()).toBeGreaterThanOrEqual(now);
    expect(demo.sim.messages(group())).toHaveLength(before);
    const card = cardOf('门前道路夜间没有路灯');
    const signer = demo.sim.users().find((user) => user.name === '赵磊')!;
    const { toast } = await demo.sim.click(signer.openId, card.messageId, '签收');
    expect(toast?.type).toBe('success');
    await expect.poll(() => textOf(cardOf('门前道路夜间没有路灯')), { timeout: 20_000 }).toContain('办理中');
    expect(cardOf('门前道路夜间没有路灯').messageId).toBe(card.messageId);
  });

  test('a fortnight passes at one press: reminders come on the way, and the file knows the new time', async () => {
    const to = opened().clock.now() + 14 * DAY;
    const before = opened().sim.messages(group()).length;
    await moveClock(to);
    expect(opened().clock.now()).toBeGreaterThanOrEqual(to);
    expect(opened().sim.messages(group()).length).toBeGreaterThan(before + 5);
    expect(textOf(cardOf('门前道路夜间没有路灯'))).toContain('逾期');
    expect(JSON.parse(readFileSync(file, 'utf8')).now).toBeGreaterThanOrEqual(to);
  });

  test('after a crash that left an older file, time does not run backwards', async () => {
    const now = opened().clock.now();
    await opened().close();
    const memory = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...memory, now: memory.now - 3 * DAY }));
    demo = await open();
    expect(demo.clock.now()).toBeGreaterThan(now - 60_000);
  });

  test('a file that was cut short begins the demo anew, and says so', async () => {
    await opened().close();
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 1000));
    told.length = 0;
    demo = await open();
    expect(told[0]).toContain('不完整，重新生成');
    expect(textOf(cardOf('门前道路夜间没有路灯'))).toContain('待签收');
    expect(readdirSync(join(folder, 'demo')).sort()).toEqual(['db', 'sim.json']);
  });

  test('thrown away, nothing of it is left', async () => {
    await opened().close();
    await forgetDemo(config);
    expect(existsSync(join(folder, 'demo'))).toBe(false);
    demo = undefined;
  });
});
