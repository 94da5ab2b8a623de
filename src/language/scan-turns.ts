/** What turns a word round or leaves something out: 一件都没有, 没有红灯的, 除了住建局. */

import type { Status } from '../domain/issue.ts';
import type { GroupBy, Step } from '../domain/issue-filter.ts';
import type { Day } from '../domain/time.ts';
import { isLeavable } from './fits-several.ts';
import { NONE } from './lexicon/amounts.ts';
import { besidesIn } from './lexicon/others-said.ts';
import { FINISHED } from './lexicon/parts.ts';
import { EVER } from './lexicon/period-words.ts';
import type { QueryWord, StateWord } from './lexicon/query-word.ts';
import { isLoose, type Piece } from './pieces.ts';
import { areClosed, isWaiting, roleOf } from './scan-clashes.ts';
import type { Scan } from './scanned.ts';

const RANKS: readonly QueryWord['tag'][] = ['most', 'more', 'longest', 'highest', 'lowest'];

/** 没有红灯的单位有哪些: of those without. */
export function saysWithout(pieces: readonly Piece[], words: readonly QueryWord[]): boolean {
  // 没有红灯的单位: without a word of asking, at the end.
  const last = pieces.findLast(({ kind }) => kind !== 'break');
  const by = words.find((one) => one.tag === 'by' && (one.asks || is(last, 'by')));
  // 没超期的哪类最多: a rank of those that are not.
  const ranked = words.some(({ tag }) => RANKS.includes(tag));
  if (!by || ranked || asksWhose(pieces) || pieces.some(({ kind }) => kind === 'amount')) return false;
  // 有红灯没有黄灯的, 没有红灯但有黄灯的: some of one, and none of another.
  const some = pieces.some(({ text }, i) => /^(?:有|是)$/.test(text) && isNegated(pieces[i + 1]));
  if (some) return false;
  return pieces.some((piece, i) => {
    const [meaning] = piece.kind === 'word' ? piece.meanings : [];
    const light = meaning?.tag === 'state' ? meaning.state.kind : undefined;
    if (light === 'in-time') return /^(?:既|又|也)?(?:没|未|无|不|零)/.test(piece.text);
    // 全是绿灯的, 都正常的
    const shown = light === 'color' ? `${pieces[i - 1]?.text ?? ''}${piece.text}` : '';
    // 哪个单位没有问题
    const denied = meaning?.tag === 'not' && isNegated(pieces[i + 1]);
    return denied || /[全都][是为部]*亮?(?:绿|正常)/.test(shown);
  });
}

/** 没逾期的都是哪些单位的: whose they are. */
function asksWhose(pieces: readonly Piece[]): boolean {
  const at = pieces.findIndex((one) => one.kind === 'word' && one.meanings.some(({ tag }) => tag === 'by'));
  const behind = pieces[at + 1];
  return at > 0 && (/的$/.test(pieces[at]?.text ?? '') || (behind !== undefined && isOf(behind)));
}

/** Without it: 没有红灯的. */
export function isNegated(next: Piece | undefined): boolean {
  const said = next?.kind === 'word' ? next.meanings : [];
  return said.some((one) =>
    one.tag === 'state' ? COUNTED.test(one.state.kind) : /^(?:basis|noun)$/.test(one.tag),
  );
}
const COUNTED = /^(?:color|overdue|lit|told-up|closed|status|open)$/;

/** Steps the lack of which is a state of its own. */
const STEP_OF: Partial<Record<Status, Step>> = { unsigned: 'signed', unrouted: 'routed' };

/**
 * What none of it is of: 一件都没逾期 speaks of what is overdue, 一件都没办完 of what was struck off, 一件都没签收 of what
 * was signed for. A state that is not what was denied (没有一件没办完的) stays.
 */
export function ofNone(scan: Scan, folded: string): Scan {
  const heard = new Map(scan.heard);
  const tags = new Map(scan.tags);
  const turned: Scan = { ...scan, heard, tags };
  const dated = scan.by !== undefined || scan.periods.length > 0;
  turned.states = scan.states.flatMap((state) => {
    const said = scan.heard.get(state) ?? '';
    if (state.kind === 'color' && state.color === 'green') return scan.by ? NOT_GREEN : [state];
    const other = otherOf(state, isDenied(said, folded));
    const step =
      state.kind === 'status' && dated && isDenied(said, folded) ? STEP_OF[state.status] : undefined;
    if (step) {
      turned.step = step;
      // 一件都没签收的有几个 is of units that are not said.
      if (!scan.by && scan.tags.has('count')) turned.left = [...scan.left, said];
      tags.set('step', 1);
      heard.set('step', said);
      return [];
    }
    heard.set(other, said);
    return [other];
  });
  if (!scan.by) return turned;
  turned.having = { ...scan.having, none: true };
  const others = turned.states.filter(({ kind }) => kind !== 'open' && kind !== 'all');
  if (new Set(others.map(({ kind }) => kind)).size < 2) return turned;
  // 既没逾期也没挂账: none of either, which only of lights can be told at once.
  turned.states = others.map((one) => (one.kind === 'status' && one.status === 'paused' ? PAUSED : one));
  const odd = others.find((_, i) => !['color', 'overdue', 'lit'].includes(turned.states[i]?.kind ?? ''));
  return odd ? { ...turned, left: [...scan.left, scan.heard.get(odd) ?? ''] } : turned;
}

const PAUSED: StateWord = { kind: 'color', color: 'paused' };
const NOT_GREEN: readonly StateWord[] = [{ kind: 'overdue' }, { kind: 'color', color: 'blue' }, PAUSED];

function otherOf(state: StateWord, denied: boolean): StateWord {
  if (state.kind === 'in-time') return { kind: 'overdue' };
  return denied && state.kind === 'open' ? { kind: 'closed' } : state;
}

/** 都没办完 behind 一件: its 没 is the one that leaves none. */
function isDenied(heard: string, folded: string): boolean {
  const none = NONE.exec(folded);
  const at = heard.search(/[没未冇无冒]/);
  return none !== null && at >= 0 && folded.startsWith(heard.slice(at), none.index + none[0].length - 1);
}

/**
 * 施工类占多少, 逾期的里头住建局占几成: whose share of all that is alike; 住建局逾期的占多少 is what is overdue of what it has.
 */
export function isShareOfAll(
  meaning: QueryWord & { tag: 'rate' },
  pieces: readonly Piece[],
  at: number,
): boolean {
  if (meaning.rate !== 'share' || meaning.late) return false;
  const before = pieces.slice(0, at);
  const name = before.findLastIndex((one) => WHOSE.includes(one.kind) || is(one, 'our-unit'));
  // 没办完的占全部的几成 is of all that is open, 楚能没办完的占多少 of what 楚能 has.
  const ofWhole = /[全总所整]/.test(pieces[at]?.text ?? '');
  const last = before.findLastIndex((one) => is(one, 'state') && !(ofWhole && isOpen(one)));
  return name > last && name >= 0;
}

/** 都是资规局的吗: by which groups all stand apart of which it may be one. */
export function apartOf(next: Piece | undefined): GroupBy | undefined {
  if (next?.kind === 'unit' || next?.kind === 'project' || next?.kind === 'category') return next.kind;
  if (is(next, 'our-unit')) return 'unit';
  const lit =
    next?.kind === 'word' && next.meanings.some((one) => one.tag === 'state' && one.state.kind === 'color');
  return lit ? 'color' : undefined;
}

const WHOSE: readonly Piece['kind'][] = ['unit', 'project', 'area', 'category', 'trait'];

function isOpen(piece: Piece): boolean {
  return (
    piece.kind === 'word' && piece.meanings.some((one) => one.tag === 'state' && one.state.kind === 'open')
  );
}

/** A name or a state right behind which 除外 stands, or which is joined to such a one: 红黄以外, 住建局和交通局除外. */
export function isLeftOut(pieces: readonly Piece[], at: number): boolean {
  const after = pieces.slice(at + 1).find((one) => !(one.kind === 'break' || isOf(one) || is(one, 'and')));
  const joined = after !== undefined && (joinsNext(nextTo(pieces, at)) || leavesMore(pieces, at));
  if (joined && isAlike(pieces[at], after) && isLeftOut(pieces, pieces.indexOf(after))) return true;
  const next = pieces.slice(at + 1).find((one) => !(one.kind === 'break' || isOf(one)));
  const inFront = pieces
    .slice(0, at)
    .some((one) => is(one, 'except') && isExceptHere(pieces, pieces.indexOf(one)));
  return (
    !inFront &&
    next !== undefined &&
    is(next, 'except-end') &&
    !(is(next, 'except') && isExceptHere(pieces, pieces.indexOf(next)))
  );
}

const is = (piece: Piece | undefined, tag: QueryWord['tag']) =>
  piece?.kind === 'word' && piece.meanings.some((one) => one.tag === tag);
const isOf = (piece: Piece) => is(piece, 'of');

/** 除了 with a name or a state behind it that it can leave out. */
export function isExceptHere(pieces: readonly Piece[], at: number): boolean {
  // 挂账的不算,供电公司几件: what stands before it is left out.
  const ended = is(pieces[at], 'except-end') && /^[,，]/.test(pieces[at + 1]?.text ?? '');
  if (ended && isLeavable(pieces.slice(0, at).findLast((one) => !isOf(one)))) return false;
  // 除了这个我们还有吗: the one pointed at is left out, and nothing behind it.
  if (besidesIn(pieces.slice(at).reduce((said, { text }) => said + text, '')) !== undefined) return false;
  const next = pieces.slice(at + 1).find((one) => !isLoose(one));
  if (next?.kind === 'word')
    return next.meanings.some(
      (one) => one.tag === 'state' && ['status', 'color', 'overdue', 'mark'].includes(one.state.kind),
    );
  return next?.kind === 'unit' || next?.kind === 'project' || next?.kind === 'category';
}

/** 和, 、 between two that are left out. */
export function joinsNext(piece: Piece | undefined): boolean {
  return is(piece, 'and') || (piece?.kind === 'break' && piece.text === '、');
}

/** 王建国和刘敏, 王建国、刘敏: right behind another name. */
export function isJoined(pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1];
  const joins =
    before?.kind === 'word' ? before.meanings.some(({ tag }) => tag === 'and') : before?.text === '、';
  return joins && pieces[at - 2]?.kind === 'someone';
}

/** Of what is left out, more comes: 除了待核验和挂账的, 除了红的黄的. */
export function leavesMore(pieces: readonly Piece[], at: number): boolean {
  const next = nextTo(pieces, at);
  return joinsNext(next) || areAlike(pieces[at], next);
}

function nextTo(pieces: readonly Piece[], at: number): Piece | undefined {
  return pieces.slice(at + 1).find((one) => !isOf(one));
}

/** Lights, or stages of the life cycle; the same one twice is neither. */
function areAlike(one: Piece | undefined, other: Piece | undefined): boolean {
  const [left, right] = [one, other].map(stateOf);
  if (!left || !right || left.kind !== right.kind || JSON.stringify(left) === JSON.stringify(right))
    return false;
  return left.kind === 'color' || left.kind === 'status';
}

function stateOf(piece: Piece | undefined): StateWord | undefined {
  return piece?.kind === 'word'
    ? piece.meanings.flatMap((one) => (one.tag === 'state' ? [one.state] : []))[0]
    : undefined;
}

function isAlike(one: Piece | undefined, other: Piece): boolean {
  return one?.kind === other.kind && (other.kind !== 'word' || (is(one, 'state') && is(other, 'state')));
}

const DONE_THEN = new RegExp(`^(?:都|全|全都)?(?:${FINISHED}|办|销)了?(?:没|冇|冒|吗|么|不|否)`, 'u');
const NONE_THEN = new RegExp(`^都(?:还)?没(?:有|能)?(?:${FINISHED}|办|销)了?$`, 'u');
const SIGNED_THEN = /^签收?了?(?:没|冇|冒|吗|么|不|否)/;

/** 昨天办完没有, 今天签了没: what was struck off or signed for then, not what became of what was logged then. */
export function askedOfThen(pieces: readonly Piece[], at: number, today: Day): QueryWord | undefined {
  const before = pieces.slice(0, at).findLast((one) => !(one.kind === 'break' || is(one, 'filler')));
  if (before?.kind !== 'period' || before.period.from > today) return undefined;
  const text = pieces[at]?.text ?? '';
  const state = is(pieces[at], 'state');
  // 上周都没销号吗: were none?
  if (state) return NONE_THEN.test(text) ? { tag: 'state', state: { kind: 'closed' } } : undefined;
  if (SIGNED_THEN.test(text)) return { tag: 'step', step: 'signed' };
  return DONE_THEN.test(text) ? { tag: 'state', state: { kind: 'closed' } } : undefined;
}

/** 去年这个时候已经新增多少: what came from the beginning of that year, or month, to that day. */
export function flowsUntil(scan: Scan): Scan {
  const { point, periods, basis, states, tags } = scan;
  // 去年这时候，就去年十一月: the second tells the first.
  const [only, second] = periods;
  if (point && only && !second && only.from <= point.day && point.day <= only.until) {
    const { point: _, ...rest } = scan;
    return rest;
  }
  // 截至昨天办结多少, 到上周五为止登记几件: all until then.
  const upTo =
    /^(?:截[至止]到?|直到|到|至)/.test(point?.heard ?? '') && !/[底末初]$/.test(point?.heard ?? '');
  const flows = basis === 'logged' || areClosed(states);
  const said = /^(去年|上个?月|前年)(?:的)?(?:这个?时候|这时|同一?时[候期]|此时)$/.exec(point?.heard ?? '');
  if (!point || !(said || upTo) || !flows || periods.length > 0 || scan.by?.by === 'status') return scan;
  const { point: _, ...rest } = scan;
  if (!said) {
    const period = { from: EVER, until: point.day, past: true };
    return { ...rest, periods: [period], tags, heard: new Map([...scan.heard, [period, point.heard]]) };
  }
  const from =
    `${point.day.slice(0, said[1]?.startsWith('上') ? 7 : 4)}${said[1]?.startsWith('上') ? '' : '-01'}-01` as Day;
  const period = { from, until: point.day, past: true };
  return { ...rest, periods: [period], tags, heard: new Map([...scan.heard, [period, point.heard]]) };
}

/** 本月还有几件要到期: those that still fall due; 本月到期的还有几件 are all that are left. */
export function fallsYet(pieces: readonly Piece[], at: number, today: Day): boolean {
  const before = pieces.slice(0, at);
  const still = before.some(({ text }) => /^[还剩]/.test(text)) && !pieces.some((one) => is(one, 'state'));
  const runs = (one: Piece) => one.kind === 'period' && one.period.from < today && one.period.until >= today;
  return still && before.some(runs);
}

/** 昨天转的今天还没签: what happened on other days, as it stands now, which the second day says. */
export function withoutNow(pieces: readonly Piece[], today: Day): Piece[] {
  const told = pieces.map((one) => roleOf(one) !== undefined);
  const first = pieces.findIndex(({ kind }) => kind === 'period');
  return pieces.filter((piece, at) => {
    if (piece.kind !== 'period' || piece.period.from > today || piece.period.until < today) return true;
    const next = pieces.slice(at + 1).find((one) => !isLoose(one));
    return !(isWaiting(next) && first < at && told.slice(first, at).includes(true));
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

const isName = ({ kind }: Piece) => kind === 'unit' || kind === 'project' || kind === 'category';

/** What is left out ends with the first word that is no name and joins none; 除了住建 楚能还有几件 with a name of another kind. */
export function endsExcept(pieces: readonly Piece[], at: number, out: NonNullable<Scan['except']>): boolean {
  const piece = pieces[at];
  if (!piece) return true;
  const matters = out.unitIds.length + out.categoryIds.length;
  const some = matters + out.projectIds.length > 0;
  const other = piece.kind === 'project' ? out.projectIds.length === 0 : matters === 0;
  const apart = /^\s+$/.test(pieces[at - 1]?.text ?? '');
  if (some && other && apart && isName(piece) && !isLeftOut(pieces, at)) return true;
  if (piece.kind === 'break') return some && /[,，。;；]/.test(piece.text);
  if (piece.kind !== 'word') return !isName(piece);
  if (is(piece, 'and')) return false;
  return some ? !is(piece, 'after-unit') && !is(piece, 'after-project') : false;
}

/** What a word means beside others that were said anywhere. */
export function settleWhat(scan: Scan, today: Day): Scan {
  const { tags, heard } = scan;
  const [day, second] = scan.periods;
  const lit = scan.states.length > 0 && scan.states.every(({ kind }) => kind === 'color');
  // 这两天快要逾期的: what falls due then, and not what is blue now.
  const near =
    lit &&
    !second &&
    !scan.basis &&
    !scan.step &&
    scan.states.every((s) => /[快将要]/.test(heard.get(s) ?? ''));
  if (near && day && day.from >= today && day.until > today) return { ...scan, states: [], basis: 'due' };
  // 今天红灯几个: as they are lit now; 今天到期的红灯 says of what the day is.
  if (lit && day?.from === today && day.until === today && !second && !scan.basis && !scan.step)
    return { ...scan, periods: [] };
  // 本周红的: as they are lit now, which the answer says.
  const runs = day && day.from <= today && today <= day.until && day.from < day.until;
  const apart = (['node', 'projects', 'weather', 'trend', 'rate', 'monthly'] as const).some((tag) =>
    tags.has(tag),
  );
  if (lit && runs && !second && !scan.basis && !scan.step && !apart)
    return { ...scan, periods: [], litNow: heard.get(day) ?? '' };
  // 我报上去等核验的, 住建局报上去的: reported done; to their leaders only what nobody of them did goes.
  if (scan.step === 'told-up' && /报上去/.test(heard.get('step') ?? '') && scan.someone === undefined) {
    const { step: _, ...rest } = scan;
    if (scan.states.some((s) => s.kind === 'status' && s.status === 'verifying'))
      return { ...rest, tags: new Map([...tags].filter(([tag]) => tag !== 'step')) };
    if (scan.unitIds.length > 0 || tags.has('our-unit')) return { ...scan, step: 'reported-done' };
  }
  // 老唐那儿报上去了哪些: what was told up to him and is open.
  if (scan.someone !== undefined && scan.step === 'told-up' && scan.periods.length === 0) {
    const { step: _, ...rest } = scan;
    return { ...rest, tags: new Map([...tags, ['told-to', 1] as const].filter(([tag]) => tag !== 'step')) };
  }
  // 住建局最难办的是哪件, 最严重的问题: one problem, whatever unit has most of them.
  const most = heard.get('most') ?? '';
  const item = heard.get('count') ?? heard.get('top') ?? heard.get('filler') ?? '';
  const problem = tags.has('noun') && !tags.has('count') && !/谁/.test(heard.get('which') ?? '');
  if (!scan.by && /难|头[疼痛]|严重|棘手/.test(most) && (problem || /[件条]$/.test(item)))
    return {
      ...scan,
      longest: 'overdue',
      tags: new Map([...tags, ['longest', 1] as const].filter(([tag]) => tag !== 'most')),
      heard: new Map([...heard, ['longest', most] as const]),
    };
  return scan;
}

/** 用地上除了征地还有没有: of one kind those are left out that bear the word. */
export function leaveOutWords(
  { except, categoryIds }: Scan,
  said: readonly { id: number; text: string }[],
): void {
  const same = said.filter(({ id }) => categoryIds.includes(id));
  if (!except || same.length === 0) return;
  except.categoryIds = except.categoryIds.filter((id) => !categoryIds.includes(id));
  except.texts = [...(except.texts ?? []), ...new Set(same.map(({ text }) => text))];
}
