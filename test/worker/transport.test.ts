/** What a Worker cannot do is refused at once, not found out by silence. */
import { expect, test } from 'vitest';
import worker from '../../src/worker.ts';

test('a Worker told to keep a long connection says that it cannot', async () => {
  const env = {
    HYPERDRIVE: { connectionString: 'postgres://127.0.0.1:9/none' },
    FEISHU_APP_ID: 'cli_a1b2c3d4e5f60718',
    FEISHU_APP_SECRET: 'secret-0001',
    FEISHU_TRANSPORT: 'longconn',
    ADMIN_OPEN_IDS: 'ou_1',
  };
  const answer = worker.fetch(new Request('http://worker/readyz'), env, { waitUntil: () => {} });
  await expect(answer).rejects.toThrow('FEISHU_TRANSPORT:Cloudflare Workers 上不能保持长连接');
});
