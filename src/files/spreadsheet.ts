/**
 * Spreadsheets in and out: .xlsx, .xls, .xlsb, .ods and .csv are read, .xlsx is written. With files/spreadsheet-write.ts
 * the only file that knows the library. A file somebody sent is input like any other: size, rows and columns have caps, nothing in it is run.
 */
import {
  type CellStyle,
  type CellValue,
  EncryptedFileError,
  type MergeRange,
  parseCsv,
  read,
  type Sheet,
  type Workbook,
  writeXlsx,
} from 'hucre';
import type { Day } from '../domain/time.ts';
import { declaredSize } from './zip-size.ts';

export type SheetValue = string | number | boolean | null;

export interface SheetCell {
  /** C5. */
  address: string;
  /** As somebody would read it aloud, trimmed: 2026-12-03, 0.5, 129%, 是; '' when empty. */
  text: string;
  /** A date is its text: 2026-12-03, with hours 2026-12-03 15:30. */
  value: SheetValue;
  /** Set: it belongs to a merged cell and repeats the value that stands at this address. */
  mergedFrom?: string;
}

export interface SheetRow {
  /** As the program beside the row shows it, from 1. */
  no: number;
  hidden: boolean;
  /** All of one length in a sheet. */
  cells: SheetCell[];
}

export interface ReadSheet {
  name: string;
  hidden: boolean;
  /** Letters of hidden columns. */
  hiddenColumns: string[];
  rows: SheetRow[];
  /** Merged cells: A1:C1. */
  merges: string[];
  /** In characters, in the order of columns; null: not set. */
  widths: (number | null)[];
  /** Days are counted from 1904. */
  date1904: boolean;
  /** Rows most of whose words stand on one colour, or are struck through. */
  looks?: RowLook[];
}

/** How a row looks that is not plain. */
export interface RowLook {
  /** As in {@link SheetRow}. */
  no: number;
  /** RRGGBB or a name of the theme; white is none. */
  fill?: string;
  struck?: true;
}

export type SpreadsheetProblem =
  | 'too-large'
  /** A table of WPS in its own format (.et). */
  | 'et'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'encrypted'
  | 'not-a-spreadsheet';

export type SpreadsheetRead =
  | { ok: true; sheets: ReadSheet[] }
  /** `sheet`: in which one there are too many. */
  | { ok: false; problem: SpreadsheetProblem; sheet?: string };

export interface SpreadsheetLimits {
  /** Of the file, and of all it declares to hold once inflated. */
  bytes: number;
  inflatedBytes: number;
  rows: number;
  columns: number;
}

const MB = 1024 * 1024;
export const SPREADSHEET_LIMITS: SpreadsheetLimits = {
  bytes: 10 * MB,
  inflatedBytes: 60 * MB,
  rows: 20_000,
  columns: 100,
};
/** Of a ledger (台账): 2,000 rows, and room for its titles and notes. */
export const LEDGER_LIMITS: SpreadsheetLimits = {
  bytes: 10 * MB,
  inflatedBytes: 50 * MB,
  rows: 2050,
  columns: 60,
};
/** More than any workbook has; each costs time before it is looked at. */
const MAX_ENTRIES = 2000;

/**
 * Reads every sheet of a file; what kind it is is told by its bytes. Formulas count as the value they showed when the
 * file was saved. Columns are kept up to the last one with a value.
 * @param fileName tells a table of WPS (.et), which no library reads surely, from an .xls
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
  limits: SpreadsheetLimits = SPREADSHEET_LIMITS,
  fileName = '',
): Promise<SpreadsheetRead> {
  if (bytes.length > limits.bytes) return { ok: false, problem: 'too-large' };
  if (bytes.length === 0) return { ok: false, problem: 'not-a-spreadsheet' };
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isOle = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (isOle && /\.ett?$/i.test(fileName)) return { ok: false, problem: 'et' };
  if (!isZip && !isOle) return readCsv(bytes, limits);
  if (isZip) {
    const declared = declaredSize(bytes);
    if (!declared) return { ok: false, problem: 'not-a-spreadsheet' };
    if (declared.bytes > limits.inflatedBytes || declared.entries > MAX_ENTRIES)
      return { ok: false, problem: 'too-large' };
  }
  let book: Workbook;
  try {
    const range = `A1:${columnLetters(limits.columns + 1)}${limits.rows + 1}`;
    book = await read(bytes, { range, readStyles: true });
  } catch (error) {
    const locked = error instanceof EncryptedFileError && isWorkbook(bytes);
    return { ok: false, problem: locked ? 'encrypted' : 'not-a-spreadsheet' };
  }
  return checked(book.sheets, limits, book.dateSystem === '1904');
}

/** Of a file the library holds for locked: whether its directory names what a workbook has (a .doc does not). */
function isWorkbook(bytes: Uint8Array): boolean {
  return /EncryptedPackage|Workbook|Book/.test(new TextDecoder('utf-16le').decode(bytes));
}

function readCsv(bytes: Uint8Array, limits: SpreadsheetLimits): SpreadsheetRead {
  const text = decode(bytes);
  if (text === undefined) return { ok: false, problem: 'not-a-spreadsheet' };
  const rows = parseCsv(text, { maxRows: limits.rows + 1 });
  return checked([{ name: '', rows }], limits);
}

/** UTF-8 or what Chinese Excel writes without being asked; undefined when it is no text. */
function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : '';
  for (const encoding of marked === '' ? ['utf-8', 'gb18030'] : [marked]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\u0000') ? undefined : text;
    } catch {}
  }
  return undefined;
}

function checked(sheets: readonly Sheet[], limits: SpreadsheetLimits, date1904 = false): SpreadsheetRead {
  const made = sheets.map((sheet) => readSheet(sheet, date1904));
  for (const { name, rows } of made) {
    if (rows.length > limits.rows) return { ok: false, problem: 'too-many-rows', sheet: name };
    if ((rows[0]?.cells.length ?? 0) > limits.columns)
      return { ok: false, problem: 'too-many-columns', sheet: name };
  }
  return { ok: true, sheets: made };
}

function readSheet(sheet: Sheet, date1904: boolean): ReadSheet {
  const merges = sheet.merges ?? [];
  const width = sheet.rows.reduce((most, row) => Math.max(most, usedCells(row)), 0);
  const last = sheet.rows.findLastIndex((row) => usedCells(row) > 0);
  const rows = sheet.rows.slice(0, last + 1).map((row, index): SheetRow => {
    const cells = Array.from({ length: width }, (_, column): SheetCell => {
      const value = readValue(row[column] ?? null);
      const percent =
        typeof value === 'number' && isPercent(sheet.cells?.get(`${index},${column}`)?.style?.numFmt);
      const text = percent ? `${valueText(value * 100)}%` : valueText(value);
      return { address: cellAddress(index + 1, column + 1), text, value };
    });
    return { no: index + 1, hidden: sheet.rowDefs?.get(index)?.hidden === true, cells };
  });
  for (const merge of merges) spread(rows, merge);
  const columns = sheet.columns ?? [];
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    hiddenColumns: columns.flatMap(({ hidden }, index) => (hidden ? [columnLetters(index + 1)] : [])),
    rows,
    merges: merges.map(
      ({ startRow, startCol, endRow, endCol }) =>
        `${cellAddress(startRow + 1, startCol + 1)}:${cellAddress(endRow + 1, endCol + 1)}`,
    ),
    widths: Array.from({ length: width }, (_, column) => columns[column]?.width ?? null),
    date1904,
    ...looksOf(sheet, rows),
  };
}

function looksOf({ cells }: Sheet, rows: readonly SheetRow[]): Pick<ReadSheet, 'looks'> {
  const looks = rows.flatMap((row, index): RowLook[] => {
    const styles = row.cells.flatMap(({ text }, column) =>
      text === '' ? [] : [cells?.get(`${index},${column}`)?.style],
    );
    const half = Math.max(1, Math.ceil(styles.length / 2));
    const fills = [...Map.groupBy(styles, fillOf)].filter(([fill, own]) => fill !== '' && own.length >= half);
    const fill = fills[0]?.[0];
    const struck = styles.filter((style) => style?.font?.strikethrough === true).length >= half;
    return fill === undefined && !struck
      ? []
      : [{ no: row.no, ...(fill !== undefined && { fill }), ...(struck && { struck }) }];
  });
  return looks.length > 0 ? { looks } : {};
}

function fillOf(style: CellStyle | undefined): string {
  const fill = style?.fill;
  if (fill?.type !== 'pattern' || fill.pattern !== 'solid' || !fill.fgColor) return '';
  const { rgb, theme, indexed } = fill.fgColor;
  // Of the theme 0 is the ground; of the old palette 1, 9 and 64 are white.
  if (theme === 0 || indexed === 1 || indexed === 9 || indexed === 64) return '';
  const name = rgb?.toUpperCase().slice(-6) ?? (theme === undefined ? `${indexed ?? ''}` : `theme${theme}`);
  return name === 'FFFFFF' ? '' : name;
}

/** 0.00%: what stands in quotes or behind a backslash is text. */
function isPercent(format: string | undefined): boolean {
  return format?.replace(/"[^"]*"|\\./g, '').includes('%') === true;
}

/** Number of cells up to the last that is not empty. */
function usedCells(row: readonly CellValue[]): number {
  return row.findLastIndex((value) => value !== null && value !== undefined && value !== '') + 1;
}

/** What stands in the corner of a merged cell is true of all of it. */
function spread(rows: SheetRow[], { startRow, startCol, endRow, endCol }: MergeRange): void {
  const corner = rows[startRow]?.cells[startCol];
  if (!corner) return;
  for (const row of rows.slice(startRow, endRow + 1))
    for (const cell of row.cells.slice(startCol, endCol + 1))
      if (cell !== corner)
        Object.assign(cell, { text: corner.text, value: corner.value, mergedFrom: corner.address });
}

function readValue(value: CellValue): SheetValue {
  if (!(value instanceof Date)) return value;
  if (Number.isNaN(value.getTime())) return null;
  const [day = '', time = ''] = value.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
}

function valueText(value: SheetValue): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  // 0.1 + 0.2 is stored as it was reckoned; nobody reads 17 digits.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  return (value ?? '').trim();
}

/** @param row and @param column from 1 */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

export interface TableColumn {
  title: string;
  /** In characters; a Chinese one counts two. */
  width: number;
  /** What its cells are; text when left out. A day is written as a date, given as 2026-12-03. */
  kind?: 'text' | 'number' | 'day';
  /** The only values the program offers and accepts. */
  choices?: readonly string[];
}

export interface SheetTable {
  name: string;
  /** A line above the titles of columns. */
  note?: string;
  columns: readonly TableColumn[];
  rows: readonly (readonly SheetValue[])[];
}

const HEADER = {
  font: { bold: true, name: '宋体' },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'D9E1F2' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
} as const;
const BODY = { alignment: { vertical: 'top', wrapText: true } } as const;
/** A program that shows more in one cell refuses the file. */
const CELL_CHARS = 32_767;

/**
 * A workbook of these tables, titles frozen and filterable, each value with its real type. Text is text whatever it
 * begins with: nothing somebody typed becomes a formula. Throws on a value its column does not take.
 */
export async function writeSpreadsheet(tables: readonly SheetTable[]): Promise<Uint8Array<ArrayBuffer>> {
  const written = await writeXlsx({
    defaultFont: { name: '宋体', size: 11 },
    sheets: tables.map((table) => {
      const { columns } = table;
      const head = table.note === undefined ? 1 : 2;
      const lastColumn = columnLetters(columns.length);
      const rows = table.rows.map((row) => columns.map((column, at) => writeValue(row[at] ?? null, column)));
      const last = head + rows.length;
      return {
        name: sheetName(table.name),
        columns: columns.map(({ width, kind }) => ({
          width,
          style: kind === 'day' ? { ...BODY, numFmt: 'yyyy-mm-dd' } : BODY,
        })),
        rows: [
          ...(table.note === undefined ? [] : [[clean(table.note)]]),
          columns.map(({ title }) => clean(title)),
          ...rows,
        ],
        cells: new Map<string, { style: CellStyle }>([
          ['0,0', { style: BODY }],
          ...columns.map((_, at) => [`${head - 1},${at}`, { style: HEADER }] as const),
        ]),
        freezePane: { rows: head },
        autoFilter: { range: `A${head}:${lastColumn}${last}` },
        ...(head === 2 && { merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: columns.length - 1 }] }),
        dataValidations: columns.flatMap(({ choices }, at) =>
          choices
            ? [
                {
                  type: 'list' as const,
                  values: [...choices],
                  allowBlank: true,
                  showErrorMessage: true,
                  range: `${columnLetters(at + 1)}${head + 1}:${columnLetters(at + 1)}${last + 500}`,
                },
              ]
            : [],
        ),
        pageSetup: {
          paperSize: 'a4' as const,
          orientation: 'landscape' as const,
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
        },
      };
    }),
  });
  return new Uint8Array(written);
}

function writeValue(value: SheetValue, column: TableColumn): CellValue {
  if (value === null || value === '') return null;
  if (column.kind === 'day') return dateOf(String(value), column);
  if (column.kind === 'number') {
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw new Error(`${column.title} takes numbers, not ${typeof value}`);
  }
  return typeof value === 'string' ? clean(value) : value;
}

function dateOf(day: Day, { title }: TableColumn): Date {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) throw new Error(`${title} takes days`);
  return date;
}

/** What a cell may hold. XML 1.0 knows no control characters; and what looks like the format's own escape (_x0041_) is none here. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .slice(0, CELL_CHARS)
    .replace(/_(?=x[\dA-F]{4}_)/gi, '_x005F_');
}

/** 31 characters, without those a name of a sheet must not have. */
export function sheetName(name: string): string {
  const fit = name
    .replace(/[\\/?*[\]:']/g, ' ')
    .trim()
    .slice(0, 31);
  return fit === '' ? '表1' : fit;
}
