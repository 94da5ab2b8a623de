/** The card of 统计: a sentence, a chart, and every figure with the way to what it counts. */
import { encodeOwn } from '../../cards/actions.ts';
import { fitCard } from '../../cards/card-fit.ts';
import type { CardElement, Chart } from '../../cards/element.ts';
import { partsLine } from '../../cards/figures.ts';
import {
  button,
  type Card,
  card,
  colored,
  footnote,
  hr,
  markdown,
  rowWithButton,
  smallButtons,
  textBlock,
} from '../../cards/kit.ts';
import { type Asked, type Column, GROUPINGS, type Grouping } from '../../domain/statistics/asked.ts';
import { NOTHING, type Tally } from '../../domain/statistics/figure.ts';
import { clip, escapeMarkdown, oneLine } from '../../text/escape.ts';
import { SMALL_BUTTONS } from '../../text/words.ts';
import { figureMarkdown, valueText } from './card-figure.ts';
import type { Figures } from './figures.ts';
import { OPEN_DEFINITIONS, OPEN_DETAIL, SHOW } from './kinds.ts';
import { type Metric, SECTIONS } from './metric.ts';
import { BUTTONS, SECTION_NAMES, STATISTICS } from './words.ts';
import type { MetricId } from './words-metrics.ts';

export interface NamedColumn extends Column {
  /** 今年, 累计, 本月. */
  label: string;
}

export interface GroupRow {
  name: string;
  /** The same of this one alone; null: of what has no name. */
  asked: Asked | null;
  figures: Figures;
}

/** A chart, and what it shows in words where nothing else beside it does. */
export interface Picture {
  chart: Chart;
  inWords?: string;
}

export interface StatisticsView {
  /** Whose, and of what: the parts of the title. */
  parts: readonly string[];
  asked: Asked;
  columns: readonly NamedColumn[];
  /** Which column a figure is opened in. */
  opens: Column['name'];
  /** Those that can be told of what was asked for. */
  metrics: readonly Metric[];
  figures: Figures;
  /** Names of metrics that cannot, and of what they cannot be told. */
  apart: { names: string[]; why: 'unit' | 'category' } | undefined;
  picture: Picture | undefined;
  /** Each unit's, project's, month's …; instead of all the figures. */
  groups: { by: Grouping; rows: readonly GroupRow[] } | undefined;
}

const LIGHTS = ['red', 'yellow', 'blue', 'green', 'paused'] as const;
const GROUPS_SHOWN = 20;
const NAME = 30;

const tallyIn = (figures: Figures, id: MetricId, at: number): Tally => figures.get(id)?.[at] ?? NOTHING;
const now = (figures: Figures, id: MetricId) => tallyIn(figures, id, 0).n;

/** What is open, by light. */
export function lightCounts(figures: Figures) {
  return {
    ...Object.fromEntries(LIGHTS.map((light) => [light, now(figures, light)])),
    // What is open and wears no light is 长期.
    none: now(figures, 'open') - LIGHTS.reduce((sum, light) => sum + now(figures, light), 0),
    total: now(figures, 'open'),
  };
}

/** Which days a column asked for is of; '' where its name says it. */
export function daysOf({ name, label, from, to }: NamedColumn): string {
  return name === 'period' && from !== null && to !== null ? STATISTICS.days(label, from, to) : '';
}

/** A metric in every column; what is longer than a count has a line for each, or a phone would part name and figure. */
export function metricText(
  metric: Metric,
  tallies: readonly Tally[],
  columns: readonly NamedColumn[],
): string {
  if (metric.clock === 'now')
    return `${colored('grey', STATISTICS.now)} ${figureMarkdown(metric, tallies[0] ?? NOTHING)}`;
  return columns
    .map(
      ({ label }, c) =>
        `${colored('grey', escapeMarkdown(label))} ${figureMarkdown(metric, tallies[c] ?? NOTHING)}`,
    )
    .join(metric.kind === 'count' ? '　' : '<br>');
}

function isEmpty(metric: Metric, figures: Figures): boolean {
  return (figures.get(metric.id) ?? []).every(({ n }) => n === 0);
}

function metricRow(metric: Metric, { figures, columns, asked, opens }: StatisticsView): CardElement {
  const { by: _by, ...whole } = asked;
  const text = `${escapeMarkdown(metric.name)}<br>${metricText(metric, figures.get(metric.id) ?? [], columns)}`;
  const carried = { metric: metric.id, asked: whole, column: opens, page: 1, turn: false };
  return rowWithButton([markdown(text)], button(BUTTONS.detail, encodeOwn(OPEN_DETAIL, carried)));
}

/** The lights in one row; each opens by its own word. */
function lightRow(view: StatisticsView): CardElement[] {
  const line = partsLine(lightCounts(view.figures), false);
  const { by: _by, ...whole } = view.asked;
  const lit = LIGHTS.filter((light) => now(view.figures, light) > 0);
  return line === ''
    ? []
    : [
        markdown(line),
        ...smallButtons(
          lit.map((light) => {
            const carried = { metric: light, asked: whole, column: view.opens, page: 1, turn: false };
            const name = view.metrics.find(({ id }) => id === light)?.name ?? '';
            return button(`${name}${BUTTONS.detail}`, encodeOwn(OPEN_DETAIL, carried));
          }),
        ),
      ];
}

function allFigures(view: StatisticsView): CardElement[] {
  const told = view.metrics.filter((metric) => !LIGHTS.some((light) => light === metric.id));
  const empty = told.filter((metric) => isEmpty(metric, view.figures));
  const shown = told.filter((metric) => !empty.includes(metric));
  const sections = SECTIONS.flatMap((section): CardElement[] => {
    const rows = shown.filter((metric) => metric.section === section);
    if (rows.length === 0) return [];
    return [
      hr,
      markdown(`**${SECTION_NAMES[section]}**`, 'heading'),
      ...rows.flatMap((metric) => [metricRow(metric, view), ...(metric.id === 'open' ? lightRow(view) : [])]),
    ];
  });
  return [
    ...sections,
    ...(empty.length > 0 ? [footnote(STATISTICS.empty(empty.map(({ name }) => name)))] : []),
    ...(view.apart ? [footnote(STATISTICS.notHere(view.apart.names, view.apart.why))] : []),
  ];
}

/** One group in every column, and what is open now. */
function groupRow(
  { name, figures, asked }: GroupRow,
  view: StatisticsView,
  rate: Metric | undefined,
): CardElement {
  const open = figures.get('open')?.[0];
  // A month has its own days alone.
  const columns = view.groups?.by === 'month' ? [undefined] : view.columns;
  const lines = columns.map((column, c) => {
    const tally = tallyIn(figures, 'onTime', c);
    const value = rate && tally.n > 0 ? valueText(rate, tally) : '—';
    const line = STATISTICS.groupLine(
      tallyIn(figures, 'raised', c).n,
      tallyIn(figures, 'closed', c).n,
      value,
    );
    return column ? `${colored('grey', escapeMarkdown(column.label))} ${line}` : line;
  });
  const lights = open && open.n > 0 ? `（${partsLine(lightCounts(figures), false)}）` : '';
  const last = open === undefined ? [] : [`${STATISTICS.openLine(open.n)}${lights}`];
  const text = markdown([`**${escapeMarkdown(clip(oneLine(name), NAME))}**`, ...lines, ...last].join('<br>'));
  return asked === null
    ? text
    : rowWithButton([text], button(SMALL_BUTTONS.show, encodeOwn(SHOW, { asked })));
}

function groupFigures(view: StatisticsView): CardElement[] {
  const rows = (view.groups?.rows ?? []).filter(({ figures }) => figures.size > 0);
  const rate = view.metrics.find(({ id }) => id === 'onTime');
  const left = rows.length - GROUPS_SHOWN;
  // Months go up to now: the newest ones are shown.
  const shown = view.groups?.by === 'month' ? rows.slice(-GROUPS_SHOWN) : rows.slice(0, GROUPS_SHOWN);
  return [
    hr,
    ...(rows.length === 0 ? [footnote(STATISTICS.noGroups)] : []),
    ...shown.map((row) => groupRow(row, view, rate)),
    ...(left > 0 ? [footnote(STATISTICS.groupsLeft(left))] : []),
  ];
}

/** The first sentence: of the days asked for, else of this year. */
function lead({ figures, columns, opens }: StatisticsView): string {
  const at = Math.max(
    0,
    columns.findIndex(({ name }) => name === opens),
  );
  const label = columns[at]?.label ?? '';
  return STATISTICS.lead(
    label,
    tallyIn(figures, 'raised', at).n,
    tallyIn(figures, 'closed', at).n,
    now(figures, 'open'),
    now(figures, 'red') + now(figures, 'yellow'),
  );
}

export function statisticsCard(view: StatisticsView, { demo }: { demo: boolean }): Card {
  const title = clip(oneLine(STATISTICS.title(view.parts)), 90);
  const { by: _by, ...whole } = view.asked;
  const to = (label: string, asked: Asked) => button(label, encodeOwn(SHOW, { asked }));
  const red = now(view.figures, 'red');
  const period = view.columns.find(({ name }) => name === 'period');
  const made = card({
    title,
    color: red > 0 ? 'red' : now(view.figures, 'yellow') > 0 ? 'orange' : 'blue',
    summary: clip(oneLine(`${title}：${lead(view)}`), 110),
    elements: [
      textBlock(lead(view), 'heading'),
      ...smallButtons([
        ...(view.groups ? [to(BUTTONS.back, whole)] : []),
        ...GROUPINGS.filter((by) => by !== view.groups?.by).map((by) =>
          to(STATISTICS.by(by), { ...whole, by }),
        ),
        button(BUTTONS.definitions, encodeOwn(OPEN_DEFINITIONS, { metric: null })),
      ]),
      ...(view.picture ? [view.picture.chart] : []),
      ...(view.picture?.inWords ? [footnote(view.picture.inWords)] : []),
      ...(view.groups ? groupFigures(view) : allFigures(view)),
      footnote(STATISTICS.note(period ? daysOf(period) : '')),
    ],
    demo,
  });
  return fitCard(made, STATISTICS.cut);
}
