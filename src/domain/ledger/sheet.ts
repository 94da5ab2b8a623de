/** A sheet as the reader of ledgers takes it; what files/spreadsheet.ts reads is one. */

export interface LedgerCell {
  /** C5. */
  address: string;
  /** As somebody would read it aloud, trimmed: 2026-12-03, 0.5, 129%, 是; '' when empty. */
  text: string;
  /** A date is its text: 2026-12-03. */
  value: string | number | boolean | null;
  /** Set: it belongs to a merged cell and repeats the value that stands at this address. */
  mergedFrom?: string;
}

export interface LedgerLine {
  /** As the program beside the row shows it, from 1. */
  no: number;
  hidden: boolean;
  /** All of one length in a sheet. */
  cells: LedgerCell[];
}

export interface LedgerSheet {
  name: string;
  hidden: boolean;
  /** Letters of hidden columns. */
  hiddenColumns: string[];
  rows: LedgerLine[];
  /** Merged cells: A1:C1. */
  merges?: string[];
  /** In characters, in the order of columns; null: as the program likes. */
  widths?: (number | null)[];
  /** Days are counted from 1904 (old Macs). */
  date1904?: boolean;
  /** Lines most of whose words stand on one colour, or are struck through. */
  looks?: { no: number; fill?: string; struck?: true }[];
}
