/** Rates, durations, comparisons, dates and names: a reading becomes a query here, within what the reader may see. */
import { type DrawnFigure as Drawn, figuresCard } from '../cards/figures-answer.ts';
import * as words from '../cards/words-figures.ts';
import { refusalText } from '../cards/words-refusals.ts';
import type { IssueQuery } from '../db/issue-list.ts';
import {
  countOutcomes,
  type Outcomes,
  type TakenEdge,
  type TakenSpan,
  takenEdges,
  takenSpans,
} from '../db/issue-outcomes.ts';
import type { Tx } from '../db/open.ts';
import type { Answer } from '../domain/answer.ts';
import type { Calendar } from '../domain/calendar.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { Rate, Reading } from '../domain/reading.ts';
import { averageOfEdges, percent } from '../domain/stats.ts';
import { addDays, type Day, dayOf, daysBetween } from '../domain/time.ts';
import { shortUnitName } from '../text/names.ts';
import { spanText } from '../text/period.ts';
import type { ViewContext } from '../text/view.ts';
import { type DrawnAnswer, type Viewer, viewContext } from './context.ts';
import { moreInPrivate, type Narrowed, narrow, onlyHere, peopleIn, upperAreas } from './issue-list.ts';
import { maySeeProject } from './project.ts';
import { forecast, holder, holdersOf } from './project-figures.ts';

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
    personIds: [...peopleIn(filter), ...contactIds(reading, viewer)],
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
  switch (reading.measure) {
    case 'duration':
      return duration(tx, reading, narrowed, ctx);
    case 'trend':
      return trend(tx, reading, narrowed, ctx);
    case 'who':
      return holder(reading, ctx) ?? who(reading, ctx);
    case 'forecast':
      return forecast(tx, reading, narrowed, ctx);
    default:
      return rate(tx, reading, narrowed, ctx);
  }
}

/** Part and whole of each rate. */
const PARTS: Record<Exclude<Rate, 'share'>, (found: Outcomes) => [number, number]> = {
  closed: ({ closed, all }) => [closed, all],
  'on-time': ({ onTime, rated }) => [onTime, rated],
  satisfied: ({ satisfied, answered }) => [satisfied, answered],
};

interface Row {
  id: number | null;
  value: number | null;
  text: string;
}

function inOrder(rows: Row[], { most }: Reading): Row[] {
  const low = most === 'low';
  const last = low ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const order = (row: Row) => row.value ?? last;
  return rows.toSorted((a, b) => {
    if ((a.id === null) !== (b.id === null)) return a.id === null ? 1 : -1;
    return (low ? order(a) - order(b) : order(b) - order(a)) || (a.id ?? 0) - (b.id ?? 0);
  });
}

/** Areas count with all below them, as lists do; other groups as they are. */
function rowsOf({ by }: Reading, { filter, place }: Narrowed, ctx: ViewContext) {
  return by === 'area' ? upperAreas(filter, place, ctx.directory) : (id: number | null) => id;
}

function joined(rows: readonly Outcomes[], rowOf: (id: number | null) => number | null): Outcomes[] {
  const groups = Map.groupBy(rows, ({ id }) => rowOf(id));
  return [...groups].map(([id, some]) => ({ ...total(some), id }));
}

async function rate(tx: Tx, reading: Reading, narrowed: Narrowed, ctx: ViewContext): Promise<Drawn> {
  const { rate: kind = 'closed', by } = reading;
  const { query } = narrowed;
  const rowOf = rowsOf(reading, narrowed, ctx);
  const whole = joined(await outcomes(tx, reading, query), rowOf);
  const part = joined(await partOf(tx, reading, query), rowOf);
  const told = (one: Outcomes): Row => {
    const [some, all] =
      kind === 'share' ? [part.find(({ id }) => id === one.id)?.all ?? 0, one.all] : PARTS[kind](one);
    const value = percent(some, all);
    return { id: one.id, value, text: words.rateText(kind, some, all, value) };
  };
  const sum = total(whole);
  const shareOf = { ...sum, id: null };
  const all =
    kind === 'share'
      ? (() => {
          const some = total(part).all;
          const value = percent(some, shareOf.all);
          return { value, text: words.rateText(kind, some, shareOf.all, value) };
        })()
      : told(sum);
  const rows = by ? inOrder(whole.map(told), reading) : [];
  return {
    measured: words.MEASURE_TITLES[kind] + (all.value === null ? '' : ` ${all.value}%`),
    lines: [all.text],
    ...(by && { groups: { by, rows } }),
    note: words.RATE_NOTES[kind],
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

function total(rows: readonly Outcomes[]): Outcomes {
  const sum = { id: null, all: 0, closed: 0, rated: 0, onTime: 0, answered: 0, satisfied: 0 };
  for (const row of rows)
    for (const key of ['all', 'closed', 'rated', 'onTime', 'answered', 'satisfied'] as const)
      sum[key] += row[key];
  return sum;
}

async function duration(tx: Tx, reading: Reading, narrowed: Narrowed, ctx: ViewContext): Promise<Drawn> {
  const { duration: kind = 'average', by, taken } = reading;
  const rowOf = rowsOf(reading, narrowed, ctx);
  const { calendar } = ctx.directory;
  const edges = (await takenEdges(tx, narrowed.query, by, taken)).map((one) => ({
    ...one,
    id: rowOf(one.id),
  }));
  const all = averageOfEdges(edges, calendar);
  const extreme =
    kind === 'average' ? undefined : furthest(await takenSpans(tx, narrowed.query), kind, calendar);
  const told = (some: readonly TakenEdge[], value: number | null) =>
    taken
      ? words.takenText(taken, countOf(some), value)
      : value === null
        ? words.NO_DURATION
        : words.averageText(countOf(some), value);
  const rows = [...Map.groupBy(edges, ({ id }) => id)].map(([id, own]): Row => {
    const value = averageOfEdges(own, calendar);
    return { id, value, text: told(own, value) };
  });
  return {
    measured: taken ? words.TAKEN_TITLES[taken] : words.MEASURE_TITLES[kind],
    lines: [
      ...(kind !== 'average' && extreme ? [words.extremeText(kind, extreme.issueId, extreme.days)] : []),
      told(edges, all),
    ],
    ...(by && { groups: { by, rows: inOrder(rows, reading) } }),
    note: taken ? words.TAKEN_NOTES[taken] : words.DURATION_NOTE,
    listed: true,
  };
}

function countOf(edges: readonly TakenEdge[]): number {
  return edges.reduce((sum, one) => sum + (one.ends ? one.count : 0), 0);
}

function furthest(
  spans: readonly TakenSpan[],
  kind: 'fastest' | 'slowest',
  calendar: Calendar,
): { issueId: number; days: number } | undefined {
  const taken = spans.map(({ issueId, from, to }) => ({
    issueId,
    days: Math.max(0, calendar.workingDaysBetween(from, to)),
  }));
  return taken.reduce<(typeof taken)[number] | undefined>((found, one) => {
    const further = found && (kind === 'fastest' ? one.days < found.days : one.days > found.days);
    return found === undefined || further ? one : found;
  }, undefined);
}

async function trend(
  tx: Tx,
  reading: Reading,
  { query, filter }: Narrowed,
  ctx: ViewContext,
): Promise<Drawn> {
  const closed = filter.closedFrom !== undefined;
  const today = dayOf(ctx.now, query.timeZone);
  const [from, to] = closed ? [filter.closedFrom, filter.closedTo] : [filter.loggedFrom, filter.loggedTo];
  const { compared } = reading;
  if (from === undefined || to === undefined || !compared) throw new Error('a trend without its periods');
  const countIn = async (first: Day, last: Day) => {
    const span = closed ? { closedFrom: first, closedTo: last } : { loggedFrom: first, loggedTo: last };
    const [found] = await countOutcomes(tx, { ...query, filter: { ...query.filter, ...span } });
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
  const said = closed ? '办结' : '登记';
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
