/** Several figures asked for in one sentence (办结几个，又新增几个; 上礼拜呢; 枝城跟高新区哪边多; 本月怎么样). */

import { amongText } from '../cards/words-reading.ts';
import { todayOf } from '../domain/directory.ts';
import { rangeOf } from '../domain/period.ts';
import type { Reading } from '../domain/reading.ts';
import { addDays, daysBetween } from '../domain/time.ts';
import { cutClauses } from '../language/clauses.ts';
import type { ReadContext } from '../language/definition.ts';
import { inEarnest } from '../language/lexicon/framing.ts';
import { decidedApart, listedApart } from '../language/lexicon/listed.ts';
import type { Period } from '../language/lexicon/periods.ts';
import type { StateWord } from '../language/lexicon/query-word.ts';
import { addsUp, saysSum } from '../language/lexicon/sums.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import { firstFull } from '../language/over-time.ts';
import { fold, readPhrase } from '../language/phrase.ts';
import { asksProjects } from '../language/projects-of.ts';
import { scanQuery } from '../language/scan.ts';
import { isLight } from '../language/scan-fits.ts';
import type { Scan } from '../language/scanned.ts';
import { goOn, saysSomething, topicOf } from '../language/topic.ts';
import { branchesApart } from './branches-apart.ts';
import type { CallOf } from './call.ts';
import { among, isAmong, leftOpen, namesAnother, rejoined } from './clause-carry.ts';
import { howItWent, totalApart } from './how-it-went.ts';
import type { Offers } from './nearest-questions.ts';
import { statesTable, tableOf } from './several-apart.ts';

interface Reader {
  ask(scan: Scan, context: ReadContext): CallOf<'ask'>;
  /** Whole questions near to words of which a part is not understood. */
  near(text: string, left: readonly string[], scans: readonly Scan[], context: ReadContext): Offers;
}
type Ask = Reader['ask'];

const MOST = 4;

/** The call with all parts; with `unread` where a part is not understood; undefined: one thing is asked. */
export function severalIn(
  text: string,
  whole: Scan,
  context: ReadContext,
  reader: Reader,
): CallOf<'ask'> | undefined {
  const branches = branchesApart(text, context, reader.ask);
  if (branches) return saysSum(text) ? { ...branches, sum: true } : branches;
  if (asksProjects(whole)) return whole.others ? undefined : projectsApart(text, context, reader);
  if (whole.tags.has('versus-average')) return undefined;
  // 办结了几件，其中超时的几件: both numbers are told of one.
  const once = (whole.tags.get('count') ?? 0) < 2 && whole.unitIds.length < 2 && whole.projectIds.length < 2;
  if (whole.among && (once || isAmong(text))) return undefined;
  const { ask } = reader;
  const call =
    monthByMonth(whole, context, ask) ??
    clauseByClause(listedApart(text) ?? text, whole, context, reader) ??
    sideBySide(text, whole, context, ask) ??
    statesTable(text, whole, context, ask) ??
    howItWent(whole, context, ask) ??
    totalApart(text, whole, context, ask);
  return call?.parts && addsUp(text) ? { ...call, sum: true } : call;
}

/**
 * 全县一共几个项目，晴天的几个，阴天的几个; 今年开了工的几个，投了产的几个: each a figure of projects of its own. What each
 * says takes the place of what was said before; a place, a time or a person that is not said anew stays.
 */
function projectsApart(text: string, context: ReadContext, { ask }: Reader): CallOf<'ask'> | undefined {
  const clauses = cutNumbers(text);
  if (clauses.length < 2) return undefined;
  const calls: CallOf<'ask'>[] = [];
  let before: Scan | undefined;
  for (const said of clauses) {
    const scan = scanQuery(readPhrase(said), context, { people: true });
    const merged = before ? goOn(topicOf(before), scan, { answered: false }) : scan;
    calls.push(ask(merged, context));
    before = merged;
  }
  const [first] = calls;
  const readings = calls.map(({ projects, filter }): Reading | undefined =>
    projects ? { measure: 'projects', filter, projects } : undefined,
  );
  const narrower = clauses.findIndex((said, i) => i > 0 && AMONG.test(said) && saysMore(calls[i - 1]));
  const unread = clauses.filter(
    (_, i) => !readings[i] || calls[i]?.unread || calls[i]?.personHeard !== undefined,
  );
  if (!first) return undefined;
  if (unread.length === 0 && narrower < 0 && clauses.length <= MOST) {
    const parts = distinct(readings.flatMap((one) => one ?? []));
    return parts.length < 2 ? undefined : { ...first, parts };
  }
  const understood = clauses.filter((said, i) => !unread.includes(said) && i !== narrower);
  const back = narrower < 0 ? unread : [clauses[narrower] ?? ''];
  return { ...first, filter: {}, unread: back, nearest: understood.map((said) => said.trim()).slice(0, 3) };
}

/** Each number that is asked for, with what stands before it; 晚了几天, 哪个最多 are told of what they stand behind. */
function cutNumbers(text: string): string[] {
  const clauses: string[] = [];
  let waiting = '';
  for (const part of text.normalize('NFKC').split(/[,，。;；、?？!！\s]+/u)) {
    if (part === '') continue;
    waiting += (waiting === '' ? '' : ' ') + part;
    if (!/(?:几|多少|好多)(?![天年月号点日次]|个(?:天|月|环节|工作日))/.test(part)) continue;
    clauses.push(waiting);
    waiting = '';
  }
  if (waiting !== '' && clauses.length > 0) clauses.push(`${clauses.pop()} ${waiting}`);
  return clauses;
}

/** 其中投了产的几个: of those, which two figures side by side do not tell. */
const AMONG = /其中|里面|里头|这里头|这些/;

function saysMore(call: CallOf<'ask'> | undefined): boolean {
  return call?.projects !== undefined && Object.keys(call.projects).length > 0;
}

const MOST_SPANS = 12;

/** 今年每个月办结几个: each month of the period that has begun, twelve at most; of this year unless one is said. */
function monthByMonth(whole: Scan, context: ReadContext, ask: Ask): CallOf<'ask'> | undefined {
  const { periods, tags } = whole;
  const monthly = whole.monthly ?? (isOverMonths(whole) ? 'month' : undefined);
  if (whole.states.some(({ kind }) => kind !== 'closed' && kind !== 'all') && whole.basis === undefined)
    return undefined;
  // 平均每周办结几件: no days.
  if (whole.duration === 'average' && !/[几多久天时周速]/.test(whole.heard.get('duration') ?? ''))
    return undefined;
  if (!monthly || whole.by || whole.doubt || whole.left.length > 0 || periods.length > 1) return undefined;
  const today = todayOf(context);
  const [year] = rangeOf('year', 0, today);
  const near = monthly === 'month' ? year : addDays(today, monthly === 'week' ? -55 : -6);
  const { from: begins, until } = periods[0] ?? { from: near, until: today };
  const from = firstFull(begins, until, monthly, today);
  const spans: Period[] = [];
  for (let offset = 0; offset > -200; offset--) {
    const [first, last] = rangeOf(monthly, offset, today);
    if (last < from) break;
    if (first <= until && first <= today) spans.unshift({ from: first, until: last, past: true });
  }
  // More of them are told as a series, none is left out.
  if (spans.length < 2 || spans.length > MOST_SPANS) return undefined;
  const more = tags.has('more') || tags.has('most') || tags.has('highest');
  const gone = ['monthly', 'most', 'more', 'highest', 'lowest', 'which', 'each', 'trend'] as const;
  const alone: Scan = { ...whole, tags: without(tags, ...gone) };
  delete alone.monthly;
  if (alone.states.length === 0 && alone.basis === undefined && !alone.rate && !alone.duration)
    alone.basis = 'logged';
  const calls = spans.map((period) => ask({ ...alone, periods: [period] }, context));
  const [first] = calls;
  if (!first || !calls.every(isFigure)) return undefined;
  const counted = calls.every(({ measure }) => measure !== 'rate' && measure !== 'duration');
  return {
    ...first,
    topic: topicOf(whole),
    parts: calls.map(readingIn),
    ...(more && counted && { compare: true }),
  };
}

/** A quarter, half or year by its own name, whose days do not end today. */
function isWhole({ from, until }: Period): boolean {
  return /-(?:01|04|07|10)-01$/.test(from) && /-(?:03-31|06-30|09-30|12-31)$/.test(until);
}

/** 最近半年满意率是往上走还是往下走, 今年办结的走势 */
function isOverMonths({ rate, tags, periods, heard }: Scan): boolean {
  const [period, second] = periods;
  const drawn = /势|曲线/.test(heard.get('trend') ?? '');
  if (!(rate || drawn) || !tags.has('trend') || !period || second) return false;
  // 本季度满意率是升了还是降了: than the one before.
  if (!drawn && !/走/.test(heard.get('trend') ?? '') && isWhole(period)) return false;
  return daysBetween(period.from, period.until) > 58;
}

/** Each clause goes on from the one before: what it does not say anew stays. */
function clauseByClause(
  text: string,
  whole: Scan,
  context: ReadContext,
  { ask, near }: Reader,
): CallOf<'ask'> | undefined {
  if (whole.doubt) return undefined;
  const cut = rejoined(cutClauses(inEarnest(text, simplify(fold(text))), whole.counted), context);
  const clauses = decidedApart(cut, text);
  if (clauses.length < 2) return undefined;
  const table = tableOf(clauses, context, { ask, withoutOlder });
  if (table) return table;
  if (whole.by) return apartOf(text, clauses, context, { ask, near });
  const read: { said: string; call: CallOf<'ask'>; scan: Scan }[] = [];
  let before: Scan | undefined;
  let unsure = false;
  for (const [i, said] of clauses.entries()) {
    const scan = leftOpen(said, scanQuery(readPhrase(said), context, { people: true }), clauses.slice(i + 1));
    const merged = before
      ? among(
          said,
          before,
          goOn(topicOf(withoutOlder(before, scan, isAmong(said))), scan, {
            pointed: isAmong(said),
            answered: false,
          }),
        )
      : scan;
    if (!saysSomething(scan) && scan.left.length === 0) continue;
    const call = ask(merged, context);
    const another = before !== undefined && namesAnother(said, before, scan);
    unsure ||= another;
    read.push({ said, call: another ? { ...call, unread: [said.trim()] } : call, scan: merged });
    before = merged;
  }
  const [first] = read;
  if (!first || read.length < 2) return undefined;
  const [, last, third] = read;
  if (last && !third && !unsure && tellsBoth(first.call, last.call)) return last.call;
  const understood = read.filter(({ call }) => isFigure(call));
  if (understood.length < read.length || read.length > MOST) {
    const unread = read
      .filter(({ call }) => !isFigure(call))
      .map(({ said, call }) => call.unread?.join('') || said);
    if (read.length > MOST) unread.push(read[MOST]?.said ?? '');
    const scans = [...understood, ...read.filter(({ call }) => !isFigure(call))].map(({ scan }) => scan);
    const whole = understood[0]?.call === first.call ? [first.said.trim()] : [];
    const others = near(text, unread, scans.slice(whole.length), context).nearest;
    const [last] = unread;
    const among = unsure && last !== undefined ? [amongText(first.said.trim(), last)] : [];
    const nearest = [...new Set([...whole, ...among, ...others])].filter((said) => said !== text);
    return { ...first.call, filter: {}, unread, nearest: nearest.slice(0, 2) };
  }
  const parts = distinct(read.map(({ call }) => readingIn(call)));
  // 打的分怎么样，满意的占几成: the same asked twice.
  if (parts.length < 2) return first.call.measure === 'rate' ? first.call : undefined;
  const topic = read.at(-1)?.call.topic ?? first.call.topic;
  return { ...first.call, topic, parts };
}

/** 上个月催办了多少回，催得最多的是谁; 挂账的几笔，都在等什么: what tells them apart says how many there are. */
function tellsBoth(whole: CallOf<'ask'>, apart: CallOf<'ask'>): boolean {
  const { measure, unread, doubt, by, fact, having, top } = apart;
  const same = ({ filter: { sort: _, ...filter } }: CallOf<'ask'>) => JSON.stringify(filter);
  const counted = whole.measure === 'count' || whole.measure === 'steps';
  const alike = measure === 'steps' ? whole.measure === 'steps' : whole.measure === 'count';
  const told = (by !== undefined && having === undefined && top === undefined) || fact !== undefined;
  return counted && alike && isFigure(whole) && !unread && !doubt && told && same(whole) === same(apart);
}

/** 又新增几个 after 办结几个: a state or a clock said anew takes the place of both. */
function withoutOlder(before: Scan, now: Scan, within: boolean): Scan {
  const out = now.except?.states.length ?? 0;
  if (now.states.length + out === 0 && now.basis === undefined) return before;
  const { basis, ...others } = before;
  const tags = new Map(before.tags);
  // 本月登记几件，红的几件: of those that were logged then.
  const keeps =
    basis === 'logged' &&
    now.basis === undefined &&
    (within || now.states.every(stands)) &&
    before.states.length === 0;
  const rest: Scan = { ...others, ...(keeps && basis && { basis }) };
  // 满意率多少，本月办结几个: a number of problems is no rate of them.
  if (now.tags.has('count') && !now.rate && !now.duration) {
    delete rest.rate;
    delete rest.duration;
    for (const tag of ['rate', 'duration', 'highest', 'lowest'] as const) tags.delete(tag);
  }
  for (const tag of ['basis', 'state', 'most', 'longest'] as const)
    if (!(keeps && tag === 'basis')) tags.delete(tag);
  // 这个月销号多少，还有多少超期的: what is open now was not struck off then.
  const over = (before.step !== undefined || before.states.some(isOfThen)) && now.states.every(stands);
  return { ...rest, states: [], tags, ...(over && now.basis === undefined && { periods: [] }) };
}

/** 几件没办，有没有超期的，是哪几个项目: figures that narrow each other cannot stand in one table. */
function apartOf(
  text: string,
  clauses: readonly string[],
  context: ReadContext,
  { ask, near }: Reader,
): CallOf<'ask'> | undefined {
  const scans = clauses.map((said) => scanQuery(readPhrase(said), context));
  const lit = scans.findIndex(({ states }) => states.some(isLight));
  const other = scans.findIndex(({ states }) => states.some((state) => !isLight(state)));
  if (lit < 0 || other < 0 || lit === other) return undefined;
  const [first, second] = [scans[Math.min(lit, other)], clauses[Math.max(lit, other)] ?? ''];
  const call = first && ask(first, context);
  return call && { ...call, filter: {}, unread: [second.trim()], ...near(text, [], scans, context) };
}

/** With a time it happened then: 上月退回的几件，红的几件 are red now. */
function isOfThen({ kind }: StateWord): boolean {
  return ['closed', 'mark', 'extension', 'told-up'].includes(kind);
}

function stands({ kind }: StateWord): boolean {
  return ['color', 'overdue', 'in-time', 'lit', 'open', 'status'].includes(kind);
}

/** A number that can stand in a line of its own. */
export function isFigure(call: CallOf<'ask'>): boolean {
  const { measure, unread, doubt, by, personHeard, personOpenId, projectId } = call;
  if (unread || doubt || by || personHeard !== undefined || personOpenId !== undefined) return false;
  return (
    projectId === undefined && !['who', 'forecast', 'trend', 'file', 'why', 'projects'].includes(measure)
  );
}

export function readingIn({ measure, filter, rate, shareOf, duration, taken, part }: CallOf<'ask'>): Reading {
  if (measure === 'steps') return { measure, filter };
  if (measure === 'part' && part) return { measure, filter, part };
  if (measure === 'rate' && rate) return { measure, filter, rate, ...(shareOf && { shareOf }) };
  if (measure === 'duration' && duration) return { measure, filter, duration, ...(taken && { taken }) };
  const { sort: _, ...rest } = filter;
  return { measure: 'count', filter: rest };
}

function distinct(parts: readonly Reading[]): Reading[] {
  return [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()];
}

const COMPARES = /[跟和与同比].{1,10}(?:比|相比|对比)|比起/u;

/** 枝城跟高新区哪边问题多, 用水用电的分别几个, 上半年跟三季度哪个销号多: one figure of each. */
function sideBySide(text: string, whole: Scan, context: ReadContext, ask: Ask): CallOf<'ask'> | undefined {
  const { tags, areaIds, categoryIds, periods } = whole;
  const best = tags.has('most') || tags.has('highest') || tags.has('lowest');
  const more = tags.has('more') || (best && tags.has('which'));
  // 施工和用地哪个办得快: the one number of both would be neither's.
  const asked = tags.has('which') || tags.has('count') || /谁/.test(whole.heard.get('duration') ?? '');
  const faster = asked && whole.duration !== undefined && whole.duration !== 'average';
  // 用地类的平均办多久，跟施工类比呢
  // A share is of what is named, and not one of each.
  const measured = (whole.rate ?? whole.duration) !== undefined && whole.rate !== 'share';
  const compared = measured && COMPARES.test(text);
  if (whole.by || whole.doubt || whole.left.length > 0 || !(more || faster || compared || tags.has('each')))
    return undefined;
  const alone: Scan = {
    ...whole,
    ...(faster && { duration: 'average' }),
    tags: without(tags, 'more', 'most', 'highest', 'lowest', 'each', 'than', 'trend', 'and'),
  };
  delete alone.than;
  const each =
    areaIds.length > 1
      ? areaIds.map((id) => ({ ...alone, areaIds: [id] }))
      : categoryIds.length > 1
        ? categoryIds.map((id) => ({ ...alone, categoryIds: [id] }))
        : compared && !faster && !more
          ? []
          : periods.length > 1 && !faster
            ? periods.map((period) => ({ ...alone, periods: [period] }))
            : flowsApart(whole, alone);
  if (each.length < 2 || each.length > MOST) return undefined;
  const calls = each.map((scan) => ask(scan, context));
  const [first] = calls;
  if (!first || !calls.every(isFigure)) return undefined;
  // Days and rates stand side by side; numbers of problems are compared in a sentence as well.
  const counted = calls.every(({ measure }) => measure !== 'rate' && measure !== 'duration');
  const compare = more && counted && { compare: true as const };
  return { ...first, topic: topicOf(whole), parts: calls.map(readingIn), ...compare };
}

/** 上周新增办结各几件: what came and what was struck off; 在办的和办结的各几个. */
function flowsApart(whole: Scan, alone: Scan): Scan[] {
  const { tags, basis, states } = whole;
  const closed = states.some(({ kind }) => kind === 'closed');
  const { basis: _, ...others } = alone;
  const each = statesApart(whole).map(
    (state): Scan => ({ ...(basis === 'logged' ? others : alone), states: [state] }),
  );
  return tags.has('each') && basis === 'logged' && closed ? [{ ...alone, states: [] }, ...each] : each;
}

/** 在办的和办结的各几个; lights stand apart in one figure already. */
function statesApart({ tags, states, unitIds, projectIds }: Scan): StateWord[] {
  const alone = tags.has('each') && unitIds.length < 2 && projectIds.length < 2;
  return alone && states.some(({ kind }) => kind !== 'color') ? states : [];
}

function without(
  tags: Scan['tags'],
  ...gone: (typeof tags extends ReadonlyMap<infer K, number> ? K : never)[]
) {
  return new Map([...tags].filter(([tag]) => !gone.includes(tag)));
}
