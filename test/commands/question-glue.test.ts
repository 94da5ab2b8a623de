import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { readPhrase } from '../../src/language/phrase.ts';
import { type Piece, piecesOf } from '../../src/language/pieces.ts';
import { isLight } from '../../src/language/scan-fits.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { BESIDE } from './questions-beside.ts';
import { ALIKE, GLUED } from './questions-glue.ts';
import { SPOKEN } from './questions-spoken.ts';
import { readingLine } from './reading-line.ts';

function read(said: string): string {
  const { text, match } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
  return match.kind === 'unknown' ? 'back' : readingLine(text, toLeader);
}

/** Sentences that ask for figures, with what is read of them. */
const ASKED = [...BESIDE, ...SPOKEN].flatMap(([said]) => {
  const means = readingLine(said, toLeader);
  return /back|talk|beyond|#\d|WHOLE DAY/.test(means) || said.length > 30 ? [] : [{ said, means }];
});

type At = (pieces: readonly Piece[], i: number) => boolean;

const states = (piece: Piece | undefined) =>
  piece?.kind === 'word' ? piece.meanings.flatMap((one) => (one.tag === 'state' ? [one.state] : [])) : [];
const isNamed = (piece: Piece | undefined) =>
  piece !== undefined && ['unit', 'project', 'category'].includes(piece.kind);
const isCount = (piece: Piece | undefined) =>
  piece?.kind === 'word' && piece.meanings.some(({ tag }) => tag === 'count');

/** Words of each class, with the piece behind which they may stand. */
const MAY_STAND: readonly (readonly [words: string, at: At])[] = [
  [
    '居然 竟然 究竟 实实在在 的的确确 眼下 压根 毕竟 说到底 确确实实',
    (pieces, i) => isNamed(pieces[i]) && states(pieces[i + 1]).length > 0,
  ],
  [
    '掉',
    (pieces, i) =>
      /^(?:作废|办结|销号|退回|转办)$/.test(pieces[i]?.text ?? '') &&
      !/^[过了完]/.test(pieces[i + 1]?.text ?? ''),
  ],
  [
    '那种 这一类 那些个 那一摊子 这拨',
    (pieces, i) => pieces[i]?.text === '的' && states(pieces[i - 1]).length > 0 && isCount(pieces[i + 1]),
  ],
  ['这一块 那一摊子 那头', (pieces, i) => pieces[i]?.kind === 'unit' && states(pieces[i + 1]).length > 0],
  [
    '到今儿为止 截止到眼下',
    (pieces, i) =>
      isNamed(pieces[i]) &&
      states(pieces[i + 1]).some(isLight) &&
      pieces.every(({ kind }) => kind !== 'period'),
  ],
  ['得', (pieces, i) => states(pieces[i]).some(isLight) && /^最[多少]$/.test(pieces[i + 1]?.text ?? '')],
  [
    '些 点儿 一点 一些',
    (pieces, i) => i === pieces.length - 1 && /[快慢多少高低]$/.test(pieces[i]?.text ?? ''),
  ],
  [
    ',给我拎出来 ,一条一条念给我听 ,都给我掰开说一遍 ,挨个过一遍',
    (pieces, i) => i === pieces.length - 1 && isCount(pieces[i]),
  ],
];

function withWords(): { said: string; means: string }[] {
  return ASKED.flatMap(({ said, means }) => {
    const phrase = readPhrase(said);
    const pieces = piecesOf(phrase.folded, phrase, toLeader);
    let at = 0;
    return pieces.flatMap((piece, i) => {
      at += piece.text.length;
      return MAY_STAND.flatMap(([words, stands]) =>
        stands(pieces, i)
          ? words
              .split(' ')
              .map((word) => ({ said: said.slice(0, at) + word.replace(',', '，') + said.slice(at), means }))
          : [],
      );
    });
  });
}

describe('little words that narrow nothing', () => {
  test.each(GLUED)('%s → %s', (said, means) => {
    expect(read(said)).toBe(means);
  });

  test.each(ALIKE)('%s is not %s', (said, bare) => {
    const means = read(said);
    if (means !== 'back') expect(means).not.toBe(read(bare));
  });

  test('put where they may stand they change no reading', () => {
    const all = withWords();
    const other = all.flatMap((one) => {
      const now = read(one.said);
      return now === one.means ? [] : [{ ...one, now }];
    });
    expect(other.filter(({ now }) => now !== 'back')).toEqual([]);
    expect(other.length).toBeLessThanOrEqual(all.length * 0.02);
    expect(all.length).toBeGreaterThan(400);
  });
});
