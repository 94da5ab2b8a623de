/** Several processes over their lives: started together, replaced one by one, left behind by a newer database. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { HOLD_MS, openService, SECRETS, type Service } from './service.ts';

const SOON = { timeout: 60_000, interval: 50 };
const GROUPS = ['xf', 'mlx', 'cn', 'aq', 'bp', 'sx'];

let service: Service;
afterEach(() => service?.close());

const titles = async () =>
  (await service.sql('select title from issue order by id')).map((row) => String(row.title)).sort();

describe('processes on one PostgreSQL', { timeout: 240_000 }, () => {
  test('three started at once on an empty database make its tables once and all serve', async () => {
    service = await openService('postgres', 'webhook', { empty: true });
    const three = await Promise.all([service.start(), service.start(), service.start()]);
    const applied = await service.sql('select version from schema_migration order by version');
    const versions = applied.map((row) => Number(row.version));
    expect(new Set(versions).size).toBe(versions.length);
    for (const child of three) {
      const ready = await fetch(`${service.urlOf(child)}/readyz`);
      expect([ready.status, child.output.includes('"level":"error"')]).toEqual([200, false]);
    }
  });

  test('replaced one after the other while messages keep coming lose none and double none', async () => {
    service = await openService('postgres');
    await Promise.all([service.start(), service.start()]);
    const texts: string[] = [];
    let over = false;
    const talk = async () => {
      while (!over) {
        const n = texts.length;
        texts.push(`第${n + 1}号路灯不亮`);
        const group = GROUPS[n % 6]!;
        await service.say(n % 6 < 2 ? 'wang' : 'liu', group, `报 ${texts[n]} 住建局`);
        // As fast as answers come; where the door was closed there is none yet.
        if (service.sim.pushes().at(-1)?.status === 200)
          await vi.waitFor(() => expect(service.cards(group, texts[n]!)).toHaveLength(1), SOON);
      }
    };
    const talking = talk();
    const [first, second] = [...service.children];
    await vi.waitFor(() => expect(texts.length).toBeGreaterThan(4), SOON);
    for (const old of [first!, second!]) {
      expect(await service.end(old, 'SIGTERM')).toEqual({ code: 0, signal: null });
      const heard = texts.length;
      await service.start();
      await vi.waitFor(() => expect(texts.length).toBeGreaterThan(heard + 4), SOON);
    }
    over = true;
    await talking;
    // What met a closed door is pushed again.
    service.pass(16_000);
    await service.sim.runDue();
    await service.sim.settled();
    expect(await titles()).toEqual([...texts].sort());
    const cards = () => GROUPS.flatMap((group) => service.cards(group, '号路灯不亮'));
    await vi.waitFor(() => expect(cards().length).toBeGreaterThanOrEqual(texts.length), SOON);
    for (const child of [...service.children]) await service.end(child, 'SIGTERM');
    for (const text of texts) expect(cards().filter((card) => card.text.includes(text))).toHaveLength(1);
    expect(service.all.filter((child) => child.output.includes('"level":"error"'))).toEqual([]);
  });

  test.each(['SIGKILL', 'SIGSTOP'] as const)(
    'one that is stopped (%s) in the act of sending is replaced by another, and when it goes on nothing comes twice',
    async (signal) => {
      service = await openService('postgres');
      const first = await service.start();
      const began = Promise.withResolvers<void>();
      const free = service.sim.fault({
        api: '*',
        kind: 'latency',
        ms: HOLD_MS,
        when: ({ route = '' }) => {
          if (!/^POST .*\/im\/v1\/messages/.test(route)) return false;
          began.resolve();
          return true;
        },
      });
      await service.say('wang', 'xf', '报 渣场淋滤液收集池满了 生态环境局 3个工作日');
      await began.promise;
      first.kill(signal);
      free();
      // Half of what a lease lasts by itself; said in the same group, so it must wait for the first one's lease.
      const halfLease = { timeout: 45_000, interval: 50 };
      const second = await service.start();
      await service.sim.runDue();
      await vi.waitFor(() => expect(service.cards('xf', '渣场淋滤液')).toHaveLength(1), halfLease);
      expect(second.output).toContain('"event":"holder.dead"');
      service.letHeldCallsThrough();
      if (signal === 'SIGSTOP') {
        // From now on the platform would take a repetition for something new.
        service.pass(2 * 3_600_000);
        first.kill('SIGCONT');
        await first.prints('"event":"holder.given-up"');
      }
      for (const child of service.children.filter((one) => one.running)) await service.end(child, 'SIGTERM');
      expect(service.cards('xf', '渣场淋滤液')).toHaveLength(1);
    },
  );

  test('one that runs goes on when a newer version has added to the database; an older one refuses to start', async () => {
    service = await openService('postgres');
    const old = await service.start();
    await service.say('wang', 'xf', '报 磷石膏仓库堆放不下 生态环境局 3个工作日');
    await vi.waitFor(() => expect(service.cards('xf', '磷石膏仓库堆放不下')).toHaveLength(1), SOON);
    // What the next version's migration may do: the rule for migrations stands in docs/develop/adding-things.md.
    await service.sql(
      `alter table issue add column of_the_future text not null default '', add column why jsonb`,
    );
    await service.sql('alter table outbox add column of_the_future text');
    await service.sql('create table of_the_future (id integer primary key)');
    await service.sql(`insert into schema_migration values (9999, '9999_future.sql', 'x', '2026-01-01')`);
    await service.say('wang', 'xf', '签收 #1');
    await service.say('wang', 'mlx', '报 塔吊基础积水 住建局 明天');
    await vi.waitFor(() => expect(service.cards('mlx', '塔吊基础积水')).toHaveLength(1), SOON);
    expect((await fetch(`${service.urlOf(old)}/readyz`)).status).toBe(200);
    expect(old.output).not.toContain('"level":"error"');
    const { code, output } = await service.refused();
    expect([code, output]).toEqual([1, expect.stringContaining('数据库结构（9999）比程序')]);
    expect(output).not.toContain(SECRETS.FEISHU_APP_SECRET);
    expect(await service.end(old, 'SIGTERM')).toEqual({ code: 0, signal: null });
  });
});
