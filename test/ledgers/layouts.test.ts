import { describe, expect, it } from 'vitest';
import type { LedgerOptions, LedgerReading } from '../../src/domain/ledger/model.ts';
import { readLedger } from '../../src/domain/ledger/read.ts';
import { LEDGER_LIMITS, readSpreadsheet } from '../../src/files/spreadsheet.ts';
import { type SheetSpec, wps, xlsx } from './build.ts';
import { LAYOUTS } from './layouts.ts';
import { account } from './lost.ts';

const OPTIONS: LedgerOptions = {
  today: '2026-11-28',
  timeZone: 'Asia/Shanghai',
  fileName: '台账.xlsx',
  isWorkingDay: (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
};

async function readFile(bytes: Uint8Array, options: Partial<LedgerOptions> = {}): Promise<LedgerReading> {
  const read = await readSpreadsheet(bytes, LEDGER_LIMITS);
  if (!read.ok) throw new Error(read.problem);
  return readLedger(read.sheets, { ...OPTIONS, ...options });
}

const readSheets = async (sheets: SheetSpec[], options: Partial<LedgerOptions> = {}) =>
  readFile(await xlsx(sheets), options);
const layout = (name: string) => {
  const found = LAYOUTS.find((one) => one.name.startsWith(name));
  if (!found) throw new Error(name);
  return found;
};
const count = (reading: LedgerReading, kind: 'problems' | 'tasks' | 'projects' | 'links' | 'investments' | 'units' | 'people') =>
  reading.tables.reduce((sum, table) => sum + table[kind].length, 0);
const unreadOf = (reading: LedgerReading) =>
  reading.tables.flatMap((table) => table.unread.map(({ at }) => at.address));

describe('a ledger as somebody sends it', () => {
  const told: Record<string, string> = {};

  it.each(LAYOUTS)('$name: no cell is lost, and what is not understood is named', async (one) => {
    for (const [program, bytes] of [
      ['Excel', await xlsx(one.sheets)],
      ['WPS', await wps(one.sheets)],
    ] as const) {
      if (program === 'WPS' && one.sheets.some(({ rows }) => rows.flat().some((value) => value instanceof Date)))
        continue;
      for (const splitCells of [false, true]) {
        const reading = await readFile(bytes, { splitCells });
        const { right, named, lost } = account(one.sheets, reading);
        told[`${one.name} ${program}${splitCells ? ' split' : ''}`] = `right ${right} named ${named.length} lost ${lost.length}`;
        expect(lost, program).toEqual([]);
        expect(unreadOf(reading).toSorted()).toEqual(one.unread.toSorted());
        expect(right).toBeGreaterThan(named.length);
        if (!splitCells)
          for (const [kind, expected] of Object.entries(one.rows))
            expect([kind, count(reading, kind as 'problems')]).toEqual([kind, expected]);
      }
    }
    if (process.env.LEDGER_TABLE) console.log(told);
  });
});
