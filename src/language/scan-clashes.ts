/** What was said of a kind of which something else was said before: two times, two rates, two parks. */
import type { Day } from '../domain/time.ts';
import type { QueryWord } from './lexicon/query-word.ts';
import { isLoose, type Piece } from './pieces.ts';
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
    const meaning = piece.kind === 'word' && roles.at(-1) === '' ? piece.meanings[0] : undefined;
    const role = roleOf(meaning) ?? (roles.length > 1 && isWaiting(meaning) ? 'waiting' : undefined);
    if (role === undefined) continue;
    roles[roles.length - 1] = role;
    if (roles.some((one) => one !== '' && one !== role)) return [piece.text];
  }
  return [];
}

/** 昨天转的今天还没签: what happened on other days, as it stands now, which the second day says. */
export function withoutNow(pieces: readonly Piece[], today: Day): Piece[] {
  const told = pieces.map((one) => one.kind === 'word' && roleOf(one.meanings[0]) !== undefined);
  const first = pieces.findIndex(({ kind }) => kind === 'period');
  return pieces.filter((piece, at) => {
    if (piece.kind !== 'period' || piece.period.from > today || piece.period.until < today) return true;
    const next = pieces.slice(at + 1).find((one) => !isLoose(one));
    const waits = next?.kind === 'word' && isWaiting(next.meanings[0]);
    return !(waits && first < at && told.slice(first, at).includes(true));
  });
}

function isWaiting(meaning: QueryWord | undefined): boolean {
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

/** 我登记的上周退回的: whose it is, before the days of something else. */
export function isSaidFirst(pieces: readonly Piece[], at: number): boolean {
  const said = `${pieces[at]?.text}${pieces[at + 1]?.text ?? ''}`;
  return (
    /的$/.test(said) &&
    pieces.slice(0, at).every(({ kind }) => kind !== 'period') &&
    pieces.slice(at + 1).some(({ kind }) => kind === 'period')
  );
}

/** Which day of a problem a word speaks about. */
function roleOf(meaning: QueryWord | undefined): string | undefined {
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
