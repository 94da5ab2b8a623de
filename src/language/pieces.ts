/** Cuts a text into names, periods, words and what is neither. */
import { todayOf } from '../domain/directory.ts';
import type { Day } from '../domain/time.ts';
import type { ReadContext } from './definition.ts';
import { type Age, ageAt } from './lexicon/ages.ts';
import { type Amount, amountAt } from './lexicon/amounts.ts';
import { afterNameAt } from './lexicon/beside-names.ts';
import { branchAt, branchesNear, INDUSTRY, isSameBranch } from './lexicon/industries.ts';
import { matterAt } from './lexicon/matters.ts';
import { type OwnPlace, ownPlaceAt } from './lexicon/own-place.ts';
import { type Period, periodAt } from './lexicon/periods.ts';
import { pointAt } from './lexicon/points.ts';
import { personAt } from './lexicon/posts.ts';
import type { QueryWord } from './lexicon/query-word.ts';
import { queryWordAt } from './lexicon/query-words.ts';
import { ownUnitsIn } from './lexicon/self-words.ts';
import { kindOfUnitAt } from './lexicon/unit-kinds.ts';
import { findKeywordAt, type Named, readNames } from './names.ts';
import { partOfNameAt } from './part-of-name.ts';
import { fold, MENTION, type Phrase } from './phrase.ts';
import { Lately } from './remembered.ts';

/** One stretch of the text. */
export type Piece = { text: string } & (
  | { kind: 'unit'; ids: number[] }
  | { kind: 'project'; ids: number[] }
  | { kind: 'area'; ids: number[] }
  | { kind: 'category'; ids: number[] }
  | { kind: 'trait'; trait: { park: string } | { industry: string } }
  | { kind: 'doubt'; names: string[] }
  | { kind: 'period'; period: Period }
  /** How it stood when this day was over. */
  | { kind: 'point'; day: Day }
  | { kind: 'age'; age: Age }
  | { kind: 'amount'; amount: Amount }
  | { kind: 'word'; meanings: readonly QueryWord[] }
  /** `text`: what is looked for in the text; `someone`: perhaps a person's name. */
  | { kind: 'unknown' | 'break' | 'person' | 'text' | 'someone' }
);

/** 一期 right behind the name of a project; 一 alone is a word of ours. */
const PHASE = /^[一二三四五]期$/;
const IGNORED = /[\s\p{P}\p{S}\p{M}\p{Extended_Pictographic}]/u;

const CUT = new WeakMap<ReadContext, Lately<string, Piece[]>>();

/** Cuts a text into names, periods, words and what is neither; the longest at each place. */
export function piecesOf(folded: string, phrase: Phrase, context: ReadContext): readonly Piece[] {
  if (phrase.mentions.length > 0) return cutPieces(folded, phrase, context);
  const lately = CUT.get(context) ?? new Lately<string, Piece[]>();
  CUT.set(context, lately);
  return lately.get(`${folded}\n${phrase.text}`, () => cutPieces(folded, phrase, context));
}

function cutPieces(folded: string, phrase: Phrase, context: ReadContext): Piece[] {
  const { directory, now } = context;
  const { unitId } = context.actor.person;
  const today = todayOf({ now, directory });
  // A word of the vocabulary beside a name leaves it a word of its own: 兴发逾期.
  const known = (text: string, at: number) =>
    Math.max(
      periodAt(text, at, today)?.length ?? 0,
      pointAt(text, at, today)?.length ?? 0,
      ageAt(text, at)?.length ?? 0,
      amountAt(text, at)?.length ?? 0,
      queryWordAt(text, at)?.word.length ?? 0,
      categoryAt(text, at, directory)?.text.length ?? 0,
    );
  const names = readNames({ ...phrase, folded }, directory, known);
  const named = new Map(names.map((name) => [name.span[0], name]));
  const kinds = kindsIn(folded, context);
  // 转给我们局的: no word may end within it.
  const ours = ownUnitsIn(folded);
  const spans = [
    ...names.map(({ span }) => span),
    ...ours,
    ...[...kinds].map(([at, { length }]) => [at, at + length]),
  ];
  /** 那个人社局: a word ends where a name begins that it would cut. */
  const wordAt = (at: number, last: Piece | undefined) => {
    const whole = queryWordAt(folded, at);
    const word = isOfProject(whole, last) ? { word: '项目', meanings: AFTER_PROJECT } : whole;
    const end = at + (word?.word.length ?? 0);
    const cut =
      spans.find(([from = 0, until = 0]) => at < from && from < end && end < until)?.[0] ??
      (beginsPeriod(word?.word ?? '', folded, end, today) ? end - 1 : undefined);
    return cut === undefined ? word : queryWordAt(folded.slice(0, cut), at);
  };
  const pieces: Piece[] = [];
  const ofProject = () =>
    context.chat.projectIds.length > 0 ||
    names.some(({ projectIds }) => projectIds.length > 0) ||
    pieces.some((one) => one.kind === 'project');
  for (let at = 0; at < folded.length; ) {
    const name = named.get(at);
    const called = name ? undefined : context.people?.find((one) => folded.startsWith(fold(one), at));
    if (called !== undefined) {
      pushPerson(pieces, phrase.text.slice(at, at + called.length), folded.slice(at + called.length));
      at +=
        pieces.at(-1)?.kind === 'word' ? called.length + (pieces.at(-1)?.text.length ?? 0) : called.length;
      continue;
    }
    const our = unitId === null ? undefined : ours.find(([from]) => from === at);
    if (our && unitId !== null) {
      pieces.push({ kind: 'unit', ids: [unitId], text: phrase.text.slice(...our) });
      [, at] = our;
      continue;
    }
    const titled = name ? 0 : personAt(folded, at);
    if (titled > 0) {
      pieces.push({ kind: 'someone', text: phrase.text.slice(at, at + titled) });
      at += titled;
      continue;
    }
    const period = periodAt(folded, at, today);
    const point = pointAt(folded, at, today);
    const age = ageAt(folded, at);
    const amount = amountAt(folded, at);
    const word = wordAt(at, pieces.at(-1));
    const other = categoryAt(folded, at, directory) ?? traitAt(folded, at, directory);
    const own = ownPlaceAt(folded, at, standsFree(pieces.at(-1)), context);
    const kind = kinds.get(at);
    const said = Math.max(
      name?.name.length ?? 0,
      period?.length ?? 0,
      point?.length ?? 0,
      age?.length ?? 0,
      amount?.length ?? 0,
      word?.word.length ?? 0,
      other?.text.length ?? 0,
      own?.length ?? 0,
      kind?.length ?? 0,
    );
    const longest = said === 1 && isInDottedName(pieces.at(-1)) ? 0 : said;
    const phase = said === 1 && pieces.at(-1)?.kind === 'project' && PHASE.test(folded.slice(at, at + 2));
    const branch = branchAt(folded, at);
    if (branch && branch.length > longest) {
      pieces.push(branchPiece(phrase.text.slice(at, at + branch.length), context));
      at += branch.length;
      continue;
    }
    // 消防救援 is more than the kind of matter it begins with, 锂电池二期 more than the branch.
    const more = other !== undefined && other.text.length === said && !name;
    const last = pieces.at(-1);
    const of = last?.kind === 'project' ? last.ids : [];
    const found = said === 0 || phase || more ? partOfNameAt(folded, at, context, of) : undefined;
    const longer = found !== undefined && found.length > said;
    const ofAnother = other?.kind === 'category' ? found?.units : found?.projects;
    const part = more && !(longer && ofAnother && ofAnother.length > 0) ? undefined : found;
    const byTheWay =
      isName(pieces.at(-1)) && !part
        ? Math.max(afterNameAt(folded, at), ofProject() ? 0 : papersAt(folded, at, pieces.at(-1)))
        : 0;
    const length = byTheWay > longest ? byTheWay : (part?.length ?? longest);
    const text = phrase.text.slice(at, at + length);
    const industry =
      part?.projects.length || name?.projectIds.length ? INDUSTRY.exec(folded.slice(at + length)) : null;
    if (industry && length > 0) {
      const trait = traitAt(folded, at, directory);
      const whole = phrase.text.slice(at, at + length + industry[0].length);
      pieces.push(
        trait?.text.length === length ? { ...trait, text: whole } : { kind: 'unknown', text: whole },
      );
      at += whole.length;
      continue;
    }
    if (byTheWay > longest) pieces.push({ kind: 'word', meanings: [{ tag: 'after-name' }], text });
    else if (part) pushPart(pieces, partPiece(text, part, directory), part.projects);
    else if (name?.name.length === longest) pieces.push({ ...ownersOf(name), text });
    else if (kind?.length === longest) pieces.push({ kind: 'unit', ids: kind.ids, text });
    else if (own?.length === longest) pieces.push({ ...ownPiece(own), text });
    // 三个月前登记的: how old, before how it stood then.
    else if (age?.length === longest) pieces.push({ kind: 'age', age: age.age, text });
    else if (point?.length === longest) pieces.push({ kind: 'point', day: point.day, text });
    else if (amount?.length === longest) pieces.push({ kind: 'amount', amount: amount.amount, text });
    else if (period?.length === longest) pieces.push({ kind: 'period', period: period.period, text });
    // 施工许可 is a paper before it is a keyword of 施工.
    else if (word?.word.length === longest && word.meanings.some(({ tag }) => tag === 'link-name'))
      pieces.push({ kind: 'word', meanings: word.meanings, text });
    else if (other?.text.length === longest) pieces.push({ ...other, text });
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

/** Somebody by their whole name; the post or the courtesy behind it says nothing more. */
function pushPerson(pieces: Piece[], name: string, behind: string): void {
  const last = pieces.at(-1);
  // 到高远那里的
  if (last?.kind === 'unknown' && last.text.endsWith('到')) {
    if (last.text === '到') pieces.pop();
    else last.text = last.text.slice(0, -1);
    pieces.push({ kind: 'word', meanings: [{ tag: 'told-to' }], text: '到' });
  }
  pieces.push({ kind: 'someone', text: name });
  const post = POST_BEHIND.exec(behind)?.[0];
  if (post) pieces.push({ kind: 'word', meanings: [{ tag: 'after-name' }], text: post });
}

const POST_BEHIND =
  /^(?:同志|大队长|队长|副?局长|总经理|经理|书记|副?市长|副?县长|副?区长|秘书|联络员|主任|老总|总(?![共数额计体的是]))/;

/** A branch no project has: asked back with those that some have. */
function branchPiece(text: string, { directory }: ReadContext): Piece {
  const names = branchesNear(text, directory).slice(0, MOST_BRANCHES);
  return names.length > 0 ? { kind: 'doubt', names, text } : { kind: 'unknown', text };
}

const MOST_BRANCHES = 4;

/** 环评手续, of no project: the kind of matter. */
function papersAt(folded: string, at: number, last: Piece | undefined): number {
  return last?.kind === 'category' && /^手续(?!的?(?:事|问题))/.test(folded.slice(at, at + 5)) ? 2 : 0;
}

/** 我这个月转办的, 兴发项目上月: the month begins within 我这 and 项目上; 手上上周 is 手上. */
function beginsPeriod(word: string, folded: string, end: number, today: Day): boolean {
  if (!/.[这本上下]$/.test(word) || (word.endsWith('上') && folded[end] === '上')) return false;
  const length = periodAt(folded, end - 1, today)?.length ?? 0;
  const left = word.slice(0, -1);
  return length > 2 || (length === 2 && queryWordAt(left, 0)?.word === left);
}

const AFTER_PROJECT: readonly QueryWord[] = [{ tag: 'after-project' }];

/** 兴发项目有几个红的: the project's problems, not projects. */
function isOfProject(word: { word: string } | undefined, last: Piece | undefined): boolean {
  return last?.kind === 'project' && last.ids.length === 1 && /^项目(?:都?有|是)/.test(word?.word ?? '');
}

/** Units by what their kind is called, by where each begins. */
function kindsIn(folded: string, context: ReadContext) {
  const kinds = new Map<number, NonNullable<ReturnType<typeof kindOfUnitAt>>>();
  for (let at = 0; at < folded.length; at++) {
    const kind = kindOfUnitAt(folded, at, context);
    if (!kind) continue;
    kinds.set(at, kind);
    at += kind.length - 1;
  }
  return kinds;
}

/** Nothing right before that a name could begin with. */
function standsFree(last: Piece | undefined): boolean {
  return last === undefined || last.kind === 'break' || last.kind === 'period' || last.kind === 'word';
}

function ownPiece(own: OwnPlace) {
  if ('areas' in own) return { kind: 'area', ids: own.areas } as const;
  return 'park' in own
    ? ({ kind: 'trait', trait: { park: own.park } } as const)
    : ({ kind: 'doubt', names: own.names } as const);
}

function isName(piece: Piece | undefined): boolean {
  return (
    piece !== undefined && ['unit', 'project', 'area', 'category', 'trait', 'someone'].includes(piece.kind)
  );
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

/** 楚能二期: of several projects called 楚能 the one that has it; 兴发二期 is no other's second phase. */
function pushPart(pieces: Piece[], part: Piece, projects: readonly number[]): void {
  const last = pieces.at(-1);
  // 兴发那个厂二期: 厂 stands between.
  const at = last?.kind === 'word' && last.meanings.some(({ tag }) => tag === 'after-project') ? -2 : -1;
  const before = pieces.at(at);
  if (before?.kind !== 'project' || (part.kind !== 'project' && part.kind !== 'doubt')) {
    pieces.push(part);
    return;
  }
  const both = before.ids.filter((id) => projects.includes(id));
  // 邦普电池: of those that have 电池 in their name the one just named.
  if (both.length > 0) pieces.splice(at, -at, { kind: 'project', ids: both, text: before.text + part.text });
  else pieces.push(part.kind === 'project' ? { kind: 'unknown', text: part.text } : part);
}

/** What the part is of, when that is sure. */
function partPiece(
  text: string,
  { units, projects, areas }: { units: number[]; projects: number[]; areas: number[] },
  directory: ReadContext['directory'],
): Piece {
  const unitNames = new Set(units.map((id) => directory.unit(id)?.name ?? ''));
  if (units.length + projects.length === 0) return { kind: 'area', ids: areas, text };
  if (projects.length === 0 && unitNames.size === 1) return { kind: 'unit', ids: units, text };
  if (projects.length === 1 && units.length === 0) return { kind: 'project', ids: projects, text };
  const names = [...unitNames, ...projects.map((id) => directory.project(id)?.name ?? '')];
  return { kind: 'doubt', names, text };
}

/** 施工类的, 供电类别; 类型 and 类似 are words of their own. */
const CLASS = /^类(?:[别型](?=的|问题|有|没|未|[,，\s]|$)|(?![型似别]))/u;

/** A kind of matter by its name or a keyword: 用电, 征地. */
function categoryAt(folded: string, at: number, directory: ReadContext['directory']) {
  const named = findKeywordAt(folded, at, directory);
  const matter = matterAt(folded, at, directory);
  // 用工难 is no word that begins with 用工.
  const found = matter && matter.name.length > (named?.name.length ?? 0) ? matter : (named ?? matter);
  if (!found) return undefined;
  const length = found.name.length + (CLASS.exec(folded.slice(at + found.name.length))?.[0].length ?? 0);
  return { kind: 'category' as const, ids: found.ids, text: folded.slice(at, at + length) };
}

/** A park or an industry that projects have. */
function traitAt(folded: string, at: number, { data }: ReadContext['directory']) {
  const has = (name: string) => name.length >= 2 && folded.startsWith(fold(name), at);
  const branch = branchAt(folded, at);
  const industries = data.projects.flatMap((one) => one.industries);
  const industry = branch
    ? industries.find((one) => isSameBranch(fold(one), branch.word))
    : industries.find(has);
  if (industry !== undefined) {
    const behind = branch ? '' : (INDUSTRY.exec(folded.slice(at + industry.length))?.[0] ?? '');
    const length = branch?.length ?? industry.length + behind.length;
    return { kind: 'trait' as const, trait: { industry }, text: folded.slice(at, at + length) };
  }
  const park = data.projects.flatMap((one) => one.park ?? []).find(has);
  return park === undefined ? undefined : { kind: 'trait' as const, trait: { park }, text: park };
}

/** Words that stand between what belongs together. */
const LOOSE: readonly QueryWord['tag'][] = [
  'of',
  'filler',
  'noun',
  'after-unit',
  'after-project',
  'after-name',
  'as-many',
  'after-period',
  'ask',
];

export function isLoose(piece: Piece): boolean {
  return (
    piece.kind === 'break' || (piece.kind === 'word' && piece.meanings.some(({ tag }) => LOOSE.includes(tag)))
  );
}
