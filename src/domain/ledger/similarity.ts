/** How alike two texts are: shared pairs of characters (Dice), 0–1. Pure. */
import { foldWords } from './fold.ts';

/** Pairs of neighbouring characters with how often each stands there; of one character itself. */
function pairsOf(words: string): Map<string, number> {
  const characters = [...words];
  const pairs = new Map<string, number>();
  const add = (pair: string) => pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  if (characters.length < 2) add(words);
  for (let at = 1; at < characters.length; at++) add(`${characters[at - 1]}${characters[at]}`);
  return pairs;
}

export interface Fingerprint {
  words: string;
  pairs: Map<string, number>;
  size: number;
}

export function fingerprintOf(text: string): Fingerprint {
  const words = foldWords(text);
  const pairs = pairsOf(words);
  return { words, pairs, size: [...pairs.values()].reduce((sum, times) => sum + times, 0) };
}

export function alikeness(a: Fingerprint, b: Fingerprint): number {
  if (a.words === b.words) return 1;
  if (a.words === '' || b.words === '') return 0;
  const [few, many] = a.pairs.size < b.pairs.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [pair, times] of few.pairs) shared += Math.min(times, many.pairs.get(pair) ?? 0);
  return (2 * shared) / (a.size + b.size);
}

/**
 * Finds among many texts those at least `least` alike without comparing all: texts that alike share a rare pair.
 */
export class AlikeIndex {
  readonly #prints: readonly Fingerprint[];
  readonly #holders = new Map<string, number[]>();
  readonly #least: number;

  constructor(texts: readonly string[], least: number) {
    this.#least = least;
    this.#prints = texts.map(fingerprintOf);
    this.#prints.forEach(({ pairs }, at) => {
      for (const pair of pairs.keys()) {
        const holders = this.#holders.get(pair);
        if (holders) holders.push(at);
        else this.#holders.set(pair, [at]);
      }
    });
  }

  /** Indexes with their alikeness, the most alike first, then in their order. */
  find(text: string): { at: number; alike: number }[] {
    const print = fingerprintOf(text);
    const byRarity = [...print.pairs].toSorted(
      ([a], [b]) => (this.#holders.get(a)?.length ?? 0) - (this.#holders.get(b)?.length ?? 0),
    );
    // A text this alike may lack so many of our pairs and no more; one of the rarest beyond that it must hold.
    const mayLack = print.size - Math.ceil((this.#least / (2 - this.#least)) * print.size);
    const candidates = new Set<number>();
    let passed = 0;
    for (const [pair, times] of byRarity) {
      for (const at of this.#holders.get(pair) ?? []) candidates.add(at);
      passed += times;
      if (passed > mayLack) break;
    }
    return [...candidates]
      .flatMap((at) => {
        const other = this.#prints[at];
        const alike = other ? alikeness(print, other) : 0;
        return alike >= this.#least ? [{ at, alike }] : [];
      })
      .toSorted((a, b) => b.alike - a.alike || a.at - b.at);
  }
}
