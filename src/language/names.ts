/** Names of the master data in running text: units, projects, categories, areas. Longest name wins. */
import { type Directory, unitNames } from '../domain/directory.ts';
import { type KnownWord, readEdges } from './edges.ts';
import { fold, type Phrase } from './phrase.ts';
import { fitName, type Standing, standingOf } from './whole-name.ts';

export interface Found extends Standing {
  /** More than one when several bear the name. */
  ids: number[];
  /** [from, until) in the phrase. */
  span: [number, number];
}

/** A name of the master data that stands in a text as a whole word, with all that bear it. */
export interface Named extends Omit<Found, 'ids'> {
  name: string;
  unitIds: number[];
  projectIds: number[];
  areaIds: number[];
  categoryIds: number[];
}

type Kind = 'unitIds' | 'projectIds' | 'areaIds' | 'categoryIds';
type Entry = { name: string } & Record<Kind, number[]>;
/** Names by first character, longest first: one pass over a text costs its length, not the number of names. */
type NameIndex = ReadonlyMap<string, readonly Entry[]>;

interface Indexes {
  names: NameIndex;
  keywords: NameIndex;
  /** Archived projects among them, by first character; letters and digits only, the longest first. */
  projects: ReadonlyMap<string, readonly { key: string; id: number; archived: boolean }[]>;
}

const SEPARATORS = /[^\p{L}\p{N}]/gu;
/** Characters of a name that are compared. */
const PROJECT_NAME_READ = 200;

const indexes = new WeakMap<Directory['data'], Indexes>();

/** Builds an index of folded names; a single character is no name, it would be found everywhere. */
function indexNames(rows: Iterable<readonly [kind: Kind, id: number, name: string]>): NameIndex {
  const entries = new Map<string, Entry>();
  for (const [kind, id, raw] of rows) {
    const name = fold(raw).replace(/\s+/g, '');
    if (name.length < 2) continue;
    const entry = entries.get(name) ?? { name, unitIds: [], projectIds: [], areaIds: [], categoryIds: [] };
    entries.set(name, entry);
    if (!entry[kind].includes(id)) entry[kind].push(id);
  }
  const index = new Map<string, Entry[]>();
  for (const entry of entries.values()) {
    const first = entry.name.charAt(0);
    index.set(first, [...(index.get(first) ?? []), entry]);
  }
  for (const list of index.values()) list.sort((a, b) => b.name.length - a.name.length);
  return index;
}

function indexesOf(directory: Directory): Indexes {
  const { data } = directory;
  let built = indexes.get(data);
  if (!built) {
    const each = (kind: Kind, id: number, names: readonly string[]) =>
      names.map((name) => [kind, id, name] as const);
    built = {
      names: indexNames([
        ...unitNames(data).map(([id, name]) => ['unitIds', id, name] as const),
        ...directory.liveProjects.flatMap((p) =>
          each('projectIds', p.id, [p.name, ...p.shortNames, p.enterprise ?? '']),
        ),
        ...data.areas.flatMap((a) => each('areaIds', a.id, [a.name])),
      ]),
      keywords: indexNames(
        data.categories.flatMap((c) => each('categoryIds', c.id, [c.name, ...c.keywords])),
      ),
      projects: Map.groupBy(
        data.projects
          .flatMap(({ id, name, shortNames, enterprise, archived }) =>
            [name, ...shortNames, enterprise ?? ''].map((one) => ({
              key: fold(one).replace(SEPARATORS, ''),
              id,
              archived: archived !== null,
            })),
          )
          .filter(({ key }) => key.length > 1)
          .sort((a, b) => b.key.length - a.key.length),
        ({ key }) => key.charAt(0),
      ),
    };
    indexes.set(data, built);
  }
  return built;
}

/** The longest name that begins at `at`, if any. */
function nameAt(index: NameIndex, folded: string, at: number): Entry | undefined {
  return index.get(folded.charAt(at))?.find(({ name }) => folded.startsWith(name, at));
}

const read = new WeakMap<Phrase, { data: Directory['data']; names: Named[] }>();

/**
 * Every name of the master data that stands in the text as a whole word, left to right, never overlapping, the longest
 * at each place. A name inside a longer word (新兴发展大道, 人民政府) or of a place (供电公司家属院) is none.
 * @param known words of the reader's own that stand beside names, such as 逾期
 */
export function readNames(phrase: Phrase, directory: Directory, known?: KnownWord): Named[] {
  const kept = known ? undefined : read.get(phrase);
  if (kept?.data === directory.data) return kept.names;
  const names = findWholeNames(phrase.folded, indexesOf(directory).names, known);
  if (!known) read.set(phrase, { data: directory.data, names });
  return names;
}

function findWholeNames(folded: string, index: NameIndex, known?: KnownWord): Named[] {
  const edges = readEdges(folded, known);
  const names: Named[] = [];
  for (let at = 0; at < folded.length; ) {
    const entry = nameAt(index, folded, at);
    if (!entry) {
      at++;
      continue;
    }
    const span: [number, number] = [at, at + entry.name.length];
    const { fits, isPlace, isBeside } = fitName(folded, span, entry.unitIds.length > 0, edges);
    at = fits || isPlace ? span[1] : at + 1;
    const { unitIds } = entry;
    if (!fits || (isBeside && unitIds.length > 0)) continue;
    const before = names.at(-1);
    // 宜都市住建局: the area belongs to the unit.
    const area = before?.span[1] === span[0] && before.areaIds.length > 0 && unitIds.length > 0;
    const standing = standingOf(folded, area ? [before.span[0], span[1]] : span, edges);
    names.push({ ...entry, unitIds, span, ...standing });
  }
  return names;
}

function namesOf(kind: Kind, phrase: Phrase, directory: Directory, known?: KnownWord): Found[] {
  return readNames(phrase, directory, known).flatMap(({ [kind]: ids, ...found }) =>
    ids.length > 0 ? [{ ids, ...found }] : [],
  );
}

/** Responsible units (责任单位) by name and short names. */
export function findUnits(phrase: Phrase, directory: Directory): Found[] {
  return namesOf('unitIds', phrase, directory);
}

/** Projects by name, short names and enterprise. */
export function findProjects(phrase: Phrase, directory: Directory, known?: KnownWord): Found[] {
  return namesOf('projectIds', phrase, directory, known);
}

/**
 * Whom the text begins with, spaces and marks inside a name aside, so that a name is found however it is written.
 * Of one length, projects that go on win over archived ones. @returns where in the phrase the name ends
 */
export function projectAtStart(
  { folded }: Phrase,
  directory: Directory,
): { ids: number[]; until: number } | undefined {
  const at = [...folded.matchAll(/[\p{L}\p{N}]/gu)].slice(0, PROJECT_NAME_READ);
  const text = at.map(([character]) => character).join('');
  const ends = at.flatMap((match) => Array<number>(match[0].length).fill(match.index + match[0].length));
  const fits = (indexesOf(directory).projects.get(text.charAt(0)) ?? []).filter(({ key }) => {
    const until = ends[key.length - 1];
    return until !== undefined && text.startsWith(key) && !/^[\p{L}\p{N}]/u.test(folded.slice(until));
  });
  const longest = fits.filter(({ key }) => key.length === fits[0]?.key.length);
  const live = longest.filter((one) => !one.archived);
  const ids = [...new Set((live.length > 0 ? live : longest).map(({ id }) => id))];
  const until = ends[(fits[0]?.key.length ?? 0) - 1];
  return until === undefined ? undefined : { ids, until };
}

/** Areas of the tree by name. */
export function findAreas(phrase: Phrase, directory: Directory): Found[] {
  return namesOf('areaIds', phrase, directory);
}

/** The longest name or keyword of categories that begins at `at`, with all that have it. */
export function findKeywordAt(
  folded: string,
  at: number,
  directory: Directory,
): { name: string; ids: number[] } | undefined {
  const entry = nameAt(indexesOf(directory).keywords, folded, at);
  return entry && { name: entry.name, ids: entry.categoryIds };
}

/** The category with most of its keywords in the text; on a tie the longest keyword, then the first named. */
export function findCategory(phrase: Phrase, directory: Directory): number | null {
  const scores = new Map<number, { hits: number; longest: number }>();
  const { keywords } = indexesOf(directory);
  for (let at = 0; at < phrase.folded.length; ) {
    const entry = nameAt(keywords, phrase.folded, at);
    at += entry?.name.length ?? 1;
    for (const id of entry?.categoryIds ?? []) {
      const score = scores.get(id) ?? { hits: 0, longest: 0 };
      score.hits++;
      score.longest = Math.max(score.longest, entry?.name.length ?? 0);
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
