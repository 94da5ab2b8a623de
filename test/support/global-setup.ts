/**
 * Vitest globalSetup: one PostgreSQL per run, or one per core where workers have their own (`cores.ts`), started when the
 * first test asks for it and stopped at the end, whatever the result, and one new PGlite to begin with, made likewise.
 * Runs that need no database start none.
 * TEST_DATABASE_URL names a server to use instead.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/db/migrate.ts';
import { readMigrations } from '../../src/db/migrations-node.ts';
import type { Db } from '../../src/db/open.ts';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { findCores } from './cores.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /**
     * Address whose `postgres/` and `postgres/<core>` answer with a TemplateServer as JSON, and whose `pglite` with the
     * path of a dump; the first request makes it.
     */
    databaseStarter: string;
    /** Where workers and their servers go, one each; empty: nothing is moved. */
    cores: number[];
  }
}

export interface TemplateServer {
  url: string;
  /** Path of its socket, if it is a server of our own. */
  socket?: string | undefined;
  /** Name of a migrated, empty database to copy; names that begin with it are removed after the run. */
  template: string;
}

const MIGRATIONS = join(import.meta.dirname, '../../migrations');

/** The same server with another database. */
export function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function withAdmin<T>(url: string, work: (admin: Db) => Promise<T>): Promise<T> {
  const admin = openPostgres(url, { max: 1 });
  try {
    return await work(admin);
  } finally {
    await admin.close();
  }
}

// create and drop database refuse to run inside a transaction, so `read`, not `session`.
async function makeTemplate(url: string): Promise<TemplateServer> {
  const template = `zhuanban_template_${process.pid}`;
  await withAdmin(url, async (admin) => {
    await admin.read((tx) => tx.execute(`drop database if exists ${template} with (force)`));
    await admin.read((tx) => tx.execute(`create database ${template} template template0 encoding 'UTF8'`));
  });
  await withAdmin(urlOf(url, template), (db) =>
    migrate(db, readMigrations(MIGRATIONS), Date.UTC(2026, 0, 1)),
  );
  return { url, template };
}

async function removeTemplates({ url, template }: TemplateServer): Promise<void> {
  await withAdmin(url, async (admin) => {
    const made = await admin.session((session) =>
      session.query('select datname as name from pg_database where starts_with(datname, $1)', [template]),
    );
    for (const { name } of made)
      await admin.read((tx) => tx.execute(`drop database if exists ${name} with (force)`));
  });
}

/** In a process of its own, since seconds of work here would hold up the tests that need none. */
async function dumpPglite(folder: string): Promise<string> {
  const file = join(folder, 'pglite.tar');
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'pglite-dump.ts'), file]);
  return file;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const own: PostgresServer[] = [];
  const servers = new Map<string, Promise<TemplateServer>>();
  let dump: Promise<string> | undefined;
  const folder = await mkdtemp(join(tmpdir(), 'zhuanban-tests-'));
  const start = async (core: string) => {
    const given = process.env.TEST_DATABASE_URL;
    if (given) return makeTemplate(given);
    const server = await startPostgres(core === '' ? undefined : Number(core));
    own.push(server);
    return { ...(await makeTemplate(server.url)), socket: server.socket };
  };
  const answer = async (what: string) => {
    if (what === '/pglite') {
      dump ??= dumpPglite(folder);
      return dump;
    }
    const core = what.replace('/postgres/', '');
    const server = servers.get(core) ?? start(core);
    servers.set(core, server);
    return JSON.stringify(await server);
  };
  const starter = createServer((request, response) => {
    answer(request.url ?? '').then(
      (text) => response.end(text),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => starter.listen(0, '127.0.0.1', resolve));
  project.provide('cores', findCores());
  project.provide('databaseStarter', `http://127.0.0.1:${(starter.address() as AddressInfo).port}/`);
  return async () => {
    starter.close();
    await dump?.catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
    const started = await Promise.allSettled(servers.values());
    await Promise.all(own.map((server) => server.stop()));
    if (own.length === 0)
      for (const one of started) if (one.status === 'fulfilled') await removeTemplates(one.value);
  };
}
