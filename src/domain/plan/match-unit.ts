/** Which unit of the deployment a link's authority is (发改 → 发展和改革局). Pure. */
import { type Directory, unitNames } from '../directory.ts';
import type { LinkDefinition } from './model.ts';

type Bearer = readonly [id: number, name: string];

/**
 * The unit the first fitting word names: one that bears it as name, short name or former name, else one whose name
 * holds it, else the unit of a category that knows it. Units at or above the area come first, the lowest of them;
 * then those below. Several that fit alike are none, unless the others are parts of one (住建局质安站 of 住建局).
 * @param authorities the best first
 * @returns null: the office names it
 */
export function matchUnit(
  authorities: readonly string[],
  areaId: number,
  directory: Directory,
): number | null {
  const { data } = directory;
  const names = unitNames(data);
  const ofCategories: Bearer[] = data.categories.flatMap(({ unitId, name, keywords }) =>
    unitId === null ? [] : [name, ...keywords].map((word) => [unitId, word] as const),
  );
  for (const word of authorities) {
    const levels: Bearer[][] = [
      names.filter(([, name]) => name === word),
      names.filter(([, name]) => word.length > 1 && name.includes(word)),
      ofCategories.filter(([, name]) => name === word),
    ];
    for (const bearers of levels) {
      const found = whole(nearest(bearers, areaId, directory));
      if (found !== null) return found;
    }
  }
  return null;
}

/** Chosen by an administrator and still there, else found by the words of its authority. */
export function unitOfLink(
  { unitId, authorities }: Pick<LinkDefinition, 'unitId' | 'authorities'>,
  areaId: number,
  directory: Directory,
): number | null {
  const chosen = unitId === null ? undefined : directory.unit(unitId);
  return chosen && !chosen.closed ? chosen.id : matchUnit(authorities, areaId, directory);
}

/** At or above the area those that stand lowest; without any, those below it. */
function nearest(bearers: readonly Bearer[], areaId: number, directory: Directory): Bearer[] {
  const areaOf = ([id]: Bearer) => directory.unit(id)?.areaId ?? Number.NaN;
  const open = bearers.filter(([id]) => {
    const unit = directory.unit(id);
    return unit !== undefined && !unit.closed;
  });
  const above = open.filter((bearer) => directory.reaches(areaOf(bearer), areaId));
  const lowest = above.filter((bearer) =>
    above.every((other) => directory.reaches(areaOf(other), areaOf(bearer))),
  );
  return lowest.length > 0 ? lowest : open.filter((bearer) => directory.reaches(areaId, areaOf(bearer)));
}

/** The one unit, or the one all others are named after. */
function whole(bearers: readonly Bearer[]): number | null {
  const shortest = bearers.toSorted(([, a], [, b]) => a.length - b.length)[0];
  if (!shortest) return null;
  const parts = bearers.every(
    ([id, name]) => id === shortest[0] || (name !== shortest[1] && name.startsWith(shortest[1])),
  );
  return parts ? shortest[0] : null;
}
