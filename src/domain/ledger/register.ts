/** Tables of units, people and holidays. Pure. */

import { readLedgerDay } from './date.ts';
import { isOwn } from './find-tables.ts';
import { isNothing } from './fold.ts';
import type { LedgerField, PersonRow, UnitRow } from './model.ts';
import { stripPhones } from './name-cell.ts';
import type { LedgerLine } from './sheet.ts';
import {
  columnsOf,
  dayOfCell,
  extrasOf,
  ignore,
  markUnread,
  type Reading,
  type Said,
  saidIn,
  textOf,
} from './table.ts';

interface LineReader {
  said: Said[];
  /** The first cell of the field, without telephones. */
  text(field: LedgerField, copied?: boolean): string;
  /** All cells no call of `text` asked for. */
  rest(): ReturnType<typeof extrasOf>;
  at(): UnitRow['at'];
}

function reader(reading: Reading, line: LedgerLine): LineReader {
  const said: Said[] = [];
  const asked = new Set<LedgerField>(['serial']);
  for (const { cell } of saidIn(reading, [line], columnsOf(reading, 'item', 'serial')))
    ignore(reading, cell, 'column');
  let others: Said[] = [];
  return {
    said,
    text(field, copied = false) {
      asked.add(field);
      const [first, ...more] = saidIn(reading, [line], columnsOf(reading, 'item', field), copied);
      others = [...others, ...more];
      if (!first) return '';
      said.push(first);
      const { text, phones } = stripPhones(first.text);
      if (phones > 0) ignore(reading, first.cell, 'telephone');
      return text === '' ? '' : textOf(reading, [{ ...first, text }]);
    },
    rest() {
      const columns = reading.shape.columns.filter(({ field }) => !asked.has(field));
      const left = saidIn(reading, [line], columns);
      said.push(...left);
      return extrasOf(reading, [...others, ...left]);
    },
    at: () =>
      [...new Set(said.filter(({ cell }) => isOwn(cell)).map(({ cell }) => cell.address))].map((address) => ({
        sheet: reading.sheet.name,
        address,
      })),
  };
}

/** Cells of a line that names nobody. */
function nameless(reading: Reading, line: LedgerLine): void {
  for (const { cell, text, column } of saidIn(reading, [line], reading.shape.columns)) {
    if (isNothing(text)) ignore(reading, cell, 'nothing');
    else if (column.field === 'ignored') ignore(reading, cell, 'column');
    else if (column.field !== 'serial') markUnread(reading, cell, 'no-name', 'left-out');
  }
}

export function readUnit(reading: Reading, line: LedgerLine): void {
  const read = reader(reading, line);
  const name = read.text('unitName').replace(/\s*\n\s*/g, '');
  if (name === '') {
    nameless(reading, line);
    return;
  }
  const shortNames = read
    .text('unitShort')
    .split(/[、，,;；/\s]+/)
    .filter((one) => one !== '');
  const row: UnitRow = {
    at: [],
    name,
    shortNames,
    area: read.text('area', true),
    head: read.text('head'),
    coordinator: read.text('coordinator'),
    note: read.text('note'),
    extras: read.rest(),
  };
  row.at = read.at();
  reading.out.units.push(row);
}

export function readPerson(reading: Reading, line: LedgerLine): void {
  const read = reader(reading, line);
  const raw = read.text('personName');
  const name = /^\p{Script=Han}\s+\p{Script=Han}$/u.test(raw) ? raw.replace(/\s+/g, '') : raw;
  if (name === '') {
    nameless(reading, line);
    return;
  }
  const named = read.text('unitName', true);
  const row: PersonRow = {
    at: [],
    name,
    unit: named || read.text('unit', true),
    duty: read.text('duty'),
    note: read.text('note'),
    extras: read.rest(),
  };
  row.at = read.at();
  reading.out.people.push(row);
}

const WORKING = /^(?:上班|补班|调休上班|工作日|是|班|调休工作日|补休上班)$/;
const OFF = /^(?:休息|放假|休|节假日|法定节假日|假|否|假期|公休)$/;

export function readHoliday(reading: Reading, line: LedgerLine): void {
  const one = (field: LedgerField, copied = false) =>
    saidIn(reading, [line], columnsOf(reading, 'item', field), copied)[0];
  const from = one('holidayDay');
  const until = one('holidayUntil');
  const name = one('holidayName', true);
  const kind = one('holidayKind');
  const rest = saidIn(
    reading,
    [line],
    reading.shape.columns.filter(({ field }) => !field.startsWith('holiday')),
  );
  if (!from) {
    for (const { cell } of [until, name, kind].filter((said) => said !== undefined))
      markUnread(reading, cell, 'holiday', 'left-out');
    return;
  }
  const said = kind?.text.trim() ?? '';
  const working = WORKING.test(said) ? true : OFF.test(said) || said === '' ? false : undefined;
  const [first, last] = rangeOf(reading, from);
  const end = until ? dayOfCell(reading, until) : last;
  if (
    working === undefined ||
    first?.kind !== 'day' ||
    (end && end.kind !== 'day') ||
    (end && end.day < first.day)
  ) {
    markUnread(reading, (working === undefined ? kind : from)?.cell ?? from.cell, 'holiday', 'left-out');
    return;
  }
  const cells = [from, until, name, kind, ...rest].filter((one) => one !== undefined);
  reading.out.holidays.push({
    at: cells.map(({ cell }) => ({ sheet: reading.sheet.name, address: cell.address })),
    from: first.day,
    until: end?.day ?? first.day,
    name: name?.text ?? '',
    working,
    extras: extrasOf(reading, rest),
  });
}

/** 10月1日至7日, 2026-10-01~2026-10-07, or one day. */
function rangeOf(reading: Reading, { cell, text }: Said) {
  const parts = text
    .split(/\s*(?:至|到|~|～|—|–)\s*|(?<=[日号\d])-(?=\d{1,2}[月日])/)
    .filter((part) => part !== '');
  const days = parts.map(
    (part) => readLedgerDay(part, parts.length === 1 ? cell.value : part, reading.days).day,
  );
  const [first, last] = days;
  // 10月1日至7日: the month of the first.
  const month = first?.kind === 'day' ? first.day.slice(0, 8) : '';
  const short = /^(\d{1,2})[日号]$/.exec(parts[1] ?? '')?.[1];
  if (short && first?.kind === 'day') {
    const day = readLedgerDay(`${month}${short.padStart(2, '0')}`, undefined, reading.days).day;
    return [first, day] as const;
  }
  return [first, last] as const;
}
