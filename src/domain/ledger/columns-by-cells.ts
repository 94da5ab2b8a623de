/** What the cells of a column say of it, where its header leaves it open. Pure. */
import { isOwn } from './find-tables.ts';
import { fold, isNothing } from './fold.ts';
import type { LedgerField } from './model.ts';
import type { LedgerLine } from './sheet.ts';
import { has, type TableColumn } from './table-column.ts';
import { readState } from './values.ts';

/** What stands in a column, line by line; hidden lines say nothing. */
const textsOf = ({ index }: TableColumn, lines: readonly LedgerLine[]): string[] =>
  lines
    .filter(({ hidden }) => !hidden)
    .flatMap((line) => {
      const cell = line.cells[index];
      return cell && isOwn(cell) ? [cell.text] : [];
    });

/** What the header leaves open the cells may say. */
export function settleByCells(columns: TableColumn[], lines: readonly LedgerLine[], over: boolean): void {
  const texts = (column: TableColumn) => textsOf(column, lines);
  matterBesideProjects(columns, texts);
  itemByCells(columns, texts);
  if (has(columns, 'item') && !STATE_FIELDS.some((field) => has(columns, field))) {
    const column = columns
      .filter(({ field, parts }) => field === 'progress' || RESULT.test(fold(parts.at(-1) ?? '')))
      .toReversed()
      .find((one) => saysStates(texts(one)));
    if (column) Object.assign(column, { field: 'state', sure: true });
  }
  // A header that is only alike is one of states when its cells say nothing else.
  for (const column of columns.filter(({ field, sure }) => field === 'state' && !sure))
    column.sure = saysStates(texts(column));
  // 解决时间 alone is when it is to be solved.
  const [closed, ...more] = columns.filter(({ field }) => field === 'closedOn');
  if (closed && !over && more.length === 0 && !has(columns, 'deadline') && has(columns, 'item'))
    if (!/实际|销号|验收|完结|闭环|已/.test(fold(closed.parts.at(-1) ?? '')))
      Object.assign(closed, { field: 'deadline', sure: false });
}

const WORK_FIELDS: readonly LedgerField[] = ['deadline', 'state', 'closedTick', 'closedOn'];
const MATTER_CHARS = 6;

/** Chinese characters a cell that says something. */
function meanWords(texts: readonly string[]): number {
  const said = texts.filter((text) => !isNothing(text));
  const chars = said.reduce((sum, text) => sum + (text.match(/\p{Script=Han}/gu)?.length ?? 0), 0);
  return said.length === 0 ? 0 : chars / said.length;
}

/** Of a table without items: the column of the longest texts, when nobody knows what it is. */
export function unplacedColumn(
  columns: readonly TableColumn[],
  lines: readonly LedgerLine[],
): { letter: string; header: string; rows: number } | undefined {
  const said = columns
    .filter(({ field }) => field !== 'ignored' && field !== 'scale')
    .map((column) => ({ column, texts: textsOf(column, lines).filter((text) => !isNothing(text)) }))
    .map((one) => ({ ...one, mean: meanWords(one.texts) }));
  const [longest] = said.toSorted((a, b) => b.mean - a.mean);
  if (longest?.column.field !== 'unrecognised' || longest.mean < MATTER_CHARS) return undefined;
  const { letter, header } = longest.column;
  return { letter, header, rows: longest.texts.length };
}

/** 项目 was taken for what is to be done, and longer words nobody knows stand beside it: those are, and it is not. */
function matterBesideProjects(columns: TableColumn[], texts: (column: TableColumn) => string[]): void {
  const item = columns.find(({ field }) => field === 'item');
  if (!item || fold(item.parts.at(-1) ?? '') !== '项目') return;
  const least = Math.max(MATTER_CHARS, meanWords(texts(item)) * 1.5);
  const unknown = columns.filter(({ field }) => field === 'unrecognised');
  const [longest] = unknown
    .map((column) => ({ column, mean: meanWords(texts(column)) }))
    .toSorted((a, b) => b.mean - a.mean);
  if (!longest || longest.mean < least) return;
  Object.assign(item, { field: 'project', sure: false });
  Object.assign(longest.column, { field: 'item', sure: false });
}

/** Somebody answers for something by some day, and no header says what: the longest texts nobody knows are it. */
function itemByCells(columns: TableColumn[], texts: (column: TableColumn) => string[]): void {
  const links = columns.some(({ field }) => field.startsWith('link:') || field.startsWith('invest'));
  const answers = (['unit', 'coUnit', 'person', 'source'] as const).some((field) => has(columns, field));
  const work = answers && WORK_FIELDS.some((field) => has(columns, field));
  if (!work || links || has(columns, 'item') || has(columns, 'unitName')) return;
  const lengths = columns
    .filter(({ field }) => field === 'unrecognised' || field === 'scale')
    .map((column) => {
      return { column, mean: meanWords(texts(column)) };
    });
  const [longest] = lengths.toSorted((a, b) => b.mean - a.mean);
  if (longest && longest.mean >= MATTER_CHARS) Object.assign(longest.column, { field: 'item', sure: false });
}

const STATE_FIELDS: readonly LedgerField[] = ['state', 'closedTick', 'openTick'];
const RESULT = /结果|情况|评价|结论|与否|成效$/;

/** Nearly every cell is 已办结, 正在推进, 完成60%, and both are said or it is said often. */
function saysStates(texts: readonly string[]): boolean {
  const said = texts.filter((text) => !isNothing(text));
  const known = said.map((text) => readState(text)).filter((one) => one === 'open' || one === 'closed');
  return said.length >= 3 && known.length >= said.length * 0.8 && known.includes('closed');
}
