/** The question before, turned as a whole: each apart, another one instead, one more, without one, against another time. */
import { todayOf } from '../domain/directory.ts';
import { WAITING_STATUSES } from '../domain/issue.ts';
import { GROUP_IDS, type GroupBy, RANKED_GROUPS } from '../domain/issue-filter.ts';
import { rangeOf } from '../domain/period.ts';
import { type Day, daysBetween } from '../domain/time.ts';
import type { ReadContext } from './definition.ts';
import type { Turn } from './lexicon/going-on.ts';
import type { Period } from './lexicon/periods.ts';
import type { QueryWord, StateWord } from './lexicon/query-word.ts';
import { likeBefore } from './like-before.ts';
import { spanBefore } from './over-time.ts';
import { readPhrase } from './phrase.ts';
import { emptyScan, scanQuery } from './scan.ts';
import { isLight } from './scan-fits.ts';
import type { Scan } from './scanned.ts';
import { scanHeard } from './sounds.ts';
import { goOn, saysSomething, scanOf, type Topic } from './topic.ts';
import { isLate } from './topic-states.ts';

type Of<T extends Turn['turn']> = Turn & { turn: T };

/** What the turn asks now, one scan for each figure; undefined: it does not go with what was asked, or is not understood. */
export function turned(topic: Topic, turn: Turn, context: ReadContext): Scan[] | undefined {
  const one = (scan: Scan | undefined) => scan && [scan];
  switch (turn.turn) {
    case 'apart':
      return one(goOn(apartFrom(topic, turn.by), apart(topic, turn, context)));
    case 'instead':
      return one(replaced(topic, turn, context));
    case 'within':
      return one(goOnWith(topic, turn.rest, context, true));
    case 'also':
      return one(withMore(topic, turn, context));
    case 'without':
      return one(withLess(topic, turn, context));
    case 'against':
      return against(topic, turn, context);
    case 'forecast':
      return one(dueThen(topic, turn, context));
    case 'when':
      return one(
        isMeasured(topic) ? undefined : goOn(topic, tagged(emptyScan(context), { tag: 'due-when' })),
      );
    case 'since':
      return one(isMeasured(topic) ? undefined : goOn(topic, sinceOf(topic, turn, context)));
    default:
      return undefined;
  }
}

/** 拖了多久: of what is late how late it is, of what waits how long it waits; since when, else. */
function sinceOf({ states }: Topic, { day }: Of<'since'>, context: ReadContext): Scan {
  if (day) return tagged(emptyScan(context), { tag: 'since-when' });
  const all = (is: (state: StateWord) => boolean) =>
    states.length > 0 && states.every(({ state }) => is(state));
  const fact = all(isLate) ? 'overdue' : all(isWaiting) ? 'waiting' : 'age';
  return tagged({ ...emptyScan(context), fact }, { tag: 'asked' });
}

const isWaiting = (state: StateWord) => state.kind === 'status' && WAITING_STATUSES.includes(state.status);

/** Each apart; of numbers with the most first where that is asked. */
function apart(topic: Topic, { by, most }: Of<'apart'>, context: ReadContext): Scan {
  const grouped = tagged(emptyScan(context), { tag: 'by', by, asks: true });
  return most && !isMeasured(topic) ? tagged(grouped, { tag: 'most' }) : grouped;
}

/** 十类全排出来, after two of them: of all. */
function apartFrom(topic: Topic, by: GroupBy): Topic {
  // 都是谁家的, after which project has most: nobody is asked to come first.
  if (topic.by?.by !== by)
    return { ...topic, tags: topic.tags.filter(([tag]) => !['most', 'more', 'least'].includes(tag)) };
  const ranked = RANKED_GROUPS.find((one) => one === by);
  return ranked ? { ...topic, [GROUP_IDS[ranked]]: [] } : topic;
}

function tagged(scan: Scan, word: QueryWord): Scan {
  const by = word.tag === 'by' && { by: word };
  return { ...scan, ...by, tags: new Map([...scan.tags, [word.tag, 1]]) };
}

function isMeasured({ rate, duration, tags }: Topic): boolean {
  return rate !== undefined || duration !== undefined || tags.some(([tag]) => tag === 'node');
}

/** Understood to the end, and no question of its own. */
function understood(topic: Topic, rest: string, context: ReadContext): Scan | undefined {
  const phrase = readPhrase(rest);
  const scan = likeBefore(scanHeard(phrase, context), topic, phrase, context.directory);
  const asks = (['count', 'how', 'rate', 'duration', 'most', 'longest'] as const).some((tag) =>
    scan.tags.has(tag),
  );
  return asks || scan.left.length > 0 || scan.doubt || !saysSomething(scan) ? undefined : scan;
}

function goOnWith(topic: Topic, rest: string, context: ReadContext, within: boolean): Scan | undefined {
  const now = understood(topic, rest, context);
  return now && goOn(topic, now, { within, pointed: within });
}

/** 不看红的了,看资规局没签收的: what is dropped goes first. */
function replaced(topic: Topic, { rest, drops }: Of<'instead'>, context: ReadContext): Scan | undefined {
  if (drops === undefined) return goOnWith(topic, rest, context, false);
  const gone = understood(topic, drops, context);
  if (!gone || !namesOnly(gone)) return undefined;
  const left = {
    ...topic,
    states: topic.states.filter(({ state }) => !gone.states.some((one) => same(one, state))),
  };
  for (const key of NAMED) left[key] = topic[key].filter((id) => !gone[key].includes(id));
  return goOnWith(left, rest, context, false);
}

const NAMED = ['unitIds', 'projectIds', 'areaIds', 'categoryIds'] as const;
type Named = (typeof NAMED)[number];

/** Only names of units, projects, places and kinds of matter, or states. */
function namesOnly(scan: Scan): boolean {
  const others = scan.periods.length + scan.ages.length + scan.kinds.length + scan.texts.length;
  return (
    others + scan.personOpenIds.length === 0 &&
    scan.someone === undefined &&
    scan.by === undefined &&
    scan.step === undefined &&
    scan.basis === undefined &&
    scan.except === undefined
  );
}

/** 再加上住建: beside the units there were. Nothing is added where all were counted. */
function withMore(topic: Topic, { rest }: Of<'also'>, context: ReadContext): Scan | undefined {
  const now = understood(topic, rest, context);
  if (!now || !namesOnly(now)) return undefined;
  const before = scanOf(topic);
  const merged: Scan = { ...before };
  for (const key of NAMED) {
    if (now[key].length === 0) continue;
    const left = before.except && key !== 'areaIds' ? before.except[outOf(key)] : [];
    if (left.some((id) => now[key].includes(id)) && before.except && key !== 'areaIds')
      merged.except = { ...before.except, [outOf(key)]: left.filter((id) => !now[key].includes(id)) };
    else if (before[key].length === 0) return undefined;
    else merged[key] = [...new Set([...before[key], ...now[key]])];
  }
  if (now.states.length > 0) {
    const lights = [...before.states, ...now.states].every(isLight);
    if (before.states.length === 0 || !lights) return undefined;
    merged.states = [...before.states, ...now.states];
    merged.either = true;
  }
  merged.heard = new Map([...before.heard, ...now.heard]);
  return merged;
}

const same = (a: StateWord, b: StateWord) => JSON.stringify(a) === JSON.stringify(b);

const outOf = (key: Exclude<Named, 'areaIds'>) => key;

/** 不要兴发的: taken from those that were named, or left out of all. */
function withLess(topic: Topic, { rest }: Of<'without'>, context: ReadContext): Scan | undefined {
  const now = understood(topic, rest, context);
  if (!now || !namesOnly(now)) return undefined;
  const before = scanOf(topic);
  const merged: Scan = { ...before, heard: new Map([...before.heard, ...now.heard]) };
  for (const key of NAMED) {
    if (now[key].length === 0) continue;
    const kept = before[key].filter((id) => !now[key].includes(id));
    const there = now[key].every((id) => before[key].includes(id));
    if (there && kept.length > 0) merged[key] = kept;
    else if (before[key].length > 0 || key === 'areaIds') return undefined;
    else {
      const except = merged.except ?? { unitIds: [], projectIds: [], categoryIds: [], states: [] };
      merged.except = { ...except, [key]: [...new Set([...except[key], ...now[key]])] };
    }
  }
  const [state, second] = now.states;
  if (!state) return merged;
  if (second) return undefined;
  const left = statesWithout(before, state);
  if (left) return { ...merged, states: left };
  if (state.kind !== 'status' && !isLight(state)) return undefined;
  const except = merged.except ?? { unitIds: [], projectIds: [], categoryIds: [], states: [] };
  return { ...merged, except: { ...except, states: [...except.states, state] } };
}

/** What stays where the states themselves say it; undefined: it has to be left out of them. */
function statesWithout({ states }: Scan, gone: StateWord): StateWord[] | undefined {
  const closed = gone.kind === 'closed';
  const were = states.flatMap((one) => (one.kind === 'overdue' && gone.kind === 'color' ? LATE : [one]));
  const kept = were.filter((one) => !same(one, gone));
  if (kept.length > 0 && kept.length < were.length) return kept;
  // 蓝的不要, after the red ones; 办完的不要, after those that fall due: there were none.
  const lit = were.length > 0 && were.every(isLight);
  if (
    isLight(gone) ? lit : closed && (lit || were.some((one) => one.kind === 'open' || one.kind === 'status'))
  )
    return were.length > states.length ? undefined : [...states];
  // 办完的不要, after what came in some days or was sent back: what of it is open.
  const rest = states.filter(({ kind }) => kind !== 'all');
  return closed && !rest.some(({ kind }) => kind === 'closed') ? [...rest, { kind: 'open' }] : undefined;
}

const LATE: readonly StateWord[] = (['red', 'yellow'] as const).map((color) => ({ kind: 'color', color }));

/** 跟9月比呢, after 上个月办结了几个: the same figure of both. */
function against(topic: Topic, { rest }: Of<'against'>, context: ReadContext): Scan[] | undefined {
  const phrase = readPhrase(rest);
  const now = likeBefore(scanQuery(phrase, context), topic, phrase, context.directory);
  const told = alone(scanOf(topic));
  const before = told.rate || told.duration ? ungrouped(told) : told;
  const today = todayOf(context);
  const [said, second] = now.periods;
  const [first] = before.periods;
  // 比上周多还是少, after 上周呢: this week beside that one.
  const since = said && first?.from === said.from && /^[上去]/.test(rest) && presentOf(said, today);
  const then = since ? said : (aheadOf(before.periods, said, rest, today) ?? said);
  const named = NAMED.some((key) => before[key].length > 0) || before.tags.has('our-unit');
  if (ALL.test(rest) && named && (before.rate || before.duration || !rest.includes('均'))) {
    const tags = new Map([...before.tags].filter(([tag]) => tag !== 'our-unit'));
    return [before, { ...before, tags, unitIds: [], projectIds: [], areaIds: [], categoryIds: [] }];
  }
  if (!then) return againstNames(topic, now);
  const more = now.states.length + NAMED.reduce((sum, key) => sum + now[key].length, 0);
  const left = then === said ? now.left.length : 0;
  if (second || left + more > 0 || !namesOnly({ ...now, periods: [] })) return undefined;
  if (before.by || before.monthly || before.periods.length > 1) return undefined;
  const own = since || first || presentOf(then, today);
  if (!own || own.from === then.from) return undefined;
  if (before.rate || before.duration) return [own, then].map((period) => ({ ...before, periods: [period] }));
  const counted = before.states.every(({ kind }) => kind === 'closed' || kind === 'all');
  const dated = before.basis === 'logged' || before.states.some(({ kind }) => kind === 'closed');
  if (!counted || !dated) return undefined;
  const heard = new Map([...before.heard, ...now.heard, [then, rest] as const]);
  return [{ ...before, heard, periods: [own, then], than: 1, tags: new Map([...before.tags, ['than', 1]]) }];
}

/** 和上个季度比呢, after a rate of each unit: of all of them. */
function ungrouped({ by: _, ...scan }: Scan): Scan {
  return { ...scan, tags: new Map([...scan.tags].filter(([tag]) => tag !== 'by')) };
}

/** 跟全区平均比呢, 比全区快还是慢 */
const ALL =
  /^(?:(?:全区|全县|全市|整个区|整体|总体|全部|大家|所有单位|各单位)的?(?:总体|总的)?(?:平均|均)?|平均|均)(?:数|值|水平|线|情况)?$/u;
const PREVIOUS = /^(?:再?往?前面?|上)一?个?([天周月季年]|星期|礼拜)(?:度|份)?的?$/u;
const DAYS: Readonly<Record<string, number>> = { 天: 1, 周: 7, 星期: 7, 礼拜: 7, 月: 31, 季: 92, 年: 366 };

/** 比前一周, after 上周; 跟上月比, after 9月: the one before that. undefined: it is one of its own. */
function aheadOf(
  [own, second]: readonly Period[],
  said: Period | undefined,
  rest: string,
  today: Day,
): Period | undefined {
  const most = DAYS[PREVIOUS.exec(rest)?.[1] ?? ''];
  if (!own || second || most === undefined || (rest.startsWith('上') && said && said.from < own.from))
    return undefined;
  const days = daysBetween(own.from, own.until) + 1;
  if (days > most || days < most * 0.9) return undefined;
  const { from, to } = spanBefore({ from: own.from, to: own.until }, today);
  return { from, until: to, past: true };
}

/** 比环保局高还是低, after 住建局今年满意率; 跟施工比呢: the same figure of both. */
function againstNames(topic: Topic, now: Scan): Scan[] | undefined {
  const before = alone(scanOf(topic));
  const kinds = NAMED.filter((key) => now[key].length > 0);
  const [key, other] = kinds;
  const stated = now.states.length + now.left.length > 0 || now.doubt !== undefined;
  if (!key || other || stated || !namesOnly(now) || before.by || before.monthly) return undefined;
  if (now[key].some((id) => before[key].includes(id))) return undefined;
  const heard = new Map([...before.heard, ...now.heard]);
  const own = before[key];
  const apart = key === 'unitIds' ? 'unit' : key === 'projectIds' ? 'project' : undefined;
  if (own.length > 0 && apart) {
    const by = { tag: 'by', by: apart, asks: true } as const;
    const tags = new Map([...before.tags, ['by', 1] as const]);
    const average = before.duration && { duration: 'average' as const };
    return [{ ...before, ...average, heard, tags, by, [key]: [...own, ...now[key]] }];
  }
  return [before, { ...before, heard, [key]: now[key] }];
}

/** A comparison compared with another time: the later of its own. */
export function alone(scan: Scan): Scan {
  if (!['than', 'against', 'trend'].some((tag) => scan.tags.has(tag as 'than'))) return scan;
  const { than: _, against: __, grows: ___, ...rest } = scan;
  const gone: readonly QueryWord['tag'][] = ['than', 'against', 'trend'];
  const periods = scan.periods.toSorted((a, b) => (a.from < b.from ? 1 : -1)).slice(0, 1);
  return { ...rest, periods, tags: new Map([...scan.tags].filter(([tag]) => !gone.includes(tag))) };
}

/** This month beside last month, this year beside last year. */
function presentOf(then: Period, today: Period['from']): Period | undefined {
  for (const kind of ['week', 'month', 'quarter', 'year'] as const) {
    const [from, until] = rangeOf(kind, -1, today);
    const [first, last] = rangeOf(kind, 0, today);
    if (then.from === from && then.until === until) return { from: first, until: last, past: true };
  }
  return undefined;
}

/** 他们这周会不会办完: what is open, by its deadline; of the days that are said those due then. */
function dueThen(topic: Topic, { rest }: Of<'forecast'>, context: ReadContext): Scan | undefined {
  // How it stood on a past day tells nothing of what comes.
  if (isMeasured(topic) || topic.point) return undefined;
  const now = scanQuery(readPhrase(rest), context);
  const names = NAMED.reduce((sum, key) => sum + now[key].length, 0);
  const loose =
    now.ages.length + now.texts.length + names + now.states.filter(({ kind }) => kind !== 'open').length;
  if (now.left.length + loose > 0 || now.doubt || now.someone !== undefined || now.by) return undefined;
  const asked: Scan = {
    ...emptyScan(context),
    states: [{ kind: 'open' }],
    periods: now.periods,
    heard: now.heard,
  };
  if (now.periods.length > 0) asked.basis = 'due';
  return goOn({ ...topic, periods: [], ...withoutBasis }, tagged(asked, { tag: 'due-when' }));
}

const withoutBasis = { basis: undefined } as unknown as Partial<Topic>;
