/** The columns of a table: joined headers, one field each, and whom a column of a mixed table speaks of. Pure. */
import { settleByCells } from './columns-by-cells.ts';
import { TASK_HEADERS } from './dictionary.ts';
import { type FoundTable, isFromAbove, letterOf } from './find-tables.ts';
import { fold } from './fold.ts';
import { readHeader, tickOfLeaf } from './header.ts';
import type { LedgerColumn, LedgerField, LedgerKind } from './model.ts';
import type { LedgerSheet } from './sheet.ts';
import { has, type TableColumn } from './table-column.ts';

export type { TableColumn };

export interface TableShape {
  columns: TableColumn[];
  kinds: LedgerKind[];
}

type Override = { letter: string; field: LedgerField };

/** Several columns may say these; all others keep one, the rest is kept with its header. */
const MANY = new Set<LedgerField>([
  'module',
  'leader',
  'person',
  'personName',
  'duty',
  'ignored',
  'unrecognised',
  'readOnly',
  'closedTick',
  'openTick',
]);
const isMany = (field: LedgerField) => MANY.has(field) || field.startsWith('link:') || /^invest/.test(field);

const PROJECT_FIELDS = new Set<LedgerField>([
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
  'investTotal',
  'investPlan',
  'investActual',
  'investRate',
]);

interface Given {
  /** Chosen by somebody; they win over everything read here. */
  overrides: readonly Override[];
  itemKind: 'problems' | 'tasks' | undefined;
  /** Who answers for the rows is known without a column. */
  answered: boolean;
  /** The sheet or its title says that all of it is over (已办结事项). */
  over: boolean;
}

export function readColumns(
  sheet: LedgerSheet,
  table: FoundTable,
  { overrides, itemKind, answered, over }: Given,
): TableShape {
  const columns = joinHeaders(sheet, table);
  for (const column of columns) {
    const meaning = readHeader(column.parts);
    Object.assign(column, meaning);
  }
  settleLevels(columns);
  settle(columns, answered);
  settleByCells(
    columns,
    table.data.flatMap((at) => sheet.rows[at] ?? []),
    over,
  );
  setScopes(columns, kindsOf(columns, itemKind));
  for (const scope of ['item', 'project'] as const) {
    const own = columns.filter((column) => column.scope === scope || column.scope === 'both');
    for (const field of new Set(own.map((column) => column.field))) keepOne(own, field);
  }
  for (const { letter, field } of overrides) {
    const column = columns.find((one) => one.letter === letter);
    if (column) Object.assign(column, { field, sure: true });
  }
  return shapeOf(columns, itemKind);
}

/** What a table with these columns holds; used, too, for tables read by position. */
export function shapeOf(columns: TableColumn[], itemKind?: 'problems' | 'tasks'): TableShape {
  const kinds = kindsOf(columns, itemKind);
  setScopes(columns, kinds);
  return { columns, kinds };
}

function joinHeaders(sheet: LedgerSheet, table: FoundTable): TableColumn[] {
  const lines = table.headers.flatMap((at) => sheet.rows[at] ?? []);
  const columns: TableColumn[] = [];
  for (let index = table.from; index <= table.until; index++) {
    const letter = letterOf(sheet.rows[0]?.cells[index]?.address ?? '');
    const parts: string[] = [];
    lines.forEach((line, nth) => {
      const cell = line.cells[index];
      if (!cell || (isFromAbove(cell, line) && nth > 0)) return;
      const text = cell.text === '' ? groupToTheLeft(lines, nth, index, table.from) : cell.text;
      if (text !== '' && text !== parts.at(-1)) parts.push(text);
    });
    columns.push({
      letter,
      index,
      parts,
      header: parts.map((part) => part.replace(/\s*\n\s*/g, '').trim()).join('/'),
      field: 'unrecognised',
      sure: false,
      hidden: sheet.hiddenColumns.includes(letter),
      scope: 'both',
    });
  }
  return columns;
}

/** Without merged cells a group stands above its first header only; the blank cells right of it belong to it. */
function groupToTheLeft(lines: LedgerSheet['rows'], nth: number, index: number, from: number): string {
  const below = lines[nth + 1];
  if (!below || (below.cells[index]?.text ?? '') === '') return '';
  for (let at = index - 1; at >= from; at--) {
    const text = lines[nth]?.cells[at]?.text ?? '';
    if (text !== '') return (below.cells[at]?.text ?? '') === '' ? '' : text;
  }
  return '';
}

const groupOf = (column: TableColumn) => column.parts.slice(0, -1).join('/');

const HANDED_TO = /^(?:交办|转办|分办|派办)(?:单位|部门)$/;
const DETAIL = /^(?:具体|细化|分解)(?:的)?(?:任务|事项|工作|目标任务|工作任务)$/;
const LEVEL = /^([一二三四五])级(?:目标)?(?:任务|目标|工作|事项|标题|清单|举措|指标)(?:任务|事项|清单)?$/;

/** 一级任务, 二级任务, 三级任务: the deepest is what is to be done, those above it are the groups it stands in. */
function settleLevels(columns: TableColumn[]): void {
  const levels = columns.flatMap((column) => {
    const [, depth] = LEVEL.exec(fold(column.parts.at(-1) ?? '').replace(/\([^()]*\)$/, '')) ?? [];
    return depth === undefined ? [] : [{ column, depth: '一二三四五'.indexOf(depth) }];
  });
  const named = (column: TableColumn) => fold(column.parts.at(-1) ?? '');
  // 重点工作, 具体任务: the second is what is to be done of the first.
  const detail = columns.find((column) => DETAIL.test(named(column)));
  const wholes = columns.filter(
    (column) => detail && column.index < detail.index && TASK_HEADERS.has(named(column)),
  );
  if (levels.length === 0 && detail && wholes.length > 0) {
    Object.assign(detail, { field: 'item', sure: true });
    for (const column of wholes) Object.assign(column, { field: 'module', sure: true, level: true });
  }
  const known = columns.some(({ field, sure }) => field === 'item' && sure);
  const [deepest, ...above] = levels.toSorted((a, b) => b.depth - a.depth);
  if (known || !deepest || above.length === 0) return;
  Object.assign(deepest.column, { field: 'item', sure: true });
  for (const { column } of above) Object.assign(column, { field: 'module', sure: true, level: true });
}

function settle(columns: TableColumn[], answered: boolean): void {
  const named = (column: TableColumn) => fold(column.parts.at(-1) ?? '');
  // 项目内容 of a table of work is what is to be done.
  if (!has(columns, 'item')) {
    const text =
      columns.find((column) => named(column) === '项目内容') ??
      (isDue(columns) ? columns.find((column) => named(column) === '项目') : undefined) ??
      columns.find((column) => column.field === 'itemMore') ??
      (isWork(columns) ? columns.find((column) => column.field === 'scale') : undefined);
    if (text) text.field = 'item';
  }
  const item = has(columns, 'item');
  const ticks = columns.flatMap((column) => {
    const field = tickOfLeaf(column.parts.at(-1) ?? '');
    return field ? [{ column, field }] : [];
  });
  if (new Set(ticks.map(({ field }) => field)).size === 2)
    for (const { column, field } of ticks) Object.assign(column, { field, sure: true });
  for (const column of columns) {
    if (column.field === 'unitName' && (item || has(columns, 'project'))) column.field = 'unit';
    if (column.field === 'personName' && item) column.field = 'person';
    if ((column.field === 'head' || column.field === 'coordinator') && !has(columns, 'unitName'))
      column.field = column.field === 'head' ? 'leader' : 'person';
  }
  if (!has(columns, 'project')) {
    const enterprise = columns.find((column) => column.field === 'enterprise');
    if (enterprise && item) Object.assign(enterprise, { field: 'project', sure: false });
  }
  const handed = columns.some((column) => HANDED_TO.test(named(column)));
  if (item && !answered && !handed && !has(columns, 'unit')) {
    const supervisor = columns.find((column) => column.field === 'coUnit');
    if (supervisor) Object.assign(supervisor, { field: 'unit', sure: false });
  }
  if (
    !item &&
    !has(columns, 'project') &&
    !has(columns, 'unitName') &&
    has(columns, 'personName') === false
  ) {
    const unit = columns.find((column) => column.field === 'unit');
    if (unit && columns.some(({ field }) => field === 'unitShort' || field === 'head'))
      unit.field = 'unitName';
  }
  // 科室 beside the name of somebody is where that person works.
  if (!item && has(columns, 'unitName') && has(columns, 'personName'))
    for (const column of columns) if (column.field === 'unit') column.field = 'unrecognised';
  // 交办单位 is who has it handed over; where nobody else answers for a row, it is whom it was handed to.
  if (item && !answered && !has(columns, 'unit')) {
    const given = columns.find((column) => HANDED_TO.test(named(column)));
    if (given) Object.assign(given, { field: 'unit', sure: false });
  }
  leadAndOthers(columns);
}

/** Progress, state or a deadline is spoken of: the table is about work to be done. */
const isWork = (columns: readonly TableColumn[]) =>
  columns.filter(({ field }) => ['progress', 'state', 'deadline', 'measure'].includes(field)).length > 1 &&
  !has(columns, 'project');

/** 项目, 金额, 责任部门, 完成时限: the 项目 are what is to be done, not projects. */
const isDue = (columns: readonly TableColumn[]) =>
  has(columns, 'deadline') &&
  has(columns, 'unit') &&
  !columns.some(({ field }) => PROJECT_FIELDS.has(field) || field.startsWith('link:'));

/** 责任单位 beside 牵头单位 helps. */
function leadAndOthers(columns: TableColumn[]): void {
  const units = columns.filter(({ field }) => field === 'unit');
  const lead = units.find((column) => /^(?:整体)?(?:牵头|主办|主责)/.test(fold(column.parts.at(-1) ?? '')));
  if (!lead) return;
  for (const column of units) {
    const same = groupOf(column) === groupOf(lead);
    if (column !== lead && same && /^责任(?:单位|部门|科室)/.test(fold(column.parts.at(-1) ?? '')))
      column.field = 'coUnit';
  }
}

/** Of several columns of one field: closed is what is struck off, and progress what is called so. */
const BETTER: Partial<Record<LedgerField, RegExp>> = {
  state: /销号/,
  progress: /进展|进度|已采取|本周|本月|最新/,
  verifier: /验收|核验|复查|复核/,
  // 原定时限 beside 调整后时限: what was put off counts.
  deadline: /调整|延期后?|变更|延长|顺延|^现|新的?/,
};

/** 本周进度%: how much is done, in numbers. */
export const isPercent = ({ unitOfMeasure, header }: LedgerColumn): boolean =>
  unitOfMeasure === '%' || /%$/.test(fold(header));

/** The column that keeps a field several claim: sure, in the group of the item, right of it, leftmost. */
function keepOne(columns: TableColumn[], field: LedgerField): void {
  if (isMany(field)) return;
  const claims = columns.filter((column) => column.field === field);
  if (claims.length < 2) return;
  const item = columns.find((column) => column.field === 'item' && column.sure);
  const rank = (column: TableColumn) =>
    (column.sure ? 0 : 16) +
    (field === 'progress' && isPercent(column) ? 12 : 0) +
    (BETTER[field]?.test(fold(column.parts.at(-1) ?? '')) === false ? (field === 'deadline' ? 24 : 8) : 0) +
    (item && groupOf(item) !== '' && groupOf(column) === groupOf(item) ? 0 : 4) +
    (field !== 'item' && item && column.index > item.index ? 0 : 2);
  const [kept, ...others] = claims.toSorted((a, b) => rank(a) - rank(b) || a.index - b.index);
  const putOff = BETTER.deadline?.test(fold(kept?.parts.at(-1) ?? '')) === true;
  const original =
    field === 'deadline' && putOff
      ? (others.find((column) => /原|计划/.test(fold(column.parts.at(-1) ?? ''))) ?? others[0])
      : undefined;
  if (original) Object.assign(original, { field: 'unrecognised', sure: true, original: true });
  for (const column of others) {
    if (column === original) continue;
    if (field === 'deadline' && column.sure && !has(columns, 'secondDeadline'))
      column.field = 'secondDeadline';
    else if (field === 'item' && column.sure && !has(columns, 'itemMore')) column.field = 'itemMore';
    else if (
      field === 'unit' &&
      column.sure &&
      kept &&
      groupOf(column) !== '' &&
      groupOf(column) === groupOf(kept)
    )
      column.field = 'coUnit';
    else Object.assign(column, { field: 'unrecognised', sure: column.sure });
  }
}

function kindsOf(columns: readonly TableColumn[], itemKind?: 'problems' | 'tasks'): LedgerKind[] {
  const kinds: LedgerKind[] = [];
  const any = (...fields: LedgerField[]) => columns.some(({ field }) => fields.includes(field));
  if (any('holidayDay') && any('holidayName', 'holidayKind') && !any('item', 'project')) return ['holidays'];
  const item = columns.find(({ field }) => field === 'item');
  const links = columns.some(({ field }) => field.startsWith('link:')) || any('linkName');
  const facts = columns.filter(
    ({ field, sure }) => PROJECT_FIELDS.has(field) && (sure || /^invest/.test(field)),
  );
  const project = any('project');
  if (project && (links || facts.length > 1 || (!item && !any('unitName', 'personName'))))
    kinds.push('projects');
  if (project && links) kinds.push('links');
  if (project && any('investPlan', 'investActual')) kinds.push('investment');
  if (item) {
    const tasks = any('batch') || TASK_HEADERS.has(fold(item.parts.at(-1) ?? ''));
    kinds.push(itemKind ?? (tasks ? 'tasks' : 'problems'));
  }
  if (kinds.length > 0) return kinds;
  if (any('unitName') && !any('personName')) return ['units'];
  if (any('unitName') && any('unitShort', 'head', 'coordinator')) return ['units', 'people'];
  if (any('personName')) return ['people'];
  return [];
}

const ITEM_FIELDS = new Set<LedgerField>([
  'item',
  'itemMore',
  'deadline',
  'secondDeadline',
  'measure',
  'state',
  'closedTick',
  'openTick',
  'closedOn',
  'verifier',
  'source',
  'category',
  'raisedOn',
  'batch',
  'rhythm',
  'readOnly',
]);

/** Who takes care of a project, wherever it stands: 包保领导 right of the problems. */
const GUARANTEES =
  /(?:包保|包联|包抓|包挂|挂包|挂点|挂钩|联系|服务)\p{Script=Han}{0,4}(?:领导|单位|部门|干部|专员|责任人|秘书)$/u;

/** In a table of projects with their problems: who and when of the problem stand in its group, or right of it. */
function setScopes(columns: TableColumn[], kinds: readonly LedgerKind[]): void {
  const mixed = kinds.includes('projects') && (kinds.includes('problems') || kinds.includes('tasks'));
  const item = columns.find(({ field }) => field === 'item');
  for (const column of columns) {
    const { field } = column;
    if (!mixed || !item) {
      column.scope = kinds.includes('projects') ? 'project' : 'item';
      continue;
    }
    const group = groupOf(item);
    if (PROJECT_FIELDS.has(field) || field.startsWith('link:') || GUARANTEES.test(column.header))
      column.scope = 'project';
    else if (group !== '') {
      // 项目基本情况/建设性质 is of the project, though a problem may have a category.
      const elsewhere = field === 'category' && groupOf(column) !== '' && column.index < item.index;
      const further = field === 'progress' && column.index > item.index;
      const own = groupOf(column) === group || further || (ITEM_FIELDS.has(field) && !elsewhere);
      column.scope = own ? 'item' : 'project';
    } else column.scope = ITEM_FIELDS.has(field) || column.index > item.index ? 'item' : 'project';
    if (field === 'serial' || field === 'project' || field === 'module') column.scope = 'both';
  }
}
