/** Fills an unused database from a backup file: all of it or, when anything is wrong, nothing. */
import { checksumOf, type Migration, migrate } from '../db/migrate.ts';
import type { Db, Session } from '../db/open.ts';
import { BackupError, type Header, type Rows, readBackup } from './backup-file.ts';
import { quote, readForeignKeys, readTables, type Table, TEXT_FORM, tableNames } from './catalogue.ts';

export interface RestoreSummary {
  /** Schema of the backup, and of the database now. */
  from: number;
  schema: number;
  tables: number;
  rows: number;
  madeAt: string;
}

/** Whoever has used a database has left a row in one of these. */
const SIGNS_OF_USE = ['person', 'unit', 'project', 'chat', 'issue', 'inbox'];

/**
 * Restores `file` and brings the data to the newest schema.
 * @throws BackupError, in Chinese with what to do: file damaged, made by a newer program, database in use
 */
export async function restoreBackup(
  db: Db,
  file: string,
  migrations: Migration[],
  now: number,
): Promise<RestoreSummary> {
  const header = await checkBackup(file);
  const known = await migrationsOf(header, migrations);
  await db.session((session) => refuseUsed(session, header));
  await migrate(db, known, now);
  await db.session((session) => load(session, file, header));
  await migrate(db, migrations, now);
  await db.read((tx) => tx.execute('analyze'));
  return {
    from: header.schema,
    schema: Math.max(...migrations.map((migration) => migration.version)),
    tables: header.tables.length,
    rows: header.tables.reduce((sum, table) => sum + table.rows, 0),
    madeAt: header.madeAt,
  };
}

/** Reads the whole file once, so that a damaged one is refused before anything is written. */
export async function checkBackup(file: string): Promise<Header> {
  let header: Header | undefined;
  for await (const part of readBackup(file)) if ('format' in part) header = part;
  if (!header) throw new Error('a backup without its header');
  return header;
}

/** Our migrations up to the backup's schema. */
async function migrationsOf(header: Header, migrations: Migration[]): Promise<Migration[]> {
  const known: Migration[] = [];
  for (const past of header.migrations) {
    const own = migrations.find((migration) => migration.version === past.version);
    if (!own) {
      throw new BackupError(
        `备份的数据库结构（${header.schema}）比程序新：请先把程序升级到做备份时的版本或更新，再恢复。`,
      );
    }
    if ((await checksumOf(own.sql)) !== past.checksum) {
      throw new BackupError(`备份时的迁移 ${past.name} 与程序里的不同：请用原来的程序版本恢复。`);
    }
    known.push(own);
  }
  return known;
}

async function refuseUsed(session: Session, header: Header): Promise<void> {
  const names = await tableNames(session);
  if (names.length === 0) return;
  if (!names.includes('schema_migration')) {
    throw new BackupError('这个数据库里已有别的表：请为专班秘书新建一个空库，再恢复。');
  }
  for (const name of SIGNS_OF_USE.filter((sign) => names.includes(sign))) {
    const [row] = await session.query(`select exists (select 1 from ${quote(name)}) as used`);
    if (row?.used === true) {
      throw new BackupError(
        '这个数据库里已经有数据，恢复会盖掉它，所以没有做。请新建一个空库（内置数据库请换一个 DATA_DIR），再恢复。',
      );
    }
  }
  const [applied] = await session.query('select max(version) as version from schema_migration');
  if (Number(applied?.version ?? 0) > header.schema) {
    throw new BackupError(
      `这个库已被程序升到新结构（${applied?.version}），而备份是旧结构（${header.schema}）：请新建一个还没有启动过程序的空库，再恢复（恢复时会自动升级）。`,
    );
  }
}

async function load(session: Session, file: string, header: Header): Promise<void> {
  await session.run(TEXT_FORM);
  const tables = await readTables(session);
  compareTables(header, tables);
  // Taken before the last look, so that nobody begins to use it meanwhile.
  await session.run(
    `lock table ${tables.map((table) => quote(table.name)).join(', ')} in access exclusive mode`,
  );
  await refuseUsed(session, header);
  // Units name their people and people their unit, so keys are checked when all is there.
  const keys = await readForeignKeys(session);
  for (const key of keys) await session.run(`alter table ${key.table} drop constraint ${quote(key.name)}`);
  // What triggers noted is in the backup.
  for (const { name } of tables) await session.run(`alter table ${quote(name)} disable trigger user`);
  await session.run(`truncate ${tables.map((table) => quote(table.name)).join(', ')}`);
  const byName = new Map(tables.map((table) => [table.name, table]));
  for await (const part of readBackup(file)) {
    if ('format' in part) continue;
    const table = byName.get(part.table);
    if (!table) throw new Error(`no table ${part.table}`);
    await insertRows(session, table, part);
  }
  for (const key of keys) {
    await session.run(`alter table ${key.table} add constraint ${quote(key.name)} ${key.definition}`);
  }
  for (const { name } of tables) await session.run(`alter table ${quote(name)} enable trigger user`);
  await setSequences(session, header, tables);
}

function compareTables(header: Header, tables: Table[]): void {
  const shape = (list: { name: string; columns: string[] }[]) =>
    list.map(({ name, columns }) => `${name}(${columns.toSorted().join()})`).toSorted();
  const own = tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }));
  if (shape(own).join('\n') !== shape(header.tables).join('\n')) {
    throw new BackupError('备份里的表与程序的不一致：请用做备份时的程序版本恢复。');
  }
}

async function insertRows(session: Session, table: Table, { columns, lines }: Rows): Promise<void> {
  const typeOf = new Map(table.columns.map((column) => [column.name, column.type]));
  const values = columns.map((name, index) => `(line ->> ${index})::${typeOf.get(name)}`).join(', ');
  await session.query(
    `insert into ${quote(table.name)} (${columns.map(quote).join(', ')})
     select ${values} from json_array_elements($1::text::json) as line`,
    [`[${lines.join(',')}]`],
  );
}

/** The next number of every sequence is the one it would have been; never one that a row bears. */
async function setSequences(session: Session, header: Header, tables: Table[]): Promise<void> {
  for (const { name, last } of header.sequences) {
    await session.query(
      last === null
        ? `select setval(s.seqrelid::regclass, s.seqstart, false) from pg_sequence s where s.seqrelid = $1::text::regclass`
        : 'select setval($1::text::regclass, $2::text::bigint)',
      last === null ? [quote(name)] : [quote(name), last],
    );
  }
  for (const table of tables) {
    for (const column of table.columns.filter((one) => one.identity)) {
      await session.query(
        `select setval(seq, highest) from (select pg_get_serial_sequence($1, $2)::regclass as seq,
           (select max(${quote(column.name)}) from ${quote(table.name)})::bigint as highest) as at
         where highest > coalesce(pg_sequence_last_value(seq), 0)`,
        [quote(table.name), column.name],
      );
    }
  }
}
