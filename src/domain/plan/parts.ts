/** Parts of a link (分项) that are done one by one: how many, and as far as was said, which. Pure. */
import type { SubUnits } from './model.ts';

/** So many are done. Which ones is kept as far as it still fits. */
export function countParts({ total, ticked = [] }: SubUnits, done: number): SubUnits {
  if (done === total) return { total, done, ticked: everyPart(total) };
  return { total, done, ticked: ticked.length <= done ? ticked : [] };
}

/** These are done, or are not after all. Parts whose numbers were never said count on: naming them adds none. */
export function markParts(
  { total, done, ticked = [] }: SubUnits,
  parts: readonly number[],
  on: boolean,
): SubUnits {
  if (on) {
    const all = [...new Set([...ticked, ...parts])].toSorted((a, b) => a - b);
    return { total, done: Math.max(done, all.length), ticked: all };
  }
  const gone = ticked.filter((part) => parts.includes(part));
  return { total, done: done - gone.length, ticked: ticked.filter((part) => !parts.includes(part)) };
}

function everyPart(total: number): number[] {
  return Array.from({ length: total }, (_, at) => at + 1);
}
