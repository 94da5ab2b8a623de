/** Forward-only migrations: plain numbered SQL, each file in a transaction, safe for several processes at once. */
import type { Instant } from '../domain/time.ts';
import { writeInstant } from './column.ts';
import type { Db, Session } from './open.ts';

export interface Migration {
  version: number;
  name: string;
  sql: string;
}

/** The database and this code do not fit together; the message says in Chinese what to do. */
export class MigrationRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MigrationRefused';
  }
}

interface Applied {
  version: number;
  name: string;
  checksum: string;
}

// Any number that no other program on the server is likely to use.
const LOCK = 7_262_611;
const TABLE = `create table if not exists schema_migration (
  version integer primary key, name text not null, checksum text not null, applied_at timestamptz not null)`;

/** SHA-256 of the text; line ends do not count, since git may rewrite them. */
/** SHA-256 of a migration, line ends aside. */
export async function checksumOf(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text.replaceAll('\r\n', '\n'));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @throws MigrationRefused unless what is applied is a beginning of what the code knows */
function comparePast(applied: Applied[], known: (Migration & { checksum: string })[]): void {
  for (const [index, row] of applied.entries()) {
    const own = known[index];
    if (!own) {
      throw new MigrationRefused(
        `数据库结构（${row.version}）比程序（${known.at(-1)?.version ?? 0}）新：请升级程序，不要用旧版程序连接此数据库。`,
      );
    }
    if (own.version !== row.version) {
      throw new MigrationRefused(
        `迁移 ${own.version} 未执行，而更新的 ${row.version} 已执行：请给 ${own.name} 换一个更大的编号。`,
      );
    }
    if (own.checksum !== row.checksum) {
      throw new MigrationRefused(`迁移 ${row.name} 执行后被改动过：请恢复原文件，改动另写新的迁移。`);
    }
  }
}

async function applyNext(
  session: Session,
  known: (Migration & { checksum: string })[],
  now: Instant,
): Promise<Migration | undefined> {
  // Held until this transaction ends, so it is safe behind a pooler; the next file is decided under it.
  await session.query('select pg_advisory_xact_lock($1::bigint)', [String(LOCK)]);
  await session.run(TABLE);
  const rows = await session.query('select version, name, checksum from schema_migration order by version');
  comparePast(rows as unknown as Applied[], known);
  const next = known[rows.length];
  if (!next) return undefined;
  await session.run(next.sql);
  await session.query(
    'insert into schema_migration (version, name, checksum, applied_at) values ($1::int, $2, $3, $4::timestamptz)',
    [String(next.version), next.name, next.checksum, writeInstant(now)],
  );
  return next;
}

/**
 * Brings the database to the newest of `migrations`. Processes that start together wait for each other.
 * @param now only noted beside each file
 * @returns the versions applied by this call
 * @throws MigrationRefused for a database newer than the code, a changed file or a late number
 */
export async function migrate(db: Db, migrations: Migration[], now: Instant = Date.now()): Promise<number[]> {
  const known = await Promise.all(
    migrations
      .toSorted((a, b) => a.version - b.version)
      .map(async (migration) => ({ ...migration, checksum: await checksumOf(migration.sql) })),
  );
  const applied: number[] = [];
  for (;;) {
    const done = await db.session((session) => applyNext(session, known, now));
    if (!done) return applied;
    applied.push(done.version);
  }
}
