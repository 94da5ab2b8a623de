/**
 * Words nobody knows which are certainly what is looked for, or somebody: 关于围墙的, 围墙的问题, 围墙那个事, 王建国手上.
 * Everything else unknown stays so.
 */
import { wordsOf } from './edges.ts';
import type { QueryWord } from './lexicon/states.ts';
import { SURNAMES } from './lexicon/surnames.ts';
import type { Piece } from './pieces.ts';

/** These change what is counted, so they are nothing to look for. */
const CHANGES =
  /[不没非无除超未]|交办|安排|部署|批示|督办|要求|布置|^.?$|[以之]?[外上下内前后]$|\d|重要|重大|紧急|着急|严重|难办|复杂|麻烦|其[他它]|别的|剩|大概|左右|大于|小于|多于|少于|至少|至多|老大难|关键|特别|比较|最|同样|类似|领导|书记|市长|县长|局长|主任|处长|科长|经理|老板|老总|重点|要紧|要命|危险|捅到|报到|升到|升级|会上|开会|等着|急用|要用|说的?$|讲的?$/;
/** Says only that the kind of matter after it is meant. */
const TOWARDS = /^(?:要|缺|涉及|牵涉|有关|属于|是|跟)$/;
/** 他们手里: nobody by name. */
const NOBODY = /^(?:他|她|它|你|我|咱|人家|大家|谁|哪)们?/;
const NAME = /^\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,6})*$/u;
const OF_SOMEBODY = new Set(['手上', '手里', '手头', '名下', '负责', '负责的', '那边', '这边']);

const has = (piece: Piece | undefined, ...tags: QueryWord['tag'][]) =>
  piece?.kind === 'word' && piece.meanings.some(({ tag }) => tags.includes(tag));

/** 的, 那个, 这件 before the noun. */
function isPointer(piece: Piece | undefined): boolean {
  return has(piece, 'of') || (piece?.kind === 'word' && /^[那这](?:个|件|一件)?$/.test(piece.text));
}

/** Where what follows 关于 ends: at the first word that is known. */
function endOfTopic(pieces: readonly Piece[], from: number): number {
  let at = from;
  while (pieces[at]?.kind === 'unknown' || pieces[at]?.kind === 'category') at++;
  return at;
}

export function withTopics(pieces: readonly Piece[]): Piece[] {
  const made: Piece[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] as Piece;
    // 要资金的, 涉及用地的
    if (piece.kind === 'unknown' && TOWARDS.test(piece.text) && pieces[at + 1]?.kind === 'category') continue;
    if (has(piece, 'about')) {
      const end = endOfTopic(pieces, at + 1);
      // 关于用地的: the kind of matter, not the word.
      if (end === at + 2 && pieces[at + 1]?.kind === 'category') continue;
      const text = textOf(pieces.slice(at + 1, end));
      if (text.length >= 2 && !CHANGES.test(text) && end < pieces.length) {
        made.push(piece, { kind: 'text', text });
        at = end - 1;
        continue;
      }
    }
    const joined = joinedAt(pieces, at);
    if (!joined) {
      made.push(piece);
      continue;
    }
    const next = pieces[at + joined.count];
    const kind = topicKind(joined, pieces, at + joined.count);
    if (next && kind) made.push({ kind, text: joined.text });
    else if (joined.known === joined.count) made.push(...pieces.slice(at, at + joined.count));
    else made.push({ kind: 'unknown', text: joined.text });
    at += joined.count - 1;
  }
  return made;
}

interface Joined {
  text: string;
  count: number;
  /** How many of them are categories. */
  known: number;
}

/** 征地拆迁 is one word, though 征地 is known. */
function joinedAt(pieces: readonly Piece[], at: number): Joined | undefined {
  let count = 0;
  let known = 0;
  for (; ; count++) {
    const piece = pieces[at + count];
    if (piece?.kind === 'category') known++;
    else if (piece?.kind !== 'unknown') break;
  }
  return count === 0 ? undefined : { text: textOf(pieces.slice(at, at + count)), count, known };
}

function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** 吴斌那几件: a surname and what no dictionary joins to it. */
function isLikeName(text: string): boolean {
  const [first = ''] = wordsOf(text);
  return /^\p{Script=Han}{2,3}$/u.test(text) && first.length === 1 && SURNAMES.includes(first);
}

function topicKind(joined: Joined, pieces: readonly Piece[], at: number): 'text' | 'someone' | undefined {
  const { text, count, known } = joined;
  const next = pieces[at];
  if (CHANGES.test(text) || text.length < 2 || text.length > 12) return undefined;
  if (NOBODY.test(text)) return undefined;
  if (known === 0 && NAME.test(text) && next && OF_SOMEBODY.has(next.text)) return 'someone';
  if (known === 0 && isLikeName(text) && isPointer(next)) return 'someone';
  let end = at;
  while (isPointer(pieces[end])) end++;
  if (end === at) return undefined;
  const noun = pieces[end];
  const one = noun?.kind === 'word' && /^(?:事|事情|问题|事项|诉求|困难|单子|工单)$/.test(noun.text);
  // A known kind of matter is looked for as a word only where one thing is asked about.
  if (known === count) return one && has(pieces[end + 1], 'how', 'when') ? 'text' : undefined;
  return one || has(noun, 'count', 'how', 'whose') ? 'text' : undefined;
}
