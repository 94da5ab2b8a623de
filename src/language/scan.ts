/**
 * Reads a text word by word with the vocabulary of lists and questions. A word that means nothing where it stands is
 * left over like an unknown one: what is counted is never more or less than what was said.
 */

import type { ItemKind } from '../domain/issue.ts';
import { dayOf } from '../domain/time.ts';
import type { ReadContext } from './definition.ts';
import { type Period, periodAt } from './lexicon/periods.ts';
import { type QueryWord, queryWordAt, type StateWord } from './lexicon/states.ts';
import { simplify } from './lexicon/traditional.ts';
import { type Named, nearestByArea, readNames } from './names.ts';
import { partOfNameAt } from './part-of-name.ts';
import { MENTION, type Phrase } from './phrase.ts';

export interface Scan {
  unitIds: number[];
  projectIds: number[];
  areaIds: number[];
  personOpenIds: string[];
  states: StateWord[];
  /** Other kinds than problems that are asked for. */
  kinds: ItemKind[];
  periods: Period[];
  basis?: 'due' | 'logged';
  /** The last of each tag that says more than that it is there. */
  by?: QueryWord & { tag: 'by' };
  longest?: 'overdue' | 'age';
  /** How often each other tag occurs. */
  tags: ReadonlyMap<QueryWord['tag'], number>;
  /** As written: of each state and period, the last of each other tag, and the second person. */
  heard: ReadonlyMap<StateWord | Period | QueryWord['tag'] | 'person', string>;
  /** Names as written that mean, in a group, also projects that are none of its. */
  outside: string[];
  /** Said where another word of the same kind says otherwise: 上周登记本周到期. */
  clashes: string[];
  /** What no word covers, spaces and marks aside. */
  left: string[];
  /** Part of a name that several have. */
  doubt?: { heard: string; names: string[] };
  /** Ends in 的, particles aside. */
  endsOf: boolean;
}

/** One stretch of the text. */
type Piece = { text: string } & (
  | { kind: 'unit'; ids: number[] }
  | { kind: 'project'; ids: number[] }
  | { kind: 'area'; ids: number[] }
  | { kind: 'doubt'; names: string[] }
  | { kind: 'period'; period: Period }
  | { kind: 'word'; meanings: readonly QueryWord[] }
  | { kind: 'unknown' | 'break' | 'person' }
);

const IGNORED = /[\s\p{P}\p{S}\p{M}\p{Extended_Pictographic}]/u;
const PARTICLE = /(?:了|吗|呢|啊|呀|吧|嘛|\s|\p{P})+$/u;

/** Costs the length of the text times the longest list of names with one first character. */
export function scanQuery(phrase: Phrase, context: ReadContext): Scan {
  const folded = simplify(phrase.folded);
  const pieces = piecesOf(folded, phrase, context);
  const tags = new Map<QueryWord['tag'], number>();
  const heard = new Map<StateWord | Period | QueryWord['tag'] | 'person', string>();
  const [, second] = phrase.mentions;
  if (second) heard.set('person', second.name);
  const scan: Scan = {
    unitIds: [],
    projectIds: [],
    areaIds: [],
    personOpenIds: phrase.mentions.map((m) => m.openId),
    states: [],
    kinds: [],
    periods: [],
    tags,
    heard,
    outside: [],
    clashes: [],
    left: [],
    endsOf: folded.replace(PARTICLE, '').endsWith('的'),
  };
  const add = (to: number[], ids: readonly number[]) => to.push(...ids.filter((id) => !to.includes(id)));
  const words = wordsOf(pieces);
  for (const [i, piece] of pieces.entries()) {
    switch (piece.kind) {
      case 'unit':
        add(scan.unitIds, unitsOf(piece.ids, pieces[i - 1], context));
        break;
      case 'project':
        addProjects(scan, piece, context);
        break;
      case 'area':
        if (isPartOfUnit(piece, pieces[i + 1], context)) break;
        add(scan.areaIds, piece.ids);
        if (context.chat.projectIds.length > 0) scan.outside.push(piece.text);
        break;
      case 'period':
        scan.periods.push(piece.period);
        heard.set(piece.period, piece.text);
        break;
      case 'doubt':
        scan.doubt ??= { heard: piece.text, names: piece.names };
        break;
      case 'unknown':
        scan.left.push(piece.text);
        break;
      case 'word': {
        const meaning = piece.meanings.find((one) => fits(one, i, pieces, words));
        if (!meaning) scan.left.push(piece.text);
        else {
          if (saysOtherwise(scan, meaning)) scan.clashes.push(piece.text);
          take(scan, tags, meaning);
        }
        if (meaning) heard.set(meaning.tag === 'state' ? meaning.state : meaning.tag, piece.text);
        if (meaning?.tag === 'everywhere' && context.chat.projectIds.length > 0)
          scan.outside.push(piece.text);
        break;
      }
    }
  }
  return scan;
}

function saysOtherwise({ basis, by, longest }: Scan, meaning: QueryWord): boolean {
  if (meaning.tag === 'basis') return basis !== undefined && basis !== meaning.basis;
  if (meaning.tag === 'by') return by !== undefined && by.by !== meaning.by;
  return meaning.tag === 'longest' && longest !== undefined && longest !== meaning.by;
}

function take(scan: Scan, tags: Map<QueryWord['tag'], number>, meaning: QueryWord): void {
  const tag = meaning.tag === 'not' ? 'ask' : meaning.tag;
  tags.set(tag, (tags.get(tag) ?? 0) + 1);
  if (meaning.tag === 'state') scan.states.push(meaning.state);
  if (meaning.tag === 'most' && meaning.late) scan.states.push({ kind: 'overdue' });
  if (meaning.tag === 'kind' && !scan.kinds.includes(meaning.kind)) scan.kinds.push(meaning.kind);
  if (meaning.tag === 'basis') scan.basis = meaning.basis;
  if (meaning.tag === 'by') scan.by = meaning;
  if (meaning.tag === 'longest') scan.longest = meaning.by;
}

function addProjects(scan: Scan, piece: Piece & { kind: 'project' }, context: ReadContext): void {
  const { directory, chat, actor } = context;
  const own = piece.ids.filter((id) => chat.projectIds.includes(id));
  if (chat.projectIds.length > 0 && own.length < piece.ids.length) scan.outside.push(piece.text);
  const home = directory.unit(actor.person.unitId ?? -1)?.areaId;
  const near = nearestByArea(piece.ids, (id) => directory.project(id)?.areaId, home, directory);
  for (const id of own.length > 0 ? own : near) if (!scan.projectIds.includes(id)) scan.projectIds.push(id);
}

/** 远安县 of 远安县自然资源局: it tells which unit is meant and narrows nothing else. */
function isPartOfUnit(
  area: Piece & { kind: 'area' },
  next: Piece | undefined,
  context: ReadContext,
): boolean {
  return next?.kind === 'unit' && insideOf(next.ids, area, context).length > 0;
}

function insideOf(ids: readonly number[], area: Piece & { kind: 'area' }, { directory }: ReadContext) {
  return ids.filter((id) => {
    const own = directory.unit(id)?.areaId;
    return own !== undefined && area.ids.some((upper) => directory.reaches(upper, own));
  });
}

/** Of units with one name those of the area named right before (远安县自然资源局), else the nearest. */
function unitsOf(ids: readonly number[], before: Piece | undefined, context: ReadContext) {
  const { directory, actor } = context;
  const areaOf = (id: number) => directory.unit(id)?.areaId;
  const inside = before?.kind === 'area' ? insideOf(ids, before, context) : [];
  if (inside.length > 0) return inside;
  return nearestByArea(ids, areaOf, directory.unit(actor.person.unitId ?? -1)?.areaId, directory);
}

/** Cuts a text into names, periods, words and what is neither; the longest at each place. */
function piecesOf(folded: string, phrase: Phrase, context: ReadContext): Piece[] {
  const { directory, now } = context;
  const today = dayOf(now, directory.settings.timeZone);
  // A word of the vocabulary beside a name leaves it a word of its own: 兴发逾期.
  const known = (text: string, at: number) =>
    Math.max(periodAt(text, at, today)?.length ?? 0, queryWordAt(text, at)?.word.length ?? 0);
  const names = readNames({ ...phrase, folded }, directory, known);
  const named = new Map(names.map((name) => [name.span[0], name]));
  const pieces: Piece[] = [];
  for (let at = 0; at < folded.length; ) {
    const name = named.get(at);
    const period = periodAt(folded, at, today);
    const word = queryWordAt(folded, at);
    const said = Math.max(name?.name.length ?? 0, period?.length ?? 0, word?.word.length ?? 0);
    const longest = said === 1 && isInDottedName(pieces.at(-1)) ? 0 : said;
    const part = said === 0 ? partOfNameAt(folded, at, context) : undefined;
    const length = part?.length ?? longest;
    const text = phrase.text.slice(at, at + length);
    if (part) pieces.push(partPiece(text, part, directory));
    else if (name?.name.length === longest) pieces.push({ ...ownersOf(name), text });
    else if (period?.length === longest) pieces.push({ kind: 'period', period: period.period, text });
    else if (word && longest > 0) pieces.push({ kind: 'word', meanings: word.meanings, text });
    else {
      const character = String.fromCodePoint(folded.codePointAt(at) ?? 0);
      const written = phrase.text.slice(at, at + character.length);
      const last = pieces.at(-1);
      if (character === MENTION) pieces.push({ kind: 'person', text: written });
      else if (IGNORED.test(character) && !isDotInside(folded, at, last))
        pieces.push({ kind: 'break', text: written });
      else if (last?.kind === 'unknown') last.text += written;
      else pieces.push({ kind: 'unknown', text: written });
      at += character.length;
      continue;
    }
    at += length;
  }
  return pieces;
}

/** Whose name it is: a company that is both a unit and an owner of projects is asked about as the unit. */
function ownersOf({ unitIds, projectIds, areaIds }: Named) {
  if (unitIds.length > 0) return { kind: 'unit', ids: unitIds } as const;
  return projectIds.length > 0
    ? ({ kind: 'project', ids: projectIds } as const)
    : ({ kind: 'area', ids: areaIds } as const);
}

/** 阿依古丽·买买提 is one name. */
function isDotInside(folded: string, at: number, before: Piece | undefined): boolean {
  return folded[at] === '·' && before?.kind === 'unknown' && /\p{L}/u.test(folded.charAt(at + 1));
}

/** One character is no word of ours while such a name goes on: 买买提. */
function isInDottedName(last: Piece | undefined): boolean {
  return last?.kind === 'unknown' && last.text.includes('·');
}

/** What the part is of, when that is sure. */
function partPiece(
  text: string,
  { units, projects }: { units: number[]; projects: number[] },
  directory: ReadContext['directory'],
): Piece {
  const unitNames = new Set(units.map((id) => directory.unit(id)?.name ?? ''));
  if (projects.length === 0 && unitNames.size === 1) return { kind: 'unit', ids: units, text };
  if (projects.length === 1 && units.length === 0) return { kind: 'project', ids: projects, text };
  const names = [...unitNames, ...projects.map((id) => directory.project(id)?.name ?? '')];
  return { kind: 'doubt', names, text };
}

function wordsOf(pieces: readonly Piece[]): QueryWord[] {
  return pieces.flatMap((piece) => (piece.kind === 'word' ? piece.meanings : []));
}

/** Words that stand between what belongs together. */
const LOOSE: readonly QueryWord['tag'][] = ['of', 'filler', 'noun', 'after-unit', 'after-project', 'ask'];

function isLoose(piece: Piece): boolean {
  return (
    piece.kind === 'break' || (piece.kind === 'word' && piece.meanings.some(({ tag }) => LOOSE.includes(tag)))
  );
}

/** The kind of thing a piece says, as far as 和 may join two of them. */
function kindOf(piece: Piece | undefined): string | undefined {
  if (piece?.kind !== 'word') return piece?.kind;
  const [meaning] = piece.meanings;
  if (meaning?.tag !== 'state') return meaning?.tag;
  return isLight(meaning.state) ? 'light' : 'status';
}

export function isLight({ kind }: StateWord): boolean {
  return kind === 'color' || kind === 'overdue' || kind === 'in-time' || kind === 'lit';
}

/** Whether a word means something where it stands. */
function fits(
  meaning: QueryWord,
  at: number,
  pieces: readonly Piece[],
  words: readonly QueryWord[],
): boolean {
  const has = (tag: QueryWord['tag']) => words.some((one) => one.tag === tag);
  const before = pieces[at - 1];
  switch (meaning.tag) {
    case 'after-unit':
      return before?.kind === 'unit';
    case 'after-project':
      return before?.kind === 'project';
    case 'with-color':
      return words.some((one) => one.tag === 'state' && one.state.kind === 'color');
    case 'by':
      return meaning.ranked !== true || has('most') || has('longest');
    case 'enterprise':
      return words.some((one) => one.tag === 'basis' && one.basis === 'logged');
    case 'helping':
      return pieces.some((one) => one.kind === 'unit') || has('our-unit');
    case 'when':
      return has('node');
    case 'not':
      return pieces.slice(at + 1).every(isLoose);
    case 'and': {
      const left = kindOf(pieces.slice(0, at).findLast((one) => !isLoose(one)));
      return left !== undefined && left === kindOf(pieces.slice(at + 1).find((one) => !isLoose(one)));
    }
    default:
      return true;
  }
}
