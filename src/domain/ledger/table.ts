/** One table while it is read: its cells by field, and the account of every cell. Pure. */
import { type Day, daysBetween } from '../time.ts';
import type { TableColumn, TableShape } from './columns.ts';
import { type DayContext, type DayRead, dayOfSerial, readLedgerDay } from './date.ts';
import { isFromAbove, isOwn } from './find-tables.ts';
import { isNothing } from './fold.ts';
import type { Marks } from './marks.ts';
import type {
  CellRef,
  Extra,
  Ignored,
  LedgerDay,
  LedgerField,
  LedgerOptions,
  LedgerTable,
  Unread,
} from './model.ts';
import type { LedgerCell, LedgerLine, LedgerSheet } from './sheet.ts';

export interface Reading {
  sheet: LedgerSheet;
  shape: TableShape;
  days: DayContext;
  options: LedgerOptions;
  /** Of money, when no header names one. */
  moneyUnit: string | undefined;
  /** The group the rows below stand in: 一、征地拆迁. */
  section: string;
  /** The project such a group is of, for rows whose own cell is blank. */
  sectionProject: string;
  /** The unit such a group is of, where no column names units. */
  sectionUnit: string;
  /** Whether such a group is of what is struck off, for rows that do not say. */
  sectionState: 'open' | 'closed' | undefined;
  /** As above, of the whole table: its title or the name of its sheet. */
  sheetProject: string;
  sheetState: 'open' | 'closed' | undefined;
  /** What marks of states stand for in this table. */
  marks: Marks;
  /** A note says that — stands for what is not needed. */
  dashIsNotNeeded: boolean;
  out: LedgerTable;
  /** Addresses of cells that went into a row, or were named. */
  used: Set<string>;
  /** Lines that hold data, of all runs. */
  read: LedgerLine[];
}

/** A cell of a column, with what counts of it. */
export interface Said {
  column: TableColumn;
  cell: LedgerCell;
  text: string;
}

export const refOf = (reading: Reading, cell: LedgerCell): CellRef => ({
  sheet: reading.sheet.name,
  address: cell.address,
});

/** Where these stand, each cell once. */
export const cellsOf = (reading: Reading, said: readonly Said[]): CellRef[] =>
  [...new Set(said.filter(({ cell }) => isOwn(cell)).map(({ cell }) => cell.address))].map((address) => ({
    sheet: reading.sheet.name,
    address,
  }));

export type Scope = 'item' | 'project';

export function columnsOf(reading: Reading, scope: Scope, ...fields: LedgerField[]): TableColumn[] {
  return reading.shape.columns.filter(
    (column) => fields.includes(column.field) && (column.scope === scope || column.scope === 'both'),
  );
}

/**
 * What the lines say in these columns, line by line; cells merged along a row count once. What is merged down counts
 * for the first line only when `copied`.
 */
export function saidIn(
  reading: Reading,
  lines: readonly LedgerLine[],
  columns: readonly TableColumn[],
  copied = false,
): Said[] {
  return lines.flatMap((line, nth) =>
    columns.flatMap((column) => {
      const cell = line.cells[column.index];
      if (!cell || cell.text === '') return [];
      const counts = isOwn(cell) || (copied && nth === 0 && isFromAbove(cell, line));
      if (!counts) return [];
      reading.used.add(cell.address);
      return [{ column, cell, text: cell.text }];
    }),
  );
}

export function ignore(reading: Reading, cell: LedgerCell, why: Ignored['why']): void {
  if (cell.mergedFrom === undefined) reading.out.ignored.push({ at: refOf(reading, cell), why });
}

export function markUnread(
  reading: Reading,
  cell: LedgerCell,
  why: Unread['why'],
  takenAs?: Unread['takenAs'],
  day?: Day,
): void {
  reading.used.add(cell.address);
  const at = refOf(reading, cell);
  if (cell.mergedFrom !== undefined || reading.out.unread.some((one) => one.at.address === at.address))
    return;
  reading.out.unread.push({ at, text: cell.text, why, ...(takenAs && { takenAs }), ...(day && { day }) });
}

/** Texts joined by lines; what only says that there is nothing is left out. */
export function textOf(reading: Reading, said: readonly Said[]): string {
  const texts = said.flatMap(({ cell, text }) => {
    if (!isNothing(text)) return [text];
    ignore(reading, cell, 'nothing');
    return [];
  });
  return [...new Set(texts)].join('\n');
}

export function extrasOf(reading: Reading, said: readonly Said[]): Extra[] {
  return said.flatMap(({ column, cell, text }) => {
    if (column.field === 'ignored') {
      ignore(reading, cell, 'column');
      return [];
    }
    if (isNothing(text)) {
      ignore(reading, cell, 'nothing');
      return [];
    }
    return [{ header: column.header, text: extraText(column.header, cell, text), at: refOf(reading, cell) }];
  });
}

/** A number under 催办时间 is a day the cell was not formatted for: both are kept. */
function extraText(header: string, cell: LedgerCell, text: string): string {
  const { value } = cell;
  if (typeof value !== 'number' || value < 36_526 || !/(?:时间|日期)$/.test(header)) return text;
  const day = dayOfSerial(value);
  return day ? `${day}（${text}）` : text;
}

/** 整改期限（天）: the number of days stands in the cell, what is counted in the header. */
function countedIn({ column, text }: Said): string {
  const unit = column.unitOfMeasure;
  const said =
    unit === '天' || unit === '工作日' ? /^(\d{1,3})(?:天|日|个?工作日)?$/.exec(text.trim()) : null;
  return said ? `${said[1]}${unit === '天' ? '天' : '个工作日'}` : text;
}

export const NO_DAY: LedgerDay = { kind: 'none', text: '' };

/** A cell of days; what is not understood, or says two things, is named. */
export function dayOfCell(reading: Reading, said: Said, raisedOn?: LedgerDay, near?: Day): LedgerDay {
  const { cell, column } = said;
  const past = column.field === 'raisedOn' || column.field === 'closedOn';
  const from = {
    ...reading.days,
    ...(raisedOn?.kind === 'day' && { raisedOn: raisedOn.day }),
    ...(past && { past }),
    near,
  };
  const text = countedIn(said);
  const { day, several }: DayRead = readLedgerDay(text, text === cell.text ? cell.value : text, from);
  if (day.kind === 'unread') markUnread(reading, cell, 'date', 'no-deadline');
  else if (several) markUnread(reading, cell, 'two-meanings', 'day', 'day' in day ? day.day : undefined);
  return day;
}

// A day so long over when the table was written, or so far ahead of it, may as well be of the year beside.
const LONG_OVER = 120;
const FAR_AHEAD = 240;

/** Names the cell of an open row whose year is not written and can be meant in two ways; the day stays what was read. */
export function askYear(reading: Reading, { cell }: Said, day: LedgerDay): void {
  if ((day.kind !== 'day' && day.kind !== 'month') || day.year === undefined || day.year === 'row') return;
  const { asOf, meetingOn, today } = reading.days;
  // 2026年…清单 says its year; what was ordered in a meeting is the next after it.
  if (meetingOn !== undefined || (day.year === 'title' && asOf === undefined)) return;
  const ahead = daysBetween(asOf ?? today, day.day);
  if (ahead < -LONG_OVER || ahead > FAR_AHEAD) markUnread(reading, cell, 'year', 'day', day.day);
}
