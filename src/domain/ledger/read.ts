/**
 * Reads a ledger (台账): from the cells of a spreadsheet to rows with types. Pure. Every cell of a table that holds
 * anything goes into a row, or is named: skipped with its line, ignored on purpose, or unread. Nothing is lost in
 * silence, and nothing is guessed: what could be two things is unread.
 */
import { readColumns, shapeOf, type TableShape } from './columns.ts';
import { unplacedColumn } from './columns-by-cells.ts';
import { type FoundTable, findTables, isOwn } from './find-tables.ts';
import { fold } from './fold.ts';
import { bareProjects, type Heading, projectOfSheet, readHeading, stateNamed } from './headings.ts';
import { groupByItem, readItems } from './items.ts';
import { layoutOf } from './layout.ts';
import { classify, type LineKind } from './lines.ts';
import { nameLooks } from './looks.ts';
import { marksOf } from './marks.ts';
import type {
  LedgerColumn,
  LedgerField,
  LedgerOptions,
  LedgerReading,
  LedgerTable,
  Skipped,
} from './model.ts';
import { namesOf } from './names.ts';
import { columnsByPosition } from './positions.ts';
import { groupByProject, readProject } from './projects.ts';
import { readHoliday, readPeople, readUnit } from './register.ts';
import type { LedgerLine, LedgerSheet } from './sheet.ts';
import { isSideways } from './sideways.ts';
import { dashIsNotNeeded, spelledOut, unitOfSheet } from './spelled-out.ts';
import { ignore, markUnread, type Reading } from './table.ts';
import { moneyUnitIn, readTitle } from './title.ts';

/** Lines of data an import takes at once. */
const LEDGER_ROWS = 2000;

/** All tables of all sheets that are asked for; what is left out is told in `left`. */
export function readLedger(sheets: readonly LedgerSheet[], options: LedgerOptions): LedgerReading {
  const tables: LedgerTable[] = [];
  const alike = sheetsAlike(sheets);
  const left: LedgerReading['left'] = [];
  for (const sheet of sheets) {
    const cells = sheet.rows.reduce((sum, line) => sum + line.cells.filter(isOwn).length, 0);
    const wanted = options.sheets
      ? options.sheets.includes(sheet.name)
      : !sheet.hidden || options.includeHidden;
    const sideways = wanted && cells > 0 && isSideways(sheet);
    const read = wanted && cells > 0 && !sideways ? readSheet(sheet, options, alike.get(sheet) ?? []) : [];
    tables.push(...read);
    const why = cells === 0 ? 'empty' : !wanted ? 'hidden' : sideways ? 'sideways' : 'no-table';
    if (read.length === 0) left.push({ sheet: sheet.name, why, cells });
  }
  if (!options.sheets) leaveInstructions(tables, left);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const { fileName } = options;
  return { fileName, tables, rows, tooLong: rows > LEDGER_ROWS, left, names: namesOf(tables) };
}

const INSTRUCTIONS =
  /^(?:填[表报写]|使用|操作|录入|导入)?(?:说明|须知|指南|口径)|(?<!情况|问题|事项|进展|项目)(?:说明|须知|指南|口径)(?:表|页)?$|字典|下拉|选项(?!目)|枚举|代码表|(?:示例|样例|样表|范例)(?:表|页)?$|^(?:示例|样例|样表|范例)/;

/** How to fill in, and an example: left where another sheet has rows. */
function leaveInstructions(tables: LedgerTable[], left: LedgerReading['left']): void {
  const kept = tables.filter(({ sheet }) => !INSTRUCTIONS.test(sheet));
  if (kept.length === 0) return;
  for (const sheet of new Set(tables.map((table) => table.sheet)))
    if (INSTRUCTIONS.test(sheet)) {
      const cells = tables.filter((table) => table.sheet === sheet).reduce((sum, { rows }) => sum + rows, 0);
      left.push({ sheet, why: 'instructions', cells });
    }
  for (const one of left)
    if (one.why === 'no-table' && INSTRUCTIONS.test(one.sheet)) one.why = 'instructions';
  tables.splice(0, tables.length, ...kept);
}

/** Of each sheet the names of all that have the same header, its own among them. */
function sheetsAlike(sheets: readonly LedgerSheet[]): Map<LedgerSheet, string[]> {
  const headerOf = ({ rows }: LedgerSheet, [table]: readonly FoundTable[]) =>
    (table?.headers ?? [])
      .flatMap((at) => rows[at]?.cells.map(({ text }) => fold(text)) ?? [])
      .filter((text) => text !== '')
      .join('|');
  const headers = sheets.map((sheet) => ({ sheet, header: headerOf(sheet, findTables(sheet)) }));
  const groups = Map.groupBy(headers, ({ header }) => header);
  return new Map(
    headers.map(({ sheet, header }) => [
      sheet,
      header === '' ? [] : (groups.get(header) ?? []).map((one) => one.sheet.name),
    ]),
  );
}

function readSheet(sheet: LedgerSheet, options: LedgerOptions, alike: readonly string[]): LedgerTable[] {
  const overrides = (options.overrides ?? []).filter((one) => one.sheet === sheet.name);
  const itemKind = options.itemKind?.find((one) => one.sheet === sheet.name)?.kind;
  const sheetUnit = unitOfSheet(sheet, options);
  const found = findTables(sheet).map((table) => ({
    table,
    shape: readColumns(sheet, table, {
      overrides,
      itemKind,
      answered: sheetUnit !== undefined,
      over: isOver(sheet, table),
    }),
  }));
  const known = found.filter(({ shape }) => shape.kinds.length > 0);
  if (known.length === 0) {
    const byPlace = columnsByPosition(sheet, options.today);
    if (byPlace) {
      for (const { letter, field } of overrides) {
        const column = byPlace.columns.find((one) => one.letter === letter);
        if (column) Object.assign(column, { field, sure: true });
      }
      known.push({ table: byPlace.table, shape: shapeOf(byPlace.columns, itemKind) });
    }
  }
  const made = known.map(({ table, shape }, nth) =>
    readTable(sheet, table, shape, options, { no: nth + 1, unit: sheetUnit, alike }),
  );
  // A table of a kind nobody knows beside known ones: its cells are named with the first.
  const [first] = made;
  for (const { table } of found.filter((one) => !known.includes(one)))
    for (const at of first ? [...table.titles, ...table.headers, ...table.data] : [])
      for (const cell of sheet.rows[at]?.cells.slice(table.titleFrom, table.titleUntil + 1).filter(isOwn) ??
        [])
        first?.unread.push({
          at: { sheet: sheet.name, address: cell.address },
          text: cell.text,
          why: 'outside',
          takenAs: 'left-out',
        });
  return made;
}

/** 已办结事项, as a title or as the name of the sheet. */
function isOver(sheet: LedgerSheet, table: FoundTable): boolean {
  const titles = table.titles.map((at) => rowText(sheet.rows[at], table));
  return [...titles, sheet.name].map(stateNamed).find((state) => state !== undefined) === 'closed';
}

function readTable(
  written: LedgerSheet,
  table: FoundTable,
  shape: TableShape,
  options: LedgerOptions,
  { no, unit, alike }: { no: number; unit: string | undefined; alike: readonly string[] },
): LedgerTable {
  const titles = table.titles.map((at) => rowText(written.rows[at], table)).filter((text) => text !== '');
  const named = shape.columns.some(({ field, scope }) => field === 'unit' && scope !== 'project');
  const title = {
    ...(unit !== undefined && !named && { unit }),
    ...readTitle(titles, options.known?.projects),
  };
  const projectNamed = shape.columns.some(({ field }) => field === 'project');
  const own = projectNamed ? undefined : (title.project ?? projectOfSheet(written, alike, options));
  const { sheet, errors } = spelledOut(written, table, shape.columns);
  const out: LedgerTable = {
    sheet: sheet.name,
    no,
    kinds: shape.kinds,
    rows: 0,
    title,
    headerRows: table.headers.map((at) => sheet.rows[at]?.no ?? 0),
    columns: shape.columns.map(shown),
    problems: [],
    projects: [],
    units: [],
    people: [],
    links: [],
    investments: [],
    tasks: [],
    holidays: [],
    skipped: [],
    unread: [],
    ignored: [],
    coloured: [],
    struck: [],
    daysInText: [],
    monthColumns: [],
    splittable: [],
    layout: layoutOf(sheet, table, shape.columns),
  };
  const { today, monthOnly, isWorkingDay } = options;
  const reading: Reading = {
    sheet,
    shape,
    options,
    days: { today, ...title, date1904: sheet.date1904, monthOnly, isWorkingDay },
    moneyUnit: moneyUnitIn(titles),
    section: '',
    sectionProject: '',
    sectionUnit: '',
    sectionState: undefined,
    sheetProject: own ?? '',
    sheetState: titles.map(stateNamed).find((state) => state !== undefined) ?? stateNamed(written.name),
    marks: marksOf(written, table, shape.columns),
    dashIsNotNeeded: dashIsNotNeeded(written),
    out,
    used: new Set(),
    read: [],
  };
  for (const at of table.titles) skip(reading, sheet.rows[at], 'title', table);
  for (const { cell, computed } of errors) {
    if (computed) ignore(reading, cell, 'nothing');
    else markUnread(reading, cell, 'outside', 'left-out');
    reading.used.add(cell.address);
  }
  readLines(reading, table);
  for (const at of table.data)
    for (const cell of sheet.rows[at]?.cells.slice(table.from, table.until + 1) ?? [])
      if (isOwn(cell) && !reading.used.has(cell.address)) markUnread(reading, cell, 'outside', 'left-out');
  finish(reading);
  const items = shape.kinds.some((kind) => kind === 'problems' || kind === 'tasks');
  const unplaced = items ? undefined : unplacedColumn(shape.columns, reading.read);
  if (unplaced && shape.kinds.includes('projects')) out.unplaced = unplaced;
  nameLooks(written, table, out);
  return out;
}

/** Lines between two that are no data belong to one section; groups never reach over it. */
/** A heading that still holds, and what it says. */
interface HeadingAbove {
  level: number;
  project: Heading['project'] | undefined;
  unit: Heading['unit'] | undefined;
  state: Heading['state'] | undefined;
}

function readLines(reading: Reading, table: FoundTable): void {
  const { rows } = reading.sheet;
  let run: LedgerLine[] = [];
  let last: LineKind | undefined;
  let above: HeadingAbove[] = [];
  const flush = () => {
    readRun(reading, run);
    run = [];
  };
  const projects = projectsNamed(reading, table);
  const headings = table.data.flatMap((at) => {
    const kind = classify(reading, table, at, undefined);
    return kind.kind === 'section' ? [kind.text] : [];
  });
  const ofHeadings = bareProjects(headings, reading.options);
  const grouped = reading.shape.columns.some(({ field }) => field === 'module');
  for (const at of table.data) {
    const line = rows[at];
    if (!line) continue;
    last = classify(reading, table, at, last);
    if (last.kind === 'data') run.push(line);
    else if (last.kind === 'section') {
      flush();
      skip(reading, line, 'title', table);
      const named = ofHeadings.get(last.text);
      const onlyNamed = named !== undefined && last.text.replace(SECTION_NO, '') === named;
      reading.section = grouped || onlyNamed ? '' : last.text.replace(/\s*\n\s*/g, ' ');
      const { unit, state } = readHeading(last.text, reading.options);
      const ofColumn = projects.get(fold(last.text.replace(SECTION_NO, '')));
      const level = levelOf(last.text);
      above = above.filter((one) => one.level < level);
      above.push({ level, project: ofColumn ?? named, unit, state });
      reading.sectionProject = above.findLast(({ project }) => project !== undefined)?.project ?? '';
      reading.sectionUnit = above.findLast((one) => one.unit !== undefined)?.unit ?? '';
      reading.sectionState = above.findLast((one) => one.state !== undefined)?.state;
    } else if (last.kind === 'form') {
      flush();
      skip(reading, line, 'title', table);
      const { project } = readTitle([rowText(line, table)], reading.options.known?.projects);
      above = [];
      if (project !== undefined) reading.sheetProject = project;
      Object.assign(reading, { section: '', sectionProject: '', sectionUnit: '', sectionState: undefined });
    } else if (last.kind === 'skip') skip(reading, line, last.why, table);
  }
  flush();
}

/** （一） stands below 一、, and 1. below both: a heading takes back only what those of its own level said. */
function levelOf(text: string): number {
  const numbers = [
    /^\s*[一二三四五六七八九十]{1,3}[、.．:：\s]/,
    /^\s*[（(][一二三四五六七八九十]/,
    /^\s*\d/,
    /^\s*[（(]\d/,
  ];
  const found = numbers.findIndex((number) => number.test(text));
  return found < 0 ? 0 : found;
}

const SECTION_NO =
  /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]\s*[、.．:：]?|[一二三四五六七八九十\d]{1,3}(?:[、.．:：)）]|\s+))\s*/;

/** Names of the column of projects: a heading that says one of them is of that project. */
function projectsNamed({ sheet, shape }: Reading, table: FoundTable): Map<string, string> {
  const column = shape.columns.find(({ field }) => field === 'project');
  const texts = column
    ? table.data.flatMap((at) => {
        const cell = sheet.rows[at]?.cells[column.index];
        return cell && isOwn(cell) ? [cell.text] : [];
      })
    : [];
  return new Map(texts.map((text) => [fold(text), text]));
}

function readRun(reading: Reading, lines: readonly LedgerLine[]): void {
  const { kinds } = reading.shape;
  const { out } = reading;
  out.rows += lines.length;
  reading.read.push(...lines);
  if (kinds.includes('projects'))
    for (const group of groupByProject(reading, lines)) readProject(reading, group);
  if (kinds.includes('problems') || kinds.includes('tasks')) {
    for (const group of groupByItem(reading, lines)) {
      for (const row of readItems(reading, group)) {
        if (kinds.includes('tasks')) out.tasks.push({ ...row, kind: 'task', batch: batchOf(reading, group) });
        else out.problems.push({ ...row, kind: 'problem' });
      }
    }
  }
  for (const line of lines) {
    if (kinds.includes('units')) readUnit(reading, line);
    if (kinds.includes('people')) readPeople(reading, line);
    if (kinds.includes('holidays')) readHoliday(reading, line);
  }
}

function batchOf(reading: Reading, [line]: readonly LedgerLine[]): string {
  const column = reading.shape.columns.find(({ field }) => field === 'batch');
  const cell = column && line?.cells[column.index];
  if (cell) reading.used.add(cell.address);
  return cell?.text ?? '';
}

const ownCells = (line: LedgerLine | undefined, table: FoundTable) =>
  line?.cells.slice(table.titleFrom, table.titleUntil + 1).filter(isOwn) ?? [];

function rowText(line: LedgerLine | undefined, table: FoundTable): string {
  return ownCells(line, table)
    .map(({ text }) => text)
    .join('  ');
}

function skip(reading: Reading, line: LedgerLine | undefined, why: Skipped['why'], table: FoundTable): void {
  const own = ownCells(line, table);
  const [first] = own;
  if (!line || !first) return;
  for (const cell of own) reading.used.add(cell.address);
  reading.out.skipped.push({
    at: { sheet: reading.sheet.name, address: first.address },
    why,
    text: rowText(line, table),
  });
}

const shown = ({ letter, header, field, unitOfMeasure, year, sure, hidden }: LedgerColumn): LedgerColumn => ({
  letter,
  header,
  field,
  sure,
  hidden,
  ...(unitOfMeasure !== undefined && { unitOfMeasure }),
  ...(year !== undefined && { year }),
});

const DAY_FIELDS: readonly LedgerField[] = ['deadline', 'secondDeadline'];

function finish({ out }: Reading): void {
  const key = ({ at, why }: LedgerTable['ignored'][number]) => `${at.address} ${why}`;
  out.ignored = [...new Map(out.ignored.map((one) => [key(one), one])).values()];
  const items = [...out.problems, ...out.tasks];
  out.monthColumns = out.columns
    .filter(({ field }) => DAY_FIELDS.includes(field))
    .filter(({ field }) =>
      items.some((row) => row[field === 'deadline' ? 'deadline' : 'secondDeadline'].kind === 'month'),
    )
    .map(({ letter }) => letter);
}
