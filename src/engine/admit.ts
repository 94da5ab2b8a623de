/** The last word before a call leaves: whether it may, by the limits all processes share. */
import { enterPacing, noteGrant } from '../db/pacing.ts';
import type { Deps } from '../deps.ts';
import type { Pacer, RateLimitRequest } from './pacing.ts';

/**
 * Uses the slot that was taken at the claim. It lasts a second and a half; what took longer to draw takes another one
 * now, so that a slow database slows sending down: put back, it would be drawn again as slowly, and nothing would leave.
 * @returns otherwise when to ask again; without `at` soon, in its old place
 */
export async function admitCall(
  deps: Deps,
  { lane, target }: RateLimitRequest,
): Promise<{ ok: true } | { ok: false; at?: number }> {
  const { pacer } = deps;
  const first = pacer.admit(lane, target, deps.clock());
  if (first.ok || first.at !== undefined) return first;
  await takeSlot(deps, { lane, target });
  return pacer.admit(lane, target, deps.clock());
}

interface Line {
  /** The reservation under way, or the last one. */
  running: Promise<unknown>;
  /** Who comes meanwhile shares the next. */
  next?: { wants: RateLimitRequest[]; done: Promise<void> } | undefined;
}
const lines = new WeakMap<Pacer, Line>();

/** One reservation of this process at a time: all processes wait for each other in it. */
function takeSlot(deps: Deps, want: RateLimitRequest): Promise<void> {
  const line = lines.get(deps.pacer) ?? { running: Promise.resolve() };
  lines.set(deps.pacer, line);
  if (line.next) {
    line.next.wants.push(want);
    return line.next.done;
  }
  const wants = [want];
  const begin = () => {
    line.next = undefined;
    return reserve(deps, wants);
  };
  const done = line.running.then(begin, begin);
  line.next = { wants, done };
  line.running = done;
  return done;
}

async function reserve(deps: Deps, wants: RateLimitRequest[]): Promise<void> {
  const { pacer } = deps;
  let release = () => {};
  try {
    const own = await deps.db.transaction(async (tx) => {
      // The transaction may be tried again.
      release();
      const { version, news } = await enterPacing(tx, pacer);
      const at = deps.clock();
      pacer.learn(news, at);
      const reserved = pacer.reserve(wants, at);
      release = reserved.release;
      if (Object.keys(reserved.slots).length > 0)
        await noteGrant(tx, { version, holder: pacer.holder, at, slots: reserved.slots });
      return version;
    });
    pacer.seen = Math.max(pacer.seen, own);
  } catch (error) {
    release();
    throw error;
  }
}
