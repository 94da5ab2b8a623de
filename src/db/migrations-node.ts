/** Migrations from a folder. Node only. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Migration } from './migrate.ts';

/**
 * Reads, before anything else runs, every `NNNN_name.sql` of a folder, in order.
 * @throws Error for two files with one number, or a .sql file without one
 */
export function readMigrations(directory: string): Migration[] {
  const files = readdirSync(directory)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  const migrations = files.map((file) => {
    const version = Number(/^(\d{4})_[\w-]+\.sql$/.exec(file)?.[1]);
    if (!(version > 0)) throw new Error(`migration without a number: ${file}`);
    return { version, name: file, sql: readFileSync(join(directory, file), 'utf8') };
  });
  for (const [index, migration] of migrations.entries()) {
    if (migrations[index + 1]?.version === migration.version) {
      throw new Error(`two migrations with one number: ${migration.name}, ${migrations[index + 1]?.name}`);
    }
  }
  return migrations;
}
