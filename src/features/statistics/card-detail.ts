/** The cards of 明细 and 口径. Pure. */
import { encodeOwn } from '../../cards/actions.ts';
import { fitCard } from '../../cards/card-fit.ts';
import type { CardElement } from '../../cards/element.ts';
import { issueRow } from '../../cards/issue-row.ts';
import {
  button,
  type Card,
  card,
  colored,
  footnote,
  hr,
  markdown,
  smallButtons,
  textBlock,
} from '../../cards/kit.ts';
import type { Asked } from '../../domain/statistics/asked.ts';
import type { Tally } from '../../domain/statistics/figure.ts';
import { clip, escapeMarkdown, oneLine } from '../../text/escape.ts';
import type { ViewContext } from '../../text/view.ts';
import { SMALL_BUTTONS } from '../../text/words.ts';
import { daysOf, type NamedColumn } from './card.ts';
import { rowMeasure, valueText } from './card-figure.ts';
import { OPEN_DEFINITIONS, OPEN_DETAIL, SHOW } from './kinds.ts';
import type { Metric } from './metric.ts';
import type { ListedIssue } from './store.ts';
import { BUTTONS, DEFINITIONS, DETAIL, STATISTICS } from './words.ts';
import { GENERAL_DEFINITION } from './words-metrics.ts';

export const ROWS_PER_PAGE = 10;

/** A row that is no issue. */
export interface DetailRow {
  title: string;
  /** Empty ones are left out. */
  notes: readonly string[];
  hit: boolean;
}

export interface DetailView {
  metric: Metric;
  asked: Asked;
  parts: readonly string[];
  column: NamedColumn;
  columns: readonly NamedColumn[];
  tally: Tally;
  /** From 1. */
  page: number;
  rows: { issues: readonly (ListedIssue & { taken: number })[] } | { rows: readonly DetailRow[] };
}

/** How the figure comes of the rows below. */
function figureLine({ metric, tally }: DetailView): string {
  const value = valueText(metric, tally);
  const measure = rowMeasure(metric);
  if (metric.kind === 'count') return STATISTICS.of(tally.n, measure);
  if (metric.kind === 'rate' && metric.marks)
    return DETAIL.rate(value, tally.hits, tally.n, measure, metric.marks[0]);
  if (metric.kind === 'fulfilment')
    return `${DETAIL.spread(value, tally.n, measure)} ${STATISTICS.invested(tally.actual, tally.planned)}`;
  return DETAIL.spread(value, tally.n, measure);
}

function markOf({ marks }: Metric, hit: boolean): string {
  return marks ? (hit ? marks[0] : marks[1]) : '';
}

function rowElements({ metric, rows }: DetailView, ctx: ViewContext): CardElement[] {
  if ('issues' in rows)
    return rows.issues.map(({ issue, hit, taken }) => {
      const tag = metric.of === 'issues' && metric.taken ? DETAIL.taken(taken) : markOf(metric, hit);
      const tags = new Map(tag === '' ? [] : [[issue.id, tag]]);
      return issueRow(issue, ctx, { withProject: true, tags });
    });
  return rows.rows.map(({ title, notes, hit }) => {
    const mark = markOf(metric, hit);
    const tag = mark === '' ? '' : `${colored(hit ? 'green' : 'orange', `【${mark}】`)} `;
    const said = notes.filter((note) => note !== '').map(escapeMarkdown);
    return markdown([`${tag}**${escapeMarkdown(clip(oneLine(title), 60))}**`, ...said].join('<br>'));
  });
}

function pager(view: DetailView): CardElement[] {
  const pages = Math.ceil(view.tally.n / ROWS_PER_PAGE);
  const { metric, asked, column, page } = view;
  const turn = (label: string, to: number, name = column.name) =>
    button(label, encodeOwn(OPEN_DETAIL, { metric: metric.id, asked, column: name, page: to, turn: true }));
  const others = metric.clock === 'now' ? [] : view.columns.filter(({ name }) => name !== column.name);
  return [
    ...(pages > 1 ? [footnote(DETAIL.page(page, pages))] : []),
    ...smallButtons([
      ...(page > 1 ? [turn(SMALL_BUTTONS.previous, page - 1)] : []),
      ...(page < pages ? [turn(SMALL_BUTTONS.next, page + 1)] : []),
      ...others.map(({ name, label }) => turn(label, 1, name)),
      button(BUTTONS.definitions, encodeOwn(OPEN_DEFINITIONS, { metric: metric.id })),
      button(DETAIL.all, encodeOwn(SHOW, { asked })),
    ]),
  ];
}

export function detailCard(view: DetailView, ctx: ViewContext): Card {
  const { metric, column, tally } = view;
  const days = metric.clock === 'now' ? STATISTICS.now : column.label;
  const title = clip(oneLine(DETAIL.title(metric.name, [days, ...view.parts])), 80);
  const rows = rowElements(view, ctx);
  const made = card({
    title,
    color: 'blue',
    summary: `${title} ${figureLine(view)}`,
    elements: [
      textBlock(figureLine(view), 'heading'),
      footnote(DETAIL.definition(metric.definition, metric.clock === 'now' ? '' : daysOf(column))),
      hr,
      ...(tally.n === 0 ? [textBlock(DETAIL.nothing)] : rows),
      ...pager(view),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, DETAIL.cut);
}

/** Of one metric, or of all there are. */
export function definitionsCard(
  metrics: readonly Metric[],
  one: Metric | undefined,
  { demo }: { demo: boolean },
): Card {
  const told = one ? [one] : metrics;
  const title = one ? DEFINITIONS.titleOf(one.name) : DEFINITIONS.title;
  const made = card({
    title,
    color: 'default',
    summary: title,
    elements: [
      ...told.map((metric) =>
        markdown(`**${escapeMarkdown(metric.name)}**<br>${escapeMarkdown(metric.definition)}`),
      ),
      ...(one ? [footnote(DEFINITIONS.also(one.also.slice(0, 6)))] : []),
      hr,
      markdown(`**${DEFINITIONS.general}**`),
      textBlock(GENERAL_DEFINITION),
    ],
    demo,
  });
  return fitCard(made, DEFINITIONS.cut);
}
