/** Ledgers made by somebody who had not seen the reader, with what a careful clerk would enter from each. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { ItemRow, LedgerDay, LedgerReading } from '../../src/domain/ledger/model.ts';
import { readLedger } from '../../src/domain/ledger/read.ts';
import { LEDGER_LIMITS, readSpreadsheet } from '../../src/files/spreadsheet.ts';

interface Expected {
  fileName: string;
  rows: ({ sheet: string; row: number; title: string } & Record<string, unknown>)[];
  /** Titles, totals, notes, sheets of instructions: nothing may be made of them. */
  notData: [sheet: string, row: number][];
  projects?: { name: string; total: number; start: string; finish: string; done: number | null }[];
}

const FILES = [
  'sheets-of-units.xlsx',
  'form-above-table.xlsx',
  'ticks.xls',
  'several-in-a-cell.xlsx',
  'weekly-report.xlsx',
  'investment-plan.xlsx',
  'war-map.xlsx',
  'enterprise-visits.xlsx',
];
const folder = new URL('heldout/', import.meta.url);

const rowOf = (address: string) => Number(address.replace(/^[A-Z]+/, ''));
const squash = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}\p{S}]+/gu, '');
const dayOf = (day: LedgerDay) =>
  day.kind === 'day' || day.kind === 'month' ? day.day : day.kind === 'long-term' ? day.kind : null;

async function read(file: string): Promise<{ expected: Expected; reading: LedgerReading }> {
  const expected: Expected = JSON.parse(
    await readFile(new URL(file.replace(/\.\w+$/, '.json'), folder), 'utf8'),
  );
  const sheets = await readSpreadsheet(new Uint8Array(await readFile(new URL(file, folder))), LEDGER_LIMITS);
  if (!sheets.ok) throw new Error(sheets.problem);
  const { fileName } = expected;
  const options = { today: '2026-11-28', timeZone: 'Asia/Shanghai', fileName, splitCells: true };
  return { expected, reading: readLedger(sheets.sheets, options) };
}

const isOf = (at: { sheet: string; address: string } | undefined, sheet: string, row: number) =>
  at?.sheet === sheet && rowOf(at.address) === row;

/** As the expectation says it; a cell of the row that is named as not understood is `asked`. */
function saidOf(row: ItemRow, key: string): unknown {
  switch (key) {
    case 'title':
      return squash(row.text);
    case 'project':
      return row.project || null;
    case 'lead':
    case 'person':
      return row.units[key] ?? null;
    case 'helpers':
      return row.units.co.toSorted();
    case 'state':
      return row.state === 'closed' ? 'closed' : 'open';
    case 'deadline':
      return dayOf(row.deadline);
    case 'found':
      return dayOf(row.raisedOn);
    default:
      return dayOf(row.closedOn);
  }
}

describe.each(FILES)('%s', (file) => {
  it('is read as a careful clerk would, or the cell is named', async () => {
    const { expected, reading } = await read(file);
    const items = reading.tables.flatMap(({ problems, tasks }) => [...problems, ...tasks]);
    const unread = reading.tables.flatMap((table) => table.unread.map(({ at }) => at));
    const wrong: string[] = [];
    for (const { sheet, row, ...wanted } of expected.rows) {
      const found = items.find(
        (one) => one.at.some((at) => isOf(at, sheet, row)) && squash(one.text).includes(squash(wanted.title)),
      );
      if (!found) wrong.push(`${sheet}!${row} is lost`);
      for (const [key, want] of Object.entries(wanted)) {
        if (!found) break;
        const said = saidOf(found, key);
        const wish = key === 'title' ? squash(wanted.title) : Array.isArray(want) ? want.toSorted() : want;
        const named = unread.some((at) => isOf(at, sheet, row));
        if (JSON.stringify(said) !== JSON.stringify(wish) && !(named && said === null))
          wrong.push(`${sheet}!${row} ${key}: ${JSON.stringify(said)} for ${JSON.stringify(wish)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('gives a row for each of them and none for titles, totals and notes', async () => {
    const { expected, reading } = await read(file);
    const rows = reading.tables.flatMap((table) => [...table.problems, ...table.tasks, ...table.projects]);
    const made = expected.notData.filter(([sheet, row]) => rows.some(({ at }) => isOf(at[0], sheet, row)));
    expect(made).toEqual([]);
    const items = reading.tables.flatMap(({ problems, tasks }) => [...problems, ...tasks]);
    expect(items).toHaveLength(expected.rows.length);
  });
});

it('of a table of projects gives money in 万元 and both days of one cell', async () => {
  const { expected, reading } = await read('several-in-a-cell.xlsx');
  const { projects, investments } = reading.tables[0]!;
  const said = projects.map(({ name, investTotal, startOn, endOn }) => ({
    name,
    total: investTotal?.amount,
    start: dayOf(startOn)?.slice(0, 7),
    finish: dayOf(endOn)?.slice(0, 7),
    done: investments.find(({ project }) => project === name)?.actual?.amount ?? null,
  }));
  expect(said).toEqual(expected.projects);
});
