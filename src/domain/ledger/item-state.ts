/** Whether an item is over, and since when: its own cells, the heading it stands under, its last progress. Pure. */

import { isPercent } from './columns.ts';
import { readLedgerDay } from './date.ts';
import { fold } from './fold.ts';
import { SETTLE } from './header.ts';
import type { Extra, ItemRow, LedgerDay, LedgerField } from './model.ts';
import { extrasOf, markUnread, NO_DAY, type Reading, type Said } from './table.ts';
import { endIn, readState } from './values.ts';

export interface ItemState {
  state: ItemRow['state'];
  stateText: string;
  /** Where the state itself tells the day. */
  day?: LedgerDay;
}

/** Cells of a row that may say it. */
export interface StateCells {
  state: readonly Said[];
  closedTick: readonly Said[];
  openTick: readonly Said[];
  closedOn: readonly Said[];
  progress: readonly Said[];
  item: readonly Said[];
}

export function readItemState(
  reading: Reading,
  cells: StateCells,
  closedOn: LedgerDay,
  extras: Extra[],
): ItemState {
  const own =
    tickedState(reading, cells.closedTick, cells.openTick, extras) ??
    stateOf(reading, cells.state, closedOn, cells.closedOn, extras);
  const ended = () => dayOfEnd(reading, cells.progress);
  if (own.stateText !== '')
    return { ...own, ...(own.state === 'closed' && { ...ended(), ...dayIn(reading, own.stateText) }) };
  if (own.state !== 'unknown') return own;
  const above = ofHeading(reading);
  if (above === 'closed') return { state: above, stateText: '', ...ended() };
  const asked = reading.shape.columns.some(({ field }) => STATES.includes(field));
  const told = toldElsewhere(reading, cells);
  if (told === undefined) return above === undefined ? own : { state: above, stateText: '' };
  // Where a column asks, and its cell is blank, somebody has yet to strike it off.
  markUnread(reading, told.cell, asked ? 'done-beside' : 'state', asked ? 'open' : 'closed');
  return asked ? own : { state: 'closed', stateText: told.text, ...ended() };
}

const STATES: readonly LedgerField[] = ['state', 'closedTick', 'openTick', 'closedOn'];

/** 已销号问题 above it, or as the name of its sheet. */
function ofHeading({
  out,
  sectionState,
  sheetState,
  section,
  sheet,
}: Reading): 'open' | 'closed' | undefined {
  const state = sectionState ?? sheetState;
  if (state === 'closed') out.closedByHeading ??= (sectionState && section) || sheet.name;
  return state;
}

const OVER = /[（(]已(?:经)?(?:全部)?(?:销号|办结|解决|完成|整改到位|化解|闭环)[)）][。]?$/;

/** 11月3日已完成 as the last word of its progress, 100 under 本周进度%, or （已解决） behind the matter itself. */
const toldElsewhere = (reading: Reading, { progress, item }: StateCells): Said | undefined =>
  progress.find((said) => isAll(said) || isEnd(reading, said.text)) ??
  item.find(({ text }) => OVER.test(text.trim()));

/** 12月20日完成 of a day that is yet to come is a promise, and nobody's end of last year. */
function isEnd(reading: Reading, text: string): boolean {
  const end = endIn(text);
  if (!end || end.said || end.day === undefined) return end !== undefined;
  const { today } = reading.days;
  // Without its year it lies where it is nearer: a fortnight ago, not fifty weeks ahead.
  const { day } = readLedgerDay(end.day, end.day, { ...reading.days, near: today });
  return day.kind === 'day' && day.day <= today;
}

const isAll = ({ text, column }: Said) =>
  /^100(?:\.0+)?%$/.test(fold(text)) || (/^100(?:\.0+)?$/.test(fold(text)) && isPercent(column));

/** The day of the last progress that says it is over. */
function dayOfEnd(reading: Reading, progress: readonly Said[]): Pick<ItemState, 'day'> {
  const written = progress.map(({ text }) => endIn(text)?.day).find((day) => day !== undefined);
  const day = written === undefined ? NO_DAY : readDay(reading, written).day;
  return day.kind === 'day' ? { day } : {};
}

const readDay = (reading: Reading, text: string) =>
  readLedgerDay(text, text, { ...reading.days, past: true });

const MARK = /^(?:√|✓|✔|☑|●|■|◆|v|1|是|y|yes|对)$/i;

/** A mark under 已解决 or under 未解决; undefined: neither column is there, or both are blank. */
function tickedState(
  reading: Reading,
  closed: readonly Said[],
  open: readonly Said[],
  extras: Extra[],
): ItemState | undefined {
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

/** 已销号（7月28日）, 是，11月3日销号: the day of the end stands beside the state. */
function dayIn(reading: Reading, stateText: string): Pick<ItemState, 'day'> {
  if (stateText.length > 100) return {};
  const inner =
    /[（(]([^（()）]*\d[^（()）]*)[)）]\s*$/.exec(stateText)?.[1] ??
    /[牌号结成决零环妥]\s*(?:于)?(\d[\d年月日号./-]*\d[日号]?)\s*$/.exec(stateText)?.[1] ??
    /[,，;；]\s*(?:已于|已|于)?([^,，;；]*\d[^,，;；]*?)已?(?:办结|销号|完成|解决)*$/.exec(stateText)?.[1];
  const { day } = inner === undefined ? { day: NO_DAY } : readDay(reading, inner);
  return day.kind === 'day' ? { day } : {};
}

const CLOSED_ON = /^(?:已|于)?20\d{2}[年./-]\d{1,2}[月./-]\d{1,2}日?(?:已)?(?:销号|办结|完成)$/;

/** 解决 under 是否解决. */
const answers = ({ column, text }: Said): boolean =>
  new RegExp(`是否(?:已经?)?(${SETTLE})$`).exec(fold(column.header))?.[1] === fold(text);

/** Closed only where a column we are sure of says so. */
function stateOf(
  reading: Reading,
  cells: readonly Said[],
  closedOn: LedgerDay,
  closedCells: readonly Said[],
  extras: Extra[],
): ItemState {
  const [cell, ...others] = cells;
  for (const other of others) if (other.text !== cell?.text) extras.push(...extrasOf(reading, [other]));
  const read = cell && (answers(cell) ? 'closed' : readState(cell.text, reading.marks));
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
