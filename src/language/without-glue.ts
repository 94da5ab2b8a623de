/**
 * A sentence without the little words which narrow nothing where they stand (`lexicon/glue.ts`): 作废掉的有没有. They are
 * taken out only where they are left over, and an unknown word goes as a whole or stays.
 */
import type { ReadContext } from './definition.ts';
import { GLUE } from './lexicon/glue.ts';
import type { Glue, Side } from './lexicon/glue-word.ts';
import type { QueryWord } from './lexicon/query-word.ts';
import { SURNAMES } from './lexicon/surnames.ts';
import { simplify } from './lexicon/traditional.ts';
import { readPhrase } from './phrase.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { scanQuery } from './scan.ts';
import { isLight } from './scan-fits.ts';

/** Longer texts are stories. */
const LONGEST = 80;
/** Behind what is taken out another may come to stand in its place. */
const ROUNDS = 3;

/** The text as it would be read; undefined where there is nothing to take out. */
export function withoutGlue(text: string, context: ReadContext): string | undefined {
  if (text.length > LONGEST) return undefined;
  let kept = text;
  for (let round = 0; round < ROUNDS; round++) {
    const next = once(kept, context);
    if (next === kept) break;
    kept = next;
  }
  return kept === text ? undefined : kept;
}

interface Placed {
  piece: Piece;
  from: number;
  until: number;
}

interface Found {
  glue: Glue;
  from: number;
  until: number;
  as: string;
}

function once(text: string, context: ReadContext): string {
  const phrase = readPhrase(text);
  if (phrase.text.length !== text.length) return text;
  const folded = simplify(phrase.folded);
  const pieces = placed(piecesOf(folded, phrase, context));
  const over = leftOver(folded, pieces, scanQuery(phrase, context).left);
  const found = whole(glueIn(folded, pieces, over), pieces);
  let kept = '';
  let at = 0;
  for (const { from, until, as } of found) {
    kept += text.slice(at, from) + as;
    at = until;
  }
  return kept + text.slice(at);
}

function placed(pieces: readonly Piece[]): Placed[] {
  let at = 0;
  return pieces.map((piece) => {
    const from = at;
    at += piece.text.length;
    return { piece, from, until: at };
  });
}

/** For each character whether nothing understands it there. */
function leftOver(folded: string, pieces: readonly Placed[], left: readonly string[]): boolean[] {
  const over = [...folded].map(() => false);
  const mark = (from: number, until: number) => over.fill(true, from, until);
  for (const { piece, from, until } of pieces) if (piece.kind === 'unknown') mark(from, until);
  for (const said of left)
    for (let at = folded.indexOf(said); said !== '' && at >= 0; at = folded.indexOf(said, at + 1))
      mark(at, at + said.length);
  return over;
}

/** From left to right, the longest at each place. */
function glueIn(folded: string, pieces: readonly Placed[], over: readonly boolean[]): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < folded.length; ) {
    const here = GLUE.flatMap((glue): Found[] => {
      const one = matched(glue, folded, at);
      if (!one || !(glue.within || standsWhole(one, pieces))) return [];
      if (glue.unknown && !isUnknown(one, pieces)) return [];
      const needed = glue.known || over.slice(one.from, one.until).includes(true);
      return needed && standsRight(one, pieces, folded) ? [one] : [];
    });
    const longest = here.reduce<Found | undefined>(
      (best, one) => (best && best.until >= one.until ? best : one),
      undefined,
    );
    if (longest) found.push(longest);
    at = longest?.until ?? at + 1;
  }
  return found;
}

function matched(glue: Glue, folded: string, at: number): Found | undefined {
  const { said, when, unless, as = '' } = glue;
  said.lastIndex = at;
  const match = said.exec(folded);
  if (!match || match[0] === '') return undefined;
  if ((when && !when.test(folded)) || unless?.test(folded)) return undefined;
  return { glue, from: at, until: at + match[0].length, as: as.replace('$1', match[1] ?? '') };
}

/** It begins and ends where words do; within an unknown one the whole of that must be such words. */
function standsWhole({ from, until }: Found, pieces: readonly Placed[]): boolean {
  return pieces.every(
    (one) =>
      one.piece.kind === 'unknown' ||
      !((one.from < from && from < one.until) || (one.from < until && until < one.until)),
  );
}

/** 给我透个底 holds nothing that is asked; 给我办了 does. */
function isUnknown({ from, until }: Found, pieces: readonly Placed[]): boolean {
  const within = pieces.filter((one) => from < one.until && one.from < until);
  if (!within.some(({ piece }) => piece.kind === 'unknown')) return false;
  return within.every(
    ({ piece }) => piece.kind === 'unknown' || sidesOf(piece).every((side) => UNASKED.includes(side)),
  );
}

const UNASKED: readonly Side[] = ['loose', 'tell', 'name'];

function standsRight({ glue, from, until }: Found, pieces: readonly Placed[], folded: string): boolean {
  const before = pieces.filter((one) => one.until <= from && one.piece.text.trim() !== '').at(-1);
  const behind = pieces.find((one) => one.from >= until && one.piece.text.trim() !== '');
  const [left, right] = [sidesOf(before?.piece), sidesOf(behind?.piece)];
  if (/\s$/.test(folded.slice(0, from))) left.push('edge');
  const fits = (wanted: readonly Side[] | undefined, sides: readonly Side[]) =>
    !wanted || sides.some((side) => wanted.includes(side));
  if (!fits(glue.behind, left) || !fits(glue.before, right)) return false;
  return glue.joins === undefined || joins(glue.joins, pieces, from, until);
}

/** 楚能加上邦普; 超时又没挂账, but not 挂账又待核验, of which nothing is both. */
function joins(how: 'alike' | 'unlike', pieces: readonly Placed[], from: number, until: number): boolean {
  const solid = (one: Placed) =>
    !sidesOf(one.piece).every((side) => side === 'loose' || side === 'of' || side === 'edge');
  const left = pieces.findLast((one) => one.until <= from && solid(one))?.piece;
  const right = pieces.find((one) => one.from >= until && solid(one))?.piece;
  if (!left || !right) return false;
  if (how === 'alike') return left.kind === right.kind && sidesOf(left).includes('name');
  const [a, b] = [conditionOf(left), conditionOf(right)];
  return a !== undefined && b !== undefined && a !== b;
}

/** Two of one kind side by side would widen each other. */
function conditionOf(piece: Piece): string | undefined {
  if (piece.kind === 'age') return 'age';
  if (piece.kind !== 'word') return undefined;
  const said = piece.meanings.find(({ tag }) => ['state', 'step', 'basis', 'quiet', 'not'].includes(tag));
  if (said?.tag !== 'state') return said?.tag;
  return isLight(said.state) ? 'light' : said.state.kind;
}

/** An unknown word of which only a part is such a word stays as it is. */
function whole(found: readonly Found[], pieces: readonly Placed[]): Found[] {
  const covered = (at: number) => found.some(({ from, until }) => from <= at && at < until);
  const partly = pieces.filter(({ piece, from, until }) => {
    if (piece.kind !== 'unknown') return false;
    const places = Array.from({ length: until - from }, (_, i) => covered(from + i));
    return places.includes(true) && places.includes(false);
  });
  return found.filter(({ from, until }) => !partly.some((one) => one.from < until && from < one.until));
}

/** Perhaps somebody: the handler knows people. */
const NAME = new RegExp(`^[${SURNAMES}]\\p{Script=Han}{1,2}$`, 'u');

const SIDES: Partial<Record<QueryWord['tag'], Side>> = {
  step: 'event',
  basis: 'event',
  quiet: 'state',
  kind: 'event',
  asked: 'event',
  noun: 'noun',
  most: 'rank',
  least: 'rank',
  longest: 'rank',
  highest: 'rank',
  lowest: 'rank',
  more: 'rank',
  count: 'number',
  which: 'number',
  by: 'number',
  top: 'number',
  rate: 'rate',
  duration: 'rate',
  trend: 'rate',
  tell: 'tell',
  me: 'name',
  'our-unit': 'name',
  'after-name': 'name',
  'after-unit': 'name',
  'after-project': 'name',
  enterprise: 'name',
  staff: 'name',
  others: 'name',
  of: 'of',
  filler: 'loose',
  ask: 'loose',
  and: 'loose',
};

function sidesOf(piece: Piece | undefined): Side[] {
  if (piece === undefined || piece.kind === 'break') return ['edge'];
  const ends: Side[] = piece.text.endsWith('的') ? ['of'] : [];
  switch (piece.kind) {
    case 'unknown':
      return NAME.test(piece.text) ? ['name'] : [];
    case 'period':
    case 'point':
    case 'age':
      return [...ends, 'time'];
    case 'amount':
      return ['number'];
    case 'word':
      return [
        ...ends,
        ...piece.meanings.flatMap((one): Side[] => {
          if (one.tag === 'state')
            return [isLight(one.state) || one.state.kind === 'turned' ? 'light' : 'state'];
          const side = SIDES[one.tag];
          return side ? [side] : [];
        }),
      ];
    default:
      return ['name'];
  }
}
