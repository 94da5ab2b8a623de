import { CARD_TOKEN_LIFE_MS } from './api/card-update.ts';
import { UUID_LIFE_MS } from './api/send-once.ts';
import type { Core } from './core.ts';

const WINDOW_MS = 60_000;

/** Forgets what has run out by the clock, so that a demo may run for weeks. */
export function pruneWorld(core: Core): void {
  const { world, windows } = core;
  const now = core.now();
  for (const [uuid, { at }] of Object.entries(world.uuids)) {
    if (now - at >= UUID_LIFE_MS) delete world.uuids[uuid];
  }
  for (const [token, { issuedAt }] of Object.entries(world.cardTokens)) {
    if (now - issuedAt > CARD_TOKEN_LIFE_MS) delete world.cardTokens[token];
  }
  for (const [key, hits] of windows) {
    if ((hits.at(-1) ?? 0) <= now - WINDOW_MS) windows.delete(key);
  }
}
