import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const SCRIPT = join(ROOT, 'scripts/check-node.mjs');

/** The script under a Node that says it is of another version. */
function told(version: string): string {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' });`;
  try {
    execFileSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, SCRIPT],
      {
        stdio: 'pipe',
      },
    );
    return '';
  } catch (error) {
    return String((error as { stderr?: unknown }).stderr);
  }
}

test('a Node too old to run the service is told which one is needed, the one package.json names', () => {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    engines: { node: string };
  };
  const needed = engines.node.replace('>=', '');
  for (const old of ['18.20.0', '20.19.5', '22.17.1']) expect(told(old)).toContain(`需要 ${needed} 以上`);
  for (const well of ['22.18.0', '23.6.0', '24.21.0', '26.0.0']) expect(told(well)).toBe('');
});
