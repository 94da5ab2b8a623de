/** A sentence is read in several ways, and most of its places are the same each time: what was read there is kept. */

/** Texts of which something is kept; a message is read in some ten ways. */
const TEXTS = 12;

/** What was made for the last few keys. */
export class Lately<K, V extends object | string> {
  readonly #kept = new Map<K, V>();

  /** @param make depends on the key alone; what it gives is never changed */
  get(key: K, make: () => V): V {
    const found = this.#kept.get(key);
    if (found !== undefined) return found;
    const made = make();
    this.#kept.set(key, made);
    const [oldest] = this.#kept.size > TEXTS ? this.#kept.keys() : [];
    if (oldest !== undefined) this.#kept.delete(oldest);
    return made;
  }
}

/**
 * A reader of places that keeps what it read in the last few texts.
 * @param read depends on what it is given alone; what it gives is never changed
 */
export function remembered<R, Today extends [today?: string]>(
  read: (folded: string, at: number, ...today: Today) => R,
): typeof read {
  const texts = new Lately<string, Map<number, R>>();
  return (folded, at, ...today) => {
    const places = texts.get(`${today[0] ?? ''}${folded}`, () => new Map<number, R>());
    if (places.has(at)) return places.get(at) as R;
    const found = read(folded, at, ...today);
    places.set(at, found);
    return found;
  };
}
