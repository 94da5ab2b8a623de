/** What turns a word round or leaves something out: 一件都没有, 没有红灯的, 除了住建局. */
import type { QueryWord, StateWord } from './lexicon/query-word.ts';
import { isLoose, type Piece } from './pieces.ts';
import type { Scan } from './scanned.ts';

/** 没有红灯的单位有哪些: of those without. */
export function saysWithout(pieces: readonly Piece[], words: readonly QueryWord[]): boolean {
  const by = words.find((one) => one.tag === 'by' && one.asks);
  if (!by || pieces.some(({ kind }) => kind === 'amount')) return false;
  return pieces.some((piece, i) => {
    if (piece.kind !== 'word') return false;
    const [meaning] = piece.meanings;
    if (meaning?.tag === 'state' && meaning.state.kind === 'in-time')
      return /^(?:没|未|无|不)/.test(piece.text);
    return meaning?.tag === 'not' && isNegated(pieces[i + 1]);
  });
}

/** Without it: 没有红灯的. */
export function isNegated(next: Piece | undefined): boolean {
  return (
    next?.kind === 'word' &&
    next.meanings.some(
      (one) => one.tag === 'state' && ['color', 'overdue', 'lit', 'told-up'].includes(one.state.kind),
    )
  );
}

/** What none of it is of: 一件都没逾期 speaks of what is overdue, 一件都没办结 of what was struck off. */
export function ofNone(scan: Scan): Scan {
  const turned: Scan = { ...scan, heard: new Map(scan.heard) };
  turned.states = scan.states.map((state) => {
    const other: StateWord =
      state.kind === 'in-time'
        ? { kind: 'overdue' }
        : state.kind === 'open' && scan.by && !/问题/.test(scan.heard.get('noun') ?? '')
          ? { kind: 'closed' }
          : state;
    if (other !== state) (turned.heard as Map<StateWord, string>).set(other, scan.heard.get(state) ?? '');
    return other;
  });
  if (scan.by) turned.having = { ...scan.having, none: true };
  return turned;
}

/** A name right behind which 除外 stands. */
export function isLeftOut(pieces: readonly Piece[], at: number): boolean {
  const next = pieces.slice(at + 1).find((one) => !(one.kind === 'break' || isOf(one)));
  const inFront = pieces
    .slice(0, at)
    .some((one) => is(one, 'except') && isExceptHere(pieces, pieces.indexOf(one)));
  return (
    !inFront && next !== undefined && is(next, 'except-end') && !isExceptHere(pieces, pieces.indexOf(next))
  );
}

const is = (piece: Piece | undefined, tag: QueryWord['tag']) =>
  piece?.kind === 'word' && piece.meanings.some((one) => one.tag === tag);
const isOf = (piece: Piece) => is(piece, 'of');

/** 除了 with a name or a state behind it that it can leave out. */
export function isExceptHere(pieces: readonly Piece[], at: number): boolean {
  const next = pieces.slice(at + 1).find((one) => !isLoose(one));
  if (next?.kind === 'word')
    return next.meanings.some((one) => one.tag === 'state' && one.state.kind === 'status');
  return next?.kind === 'unit' || next?.kind === 'project' || next?.kind === 'category';
}

/** What is left out ends with the first word that is no name and joins none. */
export function endsExcept(piece: Piece, out: NonNullable<Scan['except']>): boolean {
  const some = out.unitIds.length + out.projectIds.length + out.categoryIds.length > 0;
  if (piece.kind === 'break') return some && /[,，。;；]/.test(piece.text);
  if (piece.kind !== 'word') return !['unit', 'project', 'category'].includes(piece.kind);
  if (is(piece, 'and')) return false;
  return some ? !is(piece, 'after-unit') && !is(piece, 'after-project') : false;
}
