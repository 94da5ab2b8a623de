/** Whether what is said is of several: so many as were named, which of them, who does it, how many of each. */
import { isDoneBy } from './doer.ts';
import { NONE } from './lexicon/amounts.ts';
import type { QueryWord, StateWord } from './lexicon/query-word.ts';
import { isLoose, type Piece } from './pieces.ts';

/** How many of one kind are named side by side. */
export function rivals(pieces: readonly Piece[]): number {
  const named = (kind: Piece['kind']) => pieces.filter((one) => one.kind === kind).length;
  return Math.max(...(['unit', 'project', 'area', 'category', 'period'] as const).map(named));
}

const COUNTED_NAMES: readonly Piece['kind'][] = ['unit', 'project', 'area', 'category', 'trait'];

/** 住建局和环保局两家: no more and no fewer were named, all of one kind. */
export function isSameNumber(count: number, before: readonly Piece[], said = ''): boolean {
  // 水电路 is three kinds of matter.
  const named = before.flatMap((one) => (one.kind === 'category' ? one.ids.map(() => one.kind) : [one.kind]));
  const kinds = COUNTED_NAMES.map((kind) => named.filter((one) => one === kind).length);
  // 三峡光伏 道路 施工 这两类
  if (/类|方面/.test(said)) return named.filter((one) => one === 'category').length === count;
  return kinds.includes(count) && kinds.filter((times) => times > 0).length === 1;
}

/** Which of several: 哪个单位办得最好, 谁垫底, 垫底的三个局. */
export function isRivalry(words: readonly QueryWord[], pieces: readonly Piece[]): boolean {
  return (
    (['by', 'which', 'top'] as const).some((tag) => words.some((one) => one.tag === tag)) ||
    rivals(pieces) > 1
  );
}

/** Who does it: a unit, somebody, 哪些单位. */
export function isDoer(piece: Piece | undefined): boolean {
  if (piece?.kind === 'unit' || piece?.kind === 'someone' || piece?.kind === 'person') return true;
  return piece?.kind === 'word' && piece.meanings.some((one) => one.tag === 'by' && one.by === 'unit');
}

/** 超过3件的单位, 不到九成的项目, 一件都没有的单位. */
export function isBounded(pieces: readonly Piece[]): boolean {
  return (
    pieces.some((one) => one.kind === 'amount' && one.amount.of !== 'times') ||
    NONE.test(pieces.map(({ text }) => text).join(''))
  );
}

/** 上个月资规局办的: what they struck off in a time that has begun, in whatever order both are said. */
export function isDoneThen(
  named: Piece | undefined,
  pieces: readonly Piece[],
  words: readonly QueryWord[],
): boolean {
  const periods = pieces.flatMap((one) => (one.kind === 'period' ? [one.period] : []));
  const more = words.some(({ tag }) => tag === 'basis' || tag === 'step');
  const states = words.flatMap((one) => (one.tag === 'state' ? [one.state.kind] : []));
  return (
    isDoer(named) &&
    periods.length > 0 &&
    periods.every(({ past }) => past) &&
    !more &&
    states.every((kind) => kind === 'closed')
  );
}

/** 本周核验的, 核验的本周几件. */
function isOnDays(pieces: readonly Piece[], at: number): boolean {
  const of =
    pieces[at]?.text.endsWith('的') ||
    pieces[at + 1]?.text === '的' ||
    /^几|^多少/.test(pieces[at + 1]?.text ?? '');
  return of && pieces.some(({ kind }) => kind === 'period');
}

/** 跟三峡光伏有关的所有材料 */
export function isAboutBoth(pieces: readonly Piece[], at: number): boolean {
  const behind = pieces.slice(at + 1);
  const name = behind.findIndex((one) => !isLoose(one));
  const about = behind.slice(name + 1, name + 3);
  return isWhose(behind[name]) && about.some(({ text }) => /^(?:有关|相关|沾边|搭界)/.test(text));
}

const isWhose = (piece: Piece | undefined) => piece?.kind === 'project' || piece?.kind === 'unit';

/** 楚能涉及住建局的, 跟住建局有关的: whose they are; 涉及 of a word or a kind of matter. */
export function isAbout(pieces: readonly Piece[], at: number): boolean {
  const before = pieces.slice(0, at).findLast((one) => !isLoose(one));
  if (/^(?:有关|相关)/.test(pieces[at]?.text ?? '') && isWhose(before)) return true;
  const next = pieces[at + 1]?.kind ?? '';
  return ['text', 'category'].includes(next) || isWhose(pieces.slice(at + 1).find((one) => !isLoose(one)));
}

/** 派给住建局的, 转给我的: to whom. */
export function isGivenTo(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1];
  const ours = next?.kind === 'word' && next.meanings.some(({ tag }) => tag === 'our-unit' || tag === 'me');
  return ours || next?.kind === 'unit';
}

/** 新登记的和办掉的各是多少: what came, and what was struck off. */
export function joinsFigures(pieces: readonly Piece[], at: number): boolean {
  const sides = [
    pieces.slice(0, at).findLast((one) => !isLoose(one)),
    pieces.slice(at + 1).find((one) => !isLoose(one)),
  ];
  return sides.every(
    (one) =>
      one?.kind === 'word' &&
      one.meanings.some(({ tag }) => tag === 'basis' || tag === 'state' || tag === 'step'),
  );
}

/** Whose something may be. */
export const NAMES: ReadonlySet<Piece['kind']> = new Set([
  'unit',
  'project',
  'area',
  'someone',
  'person',
  'trait',
  'category',
]);

/** Who may hold something up. */
const HOLDERS: ReadonlySet<Piece['kind']> = new Set(['unit', 'someone', 'person']);

/**
 * 供电公司卡着几件, 卡在哪个局: what somebody has in hand, or whose it is; 兴发还卡着几件 is what it has that is open, but
 * 锂电行业卡住的 are some of these, and nobody says which.
 */
export function isOfSome(said: string, pieces: readonly Piece[], words: readonly QueryWord[]): boolean {
  const names = /[住死壳]|脖子/.test(said) ? HOLDERS : NAMES;
  return (
    pieces.some((one) => names.has(one.kind)) ||
    words.some(
      ({ tag }) => tag === 'our-unit' || tag === 'me' || tag === 'by' || tag === 'step' || tag === 'which',
    )
  );
}

/** 供水恢复了没: of days it is the clock that runs again, and with a name it is who did it. */
export function isToldOfStep(meaning: QueryWord, pieces: readonly Piece[], at: number): boolean {
  const vague = /^(?:恢复|核[验实查]|复核)[的了过]?$/.test(pieces[at]?.text ?? '');
  return !vague || isOnDays(pieces, at) || isDoneBy(meaning, pieces, at);
}

/** What may be left out of what is counted. */
export function isLeavable(piece: Piece | undefined): boolean {
  if (piece?.kind === 'word')
    return piece.meanings.some(
      (one) => one.tag === 'state' && ['status', 'color', 'overdue', 'mark'].includes(one.state.kind),
    );
  return piece !== undefined && ['unit', 'project', 'category'].includes(piece.kind);
}

/** 我们和资规局, 资规局和我们. */
export function isBesideUnit(pieces: readonly Piece[], at: number): boolean {
  const joins = (piece?: Piece) => /^[和跟与同]$/.test(piece?.text ?? '');
  return (
    (joins(pieces[at + 1]) && pieces[at + 2]?.kind === 'unit') ||
    (joins(pieces[at - 1]) && pieces.slice(0, at).some(({ kind }) => kind === 'unit'))
  );
}

/** 变红 alone is how it stands; beside days, or with what it was before, it is when it came. */
export function isTurned(
  { ahead }: StateWord & { kind: 'turned' },
  pieces: readonly Piece[],
  at: number,
): boolean {
  if (ahead || /[黄绿蓝].*[红黄]|[新刚又].*[红黄]/.test(pieces[at]?.text ?? '')) return true;
  return pieces.some(({ kind }) => kind === 'period' || kind === 'age');
}

/** 跟住建沾边的: right behind the unit; 协办的 alone is of who asks, or of all that have a co-unit. */
export function fitsHelping(
  { too }: QueryWord & { tag: 'helping' },
  pieces: readonly Piece[],
  at: number,
): boolean {
  const isUnit = (piece: Piece | undefined) =>
    piece?.kind === 'unit' ||
    (piece?.kind === 'word' && piece.meanings.some(({ tag }) => tag === 'our-unit'));
  if (/协办|配合|协助|牵头|主办/.test(pieces[at]?.text ?? '')) return true;
  if (!too) return pieces.some(isUnit);
  return isUnit(pieces.slice(0, at).findLast((one) => !isLoose(one)));
}
