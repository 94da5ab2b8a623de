import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DirectoryLocked, lockDirectory } from '../../src/db/directory-lock.ts';
import { openPglite } from '../../src/db/open-pglite.ts';

const MODULE = join(import.meta.dirname, '../../src/db/directory-lock.ts');

describe('the lock of a data directory', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'zhuanban-lock-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  /** Another process that takes the lock, says so, and waits to be killed. */
  async function holdElsewhere(): Promise<{ pid: number; kill(): Promise<void> }> {
    const code = `const { lockDirectory } = await import(${JSON.stringify(MODULE)});
      await lockDirectory(${JSON.stringify(directory)}); console.log('held'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => resolve());
      child.once('exit', () => reject(new Error('the other process ended early')));
    });
    return {
      pid: child.pid!,
      kill: () =>
        new Promise((resolve) => {
          child.removeAllListeners('exit').once('exit', () => resolve());
          child.kill('SIGKILL');
        }),
    };
  }

  const writeLock = (holder: Record<string, unknown>) =>
    writeFile(
      join(directory, 'lock'),
      JSON.stringify({ token: 'other', started: null, host: hostname(), ...holder }),
    );

  test('keeps a second process out with a message that says what to do, until the first is killed', async () => {
    const other = await holdElsewhere();
    const second = lockDirectory(directory);
    await expect(second).rejects.toThrow(DirectoryLocked);
    await expect(second).rejects.toThrow(new RegExp(`正被另一个进程使用（进程号 ${other.pid}，`));
    await other.kill();
    const unlock = await lockDirectory(directory);
    expect(JSON.parse(await readFile(join(directory, 'lock'), 'utf8')).pid).toBe(process.pid);
    await unlock();
  });

  test('is given back, so that the next may take it; even this process cannot take it twice', async () => {
    const unlock = await lockDirectory(directory);
    await expect(lockDirectory(directory)).rejects.toThrow(DirectoryLocked);
    await unlock();
    await (await lockDirectory(directory))();
  });

  // Only Linux tells when a process was started (/proc/<pid>/stat), by which a reused number is known.
  test.runIf(process.platform === 'linux')(
    'of a process whose number is used again is taken over',
    async () => {
      await writeLock({ pid: process.pid, started: '1' });
      await (await lockDirectory(directory))();
    },
  );

  test('that is no lock at all is taken over', async () => {
    await writeFile(join(directory, 'lock'), '');
    await (await lockDirectory(directory))();
  });

  test('of another host counts as long as it shows signs of life', async () => {
    await writeLock({ pid: 1, host: 'gone-container' });
    await expect(lockDirectory(directory)).rejects.toThrow('gone-container');
    const longAgo = new Date(Date.now() - 10 * 60_000);
    await utimes(join(directory, 'lock'), longAgo, longAgo);
    await (await lockDirectory(directory))();
  });

  test('of a dead process goes to one of many who come at once', async () => {
    await writeLock({ pid: 2 ** 22 + 1 });
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(directory)));
    const won = results.filter((result) => result.status === 'fulfilled');
    expect(won).toHaveLength(1);
    await won[0]!.value();
  });

  test('is taken by PGlite, and given back when it closes', async () => {
    const db = await openPglite(directory);
    await db.session((session) => session.run('create table kept (id integer); insert into kept values (7)'));
    await expect(openPglite(directory)).rejects.toThrow(DirectoryLocked);
    await db.close();
    await db.close();
    const again = await openPglite(directory);
    const rows = await again.session((session) => session.query('select id from kept'));
    await again.close();
    expect(rows).toEqual([{ id: 7 }]);
  });
});
