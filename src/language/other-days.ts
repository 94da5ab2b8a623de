/** 上周登记这周办结的: days of one clock beside days of another, both said. */
import type { QueryWord } from './lexicon/query-word.ts';
import type { Piece } from './pieces.ts';
import { roleOf } from './scan-clashes.ts';
import type { OtherDays, Scan } from './scanned.ts';

/** Two times and what each of them is of; undefined: another number of them, or one is of nothing. */
function timesOf(pieces: readonly Piece[]): { at: number; of: number; role: string }[] | undefined {
  const times = pieces.flatMap((piece, at) => {
    if (piece.kind !== 'period') return [];
    const next = pieces.findIndex((one, i) => i > at && one.kind === 'period');
    const of = pieces.findIndex((one, i) => i > at && (next < 0 || i < next) && roleOf(one) !== undefined);
    const word = pieces[of];
    return [{ at, of, role: (of >= 0 && word && roleOf(word)) || '' }];
  });
  return times.length === 2 && times.every(({ role }) => role !== '') ? times : undefined;
}

/** 上周登记的这周办结了几件, and no two figures: 上周新增和本周办结的各几件, 昨天新增今天办结多少. */
function isOfThose(pieces: readonly Piece[], times: readonly { at: number; of: number }[]): boolean {
  const says = (at: number, tag: QueryWord['tag']) => {
    const piece = pieces[at];
    return piece?.kind === 'word' && piece.meanings.some((meaning) => meaning.tag === tag);
  };
  const joined = says((times[1]?.at ?? 0) - 1, 'and');
  if (joined || pieces.some((_, at) => says(at, 'each'))) return false;
  return times.some(({ of }) => /的$/.test(pieces[of]?.text ?? '') || says(of + 1, 'of'));
}

/**
 * Takes out the days that what is asked for was logged in, or falls due in, where the other days are of something else.
 * The rest reads as a question of its own.
 */
export function withoutOtherDays(pieces: readonly Piece[]): { rest: readonly Piece[]; other?: OtherDays } {
  const times = timesOf(pieces);
  const bases = ['logged', 'due'] as const;
  if (!times || times[0]?.role === times[1]?.role || !isOfThose(pieces, times)) return { rest: pieces };
  const basis = bases.find((one) => times.some(({ role }) => role === one));
  const own = times.find(({ role }) => role === basis);
  const piece = own && pieces[own.at];
  if (!basis || !own || piece?.kind !== 'period') return { rest: pieces };
  return {
    rest: pieces.filter((_, i) => i !== own.at && i !== own.of),
    other: { basis, period: piece.period, heard: `${piece.text}${pieces[own.of]?.text ?? ''}` },
  };
}

/** 12号登记的呢, after 11号登记的13号办结的: the other days take the place of those of their clock. */
export function withOtherDays(before: OtherDays | undefined, said: Scan): Scan {
  const { basis, otherDays, periods, heard, ...rest } = said;
  const [period, second] = periods;
  if (!before || otherDays || basis !== before.basis || !period || second) return said;
  const days = `${heard.get(period) ?? ''}${heard.get('basis') ?? ''}`;
  const tags = new Map([...rest.tags].filter(([tag]) => tag !== 'basis'));
  return { ...rest, heard, tags, periods: [], otherDays: { basis, period, heard: days } };
}
