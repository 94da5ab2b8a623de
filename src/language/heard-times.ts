/** The words that only compare, taken out of a question, and the times that stand in it. */
import type { Day } from '../domain/time.ts';
import type { ReadContext } from './definition.ts';
import { AS_MANY, COMPARING, type ComparingKind, JOINS, ONE_BY_ONE } from './lexicon/comparing.ts';
import { withoutFraming } from './lexicon/framing.ts';
import type { QueryWord } from './lexicon/query-word.ts';
import { simplify } from './lexicon/traditional.ts';
import type { Phrase } from './phrase.ts';
import { type Piece, piecesOf } from './pieces.ts';

export interface Heard {
  /** The text without them. */
  rest: Phrase;
  said: ReadonlyMap<ComparingKind, string[]>;
  /** Where 比 and its like stand. */
  links: number[];
  /** Two of one kind are named: they, not two times, are set side by side. */
  rivals: boolean;
  /** Times in the order in which they stand, with their places. */
  times: { at: number; from: Day; until: Day; point: boolean }[];
  /** Of a pace: by when. */
  ahead?: Day;
}

/** Names, kinds of matter and times are whole: a 比 in one of them compares nothing. */
const WHOLE: ReadonlySet<Piece['kind']> = new Set([
  ...(['unit', 'project', 'area', 'category', 'trait', 'period', 'point', 'doubt', 'person'] as const),
]);

/** What is measured is no word of comparing: the 增多 of 新增多少, the 掉多少 of 办掉多少. */
const MEASURED: readonly QueryWord['tag'][] = ['state', 'basis', 'rate', 'noun', 'by', 'enterprise', 'staff'];

function isMeasured(piece: Piece | undefined): boolean {
  return (
    piece?.kind === 'word' &&
    piece.meanings.some(
      (one) =>
        MEASURED.includes(one.tag) ||
        (one.tag === 'duration' && (one.of === 'average' || /[几多久]/.test(piece.text))),
    )
  );
}

/** 今年和去年, 新增和销号: joins two times, or two figures. */
function joinsThem(pieces: readonly Piece[], at: number): boolean {
  const sides = [pieces[at - 1], pieces[at + 1]];
  return sides.some((one) => one?.kind === 'period' || one?.kind === 'point') || sides.every(isMeasured);
}

/** A word is taken whole or not at all. */
function cuts(words: readonly (readonly [number, number])[], from: number, to: number): boolean {
  return words.some(([first, end]) => first < to && from < end && !(from <= first && end <= to));
}

/** undefined: nothing is compared. */
export function heardIn(phrase: Phrase, context: ReadContext): Heard | undefined {
  const said = new Map<ComparingKind, string[]>();
  const links: number[] = [];
  const bared = withoutFraming(simplify(phrase.folded)).replace(AS_MANY, (match, offset: number) => {
    said.set('link', [match]);
    links.push(offset);
    return ' '.repeat(match.length);
  });
  // 一周一周 holds no 周一.
  const folded = bared.replace(ONE_BY_ONE, (match) => {
    said.set('apart', [...(said.get('apart') ?? []), match]);
    return ' '.repeat(match.length);
  });
  const pieces = piecesOf(folded, phrase, context);
  let bare = '';
  /** What stands between two names or times, where it begins, and the words in it that are measured. */
  let [run, start]: [string, number] = ['', 0];
  let words: [number, number][] = [];
  const flush = () => {
    let left = run;
    for (const [kind, pattern] of COMPARING) {
      left = left.replace(pattern, (match, ...rest) => {
        const offset = rest.find((one) => typeof one === 'number') as number;
        if (match.trim() === '' || cuts(words, offset, offset + match.length)) return match;
        said.set(kind, [...(said.get(kind) ?? []), match]);
        if (kind === 'link' || kind === 'same') links.push(start + offset);
        return ' '.repeat(match.length);
      });
    }
    bare += left;
    [run, words] = ['', []];
  };
  for (const [i, piece] of pieces.entries()) {
    const text = folded.slice(bare.length + run.length, bare.length + run.length + piece.text.length);
    if (WHOLE.has(piece.kind)) {
      flush();
      bare += text;
      start = bare.length;
      continue;
    }
    if (isMeasured(piece)) words.push([run.length, run.length + text.length]);
    run += JOINS.test(text) && joinsThem(pieces, i) ? ' ' : text;
  }
  flush();
  if (said.size === 0) return undefined;
  const left: Phrase = { ...phrase, text: bare, folded: bare };
  const { times, without } = timesIn(left, context);
  const kinds = (['unit', 'project', 'area', 'category'] as const).map(
    (kind) => pieces.filter((one) => one.kind === kind).length,
  );
  const rest = { ...phrase, text: without, folded: without };
  return { rest, said, links, times, rivals: Math.max(...kinds) > 1 };
}

/** Times again, for 比上月 has become 上月; and the text without them. */
function timesIn(left: Phrase, context: ReadContext): Pick<Heard, 'times'> & { without: string } {
  const times: Heard['times'] = [];
  let without = '';
  const pieces = piecesOf(left.folded, left, context);
  const isTime = (piece: Piece | undefined) => piece?.kind === 'period' || piece?.kind === 'point';
  for (const [i, piece] of pieces.entries()) {
    const at = without.length;
    const { length } = piece.text;
    if (piece.kind === 'period')
      times.push({ at, from: piece.period.from, until: piece.period.until, point: false });
    if (piece.kind === 'point') times.push({ at, from: piece.day, until: piece.day, point: true });
    const gone = isTime(piece) || (JOINS.test(piece.text) && isTime(pieces[i + 1]));
    // 去年办的跟今年办的比: of what was struck off then.
    const done = isTime(pieces[i - 1]) && /^(?:办|销|结|办理)的$/.test(piece.text);
    without += gone ? ' '.repeat(length) : done ? '办结'.padEnd(length) : left.folded.slice(at, at + length);
  }
  return { times, without };
}
