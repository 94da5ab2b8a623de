/** Tables of units, people and holidays. Pure. */

import type { TableColumn } from './columns.ts';
import { readLedgerDay } from './date.ts';
import { isOwn } from './find-tables.ts';
import { fold, isNothing } from './fold.ts';
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

/** Cells of a line that names nobody. @param but what is read all the same */
function nameless(reading: Reading, line: LedgerLine, but: readonly LedgerField[] = []): void {
  const columns = reading.shape.columns.filter(({ field }) => !but.includes(field));
  for (const { cell, text, column } of saidIn(reading, [line], columns)) {
    if (isNothing(text)) ignore(reading, cell, 'nothing');
    else if (column.field === 'ignored') ignore(reading, cell, 'column');
    else if (column.field !== 'serial') markUnread(reading, cell, 'no-name', 'left-out');
  }
}

export function readUnit(reading: Reading, line: LedgerLine): void {
  const read = reader(reading, line);
  // People of the same table are read from the same line.
  const peopled = reading.shape.kinds.includes('people');
  const name = read.text('unitName').replace(/\s*\n\s*/g, '');
  if (name === '') {
    if (!peopled) nameless(reading, line);
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
    coordinator: read.text('coordinator') || inGroup(reading, line, /联络员|联系人|对接人/),
    note: peopled ? '' : read.text('note'),
    extras: peopled ? [] : read.rest(),
  };
  row.at = read.at();
  reading.out.units.push(row);
}

const groupOf = ({ parts }: TableColumn) => parts.slice(0, -1).join('/');
const bareName = (raw: string) =>
  /^\p{Script=Han}\s+\p{Script=Han}$/u.test(raw) ? raw.replace(/\s+/g, '') : raw;

/** The name under a group of headers: 联络员/姓名. */
function inGroup(reading: Reading, line: LedgerLine, group: RegExp): string {
  const columns = columnsOf(reading, 'item', 'personName').filter((column) =>
    group.test(fold(groupOf(column))),
  );
  const [said] = saidIn(reading, [line], columns);
  return said && !isNothing(said.text) ? bareName(stripPhones(said.text).text) : '';
}

/** Everybody the line names: 分管负责人/姓名 and 联络员/姓名 are two. */
export function readPeople(reading: Reading, line: LedgerLine): void {
  const names = columnsOf(reading, 'item', 'personName');
  const found = saidIn(reading, [line], names).filter(({ text }) => !isNothing(text));
  const read = reader(reading, line);
  if (found.length === 0) {
    nameless(reading, line, reading.shape.kinds.includes('units') ? ['unitName', 'unitShort'] : []);
    return;
  }
  const unit = read.text('unitName', true) || read.text('unit', true);
  const short = saidIn(reading, [line], columnsOf(reading, 'item', 'unitShort'));
  const note = read.text('note');
  const taken = new Set(names);
  found.forEach((said, nth) => {
    const group = groupOf(said.column);
    const own = (column: TableColumn) => names.length === 1 || groupOf(column) === group;
    const duties = saidIn(reading, [line], columnsOf(reading, 'item', 'duty').filter(own));
    const others = reading.shape.columns.filter(
      (column) =>
        !taken.has(column) &&
        !PLACED.includes(column.field) &&
        (own(column) || (nth === 0 && !names.some((one) => groupOf(one) === groupOf(column)))),
    );
    const { text, phones } = stripPhones(said.text);
    if (phones > 0) ignore(reading, said.cell, 'telephone');
    const rest = saidIn(reading, [line], others);
    const row: PersonRow = {
      at: [],
      name: bareName(text),
      unit,
      duty: textOf(reading, duties),
      note,
      extras: extrasOf(reading, rest),
    };
    const cells = [said, ...read.said, ...short, ...duties, ...rest].filter(({ cell }) => isOwn(cell));
    row.at = [...new Set(cells.map(({ cell }) => cell.address))].map((address) => ({
      sheet: reading.sheet.name,
      address,
    }));
    reading.out.people.push(row);
  });
}

const PLACED: readonly LedgerField[] = [
  'unitName',
  'unit',
  'unitShort',
  'note',
  'duty',
  'serial',
  'head',
  'coordinator',
];

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
