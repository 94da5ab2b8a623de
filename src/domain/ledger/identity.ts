/** Which item of ours a row of a ledger is: by its words within its project, else by its place in the same file. Pure. */
import { fold, foldWords } from './fold.ts';
import type { ItemRow } from './model.ts';
import { AlikeIndex, alikeness, fingerprintOf } from './similarity.ts';

interface Said {
  /** null: no project; of one that is not known yet `projectName` of the row tells which. */
  projectId: number | null;
  title: string;
  text: string;
  /** Of {@link importKeyOf}. */
  importKey: string | null;
}

/** A row with its project found. */
export interface RowSaid extends Said {
  projectName: string;
}

export interface ItemSaid extends Said {
  id: number;
}

export interface Found {
  /** The item the row is; undefined: a new one. */
  id?: number;
  /** Index of a row further up in the same file that says just the same of no other item. */
  twin?: number;
}

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

/** With its marks, for 1.5亿 is not 15亿; but for those at the end. */
export function foldText(text: string): string {
  return fold(text).replace(/[。；;，,、.]+$/, '');
}

const wordsOf = ({ title, text }: Said) => text || title;

/** Meets every row with one of our items or none; each item is met by one row at most, the most alike first. */
export function findItems(rows: readonly RowSaid[], items: readonly ItemSaid[]): Found[] {
  const taken = new Map<number, ItemSaid>();
  const used = new Set<number>();
  const take = (row: number, item: ItemSaid) => {
    taken.set(row, item);
    used.add(item.id);
  };
  // Most of a table that is sent again says the same as before: only what is left is compared word by word.
  takeSame(rows, items, take);
  const left = rows.flatMap((_, at) => (taken.has(at) ? [] : [at]));
  const free = items.filter(({ id }) => !used.has(id));
  for (const { row, item } of alikePairs(rows, left, free))
    if (!taken.has(row) && !used.has(item.id)) take(row, item);
  const byKey = Map.groupBy(items, ({ importKey }) => importKey);
  rows.forEach((row, at) => {
    if (taken.has(at) || row.importKey === null) return;
    const item = byKey
      .get(row.importKey)
      ?.find((one) => !used.has(one.id) && one.projectId === row.projectId && isRewritten(row, one));
    if (item) take(at, item);
  });
  const seen = new Map<string, number>();
  return rows.map((row, at): Found => {
    const id = taken.get(at)?.id;
    const key = `${row.projectId}|${foldWords(row.projectName)}|${foldText(wordsOf(row))}`;
    const twin = seen.get(key);
    if (twin === undefined) seen.set(key, at);
    if (id !== undefined) return { id };
    return twin === undefined ? {} : { twin };
  });
}

interface Pair {
  row: number;
  item: ItemSaid;
  alike: number;
}

/** Rows and items of one project with the same words: first the same marks and place, then marks, place, words alone. */
function takeSame(
  rows: readonly RowSaid[],
  items: readonly ItemSaid[],
  take: (row: number, item: ItemSaid) => void,
) {
  const keyOf = (said: Said) => `${said.projectId}|${foldWords(wordsOf(said))}`;
  const saidOf = (said: Said) => ({ marks: foldText(wordsOf(said)), place: said.importKey });
  const groups = Map.groupBy(
    items.map((item) => ({ item, ...saidOf(item) })),
    ({ item }) => keyOf(item),
  );
  const left = rows.flatMap((row, at) => {
    const group = groups.get(keyOf(row));
    return group ? [{ at, group, ...saidOf(row) }] : [];
  });
  const met = new Set<number>();
  for (const [marks, place] of [
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])
    for (const row of left) {
      if (met.has(row.at)) continue;
      const nth = row.group.findIndex(
        (one) =>
          (!marks || one.marks === row.marks) && (!place || (row.place !== null && one.place === row.place)),
      );
      const [found] = nth < 0 ? [] : row.group.splice(nth, 1);
      if (!found) continue;
      met.add(row.at);
      take(row.at, found.item);
    }
}

/** Rows and items of one project that are alike, the most alike first. */
function alikePairs(rows: readonly RowSaid[], which: readonly number[], items: readonly ItemSaid[]): Pair[] {
  const byProject = Map.groupBy(items, ({ projectId }) => projectId);
  const indexes = new Map<number | null, { own: ItemSaid[]; index: AlikeIndex }>();
  const pairs: Pair[] = [];
  for (const at of which) {
    const row = rows[at];
    if (!row) continue;
    let found = indexes.get(row.projectId);
    if (!found) {
      const own = byProject.get(row.projectId) ?? [];
      found = { own, index: new AlikeIndex(own.map(wordsOf), ALIKE) };
      indexes.set(row.projectId, found);
    }
    for (const { at: nth, alike } of found.index.find(wordsOf(row))) {
      const item = found.own[nth];
      if (item) pairs.push({ row: at, item, alike: alike + bonus(row, item) });
    }
  }
  return pairs.toSorted((a, b) => b.alike - a.alike || a.row - b.row || a.item.id - b.item.id);
}

/** Among items equally alike the one with the very same marks, then the one that came from this very row. */
function bonus(row: RowSaid, item: ItemSaid): number {
  const literal = foldText(wordsOf(row)) === foldText(wordsOf(item)) ? 0.002 : 0;
  return literal + (row.importKey !== null && row.importKey === item.importKey ? 0.001 : 0);
}

/** A serial number is given anew when lines are put in between: what shares no words at all is another item. */
const isRewritten = (row: RowSaid, item: ItemSaid) =>
  alikeness(fingerprintOf(wordsOf(row)), fingerprintOf(wordsOf(item))) >= 0.25;
