/** Figures of each unit, project, category, month or area, and the chart of them. */
import type { Chart } from '../../cards/element.ts';
import type { Tx } from '../../db/open.ts';
import type { Directory } from '../../domain/directory.ts';
import { monthOf } from '../../domain/period.ts';
import type { Asked, ColumnName, Grouping } from '../../domain/statistics/asked.ts';
import { NOTHING, sumOf } from '../../domain/statistics/figure.ts';
import { addMonths, dayOf } from '../../domain/time.ts';
import { shortProjectName } from '../../text/names.ts';
import type { ViewContext } from '../../text/view.ts';
import type { GroupRow, Picture } from './card.ts';
import { axisName, barChart, LIGHT_FILLS, lineChart, type Series, TWO } from './card-chart.ts';
import { type Figures, type GroupFigures, loadGroups } from './figures.ts';
import { PROBLEM_METRICS } from './metrics-issues.ts';
import { unitTitle } from './parts.ts';
import type { Opened } from './scope.ts';
import type { GroupKey } from './store.ts';
import { GROUPLESS, STATISTICS } from './words.ts';
import { METRIC_WORDS, type MetricId } from './words-metrics.ts';

const BARS = 12;
const MONTHS = 24;
const LIGHTS = ['red', 'yellow', 'blue', 'green', 'paused'] as const;
const TOLD: readonly MetricId[] = ['raised', 'closed', 'open', 'onTime', ...LIGHTS];

interface Wanted {
  asked: Asked;
  opened: Opened;
  /** The column rows are ordered by and charts are drawn of. */
  opens: ColumnName;
}

export interface Groups {
  by: Grouping;
  rows: GroupRow[];
  /** Which of the columns the chart is of. */
  at: number;
}

const metricsOf = (ids: readonly MetricId[]) => PROBLEM_METRICS.filter(({ id }) => ids.includes(id));
const n = (figures: Figures, id: MetricId, at: number) => (figures.get(id)?.[at] ?? NOTHING).n;

/** Largest first by what was raised, then by what is open; months in their order; what has no name at the end. */
export async function loadGroupRows(
  tx: Tx,
  { asked, opened, opens, by }: Wanted & { by: Grouping },
  ctx: ViewContext,
): Promise<Groups> {
  const { asking, columns } = opened;
  const at = Math.max(
    0,
    columns.findIndex(({ name }) => name === opens),
  );
  if (by === 'month') return { by, rows: await monthRows(tx, { asked, opened, opens }), at: 0 };
  const loaded = await loadGroups(tx, metricsOf(TOLD), asking, { columns, by });
  const groups = by === 'area' ? byUpperArea(loaded, opened, ctx.directory) : loaded;
  const rows = [...groups].map(([key, figures]) => ({
    key,
    name: nameOf(by, key, ctx),
    asked: oneOf(asked, by, key),
    figures,
  }));
  const size = ({ figures }: GroupRow) => [n(figures, 'raised', at), n(figures, 'open', 0)] as const;
  return {
    by,
    at,
    rows: rows
      .filter(({ figures }) => TOLD.some((id) => figures.get(id)?.some((tally) => tally.n > 0)))
      .toSorted((a, b) => {
        if ((a.key === null) !== (b.key === null)) return a.key === null ? 1 : -1;
        const [[raisedA, openA], [raisedB, openB]] = [size(a), size(b)];
        return raisedB - raisedA || openB - openA || (a.name < b.name ? -1 : 1);
      }),
  };
}

/** The last months of the days the chart is of, from the first with anything; one without anything is told as such. */
async function monthRows(tx: Tx, { asked, opened, opens }: Wanted): Promise<GroupRow[]> {
  const { asking, columns } = opened;
  const own = columns.filter(({ name }) => name === opens);
  const ids: readonly MetricId[] = ['raised', 'closed', 'onTime'];
  const months = await loadGroups(tx, metricsOf(ids), asking, { columns: own, by: 'month' });
  const known = [...months]
    .flatMap(([month, figures]) =>
      month !== null && n(figures, 'raised', 0) + n(figures, 'closed', 0) > 0 ? [String(month)] : [],
    )
    .toSorted();
  const today = dayOf(asking.now, asking.directory.settings.timeZone);
  const until = own[0]?.to != null && own[0].to < today ? own[0].to : today;
  const some = monthsBetween(known[0], [until.slice(0, 7), known.at(-1) ?? ''].toSorted()[1]).slice(-MONTHS);
  const years = new Set(some.map((month) => month.slice(0, 4)));
  return some.map((month) => ({
    name: STATISTICS.monthName(month, years.size > 1),
    asked: oneOf(asked, 'month', month),
    figures: months.get(month) ?? new Map(),
  }));
}

/** 2026-10, 2026-11 …, both ends included. */
function monthsBetween(first: string | undefined, last: string | undefined): string[] {
  const months: string[] = [];
  for (let month = first; month !== undefined && last !== undefined && month <= last; ) {
    months.push(month);
    month = addMonths(`${month}-01`, 1).slice(0, 7);
  }
  return months;
}

/** The same question about one of them. */
function oneOf(asked: Asked, by: Grouping, key: GroupKey): Asked | null {
  if (key === null) return null;
  const { by: _by, ...whole } = asked;
  if (by === 'month') {
    const { all: _all, ...rest } = whole;
    const [year = 0, month = 1] = String(key).split('-').map(Number);
    const [from, to] = monthOf(year, month);
    return { ...rest, from, to };
  }
  const ids = [Number(key)];
  switch (by) {
    case 'unit':
      return { ...whole, unitIds: ids };
    case 'project':
      return { ...whole, projectIds: ids };
    case 'category':
      return { ...whole, categoryIds: ids };
    default:
      return { ...whole, areaIds: ids };
  }
}

function nameOf(by: Grouping, key: GroupKey, ctx: ViewContext): string {
  if (key === null) return GROUPLESS[by];
  const { directory } = ctx;
  const id = Number(key);
  if (by === 'area') return directory.area(id)?.name ?? '';
  if (by === 'category') return directory.category(id)?.name ?? '';
  if (by === 'project') return shortProjectName(ctx, id);
  const closed = directory.unit(id)?.closed;
  if (!closed) return unitTitle(id, ctx);
  // Its own name: what it did stays its own after the reform.
  const successor = closed.successorId === null ? undefined : directory.unit(closed.successorId)?.name;
  return STATISTICS.merged(directory.unit(id)?.name ?? '', successor);
}

/** What lies in the areas right below those asked about, each with all below it; their own has no name. */
function byUpperArea(groups: GroupFigures, { resolved }: Opened, directory: Directory): GroupFigures {
  const { whose } = resolved;
  const tops = whose.kind === 'areas' ? whose.ids : [directory.topAreaId];
  const rows = directory.data.areas.filter(({ parentId }) => parentId !== null && tops.includes(parentId));
  const found = Map.groupBy(groups, ([key]) => {
    const below = rows.find(({ id }) => key !== null && directory.reaches(id, Number(key)));
    return below?.id ?? null;
  });
  return new Map(
    [...found].map(([key, parts]) => {
      const ids = parts.flatMap(([, figures]) => [...figures.keys()]);
      const sums = [...new Set(ids)].map((id): [MetricId, ReturnType<typeof sumOf>[]] => {
        const columns = Math.max(...parts.map(([, figures]) => figures.get(id)?.length ?? 0));
        return [
          id,
          Array.from({ length: columns }, (_, c) =>
            sumOf(parts.map(([, figures]) => figures.get(id)?.[c] ?? NOTHING)),
          ),
        ];
      });
      return [key, new Map(sums)];
    }),
  );
}

/** Months as lines, projects by their lights, anything else as bars; nothing where one bar would say it all. */
export async function chartOf(
  tx: Tx,
  { asked, opened, opens, groups }: Wanted & { groups: Groups | undefined },
): Promise<Picture | undefined> {
  const two = TWO(STATISTICS.raisedSeries, STATISTICS.closedSeries);
  if (!groups || groups.by === 'month') {
    const rows = groups?.rows ?? (await monthRows(tx, { asked, opened, opens }));
    if (rows.length < 2) return undefined;
    const points = rows.flatMap(({ name, figures }) => pair(name, figures, 0, two));
    const chart = lineChart(STATISTICS.chartMonths, two, points, axesOf('month'));
    if (groups) return { chart };
    const told = rows.map(({ name, figures }) =>
      STATISTICS.monthLine(name, n(figures, 'raised', 0), n(figures, 'closed', 0)),
    );
    return { chart, inWords: STATISTICS.monthsInWords(told) };
  }
  const { at, by } = groups;
  if (groups.rows.length < 2) return undefined;
  const label = opened.columns[at]?.label ?? '';
  const chart = by === 'project' ? lightsChart(groups.rows) : unitsChart(groups.rows, two, { at, by, label });
  return chart && { chart };
}

function pair(name: string, figures: Figures, at: number, [raised, closed]: readonly Series[]) {
  return [
    { n: name, s: raised?.name ?? '', v: n(figures, 'raised', at) },
    { n: name, s: closed?.name ?? '', v: n(figures, 'closed', at) },
  ];
}

/** Names on one axis must differ, or their bars would be one. */
function apart(rows: readonly GroupRow[]): (GroupRow & { short: string })[] {
  const used = new Set<string>();
  return rows.map((row) => {
    let short = axisName(row.name);
    for (let i = 2; used.has(short); i++) short = `${axisName(row.name)}${i}`;
    used.add(short);
    return { ...row, short };
  });
}

const axesOf = (by: Grouping) => ({ names: STATISTICS.axis(by), unit: STATISTICS.axisUnit });

function unitsChart(
  rows: readonly GroupRow[],
  two: Series[],
  { at, by, label }: { at: number; by: Grouping; label: string },
): Chart | undefined {
  const some = rows.filter(({ figures }) => n(figures, 'raised', at) + n(figures, 'closed', at) > 0);
  if (some.length < 2) return undefined;
  const points = apart(some.slice(0, BARS)).flatMap(({ short, figures }) => pair(short, figures, at, two));
  return barChart(STATISTICS.chartGroups(label, by), two, points, false, axesOf(by));
}

function lightsChart(rows: readonly GroupRow[]): Chart | undefined {
  const worst = (row: GroupRow) => LIGHTS.map((light) => n(row.figures, light, 0));
  const open = rows.filter(({ figures }) => n(figures, 'open', 0) > 0);
  if (open.length === 0) return undefined;
  const sorted = open.toSorted((a, b) => {
    const [left, right] = [worst(a), worst(b)];
    const at = left.findIndex((value, i) => value !== right[i]);
    return at < 0 ? 0 : (right[at] ?? 0) - (left[at] ?? 0);
  });
  const series = LIGHTS.map((light) => ({ name: METRIC_WORDS[light].name, fill: LIGHT_FILLS[light] }));
  const points = apart(sorted.slice(0, BARS)).flatMap(({ short, figures }) =>
    LIGHTS.map((light, i) => ({ n: short, s: series[i]?.name ?? '', v: n(figures, light, 0) })),
  );
  return barChart(STATISTICS.chartLights, series, points, true, axesOf('project'));
}
