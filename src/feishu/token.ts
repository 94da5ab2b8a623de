import type { Instant } from './incoming.ts';

/** A plain place for the current token, shareable between clients of one app (on Workers: across requests). */
export interface TokenCell {
  current?: { value: string; usableUntil: Instant };
}

export interface TokenSource {
  /** A token with some minutes of life left. Parallel callers share one request. */
  get(): Promise<string>;
  /** The platform refused `value`: forget it, unless a newer one has already taken its place. */
  drop(value: string): void;
}

/** Below 30 min left the endpoint hands out a new token, above it repeats the old one. */
const MARGIN_MS = 5 * 60_000;

/**
 * Single-flight tenant_access_token. `request` calls the token endpoint and gives its answer
 * (`expire` in seconds); its failure reaches every waiting caller and is not remembered.
 */
export function createTokenSource(options: {
  cell: TokenCell;
  clock: () => Instant;
  request: () => Promise<{ token: string; expire: number }>;
}): TokenSource {
  const { cell, clock, request } = options;
  let inFlight: Promise<string> | undefined;

  const refresh = async (): Promise<string> => {
    const askedAt = clock();
    const { token, expire } = await request();
    const lifeMs = expire * 1000;
    cell.current = { value: token, usableUntil: askedAt + lifeMs - Math.min(MARGIN_MS, lifeMs / 4) };
    return token;
  };

  return {
    async get() {
      const { current } = cell;
      if (current !== undefined && clock() < current.usableUntil) return current.value;
      inFlight ??= refresh().finally(() => {
        inFlight = undefined;
      });
      return await inFlight;
    },
    drop(value) {
      if (cell.current?.value === value) delete cell.current;
    },
  };
}
