/** A word that looks like a unit nobody has entered, or a known one written wrongly. */
import type { Directory } from '../../domain/directory.ts';
import type { Unit } from '../../domain/model.ts';
import { readEdges } from '../edges.ts';
import { distance } from '../nearest.ts';
import { fold } from '../phrase.ts';

/** How units are called; words that only end alike (布局, 市中心) are none. */
const LIKE_UNIT =
  /^[\p{Script=Han}a-z]{1,12}(?:局|委|厅|公司|集团|中心|管委会|街道|办公室|供电所|支队|大队)$/u;
const NO_UNIT = /(?:[布格僵大全结当战]局|[市核重]中心|^(?:分|子|总|母)?公司)$/;

export interface UnknownUnit {
  heard: string;
  /** The unit it may be. */
  near: Unit | undefined;
}

/** The unit whose name or short name differs in one character. */
export function unitLike(heard: string, directory: Directory): Unit | undefined {
  const folded = fold(heard);
  return directory.data.units.find(
    (unit) =>
      !unit.closed &&
      [unit.name, ...unit.shortNames].some((name) => name.length > 2 && distance(fold(name), folded) === 1),
  );
}

/**
 * The end of a title that is called like a unit but is none: its last word when it stands alone, or a misspelt unit
 * glued to the sentence.
 * @param title without the facts that were understood
 */
export function unknownUnitIn(title: string, directory: Directory): UnknownUnit | undefined {
  const words = title.split(/[\s,，、;；。]+/).filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  const folded = fold(last);
  if (words.length > 1 && LIKE_UNIT.test(folded) && !NO_UNIT.test(folded)) {
    return { heard: last, near: unitLike(last, directory) };
  }
  if (!LIKE_UNIT.test(folded.slice(-3))) return undefined;
  const edges = readEdges(folded);
  for (const length of [3, 4, 5, 6]) {
    const heard = last.slice(-length);
    const near = edges.isBoundary(folded.length - length) ? unitLike(heard, directory) : undefined;
    if (near && length < last.length) return { heard, near };
  }
  return undefined;
}
