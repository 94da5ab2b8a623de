/** What √, ○ and △ stand for in a column of states: a note of the sheet says it, or the marks beside them. Pure. */
import type { TableColumn } from './columns.ts';
import { type FoundTable, isOwn } from './find-tables.ts';
import { fold } from './fold.ts';
import type { LedgerSheet } from './sheet.ts';
import { readState } from './values.ts';

export type Marks = ReadonlyMap<string, 'open' | 'closed'>;

/** “√”表示已销号，“○”表示正在办理. */
const LEGEND =
  /[“"'‘（(]?([√✓✔×✗✘○〇◯●◎△▲☆★■□])[”"'’）)]?(?:表示|代表|为|即|指|是|[:：=—-]+)[“"'‘]?([^，,；;。、“”"'√✓✔×✗✘○〇◯●◎△▲☆★■□)）]{1,10})/gu;

/** 图例：●已完成 ◐推进中 ○未启动: each mark before its word. */
const LEGEND_LINE = /^(?:注|备注|说明|图例|标识|符号|状态|颜色)[^●◐○▲△√]{0,8}[:：]|(?:图例|标识)[:：]/u;
const IN_LINE =
  /([√✓✔×✗✘○〇◯●◎◐◑◔◕△▲☆★■□◆◇])[”"'’）)]?([^，,；;。、“”"'√✓✔×✗✘○〇◯●◎◐◑◔◕△▲☆★■□◆◇（）()]{1,8})/gu;

export function marksOf(sheet: LedgerSheet, table: FoundTable, columns: readonly TableColumn[]): Marks {
  const marks = new Map<string, 'open' | 'closed'>();
  const used = new Set<string>();
  for (const { index } of columns.filter(({ field }) => field === 'state'))
    for (const at of table.data) {
      const text = markOf(sheet.rows[at]?.cells[index]?.text ?? '');
      if (text.length === 1) used.add(text);
    }
  const has = (...all: string[]) => all.some((mark) => used.has(mark));
  // Full and empty circles, a tick and an empty circle: the empty one is not done.
  const ticked = has('●') || (has('√', '✓', '✔') && !has('×', '✗', '✘'));
  if (ticked)
    for (const mark of ['○', '△', '▲', '◎', '◐', '◑', '◔', '◕']) if (used.has(mark)) marks.set(mark, 'open');
  for (const [at, { cells }] of sheet.rows.entries())
    for (const { text } of cells.filter((cell) => isOwn(cell) && cell.text.length > 3)) {
      // Above the table several marks with their words need no label: a row may say ☑是 □否.
      const said = [...text.matchAll(IN_LINE)].length;
      if (LEGEND_LINE.test(fold(text)) || (said > 1 && table.titles.includes(at)))
        for (const [, mark = '', words = ''] of text.normalize('NFKC').matchAll(IN_LINE)) {
          const state = readState(words.replace(/截[至止].*$/, ''));
          if (state === 'open' || state === 'closed') marks.set(markOf(mark), state);
        }
      for (const [, mark = '', words = ''] of fold(text).matchAll(LEGEND)) {
        const state = readState(words);
        if (state === 'open' || state === 'closed') marks.set(markOf(mark), state);
      }
    }
  return marks;
}

/** Every circle the same. */
const markOf = (text: string) =>
  fold(text)
    .replace(/\ufe0f/g, '')
    .replace(/^[o〇◯]$/, '○');
