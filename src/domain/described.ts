/** Which problem is meant by a description in free words: how much of what is said stands in it. Pure. */
import { alike, IN_EVERY } from './same-words.ts';
import { fold } from './search.ts';

/** One that may be meant. */
export interface Candidate {
  id: number;
  text: string;
  open: boolean;
  projectId: number | null;
  unitIds: readonly number[];
  categoryId: number | null;
}

/** What is said of it. */
export interface Described {
  /** The telling words, compared form (same-words.ts), asking words and names taken out; parts that stand together. */
  parts: readonly string[];
  projectIds: readonly number[];
  unitIds: readonly number[];
  categoryIds: readonly number[];
}

/** How rare words are among what may be seen: of so many problems, how often each pair stands in one. */
export interface Rarity {
  size: number;
  times: ReadonlyMap<string, number>;
}

export interface Ranked {
  id: number;
  open: boolean;
  /** 0–1 and a little more: the part of what was said that it holds, and of its title that was said. */
  score: number;
  /** How many wholly rare pairs it shares. */
  strength: number;
  /** Part of what was said that it holds, by rarity; what no problem holds counts little. */
  covered: number;
  /** The same, everything counted alike: 职工体检 is not 职工上下班. */
  plain: number;
  /** Part of its title that was said. */
  titled: number;
  /** Part of what was said that stands in it without what comes of it (影响…, 希望…). */
  inHead: number;
  /** By how many rare pairs it is ahead of any other that may be meant. */
  ahead: number;
  /** Another project was named than its own. */
  elsewhere: boolean;
  /** Its own was named. */
  own: boolean;
}

/** A Han character, or a run of letters or digits. */
const ATOM = /\p{Script=Han}|[^\P{L}\p{Script=Han}]+|\p{N}+/gu;

/** Between marks and spaces. */
const RUN = /[\p{L}\p{N}]+/gu;

/** What no problem holds tells little against any of them. */
const UNKNOWN = 0.35;
/** It stands there the other way round: 烂路 and 道路破损. */
const REVERSED = 0.7;
/** Shortened: 技改资金 of 技改专项资金, 糖蜜罐 of 糖蜜储罐. */
const SHORTENED = 0.75;
const MOST_BETWEEN = 4;
/** Both halves stand in it, apart from each other; one of them does. */
const APART = 0.4;
const HALF = 0.1;
/** One character by itself. */
const SINGLE = 0.35;
const OF_TITLE = 0.3;
const NAMED = { project: 0.15, unit: 0.08, category: 0.04, other: -0.15 } as const;

/** Of a part; longer ones are told by their beginning. */
const LONGEST_PART = 30;

/** Of a problem; what it is about stands before it. */
const LONGEST_TEXT = 300;

interface Unit {
  atoms: readonly string[];
  /** Both together. */
  said: string;
}

/** Pairs of neighbours; what stands alone, alone; 120 tells as much as a pair. */
function unitsOf(parts: readonly string[]): Unit[] {
  const units = parts.flatMap((part) => {
    const atoms = part.match(ATOM) ?? [];
    const long = atoms.filter((atom) => atom.length > 1);
    const alone = (atoms.length === 1 ? atoms : long).map((atom) => ({ atoms: [atom], said: atom }));
    const pairs = atoms
      .slice(1)
      .map((atom, i) => ({ atoms: [atoms[i] ?? '', atom], said: `${atoms[i]}${atom}` }));
    return [...alone, ...pairs];
  });
  return [...new Map(units.map((unit) => [unit.said, unit])).values()];
}

/** No single character. */
function isTelling({ said }: Unit): boolean {
  return said.length > 1;
}

interface Read {
  candidate: Candidate;
  units: Unit[];
  pairs: ReadonlySet<string>;
  atoms: ReadonlySet<string>;
  /** Two that stand in this order with a little between them. */
  near: ReadonlySet<string>;
}

function read(candidate: Candidate): Read {
  const parts = alike(candidate.text).match(RUN) ?? [];
  const units = unitsOf(parts);
  const written = unitsOf(fold(candidate.text).match(RUN) ?? []);
  return {
    candidate,
    units,
    pairs: new Set([...units, ...written].map(({ said }) => said)),
    atoms: new Set(parts.flatMap((part) => part.match(ATOM) ?? [])),
    near: new Set(parts.flatMap((part) => nearIn(part.match(ATOM) ?? []))),
  };
}

function nearIn(atoms: readonly string[]): string[] {
  return atoms.flatMap((one, i) => atoms.slice(i + 2, i + 2 + MOST_BETWEEN).map((next) => `${one}${next}`));
}

/** 0–1: 1 of what stands in one problem alone, or in none. */
function weights(units: readonly Unit[], all: readonly Read[], { size, times }: Rarity) {
  const most = Math.max(size, all.length, 1);
  const weight = ({ atoms, said }: Unit) => {
    const back = atoms.toReversed().join('');
    const here = all.filter(({ pairs, atoms: own }) =>
      atoms.length > 1 ? pairs.has(said) || pairs.has(back) : own.has(said),
    ).length;
    const part = isTelling({ atoms, said }) ? 1 : SINGLE;
    const seen = Math.max(here, times.get(said) ?? 0);
    if (seen === 0) return UNKNOWN * part;
    const rare = Math.log((most + 1) / (seen + 0.5)) / Math.log((most + 1) / 1.5);
    return Math.max(0, rare) * part;
  };
  return new Map(units.map((unit) => [unit.said, weight(unit)]));
}

function held({ atoms, said }: Unit, { pairs, atoms: own, near }: Omit<Read, 'candidate'>): number {
  if (atoms.length === 1) return own.has(said) ? 1 : 0;
  if (pairs.has(said)) return 1;
  if (near.has(said)) return SHORTENED;
  if (pairs.has(atoms.toReversed().join(''))) return REVERSED;
  const some = atoms.filter((atom) => own.has(atom)).length;
  return some === 2 ? APART : some === 1 ? HALF : 0;
}

/** The title, up to its first mark. */
function headOf(candidate: Candidate): Read {
  const [text = ''] = candidate.text.split(/[，,。；;\n]/);
  return read({ ...candidate, text });
}

/** What comes of it, or is wished for. */
const CONSEQUENCE = /[，,。；;\n]\s*(?:影响|导致|造成|希望|建议|请).*/su;

/** Part of some words that stands in others. */
function partOf(units: readonly Unit[], own: Omit<Read, 'candidate'>): number {
  const sum = units.reduce((all, unit) => all + held(unit, own), 0);
  return units.length === 0 ? 0 : sum / units.length;
}

/** A named unit, project or category that fits, or does not. */
function named(candidate: Candidate, { projectIds, unitIds, categoryIds }: Described) {
  const { projectId, categoryId } = candidate;
  const elsewhere = projectIds.length > 0 && (projectId === null || !projectIds.includes(projectId));
  const project = projectIds.length === 0 ? 0 : elsewhere ? NAMED.other : NAMED.project;
  const unit = unitIds.some((id) => candidate.unitIds.includes(id)) ? NAMED.unit : 0;
  const category = categoryId !== null && categoryIds.includes(categoryId) ? NAMED.category : 0;
  return { elsewhere, own: projectIds.length > 0 && !elsewhere, bonus: project + unit + category };
}

/**
 * Of words as they were said: the longest runs whose every pair stands in a text, and what is between them of which a
 * part does not stand in it at all. One character that only joins two that do (高压线挨塔吊) tells nothing.
 */
export function sharedWords(
  said: string | readonly string[],
  text: string,
): { held: string[]; missing: string[] } {
  const own = read({ id: 0, text, open: true, projectId: null, unitIds: [], categoryId: null });
  const runs = [said].flat().flatMap((part) => runsIn(part, own));
  const held = runs.flatMap((run) => (run.held ? [run.said] : []));
  const first = runs.findIndex((run) => run.held);
  const last = runs.findLastIndex((run) => run.held);
  const joins = (at: number) => first >= 0 && at > first && at < last;
  const missing = runs.flatMap((run, at) =>
    run.held || (run.said.length === 1 && joins(at)) ? [] : [run.said],
  );
  return { held, missing };
}

/** What of a part stands in it and what does not, in order. */
function runsIn(said: string, own: Read): { said: string; held: boolean }[] {
  const isHeld = (part: string) => {
    const units = unitsOf(alike(part).match(RUN) ?? []).filter(isTelling);
    // 改道 is compared by one character.
    if (units.length === 0 && part.length > 1) return own.atoms.has(alike(part));
    return units.length > 0 && units.every((unit) => own.pairs.has(unit.said));
  };
  const stands = (part: string) =>
    (alike(part).match(ATOM) ?? []).every((atom) => own.atoms.has(atom) || IN_EVERY.has(atom));
  const atoms = [...said].slice(0, LONGEST_PART);
  const runs: { said: string; held: boolean }[] = [];
  let between = '';
  const close = () => {
    const lacking = trimmed([...between], stands);
    // One character alone says too little of which is meant.
    if (lacking !== '' && atoms.length > 1) runs.push({ said: lacking, held: false });
    between = '';
  };
  for (let from = 0; from < atoms.length; ) {
    let until = atoms.length;
    while (until > from && !isHeld(atoms.slice(from, until).join(''))) until--;
    if (until > from) {
      close();
      runs.push({ said: atoms.slice(from, until).join(''), held: true });
    } else between += atoms[from] ?? '';
    from = Math.max(from + 1, until);
  }
  close();
  return runs;
}

/** Without what stands at its ends. */
function trimmed(part: readonly string[], stands: (one: string) => boolean): string {
  const lacks = (one: string) => !stands(one);
  return part.slice(part.findIndex(lacks), part.findLastIndex(lacks) + 1).join('');
}

/** The nearest first; of those equally near the open one, then the newest. */
export function rankDescribed(
  described: Described,
  candidates: readonly Candidate[],
  rarity: Rarity,
): Ranked[] {
  const units = unitsOf(described.parts);
  const all = candidates.map((one) => read({ ...one, text: one.text.slice(0, LONGEST_TEXT) }));
  const weight = weights(units, all, rarity);
  const whole = units.reduce((sum, { said }) => sum + (weight.get(said) ?? 0), 0);
  const said = {
    units,
    pairs: new Set(units.map((unit) => unit.said)),
    atoms: new Set(units.flatMap((unit) => unit.atoms)),
    near: new Set<string>(),
  };
  const ranked = all.map((one): Ranked => {
    const parts = units.map((unit) => ({ unit, share: held(unit, one), weight: weight.get(unit.said) ?? 0 }));
    const sum = parts.reduce((all, { share, weight }) => all + share * weight, 0);
    const strength = parts.reduce(
      (all, { unit, share, weight }) => all + (share >= REVERSED && isTelling(unit) ? share * weight : 0),
      0,
    );
    const covered = whole === 0 ? 0 : sum / whole;
    const telling = parts.filter(({ unit }) => isTelling(unit));
    const plain = telling.reduce((all, { share }) => all + share, 0) / Math.max(1, telling.length);
    const { bonus, ...where } = named(one.candidate, described);
    const { id, open } = one.candidate;
    const head = headOf(one.candidate);
    const titled = partOf(head.units, said);
    const score = covered + OF_TITLE * titled + bonus;
    const inHead = partOf(
      units,
      read({ ...one.candidate, text: one.candidate.text.slice(0, LONGEST_TEXT).replace(CONSEQUENCE, '') }),
    );
    return { id, open, score, strength, covered, plain, titled, inHead, ahead: strength, ...where };
  });
  const ahead = (one: Ranked) => {
    const others = ranked.filter((other) => other !== one && (one.elsewhere || !other.elsewhere));
    return one.strength - Math.max(0, ...others.map(({ strength }) => strength));
  };
  return ranked
    .map((one) => ({ ...one, ahead: ahead(one) }))
    .toSorted((a, b) => b.score - a.score || Number(b.open) - Number(a.open) || b.id - a.id);
}
