/** Updates that may meet a name already taken. */
import { sqlState } from './database-error.ts';
import type { Tx } from './open.ts';

const UNIQUE_VIOLATION = '23505';

/** Runs an update in a savepoint. @returns [] when it would make a second row of one name, the rest stays usable */
export async function updateNamed<T>(tx: Tx, update: (inner: Tx) => Promise<T[]>): Promise<T[]> {
  try {
    return await tx.savepoint(update);
  } catch (error) {
    if (sqlState(error) === UNIQUE_VIOLATION) return [];
    throw error;
  }
}
