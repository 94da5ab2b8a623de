/** Lines between the data that are none: totals, signatures, notes, sections, the header again. Pure. */
import { type FoundTable, findTables, isFormRow, isOwn, repeats, rowOf } from './find-tables.ts';
import { fold } from './fold.ts';
import type { Skipped } from './model.ts';
import type { LedgerCell, LedgerLine } from './sheet.ts';
import type { Reading } from './table.ts';

export { type FoundTable, findTables };

const TOTAL =
  /^(?:合|小|总|共|累)计(?:[((].*[))])?[::]?(?:\d+.{0,4})?$|^\p{Script=Han}{0,6}(?:合计|小计|总计)(?:[::共]*\d+.{0,4})?$/u;
const SIGNATURE =
  /^(?:填表人?|填报人?|填报单位|填报时间|填报日期|审核人?|审批人?|复核人?|制表人?|制表单位|经办人|签发人?|分管领导|主要领导|单位负责人|负责人|联系人|联系电话|盖章|单位\(盖章\)|日期|时间|年月日)(?:\(?(?:签字|签名|盖章|签章)\)?)?[::]/;
const NOTE =
  /^(?:注|备注|说明|填表说明|填报说明|注意|附注|※|★|\*)(?:\d+)?[::.、\s]|^注\d|^(?:图例|颜色说明|标识说明|填色说明)/;
/** Only a legend or a note stands in a cell of its own before what it says. */
const NOTE_LABEL = /^(?:注|备注|图例|颜色说明|标识说明|填色说明|说明|填表说明|填报说明)[::]?$/;
const SECTION =
  /^(?:[一二三四五六七八九十]{1,3}|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]+[部类批])[、.]?$/;
const SECTION_TITLE =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]+[部类批章])\S/;

export type LineKind =
  | { kind: 'data' }
  | { kind: 'empty' }
  | { kind: 'skip'; why: Skipped['why'] }
  /** The rows below belong to this group. */
  | { kind: 'section'; text: string }
  /** Fields with what was filled in, above the header said again: of the rows below. */
  | { kind: 'form' };

/** @param last what the line before was: notes run on over several lines */
export function classify(
  reading: Reading,
  table: FoundTable,
  at: number,
  last: LineKind | undefined,
): LineKind {
  const line = reading.sheet.rows[at];
  const cells = line?.cells.slice(table.from, table.until + 1) ?? [];
  const own = cells.filter(isOwn);
  if (!line || own.length === 0) return { kind: 'empty' };
  if (line.hidden && !reading.options.includeHidden) return { kind: 'skip', why: 'hidden' };
  if (repeats(reading.sheet.rows, table.headers, at)) return { kind: 'skip', why: 'repeated-header' };
  const texts = own.map(({ text }) => fold(text));
  const [first = ''] = texts;
  if (own.length === 1 && COUNTED.test(first)) return { kind: 'skip', why: 'total' };
  if (isTotal(reading, cells, own, texts)) return { kind: 'skip', why: 'total' };
  if (texts.some((text) => SIGNATURE.test(text)) && isSigned(texts))
    return { kind: 'skip', why: 'signature' };
  if (
    (NOTE.test(first) || NOTE_LABEL.test(first)) &&
    (own.length <= 2 || /^(?:图例|颜色|标识|填色)/.test(first))
  )
    return { kind: 'skip', why: 'note' };
  if (isFormAgain(reading, table, at)) return { kind: 'form' };
  if (isSample(reading, line, own)) return { kind: 'skip', why: 'sample' };
  const wide = own.length === 1 && own[0] && widthOf(line, own[0]) >= Math.max(2, cells.length * 0.5);
  const noteGoesOn = last?.kind === 'skip' && last.why === 'note';
  if (noteGoesOn && own.length === 1 && (wide || cells[0] === own[0])) return { kind: 'skip', why: 'note' };
  if (wide) return { kind: 'section', text: own[0]?.text ?? '' };
  const section = sectionOf(reading, own, texts);
  if (section !== undefined) return { kind: 'section', text: section };
  const summed = sumsOfSection(reading, own, texts);
  if (summed !== undefined) return { kind: 'section', text: summed };
  const serial = reading.shape.columns
    .filter(({ field }) => field === 'serial')
    .map(({ index }) => line.cells[index]);
  if (own.every((cell) => serial.includes(cell))) return { kind: 'skip', why: 'blank' };
  return { kind: 'data' };
}

/** 企业名称 | 乙公司 | 项目名称 | 乙项目 above the header said again: the next form of the sheet. */
function isFormAgain({ sheet: { rows } }: Reading, table: FoundTable, at: number): boolean {
  const line = rows[at];
  if (!line || !isFormRow(line)) return false;
  let next = at + 1;
  for (let below = rows[next]; below && (isFormRow(below) || !below.cells.some(isOwn)); below = rows[next])
    next++;
  return rows[next] !== undefined && repeats(rows, table.headers, next);
}

/** 合计 stands first, or where serial number, project or group would. */
function isTotal(
  reading: Reading,
  cells: readonly LedgerCell[],
  own: readonly LedgerCell[],
  texts: readonly string[],
): boolean {
  const where = reading.shape.columns.filter(({ field }) =>
    ['serial', 'project', 'module', 'unit', 'area'].includes(field),
  );
  const named = own.some(
    (cell, nth) =>
      TOTAL.test(texts[nth] ?? '') &&
      (nth === 0 ||
        where.some(({ index }) => reading.sheet.rows[rowIndex(reading, cell)]?.cells[index] === cell)),
  );
  if (!named) return false;
  // A sentence beside it: it is an item that happens to begin so.
  const item = reading.shape.columns.find(({ field }) => field === 'item');
  const text = item
    ? own.find(
        (cell) => cell === cells.find((one) => one.address === cell.address) && cellIn(item.letter, cell),
      )
    : undefined;
  return text === undefined || SUM.test(fold(text.text)) || TOTAL.test(fold(text.text));
}

/** 统计：共12个, alone in its row. */
const COUNTED = /^(?:统计|共计|合计|总计|小计|共)[::]?共?\d+[个项件条]\p{Script=Han}{0,4}$/u;
/** 10件, 6个卡点. */
const SUM = /^[共计]*[\d.,%]*(?:[个项件条处](?:\p{Script=Han}{1,4})?)?$/u;

const cellIn = (letter: string, cell: LedgerCell) => cell.address.replace(/\d+$/, '') === letter;

function rowIndex(reading: Reading, cell: LedgerCell): number {
  const no = rowOf(cell.address);
  return reading.sheet.rows[no - 1]?.no === no
    ? no - 1
    : reading.sheet.rows.findIndex((line) => line.no === no);
}

/** Labels with what was filled in beside them, and nothing longer. */
function isSigned(texts: readonly string[]): boolean {
  return SIGNATURE.test(texts[0] ?? '') && texts.every((text) => SIGNATURE.test(text) || text.length <= 12);
}

function widthOf(line: LedgerLine, cell: LedgerCell): number {
  return 1 + line.cells.filter(({ mergedFrom }) => mergedFrom === cell.address).length;
}

/** Where a number would stand: 兴发项目. */
const isWords = (text: string) => SECTION_TITLE.test(fold(text)) || /\p{Script=Han}{3,}/u.test(text);

/** 一 | 征地拆迁类, 一、征地拆迁类 alone: the heading of what follows. */
function sectionOf(
  reading: Reading,
  own: readonly LedgerCell[],
  texts: readonly string[],
): string | undefined {
  const [first, second, third] = own;
  if (!first || third) return undefined;
  const serial = reading.shape.columns.find(({ field }) => field === 'serial');
  if (!second) return serial && cellIn(serial.letter, first) && isWords(first.text) ? first.text : undefined;
  if (!SECTION.test(texts[0] ?? '') || !serial || !cellIn(serial.letter, first)) return undefined;
  return /[。;；]/.test(second.text) || second.text.length > 20 ? undefined : second.text;
}

/** 一、工业项目 with the sums of what follows, and nothing else beside it. */
function sumsOfSection(
  reading: Reading,
  own: readonly LedgerCell[],
  texts: readonly string[],
): string | undefined {
  const [first, second] = own;
  const numbered = SECTION.test(texts[0] ?? '') && second !== undefined;
  const heading = numbered ? second : first;
  const sums = own.slice(numbered ? 2 : 1);
  if (!heading || sums.length === 0 || !(numbered || SECTION_TITLE.test(texts[0] ?? ''))) return undefined;
  const named = reading.shape.columns.find(({ field }) => field === 'project');
  const stands = named && (cellIn(named.letter, heading) || first === heading);
  const sum = /^-?[\d.,]+%?(?:个|项|件|万元|亿元)?$/;
  return stands && sums.every(({ text }) => sum.test(fold(text))) ? heading.text : undefined;
}

const SAMPLE = /^[（(]?(?:例如?|示例|样例|举例|范例|填写示例)\d*[)）]?[::]?$/;

/** 例 where the number would stand. */
function isSample(reading: Reading, line: LedgerLine, own: readonly LedgerCell[]): boolean {
  const serial = reading.shape.columns.find(({ field }) => field === 'serial');
  const cell = serial ? line.cells[serial.index] : own[0];
  return own.length > 1 && cell !== undefined && SAMPLE.test(fold(cell.text));
}
