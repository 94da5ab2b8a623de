/** Procedures (手续) of a project: one a column, in two columns each, or one a row. Pure. */
import { linkOf } from './dictionary.ts';
import { isOwn } from './find-tables.ts';
import { fold, isNothing } from './fold.ts';
import type { LedgerField, LinkRow, LinkValue } from './model.ts';
import type { LedgerLine } from './sheet.ts';
import { cellsOf, columnsOf, extrasOf, markUnread, type Reading, type Said, saidIn } from './table.ts';
import { readLinkValue } from './values.ts';

const PLAN_LINE =
  /^(?:计划|目标|预计|拟办?|序时|节点)(?:完成|办结|取得|办理)?(?:时间|日期|节点|进度|目标|时限|情况)?$/;

/** 计划 above 实际: a row of days that are to come, whatever stands in it. */
export const isPlanLine = ({ shape }: Reading, line: LedgerLine): boolean =>
  shape.columns.some(({ index, field }) => {
    const cell = line.cells[index];
    return !field.startsWith('link:') && cell !== undefined && isOwn(cell) && PLAN_LINE.test(fold(cell.text));
  });

/** One procedure a column, or its state and its day in two. */
export function readLinks(reading: Reading, lines: readonly LedgerLine[], project: string): void {
  const columns = reading.shape.columns.filter(({ field }) => field.startsWith('link:'));
  const own = lines.filter((line) => !isPlanLine(reading, line));
  const cells = saidIn(reading, own, columns).map((said) => ({ said, value: linkValueOf(reading, said) }));
  // Two columns under the name of one procedure speak of it together; two procedures of one number do not.
  const groups = Map.groupBy(cells, ({ said: { column } }) => {
    const [group, leaf] = [column.parts.at(-2) ?? '', column.parts.at(-1) ?? ''];
    return linkOf(fold(leaf)) === undefined && linkOf(fold(group)) !== undefined ? group : column.letter;
  });
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    const { field, parts } = first.said.column;
    const named =
      linkOf(fold(parts.at(-1) ?? '')) === undefined && linkOf(fold(parts.at(-2) ?? '')) !== undefined;
    const told = together(reading, group);
    reading.out.links.push({
      at: cellsOf(
        reading,
        group.map(({ said }) => said),
      ),
      project,
      no: Number(field.slice(5)),
      name: parts.at(named ? -2 : -1)?.replace(/\s+/g, '') ?? '',
      value: told,
      extras: extrasOf(
        reading,
        group.filter(({ value }) => value !== told).map(({ said }) => said),
      ),
    });
  }
}

function linkValueOf(reading: Reading, { cell, text }: Said): LinkValue {
  const read = readLinkValue(text, cell.value, reading.days);
  if (read.kind === 'unread') markUnread(reading, cell, 'link-value', 'note');
  return read.kind === 'blank' && text !== '' && reading.dashIsNotNeeded
    ? { kind: 'not-needed', text }
    : read;
}

/** √ beside its day; done in one cell and not in the other is named, and not done. */
function together(reading: Reading, group: readonly { said: Said; value: LinkValue }[]): LinkValue {
  const said = group.filter(({ value }) => value.kind !== 'blank');
  const [only, ...more] = said;
  if (!only) return group[0]?.value ?? { kind: 'blank', text: '' };
  if (more.length === 0) return only.value;
  const done = said.flatMap(({ value }) => (value.kind === 'done' ? [value] : []));
  const open = said.find(({ value }) => value.kind === 'open');
  if (done.length > 0 && open) {
    markUnread(reading, open.said.cell, 'two-meanings', 'note');
    return open.value;
  }
  return done.find(({ day }) => day !== undefined) ?? done[0] ?? only.value;
}

/** One row a procedure: its name, state and day. */
export function readLinkLine(reading: Reading, line: LedgerLine, project: string): void {
  const read = (...fields: LedgerField[]) =>
    saidIn(reading, [line], columnsOf(reading, 'project', ...fields));
  const [name] = saidIn(reading, [line], columnsOf(reading, 'project', 'linkName'), true);
  const state = read('linkState', 'state', 'progress');
  const done = read('linkDoneOn', 'closedOn', 'endOn');
  const rest = saidIn(
    reading,
    [line],
    reading.shape.columns.filter(
      ({ field, scope }) =>
        scope !== 'item' &&
        ![
          'project',
          'serial',
          'linkName',
          'linkState',
          'linkDoneOn',
          'state',
          'progress',
          'closedOn',
          'endOn',
        ].includes(field),
    ),
  );
  const [stateCell, ...moreStates] = state;
  const [doneCell, ...moreDays] = done;
  const extras = extrasOf(reading, [...rest, ...moreStates, ...moreDays]);
  if (!name || isNothing(name.text)) {
    for (const { cell } of [...state, ...done, ...rest]) markUnread(reading, cell, 'no-name', 'left-out');
    return;
  }
  const value = linkLineValue(reading, stateCell, doneCell);
  if (doneCell && stateCell) extras.push(...extrasOf(reading, [doneCell]));
  const row: LinkRow = {
    at: cellsOf(reading, [name, ...state, ...done, ...rest]),
    project,
    no: linkOf(fold(name.text)) ?? 0,
    name: name.text.replace(/\s+/g, ''),
    value,
    extras,
  };
  reading.out.links.push(row);
}

function linkLineValue(reading: Reading, state: Said | undefined, done: Said | undefined): LinkRow['value'] {
  const said = state ?? done;
  if (!said) return { kind: 'blank', text: '' };
  const value = readLinkValue(said.text, said.cell.value, reading.days);
  if (value.kind === 'unread') markUnread(reading, said.cell, 'link-value', 'note');
  if (!state || !done || value.kind !== 'done' || value.day !== undefined) return value;
  const day = readLinkValue(done.text, done.cell.value, reading.days);
  if (day.kind === 'done' && day.day !== undefined) return { ...value, day: day.day };
  if (day.kind !== 'blank') markUnread(reading, done.cell, 'date', 'note');
  return value;
}
