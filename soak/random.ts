/** Chance that can be had again: everything random in a soak is drawn from its seed. */

export interface Chance {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number from `low` to `high`. */
  whole(low: number, high: number): number;
  happens(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** One of several by weight. */
  weighted<T>(from: readonly (readonly [number, T])[]): T;
  /** Another source, so that two who draw at the same time do not disturb each other. */
  branch(name: string): Chance;
}

/** mulberry32 */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const chance: Chance = {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    happens: (probability) => next() < probability,
    pick: (from) => from[Math.floor(next() * from.length)]!,
    weighted(from) {
      let left = next() * from.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, one] of from) {
        left -= weight;
        if (left < 0) return one;
      }
      return from.at(-1)![1];
    },
    branch(name) {
      let hash = seed >>> 0;
      for (const character of name) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0;
      return createChance(hash);
    },
  };
  return chance;
}
