/** Who a row names: responsible unit, those that help, handler, leader. Pure. */
import type { TableColumn } from './columns.ts';
import { fold, isNothing } from './fold.ts';
import { UNIT_AND_PERSON } from './header.ts';
import type { Extra, ItemUnits } from './model.ts';
import { readNameCell, stripPhones } from './name-cell.ts';
import type { LedgerLine } from './sheet.ts';
import {
  columnsOf,
  extrasOf,
  ignore,
  markUnread,
  type Reading,
  type Said,
  type Scope,
  saidIn,
} from './table.ts';

export interface RowNames {
  units: ItemUnits;
  extras: Extra[];
  said: Said[];
}

/** @param part takes the part of a cell that belongs to one of several items */
export function namesOfRow(
  reading: Reading,
  lines: readonly LedgerLine[],
  scope: Scope,
  part: (said: Said) => string = ({ text }) => text,
): RowNames {
  const item = columnsOf(reading, scope, 'item')[0]?.index ?? 0;
  // Who stands right of the item answers for it; who stands left of it, for the group it is in.
  const before = ({ index }: TableColumn) => Number(index < item);
  const read = (...fields: Parameters<typeof columnsOf>[2][]) =>
    saidIn(
      reading,
      lines,
      columnsOf(reading, scope, ...fields).toSorted((a, b) => before(a) - before(b)),
      true,
    ).map((said) => ({ ...said, text: part(said) }));
  const units: ItemUnits = { co: [], others: [] };
  const names: RowNames = { units, extras: [], said: [] };
  const lead = read('unit');
  const help = read('coUnit');
  const onlyToRead = readOnlyUnits(reading, lines, lead, names);
  for (const said of lead) takeUnits(reading, names, said, onlyToRead);
  for (const said of help) takeUnits(reading, names, said, 'help');
  for (const said of read('person')) takePeople(reading, names, said, 'person');
  for (const said of read('leader')) takePeople(reading, names, said, 'leader');
  return names;
}

function addCo(units: ItemUnits, name: string): void {
  if (fold(name) !== fold(units.lead ?? '') && !units.co.some((one) => fold(one) === fold(name)))
    units.co.push(name);
}

function addPerson(units: ItemUnits, name: string, as: 'person' | 'leader', header: string): void {
  if (units[as] === undefined) units[as] = name;
  else if (fold(units[as] ?? '') !== fold(name)) units.others.push({ header, name });
}

function takeUnits(reading: Reading, names: RowNames, said: Said, how: ReadonlySet<string> | 'help'): void {
  const { units } = names;
  names.said.push(said);
  const inside = UNIT_AND_PERSON.test(fold(said.column.header));
  const read = readNameCell(said.text, reading.options.known, false, inside);
  if (read.phones > 0) ignore(reading, said.cell, 'telephone');
  const all = [...(read.lead === undefined ? [] : [read.lead]), ...read.co];
  if (all.length === 0 && read.people.length === 0 && read.phones === 0)
    ignore(reading, said.cell, 'nothing');
  for (const name of all) {
    if (how === 'help') addCo(units, name);
    else if (how.has(name)) names.extras.push(...extrasOf(reading, [{ ...said, text: name }]));
    else if (units.lead === undefined) units.lead = name;
    else addCo(units, name);
  }
  if (read.cut) names.extras.push(...extrasOf(reading, [{ ...said, text: stripPhones(said.text).text }]));
  const { header } = said.column;
  for (const name of read.people) {
    if (how === 'help') units.others.push({ header, name });
    else addPerson(units, name, 'person', header);
  }
}

function takePeople(reading: Reading, names: RowNames, said: Said, as: 'person' | 'leader'): void {
  const { units } = names;
  names.said.push(said);
  const read = readNameCell(said.text, reading.options.known, true);
  if (read.phones > 0) ignore(reading, said.cell, 'telephone');
  const found = [...(read.lead === undefined ? [] : [read.lead]), ...read.co];
  if (found.length === 0 && read.people.length === 0 && read.phones === 0)
    ignore(reading, said.cell, 'nothing');
  if (read.cut) names.extras.push(...extrasOf(reading, [{ ...said, text: stripPhones(said.text).text }]));
  for (const name of read.people) addPerson(units, name, as, said.column.header);
  // A unit in a column of people is the unit of that person: it is the row's only when the row names none.
  for (const name of found) {
    if (units.lead === undefined && as === 'person') units.lead = name;
    else if (fold(units.lead ?? '') !== fold(name))
      names.extras.push(...extrasOf(reading, [{ ...said, text: name }]));
  }
}

/** Y and N beside the units, in their order: who is only to read is not responsible. */
function readOnlyUnits(
  reading: Reading,
  lines: readonly LedgerLine[],
  lead: readonly Said[],
  names: RowNames,
): ReadonlySet<string> {
  const marks = saidIn(reading, lines, columnsOf(reading, 'item', 'readOnly'));
  const none: ReadonlySet<string> = new Set();
  const [mark] = marks;
  if (!mark || isNothing(mark.text)) return none;
  names.said.push(mark);
  const flags = mark.text
    .normalize('NFKC')
    .split(/[,、;/\s]+/)
    .filter((flag) => flag !== '');
  const cell = readNameCell(lead.map(({ text }) => text).join(','), reading.options.known);
  const units = [...(cell.lead === undefined ? [] : [cell.lead]), ...cell.co];
  const understood = flags.every((flag) => /^(?:y|n|是|否)$/i.test(flag));
  if (!understood || (flags.length !== units.length && flags.length > 1)) {
    markUnread(reading, mark.cell, 'two-meanings', 'note');
    names.extras.push(...extrasOf(reading, [mark]));
    return none;
  }
  names.extras.push(...extrasOf(reading, [mark]));
  return new Set(units.filter((_, at) => /^(?:y|是)$/i.test(flags[flags.length === 1 ? 0 : at] ?? '')));
}
