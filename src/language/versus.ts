/**
 * Sides set beside each other (王建国管的跟刘敏的哪边超期多, 跟资规局比谁快, 楚能和邦普谁问题多谁办得快): one whole question of each
 * side for each measure, so that a comparison is of one measure and one time.
 */
import { todayOf } from '../domain/directory.ts';
import type { ReadContext } from './definition.ts';
import { OF_WHOLES, OVERALL, WHOLE_MEASURES } from './lexicon/overview.ts';
import { periodAt } from './lexicon/periods.ts';
import { simplify } from './lexicon/traditional.ts';
import {
  AROUND,
  COMPARED,
  DOES,
  EITHER,
  FASTER,
  GRADE,
  MEASURED,
  OURS,
  THEIRS,
  WHICH,
  WHOLE,
} from './lexicon/versus.ts';
import { fold } from './phrase.ts';

export type SideKind = 'unit' | 'project' | 'category' | 'person' | 'me' | 'whole';

export interface Versus {
  /** `own`: 我们, which the questions name. */
  sides: { name: string; kind: SideKind; own?: true }[];
  /** Of each measure a question for each side, in their order. */
  questions: string[][];
  /** One side was not said, and is the speaker's own unit. */
  implied?: true;
  /** Which does better, by no measure: several figures of each. */
  whole?: true;
}

interface Side {
  from: number;
  until: number;
  /** More than one: 供电 is a kind of matter and a unit. */
  meant: { kind: SideKind; name: string }[];
  held: string;
  own?: true;
}

const KIND_OF_UNIT = /(?:公司|大队|支队|中心|委员会|局|委|办)$/u;
const MOST = 4;
const LONGEST = 60;

/** Cheap: whether anything may be compared at all. */
export function mayCompare(text: string): boolean {
  const said = simplify(fold(text));
  return (
    said.length <= LONGEST &&
    (COMPARED.test(said) ||
      ((GRADE.test(said) || said.search(OVERALL) >= 0) && said.search(WHICH) >= 0) ||
      EITHER.test(said))
  );
}

/**
 * undefined: nothing is set beside another, or what of them is not understood.
 * @param people who may be named
 * @param spoken the one unit that was just spoken of, and when: where only the other is said
 */
export function versusIn(
  text: string,
  people: readonly string[],
  context: ReadContext,
  spoken?: { unit: string; when: string },
): Versus | undefined {
  if (!mayCompare(text)) return undefined;
  const said = simplify(fold(text));
  const found = sidesIn(said, people, context);
  if (found.length === 0 || found.length > MOST) return undefined;
  const sides = kindsSettled(found);
  const own = spoken?.unit ?? ownUnit(context);
  const implied = sides.length === 1 && own !== undefined && /^(?:那|再)?(?:跟|和|与|同|对|比)/u.test(said);
  if (sides.length < 2 && !implied) return undefined;
  const all = implied
    ? [{ name: own ?? '', kind: 'unit' as const, held: '', own: undefined }, ...sides]
    : sides;
  if (new Set(all.map(({ name, kind }) => `${kind} ${name}`)).size < all.length) return undefined;
  const asked = measuresIn(without(said, found), context);
  if (!asked) return undefined;
  // A number of all there is is no measure of one of them.
  if (all.some(({ kind }) => kind === 'whole') && asked.some(({ measure }) => /几件$/.test(measure)))
    return undefined;
  const whole = asked.some((one) => one.whole);
  const questions = asked.map(({ time, measure }) =>
    all.map((side) => {
      const whose = whole && side.kind === 'person' ? `${side.name}管的项目` : whoseText(side, measure);
      return `${time || (implied && !whole && spoken?.when) || ''}${whose}${measure}`;
    }),
  );
  return {
    sides: all.map(({ name, kind, own: ours }) => ({ name, kind, ...(ours && { own: ours }) })),
    questions,
    ...(implied && { implied: true as const }),
    ...(whole && { whole: true as const }),
  };
}

function ownUnit({ actor, directory }: ReadContext): string | undefined {
  return actor.person.unitId === null ? undefined : directory.unit(actor.person.unitId)?.name;
}

function whoseText(
  { name, kind, held }: { name: string; kind: SideKind; held: string },
  measure: string,
): string {
  if (kind === 'whole') return '';
  if (kind === 'category') return `${name}类`;
  if (kind === 'unit' || kind === 'project') return name;
  if (DOES.test(measure) || !/几件$/.test(measure)) return name;
  return /[管带包]的/.test(held) && kind === 'person' ? `${name}管的项目` : `${name}名下`;
}

/** Names that stand in the text, the longest where several begin alike, each with what says that it is theirs. */
function sidesIn(said: string, people: readonly string[], context: ReadContext): Side[] {
  const named = namesOf(people, context).toSorted((a, b) => b.heard.length - a.heard.length);
  const sides: Side[] = [];
  const theirs = new RegExp(THEIRS, 'uy');
  const ours = new RegExp(OURS, 'uy');
  const whole = new RegExp(WHOLE, 'uy');
  for (let at = 0; at < said.length; ) {
    const one = named.find(({ heard }) => said.startsWith(heard, at));
    const all = matchAt(whole, said, at);
    const mine = one || all ? undefined : matchAt(ours, said, at);
    const length = one?.heard.length ?? all?.length ?? mine?.length;
    if (length === undefined) {
      at += 1;
      continue;
    }
    const held = matchAt(theirs, said, at + length) ?? '';
    const until = at + length + held.length;
    if (one) sides.push({ from: at, until, meant: named.filter(({ heard }) => heard === one.heard), held });
    else if (all)
      sides.push({ from: at, until: at + length, meant: [{ kind: 'whole', name: '' }], held: '' });
    else sides.push({ from: at, until, meant: [mineOf(mine ?? '', context)], held, own: true });
    at = all && !one ? at + length : until;
  }
  return onceEach(sides);
}

/** 跟水利比比，我们谁按时的多: 我们 behind two sides is both of them. */
function onceEach(sides: readonly Side[]): Side[] {
  const said = (side: Side) => side.meant.map(({ kind, name }) => `${kind} ${name}`).join();
  return sides.filter((side, i) => !sides.slice(0, i).some((one) => said(one) === said(side)));
}

function mineOf(heard: string, context: ReadContext): { name: string; kind: SideKind } {
  const unit = ownUnit(context);
  const plural = /们|局|单位|公司|队|本/.test(heard);
  return plural && unit !== undefined ? { name: unit, kind: 'unit' } : { name: '我', kind: 'me' };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  const [match] = pattern.exec(text) ?? [];
  return match === '' ? undefined : match;
}

interface Named {
  heard: string;
  name: string;
  kind: SideKind;
}

function namesOf(people: readonly string[], { directory }: ReadContext): Named[] {
  const { units, categories } = directory.data;
  const all: Named[] = [
    ...units.flatMap(({ name, shortNames }) =>
      [name, ...shortNames].flatMap((one) =>
        [one, one.replace(KIND_OF_UNIT, '')].map((heard) => ({ heard, name, kind: 'unit' as const })),
      ),
    ),
    ...directory.liveProjects.flatMap(({ name, shortNames }) =>
      [name, ...shortNames].map((heard) => ({
        heard,
        name: shortNames[0] ?? name,
        kind: 'project' as const,
      })),
    ),
    ...categories.flatMap(({ name }) => [
      { heard: name, name, kind: 'category' as const },
      { heard: `${name}类`, name, kind: 'category' as const },
    ]),
    ...people.map((name) => ({ heard: name, name, kind: 'person' as const })),
  ];
  return all.map((one) => ({ ...one, heard: fold(one.heard) })).filter(({ heard }) => heard.length > 1);
}

/** 供电 beside 用地 is a kind of matter, beside 资规局 or 我们 the unit. */
function kindsSettled(
  sides: readonly Side[],
): { name: string; kind: SideKind; held: string; own?: true | undefined }[] {
  const category = sides.every(({ meant }) => meant.some(({ kind }) => kind === 'category'));
  return sides.flatMap(({ meant, held, own }) => {
    const fits = meant.find(({ kind }) => (kind === 'category') === category) ?? meant[0];
    return fits ? [{ name: fits.name, kind: fits.kind, held, own }] : [];
  });
}

function without(said: string, sides: readonly Side[]): string {
  let rest = '';
  let at = 0;
  for (const { from, until } of sides) {
    rest += `${said.slice(at, from)} `;
    at = until;
  }
  return rest + said.slice(at);
}

interface Measured {
  time: string;
  measure: string;
  whole?: boolean;
}

/** What of them is compared, clause by clause; undefined: something in it is not known. */
function measuresIn(rest: string, context: ReadContext): Measured[] | undefined {
  const clauses = rest.split(/[,，;；。!！?？]/u);
  const found: Measured[] = [];
  let time = '';
  for (const clause of clauses) {
    const timed = timeOf(clause, context);
    if (!timed) return undefined;
    time = timed.time || time;
    const faster = FASTER.test(timed.rest);
    const graded = GRADE.test(timed.rest);
    const without = (patterns: readonly RegExp[]) =>
      [WHICH, ...patterns, ...AROUND]
        .reduce((left, pattern) => left.replace(pattern, ' '), timed.rest)
        .replace(/[\s\p{P}的得了]/gu, '');
    const bare = without([]);
    if (bare === '' && !graded) continue;
    const known = measureOf(bare, faster);
    const overall = !known && timed.rest.search(OVERALL) >= 0 ? without([OVERALL, OF_WHOLES]) : undefined;
    if (overall === '') {
      // 这周谁更顺: what is open is of now.
      if (time !== '') return undefined;
      for (const measure of WHOLE_MEASURES) found.push({ time, measure, whole: true });
      continue;
    }
    // 谁高: of nothing.
    if (bare === '' && /[高低]/.test(timed.rest)) return undefined;
    const measure = known ?? (overall && measureOf(overall, faster));
    if (!measure) return undefined;
    if (found.every((one) => one.measure !== measure)) found.push({ time, measure });
  }
  if (found.length === 0) return undefined;
  // A time said once is of all of them.
  return found.map((one) => ({ ...one, time: one.time || time }));
}

function measureOf(bare: string, faster: boolean): string | undefined {
  const said = faster ? [`${bare}快`, bare] : bare === '' ? ['问题'] : [bare];
  for (const one of said) {
    const row = MEASURED.find(([, words]) => words.split(' ').includes(one));
    if (row) return row[0];
  }
  return undefined;
}

/** The one time of a clause, and the rest; undefined: two times, which are what is compared. */
function timeOf(clause: string, context: ReadContext): { time: string; rest: string } | undefined {
  const today = todayOf(context);
  let [time, rest] = ['', ''];
  for (let at = 0; at < clause.length; ) {
    const period = periodAt(clause, at, today);
    if (!period) {
      rest += clause.charAt(at);
      at += 1;
      continue;
    }
    if (time !== '') return undefined;
    time = clause.slice(at, at + period.length);
    at += period.length;
  }
  return { time, rest };
}
