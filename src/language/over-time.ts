/**
 * Two times side by side, and one after the other: 满意率比去年高了还是低了, 每个星期新增多少又办掉多少. The words that only
 * compare are taken out; what is left must be understood to the end like any question, or the whole is asked back.
 */
import { todayOf } from '../domain/directory.ts';
import type { IssueFilter } from '../domain/issue-filter.ts';
import { rangeOf } from '../domain/period.ts';
import type { Reading } from '../domain/reading.ts';
import { addDays, addMonths, type Day, datePartsOf, daysBetween } from '../domain/time.ts';
import { unaccounted } from './accounted.ts';
import type { ReadContext } from './definition.ts';
import { filterOf } from './filter-of.ts';
import { type Heard, heardIn } from './heard-times.ts';
import type { ComparingKind } from './lexicon/comparing.ts';
import { type QueryWord, SILENT } from './lexicon/query-word.ts';
import type { Phrase } from './phrase.ts';
import { durationOf, rateOf } from './rate-of.ts';
import { whole } from './reading-part.ts';
import type { Scan } from './scanned.ts';
import { seriesOf } from './series-of.ts';
import { scanHeard } from './sounds.ts';
import { goOn, type Topic } from './topic.ts';

/** What is read, of which words; `unread` with `past`: a state no past day can be asked for. */
export type OverTime = { scan: Scan } & ({ reading: Reading; past?: undefined } | { past: string });

/** Words that may stand beside a comparison. */
const ALLOWED: readonly QueryWord['tag'][] = [
  ...SILENT,
  ...(['count', 'which', 'everywhere', 'here', 'state', 'me', 'our-unit', 'enterprise', 'staff'] as const),
  ...(['basis', 'rate', 'duration', 'how', 'why', 'with-color', 'told-to', 'trend', 'not'] as const),
  ...(['more', 'each'] as const),
];

/** Which of several, in which order: of one figure of two times there is none. */
const RANKED = ['top', 'standing', 'sorted', 'bound', 'ofAll', 'less', 'alsoBy'] as const;

/** Nothing else is narrowed than a comparison can keep to. */
function isPlain(scan: Scan, more: readonly QueryWord['tag'][]): boolean {
  return (
    scan.left.length === 0 &&
    scan.doubt === undefined &&
    scan.clashes.length === 0 &&
    scan.by === undefined &&
    scan.having === undefined &&
    scan.step === undefined &&
    scan.times === undefined &&
    scan.taken === undefined &&
    scan.longest === undefined &&
    RANKED.every((key) => scan[key] === undefined) &&
    scan.ages.length === 0 &&
    scan.kinds.length === 0 &&
    scan.nodes.length === 0 &&
    scan.basis !== 'due' &&
    (scan.except?.states ?? []).length === 0 &&
    [...scan.tags.keys()].every((tag) => ALLOWED.includes(tag) || more.includes(tag))
  );
}

/**
 * undefined: nothing is compared, or not to the end understood.
 * @param before what was asked last: whose and what, where this does not say it (跟去年比快了没有)
 */
export function overTimeIn(phrase: Phrase, context: ReadContext, before?: Topic): OverTime | undefined {
  const heard = heardIn(phrase, context);
  if (!heard || heard.rivals) return undefined;
  const said = new Map(heard.said);
  heard.said = said;
  const today = todayOf(context);
  const scan = scanHeard(heard.rest, context);
  // 最近越来越多: how it went lately, not the newest.
  if (!isPlain(scan, said.has('growing') || said.has('changed') ? ['newest'] : [])) return undefined;
  if (before && !isPlain(goOn(before, scan), [])) return undefined;
  const merged = before ? goOn(before, scan) : scan;
  const tags = new Map([...merged.tags].filter(([tag]) => tag !== 'newest'));
  const place: Scan = { ...merged, tags, periods: [] };
  // 分月看一下, after what came since October: of those months.
  if (before && heard.times.length === 0 && said.has('apart'))
    heard.times = before.periods.flatMap(({ period: { from, until } }) =>
      daysBetween(from, until < today ? until : today) > 31 ? { at: 0, from, until, point: false } : [],
    );
  delete place.point;
  // 年底能清完吗: nobody foretells.
  if (said.has('pace')) {
    const [ahead] = heard.times.filter(({ until }) => until > today);
    if (ahead) heard.ahead = ahead.until;
    heard.times = heard.times.filter(({ until }) => until <= today);
  }
  if (heard.times.some(({ from }) => from > today) || heard.times.length > 2) return undefined;
  const alone = isAlone(place);
  // 跟上周比这周是好了还是差了: of nothing, so how both went.
  const better = (said.get('changed') ?? []).some((word) => /[好坏差]/.test(word));
  const [time] = heard.times;
  if (better && alone && time && !hasSubject(place, heard) && !before && !said.has('same')) {
    const from = heard.times.map((one) => one.from).toSorted()[0] ?? time.from;
    const [until = today] = heard.times
      .map((one) => one.until)
      .toSorted()
      .slice(-1);
    heard.times = [{ ...time, from, until: heard.links.length > 0 || until > today ? today : until }];
    said.set('form', []);
    said.set('apart', [lengthOf(heard.times[0] ?? time)]);
  }
  const tells = TELLING.some((kind) => said.has(kind)) || goesOn(heard, today);
  if (!tells && !SETTING.some((kind) => said.has(kind))) return undefined;
  // 比上个月快了没 is of what was asked before.
  if (alone && !said.has('form') && !said.has('pace') && !hasSubject(place, heard)) return undefined;
  const past = pastState(place);
  if (past !== undefined)
    return heard.times.length > 0 || tells || said.has('changed') ? { scan: place, past } : undefined;
  const series = tells || (alone && !saysProblems(place) && !saysFaster(heard));
  const reading = series
    ? seriesOf(place, heard, alone, context, today)
    : comparedOf(place, heard, context, today);
  return reading && showsAll(place, reading, context) ? { scan: place, reading } : undefined;
}

/** Weeks are told week by week, months month by month. */
function lengthOf({ from }: { from: Day }): string {
  return rangeOf('month', 0, from)[0] === from ? '月' : rangeOf('week', 0, from)[0] === from ? '周' : '天';
}

const TELLING: readonly ComparingKind[] = ['growing', 'apart', 'form', 'pace'];
const SETTING: readonly ComparingKind[] = ['changed', 'link', 'same', 'before'];

function isAlone({ states, rate, duration, basis }: Scan): boolean {
  return states.length === 0 && rate === undefined && duration === undefined && basis === undefined;
}

/** 问题, or a kind of them. */
const saysProblems = ({ tags, categoryIds }: Scan) => tags.has('noun') || categoryIds.length > 0;

/** It says of what, or whose: 问题越来越多了吗, 供电公司三季度比二季度快了吗. */
function hasSubject(place: Scan, { times, said }: Heard): boolean {
  const named = [place.unitIds, place.projectIds, place.areaIds, place.personOpenIds, place.texts];
  if (saysProblems(place) || named.some((list) => list.length > 0) || place.someone !== undefined)
    return true;
  return times.length > 1 && (place.tags.has('how') || said.has('growing'));
}

/** Whose and which of it narrows the reading; what is measured is read here. */
function showsAll(place: Scan, reading: Reading, context: ReadContext): boolean {
  const { rate: _r, duration: _d, basis: _b, ...rest } = place;
  const tags = new Map(
    [...place.tags].filter(([tag]) => !['rate', 'duration', 'count', 'basis', 'trend'].includes(tag)),
  );
  return unaccounted({ ...rest, states: [], tags }, reading, context).length === 0;
}

/** 最近几个月逾期的多了没有, 这三个月满意度掉下来没有: no time is set beside another, so it is told how it went within the one. */
function goesOn({ said, times, links }: Heard, today: Day): boolean {
  const [time, second] = times;
  if (!time && said.has('lately')) return said.has('changed');
  if (!time || second || time.point || links.length > 0 || !said.has('changed')) return false;
  return time.until === today && !time.from.endsWith('-01') && daysBetween(time.from, time.until) > 30;
}

/** A state that nobody can work back to a past day: a colour, 待签收, 待转办. */
export function pastState({ states, heard, rate }: Scan): string | undefined {
  const told = ['open', 'overdue', 'closed', 'all'];
  const other = states.find(
    (s) => !told.includes(s.kind) && !(s.kind === 'status' && ['paused', 'verifying'].includes(s.status)),
  );
  if (other) return heard.get(other) ?? '';
  return rate === 'share' ? (heard.get('rate') ?? '') : undefined;
}

interface Span {
  from: Day;
  to: Day;
}

/** Cut like a whole month, week, quarter, half or year, else by its number of days: the same length before it. */
export function spanBefore({ from, to }: Span, today: Day): Span {
  for (const kind of ['day', 'week', 'month', 'quarter', 'year'] as const) {
    const [first, last] = rangeOf(kind, 0, from);
    if (first !== from || (last !== to && !(to === today && last > to))) continue;
    const [a, b] = rangeOf(kind, -1, from);
    // 今年以来: as many days of the year before.
    const same = addDays(a, daysBetween(from, to));
    return { from: a, to: last === to || same > b ? b : same };
  }
  const { month } = datePartsOf(from);
  if (from.endsWith('-01') && addDays(addMonths(from, 6), -1) === to && (month === 1 || month === 7))
    return { from: addMonths(from, -6), to: addDays(from, -1) };
  const days = daysBetween(from, to) + 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

/** The one of the same length that runs now; undefined: it is none that a later one follows. */
function currentOf({ from, to }: Span, today: Day): Span | undefined {
  for (const kind of ['day', 'week', 'month', 'quarter', 'year'] as const) {
    const [first, last] = rangeOf(kind, 0, from);
    if (first !== from || last !== to) continue;
    const [a, b] = rangeOf(kind, 0, today);
    return a > from ? { from: a, to: b } : undefined;
  }
  // 去年同期: up to this day.
  return addMonths(to, 12) === today ? { from: addMonths(from, 12), to: today } : undefined;
}

/** 季度环比 */
const EVERY: Record<string, 'week' | 'quarter' | 'year'> = { 周: 'week', 季: 'quarter', 年: 'year' };

/** Both spans, the later one first; undefined where only one can be told. */
function spansOf({ said, times, links }: Heard, today: Day): { later: Span; earlier: Span } | undefined {
  const spans = times.filter(({ point }) => !point).map(({ at, from, until }) => ({ at, from, to: until }));
  const [first, second] = spans;
  if (said.has('same')) {
    if (second) return undefined;
    const [from, until] = rangeOf('year', 0, today);
    const later = first ? { from: first.from, to: first.to } : { from, to: until };
    const end = later.to > today ? today : later.to;
    return {
      later,
      earlier: {
        from: addMonths(later.from, -12),
        to: later.to > today ? addMonths(end, -12) : yearBack(later.to),
      },
    };
  }
  if (first && second) {
    const [earlier, later] = [first, second].toSorted((a, b) =>
      a.from < b.from || (a.from === b.from && a.to < b.to) ? -1 : 1,
    );
    // 最近一个月比上一个月, 10月比上一个月: as long, and before it.
    if (earlier && later && earlier.to >= later.from && areAsLong(earlier, later))
      return { later, earlier: spanBefore(later, today) };
    if (!earlier || !later) return undefined;
    return { later: { from: later.from, to: later.to }, earlier: { from: earlier.from, to: earlier.to } };
  }
  if (!first) {
    const kind = EVERY[said.get('before')?.[0]?.charAt(0) ?? ''] ?? 'month';
    const [from, to] = rangeOf(kind, 0, today);
    return { later: { from, to }, earlier: spanBefore({ from, to }, today) };
  }
  const span = { from: first.from, to: first.to };
  // 比去年, 跟上月比: the earlier one.
  const compared = links.length > 0 && span.to < today;
  if (!compared) return { later: span, earlier: spanBefore(span, today) };
  const later = currentOf(span, today);
  return later && { later, earlier: span };
}

function areAsLong(a: Span, b: Span): boolean {
  return Math.abs(daysBetween(a.from, a.to) - daysBetween(b.from, b.to)) < 4;
}

/** The last day of a month stays the last. */
function yearBack(day: Day): Day {
  return addDays(addMonths(addDays(day, 1), -12), -1);
}

/** 快了还是慢了: how long it took. */
function saysFaster({ said }: Heard): boolean {
  return (said.get('changed') ?? []).some((word) => /[快慢]|缩短|延长/.test(word));
}

function comparedOf(place: Scan, heard: Heard, context: ReadContext, today: Day): Reading | undefined {
  const stock =
    place.states.length > 0 && place.states.every(({ kind }) => ['open', 'overdue', 'status'].includes(kind));
  if (stock) return place.basis || place.rate ? undefined : standing(place, heard, context, today);
  // A time by itself, or two, of what came: a point of time is for what stood.
  if (heard.times.some(({ point }) => point)) return undefined;
  const spans = spansOf(heard, today);
  if (!spans) return undefined;
  const { later, earlier } = spans;
  const timed: Scan = { ...place, periods: [{ from: later.from, until: later.to, past: true }] };
  const measured = (part: { reading: Reading; unread: string[] }): Reading | undefined =>
    part.unread.length > 0 ? undefined : { ...part.reading, compared: earlier };
  if (place.rate) return measured(rateOf(timed, context));
  if (place.duration || saysFaster(heard)) {
    const { duration: _, ...rest } = timed;
    return measured(durationOf({ ...rest, duration: 'average' }, context));
  }
  const closed = place.states.some(({ kind }) => kind === 'closed');
  if (closed && place.basis === 'logged') return undefined;
  if (!closed && place.basis === undefined && !saysProblems(place)) return undefined;
  const base = whole({ ...place, periods: [] }, context, closed ? 'closed' : 'logged');
  const filter: IssueFilter = closed
    ? { ...base, statuses: ['closed'], closedFrom: later.from, closedTo: later.to }
    : { ...base, loggedFrom: later.from, loggedTo: later.to };
  return { measure: 'trend', filter, compared: earlier };
}

/** 没办完的比上周同一天多了还是少了: now, or when the later one of two was over, beside when the earlier one was. */
function standing(place: Scan, heard: Heard, context: ReadContext, today: Day): Reading | undefined {
  if (heard.said.has('same') && heard.times.length > 0) return undefined;
  // 待核验的逾期的: no clock runs there now, and of a past day either alone is known.
  const late = place.states.some(({ kind }) => kind === 'overdue');
  if (late && place.states.some(({ kind }) => kind === 'status')) return undefined;
  const ends = heard.times.map(({ until }) => until).toSorted();
  const [first, second] = ends;
  const ago = heard.said.has('same') ? addMonths(today, -12) : undefined;
  const [earlier, later] =
    ago !== undefined
      ? [ago, undefined]
      : second !== undefined
        ? [first, second]
        : first === undefined
          ? [rangeOf('month', -1, today)[1], undefined]
          : // 本周逾期的变多了没: since it began.
            first >= today
            ? [addDays(heard.times[0]?.from ?? today, -1), undefined]
            : [first, undefined];
  if (earlier === undefined || earlier >= today || earlier === later) return undefined;
  const point = later !== undefined && later < today ? { point: { day: later, heard: '' } } : {};
  const found = filterOf({ ...place, ...point }, context);
  const { sort: _, ...filter } = found;
  return { measure: 'trend', filter, compared: { from: earlier, to: earlier } };
}
