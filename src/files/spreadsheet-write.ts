/** A sheet laid out for printing: titles merged above the headers, both repeated on every page, A4 across. Beside files/spreadsheet.ts the only file that knows the library. */
import { type CellStyle, type CellValue, type MergeRange, writeXlsx } from 'hucre';
import { clean, columnLetters, type SheetValue, sheetName } from './spreadsheet.ts';

export interface LaidColumn {
  /** In characters; a Chinese one counts two. null: nobody said. */
  width: number | null;
  /** 'day': a text like 2026-12-03 becomes a real date, any other stays text. */
  kind?: 'text' | 'number' | 'day';
  align?: 'center';
  hidden?: boolean;
}

export interface LaidSheet {
  name: string;
  /** Lines above the headers, the first one large; every cell by column. */
  titles: readonly (readonly string[])[];
  headers: readonly (readonly string[])[];
  /** Of titles and headers together, as A1:F1. What is wrong or overlaps is left out. */
  merges: readonly string[];
  columns: readonly LaidColumn[];
  /** At the foot of every page, in the middle; &P and &N stand for its number and theirs. */
  footer: string;
  rows: readonly (readonly SheetValue[])[];
}

const THIN = { style: 'thin', color: { rgb: '808080' } } as const;
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN } as const;
const TITLE: CellStyle = {
  font: { bold: true, name: '宋体', size: 16 },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
const SUBTITLE: CellStyle = {
  font: { name: '宋体', size: 10 },
  alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
};
const HEADER: CellStyle = {
  font: { bold: true, name: '宋体', size: 11 },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'D9E1F2' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border: BORDER,
};
/** Of rows; in points. */
const TITLE_HEIGHT = 30;
const HEADER_HEIGHT = 30;
const LINE_HEIGHT = 14.25;
/** A program refuses rows higher than 409 points. */
const MOST_LINES = 28;
/** What a column without a width gets: heights are reckoned by it, and programs differ in their own. */
const USUAL_WIDTH = 12;

/** The workbook with this one sheet. Text is text whatever it begins with; a day of a day's column is a real date. */
export async function writeLaidSheet(sheet: LaidSheet): Promise<Uint8Array<ArrayBuffer>> {
  const { titles, headers, columns } = sheet;
  const head = titles.length + headers.length;
  const lastColumn = columnLetters(columns.length);
  const above = [...titles, ...headers].map((row) => columns.map((_, at) => textCell(row[at] ?? '')));
  const rows = sheet.rows.map((row) => columns.map((column, at) => cellOf(row[at] ?? null, column)));
  const cells = new Map<string, { style: CellStyle }>();
  for (let row = 0; row < head; row++)
    for (let column = 0; column < columns.length; column++)
      cells.set(`${row},${column}`, {
        style: row >= titles.length ? HEADER : row === 0 ? TITLE : SUBTITLE,
      });
  const written = await writeXlsx({
    defaultFont: { name: '宋体', size: 11 },
    sheets: [
      {
        name: sheetName(sheet.name),
        columns: columns.map((column) => ({
          width: column.width ?? USUAL_WIDTH,
          ...(column.hidden && { hidden: true }),
          style: styleOf(column),
        })),
        rows: [...above, ...rows],
        cells,
        rowDefs: new Map([
          ...above.map((row, at) => [at, { height: headHeight(at, titles.length, row, columns) }] as const),
          ...rows.map((row, at) => [head + at, { height: heightOf(row, columns) }] as const),
        ]),
        merges: mergesOf(sheet.merges, head, columns.length),
        ...(head > 0 && { freezePane: { rows: head } }),
        // Headers of several lines are filtered by the last.
        ...(headers.length > 0 && { autoFilter: { range: `A${head}:${lastColumn}${head + rows.length}` } }),
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          horizontalCentered: true,
          ...(head > 0 && { printTitlesRow: `$1:$${head}` }),
        },
        headerFooter: { oddFooter: `&C${sheet.footer}` },
      },
    ],
  });
  return new Uint8Array(written);
}

function styleOf({ kind, align }: LaidColumn): CellStyle {
  const alignment = {
    vertical: 'center',
    wrapText: true,
    ...((align || kind === 'day') && { horizontal: 'center' as const }),
  } as const;
  return { alignment, border: BORDER, ...(kind === 'day' && { numFmt: 'yyyy-mm-dd' }) };
}

function textCell(text: string): CellValue {
  return text === '' ? null : clean(text);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function cellOf(value: SheetValue, { kind }: LaidColumn): CellValue {
  if (value === null || value === '') return null;
  if (typeof value !== 'string') return value;
  if (kind === 'day' && DAY.test(value)) {
    const date = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(date.getTime())) return date;
  }
  return clean(value);
}

/** In halves of a Chinese character. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2e7f' ? 2 : 1;
  return width;
}

function linesOf(value: CellValue, { width, kind }: LaidColumn): number {
  if (typeof value !== 'string' || kind === 'day') return 1;
  const fit = Math.max(2, (width ?? USUAL_WIDTH) - 1);
  return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / fit)), 0);
}

/** Programs of phones and WPS do not reckon the height of wrapped text when they open a file. */
function heightOf(row: readonly CellValue[], columns: readonly LaidColumn[]): number {
  const lines = columns.reduce((most, column, at) => Math.max(most, linesOf(row[at] ?? null, column)), 1);
  return Math.min(MOST_LINES, lines) * LINE_HEIGHT + 4;
}

function headHeight(at: number, titles: number, row: readonly CellValue[], columns: readonly LaidColumn[]) {
  if (at === 0 && titles > 0) return TITLE_HEIGHT;
  if (at >= titles) return Math.max(HEADER_HEIGHT, heightOf(row, columns));
  const whole = columns.reduce((sum, { width, hidden }) => sum + (hidden ? 0 : (width ?? USUAL_WIDTH)), 0);
  const text = row.find((cell) => typeof cell === 'string') ?? null;
  return linesOf(text, { width: whole }) * LINE_HEIGHT + 4;
}

const RANGE = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/;

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Those that lie in the rows above the data. Overlapping ones would make the file one that must be repaired. */
function mergesOf(ranges: readonly string[], rows: number, columns: number): MergeRange[] {
  const taken = new Set<string>();
  return ranges.flatMap((range) => {
    const found = RANGE.exec(range);
    if (!found) return [];
    const merge = {
      startRow: Number(found[2]) - 1,
      startCol: columnOf(found[1] ?? '') - 1,
      endRow: Number(found[4]) - 1,
      endCol: columnOf(found[3] ?? '') - 1,
    };
    const { startRow, startCol, endRow, endCol } = merge;
    if (startRow > endRow || startCol > endCol || endRow >= rows || endCol >= columns) return [];
    if (startRow === endRow && startCol === endCol) return [];
    const keys: string[] = [];
    for (let row = startRow; row <= endRow; row++)
      for (let column = startCol; column <= endCol; column++) keys.push(`${row},${column}`);
    if (keys.some((key) => taken.has(key))) return [];
    for (const key of keys) taken.add(key);
    return [merge];
  });
}
