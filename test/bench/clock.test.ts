/** The clock's benches work, and what they count is right at a small size; how fast it was is for people to judge. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

test('a short bench ticks over open problems and sends a morning: nobody twice, nothing refused', async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['bench/run.ts', '--quick', '--only', 'tick,wave'],
    { cwd: ROOT },
  );
  const rows = stdout.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  for (const label of ['5 due', 'none due', 'after midnight'])
    expect(rows.filter((cells) => cells[2] === label).map((cells) => cells[1])).toEqual(['200', '400']);
  const waves = rows.filter((cells) => cells[2] === '70');
  expect(waves.map((cells) => [cells[1], cells[8], cells[9]])).toEqual([
    ['the morning, 08:31–08:40', '0', '70'],
    ['made up for at 08:50, all at once', '0', '70'],
  ]);
}, 120_000);
