/** Rows a statement answers with, where their number or order is known. */

/** The first row of a statement that always gives one, such as an insert with `returning`. @throws Error when it gave none */
export function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('the statement gave no row');
  return row;
}

/** The rows as `ids` stand, for an update answers in any order; an id without a row is left out. */
export function inOrderOf<Id, T extends { id: Id }>(ids: readonly Id[], rows: readonly T[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
