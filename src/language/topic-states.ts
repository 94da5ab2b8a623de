/** What becomes of states and steps when a question goes on: which stay, which take the place of others. */
import { type Status, WAITING_STATUSES } from '../domain/issue.ts';
import { EXTENSION_STEPS, GROUP_IDS, RANKED_GROUPS, type Step } from '../domain/issue-filter.ts';
import type { Day } from '../domain/time.ts';
import { agedOf } from './age-of.ts';
import { basisOf, statusOf } from './filter-of.ts';
import type { Period } from './lexicon/periods.ts';
import type { StateWord } from './lexicon/query-word.ts';
import { areClosed } from './scan-clashes.ts';
import { isLight } from './scan-fits.ts';
import type { Scan } from './scanned.ts';

type StateGroup = 'light' | 'status' | 'other';

function groupOf(state: StateWord): StateGroup {
  if (isLight(state)) return 'light';
  return ['open', 'status', 'closed', 'all'].includes(state.kind) ? 'status' : 'other';
}

/** How something stands now, or that it was struck off. */
export const isStanding = (state: StateWord) => groupOf(state) !== 'other';

const isLateColor = (state: StateWord) =>
  state.kind === 'color' && (state.color === 'red' || state.color === 'yellow');

export const isLate = (state: StateWord) => state.kind === 'overdue' || isLateColor(state);

/**
 * A light takes the place of lights, a status of statuses; what is lit is open anyway.
 * @param then of some days, so that what was overdue may be done by now
 */
export function narrowed(
  before: readonly StateWord[],
  now: readonly StateWord[],
  then: boolean,
): StateWord[] {
  const groups = now.map(groupOf);
  const lit = groups.includes('light') || before.some(isLight);
  // 其中逾期的, of the red ones: red is overdue.
  if (lit && now.every(({ kind }) => kind === 'overdue') && before.length > 0 && before.every(isLateColor))
    return [...before];
  const kept = before.filter(
    (state) =>
      !(groups.includes(groupOf(state)) && groupOf(state) !== 'other') &&
      !(groups.includes('light') && (state.kind === 'open' || state.kind === 'all')) &&
      !(state.kind === 'extension' && now.some(({ kind }) => kind === 'extension')),
  );
  const open = lit && !groups.includes('light') && !(then && before.some(({ kind }) => kind === 'overdue'));
  return [...kept, ...now.filter((state) => !(open && state.kind === 'open'))];
}

const UNDONE = { routed: 'unrouted', signed: 'unsigned' } as const;

/** 没转的 after 转办过, 没催过的 after 催过: one takes the place of the other. */
export function isUndone(step: Step | undefined, state: StateWord): boolean {
  if (state.kind === 'without') return state.step === step;
  return state.kind === 'status' && (step === 'routed' || step === 'signed') && UNDONE[step] === state.status;
}

/** 我报的呢, 刘敏报的, after what somebody has: whose it is, by who logged it. */
export function isTold({ basis, someone, tags, heard }: Scan): boolean {
  const by = (['me', 'enterprise', 'staff'] as const).some((tag) => tags.has(tag));
  return basis === 'logged' && (someone !== undefined || by) && heard.get('basis') !== '上报';
}

/** Its days and that it was open stay. `left`: 我报的呢, after 本周到期的, which has no words for both. */
export function toldOf(before: Scan, now: Scan): { said: Scan; states: StateWord[]; left: string[] } {
  const { basis, rate, duration, step, point, by, periods, states } = before;
  const clock = periods.length > 0 && basisOf(before) !== 'logged';
  const bare = periods.length === 0 && (basis ?? rate ?? duration ?? step ?? point ?? by) === undefined;
  const { basis: _, ...undated } = now;
  const named = now.tags.has('me') || now.someone !== undefined;
  return {
    said: clock ? undated : now,
    states: bare && states.length === 0 ? [{ kind: 'open' }] : states,
    left: clock && named ? [now.heard.get('basis') ?? ''] : [],
  };
}

/** What it says of a problem: which light, how far it is, what befell it. Neither: that it is open, or has no light. */
function slotOf(state: StateWord): 'light' | 'stage' | 'mark' | 'none' {
  if (isLight(state)) return 'light';
  if (groupOf(state) === 'other') return 'mark';
  return state.kind === 'status' && ['unrouted', 'unsigned', 'working'].includes(state.status)
    ? 'stage'
    : 'none';
}

/** 没签收的 beside 红的, 退回过的 beside either: each is kept by the other; a light takes the place of a light. */
export function isBesideStage(before: readonly StateWord[], now: readonly StateWord[]): boolean {
  // 没按时的, of what was struck off: of those.
  const late = now.length > 0 && now.every((state) => state.kind === 'mark' && state.mark === 'late');
  if (late && before.some(({ kind }) => kind === 'closed')) return true;
  const slots = new Set(now.map(slotOf));
  if (slots.size !== 1 || slots.has('none')) return false;
  return before.some((state) => slotOf(state) !== 'none' && !slots.has(slotOf(state)));
}

/** Void ones are nothing else. */
const isVoid = (state: StateWord) => state.kind === 'status' && state.status === 'void';

/**
 * What is asked now takes the place of what was: 快到期的呢 after 没签收的, 退回的呢 after 作废的. It could as well be both of
 * them, which is told beside.
 * @param marked …呢: the same asked of others
 */
export function takesPlace(before: Scan, now: Scan, marked: boolean): boolean {
  if (now.states.length === 0) return false;
  if (now.states.some(isVoid)) return true;
  // What stands now, after what was voided in some days, is of no days.
  if (before.states.some(isVoid)) return !now.states.some(isStanding);
  const [was, slots] = [slotsOf(before), slotsOf(now)];
  const due = now.states.every((state) => state.kind === 'color' && state.color === 'blue');
  const stands = before.states.some(({ kind }) => kind === 'status');
  if (stands && (due || now.states.every(isBounced))) return true;
  if (!marked || slots.size !== 1 || was.size !== 1) return false;
  return slots.has('mark') ? was.has('mark') : was.has('stage') || was.has('light');
}

const slotsOf = ({ states }: Scan) => new Set(states.map(slotOf));

/** Both of them, or what is asked now alone: nobody knows which was meant. */
export function isEither(before: Scan, now: Scan): boolean {
  // Those days are when it was sent back, and not when what is red falls due.
  const dated = before.periods.length > 0 && !slotsOf(now).has('mark');
  const said = [before, now].every((one) => one.states.length > 0 || one.step !== undefined);
  const marked = before.step !== undefined || slotsOf(before).has('mark');
  return said && !(dated && marked) && ![before, now].some((one) => slotsOf(one).has('none'));
}

const isBounced = (state: StateWord) => state.kind === 'mark' && state.mark === 'bounced';

/** The days said before are when it was struck off, and what is asked now still stands. */
export function wasOver(before: Scan, now: Scan): boolean {
  const struck = before.states.some(({ kind }) => kind === 'closed');
  const closed = struck && before.basis === undefined && before.step === undefined;
  const stands = now.states.some((state) => groupOf(state) !== 'other');
  return (
    closed &&
    before.periods.length > 0 &&
    now.periods.length === 0 &&
    now.basis === undefined &&
    stands &&
    !now.states.some(({ kind }) => kind === 'closed' || kind === 'all')
  );
}

/** 没签的还剩几件, after 昨天签收了几个: as it stands. */
export function isLeftUndone(before: Scan, now: Scan): boolean {
  const left = /剩/.test(`${now.heard.get('count') ?? ''}${now.heard.get('filler') ?? ''}`);
  return left && now.periods.length === 0 && now.states.some((state) => isUndone(before.step, state));
}

/** 逾期的呢, after 本周到期的: what is overdue is not due in the days to come. */
export function wasAhead(before: Scan, now: Scan): boolean {
  const open =
    before.step === undefined && before.states.every(({ kind }) => kind === 'open' || kind === 'all');
  const late = now.states.length > 0 && now.states.every((one) => one.kind === 'overdue' || isLateColor(one));
  const ahead = before.periods.length > 0 && before.periods.every(({ past }) => !past);
  return (
    open && late && ahead && now.periods.length === 0 && now.basis === undefined && basisOf(before) === 'due'
  );
}

const HANDED: readonly Step[] = ['routed', 'urged', 'bounced', 'signed', 'reopened', ...EXTENSION_STEPS];

/** 哪些办完了, after 今年重开过的: of those, whose days are not when they were struck off. */
function doneThen(before: Scan, now: Scan): Scan {
  const { states, periods, step, basis, unitIds, tags } = before;
  const dated = periods.length > 0 && now.periods.length === 0 && (step ?? basis ?? now.basis) === undefined;
  const then = (state: StateWord): Step | undefined =>
    state.kind === 'extension' && state.extension !== 'asked'
      ? 'extended'
      : HANDED.find(
          (one) => state.kind === 'mark' && one === state.mark && !(unitIds[0] && one === 'bounced'),
        );
  const done = dated && areClosed(now.states) ? states.find(then) : undefined;
  if (!done) return before;
  const rest = states.filter((one) => one !== done);
  return { ...before, step: then(done), states: rest, tags: new Map([...tags, ['step', 1]]) } as Scan;
}

/** 水利局红的呢, after 本月退回过的: of those; without the step its days would be when they are due. */
export function stepThen(before: Scan, now: Scan, answered: boolean): boolean {
  // 办完了多少, after 转给我们局的: of those.
  const handed = answered && before.step !== undefined && HANDED.includes(before.step);
  const stands = now.states.every((one) => groupOf(one) !== 'other' && (handed || one.kind !== 'closed'));
  const dated = before.periods.length > 0 && now.periods.length === 0;
  const done = before.step !== undefined || before.states.some((one) => groupOf(one) === 'other');
  return (
    done && dated && now.states.length > 0 && before.basis === undefined && now.basis === undefined && stands
  );
}

/** 用水的还剩几件, 这个月累计呢, after what came or was handed on in some days: what of it is open. */
export function stillOpen(before: Scan, now: Scan): Scan {
  const all = before.states.every(({ kind }) => kind === 'all' || kind === 'closed');
  const then = before.basis === 'logged' || before.step !== undefined || before.states.length > 0;
  const [state] = now.states;
  if (state?.kind === 'all' && now.heard.get(state) === '累计') return { ...now, states: [] };
  const left = /[剩余]/.test(now.heard.get('count') ?? '') && now.states.length === 0;
  return left && all && then && !now.rate && !now.by ? { ...now, states: [{ kind: 'open' }] } : now;
}

/** 解决了多少, 销掉了的呢, after what was logged in some days. */
export function isStruckThen(before: Scan, now: Scan): boolean {
  return (
    before.basis === 'logged' &&
    before.periods.length > 0 &&
    before.step === undefined &&
    before.states.every(({ kind }) => kind === 'all' || kind === 'closed') &&
    now.basis === undefined &&
    now.periods.length === 0 &&
    now.states.length > 0 &&
    now.states.every(({ kind }) => kind === 'closed')
  );
}

/** 只要没办结的, after 今年的台账: of what was logged this year. 本周呢, after 上周几件: logged then, too. */
export function clocked(was: Scan, now: Scan): Scan {
  const before = doneThen(was, now);
  const { basis, rate, duration, step, point, periods, states, monthly, than } = before;
  const others = [basis, rate, duration, step, point, monthly, than, now.basis];
  const bare =
    states.every(({ kind }) => kind === 'open' || kind === 'all') &&
    (now.periods.length === 0 || isOnlyThen(now));
  if (!bare || before.tags.has('quiet') || periods.length !== 1 || others.some((one) => one !== undefined))
    return before;
  const basisThen = basisOf(before);
  const kept = basisThen === 'logged' || (basisThen === 'due' && now.periods.some(({ past }) => past));
  return kept ? { ...before, basis: basisThen } : before;
}

/** A time that has begun, and no other thing to be counted. */
function isOnlyThen(now: Scan): boolean {
  return now.states.length === 0 && !(now.rate ?? now.duration ?? now.step ?? now.longest) && !isAhead(now);
}

/** 下周, 12月5日: nothing came then. */
export function isAhead({ periods, heard }: Scan): boolean {
  const ahead = (said: string, one: Period) =>
    !one.past && !/^[今当本这]/.test(said) && (one.from === one.until || /下|明|后|内|未来|接|剩/.test(said));
  return periods.length > 0 && periods.every((one) => ahead(heard.get(one) ?? '', one));
}

/** How many are open, or overdue, now. */
function isStock({ states, periods, basis, step, ages, heard, by }: Scan): boolean {
  const stands = states.length > 0 && states.every(({ kind }) => kind === 'open' || kind === 'overdue');
  const more = periods.length + ages.length > 0 || basis || step || by;
  return stands && !more && /[几多]/.test(heard.get('count') ?? '');
}

/** 昨天呢, 今天呢, after how it stood or stands: how it stood then, or stands now. */
export function stoodThen(before: Scan, now: Scan): [Scan, Scan] {
  const [only, second] = now.periods;
  const { point, ...rest } = before;
  if (!(point || isStock(before)) || !only || second || now.basis || !isOnlyThen(now)) return [before, now];
  const heard = now.heard.get(only) ?? '';
  const then: Scan = { ...now, periods: [], point: { day: only.until, heard } };
  if (only.past && (only.from === only.until || /^上|^去年/.test(heard))) return [before, then];
  return /^今[天日儿]/.test(heard) ? [rest, { ...now, periods: [] }] : [before, now];
}

/** 去年同期, after 上半年: the half of last year, not all of it until today's day. */
export function sameOfYearBefore(before: Scan, now: Scan): Period[] {
  const [own, second] = before.periods;
  const [then, other] = now.periods;
  const heard = (then && now.heard.get(then)) ?? '';
  // 上半月呢, after 上个月几件: of that month.
  const month = own?.from.slice(0, 8) ?? '';
  if (then && own && !second && /^[上前头下后]半/.test(heard) && own.until.startsWith(month)) {
    const until = then.until.endsWith('15') ? (`${month}15` as Day) : own.until;
    return [{ ...then, from: `${month}${then.from.slice(8)}` as Day, until, past: own.past }];
  }
  if (!own || second || !then || other || !/年同期/.test(heard)) return now.periods;
  const [from, until] = [yearBefore(own.from), yearBefore(own.until)];
  return [{ ...then, from, until: until > then.until ? then.until : until }];
}

function yearBefore(day: Day): Day {
  const [year = '', ...rest] = day.split('-');
  return `${Number(year) - 1}-${rest.join('-').replace('02-29', '02-28')}` as Day;
}

/** 最久的, 最早的, and not of what: of what was told, by the clock of that. */
export function byItsClock(before: Scan, now: Scan): Scan {
  const { longest, ...rest } = now;
  const { states, step, rate, duration } = before;
  const heard = now.heard.get('longest') ?? '';
  const own = now.states[0] ?? now.periods[0] ?? now.basis ?? now.step ?? now.by ?? now.except;
  if (!longest || own || step || rate || duration) return now;
  const is = (of: readonly (Status | undefined)[]) => states.some((one) => of.includes(statusOf(one)));
  const tags = new Map([...now.tags].filter(([tag]) => tag !== 'longest')).set('asked', 1);
  if (is(['paused'])) return { ...rest, fact: 'paused', longestPaused: true, tags };
  const by = (sorted: NonNullable<Scan['sorted']>, fact = now.fact): Scan => {
    const all = new Map([...now.heard, ['sorted', heard] as const]);
    return { ...rest, ...(fact && { fact }), sorted, tags: tags.set('sorted', 1), heard: all };
  };
  if (is(WAITING_STATUSES)) return by('waits', now.fact ?? 'waiting');
  const early = /[早先]/.test(heard);
  const closed = states.some(({ kind }) => kind === 'closed') && before.basis === undefined;
  if (longest === 'age' && closed) return by('struck', now.fact ?? 'age');
  const bare = /^(?:时间|时长|日子|天数)?最[久长早老]$/.test(heard);
  const late = states.some((one) => one.kind === 'overdue' || isLateColor(one));
  if (late || closed || !(bare || longest === 'age'))
    return late && bare ? { ...now, longest: 'overdue' } : now;
  const due = before.periods.length > 0 && basisOf(before) === 'due';
  return due ? by(early && bare ? 'deadline' : 'longest') : { ...now, longest: 'age' };
}

/** 最慢的呢, after days; 垫底的是谁, after a rate: the other end of the same. 排个队, 全部单位排一下: those of each. */
export function otherEnd(before: Scan, now: Scan): Scan {
  const { longest, rate: _r, byDefault, ...rest } = now;
  const measured = before.duration ?? (before.rate === 'share' ? undefined : before.rate);
  if (measured && !before.by && now.tags.has('most')) {
    const one = RANKED_GROUPS.find((key) => before[GROUP_IDS[key]].length === 1) ?? 'unit';
    const each = now.tags.has('everywhere') ? 'unit' : one;
    const tags = new Map([...now.tags].filter(([tag]) => tag !== 'most')).set('by', 1);
    const by = now.by ?? ({ tag: 'by', by: each, asks: true } as const);
    return { ...now, by, tags: tags.set(before.rate ? 'highest' : 'most', 1) };
  }
  if (byDefault && (before.rate || before.duration))
    return {
      ...rest,
      ...(longest && { longest }),
      tags: new Map([...now.tags].filter(([tag]) => tag !== 'rate')),
    };
  const bare = now.states.length === 0 && now.duration === undefined && now.rate === undefined;
  if (!before.duration || longest !== 'overdue' || !bare || !/慢/.test(now.heard.get('longest') ?? ''))
    return now;
  const tags = new Map([...now.tags].filter(([tag]) => tag !== 'longest'));
  const heard = new Map([...now.heard, ['duration', now.heard.get('longest') ?? ''] as const]);
  return { ...rest, duration: 'slowest', tags: tags.set('duration', 1), heard };
}

/** The age that was said would be of something else beside the states that are. */
export function isOtherAge(before: Scan, now: Scan, merged: Scan): boolean {
  const kept = now.ages.length === 0 && merged.ages.length > 0 && now.states.length > 0;
  return kept && agedOf(before) !== agedOf(merged);
}

/** 不算挂账的, after 除了住建局: without either. */
export function exceptBoth(
  before: Scan['except'],
  now: NonNullable<Scan['except']>,
): NonNullable<Scan['except']> {
  if (!before) return now;
  const said = Object.entries(now).filter(([, list]) => list.length > 0);
  return { ...before, ...Object.fromEntries(said), states: [...before.states, ...now.states] };
}

/** 没逾期的呢, after 不含待核验的: without those, too; what is asked for itself, or is over, is left out no longer. */
function stillOut(out: readonly StateWord[], now: readonly StateWord[]): StateWord[] {
  if (now.some(({ kind }) => kind === 'closed' || kind === 'all')) return [];
  const kindOf = (one: StateWord) => (isLate(one) ? 'late' : JSON.stringify(one));
  return out.filter((one) => !now.some((state) => kindOf(state) === kindOf(one)));
}

/** What stays left out beside names and states that are said anew: of a kind that is said, nothing. */
export function exceptBut(
  except: NonNullable<Scan['except']>,
  now: Scan,
  { units, places, kinds }: Record<'units' | 'places' | 'kinds', boolean>,
): NonNullable<Scan['except']> {
  return {
    unitIds: units ? [] : except.unitIds,
    projectIds: places ? [] : except.projectIds,
    categoryIds: kinds ? [] : except.categoryIds,
    states: stillOut(except.states, now.states),
    ...(except.texts && !places && !kinds && { texts: except.texts }),
  };
}

export function takeExcept(scan: Scan, except: NonNullable<Scan['except']>): void {
  if (Object.values(except).some((list) => list.length > 0)) scan.except = except;
  else delete scan.except;
}
