/** A clean, migrated database for one test file: real PostgreSQL or PGlite. */
import { openAsBlob } from 'node:fs';
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
  /** PostgreSQL only: path of its server's socket, if it is a server of our own. */
  socket?: string | undefined;
  /** Closes and removes it; call in afterAll. */
  drop(): Promise<void>;
  /** PostgreSQL only, instead of `drop`: closes it and keeps it, for others to begin with. */
  keep?(): Promise<Filling>;
}

/** What a database begins with. */
export interface Filling {
  /** The same for the same content: on PostgreSQL it is then filled once per process and copied. */
  name: string;
  fill(db: Db): Promise<void>;
}

export const DATABASE_KINDS = ['postgres', 'pglite'] as const;

/** The migrations of this repository. */
export function projectMigrations(): Migration[] {
  return readMigrations(join(import.meta.dirname, '../../migrations'));
}

async function askStarter(what: `postgres/${string}` | 'pglite'): Promise<string> {
  const response = await fetch(inject('databaseStarter') + what);
  if (!response.ok) throw new Error(await response.text());
  return response.text();
}

/** The one connection of this process through which databases are made and dropped. */
class Maker {
  readonly server: TemplateServer;
  readonly #admin: Db;
  #made = 0;
  readonly #filled = new Map<string, Promise<string>>();

  constructor(server: TemplateServer) {
    this.server = server;
    this.#admin = openPostgres(server.url, { max: 1, socket: server.socket });
  }

  // create and drop database refuse to run inside a transaction, so `read`, not `session`.
  async copy(template: string, name: string): Promise<string> {
    await this.#admin.read((tx) =>
      tx.execute(`create database ${name} template ${template} strategy file_copy`),
    );
    return name;
  }

  async drop(name: string): Promise<void> {
    await this.#admin.read((tx) => tx.execute(`drop database if exists ${name} with (force)`));
  }

  /** Opens one of its databases. */
  open(name: string): Db {
    return openPostgres(urlOf(this.server.url, name), { socket: this.server.socket, max: 2 });
  }

  nextName(prefix: string): string {
    return `${prefix}_${process.pid}_${Date.now()}_${++this.#made}`;
  }

  /** Name of a database filled so, to be copied. */
  template(filling: Filling | undefined): Promise<string> {
    if (!filling) return Promise.resolve(this.server.template);
    const known = this.#filled.get(filling.name);
    if (known) return known;
    const making = this.#fill(filling);
    this.#filled.set(filling.name, making);
    return making;
  }

  /** A database that nobody uses any more becomes a template. */
  async keep(name: string): Promise<Filling> {
    const kept = this.nextName(this.server.template);
    await this.#admin.read((tx) => tx.execute(`alter database ${name} rename to ${kept}`));
    this.#filled.set(kept, Promise.resolve(kept));
    return { name: kept, fill: () => Promise.reject(new Error('kept on PostgreSQL only')) };
  }

  async #fill({ fill }: Filling): Promise<string> {
    const name = await this.copy(this.server.template, this.nextName(this.server.template));
    const db = this.open(name);
    try {
      await fill(db);
    } finally {
      await db.close();
    }
    return name;
  }
}

let maker: Promise<Maker> | undefined;

async function copyTemplate(filling: Filling | undefined): Promise<TestDatabase> {
  maker ??= askStarter(`postgres/${process.env.TEST_CORE ?? ''}`).then(
    (answer) => new Maker(JSON.parse(answer)),
  );
  const make = await maker;
  const name = await make.copy(await make.template(filling), make.nextName('zhuanban_test'));
  const db = make.open(name);
  return {
    db,
    url: urlOf(make.server.url, name),
    socket: make.server.socket,
    async drop() {
      await db.close();
      await make.drop(name);
    },
    async keep() {
      await db.close();
      return make.keep(name);
    },
  };
}

/** A PGlite without tables, in memory, that takes a tenth of the time of `openPglite()`. */
export async function newPglite(): Promise<Db> {
  return openPglite(undefined, await openAsBlob(await askStarter('pglite')));
}

let pglite: Promise<Db> | undefined;

/** Starting PGlite takes long, so a process has one; making the schema anew is quick. */
async function renewPglite(filling: Filling | undefined): Promise<TestDatabase> {
  pglite ??= newPglite();
  const db = await pglite;
  await db.session((session) => session.run('drop schema public cascade; create schema public'));
  await migrate(db, projectMigrations(), Date.UTC(2026, 0, 1));
  await filling?.fill(db);
  return { db: { ...db, close: async () => {} }, drop: async () => {} };
}

/**
 * @param kind 'postgres': a database of its own, copied from a template. 'pglite': the one instance of this process,
 * emptied; so at most one at a time
 * @param filling what it holds beside the schema, nothing by default
 */
export function testDatabase(kind: 'postgres' | 'pglite', filling?: Filling): Promise<TestDatabase> {
  return kind === 'postgres' ? copyTemplate(filling) : renewPglite(filling);
}
