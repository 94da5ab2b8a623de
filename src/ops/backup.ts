/** Writes everything the database holds into one portable file, from one consistent moment. Node only. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Db, Session } from '../db/open.ts';
import { BackupError, FORMAT, FORMAT_VERSION, type Header } from './backup-file.ts';
import { quote, readSequences, readTables, type Table, TEXT_FORM } from './catalogue.ts';

export interface BackupSummary {
  schema: number;
  tables: number;
  rows: number;
  bytes: number;
}

const FETCH = 1000;

/**
 * Backs the database up into `file`, which must not exist. It appears whole or not at all, readable for its owner only.
 * Others may go on writing: what is read is one snapshot.
 * @param now noted in the header
 * @throws BackupError when the file exists, cannot be written, or the database is empty
 */
export async function writeBackup(db: Db, file: string, now: number): Promise<BackupSummary> {
  if (await exists(file)) throw new BackupError(`文件 ${file} 已存在，请换一个文件名。`);
  const part = `${file}.part-${process.pid}`;
  try {
    const { schema, tables, rows } = await db.session(async (session) => {
      await session.run(`set transaction isolation level repeatable read, read only; ${TEXT_FORM}`);
      const header = await readHeader(session, db.kind, now);
      const sink = createWriteStream(part, { flags: 'wx', mode: 0o600 });
      await pipeline(Readable.from(linesOf(session, header)), createGzip(), sink);
      const rows = header.tables.reduce((sum, table) => sum + table.rows, 0);
      return { schema: header.schema, tables: header.tables.length, rows };
    });
    await settle(part, file);
    return { schema, tables, rows, bytes: (await stat(file)).size };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EROFS' || code === 'ENOSPC') {
      throw new BackupError(`写不了 ${file}（${code}），请检查目录、权限和磁盘空间。`);
    }
    throw error;
  } finally {
    await rm(part, { force: true });
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** On the disk before it gets its name; linking, unlike renaming, overwrites nothing. */
async function settle(part: string, file: string): Promise<void> {
  const written = await open(part, 'r+');
  await written.sync();
  await written.close();
  await link(part, file);
  const folder = await open(dirname(file), 'r');
  await folder.sync().catch(() => {});
  await folder.close();
}

async function readHeader(session: Session, database: Db['kind'], now: number): Promise<Header> {
  const tables = await readTables(session);
  const migrations = (await session.query("select to_regclass('schema_migration') is not null as there"))[0]
    ?.there
    ? await session.query('select version, name, checksum from schema_migration order by version')
    : [];
  const latest = migrations.at(-1);
  if (!latest) throw new BackupError('这个数据库是空的（或不是专班秘书的），没有可备份的内容。');
  const counted: Header['tables'] = [];
  for (const table of tables) {
    const [row] = await session.query(`select count(*)::text as n from ${quote(table.name)}`);
    const columns = table.columns.map((column) => column.name);
    counted.push({ name: table.name, columns, rows: Number(row?.n) });
  }
  return {
    format: FORMAT,
    version: FORMAT_VERSION,
    schema: Number(latest.version),
    madeAt: new Date(now).toISOString(),
    database,
    migrations: migrations as unknown as Header['migrations'],
    tables: counted,
    // Read after the snapshot began, so no value in it is newer than these.
    sequences: await readSequences(session),
  };
}

async function* linesOf(session: Session, header: Header): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const noted = (text: string) => {
    hash.update(text);
    return text;
  };
  yield noted(`${JSON.stringify(header)}\n`);
  for (const table of await readTables(session)) {
    yield noted(`${JSON.stringify({ table: table.name })}\n`);
    for await (const rows of rowsOf(session, table)) yield noted(`${rows.join('\n')}\n`);
  }
  const rows = header.tables.reduce((sum, table) => sum + table.rows, 0);
  yield `${JSON.stringify({ end: true, rows, sha256: hash.digest('hex') })}\n`;
}

/** Rows as JSON arrays of texts, by primary key, through a cursor: memory does not grow with the table. */
async function* rowsOf(session: Session, table: Table): AsyncGenerator<string[]> {
  const values = table.columns.map((column) => `${quote(column.name)}::text`).join(', ');
  const order = table.key.length > 0 ? ` order by ${table.key.map(quote).join(', ')}` : '';
  await session.run(
    `declare backup_rows no scroll cursor for
     select json_build_array(${values})::text as line from ${quote(table.name)}${order}`,
  );
  for (;;) {
    const rows = await session.query(`fetch ${FETCH} from backup_rows`);
    if (rows.length > 0) yield rows.map((row) => String(row.line));
    if (rows.length < FETCH) break;
  }
  await session.run('close backup_rows');
}
