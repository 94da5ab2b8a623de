/** What happened on the days that were said, or did not: steps that were taken, lights that turned, what was never done. */

import { todayOf } from '../domain/directory.ts';
import type { Status } from '../domain/issue.ts';
import type { IssueFilter, Mark, Step } from '../domain/issue-filter.ts';
import { rungHeldBy } from '../domain/post-held.ts';
import { addDays, type Day } from '../domain/time.ts';
import type { ReadContext } from './definition.ts';
import { EVER } from './lexicon/period-words.ts';
import type { Period } from './lexicon/periods.ts';
import type { StateWord } from './lexicon/query-word.ts';
import { isLight } from './scan-fits.ts';
import type { Scan } from './scanned.ts';

/** How the days of the period are meant. */
export type Basis = 'due' | 'logged' | 'closed';

/** Adjoining periods (本周和下周) are one. */
export function periodOf({ periods }: Scan): Period | undefined {
  const [first, ...others] = periods.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  if (!first) return undefined;
  return others.reduce(
    (whole, next) => ({ from: whole.from, until: next.until, past: whole.past && next.past }),
    first,
  );
}

/** The days are no basis' own. 企业反映的上周退回的: who told of it is said, and when it came back. */
export function ownsPeriod({ basis, tags, toldFirst }: Scan): boolean {
  const told = tags.has('enterprise') || tags.has('staff') || (toldFirst === true && basis === 'logged');
  return basis === undefined || told;
}

/** The step whose days or times are asked for: 上周退回的, 催过两次的. With a basis of its own the days are of that. */
export function eventOf(
  scan: Scan,
  basis: Basis,
  today: Day,
  context: ReadContext,
): { step: Step } | undefined {
  const { states, step, times } = scan;
  if (step !== undefined) return { step };
  if (scan.sentBack || scan.doer) return { step: 'bounced' };
  const own = ownsPeriod(scan);
  const period = periodOf(scan);
  const dated = period !== undefined && own && basis !== 'closed' && period.from <= today;
  if (!dated && times === undefined && !scan.latest && !scan.after) return undefined;
  for (const state of states) {
    if (state.kind === 'mark' && state.mark === 'bounced') return { step: 'bounced' };
    if (state.kind === 'mark' && state.mark === 'reopened') return { step: 'reopened' };
    if (state.kind === 'told-up' && (dated || scan.latest))
      return { step: toldUpOf(scan, context) === 'principal' ? 'told-principal' : 'told-up' };
    if (state.kind === 'extension' && state.extension !== 'asked') return { step: 'extended' };
    const then = dated ? stepThen(state) : undefined;
    if (then) return { step: then };
    if (dated && isRating(state, scan)) return { step: 'rated' };
    // 本月申请延期的: asked for then, whatever became of it.
    if (state.kind === 'extension' && dated) return { step: 'asked-extension' };
    // 昨天转下去还没签收的: when it was handed on.
    if (dated && isHandedOn(state, scan)) return { step: 'routed' };
  }
  return undefined;
}

/** 本月作废的, 上周挂账的, 今年申诉的, 去年免责的: by the day it was done. */
function stepThen(state: StateWord): Step | undefined {
  if (state.kind === 'status')
    return state.status === 'void' ? 'voided' : state.status === 'paused' ? 'paused' : undefined;
  return state.kind !== 'mark'
    ? undefined
    : state.mark === 'appealed'
      ? 'appealed'
      : state.mark === 'exempt'
        ? 'exempted'
        : undefined;
}

/** 转下去没签收, 交办了没接: said by what was done, not by what waits. */
const HANDED_ON = /^(?:[转派分]|交办|下派|发[过下])/;

function isHandedOn(state: StateWord, { heard }: Scan): boolean {
  const unsigned = state.kind === 'status' && state.status === 'unsigned';
  return unsigned && HANDED_ON.test(heard.get(state) ?? '');
}

export const OPINIONS: readonly Mark[] = ['satisfied', 'wholly', 'fairly', 'unsatisfied'];

/** 上周企业评了不满意的: the days are those of the rating, where that it was given is said. */
export function isRating(state: StateWord, { heard }: Scan): boolean {
  const given = state.kind === 'mark' && [...OPINIONS, 'rated'].includes(state.mark);
  return given && /[评打给]/.test(heard.get(state) ?? '');
}

function levelOf(to: 'leader' | 'principal' | 'me', { actor }: ReadContext): IssueFilter['toldUp'] {
  if (to !== 'me') return to;
  return rungHeldBy(actor) ?? 'leader';
}

/** 报到我这里的: by the post the speaker holds. */
export function toldUpOf({ states }: Scan, context: ReadContext): IssueFilter['toldUp'] {
  const [told] = states.flatMap((s) => (s.kind === 'told-up' ? [s.to] : []));
  return told && levelOf(told, context);
}

const turnOf = ({ states }: Scan) => states.find((s) => s.kind === 'turned');

/** Nobody has taken it up. */
const BY_NOBODY = /没(?:有|得)?人|无人|冇人/;

/** 没催过; 没动静的: with nothing done since it was signed for, if it was; on days or by nobody: nothing done at all. */
function lackOf(scan: Scan): { step: Step } | undefined {
  const { states, tags, ages, periods, heard, step } = scan;
  const said = states.find((s) => s.kind === 'without');
  if (said?.kind === 'without') return said;
  if (!tags.has('quiet') || (ages.length > 0 && step !== 'signed')) return undefined;
  const dated = periods.length > 0 && ownsPeriod(scan);
  return { step: dated || BY_NOBODY.test(heard.get('quiet') ?? '') ? 'moved' : 'worked' };
}

/** 又接了几个, 接了几个新的. */
const ANEW = /又.*接|接.*新/u;

/** 今天新转来的, 又接了几个新的: to the speaker's own unit, where no other is named. */
export function cameToUs({ step, unitIds, projectIds, by, tags, heard }: Scan): boolean {
  const named = unitIds.length + projectIds.length > 0 || by !== undefined || tags.has('our-unit');
  const came = step === 'routed' && /来|到我们/.test(heard.get('step') ?? '');
  return !named && (came || (step === undefined && ANEW.test(`${heard.get('basis')}${heard.get('count')}`)));
}

/** From when on a problem waits so: handed on and not signed for, reported done and not verified. */
const WAITS: Partial<Record<Status, Step>> = { unsigned: 'routed', verifying: 'reported-done' };

/** 这周没签收的, 上周的待核验: since when they wait, where nothing says that the days are of something else. */
export function waitsSince(scan: Scan, context: ReadContext): Scan {
  const { states, step, basis, periods, ages, fact } = scan;
  const [state, other] = states.filter(({ kind }) => kind !== 'open');
  const since = state?.kind === 'status' && !other ? WAITS[state.status] : undefined;
  const today = todayOf(context);
  const begun = periods.length > 0 && periods.every(({ from }) => from <= today);
  if (!since || !begun || step || basis || ages.length > 0 || fact) return scan;
  return { ...scan, step: since, tags: new Map([...scan.tags, ['step', 1] as const]) };
}

/** 开工以来, of the one project that is named. */
export function sinceNode({ tags, projectIds }: Scan, context: ReadContext): Period | undefined {
  const [only, second] = projectIds;
  const from = second === undefined && only !== undefined ? context.startedOn?.get(only) : undefined;
  const today = todayOf(context);
  if (!tags.has('since-node') || !from || from > today) return undefined;
  return { from, until: today, past: true };
}

/** Whether the days said are those of {@link happenedOf}: nothing else has them. */
export function ownsDays(scan: Scan, event: { step: Step } | undefined): boolean {
  const closed = scan.states.some(({ kind }) => kind === 'closed');
  const some = turnOf(scan) !== undefined || lackOf(scan) !== undefined;
  return some && ownsPeriod(scan) && event === undefined && !closed;
}

/**
 * 这周变红的, 明天要变黄的, 最近三天没报进展的. What turned on days that run on is known up to today; what is only going to
 * turn, from today on. Without days what will turn red is what is yellow, and yellow what is near due.
 */
export function happenedOf(scan: Scan, event: { step: Step } | undefined, today: Day): IssueFilter {
  const [turn, lack] = [turnOf(scan), lackOf(scan)];
  const period = ownsDays(scan, event) ? periodOf(scan) : undefined;
  const past = period && { from: period.from, to: period.until < today ? period.until : today };
  const without = lack && { without: { step: lack.step, ...(turn === undefined && past) } };
  if (turn?.kind !== 'turned') return { ...without };
  const { color } = turn;
  // 月底前变红的 are to come: from today on.
  const coming = period !== undefined && period.from >= today && period.until > today;
  if (!turn.ahead && !coming) return { ...without, turned: { color, ...(scan.ages.length === 0 && past) } };
  const from = period && (period.from > today ? period.from : today);
  const days = period && from ? { from, to: period.until } : {};
  const lit = scan.states.some(isLight);
  return {
    ...without,
    turned: { color, ahead: true, ...days },
    ...(!period && !lit && { colors: [color === 'red' ? 'yellow' : 'blue'] }),
  };
}

/** What nobody can tell of the days that were said, or what they are of several things. */
export function happenedConflicts(scan: Scan, context: ReadContext): (StateWord | 'quiet' | 'step')[] {
  const today = todayOf(context);
  const [turn, lack] = [turnOf(scan), lackOf(scan)];
  const period = periodOf(scan);
  const dated = period !== undefined && scan.basis === undefined;
  const over = scan.states.some(
    (s) =>
      s.kind === 'closed' ||
      (s.kind === 'status' && ['paused', 'verifying', 'closed', 'void'].includes(s.status)),
  );
  const lit = scan.states.some(isLight);
  const ranked = (['most', 'least', 'more', 'top', 'standing'] as const).some((tag) => scan.tags.has(tag));
  const agesOfProgress = lack?.step === 'progress' && scan.ages.length > 0;
  const lacking = lack && (scan.states.find((s) => s.kind === 'without') ?? ('quiet' as const));
  const levels = new Set(scan.states.flatMap((s) => (s.kind === 'told-up' ? [levelOf(s.to, context)] : [])));
  const late = scan.states.find(({ kind }) => kind === 'overdue');
  const waits = scan.states.find((s) => s.kind === 'status' && WAITS[s.status] !== undefined);
  const now = scan.periods.some(({ from, until }) => from === today && until === today);
  return [
    // 今年一件都没超过期的单位: what was struck off late is no more overdue.
    ...(late && scan.having?.none && dated ? [late] : []),
    // 今天待签收几件: how many wait now, or since today; 今天派出去的谁没签 says it.
    ...(waits &&
    dated &&
    now &&
    scan.step !== undefined &&
    !scan.heard.has('step') &&
    !HANDED_ON.test(scan.heard.get(waits) ?? '')
      ? [waits]
      : []),
    // 报到我这儿的，就是上报主要领导的: the speaker is no such leader.
    ...(levels.size > 1 ? scan.states.filter(({ kind }) => kind === 'told-up') : []),
    ...(cameToUs(scan) && context.actor.person.unitId === null && !/下来/.test(scan.heard.get('step') ?? '')
      ? (['step'] as const)
      : []),
    ...(turn?.kind === 'turned' && (over || (dated && scan.step !== undefined)) ? [turn] : []),
    // 今天亮红灯的新增几个: new as lights, or as problems.
    ...(turn?.kind === 'turned' && scan.basis === 'logged' && period && !scan.toldFirst ? [turn] : []),
    // 延期报上来还没批的: it is the extension that waits.
    ...(scan.states.some((s) => s.kind === 'extension' && s.extension !== 'asked')
      ? scan.states.filter((s) => s.kind === 'open' && /批|同意/.test(scan.heard.get(s) ?? ''))
      : []),
    ...(turn?.kind === 'turned' && turn.ahead && period && period.until < today ? [turn] : []),
    // 红的最近三天没报进展: due then, or not told of then.
    ...(lacking && dated && (lit || turn !== undefined) ? [lacking] : []),
    // 没退回过的单位有哪些: those without any, or whose they are.
    ...(lacking && scan.by?.asks && !ranked && !scan.tags.has('count') && !agesOfProgress ? [lacking] : []),
    ...(lacking && period && period.from > today && scan.basis === undefined ? [lacking] : []),
    ...(lacking && scan.tags.has('newest') ? [lacking] : []),
  ];
}

/** The day after: from when on nothing was done, where it is so long ago. */
export function lackedSince(step: Step, last: Day, today: Day): IssueFilter {
  return { without: { step, from: addDays(last, 1), to: today }, loggedTo: last };
}

/** The days as the filter has them; what has no beginning (九月之前登记的) is told by its end. */
export function daysOf({ from, until }: Period, basis: Basis): IssueFilter {
  const begins = from > EVER;
  if (basis === 'logged') return { ...(begins && { loggedFrom: from }), loggedTo: until };
  if (basis === 'closed') return { ...(begins && { closedFrom: from }), closedTo: until };
  return { ...(begins && { dueFrom: from }), dueTo: until };
}
