/** Rates, durations, comparisons, dates and names: a reading becomes a query here, within what the reader may see. */
import { type DrawnFigure as Drawn, figuresCard } from '../cards/figures-answer.ts';
import { beforeKey, groupName } from '../cards/issue-groups.ts';
import { TITLE_WORDS } from '../cards/words.ts';
import * as words from '../cards/words-figures.ts';
import * as ranks from '../cards/words-ranks.ts';
import { refusalText } from '../cards/words-refusals.ts';
import type { IssueQuery } from '../db/issue-list.ts';
import {
  countOutcomes,
  type Outcomes,
  overdueByDay,
  type TakenEdge,
  takenEdges,
} from '../db/issue-outcomes.ts';
import type { Tx } from '../db/open.ts';
import type { Answer } from '../domain/answer.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { GroupKey } from '../domain/issue-filter.ts';
import { cutTo, standingOf } from '../domain/ranking.ts';
import type { Reading } from '../domain/reading.ts';
import { averageOfEdges, percent } from '../domain/stats.ts';
import { addDays, type Day, dayOf, daysBetween } from '../domain/time.ts';
import { daysOverdue } from '../domain/worktime.ts';
import { shortUnitName } from '../text/names.ts';
import { spanText } from '../text/period.ts';
import type { ViewContext } from '../text/view.ts';
import { type DrawnAnswer, type Viewer, viewContext } from './context.ts';
import { part, steps } from './events.ts';
import { extremesOf } from './extremes.ts';
import { firstsOf } from './group-firsts.ts';
import { namedOf, overlaps, peopleOfRows, type RowsOf, rowsOf } from './group-rows.ts';
import { moreInPrivate, type Narrowed, narrow, onlyHere, peopleIn } from './issue-list.ts';
import { countOf, RATE_PARTS, total } from './outcomes.ts';
import { comparedFigure, comparedStanding, daysIn, onDays, series } from './over-time.ts';
import { maySeeProject } from './project.ts';
import { forecast, holder, holdersOf } from './project-figures.ts';
import { shareOfAll } from './share-of-all.ts';

export async function drawFigures(
  tx: Tx,
  { reading, lead, others }: Answer & { kind: 'figures' },
  viewer: Viewer,
): Promise<DrawnAnswer> {
  const { projectId } = reading;
  const project = projectId === undefined ? undefined : viewer.directory.project(projectId);
  if (projectId !== undefined && !(project && maySeeProject(project, viewer)))
    return { kind: 'text', text: refusalText({ code: 'not-yours-to-see' }) };
  const narrowed = narrow(reading.filter, viewer);
  if (!narrowed) return onlyHere(tx, viewer);
  const { filter, place } = narrowed;
  const context = await viewContext(tx, viewer, {
    personIds: [
      ...peopleIn(filter),
      ...contactIds(reading, viewer),
      ...peopleOfRows(reading.by, viewer.directory),
    ],
  });
  const drawn = await drawnFigure(tx, reading, narrowed, context);
  const more = reading.measure === 'who' ? undefined : moreInPrivate(viewer);
  const correctable = reading.measure === 'who' || reading.measure === 'forecast' ? {} : { reading };
  const view = { filter, place, lead, more, others, ...drawn, ...correctable };
  return { kind: 'card', card: figuresCard(view, context) };
}

/** What the reading says, without a card around it. */
export function drawnFigure(
  tx: Tx,
  reading: Reading,
  narrowed: Narrowed,
  ctx: ViewContext,
): Promise<Drawn> | Drawn {
  const { measure, compared } = reading;
  const { query } = narrowed;
  if (compared && (measure === 'rate' || measure === 'duration'))
    return comparedFigure(tx, reading, query, ctx);
  if (compared && measure === 'trend' && daysIn(reading.filter) === undefined)
    return comparedStanding(tx, reading, query, ctx);
  switch (measure) {
    case 'series':
      return series(tx, reading, query, ctx);
    case 'duration':
      return duration(tx, reading, narrowed, ctx);
    case 'trend':
      return trend(tx, reading, narrowed, ctx);
    case 'who':
      return holder(reading, ctx) ?? who(reading, ctx);
    case 'forecast':
      return forecast(tx, reading, narrowed, ctx);
    case 'steps':
      return steps(tx, reading, narrowed, ctx);
    case 'part':
      return part(tx, reading, narrowed, ctx);
    default:
      return rate(tx, reading, narrowed, ctx);
  }
}

interface Row {
  id: GroupKey | null;
  value: number | null;
  text: string;
}

function inOrder(rows: Row[], { most }: Reading): Row[] {
  const low = most === 'low';
  const last = low ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const order = (row: Row) => row.value ?? last;
  return rows.toSorted((a, b) => {
    if ((a.id === null) !== (b.id === null)) return a.id === null ? 1 : -1;
    const level = order(a) === order(b);
    return (level ? 0 : low ? order(a) - order(b) : order(b) - order(a)) || beforeKey(a.id, b.id);
  });
}

const isLevel = (a: Row, b: Row) => a.value === b.value;

/** The rows that are told, in their order, and what is said of the order; `title`: behind what is measured. */
function ranked(all: readonly Row[], reading: Reading, ctx: ViewContext) {
  const { by, most, top, standing, bound, measure } = reading;
  const days = measure === 'duration';
  const rows = inOrder([...all], reading).filter((row) => fitsBound(row, bound));
  if (!by || (most !== 'high' && most !== 'low'))
    return { title: '', lead: [], lines: boundLines(rows, reading), rows };
  // What cannot be measured has no place.
  const known = rows.filter(({ id, value }) => id !== null && value !== null);
  const groups = TITLE_WORDS.groups[by](known.length);
  if (standing !== undefined) {
    const name = groupName(by, standing, ctx);
    const place = standingOf(known, ({ id }) => id === standing, isLevel);
    const line = place ? ranks.standingText(name, most, place, top, days) : ranks.noStandingText(name);
    return { title: ranks.placeTitle(name), lead: [], lines: [line], rows };
  }
  const lead = firstsOf(known, reading, ctx);
  if (top === undefined || known.length === 0)
    return { title: '', lead, lines: boundLines(rows, reading), rows };
  const cut = cutTo(known, top, isLevel);
  return {
    title: ranks.rankedMeasureText(most, top, groups, days),
    lead,
    lines: cut.length > top ? [ranks.levelText(top, cut.length)] : [],
    rows: cut,
  };
}

/** 排第几: the place first, then what all come to. */
function placed(
  standing: number | undefined,
  all: readonly string[],
  lines: readonly string[] = [],
): string[] {
  return standing === undefined ? [...all, ...lines] : [...lines, ...all];
}

function fitsBound({ id, value }: Row, bound: Reading['bound']): boolean {
  if (!bound) return true;
  return id !== null && value !== null && within(value, bound);
}

function within(value: number, { least, most, over, under }: NonNullable<Reading['bound']>): boolean {
  return (
    (least === undefined || value >= least) &&
    (most === undefined || value <= most) &&
    (over === undefined || value > over) &&
    (under === undefined || value < under)
  );
}

function boundLines(rows: readonly Row[], { by, bound }: Reading): string[] {
  if (!by || !bound) return [];
  return [
    ranks.boundedGroupsText(
      ranks.boundedRateText(bound),
      TITLE_WORDS.groups[by](rows.length),
      rows.length > 0,
    ),
  ];
}

/** Areas count with all below them, as lists do; what projects have with all of them. */
function joined(rows: readonly Outcomes[], rowsOfOne: RowsOf): Outcomes[] {
  const apart = rows.flatMap((one) => rowsOfOne(one.id).map((id) => ({ ...one, id })));
  return [...Map.groupBy(apart, ({ id }) => id)].map(([id, some]) => ({ ...total(some), id }));
}

async function rate(tx: Tx, reading: Reading, narrowed: Narrowed, ctx: ViewContext): Promise<Drawn> {
  const { rate: kind = 'closed', by, bound, standing } = reading;
  const { query, filter, place } = narrowed;
  if (kind === 'share' && reading.shareOf) return shareOfAll(tx, narrowed, ctx, reading.shareOf);
  const rows = rowsOf(by, filter, place, ctx.directory);
  const counted = await outcomes(tx, reading, query);
  const partCounted = await partOf(tx, reading, query);
  const part = joined(partCounted, rows);
  const told = (one: Outcomes): Row => {
    const [some, all] =
      kind === 'share' ? [part.find(({ id }) => id === one.id)?.all ?? 0, one.all] : RATE_PARTS[kind](one);
    const value = percent(some, all);
    return { id: one.id, value, text: words.rateText(kind, some, all, value, one.wholly) };
  };
  const sum = total(counted);
  const all =
    kind === 'share'
      ? (() => {
          const some = total(partCounted).all;
          const value = percent(some, sum.all);
          return { value, text: words.rateText(kind, some, sum.all, value) };
        })()
      : told(sum);
  const found = joined(counted, rows);
  const none = missing(reading, narrowed, found).map((id) => ({ ...total([]), id }));
  const order = by ? ranked([...found, ...none].map(told), reading, ctx) : undefined;
  const reached =
    bound && !by && all.value !== null
      ? [ranks.reachedText(ranks.boundedRateText(bound), within(all.value, bound))]
      : [];
  return {
    measured:
      words.MEASURE_TITLES[kind] +
      (all.value === null || standing !== undefined ? '' : ` ${all.value}%`) +
      (order?.title ?? ''),
    lines: [...(order?.lead ?? []), ...placed(standing, [all.text, ...reached], order?.lines)],
    ...(by && order && { groups: { by, rows: order.rows } }),
    value: all.value,
    note: words.RATE_NOTES[kind] + (overlaps(by, counted, rows) ? ranks.ROWS_OVERLAP : ''),
    listed: true,
  };
}

function outcomes(tx: Tx, { rate: kind, by }: Reading, query: IssueQuery): Promise<Outcomes[]> {
  const { colors: _c, overdue: _o, onAgenda: _a, extension: _e, ...rest } = query.filter;
  const filter = kind === 'share' ? { ...rest, statuses: [...OPEN_STATUSES] } : query.filter;
  return countOutcomes(tx, { ...query, filter }, by);
}

async function partOf(tx: Tx, { rate: kind, by }: Reading, query: IssueQuery): Promise<Outcomes[]> {
  return kind === 'share' ? countOutcomes(tx, query, by) : [];
}

async function duration(tx: Tx, reading: Reading, narrowed: Narrowed, ctx: ViewContext): Promise<Drawn> {
  const { duration: kind = 'average', by, taken, standing } = reading;
  const rows = rowsOf(by, narrowed.filter, narrowed.place, ctx.directory);
  const { calendar } = ctx.directory;
  if (taken === 'overdue') return overdueDays(tx, reading, narrowed, ctx);
  const edges = await takenEdges(tx, narrowed.query, by, taken);
  const all = averageOfEdges(edges, calendar);
  const extreme = kind === 'average' ? undefined : await extremesOf(tx, narrowed.query, kind, ctx);
  const told = (some: readonly TakenEdge[], value: number | null) =>
    taken
      ? words.takenText(taken, countOf(some), value)
      : value === null
        ? words.NO_DURATION
        : words.averageText(countOf(some), value);
  const apart = edges.flatMap((one) => rows(one.id).map((id) => ({ ...one, id })));
  const groups = [...Map.groupBy(apart, ({ id }) => id)].map(([id, own]): Row => {
    const value = averageOfEdges(own, calendar);
    return { id, value, text: told(own, value) };
  });
  const none = missing(reading, narrowed, groups).map(
    (id): Row => ({ id, value: null, text: told([], null) }),
  );
  const order = by ? ranked([...groups, ...none], reading, ctx) : undefined;
  return {
    measured: (taken ? words.TAKEN_TITLES[taken] : words.MEASURE_TITLES[kind]) + (order?.title ?? ''),
    lines: (order?.lead ?? []).concat(
      placed(
        standing,
        [
          ...(kind !== 'average' && extreme ? [words.extremeText(kind, extreme.found, extreme)] : []),
          told(edges, all),
        ],
        order?.lines,
      ),
    ),
    ...(by && order && { groups: { by, rows: order.rows } }),
    value: all,
    note: taken ? words.TAKEN_NOTES[taken] : words.DURATION_NOTE,
    listed: true,
  };
}

/** Those of several that were named and have nothing to be measured. */
function missing({ by }: Reading, { filter, place }: Narrowed, found: readonly { id: GroupKey | null }[]) {
  return namedOf(filter, by, by === 'unit' ? { whole: true } : place).filter(
    (id) => !found.some((one) => one.id === id),
  );
}

/** 平均逾期几天: of what is overdue now. */
async function overdueDays(tx: Tx, reading: Reading, narrowed: Narrowed, ctx: ViewContext): Promise<Drawn> {
  const { by } = reading;
  const { clock } = ctx.directory;
  const late = await overdueByDay(tx, narrowed.query, by);
  const told = (id: GroupKey | null, some: readonly { day: Day; count: number }[]): Row => {
    const count = some.reduce((sum, one) => sum + one.count, 0);
    const days = some.reduce((sum, one) => sum + one.count * daysOverdue(one.day, ctx.now, clock), 0);
    const value = count === 0 ? null : Math.round((days / count) * 10) / 10;
    return { id, value, text: words.takenText('overdue', count, value) };
  };
  const rows = rowsOf(by, narrowed.filter, narrowed.place, ctx.directory);
  const apart = late.flatMap((one) => rows(one.id).map((id) => ({ ...one, id })));
  const groups = [...Map.groupBy(apart, ({ id }) => id)].map(([id, own]) => told(id, own));
  const order = by ? ranked(groups, reading, ctx) : undefined;
  return {
    measured: words.TAKEN_TITLES.overdue + (order?.title ?? ''),
    lines: [...(order?.lead ?? []), ...placed(reading.standing, [told(null, late).text], order?.lines)],
    ...(by && order && { groups: { by, rows: order.rows } }),
    note: words.TAKEN_NOTES.overdue,
    listed: true,
  };
}

async function trend(
  tx: Tx,
  reading: Reading,
  { query, filter }: Narrowed,
  ctx: ViewContext,
): Promise<Drawn> {
  const today = dayOf(ctx.now, query.timeZone);
  const days = daysIn(filter);
  const { compared } = reading;
  if (!days || !compared) throw new Error('a trend without its periods');
  const { clock, from, to } = days;
  const countIn = async (first: Day, last: Day) => {
    const spanned = onDays(query.filter, clock, { from: first, to: last });
    const [found] = await countOutcomes(tx, { ...query, filter: spanned });
    return found?.all ?? 0;
  };
  const open = from <= today && today < to;
  const passed = daysBetween(from, today);
  const same = addDays(compared.from, passed);
  const name = (first: Day, last: Day) => spanText(first, last, today);
  const now = { name: name(from, to), count: await countIn(from, to), open };
  const before = { name: name(compared.from, compared.to), count: await countIn(compared.from, compared.to) };
  const fair =
    open && same < compared.to
      ? { name: name(compared.from, same), count: await countIn(compared.from, same) }
      : undefined;
  const said = clock === 'closed' ? '办结' : '登记';
  return {
    measured: `比${before.name}`,
    lines: words.trendText(said, now, before, fair).split('\n'),
    listed: true,
  };
}

function contactIds({ filter, categoryId, projectId }: Reading, { directory }: Viewer): (number | null)[] {
  const unitId =
    filter.unitIds?.[0] ?? (categoryId === undefined ? undefined : directory.category(categoryId)?.unitId);
  const unit = directory.unit(unitId ?? -1);
  const project = directory.project(projectId ?? -1);
  return [unit?.headId ?? null, unit?.coordinatorId ?? null, ...holdersOf(project)];
}

/** Whose a unit's, or a kind of matter's, business is. */
function who({ filter, categoryId }: Reading, ctx: ViewContext): Drawn {
  const { directory, people } = ctx;
  const category = categoryId === undefined ? undefined : directory.category(categoryId);
  const unit = directory.unit(filter.unitIds?.[0] ?? category?.unitId ?? -1);
  const name = (id: number | null | undefined) => (id == null ? undefined : people.get(id)?.name);
  const unitName = unit && shortUnitName(ctx, unit.id);
  return {
    title: category ? `${category.name}类` : (unitName ?? ''),
    measured: words.MEASURE_TITLES.who,
    lines: [
      ...(category ? [words.categoryUnitText(category.name, unitName)] : []),
      ...(unit && unitName ? [words.contactText(unitName, name(unit.headId), name(unit.coordinatorId))] : []),
    ],
    listed: false,
  };
}
