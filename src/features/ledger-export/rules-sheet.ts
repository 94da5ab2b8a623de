/** The sheet of a ledger: the standard one, or as one that was imported. Pure. */

import { viewLight } from '../../cards/light.ts';
import { LIGHT_NAMES } from '../../cards/words.ts';
import type { LayoutColumn, LedgerField, LedgerLayout } from '../../domain/ledger/model.ts';
import type { LaidColumn, LaidSheet } from '../../files/spreadsheet-write.ts';
import type { ViewContext } from '../../text/view.ts';
import { type CellSource, cellOf, type LedgerItem, NOTE_NAMES, projectsOwn } from './rules-cell.ts';
import { EXPORT, STANDARD } from './words.ts';

export interface SheetTitle {
  title: string;
  /** What was counted, and when. */
  counted: string;
}

const DAYS: ReadonlySet<LedgerField> = new Set([
  'deadline',
  'closedOn',
  'raisedOn',
  'startOn',
  'productionOn',
]);
const CENTERED: ReadonlySet<LedgerField> = new Set(['serial', 'state']);

type StandardKey = keyof typeof STANDARD;
const WIDTHS: Record<StandardKey, number> = {
  serial: 6,
  project: 18,
  item: 36,
  category: 10,
  unit: 16,
  coUnit: 14,
  person: 9,
  raisedOn: 12,
  deadline: 12,
  measure: 20,
  progress: 36,
  state: 9,
  closedOn: 12,
  verifier: 9,
  source: 14,
  light: 16,
  number: 9,
  note: 18,
};
/** Of a column that is added to a layout. */
const USUAL: Partial<Record<LedgerField, number>> = { project: WIDTHS.project };
/** Of a header of four characters. */
const BLANK_WIDTH = 9;
const KEYS = Object.keys(STANDARD) as StandardKey[];

function columnOf(field: LedgerField, width: number | null): LaidColumn {
  return {
    width,
    ...(DAYS.has(field) && { kind: 'day' as const }),
    ...(CENTERED.has(field) && { align: 'center' as const }),
  };
}

function letters(column: number): string {
  return column <= 26 ? String.fromCharCode(64 + column) : `A${letters(column - 26)}`;
}

export function standardSheet(items: readonly LedgerItem[], head: SheetTitle, ctx: ViewContext): LaidSheet {
  const last = letters(KEYS.length);
  const rows = items.map((item, at) => {
    const source = { ...item, no: at + 1, ctx };
    return KEYS.map((key) => standardCell(key, source));
  });
  const columns = KEYS.map((key, at) => {
    const blank = rows.every((row) => (row[at] ?? '') === '');
    // What is blank from top to bottom takes no paper from the rest.
    const width = blank ? Math.min(WIDTHS[key], BLANK_WIDTH) : WIDTHS[key];
    return key === 'light' || key === 'number' ? { width } : columnOf(key, width);
  });
  return {
    name: EXPORT.sheet,
    titles: [[head.title], [head.counted]],
    headers: [KEYS.map((key) => STANDARD[key])],
    merges: [`A1:${last}1`, `A2:${last}2`],
    footer: EXPORT.footer,
    columns,
    rows,
  };
}

const NONE: ReadonlySet<string> = new Set();

function standardCell(key: StandardKey, source: CellSource) {
  if (key === 'number') return `#${source.issue.id}`;
  if (key !== 'light') return cellOf(key, STANDARD[key], source, NONE);
  const light = viewLight(source.issue, source.ctx);
  return light.color === 'done' ? '' : `${LIGHT_NAMES[light.color]} ${light.why}`.trim();
}

/** 截至, 更新日期, 填报时间: the day the table holds for. */
const HOLDS = /(?:截[至止](?:时间|日期)?|(?:填报|更新|调度|汇总|制表|统计|报送)(?:时间|日期))/.source;
const DAY = /\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?/.source;
const AS_OF = new RegExp(`(${HOLDS}\\s*[:：]?\\s*)${DAY}`, 'g');
const UPDATED = /\d{4}年\d{1,2}月\d{1,2}日(?=更新|汇总|统计)/g;

/** A row of titles with that day brought to today; its label may stand in the cell before. */
function upToDate(row: readonly string[], today: string): string[] {
  return row.map((cell, at) => {
    const label = row.slice(0, at).findLast((one) => one !== '') ?? '';
    if (new RegExp(`^${HOLDS}[:：]?$`).test(label) && new RegExp(`^${DAY}$`).test(cell)) return today;
    return cell.replace(AS_OF, `$1${today}`).replace(UPDATED, today);
  });
}

/** All columns of the sheet from A on: a table may begin further right, and leave some out. */
function fromFirst({ columns }: LedgerLayout): LayoutColumn[] {
  const all: LayoutColumn[] = [];
  for (const column of columns) {
    const at = numberOf(column.letter) - 1;
    while (all.length < at)
      all.push({ letter: letters(all.length + 1), header: '', field: 'unrecognised', hidden: false });
    all[at] = column;
  }
  return all;
}

/** A table without a column of projects gets one when its items have some: without it nobody could tell what they are. */
function withProject(
  layout: LedgerLayout,
  items: readonly LedgerItem[],
): { columns: LayoutColumn[]; headerRows: string[][]; extraMerges: string[] } {
  const columns = fromFirst(layout);
  const { headerRows } = layout;
  const named = columns.some(({ field }) => field === 'project');
  if (named || !items.some(({ project }) => project)) return { columns, headerRows, extraMerges: [] };
  const letter = letters(columns.length + 1);
  const header = STANDARD.project;
  const wide = headerRows.map((row, nth) => {
    const cells = [...row, ...Array<string>(Math.max(0, columns.length - row.length)).fill('')];
    return [...cells.slice(0, columns.length), nth === 0 ? header : ''];
  });
  const first = layout.firstRow - headerRows.length;
  return {
    columns: [...columns, { letter, header, field: 'project', hidden: false }],
    headerRows: wide,
    extraMerges: headerRows.length > 1 ? [`${letter}${first}:${letter}${layout.firstRow - 1}`] : [],
  };
}

const numberOf = (letter: string) => [...letter].reduce((sum, char) => sum * 26 + char.charCodeAt(0) - 64, 0);

/**
 * The same table again: titles, headers, merges, widths and order of columns as they were; below the titles one line
 * says what was counted. 截至2022年9月30日 becomes today.
 */
export function laidLike(
  layout: LedgerLayout,
  items: readonly LedgerItem[],
  { counted, today }: { counted: string; today: string },
  ctx: ViewContext,
): LaidSheet {
  const own = (row: readonly string[]) =>
    row.some((cell) => cell.startsWith(EXPORT.counted('', 0, '').slice(0, 3)));
  const titles = layout.titleRows.filter((row) => !own(row));
  const dropped = layout.titleRows.findIndex(own);
  const shift = (row: number) => {
    const at = dropped >= 0 && row > dropped + 1 ? row - 1 : row;
    return at > titles.length ? at + 1 : at;
  };
  const { columns, headerRows, extraMerges } = withProject(layout, items);
  const lastOf = (header: string) => header.split('/').at(-1) ?? header;
  const named = new Set(
    columns.flatMap(({ field, header }) => (field === 'note' ? [] : [NOTE_NAMES[field] ?? lastOf(header)])),
  );
  const merges = layout.merges
    .filter((range) => dropped < 0 || !new RegExp(`\\D${dropped + 1}(?:\\D|$)`).test(range))
    .map((range) => range.replace(/\d+/g, (row) => String(shift(Number(row)))));
  const line = titles.length + 1;
  return {
    name: layout.sheet,
    titles: [...titles.map((row) => upToDate(row, today)), [counted]],
    headers: headerRows,
    merges: [
      ...merges,
      ...extraMerges.map((range) => range.replace(/\d+/g, (row) => String(shift(Number(row))))),
      `A${line}:${letters(columns.length)}${line}`,
    ],
    footer: EXPORT.footer,
    columns: columns.map(({ field, hidden }, at) => ({
      ...columnOf(field, layout.widths[at] ?? (at >= layout.widths.length ? (USUAL[field] ?? null) : null)),
      ...(hidden && { hidden }),
    })),
    rows: items.map((item, at) => {
      const source = { ...item, no: at + 1, ctx };
      return columns.map(({ field, header, of }) =>
        of === 'project'
          ? projectsOwn(field, lastOf(header), source)
          : cellOf(field, lastOf(header), source, named),
      );
    }),
  };
}
