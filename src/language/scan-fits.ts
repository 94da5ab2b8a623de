/** Whether a word means something where it stands: beside what, behind whom. */

import {
  fitsHelping,
  isAbout,
  isAboutBoth,
  isBesideUnit,
  isBounded,
  isDoer,
  isDoneThen,
  isGivenTo,
  isLeavable,
  isOfSome,
  isRivalry,
  isSameNumber,
  isToldOfStep,
  isTurned,
  joinsFigures,
  NAMES,
  rivals,
} from './fits-several.ts';
import { NONE } from './lexicon/amounts.ts';
import type { QueryWord, StateWord } from './lexicon/query-word.ts';
import { isLoose, type Piece } from './pieces.ts';
import { apartOf, isExceptHere, isNegated, saysWithout } from './scan-turns.ts';

export function wordsOf(pieces: readonly Piece[]): QueryWord[] {
  return pieces.flatMap((piece) => (piece.kind === 'word' ? piece.meanings : []));
}

/** The kind of thing a piece says, as far as 和 may join two of them. */
function kindOf(piece: Piece | undefined): string | undefined {
  if (piece?.kind !== 'word') return piece?.kind;
  if (piece.meanings.some(({ tag }) => tag === 'our-unit')) return 'unit';
  const [meaning] = piece.meanings;
  if (meaning?.tag !== 'state') return meaning?.tag;
  return isLight(meaning.state) ? 'light' : 'status';
}

/** 红的和黄的, 待签收、待核验的: two states of one kind side by side, which widen each other. */
export function joinsStates(pieces: readonly Piece[], at: number): boolean {
  const left = kindOf(pieces.slice(0, at).findLast((one) => !isLoose(one)));
  const right = kindOf(pieces.slice(at + 1).find((one) => !isLoose(one)));
  return left === right && (left === 'light' || left === 'status');
}

export function isLight({ kind }: StateWord): boolean {
  return kind === 'color' || kind === 'overdue' || kind === 'in-time' || kind === 'lit';
}

/** What somebody has or did; not 我交办的. */
function meansSpeaker(next: Piece | undefined): boolean {
  return next === undefined || ['word', 'break', 'period'].includes(next.kind);
}

/** 供电公司比住建局: two of one kind around it, or before it. */
function isBetween(pieces: readonly Piece[], at: number): boolean {
  return (['unit', 'project', 'area'] as const).some((kind) => {
    const before = pieces.slice(0, at).filter((one) => kindOf(one) === kind).length;
    const after = pieces.slice(at + 1).filter((one) => kindOf(one) === kind).length;
    return before > 1 || (before > 0 && after > 0);
  });
}

/** 哪些单位, 哪类: figures of all there are, so that none is left out. */
function asksApart(next: Piece | undefined): boolean {
  return next?.kind === 'word' && next.meanings.some((one) => one.tag === 'by' && one.asks);
}

function saysLogged(next: Piece | undefined): boolean {
  return next?.kind === 'word' && next.meanings.some((one) => one.tag === 'basis' && one.basis === 'logged');
}

function saysState(next: Piece | undefined): boolean {
  return next?.kind === 'word' && next.meanings.some(({ tag }) => tag === 'state' || tag === 'quiet');
}

const isSomebody = (piece: Piece | undefined) => piece?.kind === 'someone' || piece?.kind === 'person';

const isOfProject = (word: QueryWord) => word.tag === 'by' && word.by === 'project';

const ranks = ['most', 'least', 'longest', 'highest', 'lowest'] as const;
/** Words that leave some of the groups, so that what stands behind them is what is told apart. */
const choose = ['top', 'nothing-done'] as const;

/** 道路问题都涉及哪些项目: of several units only where they are named. */
function isTogether({ state }: QueryWord & { tag: 'state' }, pieces: readonly Piece[], at: number): boolean {
  const joint =
    state.kind === 'mark' && state.mark === 'joint' && /^(?:都|同时)/.test(pieces[at]?.text ?? '');
  return joint && pieces.filter(({ kind }) => kind === 'unit').length < 2;
}

/** 我们 is also said by the way, but not between two units. */
function isBody(piece: Piece): boolean {
  const ours = piece.kind === 'word' && piece.meanings.some(({ tag }) => tag === 'our-unit');
  return ours || !isLoose(piece);
}

/** 前三名 says by itself that there is an order; 三家 only beside a word of one. */
function isRanked(
  { bottom }: QueryWord & { tag: 'top' },
  pieces: readonly Piece[],
  at: number,
  words: readonly QueryWord[],
): boolean {
  const has = (tag: QueryWord['tag']) => words.some((one) => one.tag === tag);
  const said = pieces[at]?.text ?? '';
  const ordered =
    [...ranks, ...(['more', 'newest', 'sorted'] as const)].some(has) ||
    words.some((one) => one.tag === 'duration' && one.of !== 'average');
  if (ordered) return true;
  return bottom === true || /前|第一/.test(said);
}

function isAsked(words: readonly QueryWord[]): boolean {
  return words.some(({ tag }) => tag === 'noun' || tag === 'count' || tag === 'our-unit');
}

/** 昨天派给资规局的: given to somebody, on a day; 领导交办的 and 转给水务局 are others. */
function isDated(meaning: QueryWord, pieces: readonly Piece[], at: number): boolean | undefined {
  const said = pieces[at]?.text ?? '';
  if (meaning.tag !== 'step' || meaning.step !== 'routed' || !GIVEN.test(said)) return undefined;
  if (pieces.slice(0, at).findLast((one) => !isLoose(one) && !onlyAsks(one))?.kind === 'period') return true;
  return isGivenTo(pieces, at) && pieces.some(onlyAsks);
}

const onlyAsks = (piece: Piece) =>
  piece.kind === 'word' && piece.meanings.some(({ tag }) => tag === 'count' || tag === 'ask');

/** 快到期还没动静的: of those that run out. */
function isRunning(words: readonly QueryWord[]): boolean {
  return words.some((one) => one.tag === 'state' && (isLight(one.state) || one.state.kind === 'turned'));
}

const isNoun = (piece: Piece) => piece.kind === 'word' && piece.meanings.some(({ tag }) => tag === 'noun');

const GIVEN =
  /^(?:交办(?:的|下去的?)?|(?!新|刚|才).{0,2}(?:给|到)[了过]?|[派转]过去的?|派的|派了|[转派]的(?:那几?件)?|转了|转下去的?|派单的)$/;

/** Whether a word means something where it stands. */
export function fits(
  meaning: QueryWord,
  at: number,
  pieces: readonly Piece[],
  words: readonly QueryWord[],
): boolean {
  const has = (tag: QueryWord['tag']) => words.some((one) => one.tag === tag);
  const named = pieces
    .slice(0, at)
    .findLast(({ text }) => !/^(?:[那这](?:个|一个|家)?|[那这]?[两三四][个家])$/.test(text));
  switch (meaning.tag) {
    // 没动的: of those urged or told up the ones still open; of all, which moved is a matter of days.
    case 'state':
      if (/^(?:办|销|结|办理|处理)的$/.test(pieces[at]?.text ?? ''))
        return (named?.kind === 'period' && named.period.past) || isDoneThen(named, pieces, words);
      if (isTogether(meaning, pieces, at)) return false;
      // 分管领导这一级挂着几件: on their list, or standing still.
      if (
        pieces[at]?.text === '挂着' &&
        words.some((one) => one.tag === 'state' && one.state.kind === 'told-up')
      )
        return false;
      if (meaning.state.kind === 'turned') return isTurned(meaning.state, pieces, at);
      // 卡住的有几件, of all there are: which are stuck is not said.
      if (meaning.state.kind === 'open' && /^[卡堵]/.test(pieces[at]?.text ?? ''))
        return isOfSome(pieces[at]?.text ?? '', pieces, words);
      // 长期没办, 长期挂账: for how long, not without a deadline.
      if (pieces[at]?.text === '长期') return !saysState(pieces[at + 1]);
      return (
        meaning.state.kind !== 'open' ||
        !/^(?:还|还是|纹丝|动都|一直)?[没不]见?动静?$/.test(pieces[at]?.text ?? '') ||
        has('step') ||
        words.some((one) => one.tag === 'state' && ['told-up', 'mark'].includes(one.state.kind))
      );
    // 新问题: those that came then; of all there are, which are new is not said.
    case 'noun':
      return (
        !/^新/.test(pieces[at]?.text ?? '') || has('basis') || pieces.some((one) => one.kind === 'period')
      );
    case 'kind':
      // 我批示的, 周五会上定的: whose instruction, of which meeting nobody keeps.
      if (meaning.kind === 'instruction') return !/^我/.test(pieces[at - 1]?.text ?? '');
      return (
        meaning.kind !== 'decision' || pieces[at - 1]?.kind !== 'period' || /^议/.test(pieces[at]?.text ?? '')
      );
    case 'filler':
      // 都是哪些单位办的, 供电公司办的.
      if (!/^(?:办|办理|处理|经办)的$/.test(pieces[at]?.text ?? '') || asksApart(named)) return true;
      return isDoer(named) && (pieces.every(({ kind }) => kind !== 'period') || has('basis') || has('step'));
    case 'after-unit':
      return named?.kind === 'unit';
    case 'except':
      return isExceptHere(pieces, at);
    case 'except-end':
      return has('except') || isLeavable(pieces.slice(0, at).findLast((one) => !isLoose(one)));
    case 'others':
      return has('except');
    case 'after-name':
      return pieces.slice(0, at).some(({ kind }) => NAMES.has(kind));
    case 'told-to':
      return isSomebody(pieces[at + 1]);
    // 上报高远的: to him, and not by him.
    case 'basis':
      return !(pieces[at]?.text === '上报' && isSomebody(pieces[at + 1]));
    case 'of-projects':
      return pieces.slice(0, at).some(({ kind }) => kind === 'someone' || kind === 'person') || has('me');
    case 'project-by':
      return /项目|企业|专班/.test(pieces[at]?.text ?? '') || words.some(isOfProject) || has('projects');
    case 'project-order':
      return words.some(isOfProject) || has('projects') || has('of-projects') || has('node');
    case 'project-told':
      return !pieces.some((one) => one.kind === 'project');
    case 'post':
      return pieces.filter((one) => one.kind === 'project').length === 1;
    case 'node-fate':
    case 'node-planned':
    case 'node-days':
    case 'beside-node':
    case 'carries':
      return has('node');
    case 'projects':
      return has('node') || has('weather') || has('of-projects') || has('by') || has('project-by');
    case 'rate':
      if (meaning.whether) return apartOf(pieces[at + 1]) !== undefined;
      if (meaning.best) return isRivalry(words, pieces) && !has('longest') && !has('most');
      // 各类占的比例: each one's share of all.
      return meaning.rate !== 'share' || meaning.late === true || !has('by') || has('state');
    case 'told':
      return meaning.told === 'average' || (has('by') && !has('state'));
    case 'links':
      return pieces.some((one) => one.kind === 'project') || !/环/.test(pieces[at]?.text ?? '');
    case 'monthly':
      if (pieces.filter((one) => one.kind === 'period').length > 1) return false;
      return has('basis') || has('state') || has('trend') || has('rate');
    case 'step':
      if (isDated(meaning, pieces, at) === false) return false;
      // 按时率升了没: it went up.
      if (has('rate') && /^升/.test(pieces[at]?.text ?? '')) return false;
      if (!isToldOfStep(meaning, pieces, at)) return false;
      return (
        !words.some((one) => one.tag === 'state' && one.state.kind === 'told-up') ||
        meaning.step === 'told-up'
      );
    case 'after-project': {
      // 安琪的那个项目
      const points = /^[那这]/.test(pieces[at]?.text ?? '');
      const owner =
        points && named?.text === '的' ? pieces.slice(0, at).findLast((one) => !isLoose(one)) : named;
      return owner?.kind === 'project' || owner?.kind === 'trait';
    }
    case 'before-unit':
      // 等住建局签收的 is none of 住建局's doing; 等住建局的 is.
      return (
        pieces[at + 1]?.kind === 'unit' &&
        (!/等$/.test(pieces[at]?.text ?? '') ||
          pieces.slice(at + 2).every((one) => isLoose(one) || onlyAsks(one) || isNoun(one)))
      );
    case 'mainly': {
      // 主要卡在哪, 主要是什么原因; 主要的问题 would be some of them.
      const next = pieces.slice(at + 1).find((one) => !isLoose(one));
      const asks = next?.kind === 'word' && next.meanings.some(({ tag }) => tag === 'how' || tag === 'why');
      if (pieces[at + 1]?.text === '的') return false;
      if (/^有?(?:哪些|哪几|什么|啥)/.test(next?.text ?? '')) return true;
      return asksApart(next) || asks;
    }
    case 'after-period':
      return pieces[at - 1]?.kind === 'period';
    case 'which':
      return meaning.of !== 'period' || pieces.filter((one) => one.kind === 'period').length > 1;
    case 'as-many':
      return isSameNumber(meaning.count, pieces.slice(0, at), pieces[at]?.text);
    case 'ask':
      return meaning.choice !== true || !(ranks.some(has) || has('rate') || has('node') || has('against'));
    case 'here':
      return named?.kind !== 'project';
    case 'me':
      return meansSpeaker(pieces[at + 1]);
    case 'more':
      return (
        pieces.slice(at + 1).every(isLoose) &&
        (has('which') || has('by') || has('each') || rivals(pieces) > 1 || has('our-unit'))
      );
    case 'lasting':
      // 超了几天 alone would say nothing of what is overdue.
      if (/^[超逾]/.test(pieces[at]?.text ?? '')) return has('longest');
      return has('longest') || has('since-when') || has('which') || words.some((one) => one.tag === 'state');
    case 'after-by':
      return wordsOf(pieces.slice(0, at)).some(({ tag }) => tag === 'by');
    case 'top':
      return isRanked(meaning, pieces, at, words);
    case 'standing':
      return (
        pieces.filter(({ kind }) => kind === 'unit' || kind === 'project').length === 1 ||
        pieces.filter(({ kind }) => kind === 'category').length === 1 ||
        has('our-unit')
      );
    case 'elsewhere':
      return pieces[at - 1]?.kind === 'area' && pieces.filter(({ kind }) => kind === 'area').length === 2;
    case 'pointed':
      return (
        /^[那这].*[个件条项]$/.test(pieces[at]?.text ?? '') &&
        ['category', 'text', 'trait'].includes(pieces[at + 1]?.kind ?? '')
      );
    case 'portion':
      return has('rate');
    case 'least':
      return !has('duration') || has('rate');
    case 'sorted':
      return (
        meaning.first === true || has('state') || has('by') || has('rate') || has('basis') || isAsked(words)
      );
    case 'our-unit':
      return meaning.beside !== true || isBesideUnit(pieces, at);
    case 'than':
      return (
        pieces.slice(0, at).filter((one) => one.kind === 'period').length > 1 ||
        (pieces[at + 1]?.kind === 'period' && pieces.slice(0, at).some((one) => one.kind === 'period')) ||
        isBetween(pieces, at)
      );
    case 'trend':
      return has('against') || has('than') || pieces.some((one) => one.kind === 'period');
    case 'highest':
    case 'lowest':
      return has('rate') || has('duration');
    case 'about':
      return isAbout(pieces, at);
    case 'duration':
      // 慢, 快 at the end: of several, and not of how far something is.
      if (/^[快慢]$/.test(pieces[at]?.text ?? ''))
        return isRivalry(words, pieces) && !/(?:进[度展]|走|推进|得)$/.test(pieces[at - 1]?.text ?? '');
      // 哪个项目走得快: how far it is, not how long its problems took.
      return !(
        /走|推进|进[展度]/.test(pieces[at]?.text ?? '') &&
        (pieces.some((one) => one.kind === 'project') ||
          words.some((one) => one.tag === 'by' && one.by === 'project'))
      );
    case 'since-node':
      return pieces.some((one) => one.kind === 'project');
    // 天气 alone is that of tomorrow.
    case 'weather':
      return (
        !/天气/.test(pieces[at]?.text ?? '') ||
        pieces.some(({ kind }) => kind === 'project' || kind === 'trait') ||
        words.some((one) => one.tag === 'weather' && one.weather.length > 0) ||
        /项目|晴雨/.test(pieces.map(({ text }) => text).join(''))
      );
    case 'with-color':
      return words.some((one) => one.tag === 'state' && one.state.kind === 'color');
    case 'by':
      // 哪几家提的: enterprises, not units.
      if (meaning.by === 'unit' && /^哪几?家$/.test(pieces[at]?.text ?? '') && saysLogged(pieces[at + 1]))
        return false;
      return (
        meaning.ranked !== true ||
        ranks.some(has) ||
        choose.some(has) ||
        isBounded(pieces) ||
        saysWithout(pieces, words) ||
        words.some((one) => one.tag === 'rate' && one.best) ||
        words.some((one) => one.tag === 'duration' && one.of !== 'average')
      );
    case 'staff':
      return has('basis') && saysLogged(pieces.slice(at + 1).find(({ kind }) => kind !== 'period'));
    case 'enterprise':
      return words.some(
        (one) =>
          (one.tag === 'basis' && one.basis === 'logged') || (one.tag === 'rate' && one.rate === 'satisfied'),
      );
    case 'quiet':
      return pieces.some(({ kind }) => kind === 'age' || kind === 'period') || isRunning(words);
    case 'helping':
      return fitsHelping(meaning, pieces, at);
    case 'when':
      return (
        has('node') ||
        has('duration') ||
        has('enough-time') ||
        (pieces.some((one) => one.kind === 'project') &&
          !(['state', 'basis', 'count'] as const).some(has) &&
          // 光伏还剩啥问题: of problems, and of no day.
          !(has('noun') && /^还[剩差]$/.test(pieces[at]?.text ?? '')))
      );
    case 'not':
      return (
        pieces.slice(at + 1).every(isLoose) ||
        (isNegated(pieces[at + 1]) && saysWithout(pieces, words)) ||
        NONE.test(pieces.map(({ text }) => text).join(''))
      );
    case 'and': {
      if (meaning.sides === true) return rivals(pieces) > 1;
      const left = kindOf(pieces.slice(0, at).findLast(isBody));
      const next = kindOf(pieces.slice(at + 1).find(isBody));
      if ((left !== next && isAboutBoth(pieces, at)) || (has('each') && joinsFigures(pieces, at)))
        return true;
      return left !== undefined && left === next;
    }
    default:
      return true;
  }
}
