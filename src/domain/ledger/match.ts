/** Names of a ledger against the directory: found, or asked with the nearest. Nothing is created here. Pure. */
import { fold, foldWords } from './fold.ts';
import type { NameSaid } from './model.ts';
import { alikeness, type Fingerprint, fingerprintOf } from './similarity.ts';

export interface Near {
  id: number;
  name: string;
  /** 0–1. */
  alike: number;
}

export type NameMatch<T extends NameSaid = NameSaid> = T & {
  /** null: somebody has to say. */
  id: number | null;
  how: 'name' | 'short-name' | 'former-name' | 'alias' | 'asked';
  /** Bear the name alike (two 张伟, one short name of two units); empty: none does. */
  several: number[];
  /** At most three, the most alike first; empty when `id` is known. */
  nearest: Near[];
};

interface Bearer {
  id: number;
  name: string;
  shortNames?: readonly string[];
  formerNames?: readonly string[];
  /** No more to be chosen; what it was called still leads to its successor. */
  closed?: { successorId: number | null } | null;
}

/** Remembered from an earlier import: what was written → whom it means. */
export type Aliases = ReadonlyMap<string, number>;

const NEAREST = 3;
const LEAST = 0.3;

function matchNames<T extends NameSaid, B extends Bearer>(
  names: readonly T[],
  bearers: readonly B[],
  aliases: Aliases,
  restrict: (name: T, ids: number[]) => number[] = (_, ids) => ids,
): NameMatch<T>[] {
  const known = new Map<string, number>([...aliases].map(([text, id]) => [fold(text), id]));
  const byId = new Map(bearers.map((bearer) => [bearer.id, bearer]));
  const follow = (id: number): number | null => {
    const seen = new Set<number>();
    let at: B | undefined = byId.get(id);
    while (at?.closed && !seen.has(at.id)) {
      seen.add(at.id);
      at = at.closed.successorId === null ? undefined : byId.get(at.closed.successorId);
    }
    return at && !at.closed ? at.id : null;
  };
  const levels = (['name', 'short-name', 'former-name'] as const).map((how) => {
    const ids = new Map<string, number[]>();
    for (const bearer of bearers) {
      const said =
        how === 'name'
          ? [bearer.name]
          : how === 'short-name'
            ? (bearer.shortNames ?? [])
            : (bearer.formerNames ?? []);
      const id = follow(bearer.id);
      if (id === null) continue;
      for (const one of said.map(foldWords)) {
        const bearersOf = ids.get(one) ?? [];
        if (!bearersOf.includes(id)) bearersOf.push(id);
        ids.set(one, bearersOf);
      }
    }
    return { how, ids };
  });
  const prints = bearers
    .filter((bearer) => !bearer.closed)
    .flatMap((bearer) =>
      [bearer.name, ...(bearer.shortNames ?? []), ...(bearer.formerNames ?? [])].map((text) => ({
        bearer,
        print: fingerprintOf(text),
      })),
    );
  return names.map((name) => {
    const alias = known.get(fold(name.text));
    const aliased = alias === undefined ? null : follow(alias);
    if (aliased !== null) return { ...name, id: aliased, how: 'alias', several: [], nearest: [] };
    for (const { how, ids } of levels) {
      const found = restrict(name, ids.get(foldWords(name.text)) ?? []);
      const [id] = found;
      if (found.length === 1 && id !== undefined) return { ...name, id, how, several: [], nearest: [] };
      if (found.length > 1)
        return { ...name, id: null, how: 'asked', several: found, nearest: nearest(name.text, prints) };
    }
    return { ...name, id: null, how: 'asked', several: [], nearest: nearest(name.text, prints) };
  });
}

function nearest(text: string, prints: readonly { bearer: Bearer; print: Fingerprint }[]): Near[] {
  const own = fingerprintOf(text);
  const best = new Map<number, Near>();
  for (const { bearer, print } of prints) {
    const inside =
      own.words.length > 1 &&
      print.words.length > 1 &&
      (own.words.includes(print.words) || print.words.includes(own.words));
    const shared = [...new Set(own.words)].filter((char) => print.words.includes(char)).length;
    const alike = Math.max(
      alikeness(own, print),
      inside ? 0.8 : 0,
      (0.7 * shared) / Math.max(own.words.length, print.words.length, 1),
    );
    const known = best.get(bearer.id);
    if (alike >= LEAST && (!known || alike > known.alike))
      best.set(bearer.id, { id: bearer.id, name: bearer.name, alike });
  }
  return [...best.values()].toSorted((a, b) => b.alike - a.alike || a.id - b.id).slice(0, NEAREST);
}

const NO_ALIASES: Aliases = new Map();

/** By name, short name, former name or alias; a unit that was merged leads to the one it became. */
export function matchUnits<T extends NameSaid>(
  names: readonly T[],
  units: readonly Bearer[],
  aliases: Aliases = NO_ALIASES,
): NameMatch<T>[] {
  return matchNames(names, units, aliases);
}

/** A project is called by its enterprise, too, when that has only one. */
export function matchProjects<T extends NameSaid>(
  names: readonly T[],
  projects: readonly (Bearer & { enterprise?: string | null })[],
  aliases: Aliases = NO_ALIASES,
): NameMatch<T>[] {
  return matchNames(
    names,
    projects.map((project) => ({
      ...project,
      formerNames: [...(project.formerNames ?? []), ...(project.enterprise ? [project.enterprise] : [])],
    })),
    aliases,
  );
}

const TITLE =
  /(?:同志|副?(?:局长|主任|县长|市长|区长|镇长|书记|部长|科长|处长|经理|董事长|院长|站长|所长|队长)|总工?|工程师)$/;

/**
 * By whole name, within the unit of the row when its people bear it; 张县长 (a surname and an office) is asked.
 * @param unitOf the unit the name's `unit` was matched to
 */
export function matchPeople<T extends NameSaid & { unit?: string }>(
  names: readonly T[],
  people: readonly { id: number; name: string; unitId: number | null }[],
  unitOf: (unit: string) => number | null = () => null,
  aliases: Aliases = NO_ALIASES,
): NameMatch<T>[] {
  const unitById = new Map(people.map(({ id, unitId }) => [id, unitId]));
  const bare = names.map((name) => {
    const short = name.text.replace(TITLE, '');
    return { ...name, said: name.text, text: [...short].length > 1 ? short : name.text };
  });
  const matched = matchNames(bare, people, aliases, ({ unit }, ids) => {
    const unitId = unit === undefined ? null : unitOf(unit);
    const within = ids.filter((id) => unitId !== null && unitById.get(id) === unitId);
    return within.length > 0 ? within : ids;
  });
  return matched.map(({ said, ...match }) => ({ ...match, text: said }) as unknown as NameMatch<T>);
}
