/** What of an import needs a look before 确认, one line each. */
import type { LedgerField, LedgerReading } from '../../domain/ledger/model.ts';
import { clip, oneLine } from '../../text/escape.ts';
import type { PreviewView } from './rules-planning.ts';
import { dayWords, fieldName, PREVIEW, short } from './words-preview.ts';

export function remarksOf({ plan, choices, directory, today, fileName }: PreviewView): string[] {
  const { reading, past, longTerm, undated, undatedLinks, linkDay, projectless } = plan;
  const { tables, left } = reading;
  const months = tables.flatMap((table) => table.monthColumns);
  const split = tables.reduce((sum, table) => sum + table.splittable.length, 0);
  const hidden = tables.reduce(
    (sum, table) => sum + table.skipped.filter(({ why }) => why === 'hidden').length,
    0,
  );
  const phones = tables.reduce(
    (sum, table) => sum + table.ignored.filter(({ why }) => why === 'telephone').length,
    0,
  );
  const numbers = tables.reduce(
    (sum, table) => sum + table.links.filter(({ value }) => value.kind === 'number').length,
    0,
  );
  const unreadSheets = left.filter(({ why }) => why !== 'empty' && why !== 'sideways');
  const sideways = left.filter(({ why }) => why === 'sideways');
  const day = dayWords(linkDay, today);
  const unkept = unkeptColumns(reading);
  return [
    ...making(plan, 'project'),
    ...making(plan, 'unit'),
    ...(past > 0 ? [PREVIEW.past(past, choices.ringPast === true)] : []),
    ...(longTerm > 0 ? [PREVIEW.longTerm(longTerm)] : []),
    ...(undated > 0 ? [PREVIEW.undated(undated, directory.settings.limitDays)] : []),
    ...(plan.closedUndated > 0 ? [PREVIEW.closedUndated(plan.closedUndated)] : []),
    ...(plan.unraised > 0 ? [PREVIEW.unraised(plan.unraised)] : []),
    ...(undatedLinks > 0 ? [PREVIEW.links(undatedLinks, day)] : []),
    ...(months.length > 0
      ? [PREVIEW.months(months.join('、'), PREVIEW.monthHow[choices.monthOnly ?? 'last-day'])]
      : []),
    ...(projectless > 0 && choices.projectId === undefined ? [PREVIEW.projectless(projectless)] : []),
    ...(split > 0 || choices.splitCells ? [PREVIEW.split(split, choices.splitCells === true)] : []),
    ...(hidden > 0 || choices.includeHidden ? [PREVIEW.hidden(hidden, choices.includeHidden === true)] : []),
    ...(phones > 0 ? [PREVIEW.phones(phones)] : []),
    ...(numbers > 0 ? [PREVIEW.numbers(numbers)] : []),
    ...strangeLinks(plan.strangeLinks),
    ...(unkept.length > 0 ? [PREVIEW.unkept(unkept.join('、'))] : []),
    ...stateless(reading),
    ...tables.flatMap(({ sheet, unplaced }) =>
      unplaced === undefined
        ? []
        : [
            PREVIEW.unplaced(
              short(sheet, 16),
              short(unplaced.header.split('/').at(-1) ?? '', 14) || unplaced.letter,
              unplaced.rows,
            ),
          ],
    ),
    ...doneBeside(reading),
    ...daysInText(reading),
    ...coloured(reading),
    ...tables.flatMap(({ sheet, projectByHeading: project }) =>
      project === undefined ? [] : [PREVIEW.projectOfSheet(short(sheet, 16), short(project, 20))],
    ),
    ...tables.flatMap(({ sheet, closedByHeading: heading }) =>
      heading === undefined ? [] : [PREVIEW.closedOfSheet(short(sheet, 16), short(heading, 20))],
    ),
    ...tables.flatMap(({ sheet, unitByHeading: unit }) =>
      unit === undefined ? [] : [PREVIEW.unitOfSheet(short(sheet, 16), short(unit, 16))],
    ),
    ...(/\.xls$/i.test(fileName) ? [PREVIEW.oldFormat] : []),
    ...(sideways.length > 0
      ? [PREVIEW.sideways(sideways.map(({ sheet }) => clip(oneLine(sheet), 16)).join('、'))]
      : []),
    ...(unreadSheets.length > 0
      ? [PREVIEW.left(unreadSheets.map(({ sheet }) => clip(oneLine(sheet), 16)).join('、'))]
      : []),
  ];
}

const STATES: readonly LedgerField[] = ['state', 'closedTick', 'openTick', 'closedOn'];

/** Where nothing says whether an item is over it is open; somebody may know better. */
function stateless({ tables }: LedgerReading): string[] {
  const open = tables
    .filter(({ columns }) => !columns.some(({ field }) => STATES.includes(field)))
    .flatMap(({ problems, tasks }) => [...problems, ...tasks])
    .filter(({ state }) => state === 'unknown').length;
  return open > 0 ? [PREVIEW.stateless(open)] : [];
}

/** Said to be done beside a blank 是否销号: somebody has yet to strike it off. */
function doneBeside({ tables }: LedgerReading): string[] {
  const cells = tables.flatMap(({ unread }) => unread.filter(({ why }) => why === 'done-beside'));
  const [first] = cells;
  return first ? [PREVIEW.doneBeside(cells.length, `${first.at.sheet}!${first.at.address}`)] : [];
}

/** A deadline no column asks for is named with its words. */
function daysInText({ tables }: LedgerReading): string[] {
  const said = tables.flatMap((table) => table.daysInText);
  const [first] = said;
  return first
    ? [PREVIEW.daysInText(said.length, `${first.at.sheet}!${first.at.address}`, short(first.text, 12))]
    : [];
}

/** What colours and struck words mean cannot be read: said once for the whole file. */
function coloured({ tables }: LedgerReading): string[] {
  const fills = tables.flatMap((table) => table.coloured);
  const struck = tables.flatMap((table) => table.struck);
  const [first] = [...fills, ...struck];
  return first ? [PREVIEW.coloured(fills.length, struck.length, `${first.sheet}!${first.address}`)] : [];
}

const COLUMNS_NAMED = 12;

/** Marks that can be put nowhere: told before they are looked for. */
function strangeLinks(strange: PreviewView['plan']['strangeLinks']): string[] {
  const names = [...strange.keys()].map((name) => short(name, 14));
  if (names.length === 0) return [];
  const marks = [...strange.values()].reduce((sum, n) => sum + n, 0);
  const shown = names.slice(0, COLUMNS_NAMED).join('、') + (names.length > COLUMNS_NAMED ? ' …' : '');
  return [PREVIEW.strangeLinks(shown, marks)];
}

/** Columns whose words have no place with a unit, a link or an amount; told, so that nobody looks for them later. */
function unkeptColumns({ tables }: LedgerReading): string[] {
  const rows = tables.flatMap((table) => [
    ...table.units,
    ...table.people,
    ...table.links,
    ...table.investments,
    ...table.holidays,
  ]);
  const headers = rows.flatMap((row) => [
    ...row.extras.map(({ header }) => header.split('/').at(-1) ?? header),
    ...('area' in row && row.area !== '' ? [fieldName('area')] : []),
    ...('duty' in row && row.duty !== '' ? [fieldName('duty')] : []),
    ...('note' in row && row.note !== '' ? [fieldName('note')] : []),
  ]);
  const names = [...new Set(headers.map((header) => short(header, 14)))];
  return names.length > COLUMNS_NAMED ? [...names.slice(0, COLUMNS_NAMED), '…'] : names;
}

const NAMED = 6;

/** Nothing is made in silence: what does not exist yet is named. */
function making({ entries }: PreviewView['plan'], kind: 'project' | 'unit'): string[] {
  const names = entries.flatMap(({ row, verdict }) =>
    row.kind === kind && verdict === 'new' ? [clip(oneLine(row.title), 16)] : [],
  );
  if (names.length === 0) return [];
  const shown = names.slice(0, NAMED).join('、') + (names.length > NAMED ? ' …' : '');
  return [(kind === 'project' ? PREVIEW.making : PREVIEW.making2)(shown, names.length)];
}
