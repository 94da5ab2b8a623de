/** Which unit, person or project a name in a ledger stands for: exactly one, or none and the nearest. Pure. */
import type { NameKind } from '../../domain/ledger/import.ts';
import { alikeness, type Fingerprint, fingerprintOf } from '../../domain/ledger/similarity.ts';
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
  /** The one unit it is but for the area in front (市住建局): offered first, never taken. */
  likely(kind: NameKind, heard: string): number | undefined;
  /** The most similar first, three at most; none that is not like it at all. */
  nearest(kind: NameKind, heard: string, unitId?: number): { id: number; name: string }[];
}

/** As names are compared and kept: half-width, without spaces and marks; but 1.5万吨 is not 15万吨, 一期 is not 二期. */
export function foldName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<!\d)[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+(?!\d)/gu, '');
}

/** Names of one rank: what somebody is called in full goes before what another is called for short. */
type Rank = ReadonlyMap<string, readonly number[]>;

interface Bearer {
  id: number;
  name: string;
  /** By rank: the name itself, short names, names of former times or by the way. */
  called: readonly (readonly string[])[];
  /** No more to be chosen. */
  closed?: boolean;
}

interface Register {
  bearers: readonly Bearer[];
  ranks: readonly Rank[];
  prints: readonly { bearer: Bearer; print: Fingerprint }[];
}

function registerOf(bearers: readonly Bearer[]): Register {
  const ranks = [0, 1, 2].map((rank) => {
    const ids = new Map<string, number[]>();
    for (const { id, called } of bearers)
      for (const name of new Set((called[rank] ?? []).map(foldName)))
        if (name !== '' && !ids.get(name)?.includes(id)) ids.set(name, [...(ids.get(name) ?? []), id]);
    return ids;
  });
  const prints = bearers
    .filter(({ closed }) => !closed)
    .flatMap((bearer) => bearer.called.flat().map((text) => ({ bearer, print: fingerprintOf(text) })));
  return { bearers, ranks, prints };
}

const BRACKET = /^(.+?)\s*[（(]([^（()）]+)[)）]$/;
const AREA_IN_FRONT =
  /^(?:国网)?(?:\p{Script=Han}{2,4}(?=[省市县区州]))?[省市县区州]?(?=\p{Script=Han}{3,})/u;
const OFFICE =
  /(?:同志|副?(?:局长|主任|县长|市长|区长|镇长|书记|部长|科长|处长|经理|董事长|院长|站长|所长|队长)|总工?|工程师)$/;

export function makeNameBook(known: {
  units: readonly Unit[];
  projects: readonly Project[];
  people: readonly Person[];
  aliases: readonly Alias[];
}): NameBook {
  const successor = successorOf(known.units);
  const firms = Map.groupBy(known.projects, ({ enterprise }) => enterprise ?? '');
  const people = known.people.filter(({ home, name }) => home && name !== '');
  const unitOfPerson = new Map(people.map(({ id, unitId }) => [id, unitId]));
  const registers: Record<NameKind, Register> = {
    unit: registerOf(
      known.units.flatMap(({ id: own, name, shortNames, formerNames = [] }) => {
        const id = successor(own);
        return id === undefined
          ? []
          : [{ id, name, called: [[name], shortNames, formerNames], closed: id !== own }];
      }),
    ),
    project: registerOf(
      known.projects
        .filter(({ archived }) => !archived)
        .map(({ id, name, shortNames, enterprise }) => {
          const alone = enterprise !== null && firms.get(enterprise)?.length === 1;
          return { id, name, called: [[name], shortNames, alone ? [enterprise] : []] };
        }),
    ),
    person: registerOf(people.map(({ id, name }) => ({ id, name, called: [[name]] }))),
  };
  const aliases = new Map(
    known.aliases.map(({ kind, heard, targetId }) => [`${kind}:${foldName(heard)}`, targetId]),
  );
  const alias = (kind: NameKind, folded: string): number | undefined => {
    const target = aliases.get(`${kind}:${folded}`);
    const id = kind === 'unit' && target !== undefined ? successor(target) : target;
    return registers[kind].bearers.some((one) => one.id === id) ? id : undefined;
  };
  /** Of several who bear it the one `among` them; undefined: nobody, or it cannot be told. */
  const exact = (kind: NameKind, heard: string, among?: (id: number) => boolean): number | undefined => {
    const folded = foldName(heard);
    const [inFull] = registers[kind].ranks;
    const bearers = inFull?.get(folded) ?? [];
    if (bearers.length === 1) return bearers[0];
    const said = alias(kind, folded);
    if (said !== undefined) return said;
    for (const rank of registers[kind].ranks) {
      const ids = rank.get(folded) ?? [];
      const own = ids.length > 1 && among ? ids.filter(among) : ids;
      if (ids.length > 0) return own.length === 1 ? own[0] : undefined;
    }
    return undefined;
  };
  const unit = (heard: string) => {
    const id = exact('unit', heard);
    if (id !== undefined) return id;
    // 住建局（住房和城乡建设局） is one unit said twice; any other bracket may tell two units apart.
    const [, outer = '', inner = ''] = BRACKET.exec(heard.trim()) ?? [];
    const both = exact('unit', outer);
    return both !== undefined && exact('unit', inner) === both ? both : undefined;
  };
  /** Of another unit than the row names: perhaps another of that name, so it is asked. */
  const elsewhere = (id: number, unitId: number | undefined) => {
    const own = unitOfPerson.get(id) ?? null;
    return unitId !== undefined && own !== null && own !== unitId;
  };
  const person = (heard: string, unitId?: number) => {
    const chosen = alias('person', foldName(heard));
    if (chosen !== undefined) return chosen;
    const id = personNamed(heard, unitId);
    return id !== undefined && elsewhere(id, unitId) ? undefined : id;
  };
  const personNamed = (heard: string, unitId?: number) => {
    const within = (id: number) => unitId !== undefined && unitOfPerson.get(id) === unitId;
    const id = exact('person', heard, within);
    if (id !== undefined) return id;
    const [, outer = heard.trim(), inner = ''] = BRACKET.exec(heard.trim()) ?? [];
    if (inner !== '' && !OFFICE.test(inner)) return undefined;
    const bare = outer.replace(OFFICE, '');
    // 李局长 is a surname and an office: nobody is named.
    return bare !== heard && [...bare].length > 1 ? exact('person', bare, within) : undefined;
  };
  return {
    unit,
    // 兴发项目 is 兴发 said with what it is.
    project: (heard) =>
      exact('project', heard) ?? exact('project', heard.replace(/(?:建设)?(?:项目|工程|专班)$/, '')),
    person,
    likely(kind, heard) {
      const bare = heard.trim().replace(AREA_IN_FRONT, '');
      return kind === 'unit' && bare.length > 2 && bare !== heard.trim() ? unit(bare) : undefined;
    },
    nearest: (kind, heard, unitId) =>
      nearestOf(registers[kind], heard, (id) =>
        kind === 'person' && unitId !== undefined && unitOfPerson.get(id) === unitId ? 0.2 : 0,
      ),
  };
}

const NEAREST = 3;
const LIKE_ENOUGH = 0.3;

function nearestOf(
  { prints }: Register,
  heard: string,
  bonus: (id: number) => number,
): { id: number; name: string }[] {
  const own = fingerprintOf(heard);
  const best = new Map<number, { id: number; name: string; like: number }>();
  for (const { bearer, print } of prints) {
    const { id, name } = bearer;
    const like = likeness(own, print) + bonus(id);
    if (like >= LIKE_ENOUGH && like > (best.get(id)?.like ?? 0)) best.set(id, { id, name, like });
  }
  return [...best.values()]
    .toSorted((a, b) => b.like - a.like || a.id - b.id)
    .slice(0, NEAREST)
    .map(({ id, name }) => ({ id, name }));
}

/** From 0 to 1: shared pairs of characters; a name within the other, or its short form (住建局), is much alike. */
function likeness(a: Fingerprint, b: Fingerprint): number {
  const [short, long] = a.words.length < b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (short === '') return 0;
  const share = short.length / long.length;
  const within =
    short.length < 2
      ? 0
      : long.includes(short)
        ? 0.6 + 0.4 * share
        : isShortFor(short, long)
          ? 0.5 + 0.4 * share
          : 0;
  // A single character in common counts a little.
  const [left, right] = [new Set(short), new Set(long)];
  const shared = [...left].filter((char) => right.has(char)).length;
  return Math.max(within, alikeness(a, b), shared / (left.size + right.size));
}

/** All its characters in their order, beginning with the same one. */
function isShortFor(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length && long[0] === short[0];
}

/** Alike enough that it may be the same one under another name. */
export function mayBeSame(a: string, b: string): boolean {
  const [left, right] = [new Set(foldName(a)), new Set(foldName(b))];
  const shared = [...left].filter((char) => right.has(char)).length;
  return shared / Math.min(left.size, right.size) >= 0.6;
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
