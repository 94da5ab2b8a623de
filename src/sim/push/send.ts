import type { Core } from '../core.ts';
import { appendLog, sleep } from '../core.ts';
import type { Fault } from '../faults.ts';
import type { Push, PushAnswer, PushPath, PushRequest } from '../types.ts';

/** The platform waits 3 s for an event or callback and 1 s for a challenge (feishu.md §1.2, §1.7). */
export const PUSH_LIMIT_MS = 3_000;
export const CHALLENGE_LIMIT_MS = 1_000;

export interface Wire {
  path: PushPath;
  request: PushRequest;
  eventType: string;
  eventId: string;
  attempt: number;
  limitMs: number;
  /** Faults that strike this delivery. */
  faults: readonly Fault[];
}

type Outcome = Pick<Push, 'status' | 'answer' | 'failure'>;

/** One delivery over the wire: never rejects, is logged, and is a failure unless answered in time with 200. */
export async function sendOnce(core: Core, wire: Wire): Promise<Push> {
  const outcome = await carry(core, wire);
  const push: Push = {
    at: core.now(),
    eventType: wire.eventType,
    eventId: wire.eventId,
    attempt: wire.attempt,
    ...outcome,
  };
  appendLog(core.pushes, push);
  core.emit({ kind: 'push', push });
  return push;
}

async function carry(core: Core, wire: Wire): Promise<Outcome> {
  const struck = (kind: Fault['kind']): Fault | undefined => wire.faults.find((f) => f.kind === kind);
  if (struck('dropPush')) return { status: 0, answer: '', failure: 'lost' };
  if (struck('resetBefore')) return { status: 0, answer: '', failure: 'connection' };
  const late = new Promise<Outcome>((resolve) => {
    core.timer(() => resolve({ status: 0, answer: '', failure: 'timeout' }), wire.limitMs);
  });
  return Promise.race([late, exchange(core, wire, struck)]);
}

async function exchange(
  core: Core,
  wire: Wire,
  struck: (kind: Fault['kind']) => Fault | undefined,
): Promise<Outcome> {
  const slow = struck('latency');
  if (slow) await sleep(core, slow.ms ?? 0);
  try {
    const answer = await carryOver(core, wire);
    if (struck('resetAfterCommit')) return { status: 0, answer: '', failure: 'connection' };
    return answer.status === 200
      ? { status: 200, answer: answer.body }
      : { status: answer.status, answer: answer.body, failure: 'status' };
  } catch {
    return { status: 0, answer: '', failure: 'connection' };
  }
}

function carryOver(core: Core, wire: Wire): Promise<PushAnswer> {
  if (core.options.transport === 'longconn') return core.longconn.push(core.world.ids, wire.request.body);
  return core.options.deliver(wire.path, wire.request);
}
