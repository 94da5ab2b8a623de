import { afterEach, describe, expect, test } from 'vitest';
import type { Deps } from '../../src/deps.ts';
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
