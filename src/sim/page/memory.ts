const PREFIX = 'zhuanban-sim ';

/** Something this browser remembered; `otherwise` when it did not, cannot, or holds nonsense. */
export function recall<T>(key: string, otherwise: T): T {
  try {
    const stored = localStorage.getItem(PREFIX + key);
    return stored === null ? otherwise : (JSON.parse(stored) as T);
  } catch {
    return otherwise;
  }
}

/** Remembers for the next visit; a browser that forbids it just forgets. */
export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Private windows may refuse storage; the page works without it.
  }
}
