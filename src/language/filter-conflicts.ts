/** What does not go together in what was read: told, and never dropped. */
import type { Mark } from '../domain/answer.ts';
import { todayOf } from '../domain/directory.ts';
import { OPEN_STATUSES, type Status } from '../domain/issue.ts';
import { rungHeldBy } from '../domain/post-held.ts';
import { addDays, type Day } from '../domain/time.ts';
import { agedOf } from './age-of.ts';
import type { ReadContext } from './definition.ts';
import { basisOf, isJoint, LATE, lightsOf, statusOf } from './filter-of.ts';
import { happenedConflicts, sinceNode } from './happened.ts';
import type { Period } from './lexicon/period-words.ts';
import type { StateWord } from './lexicon/query-word.ts';
import { pastConflicts } from './past-conflicts.ts';
import { isLight } from './scan-fits.ts';
import type { Scan } from './scanned.ts';
import { ofProjectsOf } from './speaker.ts';
import { comparesThem, isBackThenDone } from './was-late.ts';

/** When these came to be is not kept as a step. */
const UNDATED: readonly Mark[] = ['joint', 'green-channel'];

/** Lights stand still or are gone there. */
const UNLIT: readonly Status[] = ['paused', 'verifying', 'closed', 'void'];

function adjoin(periods: readonly Period[]): boolean {
  const sorted = periods.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.every((next, i) => {
    const before = sorted[i - 1];
    return before === undefined || addDays(before.until, 1) === next.from;
  });
}

/** Nobody knows yet; 本周 on a Monday and 本月 on its first day have begun. */
function isAhead({ from, until }: Period, heard: string, today: Day): boolean {
  return (
    from > today || (from === today && until > today && /[底末前]|未来|今后|接下|往后|以内|之内/.test(heard))
  );
}

/** 待签收的办结了几个, 红灯没超期的: nothing is both, and not joined by 和 they were not meant to widen each other. */
function contradictions({ states, either, tags }: Scan): StateWord[] {
  if (either || tags.has('each')) return [];
  const open = states.filter(
    (s) => s.kind === 'open' || (s.kind === 'status' && OPEN_STATUSES.includes(s.status)),
  );
  const over = states.filter(({ kind }) => kind === 'closed');
  const late = states.some((s) => s.kind === 'overdue' || (s.kind === 'color' && LATE.includes(s.color)));
  const early = states.filter(({ kind }) => kind === 'in-time');
  return [...(open.length > 0 ? over : []), ...(late ? early : [])];
}

function nested(areaIds: readonly number[], { directory }: ReadContext): boolean {
  return areaIds.some((one) => areaIds.some((other) => one !== other && directory.reaches(one, other)));
}

/** 除了红的，办结率: what is struck off has no light; 除了挂账的 and 当场解决的不算 leave out of both. */
function hasNoRate(state: StateWord): boolean {
  return state.kind !== 'mark' && !(state.kind === 'status' && OPEN_STATUSES.includes(state.status));
}

/** 除了红的，办结的有几个: a light is left out of what runs. */
function leftOutConflicts({ except, states, heard }: Scan): string[] {
  const lights = (except?.states ?? []).filter(isLight);
  const others = states.some((s) => !isLight(s) && !['open', 'all', 'status'].includes(s.kind));
  return lights.length > 0 && others ? lights.map((one) => heard.get(one) ?? '') : [];
}

function bearOneName(unitIds: readonly number[], { directory }: ReadContext): boolean {
  return new Set(unitIds.map((id) => directory.unit(id)?.name)).size < unitIds.length;
}

/** Words that would take the sense from others: counted together they would give a figure nobody asked for. */
export function conflictsOf(scan: Scan, context: ReadContext): string[] {
  const { actor, chat } = context;
  if (scan.point) return pastConflicts(scan);
  const { states, tags, periods } = scan;
  const text = (one: Parameters<Scan['heard']['get']>[0]) => scan.heard.get(one) ?? '';
  const basis = basisOf(scan);
  const today = todayOf(context);
  const lit = states.some(isLight) || scan.longest === 'overdue';
  const unlit = states.filter((s) => UNLIT.some((status) => status === statusOf(s)));
  const notClosed = states.filter((s) => s.kind === 'status' || s.kind === 'open');
  const none = actor.person.unitId === null ? ['unrouted', 'verifying'] : ['unrouted'];
  const waits = states.filter((s) => s.kind === 'status' && none.includes(s.status));
  const colors = lightsOf(scan).colors ?? [];
  const aged =
    scan.ages.length === 0 || (scan.ages.length === 1 && agedOf(scan) !== undefined && periods.length === 0);
  const marks = states.flatMap((s) => (s.kind === 'mark' ? [s] : []));
  return [
    ...(lit ? unlit.map(text) : []),
    ...(lit || periods.length > 0
      ? states.filter((s) => s.kind === 'long-term' && (lit || basis === 'due')).map(text)
      : []),
    ...(basis === 'closed' ? notClosed.map(text) : []),
    // 到年底能不能清零: nobody knows yet.
    ...(basis === 'closed' || basis === 'logged' || scan.step !== undefined
      ? periods.filter((period) => isAhead(period, text(period), today)).map(text)
      : []),
    // 最近延期的多吗: how long ago that is, is not said.
    ...(tags.has('newest') &&
    !tags.has('how') &&
    text('newest') === '最近' &&
    /(?<!哪)几|多|有没有/.test(text('count')) &&
    (states.length > 0 || scan.step !== undefined || basis === 'logged')
      ? [text('newest')]
      : []),
    ...(scan.step !== undefined &&
    ((lit && periods.length > 0 && !scan.stepDays) || periods.some(({ past, from }) => !past && from > today))
      ? [text('step')]
      : []),
    ...(states.some((s) => s.kind === 'told-up' && s.to === 'me') && rungHeldBy(actor) === undefined
      ? states.filter((s) => s.kind === 'told-up').map(text)
      : []),
    ...(scan.having && !scan.by ? [text('by')] : []),
    ...leftOutConflicts(scan),
    ...happenedConflicts(scan, context).map(text),
    // 枝城跟高新区其他地方比, of two of which one lies in the other.
    ...(tags.has('elsewhere') && nested(scan.areaIds, context) ? [text('elsewhere')] : []),
    // Units of several areas that bear one name would have to work together.
    ...(isJoint(scan) && scan.unitIds.length > 1 && bearOneName(scan.unitIds, context)
      ? marks.map(text)
      : []),
    ...(adjoin(periods) && !comparesThem(scan) ? [] : periods.map(text)),
    ...(tags.has('me') && basis !== 'logged' && !ofProjectsOf(scan, context) ? waits.map(text) : []),
    ...(scan.longest === 'overdue' && colors.some((color) => !LATE.includes(color)) ? [text('longest')] : []),
    // 最久没动静: how long nothing happened, and not how late it is.
    ...(scan.longest === 'overdue' && states.every((s) => s.kind === 'without') && states.length > 0
      ? [text('longest')]
      : []),
    // 没逾期的按超期天数排
    ...(scan.sorted === 'overdue' && colors.some((color) => !LATE.includes(color)) ? [text('sorted')] : []),
    ...(isBackThenDone(scan) ? marks.map(text) : []),
    ...scan.clashes,
    // 按单位看新增办结各几件: one figure of each is told.
    ...(tags.has('each') && scan.basis === 'logged' && states.some(({ kind }) => kind === 'closed')
      ? [text('each')]
      : []),
    ...(marks.some(({ mark }) => UNDATED.includes(mark)) && scan.basis === undefined
      ? periods.map(text)
      : []),
    ...contradictions(scan).map(text),
    // 除了待签收的待签收
    ...(scan.except?.states ?? [])
      .filter((one) => states.some((s) => statusOf(s) !== undefined && statusOf(s) === statusOf(one)))
      .map(text),
    ...(scan.rate || scan.duration ? (scan.except?.states ?? []).filter(hasNoRate).map(text) : []),
    ...(aged ? [] : scan.ages.map(({ heard }) => heard)),
    ...(new Set(marks.map(({ mark }) => mark)).size > 1 ? marks.map(text) : []),
    ...(scan.personOpenIds.length + (tags.has('me') ? 1 : 0) > 1 ? [text('person') || text('me')] : []),
    ...(tags.has('since-node') && (!sinceNode(scan, context) || periods.length > 0)
      ? [text('since-node')]
      : []),
    ...(scan.someone !== undefined && (scan.personOpenIds.length > 0 || tags.has('me'))
      ? [scan.someone]
      : []),
    ...(tags.has('our-unit') && actor.person.unitId === null ? [text('our-unit')] : []),
    ...(tags.has('here') && chat.projectIds.length === 0 ? [text('here')] : []),
    ...(scan.basis === 'due' && periods.length === 0 ? [text('basis')] : []),
    // 待签收的今天签了没: what is signed for waits no longer.
    ...(scan.step === 'signed' && states.some((s) => s.kind === 'status' && s.status === 'unsigned')
      ? [text('step')]
      : []),
    // 最近挂账的是哪件: which came into it last is no order we have.
    ...(tags.has('newest') && !tags.has('how') && periods.length === 0 && scan.step === undefined
      ? states.filter(isEntered).map(() => text('newest'))
      : []),
    // 全部办完的项目有哪些: those with nothing left, not those with something done.
    ...(scan.by?.asks && states.some(({ kind }) => kind === 'closed')
      ? states.filter(({ kind }) => kind === 'all').map(text)
      : []),
    ...(scan.longest && tags.has('newest') && !tags.has('how') ? [text('newest')] : []),
    ...(scan.longest === 'age' && (basis === 'due' ? periods : []).length > 0 ? [text('longest')] : []),
  ].filter((one) => one !== '');
}

/** Lasts since a day that no order of lists goes by. */
function isEntered(state: StateWord): boolean {
  return ['told-up', 'extension', 'mark'].includes(state.kind) || statusOf(state) === 'paused';
}
