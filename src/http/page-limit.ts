/** How often pages may be loaded: by one link, and by all together, of this process. */

export interface PageLimit {
  /**
   * @param key of a link that was really given to somebody, so that strangers take no room here
   * @param now ms since epoch
   */
  admit(key: string, now: number): boolean;
  /** Refusals are answered late; false when too many wait already. The function given back ends the wait. */
  wait(): (() => void) | undefined;
}

interface Bucket {
  tokens: number;
  at: number;
}

const MINUTE = 60_000;
const PER_LINK = 60;
/** Each costs some queries; a wall of sixty screens stays far below. */
const IN_ALL = 1200;
const WAITING = 200;

export function createPageLimit(): PageLimit {
  const buckets = new Map<string, Bucket>();
  const all: Bucket = { tokens: IN_ALL, at: 0 };
  let waiting = 0;
  let sweptAt = 0;

  const fill = (bucket: Bucket, size: number, now: number) => {
    const passed = Math.max(0, now - bucket.at);
    bucket.tokens = Math.min(size, bucket.tokens + (passed / MINUTE) * size);
    bucket.at = now;
  };

  return {
    admit(key, now) {
      if (Math.abs(now - sweptAt) >= MINUTE) {
        for (const [one, bucket] of buckets) if (Math.abs(now - bucket.at) >= MINUTE) buckets.delete(one);
        sweptAt = now;
      }
      const own = buckets.get(key) ?? { tokens: PER_LINK, at: now };
      buckets.set(key, own);
      fill(own, PER_LINK, now);
      fill(all, IN_ALL, now);
      if (own.tokens < 1 || all.tokens < 1) return false;
      own.tokens--;
      all.tokens--;
      return true;
    },
    wait() {
      if (waiting >= WAITING) return undefined;
      waiting++;
      return () => {
        waiting--;
      };
    },
  };
}
