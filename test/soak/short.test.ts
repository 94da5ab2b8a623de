/** A short soak, of the same seed every time: what is random in it is drawn from it, when things happen is not. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createChance } from '../../soak/random.ts';
import { untilMoment } from '../../soak/trouble.ts';

const ROOT = join(import.meta.dirname, '../..');
/** The table's figure behind a name. */
const figure = (report: string, name: string) =>
  Number(
    report
      .split('\n')
      .find((line) => line.startsWith(`| ${name} |`))
      ?.split('|')[2],
  );

test('killed processes, a killed PostgreSQL, a platform that fails and clocks that jump lose and double nothing', async () => {
  const run = promisify(execFile)(process.execPath, ['soak/run.ts', '--seconds', '15', '--seed', '7'], {
    cwd: ROOT,
  });
  const { stdout } = await run.catch((failed: { stdout: string; stderr: string }) => failed);
  expect(stdout.trimEnd().split('\n').at(-1), stdout).toBe('违反 0');
  expect(figure(stdout, 'kill -9 进程')).toBeGreaterThan(0);
  expect(figure(stdout, 'kill -9 PostgreSQL')).toBeGreaterThan(0);
  expect(figure(stdout, '说的话')).toBeGreaterThan(10);
  expect(figure(stdout, '同一条消息平台上没有两份')).toBeGreaterThan(0);
}, 240_000);

test('the same seed draws the same, another one something else, and a branch does not disturb its stem', () => {
  const draw = (seed: number) => {
    const chance = createChance(seed);
    chance.branch('other').next();
    return [chance.whole(1, 6), chance.pick(['a', 'b', 'c']), chance.happens(0.5), chance.next()];
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test('a moment of the day is ahead, today or tomorrow', () => {
  const nine = Date.parse('2026-11-23T09:00:00+08:00');
  expect(untilMoment(nine, '17:00')).toBe(8 * 3_600_000);
  expect(untilMoment(nine, '08:31')).toBe((23 * 60 + 31) * 60_000);
  expect(untilMoment(nine, '09:00')).toBe(24 * 3_600_000);
});
