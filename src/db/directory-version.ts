/** The version of the master data; whatever changes it bumps it in the same transaction. */
import { eq, sql } from 'drizzle-orm';
import type { Tx } from './open.ts';
import { meta } from './schema.ts';
import { prepareStatement } from './statement.ts';

const value = { value: meta.value };
const readVersion = prepareStatement(value, (db) =>
  db.select(value).from(meta).where(eq(meta.key, 'directory')),
);

/** By transaction or read; most ask several times. */
const known = new WeakMap<object, Promise<number>>();

/** As `tx` saw it when it asked first, or has made it since. */
export function directoryVersion(tx: Tx): Promise<number> {
  let version = known.get(tx.scope);
  if (!version) {
    version = askVersion(tx);
    known.set(tx.scope, version);
  }
  return version;
}

/** Asks again the next time: after a lock others may have been waited for. */
export function forgetVersion(tx: Tx): void {
  known.delete(tx.scope);
}

/** Another statement of `tx` has read it as well. */
export function noteVersion(tx: Tx, version: number): void {
  known.set(tx.scope, Promise.resolve(version));
}

async function askVersion(tx: Tx): Promise<number> {
  const [row] = await readVersion(tx, {});
  if (!row) throw new Error('no directory version: the database is not migrated');
  return row.value;
}

/**
 * Makes every cache read the master data again. A sequence gives the version, because a number taken back with its
 * transaction could be given out again for other data.
 */
export async function bumpDirectory(tx: Tx): Promise<void> {
  await tx.update(meta).set({ value: sql`nextval('directory_version')` }).where(eq(meta.key, 'directory'));
  known.delete(tx.scope);
}
