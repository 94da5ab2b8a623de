/** A sheet as a table: rows under titles, each cell with its address. Pure. */
import type { ReadSheet, SheetCell } from '../../files/spreadsheet.ts';

/** Something in a file that is to be put right, and where. */
export interface CellProblem {
  /** 环节!K12; a sheet's name alone when it is about no cell. */
  at: string;
  text: string;
}

export interface TableRow<K extends string> {
  /** undefined: the file has no such column. */
  cell(key: K): SheetCell | undefined;
  /** Trimmed; '' when empty; undefined: no such column. */
  text(key: K): string | undefined;
  /** 环节!K12. */
  at(key: K): string;
}

/** Titles stand somewhere above; a note may come before them. */
const TITLES_WITHIN = 6;

/**
 * Finds the row of titles and what stands under it; empty rows are left out.
 * @param titles by key; how they are spaced does not matter
 * @param needed columns without which it is not this table
 * @returns undefined when those are not found; `missing` names the first of them
 */
export function readTable<K extends string>(
  sheet: ReadSheet,
  titles: Readonly<Record<K, string>>,
  needed: readonly NoInfer<K>[],
): { ok: true; note: string; rows: TableRow<K>[] } | { ok: false; missing: K } {
  const bare = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/\(.*\)$/, '');
  const keys = Object.keys(titles) as K[];
  let missing = needed[0] as K;
  for (const [index, row] of sheet.rows.slice(0, TITLES_WITHIN).entries()) {
    const columns = new Map<K, number>();
    for (const key of keys) {
      const at = row.cells.findIndex(
        (cell) => cell.mergedFrom === undefined && bare(cell.text) === bare(titles[key]),
      );
      if (at >= 0) columns.set(key, at);
    }
    const absent: K | undefined = needed.find((key) => !columns.has(key));
    if (absent !== undefined) {
      if (columns.size > 1) missing = absent;
      continue;
    }
    const below = sheet.rows.slice(index + 1).filter(({ cells }) => cells.some(({ text }) => text !== ''));
    return {
      ok: true,
      note: index > 0 ? (sheet.rows[0]?.cells[0]?.text ?? '') : '',
      rows: below.map(({ no, cells }): TableRow<K> => {
        const cell = (key: K) => cells[columns.get(key) ?? -1];
        return {
          cell,
          text: (key) => (columns.has(key) ? (cell(key)?.text ?? '') : undefined),
          at: (key) => `${sheet.name}!${cell(key)?.address ?? `A${no}`}`,
        };
      }),
    };
  }
  return { ok: false, missing };
}

/** Entries of a list in one cell; a text that holds the usual mark itself is set apart by ；. */
export function joinList(list: readonly string[]): string {
  const plain = list.every((one) => !/[、，,]/.test(one));
  return plain ? list.join('、') : `${list.join('；')}；`;
}

export function splitList(text: string): string[] {
  const mark = /[；;\n]/.test(text) ? /[；;\n]+/ : /[、，,]+/;
  return [...new Set(text.split(mark).map((one) => one.trim()))].filter((one) => one !== '');
}
