/**
 * A worker of the tests and its PostgreSQL on one core: they take turns, and waking a process on another core costs more
 * than most statements do. Only on Linux with `taskset`, a server of our own, and few cores; elsewhere nothing is moved.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Workers of one run, as `maxWorkers` in vitest.config.ts. */
export const WORKERS = 2;

/** Numbers in a list as the kernel writes it: `0-1,4` is 0, 1 and 4. */
export function readCores(list: string): number[] {
  return list
    .trim()
    .split(',')
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [first = 0, last = first] = part.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, i) => first + i);
    });
}

/** Moves a process with all its threads; what it starts later follows. @throws Error when it may not be moved */
export function moveToCore(pid: number, core: number): void {
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(core), String(pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/**
 * Cores to move workers to, one each; none where nothing is to be gained: with many cores the kernel finds room itself.
 * @param status text of /proc/self/status
 */
export function coresToChoose(status: string): number[] {
  const cores = readCores(/^Cpus_allowed_list:\s*(.*)$/m.exec(status)?.[1] ?? '');
  return cores.length >= WORKERS && cores.length <= 2 * WORKERS ? cores.slice(0, WORKERS) : [];
}

/** As `coresToChoose`, for this process; none where `taskset` is missing. */
export function findCores(): number[] {
  if (process.platform !== 'linux' || process.env.TEST_DATABASE_URL) return [];
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' });
    return coresToChoose(readFileSync('/proc/self/status', 'utf8'));
  } catch {
    return [];
  }
}
