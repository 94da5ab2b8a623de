/**
 * The file of a backup: gzip of JSON lines. First a header; for each table its name, columns and count, then a line per
 * row, every value as the database's own text; last a line with the SHA-256 of all before it.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';

export const FORMAT = 'zhuanban-backup';
export const FORMAT_VERSION = 1;

/** Told to the administrator as it is: Chinese, with what to do. */
export class BackupError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BackupError';
  }
}

const header = z.object({
  format: z.literal(FORMAT),
  version: z.number().int(),
  /** Number of the newest migration. */
  schema: z.number().int().min(1),
  madeAt: z.string(),
  database: z.enum(['postgres', 'pglite']),
  migrations: z.array(z.object({ version: z.number().int(), name: z.string(), checksum: z.string() })).min(1),
  tables: z
    .array(z.object({ name: z.string(), columns: z.array(z.string()).min(1), rows: z.number().int().min(0) }))
    .min(1),
  sequences: z.array(z.object({ name: z.string(), last: z.string().regex(/^\d+$/).nullable() })),
});
export type Header = z.infer<typeof header>;

const tableLine = z.object({ table: z.string() });
const endLine = z.object({ end: z.literal(true), rows: z.number().int(), sha256: z.string() });

const damaged = (where: string) =>
  new BackupError(`备份文件已损坏（${where}），不能恢复。请换一份备份，或从原处重新拷贝。`);

/** Lines of a gzip file. @throws BackupError when it is no gzip, cut off or no UTF-8 */
async function* readLines(file: string): AsyncGenerator<string> {
  const gunzip = createGunzip();
  const done = pipeline(createReadStream(file), gunzip);
  done.catch(() => {});
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  try {
    for await (const chunk of gunzip) {
      rest += decoder.decode(chunk as Uint8Array, { stream: true });
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    await done;
  } catch (error) {
    if (error instanceof BackupError) throw error;
    const { code } = error as { code?: string };
    if (code === 'ENOENT') throw new BackupError(`找不到备份文件 ${file}。`);
    if (code === 'EACCES' || code === 'EISDIR') throw new BackupError(`读不了备份文件 ${file}（${code}）。`);
    throw damaged(code === 'Z_BUF_ERROR' ? '文件不完整' : '不是备份文件，或内容已变');
  }
  if (rest !== '') throw damaged('文件不完整');
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function parseHeader(line: string): Header {
  const parsed = header.safeParse(parseJson(line));
  if (!parsed.success) throw damaged('不是专班秘书的备份文件');
  if (parsed.data.version > FORMAT_VERSION) {
    throw new BackupError('备份文件是更新版本的程序做的，请先升级程序再恢复。');
  }
  return parsed.data;
}

export type Rows = { table: string; columns: string[]; lines: string[] };

// Of both the first that is reached ends a batch.
const BATCH_ROWS = 1000;
const BATCH_CHARACTERS = 1_000_000;

/**
 * Reads a backup from beginning to end: the header, then its rows in batches, as the JSON arrays they were written as.
 * Counts and checksum are compared on the way; only when the generator ends is the file known to be whole.
 * @throws BackupError
 */
export async function* readBackup(file: string): AsyncGenerator<Header | Rows> {
  const hash = createHash('sha256');
  const counts = new Map<string, number>();
  let head: Header | undefined;
  let batch: Rows | undefined;
  let size = 0;
  let ended = false;
  for await (const line of readLines(file)) {
    if (ended) throw damaged('末尾有多余的内容');
    if (!head) {
      head = parseHeader(line);
      hash.update(`${line}\n`);
      yield head;
      continue;
    }
    if (line.startsWith('[')) {
      if (!batch) throw damaged('行的次序不对');
      hash.update(`${line}\n`);
      batch.lines.push(line);
      size += line.length;
      counts.set(batch.table, (counts.get(batch.table) ?? 0) + 1);
      if (batch.lines.length < BATCH_ROWS && size < BATCH_CHARACTERS) continue;
      yield batch;
      batch = { ...batch, lines: [] };
      size = 0;
      continue;
    }
    if (batch && batch.lines.length > 0) yield batch;
    size = 0;
    const parsed = parseJson(line);
    const next = tableLine.safeParse(parsed).data;
    if (next) {
      const table = head.tables.find((one) => one.name === next.table);
      if (!table) throw damaged('有文件头里没有的表');
      hash.update(`${line}\n`);
      batch = { table: table.name, columns: table.columns, lines: [] };
      continue;
    }
    const end = endLine.safeParse(parsed).data;
    if (!end) throw damaged('有不认识的行');
    if (end.sha256 !== hash.digest('hex')) throw damaged('校验码不符');
    ended = true;
  }
  if (!head || !ended) throw damaged('文件不完整');
  for (const table of head.tables) {
    if (table.rows !== (counts.get(table.name) ?? 0)) throw damaged(`表 ${table.name} 的行数不符`);
  }
}
