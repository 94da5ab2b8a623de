/** Sheets of a file as they are kept until an import is over: without what repeats itself in every cell. Pure. */
import { z } from 'zod';
import type { LedgerCell, LedgerSheet } from '../../domain/ledger/sheet.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** Text alone; or text, value and the address it is merged from. An empty cell is 0. */
const cell = z.union([z.literal(0), z.string(), z.tuple([z.string(), value, z.string()])]);
const sheet = z.object({
  name: z.string(),
  hidden: z.boolean(),
  hiddenColumns: z.array(z.string()),
  merges: z.array(z.string()).optional(),
  widths: z.array(z.number().nullable()).optional(),
  date1904: z.boolean().optional(),
  looks: z
    .array(z.object({ no: z.number(), fill: z.string().optional(), struck: z.literal(true).optional() }))
    .optional(),
  rows: z.array(z.tuple([z.number(), z.union([z.literal(0), z.literal(1)]), z.array(cell)])),
});
const packed = z.array(sheet);
export type PackedSheets = z.infer<typeof packed>;

export function packSheets(sheets: readonly LedgerSheet[]): PackedSheets {
  return sheets.map(({ rows, ...rest }) => ({
    ...rest,
    rows: rows.map((row) => [row.no, row.hidden ? 1 : 0, row.cells.map(packCell)]),
  }));
}

function packCell({ text, value, mergedFrom }: LedgerCell): z.infer<typeof cell> {
  if (mergedFrom === undefined && text === '' && (value === null || value === '')) return 0;
  return mergedFrom === undefined && value === text ? text : [text, value, mergedFrom ?? ''];
}

/** undefined: it was not written by this version's like. */
export function unpackSheets(stored: unknown): LedgerSheet[] | undefined {
  const read = packed.safeParse(stored);
  return read.data?.map(({ rows, merges, widths, date1904, looks, ...rest }) => ({
    ...rest,
    ...(looks && {
      looks: looks.map(({ no, fill, struck }) => ({
        no,
        ...(fill !== undefined && { fill }),
        ...(struck && { struck }),
      })),
    }),
    ...(merges && { merges }),
    ...(widths && { widths }),
    ...(date1904 !== undefined && { date1904 }),
    rows: rows.map(([no, hidden, cells]) => ({
      no,
      hidden: hidden === 1,
      cells: cells.map((one, at) => unpackCell(one, `${lettersOf(at + 1)}${no}`)),
    })),
  }));
}

function unpackCell(one: z.infer<typeof cell>, address: string): LedgerCell {
  if (one === 0) return { address, text: '', value: null };
  if (typeof one === 'string') return { address, text: one, value: one };
  const [text, value, mergedFrom] = one;
  return { address, text, value, ...(mergedFrom !== '' && { mergedFrom }) };
}

/** 1 is A, 27 is AA. */
function lettersOf(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}
