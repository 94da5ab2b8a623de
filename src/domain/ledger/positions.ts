/** Tables without headers whose columns are told by their place: the four kinds of a 督办 system's import. Pure. */

import type { TableColumn } from './columns.ts';
import { readLedgerDay } from './date.ts';
import { type FoundTable, isOwn, letterOf } from './find-tables.ts';
import { fold } from './fold.ts';
import type { LedgerField } from './model.ts';
import type { LedgerSheet } from './sheet.ts';

/** All kinds end alike. */
const AFTER_ITEM = [
  'note',
  'raisedOn',
  'category',
  'leader',
  'rhythm',
  'unit',
  'readOnly',
  'deadline',
] as const;

/** 批文名称 and 会议名称 stand where the source is; what is asked for is the item. */
const KINDS: readonly { name: string; fields: readonly LedgerField[] }[] = [
  {
    name: 'meeting',
    fields: ['source', 'item', ...AFTER_ITEM],
  },
  {
    name: 'visit',
    fields: ['unrecognised', 'source', 'item', ...AFTER_ITEM],
  },
  {
    name: 'instruction',
    fields: ['unrecognised', 'source', 'unrecognised', 'item', ...AFTER_ITEM],
  },
];

const FLAGS = /^(?:y|n|是|否)(?:[,、;/](?:y|n|是|否))*$/;

/**
 * The columns of a sheet without a header that looks like one of them: Y and N stand last but one, and a day last.
 * Nothing here is sure; the preview asks.
 */
export function columnsByPosition(
  sheet: LedgerSheet,
  today: string,
): { table: FoundTable; columns: TableColumn[] } | undefined {
  const filled = sheet.rows.flatMap((line, at) => (line.cells.some(isOwn) && !line.hidden ? [at] : []));
  const width = sheet.rows.reduce((most, line) => Math.max(most, line.cells.findLastIndex(isOwn) + 1), 0);
  const from = Math.min(...filled.map((at) => sheet.rows[at]?.cells.findIndex(isOwn) ?? 0));
  const kind = KINDS.find(({ fields }) => fields.length === width - from);
  if (!kind || filled.length === 0) return undefined;
  const at = (field: LedgerField) => from + kind.fields.indexOf(field);
  const data = filled.filter((row) => {
    const cells = sheet.rows[row]?.cells ?? [];
    const flags = fold(cells[at('readOnly')]?.text ?? '');
    const due = cells[at('deadline')];
    const dated = due && readLedgerDay(due.text, due.value, { today }).day.kind !== 'unread';
    return FLAGS.test(flags) && dated;
  });
  const [first = 0] = data;
  if (data.length === 0 || data.length < filled.filter((row) => row >= first).length * 0.7) return undefined;
  const columns = kind.fields.map((field, nth): TableColumn => {
    const letter = letterOf(sheet.rows[first]?.cells[from + nth]?.address ?? '');
    return {
      letter,
      index: from + nth,
      parts: [],
      header: '',
      field,
      sure: false,
      hidden: sheet.hiddenColumns.includes(letter),
      scope: 'item',
    };
  });
  const rows = Array.from({ length: sheet.rows.length - first }, (_, nth) => first + nth);
  const titles = Array.from({ length: first }, (_, row) => row);
  return {
    table: { titles, headers: [], data: rows, from, until: width - 1, titleFrom: 0, titleUntil: width - 1 },
    columns,
  };
}
