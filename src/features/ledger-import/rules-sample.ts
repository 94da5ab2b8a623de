/** 样表: the columns everybody needs, to be filled in; and what each of them takes. Pure. */
import type { SheetTable } from '../../files/spreadsheet.ts';
import { SAMPLE_WORDS } from './words-sample.ts';

/** @param rows examples; none for an empty table */
export function sampleTables(rows: readonly (readonly (string | number | null)[])[]): SheetTable[] {
  return [
    {
      name: SAMPLE_WORDS.sheet,
      columns: SAMPLE_WORDS.columns.map(({ title, width, choices }) => ({
        title,
        width,
        ...(choices && { choices }),
      })),
      rows,
    },
    {
      name: SAMPLE_WORDS.help,
      columns: [
        { title: SAMPLE_WORDS.helpColumn, width: 16 },
        { title: SAMPLE_WORDS.helpText, width: 80 },
      ],
      rows: SAMPLE_WORDS.columns.map(({ title, help }) => [title, help]),
    },
  ];
}
