/** The service as it is deployed: a process on a port, with a database, killed and stopped in bad moments. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { AS_DEPLOYED, HOLD_MS, openService, SECRETS, type Service } from './service.ts';

const SOON = { timeout: 60_000, interval: 50 };
/** Sending and replying. */
const SEND = /^POST .*\/im\/v1\/messages/;
const TEXT = '渣场淋滤液收集池满了';

/** What the platform is asked to send about `text` waits; resolves when the first such call has come. */
function holdSending(service: Service, text: string): { began: Promise<void>; free: () => void } {
  let begin = () => {};
  const began = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const free = service.sim.fault({
    api: '*',
    kind: 'latency',
    ms: HOLD_MS,
    when: ({ route = '', body }) => {
      if (!SEND.test(route) || !JSON.stringify(body).includes(text)) return false;
      begin();
      return true;
    },
  });
  return { began, free };
}

/** Nothing anybody must not read stands in what the processes have printed. */
function expectDiscreet(service: Service, texts: string[]): void {
  const printed = service.all.map((child) => child.output).join('\n');
  const { tokens } = service.sim.snapshot() as { tokens: { token: string }[] };
  const { FEISHU_APP_ID: _, ...secrets } = SECRETS;
  expect(tokens.length).toBeGreaterThan(0);
  for (const secret of [...Object.values(secrets), ...tokens.map((one) => one.token), ...texts, '王建国'])
    expect(printed.includes(secret), `"${secret.slice(0, 6)}…" was printed`).toBe(false);
}

describe.each(['postgres', 'pglite'] as const)('one process on %s', { timeout: 150_000 }, (kind) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(kind);
  }, 180_000);
  afterAll(() => service?.close());

  test('is healthy and ready, counts for those who know the token, and logs a signed message', async () => {
    const child = await service.start(AS_DEPLOYED);
    const get = (path: string, token?: string) =>
      fetch(`${service.urlOf(child)}${path}`, token ? { headers: { authorization: `Bearer ${token}` } } : {});
    expect((await get('/healthz')).status).toBe(200);
    expect(await (await get('/readyz')).json()).toEqual({ ok: true });
    expect((await get('/metrics')).status).toBe(401);
    expect(await (await get('/metrics', SECRETS.METRICS_TOKEN)).text()).toContain('zhuanban_pushes_total');
    await service.say('wang', 'xf', `报 ${TEXT} 生态环境局 3个工作日`);
    expect(service.sim.pushes().at(-1)).toMatchObject({ status: 200 });
    await vi.waitFor(() => expect(service.cards('xf', TEXT)).toHaveLength(1), SOON);
    expectDiscreet(service, [TEXT]);
  });

  test('SIGTERM lets a message under way finish, then leaves in peace', async () => {
    const { began, free } = holdSending(service, '塔吊基础积水');
    await service.say('wang', 'mlx', '报 塔吊基础积水 住建局 明天');
    await began;
    free();
    const [child] = service.children;
    const ended = service.end(child!, 'SIGTERM');
    service.letHeldCallsThrough();
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(child!.output).toContain('"event":"stopped"');
    expect(service.cards('mlx', '塔吊基础积水')).toHaveLength(1);
    expect(await service.sql('select count(*)::int as n from issue_card where message_id is null')).toEqual([
      { n: 0 },
    ]);
  });

  test('killed between commit and send, it sends once after a restart, even if the lost call comes through late', async () => {
    const child = await service.start();
    const { began, free } = holdSending(service, '变压器噪音扰民');
    const sent = () => service.sim.calls().filter((call) => SEND.test(call.route)).length;
    await service.say('liu', 'cn', '报 变压器噪音扰民 供电公司 明天');
    expect(service.sim.pushes().at(-1)).toMatchObject({ status: 200 });
    await began;
    expect(await service.end(child, 'SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
    free();
    expect(service.cards('cn', '变压器噪音扰民')).toHaveLength(0);
    // The dead process holds them for a minute and a half, unless the directory's lock proves that it is dead.
    if (kind === 'postgres') {
      await service.sql('update issue_card set lease_until = now()');
      await service.sql('update outbox set lease_until = now()');
    }
    await service.start();
    await vi.waitFor(() => expect(service.cards('cn', '变压器噪音扰民')).toHaveLength(1), SOON);
    const before = sent();
    // The platform carries the dead process's call out after all; the uuid makes it the same message.
    service.letHeldCallsThrough();
    await vi.waitFor(() => expect(sent()).toBeGreaterThan(before), SOON);
    expect(service.cards('cn', '变压器噪音扰民')).toHaveLength(1);
  });

  test('killed under load it loses nothing it has acknowledged, and takes the rest when it is pushed again', async () => {
    const titles = Array.from({ length: 30 }, (_, n) => `第${n + 1}处路灯不亮`);
    const [child] = service.children;
    const before = service.sim.pushes().length;
    const said = titles.map((title) => service.say('liu', 'bp', `报 ${title} 住建局`));
    await vi.waitFor(() => expect(service.sim.pushes().length - before).toBeGreaterThanOrEqual(8), SOON);
    await service.end(child!, 'SIGKILL');
    await Promise.all(said);
    const answered = service.sim.pushes().slice(before);
    expect(answered.filter((push) => push.status !== 200).length).toBeGreaterThan(0);
    const stored = async () =>
      (await service.sql("select title from issue where title like '第%处路灯不亮'")).map((row) => row.title);
    expect((await stored()).length).toBeGreaterThanOrEqual(
      answered.filter((push) => push.status === 200).length,
    );
    const again = await service.start();
    service.pass(16_000);
    await service.sim.runDue();
    await service.sim.settled();
    await service.end(again, 'SIGTERM');
    expect((await stored()).sort()).toEqual([...titles].sort());
    expectDiscreet(service, [...titles, TEXT, '变压器噪音扰民']);
  });
});

describe('two processes on one PostgreSQL', { timeout: 150_000 }, () => {
  let service: Service;
  beforeAll(async () => {
    service = await openService('postgres');
    await Promise.all([service.start(), service.start()]);
  }, 180_000);
  afterAll(() => service?.close());

  test('of 30 messages, each pushed to both at the same moment, each is logged once and answered once', async () => {
    const groups = ['xf', 'mlx', 'cn', 'aq', 'bp', 'sx'];
    const texts = Array.from({ length: 30 }, (_, n) => `第${n + 1}号井盖松动`);
    service.sim.fault({ push: 'im.message.receive_v1', kind: 'duplicatePush', concurrent: true });
    await Promise.all(
      texts.map((text, n) => service.say(n % 6 < 2 ? 'wang' : 'liu', groups[n % 6]!, `报 ${text} 住建局`)),
    );
    const cards = () => groups.flatMap((group) => service.cards(group, '号井盖松动'));
    await vi.waitFor(() => expect(cards().length).toBeGreaterThanOrEqual(30), SOON);
    await Promise.all([...service.children].map((child) => service.end(child, 'SIGTERM')));
    expect(
      await service.sql('select count(*)::int as issues, count(distinct title)::int as titles from issue'),
    ).toEqual([{ issues: 30, titles: 30 }]);
    expect(cards()).toHaveLength(30);
    for (const text of texts) expect(cards().filter((card) => card.text.includes(text))).toHaveLength(1);
    expectDiscreet(service, texts);
  });
});
