/** A clean, migrated database for one test file: real PostgreSQL or PGlite. */
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Migration, migrate } from '../../src/db/migrate.ts';
import { readMigrations } from '../../src/db/migrations-node.ts';
import type { Db } from '../../src/db/open.ts';
import { openPglite } from '../../src/db/open-pglite.ts';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { type TemplateServer, urlOf } from './global-setup.ts';

export interface TestDatabase {
  db: Db;
  /** PostgreSQL only: for a second pool on the same database. */
  url?: string;
  /** Closes and removes it; call in afterAll. */
  drop(): Promise<void>;
}

export const DATABASE_KINDS = ['postgres', 'pglite'] as const;

/** The migrations of this repository. */
export function projectMigrations(): Migration[] {
  return readMigrations(join(import.meta.dirname, '../../migrations'));
}

let server: Promise<TemplateServer> | undefined;
let made = 0;

async function askForServer(): Promise<TemplateServer> {
  const response = await fetch(inject('databaseStarter'));
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as TemplateServer;
}

async function copyTemplate(): Promise<TestDatabase> {
  server ??= askForServer();
  const { url, template } = await server;
  const name = `zhuanban_test_${process.pid}_${Date.now()}_${++made}`;
  const admin = openPostgres(url, { max: 1 });
  await admin.read((tx) => tx.execute(`create database ${name} template ${template}`));
  const own = urlOf(url, name);
  const db = openPostgres(own);
  return {
    db,
    url: own,
    async drop() {
      await db.close();
      await admin.read((tx) => tx.execute(`drop database if exists ${name} with (force)`));
      await admin.close();
    },
  };
}

let pglite: Promise<Db> | undefined;

/** Starting PGlite takes seconds, so a process has one; making the schema anew is quick. */
async function renewPglite(): Promise<TestDatabase> {
  pglite ??= openPglite();
  const db = await pglite;
  await db.session((session) => session.run('drop schema public cascade; create schema public'));
  await migrate(db, projectMigrations(), Date.UTC(2026, 0, 1));
  return { db: { ...db, close: async () => {} }, drop: async () => {} };
}

/**
 * @param kind 'postgres': a database of its own, copied from the run's template. 'pglite': the one instance of this
 * process, emptied; so at most one at a time
 */
export function testDatabase(kind: 'postgres' | 'pglite'): Promise<TestDatabase> {
  return kind === 'postgres' ? copyTemplate() : renewPglite();
}
