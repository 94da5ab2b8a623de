/** Which unit, person or project a name in a ledger stands for: exactly one, or none and the nearest. Pure. */
import type { NameKind } from '../../domain/ledger/import.ts';
import type { Person, Project, Unit } from '../../domain/model.ts';

export interface Alias {
  kind: NameKind;
  heard: string;
  targetId: number;
}

export interface NameBook {
  /** One that was merged leads to what it became. */
  unit(heard: string): number | undefined;
  /** Also by its enterprise, when that has only one. */
  project(heard: string): number | undefined;
  /** @param unitId among people of one name the one of this unit */
  person(heard: string, unitId?: number): number | undefined;
  /** The most similar first, three at most; none that is not like it at all. */
  nearest(kind: NameKind, heard: string, unitId?: number): { id: number; name: string }[];
}

/** As names are compared and kept: half-width, without spaces, marks and what stands in brackets at the end. */
export function foldName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"'“”‘’·•《》「」]/g, '')
    .replace(/[（(][^（()）]*[)）]$/, '');
}

interface Entry {
  id: number;
  name: string;
  folded: string[];
}

const entry = (id: number, names: readonly string[]): Entry => ({
  id,
  name: names[0] ?? '',
  folded: [...new Set(names.map(foldName).filter((one) => one !== ''))],
});

const NEAREST = 3;
const LIKE_ENOUGH = 0.3;

export function makeNameBook(known: {
  units: readonly Unit[];
  projects: readonly Project[];
  people: readonly Person[];
  aliases: readonly Alias[];
}): NameBook {
  const successor = successorOf(known.units);
  const units = known.units.flatMap((one) => {
    const id = successor(one.id);
    const names = [one.name, ...one.shortNames, ...(one.formerNames ?? [])];
    return id === undefined ? [] : [{ ...entry(id, names), closed: id !== one.id }];
  });
  const firms = Map.groupBy(known.projects, ({ enterprise }) => enterprise ?? '');
  const projects = known.projects
    .filter(({ archived }) => !archived)
    .map((one) => {
      const alone = one.enterprise !== null && firms.get(one.enterprise)?.length === 1;
      return entry(one.id, [one.name, ...one.shortNames, ...(alone ? [one.enterprise ?? ''] : [])]);
    });
  const people = known.people.filter(({ home, name }) => home && name !== '');
  const persons = people.map(({ id, name }) => entry(id, [name]));
  const entries: Record<NameKind, readonly (Entry & { closed?: boolean })[]> = {
    unit: units,
    project: projects,
    person: persons,
  };
  const aliases = new Map(known.aliases.map(({ kind, heard, targetId }) => [`${kind}:${heard}`, targetId]));
  const exact = (kind: NameKind) => indexOf(entries[kind]);
  const index: Record<NameKind, Map<string, number[]>> = {
    unit: exact('unit'),
    project: exact('project'),
    person: exact('person'),
  };
  const alias = (kind: NameKind, folded: string) => {
    const id = aliases.get(`${kind}:${folded}`);
    return id !== undefined && entries[kind].some((one) => one.id === id) ? id : undefined;
  };
  const find = (kind: NameKind, heard: string): number | undefined => {
    const folded = foldName(heard);
    const [only, ...others] = index[kind].get(folded) ?? [];
    return alias(kind, folded) ?? (others.length === 0 ? only : undefined);
  };
  return {
    unit: (heard) => find('unit', heard),
    project: (heard) => find('project', heard),
    person(heard, unitId) {
      const folded = foldName(heard);
      const ids = index.person.get(folded) ?? [];
      const inUnit = people.filter(({ id, unitId: own }) => ids.includes(id) && own === unitId);
      return (
        alias('person', folded) ??
        (ids.length > 1 && inUnit.length === 1 ? inUnit[0]?.id : find('person', heard))
      );
    },
    nearest(kind, heard, unitId) {
      const folded = foldName(heard);
      const bonus = (id: number) =>
        kind === 'person' && unitId !== undefined && people.find((one) => one.id === id)?.unitId === unitId
          ? 0.2
          : 0;
      return entries[kind]
        .filter(({ closed }) => !closed)
        .map(({ id, name, folded: names }) => ({
          id,
          name,
          like: Math.max(0, ...names.map((one) => likeness(one, folded))) + bonus(id),
        }))
        .filter(({ like }) => like >= LIKE_ENOUGH)
        .toSorted((a, b) => b.like - a.like || a.id - b.id)
        .slice(0, NEAREST)
        .map(({ id, name }) => ({ id, name }));
    },
  };
}

/** What a unit has become: itself while it is there, else what it was merged into; undefined when nothing is left of it. */
function successorOf(units: readonly Unit[]): (id: number) => number | undefined {
  const byId = new Map(units.map((one) => [one.id, one]));
  return (id) => {
    const seen = new Set<number>();
    let at = byId.get(id);
    while (at?.closed && !seen.has(at.id)) {
      seen.add(at.id);
      at = at.closed.successorId === null ? undefined : byId.get(at.closed.successorId);
    }
    return at && !at.closed ? at.id : undefined;
  };
}

function indexOf(entries: readonly Entry[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const { id, folded } of entries)
    for (const name of folded) index.set(name, [...new Set([...(index.get(name) ?? []), id])]);
  return index;
}

function pairsOf(text: string): string[] {
  const chars = [...text];
  return chars.length < 2 ? chars : chars.slice(1).map((char, at) => `${chars[at]}${char}`);
}

/** From 0 to 1: shared pairs of characters; a name within the other is much alike. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const within = short.length >= 2 && long.includes(short) ? 0.6 + (0.4 * short.length) / long.length : 0;
  const left = pairsOf(a);
  const right = pairsOf(b);
  const rest = [...right];
  let shared = 0;
  for (const pair of left) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared++;
  }
  // Two surnames alike are no likeness of people; a single character in common counts a little.
  const chars = [...new Set(a)].filter((char) => b.includes(char)).length;
  const single = (0.5 * 2 * chars) / (new Set(a).size + new Set(b).size);
  return Math.max(within, (2 * shared) / (left.length + right.length), single);
}
