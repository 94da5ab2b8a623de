import { afterEach, describe, expect, test } from 'vitest';
import { createDeps } from '../../src/boot.ts';
import { DatabaseError } from '../../src/db/database-error.ts';
import type { Deps } from '../../src/deps.ts';
import { runTick } from '../../src/engine/tick.ts';
import { FeishuError } from '../../src/feishu/errors.ts';
import { createApp } from '../../src/http/app.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.close());

describe('the pages for machines', () => {
  test('healthz answers without the database; readyz says when it is gone', async () => {
    world = await openWorld();
    expect((await world.app.request('/healthz')).status).toBe(200);
    expect((await world.app.request('/readyz')).status).toBe(200);
    const broken: Deps = {
      ...world.deps,
      db: { ...world.deps.db, read: () => Promise.reject(new Error('connect ECONNREFUSED secret-host')) },
    };
    const app = createApp(broken);
    expect((await app.request('/healthz')).status).toBe(200);
    const answer = await app.request('/readyz');
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('secret-host');
    expect(world.log.join()).not.toContain('secret-host');
    world.expectFailures(1);
  });

  test.each<[string, string, (deps: Deps) => Partial<Deps>]>([
    ['disk-full', 'the disk has no room', () => ({ disk: async () => ({ free: 1_000_000, total: 1e9 }) })],
    [
      'platform',
      'the secret is wrong and the bot was never known',
      () => ({
        bot: () =>
          Promise.reject(
            new FeishuError({
              kind: 'configuration',
              reason: 'wrong-credentials',
              code: 10014,
              httpStatus: 200,
              method: 'POST',
              path: '/token',
            }),
          ),
      }),
    ],
    [
      'database',
      'the database is away',
      ({ db }) => ({ db: { ...db, read: () => Promise.reject(new Error('connect ECONNREFUSED')) } }),
    ],
  ])('readyz is 503 (%s) when %s, and why is told to its operator only', async (problem, _, broken) => {
    world = await openWorld({ env: { METRICS_TOKEN: 'let-me-see' } });
    const app = createApp({ ...world.deps, ...broken(world.deps) });
    for (let n = 0; n < 2; n++) {
      const stranger = await app.request('/readyz');
      expect([stranger.status, await stranger.json()]).toEqual([503, { ok: false }]);
    }
    const operator = await app.request('/readyz', { headers: { authorization: 'Bearer let-me-see' } });
    expect([operator.status, await operator.json()]).toEqual([503, expect.objectContaining({ problem })]);
    const failures = world.log.filter((line) => line.includes('"event":"readyz.')).length;
    expect(failures).toBeGreaterThan(0);
    world.expectFailures(failures);
  });

  /** Another process over the same database, but for what is given. */
  const secondDeps = (over: Partial<Parameters<typeof createDeps>[0]>): Deps =>
    createDeps({
      config: world.deps.config,
      db: world.deps.db,
      clock: world.deps.clock,
      wake: () => {},
      write: (line) => world.log.push(line),
      fetch: async (input, init) => world.sim.fetch(new Request(input, init)),
      demo: false,
      ...over,
    });
  /** What stands in the world's log as an error, all of it expected. */
  const expectAllFailures = () => {
    const failures = world.log.filter((line) => line.includes('"level":"error"')).length;
    expect(failures).toBeGreaterThan(0);
    world.expectFailures(failures);
  };
  const askReady = async (app: ReturnType<typeof createApp>) => {
    const answer = await app.request('/readyz', { headers: { authorization: 'Bearer let-me-see' } });
    const stranger = await app.request('/readyz');
    if (!answer.ok) expect(await stranger.json()).toEqual({ ok: false });
    return [answer.status, await answer.json()];
  };

  test('readyz is 503 from the first write the full database refuses, until one of some size gets through', async () => {
    world = await openWorld({ env: { METRICS_TOKEN: 'let-me-see' } });
    const state = { full: false };
    const { db } = world.deps;
    const deps = secondDeps({
      db: {
        ...db,
        transaction: (work) =>
          state.full
            ? Promise.reject(
                new DatabaseError('53100', 'could not extend file "base/1/2": No space left on device'),
              )
            : db.transaction(work),
      },
    });
    const app = createApp(deps);
    expect(await askReady(app)).toEqual([200, { ok: true }]);
    state.full = true;
    await runTick(deps, deps.clock()).catch(() => {});
    const full = [503, { ok: false, problem: 'database-full' }];
    expect(await askReady(app)).toEqual(full);
    state.full = false;
    // Asked once in ten seconds, however often somebody asks us.
    expect(await askReady(app)).toEqual(full);
    world.pass(10_000);
    expect(await askReady(app)).toEqual([200, { ok: true }]);
    expectAllFailures();
  });

  test('readyz is 503 while PostgreSQL is read-only, and recovers by itself', async () => {
    world = await openWorld({ database: 'postgres', env: { METRICS_TOKEN: 'let-me-see' } });
    const { db } = world.deps;
    const makeReadOnly = (on: boolean) =>
      db.session(async (session) => {
        await session.run('set transaction read write');
        const [row] = await session.query('select current_database() as name');
        await session.run(`alter database "${row!.name}" set default_transaction_read_only = ${on}`);
        await session.run(`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`);
      });
    const { deps, app } = world.joinProcess();
    expect(await askReady(app)).toEqual([200, { ok: true }]);
    await makeReadOnly(true);
    await expect
      .poll(() => deps.db.transaction((tx) => tx.execute('delete from lease')).catch((error) => error.code))
      .toBe('25006');
    expect(await askReady(app)).toEqual([503, { ok: false, problem: 'database-read-only' }]);
    await makeReadOnly(false);
    await expect
      .poll(() =>
        deps.db
          .transaction((tx) => tx.execute('delete from lease'))
          .then(
            () => 'ok',
            (error) => error.code,
          ),
      )
      .toBe('ok');
    world.pass(10_000);
    expect(await askReady(app)).toEqual([200, { ok: true }]);
    expectAllFailures();
  });

  test('readyz is 503 when the App Secret becomes wrong later, and recovers by itself', async () => {
    world = await openWorld({ env: { METRICS_TOKEN: 'let-me-see' } });
    const state = { wrong: false };
    const deps = secondDeps({
      fetch: async (input, init) => {
        const request = new Request(input, init);
        if (!state.wrong || !request.url.includes('/tenant_access_token/')) return world.sim.fetch(request);
        const body = JSON.stringify({ ...((await request.json()) as object), app_secret: 'another' });
        return world.sim.fetch(new Request(request.url, { method: 'POST', headers: request.headers, body }));
      },
    });
    const app = createApp(deps);
    await deps.feishu.botInfo();
    expect(await askReady(app)).toEqual([200, { ok: true }]);
    state.wrong = true;
    // While the token lasts all is well.
    await deps.feishu.botInfo();
    expect(await askReady(app)).toEqual([200, { ok: true }]);
    world.pass(2 * 3_600_000);
    await deps.feishu.botInfo().catch(() => {});
    const refused = [503, { ok: false, problem: 'platform', reason: 'secret-wrong' }];
    expect(await askReady(app)).toEqual(refused);
    state.wrong = false;
    expect(await askReady(app)).toEqual(refused);
    world.pass(10_000);
    expect(await askReady(app)).toEqual([200, { ok: true }]);
    expectAllFailures();
  });

  test('metrics are shown only to whoever has the token, and not at all without one', async () => {
    world = await openWorld({ env: { METRICS_TOKEN: 'let-me-see' } });
    await world.group('xf').says('wang', '报 测试指标 住建局');
    expect((await world.app.request('/metrics')).status).toBe(401);
    const ask = (authorization: string) => world.app.request('/metrics', { headers: { authorization } });
    expect((await ask('Bearer let-me-se')).status).toBe(401);
    expect((await ask('let-me-see')).status).toBe(401);
    expect((await ask('Basic let-me-see')).status).toBe(401);
    expect((await ask('Bearer let-me-see-more')).status).toBe(401);
    const answer = await ask('Bearer let-me-see');
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toContain('zhuanban_pushes_total{outcome="accepted"} 1');
    expect(text).toMatch(/zhuanban_sends_total\{kind="card",outcome="sent"\} \d/);
    expect(text).not.toContain('测试指标');
    const without = createApp({ ...world.deps, config: { ...world.deps.config, metricsToken: undefined } });
    expect((await without.request('/metrics', { headers: { authorization: 'Bearer ' } })).status).toBe(404);
  });

  test('a fault behind a page is told as 500 without its words', async () => {
    world = await openWorld();
    const broken: Deps = {
      ...world.deps,
      config: { ...world.deps.config, metricsToken: 't' },
      metrics: { ...world.deps.metrics, text: () => Promise.reject(new Error('password=hunter2')) },
    };
    const answer = await createApp(broken).request('/metrics', { headers: { authorization: 'Bearer t' } });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('hunter2');
    expect(world.log.join()).not.toContain('hunter2');
    world.expectFailures(1);
  });
});
