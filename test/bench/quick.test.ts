/** The bench itself works: its figures are for people to judge, so nothing here depends on how fast anything is. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

test('a short bench logs problems durably, replays the same SQL, by one process and by several, and prints their ratio', async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['bench/run.ts', '--quick', '--only', 'webhook'],
    { cwd: ROOT },
  );
  const row = stdout.split('\n').find((line) => line.startsWith('| 1 k |'));
  const cells = row?.split('|').map((cell) => cell.trim()) ?? [];
  const [webhook, raw, ratio] = [cells[3], cells[6], cells[8]].map(Number);
  expect(webhook).toBeGreaterThan(0);
  expect(raw).toBeGreaterThan(0);
  expect(ratio).toBeGreaterThan(0);
  expect(stdout).toContain('signature and decryption');
  for (const replicas of [1, 2, 3])
    expect(stdout).toMatch(new RegExp(`^\\| ${replicas} \\| [1-9]\\d* \\| [\\d.]+ \\| [1-9]`, 'm'));
}, 120_000);
