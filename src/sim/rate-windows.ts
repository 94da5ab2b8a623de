/** Sliding windows over the simulator's clock, one list of instants per key. */
export type RateWindows = Map<string, number[]>;

export interface RateRule {
  key: string;
  limit: number;
  windowMs: number;
}

/**
 * Takes one place in every window, or in none: returns undefined when all had room, else the full window's limit
 * and the whole seconds until it has room again (at least 1).
 */
export function takePlace(
  windows: RateWindows,
  rules: readonly RateRule[],
  now: number,
): { limit: number; resetSeconds: number } | undefined {
  for (const rule of rules) {
    const recent = (windows.get(rule.key) ?? []).filter((at) => at <= now && at > now - rule.windowMs);
    windows.set(rule.key, recent);
    if (recent.length >= rule.limit) {
      const freeAt = (recent[0] ?? now) + rule.windowMs;
      return { limit: rule.limit, resetSeconds: Math.max(1, Math.ceil((freeAt - now) / 1000)) };
    }
  }
  for (const rule of rules) windows.get(rule.key)?.push(now);
  return undefined;
}
