/** How much one person may ask for in a minute, so that one who floods us takes nothing from the others. */
import type { Instant } from '../domain/time.ts';

/** `talk`: messages not addressed to the bot, which it hears only with im:message.group_msg. */
export type Asking = 'command' | 'click' | 'talk';

/** 'tell': refused, and to be told so; 'silent': refused, and told already. */
export type Admission = 'ok' | 'tell' | 'silent';

export interface SenderLimit {
  admit(asking: Asking, openId: string, now: Instant): Admission;
}

interface Bucket {
  tokens: number;
  at: Instant;
  told: boolean;
}

const MINUTE = 60_000;
/** Somebody may well chat a great deal; beyond this it is a machine. */
const TALK_PER_MINUTE = 240;

/**
 * A token bucket per person, of this process: a limit in the database would cost a write for every message of a flood.
 * Several processes together allow so many times as much.
 * @param perMinute 0: no limit
 */
export function createSenderLimit(perMinute: { commands: number; clicks: number }): SenderLimit {
  const sizes: Record<Asking, number> = {
    command: perMinute.commands,
    click: perMinute.clicks,
    talk: perMinute.commands === 0 ? 0 : TALK_PER_MINUTE,
  };
  const buckets = new Map<string, Bucket>();
  let sweepAt = 0;

  const refilled = (bucket: Bucket, size: number, now: Instant): number =>
    // A clock that was set back gives nothing, and takes nothing.
    Math.min(size, bucket.tokens + (Math.max(0, now - bucket.at) / MINUTE) * size);

  /** Who has been quiet for a minute is as if never heard. */
  const sweep = (now: Instant) => {
    if (now - sweepAt < MINUTE && now >= sweepAt) return;
    sweepAt = now;
    for (const [key, bucket] of buckets) if (Math.abs(now - bucket.at) >= MINUTE) buckets.delete(key);
  };

  return {
    admit(asking, openId, now) {
      const size = sizes[asking];
      if (size === 0) return 'ok';
      sweep(now);
      const key = `${asking}:${openId}`;
      const known = buckets.get(key);
      const tokens = known ? refilled(known, size, now) : size;
      // Told again only after a pause: as long as the flood goes on one answer is enough.
      const told = known?.told === true && tokens < size / 2;
      const ok = tokens >= 1;
      buckets.set(key, { tokens: ok ? tokens - 1 : tokens, at: now, told: told || !ok });
      return ok ? 'ok' : told ? 'silent' : 'tell';
    },
  };
}
