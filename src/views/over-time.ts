/** Two times side by side, and spans one after the other: each figure is counted as it would be alone. */
import * as words from '../cards/words-over-time.ts';
import { countByColor, countUnknownOn, type IssueQuery } from '../db/issue-list.ts';
import { countOutcomes, takenEdges } from '../db/issue-outcomes.ts';
import type { Tx } from '../db/open.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { IssueFilter } from '../domain/issue-filter.ts';
import { rangeOf } from '../domain/period.ts';
import type { Reading, Series, SeriesFigure } from '../domain/reading.ts';
import { spansBetween } from '../domain/series.ts';
import { averageOfEdges, percent } from '../domain/stats.ts';
import { addDays, type Day, dayOf } from '../domain/time.ts';
import { spanText } from '../text/period.ts';
import type { ViewContext } from '../text/view.ts';
import { countOf, RATE_PARTS, total } from './outcomes.ts';

/** Part and whole, or the number itself; null: of nothing. */
export interface Told {
  value: number | null;
  /** The figure with what it is taken of. */
  text: string;
}

export interface Span {
  from: Day;
  to: Day;
}

/** Which of its days: struck off last, or once, whatever became of it. */
type Clock = 'logged' | 'closed' | 'struck';

/** The filter's own days: on which clock, from when to when. */
export function daysIn(filter: IssueFilter): (Span & { clock: Clock }) | undefined {
  const { loggedFrom, loggedTo, closedFrom, closedTo, struck } = filter;
  if (struck?.from !== undefined && struck.to !== undefined)
    return { clock: 'struck', from: struck.from, to: struck.to };
  if (closedFrom !== undefined && closedTo !== undefined)
    return { clock: 'closed', from: closedFrom, to: closedTo };
  return loggedFrom !== undefined && loggedTo !== undefined
    ? { clock: 'logged', from: loggedFrom, to: loggedTo }
    : undefined;
}

export function onDays(filter: IssueFilter, clock: Clock, { from, to }: Span): IssueFilter {
  if (clock === 'struck') return { ...filter, struck: { ...filter.struck, from, to } };
  return clock === 'closed'
    ? { ...filter, closedFrom: from, closedTo: to }
    : { ...filter, loggedFrom: from, loggedTo: to };
}

/** One figure of what the query finds. */
export async function figureOf(
  tx: Tx,
  query: IssueQuery,
  of: Exclude<SeriesFigure, 'open' | 'overdue'>,
  ctx: ViewContext,
): Promise<Told> {
  if (of === 'days') {
    const edges = await takenEdges(tx, query);
    return words.daysTold(averageOfEdges(edges, ctx.directory.calendar), countOf(edges));
  }
  const found = total(await countOutcomes(tx, query));
  if (of === 'logged') return words.countTold(found.all);
  if (of === 'closed') return words.countTold(found.closed);
  const [part, whole] = RATE_PARTS[of === 'closed-rate' ? 'closed' : of](found);
  return words.rateTold(part, whole, percent(part, whole));
}

/** Open, or overdue, when the day was over; `now` as it is. */
async function standingOn(tx: Tx, query: IssueQuery, asOf: Day | 'now'): Promise<number> {
  const { asOf: _, ...filter } = query.filter;
  const wanted = asOf === 'now' ? filter : { ...filter, asOf };
  return (await countByColor(tx, { ...query, filter: wanted })).total;
}

const CLOCK: Record<Exclude<SeriesFigure, 'open' | 'overdue'>, Clock> = {
  logged: 'logged',
  closed: 'closed',
  'closed-rate': 'logged',
  'on-time': 'closed',
  satisfied: 'closed',
  reopened: 'struck',
  days: 'closed',
};

async function cellOf(
  tx: Tx,
  query: IssueQuery,
  of: SeriesFigure,
  { from, to }: Span,
  ctx: ViewContext,
): Promise<Told> {
  const today = dayOf(ctx.now, query.timeZone);
  if (of === 'open' || of === 'overdue') {
    const state = of === 'open' ? { statuses: [...OPEN_STATUSES] } : { overdue: true };
    const filter = { ...query.filter, ...state };
    return words.countTold(await standingOn(tx, { ...query, filter }, to < today ? to : 'now'));
  }
  const closed = CLOCK[of] === 'closed' ? { statuses: ['closed' as const] } : {};
  const filter = onDays({ ...query.filter, ...closed }, CLOCK[of], { from, to });
  return figureOf(tx, { ...query, filter }, of, ctx);
}

/** Each span a line, the largest named when it was asked for. */
export async function series(tx: Tx, { series: asked }: Reading, query: IssueQuery, ctx: ViewContext) {
  if (!asked) throw new Error('a series without its spans');
  const today = dayOf(ctx.now, query.timeZone);
  const { spans, by, before } = await spansHeld(tx, query, asked);
  const rows: { name: string; told: Told[] }[] = [];
  for (const span of spans) {
    const told: Told[] = [];
    for (const of of asked.of) told.push(await cellOf(tx, query, of, span, ctx));
    rows.push({ name: spanName(by, span, asked.to, today), told });
  }
  const [main] = asked.of;
  const best =
    asked.most && main
      ? words.mostOfText(
          main,
          rows.map(({ name, told }) => ({ name, value: told[0]?.value ?? null })),
          asked.most,
        )
      : [];
  const stands = asked.of.some((of) => of === 'open' || of === 'overdue');
  const [first] = spans;
  const unknown = stands && first ? await countUnknownOn(tx, query, first.to) : 0;
  const pace = asked.pace
    ? [
        ...(asked.until ? [words.NO_FORECAST] : []),
        ...paceOf(asked, spans, rows, ctx, today),
        ...(await dueBy(tx, asked, query, today)),
      ]
    : asked.mean
      ? meanOf(asked, spans, rows, today)
      : [];
  const drift = asked.drift ? driftOf({ ...asked, by }, spans, rows, today) : [];
  return {
    measured: words.seriesTitle({ ...asked, by }, spanText(first?.from ?? asked.from, asked.to, today)),
    lines: [
      ...pace,
      ...drift,
      ...best,
      ...rows.map(({ name, told }) =>
        words.rowText(
          name,
          asked.of.map((of, i) => [of, told[i]?.text ?? ''] as const),
        ),
      ),
    ],
    note:
      (asked.pace ? words.PACE_NOTE : '') +
      (before ? words.beforeBegunText(spanText(first?.from, first?.from, today)) : '') +
      words.seriesNote(asked.of, unknown),
    listed: false,
  };
}

const FINER: Partial<Record<Series['by'], Series['by']>> = { month: 'week', week: 'day' };

/** Its spans from the first in which something had been logged; `before`: some were left out for that. */
async function spansHeld(
  tx: Tx,
  query: IssueQuery,
  asked: Series,
): Promise<{ spans: Span[]; by: Series['by']; before: boolean }> {
  const all = spansBetween(asked);
  const begun = await begunAt(tx, query, all);
  // Nothing was ever logged: two that show it.
  const spans = all.slice(begun === all.length ? -2 : begun);
  const finer = asked.finer && spans.length < 3 && begun < all.length ? FINER[asked.by] : undefined;
  const [first] = spans;
  if (finer && first) {
    const cut = await spansHeld(tx, query, { ...asked, by: finer, from: first.from });
    if (cut.spans.length > spans.length && cut.spans.length <= MOST_FINER)
      return { ...cut, before: cut.before || begun > 0 };
  }
  return { spans, by: asked.by, before: begun > 0 };
}

const MOST_FINER = 14;

/** How each figure went: what stands from the first to the last, what came and went by how often it rose and fell. */
function driftOf(
  { by, of }: Series,
  spans: readonly Span[],
  rows: readonly { name: string; told: Told[] }[],
  today: Day,
): string[] {
  const over = rows.filter((_, i) => {
    const { from, to } = spans[i] ?? { from: today, to: today };
    return rangeOf(by, 0, from)[1] === to && to < today;
  });
  return of.flatMap((one, i) => {
    const all = (some: typeof rows) =>
      some.flatMap(({ name, told }) => {
        const value = told[i]?.value;
        return value === null || value === undefined ? [] : [{ name, value }];
      });
    const stands = one === 'open' || one === 'overdue';
    return stands
      ? words.fromToText(one, all(rows))
      : words.roseText(by, one, all(over), all(rows.slice(-1).filter((row) => !over.includes(row)))[0]);
  });
}

/** Of a pace until a day: what of it falls due by then. */
async function dueBy(tx: Tx, { until }: Series, query: IssueQuery, today: Day): Promise<string[]> {
  if (until === undefined) return [];
  const filter = { ...query.filter, statuses: [...OPEN_STATUSES], dueTo: until };
  const { total: due } = await countByColor(tx, { ...query, filter });
  return [words.dueByText(spanText(until, until, today), due)];
}

/** The first span in which something had been logged: those before say nothing of a pace. */
async function begunAt(tx: Tx, query: IssueQuery, spans: readonly Span[]): Promise<number> {
  for (const [i, { to }] of spans.entries()) {
    const filter = { ...query.filter, loggedTo: to };
    if (total(await countOutcomes(tx, { ...query, filter })).all > 0) return i;
  }
  return spans.length;
}

/** 本月（到今天）, not its days so far. */
function spanName(by: Series['by'], { from, to }: Span, end: Day, today: Day): string {
  const [first, last] = rangeOf(by, 0, from);
  const runs = to === today && to === end && first === from && last > to;
  return runs ? words.untilToday(spanText(first, last, today), true) : spanText(from, to, today);
}

/** 平均每周几件: of the spans that are over and whole. */
function meanOf(
  { by, of }: Series,
  spans: readonly Span[],
  rows: readonly { told: Told[] }[],
  today: Day,
): string[] {
  const whole = rows.filter((_, i) => {
    const { from, to } = spans[i] ?? { from: today, to: today };
    const [first, last] = rangeOf(by, 0, from);
    return to < today && first === from && last === to;
  });
  const sums = of.map(
    (one, i) => [one, whole.reduce((all, { told }) => all + (told[i]?.value ?? 0), 0)] as const,
  );
  return whole.length === 0 ? [] : [words.meanText(by, whole.length, sums)];
}

/** What the whole spans came to a week, and what is open: no more is known of what will be. */
function paceOf(
  { by, until }: Series,
  spans: readonly Span[],
  rows: readonly { told: Told[] }[],
  { directory }: ViewContext,
  today: Day,
): string[] {
  const { calendar } = directory;
  const whole = spans.flatMap(({ from, to }, i) => {
    const [logged, closed] = (rows[i]?.told ?? []).map(({ value }) => value ?? 0);
    const over = to < today && rangeOf(by, 0, from)[0] === from && rangeOf(by, 0, from)[1] === to;
    return over ? [{ logged: logged ?? 0, closed: closed ?? 0, from, to }] : [];
  });
  const [first, last] = [whole[0], whole.at(-1)];
  const open = rows.at(-1)?.told[2]?.value ?? 0;
  if (!first || !last || by !== 'week') return [];
  const sum = (key: 'logged' | 'closed') => whole.reduce((all, one) => all + one[key], 0);
  const days = calendar.workingDaysBetween(addDays(first.from, -1), last.to);
  const ahead = until === undefined ? undefined : calendar.workingDaysBetween(today, until);
  return words.paceText(
    { weeks: whole.length, logged: sum('logged'), closed: sum('closed'), open },
    until === undefined || ahead === undefined
      ? undefined
      : {
          name: spanText(until, until, today),
          days: ahead,
          closed: days === 0 ? 0 : (sum('closed') / days) * ahead,
        },
  );
}

/** A rate or an average of two times. */
export async function comparedFigure(tx: Tx, reading: Reading, query: IssueQuery, ctx: ViewContext) {
  const { compared, measure, rate = 'closed', filter } = reading;
  const days = daysIn(filter);
  if (!compared || !days || rate === 'share') throw new Error('a comparison without its days');
  const today = dayOf(ctx.now, query.timeZone);
  const of = measure === 'duration' ? 'days' : rate === 'closed' ? 'closed-rate' : rate;
  const told = async (span: Span) =>
    figureOf(tx, { ...query, filter: onDays(query.filter, days.clock, span) }, of, ctx);
  const open = days.from <= today && today < days.to;
  const later = { name: words.untilToday(spanText(days.from, days.to, today), open), told: await told(days) };
  const earlier = { name: spanText(compared.from, compared.to, today), told: await told(compared) };
  return {
    measured: words.comparedTitle(of, earlier.name),
    lines: words.comparedText(of, later, earlier),
    note: words.seriesNote([of], 0),
    listed: true,
  };
}

/** What is open, or overdue, at two times: the later one is now where no day is said. */
export async function comparedStanding(
  tx: Tx,
  { compared, filter }: Reading,
  query: IssueQuery,
  ctx: ViewContext,
) {
  if (!compared) throw new Error('a comparison without its day');
  const today = dayOf(ctx.now, query.timeZone);
  const name = (day: Day) => words.standingName(spanText(day, day, today));
  const later = filter.asOf ?? 'now';
  const [a, b] = [await standingOn(tx, query, later), await standingOn(tx, query, compared.to)];
  const unknown = await countUnknownOn(tx, query, compared.to);
  return {
    measured: words.standingTitle(name(compared.to)),
    lines: words.comparedText(
      'open',
      { name: later === 'now' ? words.NOW_NAME : name(later), told: words.countTold(a) },
      { name: name(compared.to), told: words.countTold(b) },
      words.stateText(filter),
    ),
    note: words.seriesNote(['open'], unknown),
    listed: true,
  };
}
