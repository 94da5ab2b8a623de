import type { Core } from '../core.ts';
import { track } from '../core.ts';
import { newEventId, newUuid } from '../ids.ts';
import type { PushPath } from '../types.ts';
import { buildChallenge, plainHeaders } from './envelope.ts';
import { CHALLENGE_LIMIT_MS, sendOnce } from './send.ts';

/**
 * What saving the request URL in the console does: one unsigned url_verification, 1 s to give the challenge back.
 * True when the address was accepted.
 */
export async function pushChallenge(core: Core, path: PushPath): Promise<boolean> {
  if (core.options.transport === 'longconn') return core.longconn.lines.size > 0;
  const challenge = newUuid(core.world.ids);
  const body = buildChallenge(core, challenge);
  const sent = sendOnce(core, {
    path,
    request: { headers: plainHeaders(core), body },
    eventType: 'url_verification',
    eventId: newEventId(core.world.ids),
    attempt: 1,
    limitMs: CHALLENGE_LIMIT_MS,
    faults: [],
  });
  const push = await track(core, sent);
  try {
    const answer: unknown = JSON.parse(push.answer);
    return typeof answer === 'object' && answer !== null && 'challenge' in answer
      ? answer.challenge === challenge
      : false;
  } catch {
    return false;
  }
}
