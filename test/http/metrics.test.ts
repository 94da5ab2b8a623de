/** What an operator sees, and that alerts and SLO table are written in names that exist. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { watchDatabase } from '../../src/counted-db.ts';
import type { Db } from '../../src/db/open.ts';
import { readQueues } from '../../src/db/queue.ts';
import { createMetrics } from '../../src/metrics.ts';
import { VERSION } from '../../src/version.ts';
import { openWorld, type World } from '../support/world.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

let world: World;
beforeAll(async () => {
  world = await openWorld({ env: { METRICS_TOKEN: 't' } });
});
afterAll(() => world.close());

const scrape = async () =>
  (await world.app.request('/metrics', { headers: { authorization: 'Bearer t' } })).text();
const value = (text: string, series: string) => {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
};
const namesIn = (text: string) => new Set([...text.matchAll(/\bzhuanban_[a-z_]+/g)].map(([name]) => name));

test('every metric an alert or the SLO table asks for is there from the first scrape', async () => {
  const shown = namesIn(await scrape());
  const alerts = read('docs/alerts.yaml');
  expect(alerts.match(/- alert:/g)?.length).toBeGreaterThan(10);
  const slo =
    /<!-- slo:start -->([\s\S]*?)<!-- slo:end -->/.exec(read('docs/operate/slo-and-alerts.md'))?.[1] ?? '';
  expect(namesIn(slo).size).toBeGreaterThan(3);
  const asked = [...namesIn(alerts), ...namesIn(slo)];
  expect(asked.filter((name) => !shown.has(name))).toEqual([]);
});

test('every label value an alert selects is one the program gives', () => {
  const selected = [...read('docs/alerts.yaml').matchAll(/\{outcome!?="(\w+)"\}/g)].map(([, name]) => name);
  expect(new Set(selected)).toEqual(new Set(['failed', 'rejected', 'limited', 'dead', 'ok']));
});

test('the version is that of package.json', async () => {
  expect(VERSION).toBe((JSON.parse(read('package.json')) as { version: string }).version);
  expect(value(await scrape(), `zhuanban_build_info{version="${VERSION}"}`)).toBe(1);
});

test('queues: what is due and for how long, what waits for later, what is dead', async () => {
  await world.group('xf').says('wang', '报 磷石膏仓库堆放不下 生态环境局 3个工作日');
  const quiet = await scrape();
  expect(value(quiet, 'zhuanban_outbox_due')).toBe(0);
  expect(value(quiet, 'zhuanban_cards_stale')).toBe(0);
  expect(value(quiet, 'zhuanban_outbox_oldest_due_seconds')).toBe(0);
  const mend = world.sim.fault({ api: '*', kind: 'http500' });
  await world.group('xf').says('wang', '帮助');
  await world.group('xf').says('wang', '催办 #1');
  world.pass(120_000);
  const stuck = await scrape();
  expect(value(stuck, 'zhuanban_outbox_due')).toBeGreaterThan(0);
  expect(value(stuck, 'zhuanban_outbox_oldest_due_seconds')).toBeGreaterThan(30);
  expect(value(stuck, 'zhuanban_platform_calls_total{outcome="ok"}')).toBeGreaterThan(0);
  mend();
  await world.settle();
  await world.deps.db.session((session) =>
    session.run(
      "update outbox set state = 'dead' where id = (select min(id) from outbox where state = 'sent')",
    ),
  );
  expect(value(await scrape(), 'zhuanban_dead_letters')).toBe(1);
  await world.deps.db.session((session) =>
    session.run("update outbox set state = 'sent' where state = 'dead'"),
  );
});

test('the clock: last tick, how late it is, how late it acted', async () => {
  await world.advanceTo('2026-11-23 17:01');
  const text = await scrape();
  expect(value(text, 'zhuanban_last_tick_seconds')).toBe(Date.parse('2026-11-23T17:01:00+08:00') / 1000);
  expect(value(text, 'zhuanban_tick_lateness_seconds')).toBe(0);
  world.pass(10 * 60_000);
  expect(value(await scrape(), 'zhuanban_tick_lateness_seconds')).toBe(540);
  await world.advanceTo('2026-12-02 09:00');
  expect(value(await scrape(), 'zhuanban_reminder_delay_seconds_count')).toBeGreaterThan(0);
  expect(value(await scrape(), 'zhuanban_tick_seconds_count')).toBeGreaterThan(0);
});

test('delays are counted from when a message was first to go out', async () => {
  const text = await scrape();
  expect(value(text, 'zhuanban_send_delay_seconds_count{kind="answer"}')).toBeGreaterThan(0);
  // The answer that waited for the platform's recovery took two minutes.
  expect(value(text, 'zhuanban_send_delay_seconds_bucket{le="30",kind="answer"}')).toBeLessThan(
    value(text, 'zhuanban_send_delay_seconds_bucket{le="+Inf",kind="answer"}') ?? 0,
  );
});

test('without the database the counters are still told, and that it is gone', async () => {
  vi.spyOn(world.deps.db, 'read').mockRejectedValueOnce(new Error('connect ECONNREFUSED secret-host'));
  const text = await scrape();
  expect(value(text, 'zhuanban_database_up')).toBe(0);
  expect(value(text, 'zhuanban_pushes_total{outcome="accepted"}')).toBeGreaterThan(0);
  expect(world.log.join()).not.toContain('secret-host');
  world.expectFailures(1);
  expect(value(await scrape(), 'zhuanban_database_up')).toBe(1);
});

test('what the database refuses is counted by class', async () => {
  const metrics = createMetrics();
  const db: Db = watchDatabase(world.deps.db, metrics, {});
  await db.session((session) => session.run('select 1'));
  const { sql } = await import('drizzle-orm');
  await expect(db.read((tx) => tx.execute(sql.raw('select 1 / 0')))).rejects.toThrow();
  await expect(db.transaction((tx) => tx.execute(sql.raw('select 1 / 0')))).rejects.toThrow();
  await expect(db.transaction(() => Promise.reject(new Error('ours')))).rejects.toThrow('ours');
  expect(await metrics.text()).toContain('zhuanban_database_errors_total{class="22"} 2');
});

test('a scrape asks the queues by index alone', async () => {
  const plans: string[] = [];
  await world.deps.db.session(async (session) => {
    await session.run('set local enable_seqscan = off');
    for (const table of ['outbox', 'issue_card'])
      for (const what of [
        `select min(due_at) from ${table} where due_at is not null`,
        `select count(*) from (select 1 from ${table} where due_at is not null limit 100000) taken`,
        `select count(*) from (select 1 from ${table} where due_at is not null and due_at <= '2026-12-01' limit 100000) taken`,
      ])
        plans.push(JSON.stringify(await session.query(`explain ${what}`)));
    plans.push(
      JSON.stringify(
        await session.query(
          "explain select count(*) from (select 1 from outbox where state = 'dead' limit 100000) taken",
        ),
      ),
    );
  });
  for (const plan of plans) expect(plan).toMatch(/(outbox_(?:due|wanted|waiting|dead)|issue_card_due)/);
  expect(await world.deps.db.read((tx) => readQueues(tx, world.now))).toMatchObject({ deadLetters: 0 });
});
