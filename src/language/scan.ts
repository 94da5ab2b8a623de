/**
 * Reads a text word by word with the vocabulary of lists and questions. A word that means nothing where it stands is
 * left over like an unknown one: what is counted is never more or less than what was said.
 */

import type { ItemKind } from '../domain/issue.ts';
import type { Duration, Rate, ReadNode } from '../domain/reading.ts';
import type { ReadContext } from './definition.ts';
import type { Age } from './lexicon/ages.ts';
import { withoutFraming } from './lexicon/framing.ts';
import type { Against } from './lexicon/measures.ts';
import type { Period } from './lexicon/periods.ts';
import type { QueryWord, StateWord } from './lexicon/states.ts';
import { simplify } from './lexicon/traditional.ts';
import { nearestByArea } from './names.ts';
import type { Phrase } from './phrase.ts';
import { isLoose, type Piece, piecesOf } from './pieces.ts';
import { withTopics } from './topics.ts';

export interface Scan {
  unitIds: number[];
  projectIds: number[];
  areaIds: number[];
  personOpenIds: string[];
  states: StateWord[];
  /** Other kinds than problems that are asked for. */
  kinds: ItemKind[];
  periods: Period[];
  /** 超过10天 */
  ages: { age: Age; heard: string }[];
  basis?: 'due' | 'logged';
  /** The last of each tag that says more than that it is there. */
  by?: QueryWord & { tag: 'by' };
  longest?: 'overdue' | 'age';
  rate?: Rate;
  duration?: Duration;
  against?: Against;
  nodes: ReadNode[];
  categoryIds: number[];
  park?: string;
  industry?: string;
  /** What is looked for in the text. */
  texts: string[];
  /** Perhaps somebody's name: the handler knows people. */
  someone?: string;
  /** 增加了: of two periods, or what was logged in one. */
  grows?: true;
  /** Where 比 stands between two periods: how many come before it. */
  than?: number;
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
  /** Names taken for what sounds like them, and the text with them in it. */
  sounded?: { names: { heard: string; name: string }[]; right: string };
  /** Part of a name that several have. */
  doubt?: { heard: string; names: string[] };
  /** Ends in 的, particles aside. */
  endsOf: boolean;
}

const PARTICLE = /(?:了|吗|呢|啊|呀|吧|嘛|\s|\p{P})+$/u;

/** Costs the length of the text times the longest list of names with one first character. */
export function scanQuery(phrase: Phrase, context: ReadContext): Scan {
  const folded = withoutFraming(simplify(phrase.folded));
  const pieces = withTopics(piecesOf(folded, phrase, context));
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
    ages: [],
    nodes: [],
    categoryIds: [],
    texts: [],
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
      case 'age':
        scan.ages.push({ age: piece.age, heard: piece.text });
        break;
      case 'category':
        add(scan.categoryIds, piece.ids);
        break;
      case 'trait':
        if (overwrites(scan, piece.trait)) scan.clashes.push(piece.text);
        else Object.assign(scan, piece.trait);
        break;
      case 'text':
        scan.texts.push(piece.text);
        break;
      case 'someone':
        if (scan.someone === undefined) scan.someone = piece.text;
        else scan.left.push(piece.text);
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

function saysOtherwise(scan: Scan, meaning: QueryWord): boolean {
  const { basis, by, longest } = scan;
  if (meaning.tag === 'basis') return basis !== undefined && basis !== meaning.basis;
  if (meaning.tag === 'by') return by !== undefined && by.by !== meaning.by;
  if (meaning.tag === 'rate') return scan.rate !== undefined && scan.rate !== meaning.rate;
  if (meaning.tag === 'duration') return scan.duration !== undefined && scan.duration !== meaning.of;
  if (meaning.tag === 'against') return scan.against !== undefined && scan.against !== meaning.against;
  return meaning.tag === 'longest' && longest !== undefined && longest !== meaning.by;
}

function overwrites(scan: Scan, trait: { park: string } | { industry: string }): boolean {
  return 'park' in trait
    ? scan.park !== undefined && scan.park !== trait.park
    : scan.industry !== undefined && scan.industry !== trait.industry;
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
  if (meaning.tag === 'rate') {
    scan.rate = meaning.rate;
    if (meaning.late) scan.states.push({ kind: 'overdue' });
  }
  if (meaning.tag === 'duration') scan.duration = meaning.of;
  if (meaning.tag === 'against') scan.against = meaning.against;
  if (meaning.tag === 'node' && !scan.nodes.includes(meaning.node)) scan.nodes.push(meaning.node);
  if (meaning.tag === 'trend' && meaning.grows) scan.grows = true;
  if (meaning.tag === 'than') scan.than = scan.periods.length;
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

function wordsOf(pieces: readonly Piece[]): QueryWord[] {
  return pieces.flatMap((piece) => (piece.kind === 'word' ? piece.meanings : []));
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

/** What somebody has, did or must do; not 我交办的, which nobody here knows. */
function meansSpeaker(next: Piece | undefined): boolean {
  return next === undefined || ['word', 'break', 'period'].includes(next.kind);
}

/** 一个红灯都没有 is told of those that have none. */
function saysNone(before: readonly Piece[]): boolean {
  return /(?:一[个件条项盏起]|半个).*[都也](?:还)?$/u.test(
    before
      .map(({ text }) => text)
      .join('')
      .trim(),
  );
}

/** How many of one kind are named side by side. */
function rivals(pieces: readonly Piece[]): number {
  const named = (kind: Piece['kind']) => pieces.filter((one) => one.kind === kind).length;
  return Math.max(...(['unit', 'project', 'area', 'category', 'period'] as const).map(named));
}

/** 哪些单位, 哪类: figures of all there are, so that none is left out. */
function asksApart(next: Piece | undefined): boolean {
  return next?.kind === 'word' && next.meanings.some((one) => one.tag === 'by' && one.asks);
}

function saysLogged(next: Piece | undefined): boolean {
  return next?.kind === 'word' && next.meanings.some((one) => one.tag === 'basis' && one.basis === 'logged');
}

const NAMES: readonly Piece['kind'][] = ['unit', 'project', 'area', 'category', 'trait'];

/** 住建局和环保局两家: no more and no fewer were named, all of one kind. */
function isSameNumber(count: number, before: readonly Piece[]): boolean {
  const kinds = NAMES.map((kind) => before.filter((one) => one.kind === kind).length);
  return kinds.includes(count) && kinds.filter((times) => times > 0).length === 1;
}

const ranks = ['most', 'longest', 'highest', 'lowest'] as const;

/** Whether a word means something where it stands. */
function fits(
  meaning: QueryWord,
  at: number,
  pieces: readonly Piece[],
  words: readonly QueryWord[],
): boolean {
  const has = (tag: QueryWord['tag']) => words.some((one) => one.tag === tag);
  // 兴发那个项目: pointers between do no harm.
  const named = pieces
    .slice(0, at)
    .findLast(({ text }) => !/^(?:[那这](?:个|一个|家)?|[那这]?[两三四][个家])$/.test(text));
  switch (meaning.tag) {
    case 'after-unit':
      return named?.kind === 'unit';
    case 'after-project':
      return named?.kind === 'project' || named?.kind === 'trait';
    case 'before-unit':
      return pieces[at + 1]?.kind === 'unit';
    case 'mainly':
      return asksApart(pieces.slice(at + 1).find((one) => !isLoose(one)));
    case 'after-period':
      return pieces[at - 1]?.kind === 'period';
    case 'which':
      return meaning.of !== 'period' || pieces.filter((one) => one.kind === 'period').length > 1;
    case 'as-many':
      return isSameNumber(meaning.count, pieces.slice(0, at));
    case 'ask':
      return meaning.choice !== true || !(ranks.some(has) || has('rate') || has('node') || has('against'));
    case 'here':
      return named?.kind !== 'project';
    case 'me':
      return meansSpeaker(pieces[at + 1]);
    case 'more':
      return (
        pieces.slice(at + 1).every(isLoose) &&
        (has('which') || has('by') || has('each') || rivals(pieces) > 1)
      );
    case 'lasting':
      return has('longest');
    case 'after-by':
      return wordsOf(pieces.slice(0, at)).some(({ tag }) => tag === 'by');
    case 'top':
      return has('longest') || has('most') || has('more') || has('highest') || has('lowest') || has('newest');
    case 'than':
      return (
        pieces.slice(0, at).filter((one) => one.kind === 'period').length > 1 ||
        (pieces[at + 1]?.kind === 'period' && pieces.slice(0, at).some((one) => one.kind === 'period'))
      );
    case 'trend':
      return has('against') || has('than') || pieces.some((one) => one.kind === 'period');
    case 'highest':
    case 'lowest':
      return has('rate') || has('duration');
    case 'about':
      return pieces[at + 1]?.kind === 'text';
    case 'since-node':
      return pieces.some((one) => one.kind === 'project');
    case 'with-color':
      return words.some((one) => one.tag === 'state' && one.state.kind === 'color');
    case 'by':
      // 哪几家提的: enterprises, not units.
      if (meaning.by === 'unit' && /^哪几?家$/.test(pieces[at]?.text ?? '') && saysLogged(pieces[at + 1]))
        return false;
      return meaning.ranked !== true || ranks.some(has);
    case 'enterprise':
      return words.some(
        (one) =>
          (one.tag === 'basis' && one.basis === 'logged') || (one.tag === 'rate' && one.rate === 'satisfied'),
      );
    case 'quiet':
      return pieces.some((one) => one.kind === 'age');
    case 'helping':
      return pieces.some((one) => one.kind === 'unit') || has('our-unit');
    case 'when':
      return (
        has('node') ||
        has('duration') ||
        has('enough-time') ||
        (pieces.some((one) => one.kind === 'project') && !has('state') && !has('basis') && !has('count'))
      );
    case 'not':
      return pieces.slice(at + 1).every(isLoose) && !saysNone(pieces.slice(0, at));
    case 'and': {
      if (meaning.sides === true) return rivals(pieces) > 1;
      const left = kindOf(pieces.slice(0, at).findLast((one) => !isLoose(one)));
      return left !== undefined && left === kindOf(pieces.slice(at + 1).find((one) => !isLoose(one)));
    }
    default:
      return true;
  }
}
