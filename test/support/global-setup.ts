/**
 * Vitest globalSetup: one PostgreSQL per run, started when the first test asks for it and stopped at the end, whatever
 * the result. Runs that need no database start none. TEST_DATABASE_URL names a server to use instead.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/db/migrate.ts';
import { readMigrations } from '../../src/db/migrations-node.ts';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers with a TemplateServer as JSON; the first request starts the server. */
    databaseStarter: string;
  }
}

export interface TemplateServer {
  url: string;
  /** Name of a migrated, empty database to copy. */
  template: string;
}

const MIGRATIONS = join(import.meta.dirname, '../../migrations');

/** The same server with another database. */
export function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function runSql(url: string, sql: string): Promise<void> {
  const db = openPostgres(url, { max: 1 });
  try {
    // create and drop database refuse to run inside a transaction, so not through `session`.
    await db.read((tx) => tx.execute(sql));
  } finally {
    await db.close();
  }
}

async function makeTemplate(url: string): Promise<TemplateServer> {
  const template = `zhuanban_template_${process.pid}`;
  await runSql(url, `drop database if exists ${template} with (force)`);
  await runSql(url, `create database ${template} template template0 encoding 'UTF8'`);
  const db = openPostgres(urlOf(url, template), { max: 1 });
  try {
    await migrate(db, readMigrations(MIGRATIONS), Date.UTC(2026, 0, 1));
  } finally {
    await db.close();
  }
  return { url, template };
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let own: PostgresServer | undefined;
  let started: Promise<TemplateServer> | undefined;
  const start = async () => {
    const given = process.env.TEST_DATABASE_URL;
    if (!given) own = await startPostgres();
    return makeTemplate(given ?? own?.url ?? '');
  };
  const starter = createServer((_request, response) => {
    started ??= start();
    started.then(
      (server) => response.end(JSON.stringify(server)),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => starter.listen(0, '127.0.0.1', resolve));
  project.provide('databaseStarter', `http://127.0.0.1:${(starter.address() as AddressInfo).port}/`);
  return async () => {
    starter.close();
    const server = await started?.catch(() => undefined);
    if (own) await own.stop();
    else if (server) await runSql(server.url, `drop database if exists ${server.template} with (force)`);
  };
}
