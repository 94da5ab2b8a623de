/** Problems and tasks of a table: one a row, several a cell, one over several rows. Pure. */
import { titleOf } from '../title.ts';
import { readLedgerDay } from './date.ts';
import { isFromAbove, isOwn } from './find-tables.ts';
import { isNothing } from './fold.ts';
import type { Extra, ItemRow, LedgerDay, LedgerField } from './model.ts';
import { namesOfRow } from './people-of-row.ts';
import type { LedgerLine } from './sheet.ts';
import { splitItems } from './split.ts';
import {
  askYear,
  columnsOf,
  dayOfCell,
  extrasOf,
  ignore,
  markUnread,
  NO_DAY,
  type Reading,
  refOf,
  type Said,
  saidIn,
  textOf,
} from './table.ts';
import { readState } from './values.ts';

interface Part {
  text: string;
  n: number;
  of: number;
}

/** Lines that share one cell of the item, from the line it stands in. */
export function groupByItem(reading: Reading, lines: readonly LedgerLine[]): LedgerLine[][] {
  const [column] = columnsOf(reading, 'item', 'item');
  const groups: LedgerLine[][] = [];
  for (const line of lines) {
    const cell = column && line.cells[column.index];
    const last = groups.at(-1);
    const corner = last && column ? last[0]?.cells[column.index]?.address : undefined;
    if (last && cell && isFromAbove(cell, line) && cell.mergedFrom === corner) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** All items of the lines that share a cell; the cells of lines without an item are named. */
export function readItems(reading: Reading, lines: readonly LedgerLine[]): ItemRow[] {
  const [said] = saidIn(reading, lines.slice(0, 1), columnsOf(reading, 'item', 'item'), true);
  if (!said || isNothing(said.text)) {
    if (said) ignore(reading, said.cell, 'nothing');
    withoutItem(reading, lines);
    return [];
  }
  const parts = splitItems(said.text);
  if (parts && !reading.options.splitCells)
    reading.out.splittable.push({ at: refOf(reading, said.cell), parts: parts.length });
  if (!parts || !reading.options.splitCells) return [readItem(reading, lines, said)];
  return parts.map((text, at) => {
    const own = lines.length === parts.length ? lines.slice(at, at + 1) : lines;
    return readItem(reading, own, said, { text, n: at + 1, of: parts.length });
  });
}

function withoutItem(reading: Reading, lines: readonly LedgerLine[]): void {
  const mixed = reading.shape.kinds.includes('projects');
  const columns = reading.shape.columns.filter(({ field, scope }) =>
    mixed ? scope === 'item' : field !== 'serial' && field !== 'module',
  );
  for (const { cell, text, column } of saidIn(reading, lines, columns)) {
    if (isNothing(text)) ignore(reading, cell, 'nothing');
    else if (column.field === 'ignored') ignore(reading, cell, 'column');
    else markUnread(reading, cell, 'no-item', 'left-out');
  }
}

/** The part of a cell beside a list of problems: its own when the cell lists as many things, else all of it. */
function partOf(text: string, part: Part | undefined): string {
  if (!part) return text;
  const listed = splitItems(text);
  if (listed?.length === part.of) return listed[part.n - 1] ?? text;
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '');
  return lines.length === part.of ? (lines[part.n - 1] ?? text).trim() : text;
}

/** Fields an item has a place for; every other column is an extra. */
const OWN = new Set<LedgerField>([
  'serial',
  'project',
  'item',
  'itemMore',
  'unit',
  'coUnit',
  'person',
  'leader',
  'deadline',
  'secondDeadline',
  'measure',
  'progress',
  'state',
  'closedTick',
  'openTick',
  'closedOn',
  'raisedOn',
  'verifier',
  'source',
  'category',
  'module',
  'note',
  'readOnly',
  'batch',
]);

function readItem(reading: Reading, lines: readonly LedgerLine[], item: Said, part?: Part): ItemRow {
  const said: Said[] = [item];
  const read = (copied: boolean, ...fields: LedgerField[]) => {
    const found = saidIn(reading, lines, columnsOf(reading, 'item', ...fields), copied).map((one) => ({
      ...one,
      text: partOf(one.text, part),
    }));
    said.push(...found);
    return found;
  };
  const text = (copied: boolean, ...fields: LedgerField[]) => textOf(reading, read(copied, ...fields));
  const extras: Extra[] = [];
  const day = (field: LedgerField): LedgerDay => {
    const [first, ...others] = read(field === 'raisedOn', field);
    for (const other of others) if (other.text !== first?.text) extras.push(...extrasOf(reading, [other]));
    // 整改中 where the day of the end is asked: there is none yet.
    if (first && field === 'closedOn' && readState(first.text) === 'open') {
      extras.push(...extrasOf(reading, [first]));
      return NO_DAY;
    }
    if (!first) return NO_DAY;
    const found = dayOfCell(reading, first, raisedOn);
    if (!over && (field === 'deadline' || field === 'secondDeadline')) askYear(reading, first, found);
    return found;
  };
  let raisedOn: LedgerDay | undefined;
  let over = false;
  raisedOn = day('raisedOn');
  const one = (field: LedgerField): string => {
    const [first, ...others] = read(true, field).filter(
      ({ text: cell }, at, all) => all.findIndex((other) => other.text === cell) === at,
    );
    extras.push(...extrasOf(reading, others));
    return first ? textOf(reading, [first]) : '';
  };
  const names = namesOfRow(reading, lines, 'item', ({ text: cell }) => partOf(cell, part));
  if (names.units.lead === undefined && reading.shape.kinds.includes('projects')) {
    const ofProject = namesOfRow(reading, lines, 'project');
    const { lead, co } = ofProject.units;
    if (lead !== undefined) names.units.lead = lead;
    names.units.co.push(...co.filter((name) => !names.units.co.includes(name)));
    names.units.leader ??= ofProject.units.leader as string;
    if (names.units.leader === undefined) delete names.units.leader;
  }
  const { title } = reading.out;
  if (names.units.lead === undefined && columnsOf(reading, 'item', 'unit').length === 0) {
    const unit = reading.sectionUnit || title.unit;
    if (unit) {
      names.units.lead = unit;
      reading.out.unitByHeading ??= unit;
    }
  }
  if (names.units.leader === undefined && title.leader !== undefined) names.units.leader = title.leader;
  const body = part?.text ?? item.text;
  const more = text(true, 'itemMore');
  const whole = more === '' || body.includes(more) ? body : `${body}\n${more}`;
  const closedOn = day('closedOn');
  const stateCells = read(false, 'state');
  const ticked = tickedState(reading, read(false, 'closedTick'), read(false, 'openTick'), extras);
  const { state, stateText } =
    ticked ?? stateOf(reading, stateCells, closedOn, read(false, 'closedOn'), extras);
  over = state === 'closed';
  const others = reading.shape.columns.filter(
    ({ field, scope }) => !OWN.has(field) && !field.startsWith('link:') && scope !== 'project',
  );
  const rest = saidIn(reading, lines, others);
  const row: ItemRow = {
    at: [],
    ...(part && { part: part.n, of: part.of }),
    serial: serialOf(one('serial')),
    project: one('project') || reading.sectionProject || (title.project ?? ''),
    title: titleOf(body),
    text: whole,
    module: text(true, 'module').replaceAll('\n', ' / ') || reading.section,
    units: names.units,
    deadline: day('deadline'),
    secondDeadline: day('secondDeadline'),
    measure: text(false, 'measure'),
    progress: text(false, 'progress'),
    state,
    stateText,
    closedOn: closedOn.kind === 'none' && state === 'closed' ? closedIn(reading, stateText) : closedOn,
    raisedOn,
    verifier: text(false, 'verifier'),
    source: text(true, 'source'),
    category: text(true, 'category'),
    note: text(false, 'note'),
    extras: [...extras, ...names.extras, ...extrasOf(reading, rest)],
  };
  const own = [...said, ...names.said, ...rest]
    .filter(({ cell }) => isOwn(cell))
    .map(({ cell }) => cell.address);
  row.at = [...new Set([item.cell.address, ...own])].map((address) => ({
    sheet: reading.sheet.name,
    address,
  }));
  return row;
}

/** 1-1 that the program took for the first of January. */
function serialOf(text: string): string {
  const date = /^\d{4}-(\d{2})-(\d{2})$/.exec(text);
  return date ? `${Number(date[1])}-${Number(date[2])}` : text;
}

const MARK = /^(?:√|✓|✔|☑|●|■|◆|v|1|是|y|yes|对)$/i;

/** A mark under 已解决 or under 未解决; undefined: neither column is there, or both are blank. */
function tickedState(
  reading: Reading,
  closed: readonly Said[],
  open: readonly Said[],
  extras: Extra[],
): Pick<ItemRow, 'state' | 'stateText'> | undefined {
  const marked = (cells: readonly Said[]) => cells.find(({ text }) => MARK.test(text.trim()));
  const said = [...closed, ...open].filter(({ text }) => !MARK.test(text.trim()));
  extras.push(...extrasOf(reading, said));
  const [yes, no] = [marked(closed), marked(open)];
  if (yes && no) {
    markUnread(reading, no.cell, 'two-meanings', 'open');
    return { state: 'open', stateText: '' };
  }
  if (yes) return { state: 'closed', stateText: yes.column.header.split('/').at(-1) ?? '' };
  return no ? { state: 'open', stateText: no.column.header.split('/').at(-1) ?? '' } : undefined;
}

/** 已销号（7月28日）: the day of the end stands in brackets. */
function closedIn(reading: Reading, stateText: string): LedgerDay {
  const inner = /[（(]([^（()）]*\d[^（()）]*)[)）]\s*$/.exec(stateText)?.[1];
  if (inner === undefined) return NO_DAY;
  const { day } = readLedgerDay(inner, inner, { ...reading.days, past: true });
  return day.kind === 'day' ? day : NO_DAY;
}

const CLOSED_ON = /^(?:已|于)?20\d{2}[年./-]\d{1,2}[月./-]\d{1,2}日?(?:已)?(?:销号|办结|完成)$/;

/** Closed only where a column we are sure of says so. */
function stateOf(
  reading: Reading,
  cells: readonly Said[],
  closedOn: LedgerDay,
  closedCells: readonly Said[],
  extras: Extra[],
): Pick<ItemRow, 'state' | 'stateText'> {
  const [cell, ...others] = cells;
  for (const other of others) if (other.text !== cell?.text) extras.push(...extrasOf(reading, [other]));
  const read = cell && readState(cell.text);
  const stateText = cell?.text ?? '';
  // 完成40% and what is not understood say more than the state does.
  if (cell && (read === undefined || /\d%/.test(stateText))) extras.push(...extrasOf(reading, [cell]));
  const [closedCell] = closedCells;
  const day =
    closedOn.kind === 'day' && closedOn.day <= reading.days.today && closedCell?.column.sure === true;
  if (cell && read === undefined) {
    // 销号时间 written where 是否销号 is asked: it says when, and so that it is.
    if (cell.column.sure && CLOSED_ON.test(stateText.trim())) return { state: 'closed', stateText };
    markUnread(reading, cell.cell, 'state', 'open');
    return { state: 'unknown', stateText };
  }
  if (read === 'open' && closedOn.kind === 'day' && closedCell) {
    markUnread(reading, closedCell.cell, 'two-meanings', 'open');
    return { state: 'open', stateText };
  }
  if (read === 'open' || read === 'closed')
    return { state: read === 'closed' && !cell?.column.sure ? 'unknown' : read, stateText };
  return { state: day ? 'closed' : 'unknown', stateText };
}
