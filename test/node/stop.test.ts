/** A process that is asked to leave, in bad moments. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Child, HOLD_MS, openService, SECRETS, type Service } from './service.ts';

const SOON = { timeout: 60_000, interval: 50 };

describe('asked to leave', { timeout: 150_000 }, () => {
  let service: Service;
  beforeAll(async () => {
    service = await openService('pglite');
  }, 180_000);
  afterAll(() => service?.close());

  test('while the platform answers nothing, it leaves with 0 all the same, and sends once after the next start', async () => {
    const child = await service.start({ STOP_SECONDS: '1' });
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
    expect(await service.end(child, 'SIGTERM')).toEqual({ code: 0, signal: null });
    expect(child.output).toContain('"event":"stop.gave-up"');
    expect(child.output).toContain('"event":"stopped"');
    free();
    await service.start();
    await vi.waitFor(() => expect(service.cards('xf', '渣场淋滤液')).toHaveLength(1), SOON);
    service.letHeldCallsThrough();
    expect(service.cards('xf', '渣场淋滤液')).toHaveLength(1);
  });

  test('while the platform takes calls and answers none, it starts, says so, and leaves with 0 at once', async () => {
    const blackhole = createServer(() => {});
    await new Promise<void>((resolve) => blackhole.listen(0, '127.0.0.1', resolve));
    const { port } = blackhole.address() as AddressInfo;
    const folder = mkdtempSync(join(tmpdir(), 'zhuanban-node-'));
    const child = await service.start({
      DATA_DIR: folder,
      FEISHU_DOMAIN: `http://127.0.0.1:${port}`,
      STOP_SECONDS: '30',
    });
    // Nothing of what it asks has been answered or given up.
    expect(child.output).not.toContain('platform.unreachable');
    expect((await fetch(`${service.urlOf(child)}/healthz`)).status).toBe(200);
    await child.prints('"event":"platform.unreachable"');
    expect(child.output).toContain('"reason":"timeout"');
    expect(await service.end(child, 'SIGTERM')).toEqual({ code: 0, signal: null });
    expect(child.output).not.toContain('stop.gave-up');
    blackhole.closeAllConnections();
    blackhole.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('nothing it writes can be read by another user of the machine', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'zhuanban-node-')), 'data');
    const child = await service.start({ DATA_DIR: folder });
    expect(await service.end(child, 'SIGTERM')).toEqual({ code: 0, signal: null });
    const written = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(written.length).toBeGreaterThan(100);
    const open = ['', ...written].filter((path) => (statSync(join(folder, path)).mode & 0o077) !== 0);
    expect(open).toEqual([]);
    rmSync(dirname(folder), { recursive: true, force: true });
  });

  test('while it still waits for its database, it leaves with 0', async () => {
    const child = new Child({
      ...SECRETS,
      ADMIN_OPEN_IDS: 'ou_1',
      // Nobody listens on port 1.
      DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x',
    });
    await child.prints('数据库还连不上');
    child.kill('SIGTERM');
    expect(await child.exited).toEqual({ code: 0, signal: null });
    expect(child.output).not.toContain('DATABASE_URL：连不上');
  });
});
