/**
 * What became of each cell, told from the file's own cells and the reading alone: words of a cell that stand in a row
 * made of it, a cell that is named, or a cell that is lost. Knows nothing of how the reader works.
 */
import type { LedgerReading } from '../../src/domain/ledger/model.ts';
import { lettersOf, type SheetSpec } from './build.ts';

export interface Account {
  /** Cells whose words are all in rows. */
  right: number;
  /** Cells that are skipped with their line, ignored or unread. */
  named: string[];
  lost: string[];
}

const squash = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]+/gu, '')
    .toLowerCase();

const PHONE = /1[3-9]\d{9}|0\d{2,3}-?\d{7,8}/g;

/** Words between marks; numbers of a list and telephones are no words. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(PHONE, ' ')
    .replace(/(^|[\s;。,])\(?\d{1,2}[.、)]/g, '$1 ')
    .split(/[\s、,;:/|()。.\n]+/)
    .map(squash)
    .filter((word) => word !== '' && !/^(?:牵头|配合|责任|主办|协办)(?:单位|部门)?$/.test(word));
}

function stringsIn(value: unknown): string {
  if (typeof value === 'string') return `${value} `;
  if (Array.isArray(value)) return value.map(stringsIn).join('');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .filter(([key]) => key !== 'at')
    .map(([, inner]) => stringsIn(inner))
    .join('');
}

export function account(sheets: readonly SheetSpec[], reading: LedgerReading): Account {
  const result: Account = { right: 0, named: [], lost: [] };
  for (const sheet of sheets) {
    const tables = reading.tables.filter((table) => table.sheet === sheet.name);
    if (tables.length === 0) {
      if (!reading.left.some((one) => one.sheet === sheet.name)) result.lost.push(sheet.name);
      continue;
    }
    const byCell = new Map<string, string>();
    for (const table of tables) {
      const rows = [
        ...table.problems,
        ...table.tasks,
        ...table.projects,
        ...table.units,
        ...table.people,
        ...table.links,
        ...table.investments,
        ...table.holidays,
      ];
      for (const row of rows) {
        const text = squash(stringsIn(row));
        for (const { address } of row.at) byCell.set(address, (byCell.get(address) ?? '') + text);
      }
    }
    const named = new Set(
      tables.flatMap((table) => [...table.unread, ...table.ignored].map(({ at }) => at.address)),
    );
    const headers = new Set(tables.flatMap((table) => table.headerRows));
    const skipped = tables.flatMap((table) => table.skipped);
    sheet.rows.forEach((row, r) => {
      if (headers.has(r + 1)) return;
      row.forEach((value, c) => {
        if (value === undefined || value === null || value === '' || value instanceof Date) return;
        const text = typeof value === 'object' ? String(value.shows) : String(value);
        const address = `${lettersOf(c)}${r + 1}`;
        const inSkipped = skipped.some(
          (one) =>
            one.at.address.replace(/^[A-Z]+/, '') === String(r + 1) &&
            squash(one.text).includes(squash(text)),
        );
        if (named.has(address) || inSkipped) result.named.push(address);
        else if (
          wordsOf(text).every((word) => (byCell.get(address) ?? '').includes(word)) &&
          byCell.has(address)
        )
          result.right++;
        else result.lost.push(`${sheet.name}!${address} ${text}`);
      });
    });
  }
  return result;
}
