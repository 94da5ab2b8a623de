/** Rows of problems and tasks as they would be written. Pure. */

import { foldWords } from '../../domain/ledger/fold.ts';
import {
  type Found,
  findItems,
  type ItemSaid,
  importKeyOf,
  type RowSaid,
} from '../../domain/ledger/identity.ts';
import type { ItemChanges, PlannedItem, Target } from '../../domain/ledger/import.ts';
import type {
  CellRef,
  ItemRow,
  LedgerDay,
  LedgerTable,
  ProblemRow,
  TaskRow,
} from '../../domain/ledger/model.ts';
import type { Day } from '../../domain/time.ts';
import { type Compared, compareItem, type KnownItem } from './rules-compare.ts';
import type { PlanEntry, Planning } from './rules-planning.ts';
import { mayWriteUnattached, whyNotOf } from './rules-rights.ts';
import { CONFLICTS, ROW } from './words-report.ts';

export interface PlannedItems {
  entries: PlanEntry[];
  past: number;
  longTerm: number;
  undated: number;
  closedUndated: number;
  unraised: number;
  projectless: number;
}

export const placeOf = (at: CellRef | undefined): string => (at ? `${at.sheet}!${at.address}` : '');

export function planItems(planning: Planning, tables: readonly LedgerTable[]): PlannedItems {
  const none = { past: 0, longTerm: 0, undated: 0, closedUndated: 0, unraised: 0, projectless: 0 };
  const all: PlannedItems = { entries: [], ...none };
  for (const list of ['tasks', 'problems'] as const) {
    const said = tables.flatMap((table) => table[list].map((row) => ({ table, row })));
    all.projectless += said.filter(
      ({ table, row }) => (row.project || table.title.project || '') === '',
    ).length;
    const entries = said.map(({ table, row }) => planItem(planning, table, row));
    compareAll(planning, entries);
    for (const entry of entries) count(all, entry, planning.today);
    all.entries.push(...entries);
  }
  return all;
}

function count(all: PlannedItems, { row, verdict }: PlanEntry, today: Day): void {
  const item = row as PlannedItem;
  if (item.closed && item.closedOn === null && verdict === 'new') all.closedUndated++;
  if (item.raisedOn === null && verdict === 'new') all.unraised++;
  if (item.closed || (verdict !== 'new' && verdict !== 'changed')) return;
  const day = item.issueId === null ? item.deadline?.day : item.changes?.deadline?.day;
  if (day !== undefined && day < today) all.past++;
  if (item.issueId === null && item.longTerm) all.longTerm++;
  if (item.issueId === null && !item.longTerm && item.deadline === null) all.undated++;
}

/** Of a project that this import makes: no item can be in it. */
const NOWHERE = -1;

const SAID_IN_A_LINE = 120;
const isSaidInALine = ({ base, text }: Pick<KnownItem, 'base' | 'text'>) =>
  base === undefined && text.length <= SAID_IN_A_LINE;

/** Which rows are items we have, and what they say anew; equal rows of one file are one item. */
function compareAll(planning: Planning, entries: PlanEntry[]): void {
  const { items } = planning;
  const open = entries.filter(({ verdict }) => verdict !== 'refused');
  const rows = open.map(({ row }) => {
    const { project, title, text, key } = row as PlannedItem;
    return {
      projectId: project === null ? null : 'id' in project ? project.id : NOWHERE,
      projectName: project !== null && 'name' in project ? project.name : '',
      title,
      text,
      importKey: key,
    };
  });
  const kind = (open[0]?.row as PlannedItem | undefined)?.kind;
  // An export holds the whole text of an item, a table of one's own the matter alone.
  const said = new Set(rows.map(({ text }) => foldWords(text)));
  const known = new Map(items.filter((one) => one.kind === kind).map((one) => [one.id, one]));
  const existing = [...known.values()].map(({ id, projectId, title, text, key, base }) => ({
    id,
    projectId,
    title,
    // What was said here in one line holds its unit and time as well; its title does not.
    text: isSaidInALine({ base, text }) && !said.has(foldWords(text)) ? title : text,
    importKey: key,
  }));
  const found = findItems(rows, existing);
  findMoved(planning, { rows, existing, known }, found);
  found.forEach(({ id, twin }, at) => {
    const entry = open[at];
    const item = id === undefined ? undefined : known.get(id);
    if (!entry) return;
    if (item) {
      const plan = planKnown(entry.row as PlannedItem, item);
      Object.assign(entry, plan, plan.verdict === 'changed' && refuseMoved(planning, item));
    } else if (twin !== undefined)
      Object.assign(entry, { verdict: 'refused', reason: ROW.twin(open[twin]?.row.at ?? '') });
  });
}

/** Rows that are none of the items of their project are looked for among those this project, or none, was changed of here. */
function findMoved(
  planning: Planning,
  said: { rows: readonly RowSaid[]; existing: readonly ItemSaid[]; known: ReadonlyMap<number, KnownItem> },
  found: Found[],
): void {
  const used = new Set(found.flatMap(({ id }) => id ?? []));
  const moved = said.existing.flatMap((item): ItemSaid[] => {
    const from = said.known.get(item.id)?.saidProject;
    if (from === undefined || used.has(item.id)) return [];
    const target = from && 'name' in from ? planning.target('project', from.name) : from;
    const projectId = target === null ? null : 'id' in target ? target.id : NOWHERE;
    return projectId === item.projectId || projectId === NOWHERE ? [] : [{ ...item, projectId }];
  });
  if (moved.length === 0) return;
  const left = found.flatMap(({ id, twin }, at) => (id === undefined && twin === undefined ? [at] : []));
  const rows = left.flatMap((at) => said.rows[at] ?? []);
  findItems(rows, moved).forEach(({ id }, nth) => {
    const at = left[nth];
    if (id !== undefined && at !== undefined) found[at] = { id };
  });
}

const dayIn = (said: LedgerDay): Day | null =>
  said.kind === 'day' || said.kind === 'month' ? said.day : null;

function planItem(planning: Planning, table: LedgerTable, row: ProblemRow | TaskRow): PlanEntry {
  const { directory, today, choices, reading } = planning;
  const named = row.project || table.title.project || '';
  const project = projectOf(planning, named);
  const unit = planning.target('unit', row.units.lead ?? '');
  const unitId = unit && 'id' in unit ? unit.id : undefined;
  // Of two deadlines the one of the whole counts; without it that of the measures.
  const said =
    dayIn(row.deadline) === null && row.deadline.kind !== 'long-term' ? row.secondDeadline : row.deadline;
  const due = row.deadline.kind === 'on-the-spot' ? row.deadline : said;
  const day = dayIn(due);
  const closed = row.state === 'closed';
  const longTerm = due.kind === 'long-term';
  const item: PlannedItem = {
    kind: row.kind,
    at: placeOf(row.at[0]),
    title: row.title,
    text: row.text,
    project,
    unit,
    coUnits: row.units.co.flatMap((name) => planning.target('unit', name) ?? []),
    personId: planning.person(row.units.person ?? '', unitId),
    deadline: day === null ? null : { day, phrase: due.text },
    longTerm,
    longTermPhrase: longTerm ? due.text : '',
    categoryId: directory.data.categories.find(({ name }) => name === row.category.trim())?.id ?? null,
    closed,
    closedOn: notAhead(dayIn(row.closedOn), today),
    raisedOn: notAhead(dayIn(row.raisedOn), today),
    progress: row.progress,
    stateText: row.stateText,
    measure: row.measure,
    source: row.source,
    verifier: row.verifier,
    note: noteOf(row, { unitKnown: unit !== null, named: project === null ? named : '' }),
    batch: row.kind === 'task' ? row.batch : '',
    ring: choices.ringPast === true,
    key: importKeyOf(reading.fileName, table.sheet, row),
    issueId: null,
    seenVersion: null,
    changes: null,
  };
  const refused = refuse(planning, { named, project });
  return refused === undefined
    ? { row: item, verdict: 'new' }
    : { row: item, verdict: 'refused', reason: refused };
}

/** A day that is still to come is nothing that has happened. */
function notAhead(day: Day | null, today: Day): Day | null {
  return day !== null && day <= today ? day : null;
}

function projectOf(planning: Planning, named: string): Target {
  if (named !== '') return planning.target('project', named);
  return planning.choices.projectId === undefined ? null : { id: planning.choices.projectId };
}

/** An item that stands in another project now is of whoever writes that one. */
function refuseMoved(
  { actor, directory }: Planning,
  { projectId }: KnownItem,
): Partial<PlanEntry> | undefined {
  const reason = whyNotOf(actor, projectId, directory);
  return reason === undefined ? undefined : { verdict: 'refused', reason };
}

/** Why the speaker may not write it, by name; the row is told, never dropped. */
function refuse(
  { actor, directory, areaId, chosen }: Planning,
  { named, project }: { named: string; project: Target },
): string | undefined {
  if (project !== null) {
    if ('name' in project) return undefined;
    return whyNotOf(actor, project.id, directory);
  }
  if (named !== '' && chosen('project', named) !== 'none') return ROW.projectUnknown(named);
  return mayWriteUnattached(actor, areaId, directory) ? undefined : ROW.unattached;
}

/** What the row says that has no field of its own, so that nothing of it is lost. Telephones were cut out before. */
function noteOf(row: ItemRow, { unitKnown, named }: { unitKnown: boolean; named: string }): string {
  const { units } = row;
  const parts = [
    row.note,
    named === '' ? '' : ROW.noted('项目', named),
    row.module === '' ? '' : ROW.noted('所属', row.module),
    unitKnown || !units.lead ? '' : ROW.noted('责任单位', units.lead),
    units.leader ? ROW.noted('责任领导', units.leader) : '',
    units.person ? ROW.noted('责任人', units.person) : '',
    ...units.others.map(({ header, name }) => ROW.noted(lastOf(header), name)),
    ...row.extras.map(({ header, text }) => ROW.noted(lastOf(header), text)),
  ];
  return parts.filter((part) => part !== '').join('；');
}

const lastOf = (header: string) => header.split('/').at(-1) ?? header;

function planKnown(item: PlannedItem, known: KnownItem): PlanEntry {
  const unitId = item.unit && 'id' in item.unit ? item.unit.id : null;
  const compared = compareItem(known, {
    text: item.text,
    unitId,
    deadlineDay: item.deadline?.day ?? null,
    longTerm: item.longTerm,
    progress: item.progress,
    // Our own words of progress, exported to a table without 是否销号, strike nothing off.
    closed: item.closed && !(item.stateText === item.progress && known.progress === item.progress),
  });
  const row: PlannedItem = {
    ...item,
    issueId: known.id,
    seenVersion: known.version,
    changes: compared.verdict === 'changed' ? changesOf(item, compared) : null,
  };
  if (compared.verdict === 'conflict')
    return { row, verdict: 'conflict', reason: CONFLICTS[compared.why](known.id, known.progress) };
  const kept = compared.verdict === 'changed' ? compared.kept : [];
  const reason = kept.map((why) => CONFLICTS[why](known.id, known.progress)).join('；');
  return { row, verdict: compared.verdict, ...(reason !== '' && { reason }) };
}

function changesOf(item: PlannedItem, compared: Compared & { verdict: 'changed' }): ItemChanges {
  const { unit, deadline, longTerm, progress, closed } = compared;
  return {
    ...(unit && { unit: item.unit }),
    ...(deadline && item.deadline && { deadline: item.deadline }),
    ...(progress && { progress: item.progress }),
    ...(closed && { closed: true as const }),
    ...(longTerm && { longTerm: true as const }),
  };
}
