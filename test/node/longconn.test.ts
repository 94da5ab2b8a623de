/** The service as it runs in an intranet: a real process that listens for nobody and keeps a long connection. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Child, openService, SECRETS, type Service } from './service.ts';

const SOON = { timeout: 60_000, interval: 50 };

let service: Service;
beforeAll(async () => {
  service = await openService('postgres', 'longconn');
  // Small enough that every push is split; seconds instead of minutes for everything that waits.
  service.sim.longconn.splitBytes = 256;
  Object.assign(service.sim.longconn.clientConfig, {
    PingInterval: 2,
    ReconnectInterval: 1,
    ReconnectNonce: 1,
  });
}, 180_000);
afterAll(() => service?.close());

const openId = (who: string) => service.keys.openId[who]!;

async function startConnected(more: Record<string, string> = {}): Promise<Child> {
  const child = await service.start(more);
  await child.prints('"event":"longconn.connected"');
  return child;
}

/** The one message of the bot in a chat that holds the words, once it is there. */
async function cardIn(chatId: string, words: string) {
  return vi.waitFor(() => {
    const found = service.sim
      .messages(chatId)
      .filter((one) => one.senderType === 'app' && !one.recalled && one.text.includes(words));
    expect(found).toHaveLength(1);
    return found[0]!;
  }, SOON);
}

const issues = (like: string) => service.sql(`select title, status from issue where title like '${like}'`);

/** Redelivers what the platform has not had acknowledged. */
async function pushAgain(): Promise<void> {
  service.pass(16_000);
  await service.sim.runDue();
  await service.sim.settled();
}

function expectDiscreet(): void {
  const printed = service.all.map((child) => child.output).join('\n');
  const tokens = service.sim.snapshot() as { tokens: { token: string }[] };
  for (const secret of [
    SECRETS.FEISHU_APP_SECRET,
    SECRETS.METRICS_TOKEN,
    'ticket=',
    '渗滤液',
    ...tokens.tokens.map((one) => one.token),
  ])
    expect(printed.includes(secret), `"${secret.slice(0, 6)}…" was printed`).toBe(false);
  expect(service.sim.longconn.violations()).toEqual([]);
}

describe('over the long connection', { timeout: 180_000 }, () => {
  test('a problem is logged, signed, done and verified; clicks get their toasts through the frames', async () => {
    const child = await startConnected();
    const ready = await fetch(`${service.urlOf(child)}/readyz`);
    expect(await ready.json()).toEqual({ ok: true });
    const door = await fetch(`${service.urlOf(child)}/webhook/event`, { method: 'POST', body: '{}' });
    expect(door.status).toBe(404);

    await service.say('wang', 'xf', '报 渗滤液收集池满了 生态环境局 3个工作日');
    const card = await cardIn(service.keys.chatId.xf!, '渗滤液收集池满了');
    const signed = await service.sim.click(openId('sun'), card.messageId, '签收');
    expect(signed.toast?.type).toBe('success');
    await service.sim.say(openId('sun'), service.keys.chatId.xf!, '办结 #1 已抽排完毕', { atBot: true });
    await vi.waitFor(
      async () => expect(await issues('渗滤液%')).toMatchObject([{ status: 'verifying' }]),
      SOON,
    );
    await vi.waitFor(() => expect(service.sim.message(card.messageId)?.text).toContain('待核验'), SOON);
    const verified = await service.sim.click(openId('hua'), card.messageId, '属实');
    expect(verified.toast?.type).toBe('success');
    expect(await issues('渗滤液%')).toMatchObject([{ status: 'closed' }]);
    expect(service.sim.pushes().every((push) => push.status === 200 && push.attempt === 1)).toBe(true);
    const metrics = await fetch(`${service.urlOf(child)}/metrics`, {
      headers: { authorization: `Bearer ${SECRETS.METRICS_TOKEN}` },
    });
    expect(await metrics.text()).toContain('zhuanban_longconn_connected 1');
    expectDiscreet();
  });

  test('killed between receipt and acknowledgement, what was pushed comes again and takes effect once', async () => {
    const [child] = service.children;
    // The message gets as far as its first row and no further.
    const unlock = await service.lock('inbox');
    const said = service.say('liu', 'cn', '报 变压器渗油 供电公司 明天');
    await vi.waitFor(async () => expect((await service.sql(WAITING)).length).toBeGreaterThan(0), SOON);
    await service.end(child!, 'SIGKILL');
    await said;
    await unlock();
    expect(service.sim.pushes().at(-1)).toMatchObject({ failure: 'connection' });
    expect(await issues('变压器渗油')).toEqual([]);
    await startConnected();
    await pushAgain();
    expect(service.sim.pushes().at(-1)).toMatchObject({ status: 200, attempt: 2 });
    await cardIn(service.keys.chatId.cn!, '变压器渗油');
    expect(await issues('变压器渗油')).toHaveLength(1);
  });

  test('an acknowledgement that is lost on the way makes it come again, and changes nothing', async () => {
    service.sim.fault({ push: 'im.message.receive_v1', kind: 'resetAfterCommit', times: 1 });
    await service.say('liu', 'cn', '报 井盖破损 住建局 明天');
    await pushAgain();
    expect(service.sim.pushes().at(-1)).toMatchObject({ status: 200, attempt: 2 });
    await cardIn(service.keys.chatId.cn!, '井盖破损');
    expect(await issues('井盖破损')).toHaveLength(1);
  });

  test('a half-open connection is noticed and made anew without a restart', async () => {
    const [child] = service.children;
    service.sim.longconn.silence();
    await child!.prints('"loss":"silent"');
    await vi.waitFor(
      () => expect(child!.output.match(/"event":"longconn.connected"/g)).toHaveLength(2),
      SOON,
    );
    await vi.waitFor(() => expect(service.sim.longconn.connections()).toHaveLength(1), SOON);
    await service.say('liu', 'cn', '报 路缘石松动 住建局 明天');
    expect(service.sim.pushes().at(-1)).toMatchObject({ status: 200, attempt: 1 });
    await cardIn(service.keys.chatId.cn!, '路缘石松动');
  });

  test('two processes share the messages; each pushed twice is logged once; stopped, they finish and leave', async () => {
    await startConnected();
    expect(service.sim.longconn.connections()).toHaveLength(2);
    const groups = ['xf', 'mlx', 'cn', 'aq', 'bp', 'sx'];
    const lift = service.sim.fault({
      push: 'im.message.receive_v1',
      kind: 'duplicatePush',
      concurrent: true,
    });
    const said = Array.from({ length: 24 }, (_, n) =>
      service.say(n % 6 < 2 ? 'wang' : 'liu', groups[n % 6]!, `报 第${n + 1}处护栏锈蚀 住建局`),
    );
    await vi.waitFor(() => expect(service.sim.pushes().length).toBeGreaterThan(8), SOON);
    const exits = await Promise.all([...service.children].map((child) => service.end(child, 'SIGTERM')));
    expect(exits).toEqual([
      { code: 0, signal: null },
      { code: 0, signal: null },
    ]);
    await Promise.all(said);
    lift();
    const answered = service.all.slice(-2).map((child) => child.output.match(/"event":"push.done"/g)?.length);
    for (const count of answered) expect(count).toBeGreaterThan(0);
    await startConnected();
    await pushAgain();
    const cards = () => groups.flatMap((group) => service.cards(group, '处护栏锈蚀'));
    await vi.waitFor(() => expect(cards()).toHaveLength(24), SOON);
    expect(new Set((await issues('第%处护栏锈蚀')).map((row) => row.title)).size).toBe(24);
    expect(await issues('第%处护栏锈蚀')).toHaveLength(24);
    expectDiscreet();
  });

  test('told at the console in plain words: a wrong secret; and everything else keeps running', async () => {
    const child = await service.start({ FEISHU_APP_SECRET: 'wrong-secret-0001' });
    await child.prints('长连接没有建立：App ID 或 App Secret 不对');
    expect(child.output).toContain('"reason":"wrong-credentials","code":514');
    expect((await fetch(`${service.urlOf(child)}/healthz`)).status).toBe(200);
    expect(child.output).not.toContain('wrong-secret-0001');
    expect(await service.end(child, 'SIGTERM')).toEqual({ code: 0, signal: null });
  });

  test('told at the console in plain words: fifty connections are the most', async () => {
    const admit = service.sim.longconn.refuse(1000040350);
    const child = await service.start();
    await child.prints('已有 50 个长连接');
    admit();
    await child.prints('"event":"longconn.connected"');
  });
});

/** Processes that wait for the lock. */
const WAITING = "select 1 from pg_locks where not granted and locktype = 'relation'";
