/** Problems and tasks of a table: one a row, several a cell, one over several rows. Pure. */
import type { Day } from '../time.ts';
import { titleOf } from '../title.ts';
import { type AskedInText, askedInText } from './asked-in-text.ts';
import { isPercent } from './columns.ts';
import { isFromAbove, isOwn } from './find-tables.ts';
import { isNothing } from './fold.ts';
import { readItemState } from './item-state.ts';
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
  const [said] = [
    ...saidIn(reading, lines.slice(0, 1), columnsOf(reading, 'item', 'item'), true),
    ...levelsOf(reading, lines),
  ].filter(({ text }, at, all) => !isNothing(text) || at === all.length - 1);
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

/** Where the deepest level is blank: the deepest above it that stands in the row itself. */
function levelsOf(reading: Reading, lines: readonly LedgerLine[]): Said[] {
  const columns = reading.shape.columns.filter(({ level }) => level);
  return columns.toReversed().flatMap((column) => {
    const cell = lines[0]?.cells[column.index];
    return cell && isOwn(cell) && !isNothing(cell.text) ? [{ column, cell, text: cell.text }] : [];
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
  // 调整后时限 left blank: what was due at first still is.
  const original = (field: LedgerField): Said[] => {
    const columns = reading.shape.columns.filter((column) => column.original && column.scope !== 'project');
    const found = field === 'deadline' ? saidIn(reading, lines, columns) : [];
    said.push(...found);
    return found.map((one) => ({ ...one, text: partOf(one.text, part) }));
  };
  const day = (field: LedgerField): LedgerDay => {
    const own = read(field === 'raisedOn', field);
    const atFirst = original(field);
    const [first, ...others] =
      atFirst.length > 0 ? [...own.filter(({ text: cell }) => !isNothing(cell)), ...atFirst] : own;
    for (const other of others) if (other.text !== first?.text) extras.push(...extrasOf(reading, [other]));
    // 整改中 where the day of the end is asked: there is none yet.
    if (first && field === 'closedOn' && readState(first.text) === 'open') {
      extras.push(...extrasOf(reading, [first]));
      return NO_DAY;
    }
    if (!first) return NO_DAY;
    const found = dayOfCell(reading, first, raisedOn, over ? endDay : undefined);
    if (!over && (field === 'deadline' || field === 'secondDeadline')) askYear(reading, first, found);
    return found;
  };
  let raisedOn: LedgerDay | undefined;
  let over = false;
  let endDay: Day | undefined;
  nameMerged(reading, lines);
  raisedOn = day('raisedOn');
  const one = (field: LedgerField): string => {
    const [first, ...others] = read(true, field).filter(
      ({ text: cell }, at, all) => all.findIndex((other) => other.text === cell) === at,
    );
    extras.push(...extrasOf(reading, others));
    return first ? textOf(reading, [first]) : '';
  };
  const names = namesOfRow(reading, lines, 'item', ({ text: cell }) => partOf(cell, part));
  if (reading.shape.kinds.includes('projects')) {
    const { lead, co, leader } = namesOfRow(reading, lines, 'project').units;
    if (names.units.lead === undefined) {
      if (lead !== undefined) names.units.lead = lead;
      names.units.co.push(...co.filter((name) => !names.units.co.includes(name)));
    }
    if (names.units.leader === undefined && leader !== undefined) names.units.leader = leader;
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
  const {
    state,
    stateText,
    day: endedOn,
  } = readItemState(
    reading,
    {
      state: read(false, 'state'),
      closedTick: read(false, 'closedTick'),
      openTick: read(false, 'openTick'),
      closedOn: read(false, 'closedOn'),
      progress: [...read(false, 'progress'), ...shareDone(reading, lines)],
      item: [item],
    },
    closedOn,
    extras,
  );
  over = state === 'closed';
  const ended = closedOn.kind === 'none' && over ? (endedOn ?? NO_DAY) : closedOn;
  endDay = ended.kind === 'day' ? ended.day : (reading.days.asOf ?? reading.days.today);
  const asked = over
    ? {}
    : askedInText(whole, { ...reading.days, ...saidDay(raisedOn) }, reading.options.known);
  if (names.units.lead === undefined && columnsOf(reading, 'item', 'unit').length === 0 && asked.unit) {
    names.units.lead = asked.unit;
    names.units.co.push(...(asked.co ?? []));
  }
  const others = reading.shape.columns.filter(
    ({ field, scope, original: dueAtFirst }) =>
      !OWN.has(field) && !field.startsWith('link:') && scope !== 'project' && !dueAtFirst,
  );
  const rest = saidIn(reading, lines, others);
  const row: ItemRow = {
    at: [],
    ...(part && { part: part.n, of: part.of }),
    serial: serialOf(one('serial')),
    project: projectOf(reading, one('project')),
    title: titleOf(body),
    text: whole,
    module: text(true, 'module').replaceAll('\n', ' / ') || reading.section,
    units: names.units,
    deadline: deadlineOf(reading, item, day('deadline'), asked),
    secondDeadline: day('secondDeadline'),
    measure: text(false, 'measure'),
    progress: text(false, 'progress'),
    state,
    stateText,
    closedOn: ended,
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

const saidDay = (day: LedgerDay | undefined) => (day?.kind === 'day' ? { raisedOn: day.day } : {});

/** Where no column asks for it, what the words of the item say. */
function deadlineOf(reading: Reading, item: Said, own: LedgerDay, { deadline }: AskedInText): LedgerDay {
  if (!deadline || columnsOf(reading, 'item', 'deadline', 'secondDeadline').length > 0) return own;
  reading.out.daysInText.push({ at: refOf(reading, item.cell), text: deadline.text, day: deadline.day });
  return deadline;
}

/** 本周进度% beside 本周进展: kept as it stands, and 100 says it is over. */
const shareDone = (reading: Reading, lines: readonly LedgerLine[]): Said[] =>
  saidIn(
    reading,
    lines,
    reading.shape.columns.filter(
      (column) =>
        column.field === 'unrecognised' &&
        isPercent(column) &&
        /进度|完成率|完成比例/.test(column.header) &&
        !/上周|上月|上期/.test(column.header),
    ),
  );

/** Days and states merged down over rows of several items count for the first: their cell is named. */
function nameMerged(reading: Reading, [line]: readonly LedgerLine[]): void {
  for (const { index } of columnsOf(reading, 'item', 'deadline', 'state', 'closedOn')) {
    const cell = line?.cells[index];
    if (!line || !cell || !isFromAbove(cell, line) || isNothing(cell.text)) continue;
    const corner = { ...cell, address: cell.mergedFrom ?? cell.address };
    delete corner.mergedFrom;
    markUnread(reading, corner, 'merged', 'first-row');
  }
}

/** Its own, that of the heading it stands under, of the title, of the sheet. */
function projectOf({ out, sectionProject, sheetProject }: Reading, own: string): string {
  const above = sectionProject || sheetProject;
  if (own === '' && above !== '') out.projectByHeading ??= above;
  return own || above;
}

/** 1-1 that the program took for the first of January. */
function serialOf(text: string): string {
  const date = /^\d{4}-(\d{2})-(\d{2})$/.exec(text);
  return date ? `${Number(date[1])}-${Number(date[2])}` : text;
}
