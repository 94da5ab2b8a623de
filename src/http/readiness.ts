/** Whether pushes can be taken and answered right now, and if not, why. */
import { directoryVersion } from '../db/directory.ts';
import type { Deps } from '../deps.ts';
import { describeError } from '../log.ts';

/** What keeps the service from its work; for its operator. */
export type Problem =
  | { problem: 'database' }
  | { problem: 'longconn'; downForSeconds: number }
  /** The embedded database has no room to write. */
  | { problem: 'disk-full'; freeBytes: number }
  /** The platform has never told who the bot is: wrong App ID or App Secret, or out of reach since the first start. */
  | { problem: 'platform'; reason: string };

/** A reconnection takes a while; after this long it is trouble. */
const LONGCONN_PATIENCE_MS = 60_000;
/** A file of the write-ahead log has this size; without room for one nothing can be written for long. */
const ROOM_BYTES = 16 * 1024 * 1024;
/** The platform is asked no oftener, however often strangers ask us. */
const ASK_AGAIN_MS = 10_000;

/**
 * @param longconnDownForMs how long the long connection has been down; 0 when it is not, or there is none
 * @returns asks for the present problem; undefined: ready. Never rejects
 */
export function createReadiness(
  deps: Deps,
  longconnDownForMs: () => number,
): () => Promise<Problem | undefined> {
  let known = false;
  let askAt = Number.NEGATIVE_INFINITY;
  let refusal: Problem | undefined;

  const platform = async (): Promise<Problem | undefined> => {
    if (known) return undefined;
    if (deps.clock() < askAt && refusal) return refusal;
    askAt = deps.clock() + ASK_AGAIN_MS;
    try {
      await deps.bot();
      known = true;
      refusal = undefined;
    } catch (error) {
      deps.log.error('readyz.failed', describeError(error));
      refusal = { problem: 'platform', reason: error instanceof Error ? error.name : 'unknown' };
      const said = (error as { reason?: unknown }).reason;
      if (typeof said === 'string') refusal = { problem: 'platform', reason: said };
    }
    return refusal;
  };

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
    const down = longconnDownForMs();
    if (down > LONGCONN_PATIENCE_MS) return { problem: 'longconn', downForSeconds: Math.floor(down / 1000) };
    return platform();
  };
}
