/** What a number tells: which groups are meant, how often, what a rate is held against. */
import { isBetween } from './doer.ts';
import type { QueryWord } from './lexicon/query-word.ts';
import type { Piece } from './pieces.ts';
import type { Scan } from './scanned.ts';

/** A number beside nothing it could be of is left over. */
export function takeAmount(scan: Scan, piece: Piece & { kind: 'amount' }, words: readonly QueryWord[]): void {
  const { amount, text } = piece;
  const has = (tag: QueryWord['tag']) => words.some((one) => one.tag === tag);
  const counted = words.some(
    (one) =>
      one.tag === 'step' ||
      (one.tag === 'state' && ['mark', 'extension', 'told-up'].includes(one.state.kind)),
  );
  if (amount.of === 'rate') {
    // Of a share it would be a bound of what it is a share of.
    if (!has('rate') || scan.bound) scan.left.push(text);
    else scan.bound = amount.bound;
  } else if (amount.of === 'times') {
    if (counted) scan.times = amount.least;
    else scan.left.push(text);
  } else if (
    has('by') ||
    words.some((one) => one.tag === 'after-unit' || (one.tag === 'top' && one.by !== undefined))
  ) {
    const { of: _, ...bounds } = amount;
    scan.having = { ...scan.having, ...bounds };
  } else if (amount.least !== amount.most) scan.left.push(text);
}

/** 住建局退回过几个: it was done by the unit; 住建局被退回的 and 住建局那件退回的 say whose it is. */
export function sendsBack(meaning: QueryWord, pieces: readonly Piece[], at: number): boolean {
  if (meaning.tag !== 'state' || meaning.state.kind !== 'mark' || meaning.state.mark !== 'bounced')
    return false;
  // 我们局 leaves room behind 我局; a mark ends what is said of it.
  const before = pieces.slice(0, at).findLast((one) => !isBetween(one) || /[\s,，。;；]/.test(one.text));
  const ours = before?.kind === 'word' && before.meanings.some(({ tag }) => tag === 'our-unit');
  return (
    (before?.kind === 'unit' || ours) && /^(?:退回|退过|退了(?!单|件)|打回)/.test(pieces[at]?.text ?? '')
  );
}

/** 办得最好, of no rate: of 按时率; beside one only which end of it. */
export function takePraise(scan: Scan, tags: Map<QueryWord['tag'], number>, best: 'high' | 'low'): void {
  tags.set(best === 'high' ? 'highest' : 'lowest', 1);
  if (scan.rate !== undefined || scan.duration !== undefined) return;
  scan.rate = 'on-time';
  scan.byDefault = true;
}
