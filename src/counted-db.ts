/** Counts what the database refuses, wherever it was asked. */
import { DatabaseError } from './db/database-error.ts';
import type { Db } from './db/open.ts';
import type { Metrics } from './metrics.ts';

/** The same database; every refusal is counted on its way up. */
export function watchDatabase(db: Db, metrics: Pick<Metrics, 'databaseError'>): Db {
  const counted = async <T>(asked: Promise<T>): Promise<T> => {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof DatabaseError) metrics.databaseError(error.code);
      throw error;
    }
  };
  return {
    ...db,
    transaction: (work) => counted(db.transaction(work)),
    read: (work) => counted(db.read(work)),
  };
}
