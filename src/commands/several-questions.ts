/** Several figures asked for in one sentence (办结几个，又新增几个; 上礼拜呢; 枝城跟高新区哪边多; 本月怎么样). */

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
import { fold, readPhrase } from '../language/phrase.ts';
import { asksProjects } from '../language/projects-of.ts';
import { scanQuery } from '../language/scan.ts';
import type { Scan } from '../language/scanned.ts';
import { firstFull } from '../language/series-of.ts';
import { goOn, saysSomething, topicOf } from '../language/topic.ts';
import { branchesApart } from './branches-apart.ts';
import type { CallOf } from './call.ts';
import { among, isAmong, leftOpen, namesAnother, rejoined } from './clause-carry.ts';
import { howItWent, totalApart } from './how-it-went.ts';
import { isNamed } from './is-question.ts';
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
  if (asksProjects(whole)) return whole.others ? undefined : clauseByClause(text, whole, context, reader);
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

const MOST_SPANS = 12;

/** 今年每个月办结几个: each month of the period that has begun, twelve at most; of this year unless one is said. */
export function monthByMonth(whole: Scan, context: ReadContext, ask: Ask): CallOf<'ask'> | undefined {
  const { periods, tags } = whole;
  const monthly = whole.monthly ?? (isOverMonths(whole) ? 'month' : undefined);
  if (whole.states.some(({ kind }) => kind !== 'closed' && kind !== 'all') && whole.basis === undefined)
    return undefined;
  // 每周销号几件,新增几件: two figures of each.
  const two = whole.heard.has('basis') && (tags.get('count') ?? 0) > 1;
  if (two && whole.states.some(({ kind }) => kind === 'closed')) return undefined;
  // 平均每周办结几件: no days.
  if (whole.duration === 'average' && !/[几多久天时周速]/.test(whole.heard.get('duration') ?? ''))
    return undefined;
  // Since anything was kept: as a series, which begins with the first there is.
  if (whole.states.some(({ kind }) => kind === 'all') && periods.length === 0) return undefined;
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

/** Between two numbers that are asked for; 晚了几天, 哪个最多 are told of what they stand behind. */
const NUMBERED =
  /(?<=(?:几|多少)[^\s,，。;；、?？!！]*)[\s,，。;；、?？!！](?=[^\s,，。;；、?？!！]*(?:几|多少)(?![天年月号点日次]|个(?:天|月|环节|工作日)))/u;

/** Each clause goes on from the one before: what it does not say anew stays. */
function clauseByClause(
  text: string,
  whole: Scan,
  context: ReadContext,
  { ask, near }: Reader,
): CallOf<'ask'> | undefined {
  if (whole.doubt) return undefined;
  const cut = rejoined(cutClauses(inEarnest(text, simplify(fold(text))), whole.counted), context);
  const clauses = asksProjects(whole) ? text.split(NUMBERED) : decidedApart(cut, text);
  if (clauses.length < 2) return undefined;
  const table = tableOf(clauses, context, { ask, withoutOlder });
  if (table) return table;
  if (whole.by && !asksProjects(whole)) return undefined;
  const read: { said: string; call: CallOf<'ask'>; scan: Scan }[] = [];
  let before: Scan | undefined;
  for (const [i, said] of clauses.entries()) {
    const scan = leftOpen(said, scanQuery(readPhrase(said), context, { people: true }), clauses.slice(i + 1));
    const last = read.at(-1);
    // 本周到期几件，办完几件: of all that fell due.
    if (before && last && before.states.length === 0 && isOfDue(before, scan)) {
      before = { ...before, states: [{ kind: 'all' }] };
      read.splice(-1, 1, { ...last, call: ask(before, context), scan: before });
    }
    const merged =
      before && setsBeside(before, scan)
        ? { ...scan, periods: scan.periods.length > 0 ? scan.periods : before.periods }
        : before
          ? among(
              said,
              before,
              goOn(topicOf(withoutOlder(before, scan, isAmong(said))), scan, {
                pointed: isAmong(said),
                answered: false,
              }),
            )
          : scan;
    const call = ask(merged, context);
    if (!saysSomething(scan) && scan.left.length === 0 && !call.projects) continue;
    // 住建局占多少, behind a number: of that number, which no figure beside it tells.
    if (before && scan.rate === 'share' && isNamed(scan)) return undefined;
    const projects = call.projects !== undefined && isAmong(said);
    const another = before !== undefined && (projects || namesAnother(said, before, scan));
    read.push({ said, call: another ? { ...call, unread: [said.trim()] } : call, scan: merged });
    before = merged;
  }
  const [first] = read;
  if (!first || read.length < 2) return undefined;
  const understood = read.filter(({ call }) => isFigure(call));
  if (understood.length < read.length || read.length > MOST) {
    const unread = read
      .filter(({ call }) => !isFigure(call))
      .map(({ said, call }) => call.unread?.join('') || said);
    if (read.length > MOST) unread.push(read[MOST]?.said ?? '');
    const scans = [...understood, ...read.filter(({ call }) => !isFigure(call))].map(({ scan }) => scan);
    return { ...first.call, filter: {}, unread, ...near(text, unread, scans, context) };
  }
  const parts = distinct(read.map(({ call }) => readingIn(call)));
  // 打的分怎么样，满意的占几成: the same asked twice.
  if (parts.length < 2) return first.call.measure === 'rate' ? first.call : undefined;
  const topic = read.at(-1)?.call.topic ?? first.call.topic;
  return { ...first.call, topic, parts };
}

/** 企业登记的几件，秘书登记的几件: each whole by itself. */
function setsBeside(before: Scan, now: Scan): boolean {
  const by = ({ tags }: Scan) => (tags.has('enterprise') ? 'firm' : tags.has('staff') ? 'staff' : undefined);
  return (
    before.basis !== undefined && now.basis !== undefined && by(now) !== undefined && by(before) !== by(now)
  );
}

/** 又新增几个 after 办结几个: a state or a clock said anew takes the place of both. */
function withoutOlder(before: Scan, now: Scan, within: boolean): Scan {
  const out = now.except?.states.length ?? 0;
  if (now.states.length + out === 0 && now.basis === undefined) return before;
  const { basis, ...others } = before;
  const tags = new Map(before.tags);
  if (isOfDue(before, now)) return { ...before, states: [] };
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

/** 办完几件, 还剩几件, behind what falls due in some time: of that. */
function isOfDue({ basis, states, periods }: Scan, now: Scan): boolean {
  const told = [...states, ...now.states].every(({ kind }) => ['all', 'closed', 'open'].includes(kind));
  const anew = now.basis !== undefined || now.periods.length > 0 || now.states.length === 0;
  return basis === 'due' && periods.length > 0 && told && !anew;
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
  return projectId === undefined && !['who', 'forecast', 'trend', 'file', 'why', 'slowest'].includes(measure);
}

export function readingIn({
  measure,
  filter,
  rate,
  shareOf,
  duration,
  taken,
  part,
  projects,
}: CallOf<'ask'>): Reading {
  if (measure === 'projects' && projects) return { measure, filter, projects };
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
  // 10月的按时率多少，11月到现在: times in clauses of their own are no one span.
  const said = (part: string) => periods.some((one) => part.includes(whole.heard.get(one) ?? ','));
  const apart =
    periods.length > 1 && !/[比较]|增减/u.test(text) && text.split(/[,，;；]/u).filter(said).length > 1;
  const asks = more || faster || compared || apart || tags.has('each');
  if (whole.by || whole.doubt || whole.left.length > 0 || !asks) return undefined;
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
        : compared && !faster && !more && !apart
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
