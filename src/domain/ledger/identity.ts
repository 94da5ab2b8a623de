/**
 * Which rows of a ledger are items we have: the same, changed, in conflict, or new. By project and words (at least 0.9
 * alike), else by the serial number in the same file. Pure.
 */
import type { Day, Instant } from '../time.ts';
import { fold, foldWords } from './fold.ts';
import type { ItemRow } from './model.ts';
import { AlikeIndex, alikeness, fingerprintOf } from './similarity.ts';

/** A row with its names found. */
export interface ComparedRow {
  /** null: no project, or one that is not known yet; then `projectName` tells rows apart. */
  projectId: number | null;
  projectName: string;
  title: string;
  text: string;
  unitId: number | null;
  deadline: Day | null;
  status: 'open' | 'closed' | 'unknown';
  progress: string;
  /** Of {@link importKeyOf}. */
  importKey: string | null;
}

export interface ExistingItem {
  id: number;
  projectId: number | null;
  title: string;
  text: string;
  unitId: number | null;
  deadline: Day | null;
  status: 'open' | 'closed';
  progress: string;
  /** When the progress was last written by somebody, not by an import; null: never. */
  progressAt: Instant | null;
  importKey: string | null;
}

export type ComparedField = 'text' | 'unit' | 'deadline' | 'status' | 'progress';

export interface FieldChange {
  field: ComparedField;
  ours: string | number | null;
  theirs: string | number | null;
}

export type Comparison =
  | { kind: 'new'; row: number /** Index of an equal row further up in the same file. */; twin?: number }
  | { kind: 'same'; row: number; id: number }
  | { kind: 'changed'; row: number; id: number; changes: FieldChange[] }
  /** `kept`: what stays as we have it, for ours is newer; `changes`: what is taken all the same. */
  | { kind: 'conflict'; row: number; id: number; changes: FieldChange[]; kept: FieldChange[] };

const ALIKE = 0.9;

/** The row of a file, to know it again when its words were rewritten; null without a serial number. */
export function importKeyOf(
  fileName: string,
  sheet: string,
  row: Pick<ItemRow, 'serial' | 'project' | 'part'>,
): string | null {
  if (row.serial === '') return null;
  // 台账(2).xlsx, 台账 6月.xlsx: the same ledger, downloaded again or a month later.
  const name = fold(fileName)
    .replace(/\.[a-z]{3,4}$/, '')
    .replace(/\(\d+\)|_?副本|[-_]?v?\d+$|20\d{2}年?|\d{1,2}月(?:份|\d{1,2}日)?|\d{4,8}/g, '');
  return [name, fold(sheet), foldWords(row.project), fold(row.serial), row.part ?? ''].join('|');
}

const wordsOf = ({ title, text }: { title: string; text: string }) => text || title;

/**
 * Compares every row with what we have; each item is met by one row at most, the most alike first.
 * @param fileAsOf the moment the file holds for (截至, else when it was last saved); null: not known, so that whatever
 *   somebody wrote with us counts as newer
 */
export function compareWithExisting(
  rows: readonly ComparedRow[],
  existing: readonly ExistingItem[],
  fileAsOf: Instant | null = null,
): Comparison[] {
  const taken = new Map<number, ExistingItem>();
  const used = new Set<number>();
  const take = (row: number, item: ExistingItem) => {
    taken.set(row, item);
    used.add(item.id);
  };
  const byProject = Map.groupBy(existing, ({ projectId }) => projectId);
  const pairs: { row: number; item: ExistingItem; alike: number }[] = [];
  const indexes = new Map<number | null, { items: ExistingItem[]; index: AlikeIndex }>();
  rows.forEach((row, at) => {
    let found = indexes.get(row.projectId);
    if (!found) {
      const items = byProject.get(row.projectId) ?? [];
      found = { items, index: new AlikeIndex(items.map(wordsOf), ALIKE) };
      indexes.set(row.projectId, found);
    }
    for (const { at: nth, alike } of found.index.find(wordsOf(row))) {
      const item = found.items[nth];
      if (item) pairs.push({ row: at, item, alike: alike + keyBonus(row, item) });
    }
  });
  for (const { row, item } of pairs.toSorted(
    (a, b) => b.alike - a.alike || a.row - b.row || a.item.id - b.item.id,
  ))
    if (!taken.has(row) && !used.has(item.id)) take(row, item);
  const byKey = Map.groupBy(existing, ({ importKey }) => importKey);
  rows.forEach((row, at) => {
    if (taken.has(at) || row.importKey === null) return;
    const item = byKey
      .get(row.importKey)
      ?.find((one) => !used.has(one.id) && one.projectId === row.projectId && isRewritten(row, one));
    if (item) take(at, item);
  });
  const seen = new Map<string, number>();
  return rows.map((row, at): Comparison => {
    const item = taken.get(at);
    const key = `${row.projectId ?? foldWords(row.projectName)}|${foldWords(wordsOf(row))}`;
    const twin = seen.get(key);
    if (twin === undefined) seen.set(key, at);
    if (item) return compare(at, row, item, fileAsOf);
    return { kind: 'new', row: at, ...(twin !== undefined && { twin }) };
  });
}

/** Among items equally alike the one that came from this very row. */
const keyBonus = (row: ComparedRow, item: ExistingItem) =>
  row.importKey !== null && row.importKey === item.importKey ? 0.001 : 0;

/** A serial number is given anew when lines are put in between: what shares no words at all is another item. */
const isRewritten = (row: ComparedRow, item: ExistingItem) =>
  alikeness(fingerprintOf(wordsOf(row)), fingerprintOf(wordsOf(item))) >= 0.25;

function compare(at: number, row: ComparedRow, item: ExistingItem, fileAsOf: Instant | null): Comparison {
  const changes: FieldChange[] = [];
  const kept: FieldChange[] = [];
  // With its marks: 1.5亿 is not 15亿.
  if (fold(wordsOf(row)) !== fold(wordsOf(item)))
    changes.push({ field: 'text', ours: wordsOf(item), theirs: wordsOf(row) });
  // An empty cell says nothing; it takes nothing away.
  if (row.unitId !== null && row.unitId !== item.unitId)
    changes.push({ field: 'unit', ours: item.unitId, theirs: row.unitId });
  if (row.deadline !== null && row.deadline !== item.deadline)
    changes.push({ field: 'deadline', ours: item.deadline, theirs: row.deadline });
  if (row.status !== 'unknown' && row.status !== item.status) {
    const change: FieldChange = { field: 'status', ours: item.status, theirs: row.status };
    // What is struck off with us is not opened by a file.
    (item.status === 'closed' ? kept : changes).push(change);
  }
  if (fold(row.progress) !== '' && fold(row.progress) !== fold(item.progress)) {
    const newer = item.progressAt !== null && (fileAsOf === null || item.progressAt > fileAsOf);
    (newer ? kept : changes).push({ field: 'progress', ours: item.progress, theirs: row.progress });
  }
  if (kept.length > 0) return { kind: 'conflict', row: at, id: item.id, changes, kept };
  return changes.length > 0
    ? { kind: 'changed', row: at, id: item.id, changes }
    : { kind: 'same', row: at, id: item.id };
}
