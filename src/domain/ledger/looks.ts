/** Rows told apart by colour or by being struck through: nobody can read what that means, so they are named. Pure. */
import type { FoundTable } from './find-tables.ts';
import { rowOf } from './find-tables.ts';
import type { CellRef, LedgerTable } from './model.ts';
import type { LedgerSheet } from './sheet.ts';

/** Fills `coloured` and `struck` of the table: items that do not say themselves whether they are over. */
export function nameLooks(sheet: LedgerSheet, table: FoundTable, out: LedgerTable): void {
  const { looks } = sheet;
  if (!looks) return;
  const byRow = new Map(looks.map((look) => [look.no, look]));
  const lines = table.data.flatMap((at) => {
    const line = sheet.rows[at];
    return line?.cells.some(({ text }) => text !== '') ? [line.no] : [];
  });
  const fills = lines.map((no) => byRow.get(no)?.fill ?? '');
  const plain = plainOf(fills);
  const special = new Set(lines.filter((_, at) => !plain.has(fills[at] ?? '')));
  for (const { at, state, stateText } of [...out.problems, ...out.tasks]) {
    const first: CellRef | undefined = at[0];
    if (!first || state === 'closed' || (state === 'open' && stateText !== '')) continue;
    const no = rowOf(first.address);
    if (byRow.get(no)?.struck) out.struck.push(first);
    else if (special.has(no)) out.coloured.push(first);
  }
}

/** Colours that tell nothing: all rows have the same, or two take turns. */
function plainOf(fills: readonly string[]): ReadonlySet<string> {
  const counts = [...Map.groupBy(fills, (fill) => fill)].toSorted((a, b) => b[1].length - a[1].length);
  const turns = fills.filter((fill, at) => at > 0 && fill !== fills[at - 1]).length;
  if (counts.length === 2 && fills.length > 3 && turns >= (fills.length - 1) * 0.8)
    return new Set(counts.map(([fill]) => fill));
  const [most = '', all] = counts[0] ?? [];
  return new Set(fills.includes('') && all?.length !== fills.length ? [''] : [most]);
}
