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

function holdTo(pid: number, cores: readonly number[]): void {
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', cores.join(','), String(pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** Moves a process with all its threads; what it starts later follows. @throws Error when it may not be moved */
export function moveToCore(pid: number, core: number): void {
  holdTo(pid, [core]);
}

/** Numbers of the cores a process may run on. @param status text of its /proc/<pid>/status */
export function coresOf(status: string): number[] {
  return readCores(/^Cpus_allowed_list:\s*(.*)$/m.exec(status)?.[1] ?? '');
}

/** Cores to move workers to, one each; none where nothing is to be gained: with many the kernel finds room itself. */
export function coresToChoose(cores: readonly number[]): number[] {
  return cores.length >= WORKERS && cores.length <= 2 * WORKERS ? cores.slice(0, WORKERS) : [];
}

/** As `coresToChoose`, for this process; none where `taskset` is missing, another program, or not allowed. */
export function findCores(): number[] {
  if (process.platform !== 'linux' || process.env.TEST_DATABASE_URL) return [];
  try {
    const cores = coresOf(readFileSync('/proc/self/status', 'utf8'));
    holdTo(process.pid, cores);
    return coresToChoose(cores);
  } catch {
    return [];
  }
}
