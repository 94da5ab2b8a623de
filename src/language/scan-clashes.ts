/** What was said of a kind of which something else was said before: two times, two rates, two parks. */
import type { QueryWord, StateWord } from './lexicon/query-word.ts';
import type { Piece } from './pieces.ts';
import type { Scan } from './scanned.ts';

export function saysOtherwise(scan: Scan, meaning: QueryWord): boolean {
  const { basis, longest } = scan;
  if (meaning.tag === 'basis') return basis !== undefined && basis !== meaning.basis;
  if (meaning.tag === 'rate')
    return scan.rate !== undefined && scan.rate !== meaning.rate && !meaning.best && !scan.byDefault;
  // 哪家利索些，平均要几天: the average of each.
  if (meaning.tag === 'duration')
    return (
      scan.duration !== undefined &&
      scan.duration !== meaning.of &&
      scan.duration !== 'average' &&
      meaning.of !== 'average'
    );
  if (meaning.tag === 'against') return scan.against !== undefined && scan.against !== meaning.against;
  return meaning.tag === 'longest' && longest !== undefined && longest !== meaning.by;
}

/** 上月登记本月办结的: two times, each of something else, are no one span. */
export function otherTimes(pieces: readonly Piece[]): string[] {
  const roles: string[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'period') roles.push('');
    if (roles.at(-1) !== '') continue;
    const role = roleOf(piece) ?? (isWaiting(piece) ? 'waiting' : undefined);
    if (role === undefined) continue;
    roles[roles.length - 1] = role;
    if (roles.some((one) => one !== '' && one !== role)) return [piece.text];
  }
  return [];
}

/** Some are said, and all of them that it is struck off. */
export function areClosed(states: readonly StateWord[]): boolean {
  return states.length > 0 && states.every(({ kind }) => kind === 'closed');
}

/** How something stands: 还没签. */
export function isWaiting(piece: Piece | undefined): boolean {
  const [meaning] = piece?.kind === 'word' ? piece.meanings : [];
  return meaning?.tag === 'state' && ['open', 'status', 'without'].includes(meaning.state.kind);
}

/** The one time said belongs to something that was done: 上周办完的, 10月退回的. */
export function isOfEvent(pieces: readonly Piece[], at: number): boolean {
  const [first, second] = pieces.flatMap(({ kind }, i) => (kind === 'period' ? [i] : []));
  if (first === undefined || second !== undefined || first > at) return false;
  return pieces.slice(first + 1, at).some((piece) => {
    const [meaning] = piece.kind === 'word' ? piece.meanings : [];
    if (meaning?.tag === 'step') return true;
    return (
      meaning?.tag === 'state' && ['closed', 'mark', 'extension', 'told-up'].includes(meaning.state.kind)
    );
  });
}

/** Which day of a problem a word speaks about. */
export function roleOf(piece: Piece): string | undefined {
  const [meaning] = piece.kind === 'word' ? piece.meanings : [];
  if (meaning?.tag === 'basis') return meaning.basis;
  if (meaning?.tag === 'step') return meaning.step;
  return meaning?.tag === 'state' && meaning.state.kind === 'closed' ? 'closed' : undefined;
}

/** 挂账又待核验的: nothing is both, and they were not meant to widen each other. */
export function comesTwice(
  { states }: Scan,
  meaning: QueryWord,
  pieces: readonly Piece[],
  at: number,
): boolean {
  if (meaning.tag !== 'state' || meaning.state.kind !== 'status') return false;
  const { status } = meaning.state;
  const both = /(?:又|且|而且|并且|同时)(?:是|在|还)?$/u.test(pieces[at - 1]?.text ?? '');
  return both && states.some((one) => one.kind === 'status' && one.status !== status);
}

/** 办结了又新增几个: what came anew is not what was struck off. */
export function comesAgain(
  { states }: Scan,
  meaning: QueryWord,
  pieces: readonly Piece[],
  at: number,
): boolean {
  if (meaning.tag !== 'basis' || meaning.basis !== 'logged') return false;
  const again = pieces[at]?.text.startsWith('又') || /又$/.test(pieces[at - 1]?.text ?? '');
  return again && states.some(({ kind }) => kind === 'closed');
}

export function overwrites(scan: Scan, trait: { park: string } | { industry: string }): boolean {
  return 'park' in trait
    ? scan.park !== undefined && scan.park !== trait.park
    : scan.industry !== undefined && scan.industry !== trait.industry;
}
