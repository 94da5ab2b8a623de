/** A push answered before the platform stops waiting, whichever way it came in. */
import type { Deps } from '../deps.ts';
import type { SetTimer } from '../feishu/longconn/socket.ts';
import { answerToSlow, type PushAnswer, processPayload } from './payload.ts';

/** The platform waits 3 s; the way there and back takes its part. */
export const BUDGET_MS = 2_500;

/**
 * As processPayload, but answered within {@link BUDGET_MS}: the work itself goes on, and is found done by the next push.
 * Only where work may go on after its answer: not on Workers.
 */
export async function processInTime(
  deps: Deps,
  payload: unknown,
  requestId: string,
  setTimer: SetTimer,
): Promise<PushAnswer> {
  const log = deps.log.with({ requestId });
  const late = Promise.withResolvers<PushAnswer>();
  const cancel = setTimer(() => {
    log.warn('push.slow', { budgetMs: BUDGET_MS });
    late.resolve(answerToSlow(payload));
  }, BUDGET_MS);
  try {
    return await Promise.race([processPayload({ ...deps, log }, payload, requestId), late.promise]);
  } finally {
    cancel();
  }
}
