/** What a run of the tests, the bench or the soak ends with. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('a process that has loaded the tests’ PostgreSQL ends with the exit code it set, so failed tests fail', () => {
  const server = join(import.meta.dirname, 'support/postgres-server.ts');
  const script = `await import(${JSON.stringify(server)}); process.exitCode = 3;`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script]);
  expect(status, String(stderr)).toBe(3);
});
