/** One process per data directory: PGlite itself takes no lock and two writers would ruin the data. Node only. */
import { link, mkdir, open, readFile, rm, rmdir, stat, unlink, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';

/** Who holds the directory. `started` tells a reused process number apart; null where the system cannot say. */
interface Holder {
  pid: number;
  started: string | null;
  host: string;
  token: string;
}

const HEARTBEAT_MS = 10_000;
/** A holder on another host (a container that is gone) counts as dead after this long without a sign of life. */
const SILENT_MS = 60_000;
/** Tries, 20 ms apart, while somebody else is taking over; longer than a door left by a crash stays shut. */
const PATIENCE = 3500;

export class DirectoryLocked extends Error {
  constructor(directory: string, holder: { pid: number; host: string }) {
    super(
      `数据目录 ${directory} 正被另一个进程使用（进程号 ${holder.pid}，主机 ${holder.host}）。请先停止它，或用 DATA_DIR 指定别的目录；需要多个进程时请改用 DATABASE_URL。`,
    );
    this.name = 'DirectoryLocked';
  }
}

/** Start time of a process in ticks since boot (Linux /proc, proc(5)); null on other systems. */
async function startOf(pid: number): Promise<string | null> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The command name in parentheses may hold spaces; what follows it does not.
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function isAlive(holder: Holder, path: string): Promise<boolean> {
  if (holder.host !== hostname()) {
    const seen = await stat(path).catch(() => undefined);
    return seen !== undefined && Date.now() - seen.mtimeMs < SILENT_MS;
  }
  if (!isRunning(holder.pid)) return false;
  return holder.started === null || holder.started === (await startOf(holder.pid));
}

function readHolder(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Partial<Holder>;
    return typeof holder.pid === 'number' && typeof holder.host === 'string' ? (holder as Holder) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the whole lock aside and links it into place, so that nobody ever reads half a lock. */
async function place(path: string, text: string, token: string): Promise<boolean> {
  const own = `${path}.${token}`;
  const file = await open(own, 'wx');
  await file.writeFile(text);
  await file.close();
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(own);
  }
}

/**
 * Removes a dead holder's lock. Only who holds the door (a directory: making one succeeds once) may remove a lock, so
 * nobody removes one that was put there after the look at the dead one.
 */
async function clear(path: string, dead: string): Promise<void> {
  const door = `${path}.takeover`;
  try {
    await mkdir(door);
  } catch {
    const seen = await stat(door).catch(() => undefined);
    if (seen && Date.now() - seen.mtimeMs > SILENT_MS) await rmdir(door).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 20));
    return;
  }
  try {
    if ((await readFile(path, 'utf8').catch(() => undefined)) === dead) await rm(path, { force: true });
  } finally {
    await rmdir(door);
  }
}

/**
 * Takes the lock file of a directory; a lock whose process is dead is taken over.
 * @returns gives the lock back
 * @throws DirectoryLocked when its holder is alive
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const path = join(resolve(directory), 'lock');
  const token = crypto.randomUUID();
  const holder: Holder = { pid: process.pid, started: await startOf(process.pid), host: hostname(), token };
  const text = JSON.stringify(holder);
  for (let tries = 0; !(await place(path, text, token)); tries++) {
    const found = await readFile(path, 'utf8').catch(() => undefined);
    if (found === undefined) continue;
    const other = readHolder(found);
    if (other && (await isAlive(other, path))) throw new DirectoryLocked(directory, other);
    if (tries >= PATIENCE) throw new DirectoryLocked(directory, other ?? { pid: 0, host: '未知' });
    await clear(path, found);
  }
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, HEARTBEAT_MS);
  beat.unref();
  return async () => {
    clearInterval(beat);
    if ((await readFile(path, 'utf8').catch(() => '')) === text) await rm(path, { force: true });
  };
}
