/** What the binary refuses to start with, and how it says so. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { AS_DEPLOYED, Child, SECRETS } from './service.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhuanban-refusal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const child = new Child({ DATA_DIR: folder, ...env });
  const { code } = await child.exited;
  return { code, output: child.output };
}

describe('the binary refuses to start', { timeout: 120_000 }, () => {
  test('and lists everything that is wrong with the configuration at once, without the values', async () => {
    const { code, output } = await start({
      ...AS_DEPLOYED,
      PORT: 'abc',
      LOG_LEVEL: 'loud',
      TIME_ZONE: 'Mars/Olympus',
      FEISHU_APP_ID: SECRETS.FEISHU_APP_ID,
      FEISHU_VERIFICATION_TOKEN: SECRETS.FEISHU_VERIFICATION_TOKEN,
      DATABASE_URL: 'mysql://root:pass-word@db/x',
    });
    expect(code).toBe(1);
    for (const name of [
      'PORT',
      'LOG_LEVEL',
      'TIME_ZONE',
      'DATABASE_URL',
      'FEISHU_APP_SECRET',
      'FEISHU_ENCRYPT_KEY',
      'ADMIN_OPEN_IDS',
    ])
      expect(output).toContain(`- ${name}：`);
    expect(output).not.toMatch(/pass-word|demo-verification-token|at .*\.ts:/);
  });

  test('for webhooks without FEISHU_ENCRYPT_KEY: nothing could be verified', async () => {
    const { FEISHU_ENCRYPT_KEY: _, ...rest } = SECRETS;
    const { code, output } = await start({ ...rest, ADMIN_OPEN_IDS: 'ou_1' });
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(2);
    expect(output).toContain('FEISHU_ENCRYPT_KEY：webhook 方式必须设置');
  });

  test('the demo on anything but this machine', async () => {
    const { code, output } = await start({ HOST: '0.0.0.0' });
    expect([code, output]).toEqual([1, expect.stringContaining('演示模式只能绑定本机')]);
  });

  test('the demo on a port that is taken, saying which other one to try', async () => {
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
    const address = squatter.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, output } = await start({ PORT: String(port) });
    await new Promise((resolve) => squatter.close(resolve));
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(`端口 ${port} 已被占用.*PORT=${port + 1} npm start`),
    ]);
  });
});
