/** What is kept of a table to write it again. Pure. */
import type { TableColumn } from './columns.ts';
import type { FoundTable } from './find-tables.ts';
import type { LedgerLayout } from './model.ts';
import type { LedgerSheet } from './sheet.ts';

export function layoutOf(
  sheet: LedgerSheet,
  table: FoundTable,
  columns: readonly TableColumn[],
): LedgerLayout {
  const texts = (rows: readonly number[]) =>
    rows.map((at) =>
      (sheet.rows[at]?.cells ?? []).map((cell) => (cell.mergedFrom === undefined ? cell.text : '')),
    );
  const mixed =
    columns.some(({ field, scope }) => field === 'item' && scope === 'item') &&
    columns.some(({ scope }) => scope === 'project');
  const nos = [...table.titles, ...table.headers].map((at) => sheet.rows[at]?.no ?? 0);
  const above = new Set(nos);
  const firstRow = Math.max(0, ...nos) + 1;
  return {
    sheet: sheet.name,
    titleRows: texts(table.titles),
    headerRows: texts(table.headers),
    merges: (sheet.merges ?? []).filter((range) => {
      const [from = '', until = from] = range.split(':');
      return above.has(Number(/\d+/.exec(from)?.[0])) && Number(/\d+/.exec(until)?.[0]) < firstRow;
    }),
    firstRow,
    widths: [...(sheet.widths ?? [])],
    columns: columns.map(({ letter, header, field, unitOfMeasure, hidden, scope }) => ({
      letter,
      header,
      field,
      hidden,
      ...(unitOfMeasure !== undefined && { unitOfMeasure }),
      ...(mixed && scope === 'project' && { of: 'project' as const }),
    })),
  };
}
