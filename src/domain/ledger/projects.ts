/** Projects of a table with their procedures and investment. Pure. */
import { isFromAbove } from './find-tables.ts';
import { fold, isNothing } from './fold.ts';
import { isPlanLine, readLinkLine, readLinks } from './links.ts';
import type { Amount, LedgerDay, LedgerField, ProjectRow } from './model.ts';
import { namesOfRow } from './people-of-row.ts';
import type { LedgerLine } from './sheet.ts';
import {
  cellsOf,
  columnsOf,
  dayOfCell,
  extrasOf,
  ignore,
  markUnread,
  NO_DAY,
  type Reading,
  type Said,
  saidIn,
  textOf,
} from './table.ts';
import { readAmount } from './values.ts';

const PLACED = new Set<LedgerField>([
  'serial',
  'project',
  'unit',
  'coUnit',
  'person',
  'leader',
  'area',
  'level',
  'industry',
  'land',
  'scale',
  'enterprise',
  'secretary',
  'bucket',
  'park',
  'startOn',
  'productionOn',
  'endOn',
  'buildSpan',
  'note',
  'investTotal',
  'investPlan',
  'investActual',
  'linkName',
  'linkState',
  'linkDoneOn',
]);

/** Lines that share the cell with the project's name. */
export function groupByProject(reading: Reading, lines: readonly LedgerLine[]): LedgerLine[][] {
  const [column] = columnsOf(reading, 'project', 'project');
  const groups: LedgerLine[][] = [];
  for (const line of lines) {
    const cell = column && line.cells[column.index];
    const corner = column && groups.at(-1)?.[0]?.cells[column.index]?.address;
    if (cell && isFromAbove(cell, line) && cell.mergedFrom === corner) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups;
}

export function readProject(reading: Reading, lines: readonly LedgerLine[]): void {
  const [named] = saidIn(reading, lines.slice(0, 1), columnsOf(reading, 'project', 'project'), true);
  if (!named || isNothing(named.text)) {
    if (named) ignore(reading, named.cell, 'nothing');
    withoutName(reading, lines);
    return;
  }
  const name = named.text.replace(/\s*\n\s*/g, '');
  const longForm = reading.shape.columns.some(({ field }) => field === 'linkName');
  if (longForm) for (const line of lines) readLinkLine(reading, line, name);
  readLinks(reading, lines, name);
  readInvestment(reading, lines, name);
  const row = projectRow(reading, lines, named, name, longForm);
  const known = reading.out.projects.find((one) => fold(one.name) === fold(name));
  // It is counted again with each of its items.
  if (known && row.serial !== known.serial)
    for (const { cell } of saidIn(reading, lines.slice(0, 1), columnsOf(reading, 'project', 'serial')))
      ignore(reading, cell, 'column');
  if (known) addTo(reading, known, row);
  else reading.out.projects.push(row);
}

function withoutName(reading: Reading, lines: readonly LedgerLine[]): void {
  const columns = reading.shape.columns.filter(
    ({ scope, field }) => scope === 'project' && field !== 'serial',
  );
  for (const { cell, text, column } of saidIn(reading, lines, columns)) {
    if (isNothing(text)) ignore(reading, cell, 'nothing');
    else if (column.field === 'ignored') ignore(reading, cell, 'column');
    else markUnread(reading, cell, 'no-name', 'left-out');
  }
}

function projectRow(
  reading: Reading,
  lines: readonly LedgerLine[],
  named: Said,
  name: string,
  longForm: boolean,
): ProjectRow {
  const said: Said[] = [named];
  const extras: ProjectRow['extras'] = [];
  const read = (field: LedgerField) => {
    const [first, ...others] = saidIn(reading, lines, columnsOf(reading, 'project', field));
    if (first) said.push(first, ...others);
    extras.push(...extrasOf(reading, others));
    return first;
  };
  const text = (field: LedgerField) => {
    const first = read(field);
    return first ? textOf(reading, [first]) : '';
  };
  const day = (field: LedgerField): LedgerDay => {
    const first = read(field);
    return first ? dayOfCell(reading, first) : NO_DAY;
  };
  const [begun, ended] = spanOf(reading, read('buildSpan'), extras);
  const people = longForm
    ? { units: { co: [], others: [] }, extras: [], said: [] }
    : namesOfRow(reading, lines, 'project');
  const total = read('investTotal');
  const rest = saidIn(
    reading,
    longForm ? [] : lines,
    reading.shape.columns.filter(
      ({ field, scope }) =>
        !PLACED.has(field) &&
        !field.startsWith('link:') &&
        (scope === 'project' || (scope === 'both' && field === 'module')),
    ),
  );
  // When each procedure is to be done stands in a row of its own.
  const plans = saidIn(
    reading,
    lines.filter((line) => isPlanLine(reading, line)),
    reading.shape.columns.filter(({ field }) => field.startsWith('link:')),
  );
  const serial = saidIn(reading, lines.slice(0, 1), columnsOf(reading, 'project', 'serial'), true);
  said.push(...serial);
  const row: ProjectRow = {
    at: [],
    serial: textOf(reading, serial),
    name,
    units: people.units,
    enterprise: text('enterprise'),
    secretary: text('secretary'),
    area: text('area'),
    park: text('park'),
    level: text('level'),
    industry: text('industry'),
    land: text('land'),
    bucket: text('bucket'),
    scale: text('scale'),
    investTotal: total ? amountOf(reading, total, extras) : null,
    startOn: either(day('startOn'), begun),
    productionOn: day('productionOn'),
    endOn: either(day('endOn'), ended),
    note: text('note'),
    extras: [...extras, ...people.extras, ...extrasOf(reading, rest), ...planned(extrasOf(reading, plans))],
  };
  row.at = cellsOf(reading, [...said, ...people.said, ...rest, ...plans]);
  return row;
}

const planned = (extras: ProjectRow['extras']) =>
  extras.map((one) => ({ ...one, header: `计划/${one.header}` }));

const either = (own: LedgerDay, other: LedgerDay) => (own.text === '' ? other : own);

/** 2025.9（2027.3）, 2025-09至2027-03: start and end in one cell. */
function spanOf(
  reading: Reading,
  said: Said | undefined,
  extras: ProjectRow['extras'],
): [begun: LedgerDay, ended: LedgerDay] {
  if (!said) return [NO_DAY, NO_DAY];
  const text = said.text.normalize('NFKC').replace(/\s+/g, ' ');
  const [, from, until] =
    /^(.*?\d[^(至到~—]*?) ?(?:\(|至|到|~|—+|-{2}|-(?=20\d{2}))(?:竣工|完工)? ?(.+?)\)?$/.exec(text) ?? [];
  if (from === undefined || until === undefined) {
    if (isNothing(text)) return [NO_DAY, NO_DAY];
    markUnread(reading, said.cell, 'date', 'note');
    extras.push(...extrasOf(reading, [said]));
    return [NO_DAY, NO_DAY];
  }
  return [
    dayOfCell(reading, { ...said, text: from.trim() }),
    dayOfCell(reading, { ...said, text: until.trim() }),
  ];
}

/** The same project again further down: what is new of it is kept. */
function addTo(reading: Reading, known: ProjectRow, again: ProjectRow): void {
  const headerOf = (field: LedgerField) =>
    reading.shape.columns.find((column) => column.field === field)?.header ?? '';
  known.at.push(...again.at);
  const at = again.at[0] ?? { sheet: '', address: '' };
  for (const key of [
    'enterprise',
    'secretary',
    'area',
    'park',
    'level',
    'industry',
    'land',
    'bucket',
    'scale',
    'note',
  ] as const) {
    if (again[key] === '' || again[key] === known[key]) continue;
    if (known[key] === '') known[key] = again[key];
    else known.extras.push({ header: headerOf(key), text: again[key], at });
  }
  for (const key of ['startOn', 'productionOn', 'endOn'] as const) {
    if (known[key].kind === 'none' && known[key].text === '') known[key] = again[key];
    else if (again[key].text !== '' && again[key].text !== known[key].text)
      known.extras.push({ header: headerOf(key), text: again[key].text, at });
  }
  if (known.investTotal === null) known.investTotal = again.investTotal;
  else if (again.investTotal && again.investTotal.amount !== known.investTotal.amount)
    known.extras.push({ header: headerOf('investTotal'), text: again.investTotal.text, at });
  const { lead, co, person, leader, others } = again.units;
  if (known.units.lead === undefined && lead !== undefined) known.units.lead = lead;
  else if (lead !== undefined && lead !== known.units.lead) known.units.co.push(lead);
  known.units.co.push(...co.filter((name) => !known.units.co.includes(name)));
  for (const [key, name] of [
    ['person', person],
    ['leader', leader],
  ] as const) {
    if (name === undefined || name === known.units[key]) continue;
    if (known.units[key] === undefined) known.units[key] = name;
    else known.units.others.push({ header: headerOf(key), name });
  }
  known.units.others.push(...others);
  const told = ({ header, text }: ProjectRow['extras'][number]) =>
    known.extras.some((one) => one.header === header && one.text === text);
  known.extras.push(...again.extras.filter((one) => !told(one)));
}

function amountOf(reading: Reading, said: Said, extras: ProjectRow['extras']): Amount | null {
  const { cell, column, text } = said;
  if (isNothing(text)) {
    ignore(reading, cell, 'nothing');
    return null;
  }
  const amount = readAmount(text, cell.value, column.unitOfMeasure ?? reading.moneyUnit);
  if (amount) return amount;
  markUnread(reading, cell, 'amount', 'note');
  extras.push(...extrasOf(reading, [said]));
  return null;
}

/** Plan and actual of each year the columns name. */
function readInvestment(reading: Reading, lines: readonly LedgerLine[], project: string): void {
  const columns = columnsOf(reading, 'project', 'investPlan', 'investActual');
  const years = new Set(columns.map((column) => column.year ?? reading.out.title.year ?? null));
  for (const year of years) {
    const extras: ProjectRow['extras'] = [];
    const ofYear = columns.filter((column) => (column.year ?? reading.out.title.year ?? null) === year);
    const of = (field: LedgerField) => {
      const [first, ...others] = saidIn(
        reading,
        lines,
        ofYear.filter((column) => column.field === field),
      );
      extras.push(...extrasOf(reading, others));
      said.push(...(first ? [first] : []), ...others);
      return first ? amountOf(reading, first, extras) : null;
    };
    const said: Said[] = [];
    const [planned, actual] = [of('investPlan'), of('investActual')];
    if (said.length === 0) continue;
    reading.out.investments.push({
      at: cellsOf(reading, said),
      project,
      year,
      planned,
      actual,
      asOf: reading.out.title.asOf ?? null,
      extras,
    });
  }
}
