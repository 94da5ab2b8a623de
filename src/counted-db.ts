/** Counts and remembers what the database refuses, wherever it was asked. */
import { DatabaseError } from './db/database-error.ts';
import type { Db } from './db/open.ts';
import type { Metrics } from './metrics.ts';
import { noteRefusal, type Trouble } from './trouble.ts';

/** The same database; every refusal is counted on its way up, and one that concerns every write is remembered. */
export function watchDatabase(db: Db, metrics: Pick<Metrics, 'databaseError'>, trouble: Trouble): Db {
  const counted = async <T>(asked: Promise<T>): Promise<T> => {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof DatabaseError) {
        metrics.databaseError(error.code);
        noteRefusal(trouble, error.code);
      }
      throw error;
    }
  };
  return {
    ...db,
    transaction: (work) => counted(db.transaction(work)),
    once: (work) => counted(db.once(work)),
    read: (work) => counted(db.read(work)),
  };
}
