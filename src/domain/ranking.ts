/** Rows in an order: which stand in front, and who is level with whom. */

/** Whether two rows are level by what orders them. */
type Level<T> = (a: T, b: T) => boolean;

/** `place`: 1 for the first, the same for all that are level; `level`: how many others are. */
export interface Standing {
  place: number;
  of: number;
  level: number;
}

/** The first so many, and all that are level with the last of them: none is left out by chance. */
export function cutTo<T>(rows: readonly T[], top: number | undefined, level: Level<T>): T[] {
  const last = top === undefined ? undefined : rows[top - 1];
  if (top === undefined || last === undefined) return [...rows];
  const after = rows.slice(top);
  const end = after.findIndex((row) => !level(row, last));
  return rows.slice(0, top + (end < 0 ? after.length : end));
}

/** Where the row stands; undefined when it is none of them. */
export function standingOf<T>(
  rows: readonly T[],
  is: (row: T) => boolean,
  level: Level<T>,
): Standing | undefined {
  const own = rows.find(is);
  if (own === undefined) return undefined;
  return {
    place: rows.findIndex((row) => level(row, own)) + 1,
    of: rows.length,
    level: rows.filter((row) => level(row, own)).length - 1,
  };
}
