/** 体检 beside an embedded database that is in use, and as a command of the shell. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HealthItem } from '../../src/cards/admin.ts';
import { openDatabase } from '../../src/database.ts';
import { examine } from '../../src/ops/doctor.ts';
import { openWorld, type World } from '../support/world.ts';

const ROOT = join(import.meta.dirname, '../..');
let world: World;
const item = (items: HealthItem[], name: string) => items.find((one) => one.name === name);

describe('npm run doctor by itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhuanban-doctor-'));
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('an embedded database in use is left to its service, which is asked whether it is ready', async () => {
    const dataDir = join(folder, 'used');
    const db = await openDatabase({ ...world.deps.config, databaseUrl: undefined }, dataDir);
    const ask = (ready: boolean) =>
      examine({
        config: { ...world.deps.config, databaseUrl: undefined, dataDir },
        clock: () => world.now,
        fetch: async (input, init) => {
          const request = new Request(input, init);
          if (request.url.endsWith('/readyz')) return new Response('', { status: ready ? 200 : 503 });
          return world.sim.fetch(request);
        },
      });
    try {
      expect(item(await ask(true), '数据库')).toMatchObject({ ok: true });
      expect(item(await ask(true), '磁盘')?.value).toContain('GB');
      expect(item(await ask(false), '数据库')).toMatchObject({ ok: false });
    } finally {
      await db.close();
    }
  });

  test('the command ends with 1 and says why', () => {
    const run = (env: Record<string, string>) =>
      spawnSync(process.execPath, [join(ROOT, 'scripts/doctor.ts')], {
        env: { PATH: process.env.PATH ?? '', DATA_DIR: folder, ...env },
        encoding: 'utf8',
      });
    const demo = run({});
    expect([demo.status, demo.stdout]).toEqual([1, expect.stringContaining('没有设置 FEISHU_APP_ID')]);
    const wrong = run({ FEISHU_APP_ID: 'cli_1' });
    expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringContaining('FEISHU_ENCRYPT_KEY')]);
  });
});
