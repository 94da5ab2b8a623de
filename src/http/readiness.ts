/** Whether pushes can be taken and answered right now, and if not, why. */
import { directoryVersion } from '../db/directory.ts';
import { tryWriting } from '../db/health.ts';
import type { Deps } from '../deps.ts';
import { describeError } from '../log.ts';

/** What keeps the service from its work; for its operator. */
export type Problem =
  | { problem: 'database' }
  | { problem: 'longconn'; downForSeconds: number }
  /** The embedded database has no room to write. */
  | { problem: 'disk-full'; freeBytes: number }
  /** PostgreSQL reads but writes no more: no room on its disk, or it is a standby. */
  | { problem: 'database-full' }
  | { problem: 'database-read-only' }
  /** It refuses the app (App Secret, IP, disabled), or was out of reach ever since the first start. */
  | { problem: 'platform'; reason: string };

/** A reconnection takes a while; after this long it is trouble. */
const LONGCONN_PATIENCE_MS = 60_000;
/** A file of the write-ahead log has this size; without room for one nothing can be written for long. */
const ROOM_BYTES = 16 * 1024 * 1024;
/** Platform and database are tried no oftener, however often strangers ask us. */
const ASK_AGAIN_MS = 10_000;

/**
 * @param longconnDownForMs how long the long connection has been down; 0 when it is not, or there is none
 * @returns asks for the present problem; undefined: ready. Never rejects
 */
export function createReadiness(
  deps: Deps,
  longconnDownForMs: () => number,
): () => Promise<Problem | undefined> {
  const { trouble } = deps;
  let known = false;

  const platform = everySoOften(deps, async (): Promise<Problem | undefined> => {
    if (known && trouble.platform === undefined) return undefined;
    try {
      // Whatever it has refused: what it answers now counts.
      if (trouble.platform !== undefined) await deps.feishu.botInfo();
      await deps.bot();
      known = true;
      delete trouble.platform;
      return undefined;
    } catch (error) {
      deps.log.error('readyz.failed', describeError(error));
      const said = (error as { reason?: unknown }).reason;
      if (typeof said === 'string') return { problem: 'platform', reason: said };
      return { problem: 'platform', reason: error instanceof Error ? error.name : 'unknown' };
    }
  });

  const writing = everySoOften(deps, async (): Promise<Problem | undefined> => {
    if (trouble.database === undefined) return undefined;
    try {
      await deps.db.transaction((tx) => tryWriting(tx));
      delete trouble.database;
      return undefined;
    } catch (error) {
      deps.log.error('readyz.failed', describeError(error));
      return { problem: trouble.database === '25006' ? 'database-read-only' : 'database-full' };
    }
  });

  return async () => {
    try {
      await deps.db.read((tx) => directoryVersion(tx));
      const disk = await deps.disk?.();
      if (disk && disk.free < ROOM_BYTES) {
        deps.log.error('readyz.disk-full', { freeBytes: disk.free });
        return { problem: 'disk-full', freeBytes: disk.free };
      }
    } catch (error) {
      deps.log.error('readyz.failed', describeError(error));
      return { problem: 'database' };
    }
    const refused = await writing();
    if (refused) return refused;
    const down = longconnDownForMs();
    if (down > LONGCONN_PATIENCE_MS) return { problem: 'longconn', downForSeconds: Math.floor(down / 1000) };
    return platform();
  };
}

/** Asks again for a problem that is known only after {@link ASK_AGAIN_MS}, and for none at once. */
function everySoOften(
  { clock }: Pick<Deps, 'clock'>,
  ask: () => Promise<Problem | undefined>,
): () => Promise<Problem | undefined> {
  let problem: Problem | undefined;
  let askAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (problem && clock() < askAt) return problem;
    askAt = clock() + ASK_AGAIN_MS;
    problem = await ask();
    return problem;
  };
}
