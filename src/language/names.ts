/** Names of the master data in running text: units, projects, categories, areas. Longest name wins. */
import { type Directory, unitNames } from '../domain/directory.ts';
import type { Unit } from '../domain/model.ts';
import { fold, type Phrase, readPhrase } from './phrase.ts';

export interface Found {
  /** More than one when several bear the name. */
  ids: number[];
  /** [from, until) in the phrase. */
  span: [number, number];
  /** Stands as a token of its own, not inside a sentence. */
  separate: boolean;
}

/** Names by first character, longest first: one pass over a text costs its length, not the number of names. */
export type NameIndex = ReadonlyMap<string, readonly { name: string; ids: number[] }[]>;

interface Indexes {
  units: NameIndex;
  projects: NameIndex;
  categories: NameIndex;
  areas: NameIndex;
}

const indexes = new WeakMap<Directory['data'], Indexes>();

/** Builds an index of folded names; a single character is no name, it would be found everywhere. */
export function indexNames(rows: Iterable<readonly [id: number, name: string]>): NameIndex {
  const ids = new Map<string, number[]>();
  for (const [id, raw] of rows) {
    const name = fold(raw).replace(/\s+/g, '');
    if (name.length < 2) continue;
    const known = ids.get(name);
    if (!known) ids.set(name, [id]);
    else if (!known.includes(id)) known.push(id);
  }
  const index = new Map<string, { name: string; ids: number[] }[]>();
  for (const [name, owners] of ids) {
    const first = name.charAt(0);
    const list = index.get(first) ?? [];
    list.push({ name, ids: owners });
    index.set(first, list);
  }
  for (const list of index.values()) list.sort((a, b) => b.name.length - a.name.length);
  return index;
}

function indexesOf(directory: Directory): Indexes {
  const { data } = directory;
  let built = indexes.get(data);
  if (!built) {
    built = {
      units: indexNames(unitNames(data)),
      projects: indexNames(
        data.projects.flatMap((p) =>
          [p.name, ...p.shortNames, p.enterprise ?? ''].map((n) => [p.id, n] as const),
        ),
      ),
      categories: indexNames(
        data.categories.flatMap((c) => [c.name, ...c.keywords].map((n) => [c.id, n] as const)),
      ),
      areas: indexNames(data.areas.map((a) => [a.id, a.name] as const)),
    };
    indexes.set(data, built);
  }
  return built;
}

/** The longest name that begins at `at`, if any. */
export function nameAt(
  index: NameIndex,
  folded: string,
  at: number,
): { ids: number[]; length: number } | undefined {
  for (const { name, ids } of index.get(folded.charAt(at)) ?? []) {
    if (folded.startsWith(name, at)) return { ids, length: name.length };
  }
  return undefined;
}

const MARK = String.raw`[\s,;:、。!?()（）【】[\]"'“”「」《》\uE000]`;
const BEFORE = new RegExp(`${MARK}(?:请|由|找|给|归|交|转|责任单位:?|单位:|@)?[省市州县区]?$`);
const AFTER = new RegExp(`^(?:牵头|负责|办理|处理|解决|研究|来办)?${MARK}`);

/** Whether the name at [from, until) stands as a token of its own: 请住建局 yes, 住建局未批复 no. */
function standsAlone(folded: string, from: number, until: number): boolean {
  const before = (from > 8 ? 'x' : ' ') + folded.slice(Math.max(0, from - 8), from);
  const after = folded.slice(until, until + 8) + (until + 8 < folded.length ? 'x' : ' ');
  return BEFORE.test(before) && AFTER.test(after);
}

/** Every name of the index in the text, left to right, never overlapping; the longest at each place. */
export function findNames(index: NameIndex, phrase: Phrase): Found[] {
  const { folded } = phrase;
  const found: Found[] = [];
  for (let at = 0; at < folded.length; ) {
    const hit = nameAt(index, folded, at);
    if (!hit) {
      at++;
      continue;
    }
    const until = at + hit.length;
    found.push({ ids: hit.ids, span: [at, until], separate: standsAlone(folded, at, until) });
    at = until;
  }
  return found;
}

/** Responsible units (责任单位) by name and short names. */
export function findUnits(phrase: Phrase, directory: Directory): Found[] {
  return findNames(indexesOf(directory).units, phrase);
}

/** The unit a whole text names, spaces and marks around it aside; the longest name when it says more. */
export function findUnit(text: string, directory: Directory): Unit | undefined {
  const [found] = findUnits(readPhrase(text), directory);
  const id = found?.ids[0];
  return id === undefined ? undefined : directory.unit(id);
}

/** Projects by name, short names and enterprise. */
export function findProjects(phrase: Phrase, directory: Directory): Found[] {
  return findNames(indexesOf(directory).projects, phrase);
}

/** Areas of the tree by name. */
export function findAreas(phrase: Phrase, directory: Directory): Found[] {
  return findNames(indexesOf(directory).areas, phrase);
}

/** Indexes for readers that walk the text themselves. */
export function unitIndex(directory: Directory): NameIndex {
  return indexesOf(directory).units;
}

export function projectIndex(directory: Directory): NameIndex {
  return indexesOf(directory).projects;
}

export function areaIndex(directory: Directory): NameIndex {
  return indexesOf(directory).areas;
}

/** The category with most of its keywords in the text; on a tie the longest keyword, then the first named. */
export function findCategory(phrase: Phrase, directory: Directory): number | null {
  const scores = new Map<number, { hits: number; longest: number }>();
  for (const { ids, span } of findNames(indexesOf(directory).categories, phrase)) {
    for (const id of ids) {
      const score = scores.get(id) ?? { hits: 0, longest: 0 };
      score.hits++;
      score.longest = Math.max(score.longest, span[1] - span[0]);
      scores.set(id, score);
    }
  }
  let best: number | null = null;
  let top: { hits: number; longest: number } | undefined;
  for (const [id, score] of scores) {
    if (!top || score.hits > top.hits || (score.hits === top.hits && score.longest > top.longest)) {
      best = id;
      top = score;
    }
  }
  return best;
}

/**
 * Of several units or projects that fit, those nearest in the area tree: an area at or above `areaId` first, and of
 * these the lowest. Keeps all when none is nearer.
 */
export function nearestByArea(
  ids: readonly number[],
  areaOf: (id: number) => number | undefined,
  areaId: number | undefined,
  directory: Directory,
): number[] {
  if (ids.length < 2 || areaId === undefined) return [...ids];
  const above = ids.flatMap((id) => {
    const area = areaOf(id);
    return area !== undefined && directory.reaches(area, areaId) ? [{ id, area }] : [];
  });
  const lowest = above.flatMap(({ id, area }) =>
    above.every((other) => area === other.area || !directory.reaches(area, other.area)) ? [id] : [],
  );
  if (lowest.length > 0) return lowest;
  const below = ids.filter((id) => {
    const area = areaOf(id);
    return area !== undefined && directory.reaches(areaId, area);
  });
  return below.length > 0 ? below : [...ids];
}
