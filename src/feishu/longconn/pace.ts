/** How often to ping and when to try again: what the platform asks for, within reason. */

export interface Pace {
  pingMs: number;
  /** Tries before a long rest; negative: no end. */
  tries: number;
  betweenTriesMs: number;
  /** The first try after a loss waits up to this long, so that not everybody comes back at once. */
  firstTryWithinMs: number;
}

/** The official clients' defaults. */
export const DEFAULT_PACE: Pace = {
  pingMs: 120_000,
  tries: -1,
  betweenTriesMs: 120_000,
  firstTryWithinMs: 30_000,
};

/** A connection that held this long was a good one. */
export const STABLE_MS = 10_000;
const REST_MS = 300_000;
const LONGEST_UNASKED_MS = 60_000;
const LONGEST_PONG_MS = 20_000;

/** Seconds of a ClientConfig as milliseconds; what is missing or absurd leaves the present value. */
export function readPace(config: unknown, present: Pace): Pace {
  const of = (typeof config === 'object' && config !== null ? config : {}) as Record<string, unknown>;
  const seconds = (name: string, least: number, most: number, otherwise: number): number => {
    const value = of[name];
    if (typeof value !== 'number' || !Number.isFinite(value) || value < least) return otherwise;
    return Math.min(value, most) * 1000;
  };
  return {
    pingMs: seconds('PingInterval', 1, 600, present.pingMs),
    tries: Number.isInteger(of.ReconnectCount) ? (of.ReconnectCount as number) : present.tries,
    betweenTriesMs: seconds('ReconnectInterval', 1, 3600, present.betweenTriesMs),
    firstTryWithinMs: seconds('ReconnectNonce', 0, 600, present.firstTryWithinMs),
  };
}

/** How long an answer to a ping may take; the next ping is never sent into silence. */
export const pongWithin = (pace: Pace): number => Math.min(LONGEST_PONG_MS, pace.pingMs);

/**
 * How long to wait before try `n` (1 = the first after a loss or a failed start). Until the platform has spoken
 * (`pace` undefined: it cannot be reached) we come back soon and then ever more slowly.
 */
export function waitBefore(n: number, pace: Pace | undefined, random: () => number): number {
  if (!pace) return Math.min(LONGEST_UNASKED_MS, 1000 * 2 ** (n - 1)) * (0.5 + random() / 2);
  if (pace.tries >= 0 && n > Math.max(1, pace.tries)) return REST_MS * (1 + random() / 4);
  if (n === 1) return pace.firstTryWithinMs * random();
  return pace.betweenTriesMs * (1 + random() / 4);
}
