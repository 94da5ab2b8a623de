/** Tables that lie on their side: fields down a column, one item a column; or a form of one item. Pure. */

import { isOwn } from './find-tables.ts';
import { fold } from './fold.ts';
import { headerScore, readHeader } from './header.ts';
import type { LedgerField } from './model.ts';
import type { LedgerSheet } from './sheet.ts';

const FIELDS = 4;
const MATTERS: readonly LedgerField[] = [
  'item',
  'project',
  'unit',
  'deadline',
  'state',
  'progress',
  'raisedOn',
  'person',
];

/** The names of at least four fields stand under each other, and in no row as many beside each other. */
export function isSideways({ rows }: LedgerSheet): boolean {
  const lines = rows.filter(({ hidden }) => !hidden);
  const best = Math.max(
    0,
    ...lines.map((line) => line.cells.filter(isOwn).reduce((sum, { text }) => sum + headerScore(text), 0)),
  );
  return [0, 1, 2].some((column) => {
    const fields = lines.flatMap((line) => {
      const cell = line.cells[column];
      if (!cell || !isOwn(cell) || fold(cell.text).length > 14) return [];
      const { field, sure } = readHeader([cell.text]);
      return sure && !field.startsWith('link:') ? [field] : [];
    });
    const distinct = new Set(fields);
    const matters = MATTERS.filter((field) => distinct.has(field)).length;
    return distinct.size >= FIELDS && matters >= 3 && best < 3 && best < distinct.size;
  });
}
