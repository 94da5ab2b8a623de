/** A word that looks like a unit nobody has entered, or a known one written wrongly. */
import type { Directory } from '../../domain/directory.ts';
import { distance } from '../nearest.ts';
import { fold } from '../phrase.ts';

/** How units are called; words that only end alike (布局, 市中心) are none. */
const LIKE_UNIT =
  /^[\p{Script=Han}a-z]{1,12}(?:局|委|厅|公司|集团|中心|管委会|街道|办公室|供电所|支队|大队)$/u;
const NO_UNIT = /(?:[布格僵大全结当战]局|[市核重]中心|^(?:分|子|总|母)?公司)$/;

/**
 * The last word of a title, when it stands alone and is called like a unit but is none; with the unit it may be.
 * @param title without the facts that were understood
 */
export function unknownUnitIn(
  title: string,
  directory: Directory,
): { heard: string; near: string | undefined } | undefined {
  const words = title.split(/[\s,，、;；。]+/).filter((word) => word !== '');
  const heard = words.length > 1 ? (words.at(-1) ?? '') : '';
  const folded = fold(heard);
  if (!LIKE_UNIT.test(folded) || NO_UNIT.test(folded)) return undefined;
  const near = directory.data.units.find((unit) =>
    [unit.name, ...unit.shortNames].some((name) => name.length > 2 && distance(fold(name), folded) === 1),
  );
  return { heard, near: near?.name };
}
